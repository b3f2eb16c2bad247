"""A side of a comparison as it is named: years, agreements, amendments, each with a day of its own or the common one."""

from __future__ import annotations

from datetime import date

import pytest

from overens.usecases.library import Library, open_library
from overens.usecases.sides import NamedSide, earlier, read_named_side, sides_between
from overens.vocabulary.problems import Fault

DAY = date(2023, 6, 30)


@pytest.fixture(scope="module")
def library() -> Library:
    return open_library()


@pytest.mark.parametrize(
    ("typed", "name", "day", "year"),
    [
        ("2024", "2024", DAY, 2024),
        ("2024@2023-12", "2024", date(2023, 12, 31), 2024),
        ("cancer-2024@2024", "cancer-2024", date(2024, 12, 31), None),
        ("20244", "20244", DAY, None),
        ("²024", "²024", DAY, None),
    ],
)
def test_what_is_named(typed: str, name: str, day: date, year: int | None) -> None:
    found = read_named_side(typed, DAY)
    assert found == NamedSide(name, day)
    assert isinstance(found, NamedSide)
    assert found.year == year


@pytest.mark.parametrize("typed", ["", " ", "@", "@2023", "2024@", "2024@igår", "2024@2023-02-30", "2024@2023@x"])
def test_what_names_nothing(typed: str) -> None:
    assert isinstance(read_named_side(typed, DAY), Fault)


@pytest.mark.parametrize(
    ("name", "before"),
    [
        ("kvinnors-halsa-2024", "kvinnors-halsa-2023"),
        ("tillganglighet-2020-tillagg", "tillganglighet-2020"),
        ("forlossningsvard-2017", ""),
    ],
)
def test_what_it_is_compared_with_unless_asked(library: Library, name: str, before: str) -> None:
    assert earlier(library, name) == before


def test_every_agreement_has_something_earlier_that_is_in_the_library_or_nothing(library: Library) -> None:
    for name in (*library.readings, *library.amends):
        before = earlier(library, name)
        assert before != name
        assert before == "" or before in library.readings


def test_an_amendment_beside_its_agreement_is_after_beside_before_either_way(library: Library) -> None:
    base, change = NamedSide("tillganglighet-2020", None), NamedSide("tillganglighet-2020-tillagg", None)
    before, after = sides_between(library, base, change)
    assert [len(one.allocations[0].readings) for one in (before, after)] == [1, 2]
    assert sides_between(library, change, base) == (after, before)


def test_each_side_keeps_its_day(library: Library) -> None:
    before, after = sides_between(library, NamedSide("2024", DAY), NamedSide("2024", None))
    assert (before.day, after.day) == (DAY, None)
    assert len(before.allocations) < len(after.allocations)
