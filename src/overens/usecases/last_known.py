"""A library, and the days that are named -> the day that what is taken along speaks from, with no clock."""

from __future__ import annotations

from datetime import date

from overens.allocation.allocate import known_from
from overens.usecases.counted_sums import counted_sums
from overens.usecases.library import Library


def speaks_from(library: Library, today: date | None, as_known_on: date | None) -> date:
    """Return the day from which to tell what has passed: the day named, else the last that there is to know of."""
    return today or as_known_on or last_known(library)


def last_known(library: Library) -> date:
    """Return the last day that something in the library became known: the day to speak from when none is named."""
    sums = counted_sums(library.read_announcements(), library.agreements)
    pots = (known_from(agreement, pot) for agreement in library.agreements for _, pot in agreement.leaves())
    days = [one.known.last for one in sums] + [one.last for one in pots if one is not None]
    return max(days, default=date(max(library.years, default=1990), 1, 1))
