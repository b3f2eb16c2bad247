"""What happens, as a table -> a sheet of it, with words for people."""

from __future__ import annotations

from dataclasses import replace

from overens.export.csv_table import Cell, Table
from overens.followup.model import EventKind, kind_words
from overens.usecases.workbooks.table_sheet import Live, Plan, chosen, live
from overens.vocabulary.wording import Language, Text

_SHOWN = ("first", "last", "when", "kind", "what", "agreement", "pot", "by", "kr", "source")


def dates_sheet(events: Table, title: Text, name: str, language: Language) -> Live:
    """Return the events of `events_table`, one a row."""
    at = events.names.index("kind")

    def worded(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
        return *row[:at], kind_words(EventKind[str(row[at]).upper()]), *row[at + 1 :]

    table = chosen(replace(events, title=title, rows=tuple(map(worded, events.rows))), _SHOWN)
    return live(table, Plan(name, "dates", widths={"what": 50, "source": 50}, filtered=True), language)
