"""Pots as seen from a recipient (or from nobody) -> its calendar: events by date, what may lapse, what is not found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date

from overens.agreement.model import Agreement
from overens.followup.doubtful import doubtful_dates
from overens.followup.events import events_of
from overens.followup.lapse import gaps, need_not_found, what_may_lapse
from overens.followup.model import Calendar, Event
from overens.notice.rows import PlaceRow
from overens.vocabulary.periods import When
from overens.vocabulary.recipients import Recipient


def compose_calendar(
    rows: Sequence[PlaceRow],
    shared: Sequence[PlaceRow] = (),
    who: Recipient | None = None,
    as_known_on: date | None = None,
) -> Calendar:
    """Return every event of the pots' agreements, by date, the undated last.

    Args:
        rows: Pots that go to the recipient itself; every pot, when all are asked about.
        shared: Pots that go to the recipient's county.
        who: Who is asked about; None for all.
        as_known_on: Leave out terms whose sources were published after the day.
    """
    together = sorted((*rows, *shared), key=lambda row: row.allocation.agreement.years)
    events = tuple(sorted(events_of(together, who, as_known_on), key=in_order))
    agreements = {row.allocation.agreement.id: row.allocation.agreement for row in together}
    return Calendar(
        events,
        tuple(what_may_lapse(events, rows, shared)),
        need_not_found(together, as_known_on) if who is not None else (),
        gaps(together, as_known_on),
        _checked_on(agreements.values(), as_known_on),
        tuple(doubtful_dates(agreements.values(), as_known_on)),
    )


def in_order(event: Event) -> tuple[date, int, str, str, str, int]:
    """Return the key that sorts events by date: a month after the days in it, the undated last."""
    when = event.when
    first, last = (when.first, when.last) if isinstance(when, When) else (date.max, date.max)
    return last, -first.toordinal(), event.agreement, event.pot or "", event.kind.value, event.n


def only(calendar: Calendar, wanted: Callable[[Event], bool]) -> Calendar:
    """Return the calendar with only the events that are wanted."""
    return replace(
        calendar,
        events=tuple(event for event in calendar.events if wanted(event)),
        may_lapse=tuple(one for one in calendar.may_lapse if wanted(one.event)),
    )


def only_agreements(calendar: Calendar, ids: Sequence[str]) -> Calendar:
    """Return the calendar of just these agreements, with what is not found of them."""
    chosen = only(calendar, lambda event: event.agreement in ids)
    return replace(
        chosen,
        need_not_found=tuple(gap for gap in calendar.need_not_found if gap.agreement in ids),
        gaps=tuple(gap for gap in calendar.gaps if gap.agreement in ids),
        doubtful=tuple(one for one in calendar.doubtful if one.agreement in ids),
    )


def _checked_on(agreements: Iterable[Agreement], as_known_on: date | None) -> date | None:
    """Return the latest day that a source was checked, fetched or published, or an agreement decided."""
    days = [
        when.last
        for agreement in agreements
        for when in (
            agreement.decided,
            agreement.known_from,
            *(day for s in agreement.sources.values() for day in (s.checked, s.fetched, s.published)),
        )
        if isinstance(when, When)
    ]
    return as_known_on or max(days, default=None)
