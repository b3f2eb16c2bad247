"""A table -> its JSON document: names, headings and rows, exact."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from overens.export.csv_table import Cell, Table
from overens.vocabulary.wording import Language, Text, exact_decimal


def table_document(table: Table, language: Language) -> dict[str, Any]:
    """Return the table; kronor are integers, shares exact strings, what is not known is null.

    >>> from overens.vocabulary.wording import plain
    >>> one = Table(plain("T"), ("kr", "share"), (plain("Kr"), plain("Share")), ((5, Fraction(1, 2)), (None, None)))
    >>> table_document(one, Language.SWEDISH)["rows"]
    [[5, '0.5'], [None, None]]
    """
    return {
        "title": table.title.say(language),
        "names": list(table.names),
        "headings": [heading.say(language) for heading in table.headings],
        "rows": [[_value(cell, language) for cell in row] for row in table.rows],
    }


def _value(cell: Cell, language: Language) -> str | int | None:
    match cell:
        case Fraction():
            return exact_decimal(cell)
        case Text():
            return cell.say(language)
        case _:
            return cell
