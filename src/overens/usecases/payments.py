"""A library -> how much of each year's money is paid in which month, and how much is paid late."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from overens.notice.hoarding import Hoarding, measure_hoarding
from overens.usecases.library import Library


@dataclass(frozen=True)
class Payments:
    """When the money of one year, or of every year that has been read, is paid.

    Attributes:
        years_in_library: Every year that any agreement is for.
    """

    as_known_on: date | None
    years: Mapping[int, Hoarding]
    years_in_library: tuple[int, ...]


def show_payments(library: Library, year: int | None = None, as_known_on: date | None = None) -> Payments:
    """Return when the money of the year, or of each year, is paid. A year without agreements is left out."""
    wanted = sorted({a.years[0] for a in library.agreements} if year is None else {year})
    found = {}
    for one in wanted:
        allocations = [library.allocation(a.id, as_known_on) for a in library.of_year(one, as_known_on)]
        hoarding = measure_hoarding(allocations, one)
        if hoarding.total_kr or hoarding.without_sum:
            found[one] = hoarding
    return Payments(as_known_on, found, tuple(sorted(library.years)))
