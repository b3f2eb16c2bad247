"""A library, a recipient and a year -> the population to divide kronor by, and kronor per inhabitant."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from overens.figures.model import known_last
from overens.figures.population import FIGURE, Population, counted_kind, counts_of_year, population_of
from overens.usecases.library import Library
from overens.usecases.year import Year
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Text


def show_populations(
    library: Library, recipients: Sequence[Recipient], year: int, as_known_on: date | None = None
) -> dict[str, Population | Text]:
    """Return code -> population to divide the year's kronor by, or why there is none, for recipients of one kind."""
    if not recipients:
        return {}
    kind, register = recipients[0].kind, library.register
    counted = counted_kind(kind)
    series = [one for read in library.read_figures((FIGURE, counted)) for one in read.series] if counted else []
    counts = counts_of_year(kind, year, known_last(series, as_known_on), register, as_known_on)
    return {who.code: population_of(who, year, counts, register, as_known_on) for who in recipients}


def regional_populations(library: Library, year: Year) -> dict[str, Population]:
    """Return the population of each region that the year's kronor are divided by; of whom none is found is left out."""
    regions = [row.recipient for row in year.regions]
    found = show_populations(library, regions, year.year, year.as_known_on)
    return {code: one for code, one in found.items() if isinstance(one, Population)}
