"""The shipped population figures, as kronor of a year are divided by them."""

from __future__ import annotations

from functools import cache

import pytest

from overens.figures.population import Population
from overens.usecases.documents.population import population_document
from overens.usecases.library import Library, open_library
from overens.usecases.population import show_populations
from overens.vocabulary.recipients import RecipientKind
from overens.vocabulary.wording import Text
from tests.builders import AREA, MUNICIPALITY, REGION, SV


@cache
def library() -> Library:
    """Return the shipped library, read once."""
    return open_library()


def found(kind: RecipientKind, code: str, year: int) -> Population:
    """Return a place's population for the year."""
    who = library().register.get(kind, code)
    assert who is not None
    population = show_populations(library(), [who], year)[code]
    assert isinstance(population, Population)
    return population


@pytest.mark.parametrize(
    ("kind", "code", "year", "measured_on", "inhabitants"),
    [
        (REGION, "06", 2024, "2023-12-31", 368856),
        (REGION, "06", 2021, "2020-11-01", 364_953),
        (MUNICIPALITY, "0682", 2023, "2022-12-31", 31_944),
        (MUNICIPALITY, "0682", 2026, "2024-12-31", 31587),
        (MUNICIPALITY, "0682", 2021, "2022-12-31", 31_944),
    ],
)
def test_the_count_of_a_year(kind: RecipientKind, code: str, year: int, measured_on: str, inhabitants: int) -> None:
    population = found(kind, code, year)

    assert (population.measured_on, population.inhabitants) == (measured_on, inhabitants)


def test_a_county_counts_as_its_region_does_on_the_same_day() -> None:
    for region in library().register.regions:
        county = found(AREA, region.code, 2024)
        assert county.measured_on == "2023-12-31"
        assert county.inhabitants == found(REGION, region.code, 2024).inhabitants


@pytest.mark.parametrize("year", range(2017, 2027))
def test_all_of_a_kind_are_counted_on_one_day(year: int) -> None:
    for kind in (REGION, MUNICIPALITY, AREA):
        assert len({found(kind, who.code, year).measured_on for who in library().register.of(kind)}) == 1


def test_the_document_says_the_same_also_of_nothing() -> None:
    who = library().register.regions[0]
    population = found(REGION, who.code, 2024)
    document = population_document(population, SV)

    assert (document["inhabitants"], document["kind"], document["reason"]) == (population.inhabitants, "official", None)
    nothing = Text("finns inte", "does not exist")
    assert population_document(nothing, SV) == {"inhabitants": None, "reason": "finns inte"}
