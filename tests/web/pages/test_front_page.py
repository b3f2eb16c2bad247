"""The front page, on a day in 2024: a search field first, the newest year, what comes next, the way to everything."""

from __future__ import annotations

import csv
import io
import re
from datetime import date

from starlette.testclient import TestClient

from overens.web.app import create_app
from overens.web.shelf import Shelf


def rows(portal: TestClient, address: str) -> list[dict[str, str]]:
    """Return the rows of a download."""
    return list(csv.DictReader(io.StringIO(portal.get(address).text)))


def test_the_search_field_is_the_first_field_and_one_can_reach_every_place_without_it(portal: TestClient) -> None:
    page = portal.get("/").text
    assert page.count('role="search"') == 1
    assert page.index("Vilken region eller kommun budgeterar du för?") < page.index("<h2")
    links = set(re.findall(r'href="/2026/([a-z0-9-]+)"', page))
    assert {"region-orebro-lan", "orebro-lan", "orebro", "habo-0305"} <= links
    assert len(links - {"kalender"}) == 21 + 21 + 290


def test_the_years_sums_are_those_of_the_download(portal: TestClient) -> None:
    page = portal.get("/").text
    pots = rows(portal, "/start.csv?table=pots")
    shown = re.findall(r'<data value="(-?\d+)" data-sum="(\w+)" data-table="pots">', page)
    assert len(shown) > 4
    for value, column in shown:
        assert int(value) == sum(int(row[column] or 0) for row in pots)


def test_the_first_table_is_the_year_at_a_glance(portal: TestClient) -> None:
    glance = [row for row in rows(portal, "/start.csv") if row["year"] == "2026"]
    total = next(int(row["kr"]) for row in glance if row["what"] == "total")
    assert sum(int(row["kr"]) for row in glance if row["what"] != "total") == total
    assert portal.get("/start.json").json()["year"]["total"]["kr"] == total


def test_what_is_past_is_not_due(portal: TestClient) -> None:
    assert all(row["last"] >= "2024-03-01" for row in rows(portal, "/start.csv?table=due"))


def test_when_nothing_is_ahead_the_page_says_so_and_what_was_last() -> None:
    late = TestClient(create_app(Shelf(), lambda: date(2090, 1, 1)))
    page = late.get("/").text
    assert "Inget förfaller efter 2090-01-01, så långt biblioteket vet. Det sista var" in page


def test_before_anything_was_known_the_page_still_helps(portal: TestClient) -> None:
    page = portal.get("/?as-known-on=1999").text
    assert "i korthet" not in page
    assert 'href="/2026/nassjo?as-known-on=1999"' in page


def test_in_english_no_sentence_is_left_in_swedish(portal: TestClient) -> None:
    page = portal.get("/?lang=en").text
    assert "Which region or municipality do you budget for?" in page
    assert "What comes next" in page
    assert "närmast" not in page.replace("narmast", "")
