"""The search page: straight to what is meant, else a list; hostile words are only words."""

from __future__ import annotations

import pytest
from markupsafe import escape
from starlette.testclient import TestClient


@pytest.mark.parametrize(
    ("q", "href"),
    [
        ("q=nässjö", "/2026/nassjo"),
        ("q=Region Skåne&lang=en", "/2026/region-skane?lang=en"),
        ("q=cancer-2024&as-known-on=2024-01", "/avtal/cancer-2024?as-known-on=2024-01"),
    ],
)
def test_a_whole_name_goes_straight_there_for_now(portal: TestClient, q: str, href: str) -> None:
    answer = portal.get(f"/sok?{q}")
    assert (answer.status_code, answer.headers["location"]) == (307, href)


def test_the_document_always_lists(portal: TestClient) -> None:
    answer = portal.get("/sok.json", params={"q": "nässjö", "lang": "en"}).json()
    assert answer["q"] == "nässjö"
    assert [(hit["name"], hit["what"], hit["href"]) for hit in answer["hits"]] == [
        ("Nässjö", "municipality in Jönköpings län", "/2026/nassjo?lang=en")
    ]


def test_a_shared_name_lists_all_with_the_municipality_first(portal: TestClient) -> None:
    page = portal.get("/sok", params={"q": "gotland"}).text
    assert 0 < page.index(">Kommuner<") < page.index(">Regioner<") < page.index(">Län<")


def test_no_hit_says_so_with_near_names_and_every_county(portal: TestClient) -> None:
    page = portal.get("/sok", params={"q": "nasjö"}).text
    assert "Menade du?" in page
    assert page.count("<details>") == 21
    assert page.index("Gävleborgs län") < page.index("Örebro län")


def test_an_empty_search_explains_itself(portal: TestClient) -> None:
    assert 'href="/sok?q=N%C3%A4ssj%C3%B6"' in portal.get("/sok?q=").text


@pytest.mark.parametrize("q", ["<script>alert(1)</script>", '" onfocus="x', "'; DROP TABLE x --", "{{ 7*7 }}"])
def test_hostile_words_are_only_words(portal: TestClient, q: str) -> None:
    answer = portal.get("/sok", params={"q": q})
    assert answer.status_code == 200
    assert str(escape(q)) in answer.text


@pytest.mark.parametrize(("q", "said"), [("a\0b", "vanlig text"), ("a" * 101, "högst 100 tecken")])
def test_what_is_no_text_or_too_long_is_refused(portal: TestClient, q: str, said: str) -> None:
    answer = portal.get("/sok", params={"q": q})
    assert answer.status_code == 422
    assert said in answer.text
