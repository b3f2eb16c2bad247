"""An answer -> which of its tables can be had as JSON-stat."""

from __future__ import annotations

from overens.export.json_stat import cube_of
from overens.web.answer import Answer


def is_statistics(answer: Answer, table: str = "") -> bool:
    """Tell whether one of the page's tables, by name, or its first, can be had as JSON-stat."""
    return bool(answer.tables) and cube_of(answer.tables[table or next(iter(answer.tables))]) is not None
