"""A place's page: what is computed, what is not, and what is only an illustration, each said as what it is."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from tests.pdf_reader import pages_of
from tests.web.pages.test_calendar_page import text


@pytest.mark.parametrize("place", ["nassjo", "habo-0305"])
def test_where_nothing_is_computed_that_is_said_and_no_nought_is_shown(portal: TestClient, place: str) -> None:
    page = text(portal.get(f"/2026/{place}").text)

    assert "inget är säkert eller härlett" in page
    assert "Inget är beräknat i kronor, varken här eller för liknande platser" in page
    assert " 0 kr" not in page


def test_a_column_that_nothing_stands_in_is_not_there(portal: TestClient) -> None:
    table = portal.get("/2024/nassjo").text.split('id="avtal-tabell"')[1].split("</thead>")[0]

    assert "Säkert" in table
    assert "Härlett" not in table


def test_events_are_of_agreements_by_name(portal: TestClient) -> None:
    page = portal.get("/2026/nassjo").text

    assert '<span class="note">Psykisk hälsa och suicidprevention 2026</span>' in page
    assert '<span class="note">psykisk-halsa-2026' not in page


def test_without_a_month_there_is_no_picture_of_months(portal: TestClient) -> None:
    assert portal.get("/2024/nassjo/bild/manader.svg").status_code == 404
    assert portal.get("/2024/region-jonkopings-lan/bild/manader.svg").status_code == 200


def test_an_illustration_says_neither_at_most_nor_that_it_is_certain(portal: TestClient) -> None:
    drawn = portal.get("/2024/jonkopings-lan/bild/illustration-1.svg").text

    assert "2,5" in drawn
    assert "högst" not in drawn


@pytest.mark.parametrize("place", ["region-jonkopings-lan", "nassjo", "jonkopings-lan", "gotland"])
@pytest.mark.parametrize("language", ["sv", "en"])
def test_its_pdf_says_the_pages_kronor_address_and_run(portal: TestClient, place: str, language: str) -> None:
    asked = f"/2024/{place}.pdf?lang={language}"
    answer, document = portal.get(asked), portal.get(asked.replace(".pdf", ".json")).json()

    first = pages_of(answer.content)[0]
    assert answer.headers["content-type"] == "application/pdf"
    assert f"overens-2024-{place}.pdf" in answer.headers["content-disposition"]
    for stake in filter(None, document["by_agreement"]["sums"].values()):
        for kr in (stake["awarded_kr"], stake["part_of_kr"]):
            assert kr is None or f"{kr:,} kr".replace(",", " ") in first
    assert document["citation"]["address"] in first.replace(" ", "")
    assert document["citation"]["run"]["whole"][:12] in first
    assert portal.get(asked).content == answer.content


def test_the_pdf_of_a_year_without_grants_has_the_pages_address(portal: TestClient) -> None:
    (only,) = pages_of(portal.get("/1999/nassjo.pdf").content)

    assert "Inget i biblioteket når Nässjö kommun 1999." in only
    assert "http://testserver/1999/nassjo" in only
