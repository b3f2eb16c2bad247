"""A library -> the table of events: what happens and must be done, by agreement and pot."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from overens.export.columns import Field, Row, closed
from overens.followup.calendar import compose_calendar
from overens.followup.model import Event, EventKind
from overens.notice.rows import rows_for_everyone
from overens.usecases.documents.parts import word
from overens.usecases.library import Library
from overens.usecases.resources.model import make
from overens.usecases.resources.parts import AGREEMENT, COUNT, DAY, KRONOR, TEXT, TRUTH, known_allocations
from overens.vocabulary.periods import When
from overens.vocabulary.wording import Text


def _rows(library: Library, day: date | None) -> Iterator[Row]:
    calendar = compose_calendar(list(rows_for_everyone(known_allocations(library, day))), as_known_on=day)
    return (_row(one) for one in calendar.events)


def _row(one: Event) -> Row:
    dated = one.when if isinstance(one.when, When) else None
    return (
        one.agreement,
        one.pot,
        word(one.kind),
        one.n + 1,
        dated.first if dated else None,
        dated.last if dated else None,
        str(one.when),
        one.what,
        one.by,
        one.kr,
        one.exact,
        one.met,
        one.if_late,
        "; ".join(source.title for source in one.sources),
    )


RESOURCE = make(
    "events",
    Text("Händelser", "Events"),
    Text(
        "Kalendern för alla avtal: beslut, ansökan, rekvisition, utbetalning, redovisning, återbetalning. "
        "Ett datum som inte är funnet är tomt och står i ord under 'when'.",
        "The calendar of all agreements: decision, application, requisition, payment, report, repayment. "
        "A date that is not found is empty and stands in words under 'when'.",
    ),
    ("agreement", "pot", "kind", "number"),
    (
        AGREEMENT,
        Field("pot", TEXT, Text("pott; tom om hela avtalet", "pot; empty for the whole agreement"), nullable=True),
        Field("kind", TEXT, Text("slag av händelse", "kind of event"), closed(EventKind)),
        Field("number", COUNT, Text("nummer bland pottens av slaget", "number among the pot's of the kind")),
        Field("first", DAY, Text("första dagen det kan vara", "the first day it can be"), nullable=True),
        Field("last", DAY, Text("sista dagen det kan vara", "the last day it can be"), nullable=True),
        Field("when", TEXT, Text("när, som det är skrivet", "when, as it is written")),
        Field("what", TEXT, Text("vad", "what")),
        Field("by", TEXT, Text("vem som ska göra det", "who must do it")),
        Field("kr", KRONOR, Text("kronor som betalas", "kronor paid"), nullable=True),
        Field("exact", TRUTH, Text("om de kronorna är exakta", "whether those kronor are exact")),
        Field("met", TRUTH, Text("om villkoret är uppfyllt", "whether the condition is met"), nullable=True),
        Field("if_late", TEXT, Text("vad som följer om det blir sent", "what follows if it is late"), nullable=True),
        Field("source", TEXT, Text("källor", "sources")),
    ),
    _rows,
)
