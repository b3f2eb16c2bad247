"""The pages of change: sums that go together to the krona, sides with days of their own, and bad questions."""

from __future__ import annotations

import csv
import io
import re

import pytest
from starlette.testclient import TestClient

from tests.web.pages.sums import said_and_summed

PAGES = [
    ("/2024/andring", "fran=2023"),
    ("/2024/region-skane/andring", "fran=2023"),
    ("/2022/andring", "fran=2021&as-known-on=2022-03"),
    ("/avtal/kvinnors-halsa-2024/andring", ""),
    ("/avtal/kvinnors-halsa-2024/andring", "place=region-skane"),
]


@pytest.mark.parametrize(("path", "query"), PAGES)
def test_every_sum_is_that_of_its_download(portal: TestClient, path: str, query: str) -> None:
    pairs = list(said_and_summed(portal, path, query))
    assert len(pairs) >= 6
    assert all(said == summed for said, summed in pairs)


@pytest.mark.parametrize(("path", "query"), PAGES)
def test_each_row_of_each_table_is_an_identity(portal: TestClient, path: str, query: str) -> None:
    for table in ("pots", "recipients", "details"):
        rows = list(csv.DictReader(io.StringIO(portal.get(f"{path}.csv?{query}&table={table}").text)))
        assert rows
        for row in rows:
            kr = {name.removesuffix("_kr"): int(value) for name, value in row.items() if name.endswith("_kr")}
            before, after, difference = kr.pop("before"), kr.pop("after"), kr.pop("difference")
            assert before + sum(kr.values()) == after == before + difference


def test_the_identity_is_shown(portal: TestClient) -> None:
    page = portal.get("/2024/region-skane/andring").text.replace("\u00a0", " ")
    found = re.search(r"<p>([\d ]+) kr − ([\d ]+) kr \+ ([\d ]+) kr = ([\d ]+) kr</p>", page)
    assert found is not None
    before, less, more, after = (int(part.replace(" ", "")) for part in found.groups())
    assert before - less + more == after


def test_without_fran_it_is_the_year_before(portal: TestClient) -> None:
    unasked, asked = (portal.get(f"/2024/andring.json{query}").json() for query in ("", "?fran=2023"))
    assert {**unasked, "citation": None} == {**asked, "citation": None}


def test_one_side_may_have_its_own_day(portal: TestClient) -> None:
    answer = portal.get("/2024/andring.json?fran=2024@2023-12-31").json()
    assert (answer["before"]["as_known_on"], answer["after"]["as_known_on"]) == ("2023-12-31", None)
    assert not answer["same"]
    both = portal.get("/2024/andring.json?fran=2023&as-known-on=2023-12-31").json()
    assert both["before"]["as_known_on"] == both["after"]["as_known_on"] == "2023-12-31"


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/2024/andring?fran=2024", "Båda sidorna är samma sak; ingenting skiljer."),
        ("/2024/andring?fran=1999", "Biblioteket har inget för 1999"),
        ("/2023/region-skane/andring?fran=2024", 'href="/2024/region-skane/andring?fran=2023"'),
        ("/2024/nassjo/andring", 'href="/2024/jonkopings-lan/andring"'),
        ("/avtal/tillganglighet-2020-tillagg/andring", "Före och efter: Tillägg 2020"),
        ("/avtal/tillganglighet-2020-tillagg/andring?as-known-on=2020-01", "Ändringen var inte känd den dagen."),
        ("/avtal/kvinnors-halsa-2017/andring", "Biblioteket har inget tidigare avtal i samma serie"),
    ],
)
def test_questions_with_little_to_tell_have_a_page(portal: TestClient, path: str, said: str) -> None:
    answer = portal.get(path)
    assert answer.status_code == 200
    assert said in answer.text


def test_the_forms_place_leads_to_the_places_page(portal: TestClient) -> None:
    answer = portal.get("/2024/andring", params={"fran": "2022", "place": "Nässjö", "lang": "en"})
    assert (answer.status_code, answer.headers["location"]) == (308, "/2024/nassjo/andring?fran=2022&lang=en")


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/2024/andring?fran=kvinnors-halsa-2023", 422, "inget år att jämföra ett år med"),
        ("/2024/andring?fran=2023@igår", 422, "inget datum"),
        ("/2024/andring?fran=@2023-12-31", 422, "säger inte vad"),
        ("/2024/andring?fran=2023&fran=2022", 422, "står två gånger"),
        ("/2024/andring?place=habo", 300, "/2024/andring?place=habo-0643"),
        ("/2024/andring?place=xyzzy", 422, "xyzzy"),
        ("/2024/region-skane/andring?place=nassjo", 422, "place"),
        ("/avtal/kvinnors-halsa-2024/andring?fran=2023", 422, "?fran=kvinnors-halsa-2023"),
        ("/avtal/kvinnors-halsa-2024/andring?fran=kvinnors-halsa-20", 422, "inget avtal att jämföra"),
        ("/avtal/kvinnors-halsa-20/andring", 404, "finns inte"),
        ("/abcd/andring", 404, "inget år"),
    ],
)
def test_bad_questions_say_what_would_be_right(portal: TestClient, path: str, status: int, said: str) -> None:
    answer = portal.get(path)
    assert answer.status_code == status
    assert said in answer.text


@pytest.mark.parametrize(("path", "query"), PAGES)
def test_english_has_no_swedish_sentence(portal: TestClient, path: str, query: str) -> None:
    page = portal.get(f"{path}?{query}&lang=en").text
    for words in ("Varför det skiljer", "Pott för pott", "Gör om det själv", "Jämför med", "Visa "):
        assert words not in page
