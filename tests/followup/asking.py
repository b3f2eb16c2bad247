"""Calendars of small agreements, as asked for by region 01 of a register of three."""

from __future__ import annotations

from datetime import date

from overens.allocation.model import Allocation
from overens.followup.calendar import compose_calendar
from overens.followup.model import Calendar, Event
from overens.notice.rows import PlaceRow, rows_for, rows_for_everyone
from overens.vocabulary.recipients import Recipient
from tests.builders import ABC, agreement_text, block, compute, plain_spaces

WHO = ABC.regions[0]


def text_of(more: str = "", pot: str = "", *, pots: str = "") -> str:
    """Return an agreement with the pot 'a' of 300 kr, 100 to each region, with lines more for it and for the agreement."""
    a = f"a:\n  namn: A\n  belopp: 300 kr\n  till: regioner\n  fördelning: lika\n  källa: k\n{block(pot, 2) if pot else ''}"
    return agreement_text(a + block(pots) if pots else a, more=more)


def allocation_of(more: str = "", pot: str = "", *, pots: str = "", on: str | None = None) -> Allocation:
    """Return the allocation of the agreement."""
    return compute(text_of(more, pot, pots=pots), on=on)


def rows_of(allocation: Allocation, who: Recipient | None = WHO) -> tuple[PlaceRow, ...]:
    """Return its pots as seen from the region, or from nobody."""
    return tuple(rows_for([allocation], who) if who else rows_for_everyone([allocation]))


def calendar_of(
    more: str = "", pot: str = "", *, pots: str = "", who: Recipient | None = WHO, on: str | None = None
) -> Calendar:
    """Return the calendar of the agreement, as known on the day."""
    day = date.fromisoformat(on) if on else None
    return compose_calendar(rows_of(allocation_of(more, pot, pots=pots, on=on), who), (), who, day)


def words(event: Event) -> tuple[str, str]:
    """Return when and what, as a person reads them."""
    return str(event.when), plain_spaces(event.what.say())
