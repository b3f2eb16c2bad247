"""Dates that sources state in different ways, or that cannot be, are told apart from other contradictions."""

from __future__ import annotations

from datetime import date

import pytest

from overens.followup.doubtful import doubtful_dates
from overens.usecases.calendar import Asked, show_calendar
from overens.usecases.library import Library, open_library
from overens.vocabulary.periods import impossible_days


@pytest.fixture(scope="module")
def library() -> Library:
    return open_library()


def test_a_day_that_does_not_exist_is_told_as_such(library: Library) -> None:
    found = show_calendar(library, Asked(2021)).calendar.doubtful

    assert [(one.agreement, one.impossible) for one in found if one.impossible] == [
        ("covid-vaccination-2021", ("31 februari 2021",))
    ]
    assert all(one.sources and one.why for one in found)


def test_a_contradiction_about_kronor_is_no_doubtful_date(library: Library) -> None:
    cancer = library.reading("cancer-2023").written.agreement

    assert cancer.contradictions
    assert list(doubtful_dates([cancer])) == []


def test_it_was_not_known_before_its_source(library: Library) -> None:
    assert show_calendar(library, Asked(2021, as_known_on=date(2020, 1, 1))).calendar.doubtful == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("31 februari 2021", ["31 februari 2021"]),
        ("29 februari 2024", []),
        ("den 31:e april 2023", ["31:e april 2023"]),
    ],
)
def test_only_days_that_cannot_be_are_found(text: str, found: list[str]) -> None:
    assert impossible_days(text) == found
