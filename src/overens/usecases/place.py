"""A place and a year -> what it gets, how sure that is, and what must be done by when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from overens.allocation.model import Allocation, State
from overens.followup.calendar import compose_calendar
from overens.followup.model import Calendar, Event, EventKind
from overens.notice.rows import Certainty, PlaceRow, rows_for, shared_rows
from overens.usecases.library import Library
from overens.usecases.to_earn import ToEarn, to_earn_by_pot
from overens.usecases.year import RegionRow, printed_row
from overens.vocabulary.recipients import Recipient, RecipientKind

_PAST = (EventKind.DECISION, EventKind.KNOWN)


@dataclass(frozen=True)
class Place:
    """What one recipient gets in a year, how sure it is, and what must be done by when.

    Attributes:
        rows: Pots that go to the recipient itself.
        shared: Pots that go to an area it belongs to, not yet divided.
        calendar: What happens, what is to be done, and what is not found about dates.
        printed: For a region: its row in a printed table of totals, with the residual.
        members: For a county: the sum of what its region and its municipalities get, in kronor.
        to_earn: What it has to earn, by 'AVTAL/POTT', of pots that are earned and not computed.
    """

    recipient: Recipient
    year: int
    as_known_on: date | None
    rows: tuple[PlaceRow, ...]
    shared: tuple[PlaceRow, ...]
    calendar: Calendar
    members: tuple[tuple[Recipient, int | None], ...] = ()
    printed: RegionRow | None = None
    to_earn: Mapping[str, ToEarn] = field(default_factory=dict)

    def sum_of(self, certainty: Certainty) -> int:
        """Return the awards of one certainty, in kronor."""
        return sum(r.award.amount.kr for r in self.rows if r.certainty is certainty and r.award)

    def to_earn_of(self, row: PlaceRow) -> ToEarn | None:
        """Return what there is to earn in the pot; None where it is computed, or not earned."""
        return self.to_earn.get(f"{row.allocation.agreement.id}/{row.pot.id}")

    @property
    def total_kr(self) -> int:
        """All that is computed, certain or inferred, in kronor."""
        return sum(row.award.amount.kr for row in self.rows if row.award)

    @property
    def deadlines(self) -> tuple[Event, ...]:
        """What is to happen or be done, by date: all events but decisions."""
        return tuple(event for event in self.calendar.events if event.kind not in _PAST)


def show_place(library: Library, recipient: Recipient, year: int, as_known_on: date | None = None) -> Place:
    """Return what the recipient gets in the year."""
    allocations = [library.allocation(a.id, as_known_on) for a in library.of_year(year, as_known_on)]
    rows = tuple(rows_for(allocations, recipient))
    shared = tuple(shared_rows(allocations, recipient, library.register))
    calendar = compose_calendar(rows, shared, recipient, as_known_on)
    members = _members(library, allocations, recipient)
    printed = printed_row(library, tuple(allocations), recipient, year) if as_known_on is None else None
    earning = to_earn_by_pot(library, allocations, recipient, as_known_on)
    return Place(recipient, year, as_known_on, rows, shared, calendar, members, printed, earning)


def _members(
    library: Library, allocations: list[Allocation], who: Recipient
) -> tuple[tuple[Recipient, int | None], ...]:
    """Return what each organisation of the area is awarded, in kronor; None where nothing for it is computed."""
    if who.kind is not RecipientKind.AREA:
        return ()
    inside = [r for r in (*library.register.regions, *library.register.municipalities) if r.county == who.code]
    sums: dict[tuple[RecipientKind, str], int] = {}
    for pot in (pot for allocation in allocations for pot in allocation.pots if pot.state is State.COMPUTED):
        for one in pot.recipients:
            sums.setdefault((one.kind, one.code), 0)
        for award in pot.awards:
            sums[(award.recipient.kind, award.recipient.code)] += award.amount.kr
    return tuple((r, sums.get((r.kind, r.code))) for r in inside)
