"""A place's page: what is computed, what is not, and what is only an illustration, each said as what it is."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

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
