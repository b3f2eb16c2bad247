"""Which count of the inhabitants a year's kronor are divided by, and how the quotient is shown."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from overens.figures.model import FigureKind, Series
from overens.figures.population import Population, counts_of_year, per_inhabitant_words, population_of
from overens.vocabulary.recipients import Recipient, RecipientKind, Register
from overens.vocabulary.wording import Text
from tests.builders import AREA, EN, MUNICIPALITY, REGION, plain_spaces, series

SMALL = Register(
    (Recipient(REGION, "01", "Region 01", "01", "01"),),
    tuple(Recipient(MUNICIPALITY, code, f"{code} kommun", code, code[:2]) for code in ("0101", "0102", "0301")),
    (Recipient(AREA, "01", "Ettans län", "Ettan", "01"),),
)
REGION_01, COUNTY = SMALL.regions[0], SMALL.areas[0]


def population(who: Recipient, year: int, found: list[Series], register: Register, day: date | None = None) -> object:
    """Return the population, chosen among the counts."""
    return population_of(who, year, counts_of_year(who.kind, year, found, register, day), register, day)


def counts(*days: str, implied: tuple[str, ...] = ()) -> list[Series]:
    """Return a count of 100 for each day, official unless implied."""
    return [
        series("befolkning", {"01": 100}, on=day, origin=FigureKind.IMPLIED if day in implied else FigureKind.OFFICIAL)
        for day in days
    ]


@pytest.mark.parametrize(
    ("days", "implied", "chosen", "before"),
    [
        (("2022-12-31", "2023-11-01", "2023-12-31", "2024-12-31"), ("2023-11-01",), "2023-12-31", True),
        (("2023-11-01", "2023-12-31"), ("2023-12-31",), "2023-11-01", True),
        (("2022-12-31", "2023-11-01"), ("2023-11-01",), "2023-11-01", True),
        (("2022-12-31", "2024-12-31"), (), "2024-12-31", False),
        (("2018-12-31", "2019-12-31"), (), "2019-12-31", False),
        (("2024-02-01", "2023-09-30"), (), "2024-02-01", False),
        (("2023",), (), "2023", False),
    ],
)
def test_the_official_count_of_the_autumn_before_goes_first_then_the_nearest(
    days: tuple[str, ...], implied: tuple[str, ...], chosen: str, before: bool
) -> None:
    found = population(REGION_01, 2024, counts(*days, implied=implied), SMALL)

    assert isinstance(found, Population)
    assert (found.measured_on, found.before_the_year) == (chosen, before)


def test_a_count_that_is_only_inferred_comes_after_all_others() -> None:
    inferred = series("befolkning", {"01": 100}, on="2023-12-31", origin=FigureKind.INFERRED)

    for others, chosen in ((counts("2020-12-31"), "2020-12-31"), ([], "2023-12-31")):
        found = population(REGION_01, 2024, [inferred, *others], SMALL)
        assert isinstance(found, Population)
        assert found.measured_on == chosen


def municipal(day: str, **values: int | None) -> Series:
    """Return a count of municipalities, k101 for 0101."""
    return series("befolkning", {f"0{code[1:]}": n for code, n in values.items()}, on=day, kind=MUNICIPALITY)


def test_a_county_has_the_inhabitants_of_its_municipalities_and_of_no_other() -> None:
    found = population(COUNTY, 2024, [municipal("2023-12-31", k101=10, k102=20, k301=400)], SMALL)

    assert isinstance(found, Population)
    assert (found.inhabitants, found.municipalities) == (30, 2)


def test_one_date_serves_all_and_a_count_that_lacks_someone_comes_last() -> None:
    whole, lacking = municipal("2022-12-31", k101=1, k102=2, k301=3), municipal("2023-12-31", k101=9, k102=None, k301=3)
    first, second = SMALL.municipalities[:2]

    assert _day(first, whole, lacking) == _day(second, whole, lacking) == "2022-12-31"
    assert _day(first, lacking) == "2023-12-31"
    assert _day(second, lacking) is None


def _day(who: Recipient, *found: Series) -> str | None:
    one = population(who, 2024, list(found), SMALL)
    return one.measured_on if isinstance(one, Population) else None


def test_what_was_not_known_on_the_day_is_left_out_and_where_nothing_is_left_it_is_said() -> None:
    found = population(REGION_01, 2024, counts("2022-12-31", "2023-12-31"), SMALL, date(2023, 12, 1))
    none = population(REGION_01, 2024, counts("2023-12-31"), SMALL, date(2023, 12, 1))

    assert isinstance(found, Population)
    assert found.measured_on == "2022-12-31"
    assert isinstance(none, Text)
    assert none.say() == "folkmängden i Region 01 är inte funnen bland det som var känt 2023-12-01"
    assert none.say(EN) == "the population of Region 01 is not found in what was known on 2023-12-01"


def test_who_has_no_inhabitants_gets_no_quotient() -> None:
    agency = Recipient(RecipientKind.AGENCY, "Socialstyrelsen", "Socialstyrelsen", "Socialstyrelsen")

    assert isinstance(population(agency, 2024, counts("2023-12-31"), SMALL), Text)


@pytest.mark.parametrize(
    ("kr", "sv", "en"),
    [
        (Fraction(0), "0 kr per invånare", "0 kr per inhabitant"),
        (Fraction(47, 100), "0,5 kr per invånare", "0.5 kr per inhabitant"),
        (Fraction(12345, 10), "1 235 kr per invånare", "1 235 kr per inhabitant"),
        (Fraction(-95, 2), "−48 kr per invånare", "−48 kr per inhabitant"),
    ],
)
def test_the_quotient_is_shown_to_the_krona_and_small_ones_to_the_tenth(kr: Fraction, sv: str, en: str) -> None:
    assert plain_spaces(per_inhabitant_words(kr).say()) == sv
    assert plain_spaces(per_inhabitant_words(kr).say(EN)) == en
