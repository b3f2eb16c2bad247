"""A year's page: how much, to whom, how sure; what is said where there is nothing; sums that the downloads give again."""

from __future__ import annotations

import csv
import io

import pytest
from starlette.testclient import TestClient

from tests.web.pages.sums import sums_on


def _rows(portal: TestClient, address: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(portal.get(address).text)))


@pytest.mark.parametrize(
    "address", ["/2024", "/2024?as-known-on=2023-12-31", "/2021?lang=en", "/2020", "/avtal?year=2024"]
)
def test_every_sum_is_that_of_its_download(portal: TestClient, address: str) -> None:
    found = list(sums_on(portal, address))

    assert found
    assert [one for one in found if one.shown != one.summed] == []


@pytest.mark.parametrize("year", range(2017, 2027))
def test_a_pots_parts_sum_to_it_and_pots_to_their_agreements(portal: TestClient, year: int) -> None:
    pots = _rows(portal, f"/{year}.csv?table=pots")
    agreements = _rows(portal, f"/{year}.csv?table=agreements")
    parts = ("certain_kr", "inferred_kr", "to_earn_kr", "not_computed_kr", "lapsed_kr", "undistributed_kr")

    assert all(sum(int(pot[part]) for part in parts) == int(pot["amount_kr"] or 0) for pot in pots)
    for one in agreements:
        mine = [int(pot["amount_kr"] or 0) for pot in pots if pot["agreement"] == one["id"]]
        assert not one["total_kr"] or sum(mine) == int(one["total_kr"])


def test_it_links_every_region_and_county_and_they_their_municipalities(portal: TestClient) -> None:
    page = portal.get("/2024").text

    for word in ("region-skane", "jonkopings-lan", "uppsala-lan", "gotlands-lan", "region-gotland"):
        assert f'href="/2024/{word}"' in page
    counties = "".join(portal.get(f"/2024/{word}").text for word in ("jonkopings-lan", "uppsala-lan", "gotlands-lan"))
    for word in ("nassjo", "habo-0643", "habo-0305", "gotland"):
        assert f'href="/2024/{word}"' in counties
    listed = page[page.index('id="kommuner"') :]
    assert listed.index(">Blekinge län<") < listed.index(">Västmanlands län<") < listed.index(">Östergötlands län<")


def test_kronor_per_inhabitant_are_all_that_is_computed_by_the_population(portal: TestClient) -> None:
    for row in _rows(portal, "/2024.csv"):
        kr = sum(int(row[name]) for name in ("verified_kr", "inferred_kr", "outside_table_kr"))
        assert int(row["computed_kr"]) == kr
        assert abs(float(row["computed_per_inhabitant"]) - kr / int(row["inhabitants"])) < 0.001


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/2031", "Inget avtal för 2031 finns i biblioteket, som har avtal för 2017, "),
        ("/2031?lang=en", "No agreement for 2031 is in the library"),
        ("/2024?as-known-on=1999", "avtal för 2024 var känt 1999-12-31."),
        ("/2018", "Inget av detta är beräknat per region."),
    ],
)
def test_an_empty_year_says_what_is_known(portal: TestClient, address: str, said: str) -> None:
    answer = portal.get(address)

    assert answer.status_code == 200
    assert said in answer.text


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("/2024?sort=drop table", 422, "Tabellen har ingen kolumn"),
        ("/2024?sort=<script>", 422, "&lt;script&gt;"),
        ("/2024?sort=" + "a" * 10_000, 422, "går inte att läsa"),
        ("/2024?as-known-on=igår", 422, "as-known-on"),
        ("/2024?q=1", 422, "känner inte till"),
        ("/20244", 404, "är inget år"),
        ("/2024.csv?table=nej", 422, "ingen tabell"),
        ("/2024.ics", 404, "finns inte som"),
        ("/avtal?year=tjugo", 422, "kan inte vara"),
        ("/avtal?q=%00", 422, "går inte att läsa"),
    ],
)
def test_bad_questions_are_answered_in_words(portal: TestClient, address: str, status: int, said: str) -> None:
    answer = portal.get(address)

    assert answer.status_code == status
    assert said in answer.text


def test_regions_are_sorted_as_asked_with_swedish_letters_last(portal: TestClient) -> None:
    names = [row["name"] for row in _rows(portal, "/2024.csv?sort=name")]
    sums = [int(row["computed_kr"]) for row in _rows(portal, "/2024.csv?sort=-computed_kr")]

    assert names[-2:] == ["Örebro län", "Östergötland"]
    assert sums == sorted(sums, reverse=True)


def test_the_list_is_narrowed_by_year_and_words(portal: TestClient) -> None:
    found = _rows(portal, "/avtal.csv?year=2024&q=kvinnors halsa")

    assert [row["id"] for row in found] == ["kvinnors-halsa-2024"]
    assert len(_rows(portal, "/avtal.csv")) > 140
    assert "Inget avtal stämmer" in portal.get("/avtal?q=finnsinte").text
