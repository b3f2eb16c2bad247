"""A calendar -> the kronor that are paid in each month; what has no month apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from overens.export.csv_table import Table
from overens.followup.model import Event, EventKind
from overens.usecases.calendar import YearCalendar
from overens.vocabulary.periods import When
from overens.vocabulary.wording import Text


@dataclass(frozen=True)
class PaidMonth:
    """The payments of one month.

    Attributes:
        month: As 2024-12; None for those whose month is not found.
        kr: Kronor of the payments that are known.
        exact: Whether those kronor are exact.
        unknown: Payments whose kronor are not known.
    """

    month: str | None
    kr: int
    exact: bool
    unknown: int


def paid_by_month(answer: YearCalendar) -> tuple[PaidMonth, ...]:
    """Return the months with payments, in order; what goes to the recipient's county, and not to itself, is left out."""
    paid = [
        event
        for event in answer.calendar.events
        if event.kind is EventKind.PAYMENT and (event.agreement, event.pot) not in answer.shared_pots
    ]
    months = sorted({month_of(event) for event in paid}, key=lambda month: month or "9999")
    return tuple(_month(month, [event for event in paid if month_of(event) == month]) for month in months)


def month_of(event: Event) -> str | None:
    """Return the month that an event surely falls in; None for a year, and for what has no date."""
    when = event.when
    if not isinstance(when, When) or (when.first.year, when.first.month) != (when.last.year, when.last.month):
        return None
    return f"{when.last:%Y-%m}"


def _month(month: str | None, events: Sequence[Event]) -> PaidMonth:
    known = [event for event in events if event.kr is not None]
    unknown = sum(event.kr is None for event in events)
    return PaidMonth(month, sum(event.kr or 0 for event in known), all(event.exact for event in known), unknown)


def paid_table(answer: YearCalendar) -> Table:
    """Months in order, in kronor; the last row, without a month, is what has none that is found."""
    return Table(
        Text("Utbetalningar månad för månad", "Payments month by month"),
        ("month", "paid_kr", "exact", "unknown_payments"),
        (
            Text("Månad", "Month"),
            Text("Kronor", "Kronor"),
            Text("Exakt", "Exact"),
            Text("Utan känd summa", "Without a known sum"),
        ),
        tuple((one.month, one.kr, int(one.exact), one.unknown) for one in paid_by_month(answer)),
    )
