"""A calendar -> the table for CSV: one event a row, the undated last."""

from __future__ import annotations

from collections.abc import Sequence

from overens.export.csv_table import Cell, Table
from overens.followup.model import Event
from overens.usecases.calendar import YearCalendar
from overens.usecases.tables import AGREEMENT, KIND, POT, WHAT
from overens.vocabulary.periods import When, year_spans
from overens.vocabulary.wording import Text, plain


def calendar_table(answer: YearCalendar) -> Table:
    """Events with the first and the last day each can mean; a date that is not found is empty."""
    asked = answer.asked
    who = plain(asked.recipient.name) if asked.recipient else Text("Kalender", "Calendar")
    title = Text("{who} {year}", "{who} {year}", {"who": who, "year": year_spans((asked.year,))})
    return events_table(title, answer.calendar.events)


def events_table(title: Text, events: Sequence[Event]) -> Table:
    """Events, one a row, under a title."""
    return Table(
        title,
        ("first", "last", "when", "kind", "what", "agreement", "pot", "by", "own", "met", "kr", "source"),
        (
            Text("Första dag", "First day"),
            Text("Sista dag", "Last day"),
            Text("När", "When"),
            KIND,
            WHAT,
            AGREEMENT,
            POT,
            Text("Vem", "Who"),
            Text("Själv", "Own"),
            Text("Uppfyllt", "Met"),
            Text("Kronor", "Kronor"),
            Text("Källa", "Source"),
        ),
        tuple(_row(one) for one in events),
    )


def _row(one: Event) -> tuple[Cell, ...]:
    dated = one.when if isinstance(one.when, When) else None
    return (
        dated.first.isoformat() if dated else None,
        dated.last.isoformat() if dated else None,
        str(one.when),
        one.kind.name.lower(),
        one.what,
        one.agreement,
        one.pot,
        one.by,
        int(one.own),
        None if one.met is None else int(one.met),
        one.kr,
        "; ".join(source.title for source in one.sources),
    )
