"""How early the money was known, as it is asked: the claim tested, each sum with its day, and what is outside."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest
from starlette.testclient import TestClient

from tests.web.pages.test_calendar_page import text


def test_the_claim_is_tested_in_words_with_its_source(portal: TestClient) -> None:
    page = portal.get("/tidiga-besked").text

    assert "Påståendet stämmer för 2024: hälften av pengarna var kända 12 dagar före årsskiftet" in text(page)
    assert "Socialdepartementet" in text(page)


def test_each_year_leads_to_its_own_page(portal: TestClient) -> None:
    page = portal.get("/tidiga-besked").text

    assert all(f'href="/{year}/tidiga-besked"' in page for year in range(2015, 2027))
    assert "−165 (−180 … −151)" in text(page)


def test_the_sums_of_a_year_are_those_of_its_download(portal: TestClient) -> None:
    page = portal.get("/2024/tidiga-besked").text
    rows = list(csv.DictReader(io.StringIO(portal.get("/2024/tidiga-besked.csv").text)))
    shown = re.search(r'<data value="(\d+)" data-sum="kr" data-table="sums">', page)

    assert shown
    assert int(shown[1]) == sum(int(row["kr"]) for row in rows)
    assert 'href="/avtal/cancer-2024"' in page


def test_the_rows_follow_the_order_asked_for(portal: TestClient) -> None:
    page = portal.get("/2024/tidiga-besked?sort=-kr").text
    cells = re.search(r"summor-tabell.*?<tbody>(.*?)</tbody>", page, re.DOTALL)

    assert cells
    kronor = [int(kr) for kr in re.findall(r'<data value="(\d+)"', cells[1])]
    assert kronor == sorted(kronor, reverse=True)


def test_the_document_has_the_payments_too(portal: TestClient) -> None:
    document = json.loads(portal.get("/2024/tidiga-besked.json").text)

    assert document["payments"][0]["year"] == 2024
    assert document["leads"]["main"]["median_days"]["middle"] == 12


@pytest.mark.parametrize(
    ("address", "status", "told"),
    [
        ("/1999/tidiga-besked", 200, "Inget besked om 1999 finns i biblioteket, som har besked om 2015–2026."),
        ("/2024/tidiga-besked?as-known-on=2022", 200, "Inget om 2024 var känt den 2022-12-31"),
        ("/tidiga-besked?as-known-on=2000", 200, "det första beskedet i biblioteket är från"),
        ("/2024/tidiga-besked?sort=pris", 422, "ingen kolumn 'pris'"),
        ("/20x4/tidiga-besked", 404, "är inget år"),
    ],
)
def test_what_is_outside_is_told(portal: TestClient, address: str, status: int, told: str) -> None:
    answer = portal.get(address)

    assert answer.status_code == status
    assert told in text(answer.text).replace("&#39;", "'")
