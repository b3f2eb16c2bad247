"""As it was known on a day: no page shows an agreement, a sum or a date that became known later, and each names the day."""

from __future__ import annotations

from datetime import date

import pytest
from starlette.testclient import TestClient

from overens.allocation.allocate import known_from
from overens.usecases.library import Library
from tests.web.walking import library_of, walk

DAYS = (date(2019, 6, 30), date(2021, 12, 31), date(2023, 11, 30), date(2023, 12, 31))
PLACES = ("region-jonkopings-lan", "nassjo", "jonkopings-lan", "region-gotland")
WITHOUT_DATE = "cancer-2026"
"""When it became known is not found; what has no date at all counts as always known (allocation/allocate.py)."""


@pytest.fixture(scope="module")
def library(portal: TestClient) -> Library:
    return library_of(portal)


@pytest.mark.parametrize("day", DAYS)
def test_no_pot_that_became_known_later(library: Library, day: date) -> None:
    for year in (day.year, day.year + 1):
        for address, table in [(f"/{year}", "pots"), *((f"/{year}/{word}", "pots") for word in PLACES)]:
            walked = walk(library, f"{address}?as-known-on={day}")
            assert f"Som det var känt {day}." in walked.html
            for row in walked.rows(table):
                assert _known(library, row["agreement"], row["pot"], day), (address, row)


@pytest.mark.parametrize("day", DAYS)
def test_no_agreement_that_became_known_later(library: Library, day: date) -> None:
    walked = walk(library, f"/avtal?as-known-on={day}")
    listed = {row["id"] for row in walked.rows("agreements")}
    assert listed == {name for name in library.readings if _any_known(library, name, day)}
    assert not [
        link
        for link in walked.page.links
        if link.startswith("/avtal/") and "/tabell/" not in link and _id(link) not in listed
    ]


@pytest.mark.parametrize("day", DAYS)
def test_an_agreement_not_yet_known_shows_no_sum(library: Library, day: date) -> None:
    later = [name for name in sorted(library.readings) if not _any_known(library, name, day)]
    for name in later[::6]:
        walked = walk(library, f"/avtal/{name}?as-known-on={day}")
        own = [number for number in walked.page.numbers if number.is_sum and number.value]
        assert not own, (name, own)
        assert not any(row["awarded_kr"] for row in walked.rows("awards")), name


@pytest.mark.parametrize(
    "page", ["/", "/2024", "/2024/nassjo", "/2024/kalender", "/2024/nassjo/kalender", "/2024/andring"]
)
def test_a_day_before_anything_was_known_shows_no_number(portal: TestClient, library: Library, page: str) -> None:
    walked = walk(library, f"{page}?as-known-on=1900-01-01")
    numbers = [number for number in walked.page.numbers if number.value]
    without = library.reading(WITHOUT_DATE, None).written.agreement
    assert without.known_from is None
    assert not numbers or page == "/", numbers
    assert "Som det var känt 1900-01-01." in walked.html


def test_a_day_to_come_is_as_it_is_known_now(library: Library) -> None:
    for page in ("/2024", "/2024/nassjo", "/avtal"):
        now, then = walk(library, page), walk(library, f"{page}?as-known-on=2099-01-01")
        assert [one.value for one in now.page.numbers] == [one.value for one in then.page.numbers]


def _known(library: Library, name: str, pot: str, day: date) -> bool:
    agreement = library.reading(name, day).written.agreement
    since = [known_from(agreement, one) for path, one in agreement.leaves() if path[-1] == pot or not pot]
    return any(one is None or one.known_on(day) for one in since)


def _any_known(library: Library, name: str, day: date) -> bool:
    return _known(library, name, "", day)


def _id(link: str) -> str:
    return link.split("/")[2].partition("?")[0].partition("#")[0]
