"""A year, and perhaps a place -> what happens and must be done, by date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from overens.agreement.model import Agreement
from overens.followup.calendar import compose_calendar, only, only_agreements
from overens.followup.model import Calendar, Event, EventKind
from overens.notice.rows import PlaceRow, rows_for, rows_for_everyone, shared_rows
from overens.usecases.library import Library
from overens.usecases.year import any_known
from overens.vocabulary.periods import When
from overens.vocabulary.recipients import Recipient


@dataclass(frozen=True)
class Asked:
    """What is asked of a calendar.

    Attributes:
        recipient: Whose calendar; None for every agreement's.
        during: Whether to show what falls in the year, whatever year's money it is.
        kinds: Only events of these kinds; all, when empty.
        agreements: Only these agreements; all, when empty.
        first, last: Only what can fall between these days; what has no date is kept.
        mine: Only what the recipient itself must do.
        today: The day to tell what has passed from; None tells nothing.
    """

    year: int
    recipient: Recipient | None = None
    during: bool = False
    kinds: Sequence[EventKind] = ()
    agreements: Sequence[str] = ()
    first: date = date.min
    last: date = date.max
    mine: bool = False
    as_known_on: date | None = None
    today: date | None = None

    @property
    def whole(self) -> Asked:
        """The same question with nothing left out."""
        return replace(self, kinds=(), agreements=(), first=date.min, last=date.max, mine=False)

    @property
    def filtered(self) -> bool:
        """Whether anything but the agreements is left out, so that what is not shown may still exist."""
        return bool(self.kinds) or self.mine or self.first > date.min or self.last < date.max


@dataclass(frozen=True)
class YearCalendar:
    """A calendar, and what was asked.

    Attributes:
        reached: Whether any pot in the library reaches the recipient; for all, whether there is any.
        shared_pots: Agreement and pot, where the money goes to the recipient's county and not to itself.
        undated_elsewhere: With `during`: events of other years' money whose dates are missing.
        not_yet_known: Ids of the year's agreements that were made after the day asked about.
    """

    asked: Asked
    calendar: Calendar
    reached: bool
    shared_pots: frozenset[tuple[str, str]] = frozenset()
    undated_elsewhere: int = 0
    not_yet_known: tuple[str, ...] = ()
    years_in_library: tuple[int, ...] = ()


def show_calendar(library: Library, asked: Asked) -> YearCalendar:
    """Return the calendar asked for: of the year's money or, with `during`, of what falls in the year.

    Args:
        library: With `during` every agreement must have been read, else only those of the year.
    """
    own = library.of_year(asked.year, asked.as_known_on)
    every = library.agreements_on(asked.as_known_on) if asked.during else own
    known = [a for a in every if any_known(a, asked.as_known_on)]
    allocations = [library.allocation(a.id, asked.as_known_on) for a in known]
    shared: tuple[PlaceRow, ...] = ()
    if asked.recipient is None:
        rows = tuple(rows_for_everyone(allocations))
    else:
        rows = tuple(rows_for(allocations, asked.recipient))
        shared = tuple(shared_rows(allocations, asked.recipient, library.register))
    whole = compose_calendar(rows, shared, asked.recipient, asked.as_known_on)
    of_year = {a.id for a in known if a.years[0] == asked.year}
    if asked.agreements:
        whole = only_agreements(whole, asked.agreements)
    chosen = only(whole, lambda event: _is_wanted(event, asked))
    elsewhere = sum(not isinstance(e.when, When) and e.agreement not in of_year for e in chosen.events)
    return YearCalendar(
        asked,
        _during(chosen, asked.year, of_year) if asked.during else chosen,
        bool(rows or shared),
        frozenset((row.allocation.agreement.id, row.pot.id) for row in shared),
        elsewhere if asked.during else 0,
        tuple(a.id for a in own if not any_known(a, asked.as_known_on)),
        tuple(sorted(library.years)),
    )


def calendar_of_agreement(library: Library, agreement: Agreement, as_known_on: date | None) -> YearCalendar:
    """Return the calendar of one agreement."""
    return show_calendar(library, Asked(agreement.years[0], agreements=(agreement.id,), as_known_on=as_known_on))


def _during(calendar: Calendar, year: int, of_year: set[str]) -> Calendar:
    """Keep what falls in the year and, of the year's own money, what has no date."""
    own = only_agreements(calendar, tuple(of_year))
    first, last = date(year, 1, 1), date(year, 12, 31)
    falls = only(
        calendar,
        lambda event: event.within(first, last) or (not isinstance(event.when, When) and event.agreement in of_year),
    )
    kept = of_year | {event.agreement for event in falls.events}
    doubtful = tuple(one for one in calendar.doubtful if one.agreement in kept)
    return replace(falls, need_not_found=own.need_not_found, gaps=own.gaps, doubtful=doubtful)


def _is_wanted(event: Event, asked: Asked) -> bool:
    dated = isinstance(event.when, When)
    return (
        (not asked.kinds or event.kind in asked.kinds)
        and (not asked.mine or event.own)
        and (not dated or event.within(asked.first, asked.last))
    )
