"""An agreement's page: pots that sum, rules, sources, amendments, and who gets what; for every agreement there is."""

from __future__ import annotations

import csv
import io
import re

import pytest
from starlette.testclient import TestClient

from overens.usecases.library import Library, open_library
from tests.web.pages.sums import sums_on


@pytest.fixture(scope="module")
def library() -> Library:
    return open_library()


def _rows(portal: TestClient, address: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(portal.get(address).text)))


def test_awarded_lapsed_and_undistributed_are_the_amount_at_every_level_of_every_agreement(
    portal: TestClient, library: Library
) -> None:
    for name in library.readings:
        for row in _rows(portal, f"/avtal/{name}.csv?table=tree"):
            if row["amount_kr"]:
                parts = [int(row[part]) for part in ("awarded_kr", "lapsed_kr", "undistributed_kr")]
                assert sum(parts) == int(row["amount_kr"]), f"{name}/{row['path']}"


def test_the_identity_stands_on_the_page_with_real_numbers(portal: TestClient) -> None:
    page = portal.get("/avtal/god-och-nara-vard-2024").text.replace("\u00a0", " ")

    assert "Tilldelat 3 330 250 000 + förfallet 0 + ej fördelat 100 000 000 = 3 430 250 000 kr." in page
    assert "\u2003<a" in page, "a part is set in under what it is a part of"


@pytest.mark.parametrize("name", ["god-och-nara-vard-2024", "omstallning-socialtjanst-2024", "tillganglighet-2021"])
def test_every_sum_is_that_of_its_download(portal: TestClient, name: str) -> None:
    found = list(sums_on(portal, f"/avtal/{name}?lang=en"))

    assert found
    assert [one for one in found if one.shown != one.summed] == []


def test_every_page_leads_only_to_places_on_it_that_exist(portal: TestClient, library: Library) -> None:
    for name in library.readings:
        page = portal.get(f"/avtal/{name}").text
        ids = re.findall(r' id="([^"]+)"', page)
        assert len(ids) == len(set(ids)), name
        assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids), name


@pytest.mark.parametrize(
    ("name", "href"),
    [
        ("god-och-nara-vard-2024", "/2024/region-skane/god-och-nara-vard-2024/landsbygd"),
        ("god-och-nara-vard-2024", "/2024/skane-lan/god-och-nara-vard-2024/kommuner"),
    ],
)
def test_each_award_leads_to_why(portal: TestClient, name: str, href: str) -> None:
    assert f'href="{href}"' in portal.get(f"/avtal/{name}").text
    assert portal.get(href).status_code == 200


def test_many_municipalities_are_folded_but_all_there(portal: TestClient) -> None:
    page = portal.get("/avtal/omstallning-socialtjanst-2024").text

    assert "<summary>Alla 290</summary>" in page
    assert page.count('<th scope="row"><a href="/2024/') >= 290


def test_of_many_each_name_leads_to_the_place_and_from_there_to_why(portal: TestClient) -> None:
    assert 'href="/2024/nassjo"' in portal.get("/avtal/omstallning-socialtjanst-2024").text
    assert 'href="/2024/nassjo/omstallning-socialtjanst-2024/kommuner"' in portal.get("/2024/nassjo").text


def test_an_annex_says_what_its_equality_is_worth(portal: TestClient) -> None:
    page = portal.get("/avtal/god-och-nara-vard-2024").text

    assert '<span class="badge">21 av 21 lika till kronan</span> Nyckeln är tabellen själv: likheten visar' in page
    assert "21 av 21 lika till kronan: nyckeln är tabellen själv" in portal.get("/2024").text


def test_deviations_from_an_annex_are_listed_to_the_krona(portal: TestClient, library: Library) -> None:
    found = [(name, pot) for name in library.readings for pot in library.allocation(name).pots]
    deviating = [(name, d) for name, pot in found if pot.annex for d in pot.annex.deviations]
    for name, one in deviating:
        assert f'<data value="{one.published_kr}">' in portal.get(f"/avtal/{name}").text


@pytest.mark.parametrize(
    ("address", "location"),
    [
        ("/avtal/cancer-2024-tillagg", "/avtal/cancer-2024#andringar"),
        ("/avtal/cancer-2024-tillagg?lang=en", "/avtal/cancer-2024?lang=en#andringar"),
        ("/avtal/cancer-2024-tillagg.json", "/avtal/cancer-2024.json"),
    ],
)
def test_an_amendment_leads_to_the_agreement_it_changes(portal: TestClient, address: str, location: str) -> None:
    answer = portal.get(address)

    assert (answer.status_code, answer.headers["location"]) == (308, location)


def test_the_time_line_leads_to_before_and_to_the_difference(portal: TestClient, library: Library) -> None:
    for amendment, name in library.amends.items():
        page = portal.get(f"/avtal/{name}").text
        assert f'<li id="{amendment}">' in page
        before = re.search(r'href="(/avtal/[^"]*as-known-on=[^"]*)">Avtalet som det löd innan', page)
        assert before is not None
        assert portal.get(before[1]).status_code == 200
        for href in re.findall(r'href="(/avtal/[^"]*/andring[^"]*)"', page):
            assert portal.get(href.replace("&amp;", "&")).status_code == 200, href


def test_an_agreement_not_yet_known_says_so_and_shows_no_money(portal: TestClient) -> None:
    page = portal.get("/avtal/cancer-2024?as-known-on=2020").text

    assert "Avtalet var inte känt 2020-12-31." in page
    assert "Potterna" not in page


def test_sources_have_addresses_that_can_be_followed(portal: TestClient) -> None:
    page = portal.get("/avtal/cancer-2024").text

    assert 'href="https://regeringen.se/pressmeddelanden/2024/11/' in page
    assert 'id="kalla-tillagg"' in page


def test_the_same_grant_in_other_years_stands_with_totals_or_why_not(portal: TestClient) -> None:
    page = portal.get("/avtal/psykisk-halsa-2024").text

    assert 'href="/avtal/psykisk-halsa-2023"' in page
    assert '<data value="1320000000">' in page


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("/avtal/canser-2024", 404, "cancer-2024"),
        ("/avtal/cancer-2024?sort=nej", 422, "Tabellen har ingen kolumn"),
        ("/avtal/cancer-2024?lang=de", 422, "lang"),
        ("/avtal/cancer-2024?sort=name&sort=code", 422, "står två gånger"),
        ("/avtal/" + "a" * 5_000, 404, "finns inte"),
    ],
)
def test_bad_questions_are_answered_in_words(portal: TestClient, address: str, status: int, said: str) -> None:
    answer = portal.get(address)

    assert answer.status_code == status
    assert said in answer.text


def test_no_swedish_of_ours_is_left_in_english(portal: TestClient) -> None:
    page = portal.get("/avtal/cancer-2024?lang=en").text

    for words in ("Vem som får vad", "Reglerna", "Källor", "Tilldelat", "Beslutad", "ej beräknad", "Samma bidrag"):
        assert words not in page
