"""The calendar as a planner asks it: what must be done by when, filtered, taken along; and what is told when it cannot be."""

from __future__ import annotations

import csv
import io
import json
import re

import icalendar
import pytest
from starlette.testclient import TestClient

REGION = "/2024/region-jonkopings-lan/kalender"


def text(page: str) -> str:
    """Return what is read on a page."""
    main = re.search(r"<main.*</main>", page, re.DOTALL)
    assert main
    return " ".join(re.sub(r"<[^>]+>", " ", main[0]).replace("\u00a0", " ").split())


def test_what_may_be_lost_comes_first_with_its_day_and_its_kronor(portal: TestClient) -> None:
    said = text(portal.get(REGION).text)

    assert said.index("Måste begäras eller göras") < said.index("månad för månad") < said.index("Datum ej funna")
    assert "2024-12-01 om 275 dagar Rekvirera pengarna" in said
    assert "86 550 482 kr" in said


def test_what_has_passed_is_told_from_the_day_asked(portal: TestClient) -> None:
    assert "Allt som har ett datum har passerat den 2030-06-01." in text(portal.get(f"{REGION}?today=2030-06-01").text)
    assert "har passerat" not in text(portal.get(f"{REGION}?today=2023-01-01").text)


def test_every_event_leads_to_its_agreement_and_every_krona_to_why(portal: TestClient) -> None:
    page = portal.get(REGION).text

    assert 'href="/avtal/tillganglighet-2024"' in page
    assert 'href="/2024/region-jonkopings-lan/tillganglighet-2024/efter-helhetsbedomning"' in page


def test_the_sum_is_that_of_the_downloads_column(portal: TestClient) -> None:
    page = portal.get(REGION).text
    shown = re.search(r'<data value="(\d+)" data-sum="paid_kr" data-table="months">', page)
    rows = list(
        csv.DictReader(io.StringIO(portal.get(f"{REGION.replace('kalender', 'kalender.csv')}?table=months").text))
    )

    assert shown
    assert int(shown[1]) == sum(int(row["paid_kr"]) for row in rows)


@pytest.mark.parametrize(
    ("filters", "kinds"),
    [("kind=requisition", {"requisition"}), ("kind=rekvisition&kind=utbetalning", {"requisition", "payment"})],
)
def test_filters_are_permalinks_of_every_form(portal: TestClient, filters: str, kinds: set[str]) -> None:
    document = json.loads(portal.get(f"{REGION}.json?{filters}").text)
    entries = icalendar.Calendar.from_ical(portal.get(f"{REGION}.ics?{filters}").text).walk("VEVENT")

    assert {event["kind"] for event in document["events"]} == kinds
    assert len(entries) == sum(event["first"] is not None for event in document["events"])
    assert f"Visar {len(document['events'])} av" in text(portal.get(f"{REGION}?{filters}").text)


def test_the_file_does_not_change_with_the_day(portal: TestClient) -> None:
    assert "DTSTAMP:20240301" not in portal.get(f"{REGION}.ics").text


def test_the_form_leads_to_the_chosen_place_with_its_filters(portal: TestClient) -> None:
    answer = portal.get("/2024/kalender?place=Nässjö&kind=payment&from=2024-01-01")

    assert (answer.status_code, answer.headers["location"]) == (
        308,
        "/2024/nassjo/kalender?kind=payment&from=2024-01-01",
    )


def test_a_filter_that_leaves_nothing_says_so_and_how_to_widen(portal: TestClient) -> None:
    page = portal.get("/2024/habo-0305/kalender?kind=application").text

    assert "Visar 0 av" in text(page)
    assert "Inga sådana händelser är funna." in text(page)
    assert 'href="/2024/habo-0305/kalender">ta bort' in page


def test_a_day_that_does_not_exist_is_flagged(portal: TestClient) -> None:
    said = text(portal.get("/2021/kalender").text)

    assert "omöjligt datum" in said
    assert "31 februari 2021" in said


@pytest.mark.parametrize(
    ("address", "status", "told"),
    [
        ("/2024/kalender?mine=1", 422, "ingen plats är vald"),
        ("/2024/kalender?from=2025&to=2024", 422, "Från 2025-01-01 kommer efter till 2024-12-31."),
        ("/2024/kalender?kind=fest", 422, "Det finns inget slag"),
        ("/2024/kalender?agreement=cancr-2024", 422, "cancer-2024"),
        ("/2024/kalender?agreement=cancer-2023", 422, "gäller inte 2024"),
        ("/2024/kalender?place=habo", 300, "Håbo"),
        ("/2024/kalender?place=zzzzzz", 404, "zzzzzz"),
        ("/2024/kalender?today=ig%C3%A5r", 422, "är inget datum"),
        ("/2024/kalender?sort=kr'%20OR%201", 422, "ingen kolumn"),
        ("/2024/kalender?during=ja", 422, "during"),
        ("/1999/kalender", 200, "Inget avtal för 1999 finns i biblioteket"),
        ("/2024/nassjo/kalender?as-known-on=2010-01-01", 200, "Inget i biblioteket som var känt 2010-01-01"),
    ],
)
def test_what_cannot_be_shown_is_told(portal: TestClient, address: str, status: int, told: str) -> None:
    answer = portal.get(address)

    assert answer.status_code == status
    assert told in text(answer.text)


def test_all_that_falls_in_the_year_takes_other_years_agreements(portal: TestClient) -> None:
    assert portal.get("/2024/kalender?agreement=cancer-2023&during=1").status_code == 200
