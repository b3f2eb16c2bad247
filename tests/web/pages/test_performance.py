"""The pages of pots that are earned: what is known, what must be given, made-up outcomes marked wherever they show."""

from __future__ import annotations

import csv
import io
import re
from html import unescape

import pytest
from starlette.testclient import TestClient

from overens.web.app import create_app
from overens.web.shelf import Shelf
from tests.usecases.performed import ASSESSMENTS, VISITS, agreement, outcome
from tests.web.addresses import THIRDS
from tests.web.conftest import TODAY
from tests.web.pages.sums import sums_on

POT = "/prestation/tillganglighet-2024/bup"
PLACE = f"{POT}/region-jonkopings-lan"
EARNED = "/prestation/operationer-2025-del-2/operationer"


def seen(portal: TestClient, address: str) -> str:
    """Return the words of the page's main part, on one line."""
    page = portal.get(address)
    main = page.text.partition("<main")[2].partition("</main>")[0]
    bare = unescape(re.sub(r"<option.*?</option>|<[^>]+>", " ", main)).replace("\u00a0", " ")
    return " ".join(bare.split())


def rows(portal: TestClient, address: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(portal.get(address).text)))


# --- nothing is published -----------------------------------------------------------


def test_what_is_not_known_is_said_first_with_the_way_on(portal: TestClient) -> None:
    words = seen(portal, PLACE)
    assert "Hur mycket Region Jönköpings län har tjänat in går inte att räkna med det som är publicerat." in words
    assert "Inga utfall månad för månad är publicerade" in words
    assert "overens outcomes template" in words
    assert f'href="{PLACE}?utfall=exempel"' in portal.get(PLACE).text
    assert "Påhittade utfall." not in words


def test_each_blank_has_a_label_and_stands_in_its_sentence(portal: TestClient) -> None:
    text = portal.get(POT).text
    labelled = re.findall(r'<label class="unseen" for="(falt-[^"]+)">[^<]+</label>', text)
    assert (
        labelled
        == re.findall(r'<(?:input|select) id="(falt-[^"]+)"', text)
        == [
            *(f"falt-krav-{n}-andel-av-potten" for n in (1, 2, 3)),
            "falt-fordelning",
        ]
    )
    assert "procent av potten för andel första besök inom BUP som skett inom 30 dagar om bättre än" in seen(portal, POT)


def test_a_pot_without_made_up_outcomes_does_not_offer_them(portal: TestClient) -> None:
    assert "påhittade utfall" not in seen(portal, "/prestation/cancer-2026/svf-andra")
    shown = seen(portal, "/prestation/cancer-2026/svf-andra?utfall=exempel")
    assert "För den här potten finns inga påhittade utfall." in shown


# --- made-up outcomes -----------------------------------------------------------------


@pytest.mark.parametrize("address", [POT, PLACE])
def test_made_up_outcomes_are_marked_wherever_they_show(portal: TestClient, address: str) -> None:
    page = portal.get(f"{address}?{THIRDS}").text
    assert "(påhittade utfall)</h1>" in page
    captions = re.findall(r'<caption id="(?:krav|var-och-en)-tabell"><span>([^<]*)', page)
    assert captions
    assert all(one.startswith("Påhittade utfall.") for one in captions)
    pictures = set(re.findall(rf"{re.escape(address)}/bild/([a-z0-9-]+)\.svg", page))
    assert pictures == ({"karta"} if address == POT else {"krav-1", "krav-2", "krav-3"})
    for name in pictures:
        for more in ("", "&size=narrow", "&lang=en"):
            svg = portal.get(f"{address}/bild/{name}.svg?{THIRDS}{more}").text
            assert ("Made-up outcomes" if "en" in more[-2:] else "Påhittade utfall") in svg, (name, more)
        assert {row["made_up"] for row in rows(portal, f"{address}/bild/{name}.csv?{THIRDS}")} == {"påhittade utfall"}
    for table in re.findall(r"table=([a-z-]+)", page):
        assert {row["made_up"] for row in rows(portal, f"{address}.csv?{THIRDS}&table={table}")} == {"påhittade utfall"}
    assert len(portal.get(f"{address}.json?{THIRDS}").json()["made_up_outcomes"]) == 3


def test_they_are_never_there_unasked(portal: TestClient) -> None:
    portal.get(f"{POT}?{THIRDS}")
    for address in (POT, PLACE, "/prestation", "/2024/region-jonkopings-lan"):
        assert "Påhittade utfall." not in seen(portal, address)
    assert portal.get(f"{POT}.json").json()["made_up_outcomes"] == []


# --- with values that are given -------------------------------------------------------


def test_the_answer_for_a_place_begins_with_one_sentence(portal: TestClient) -> None:
    words = seen(portal, f"{PLACE}?{THIRDS}")
    assert "Region Jönköpings län har tjänat in ≈ 9 533 727 kr och missat ≈ 6 196 922 kr." in words
    assert "Den är räknad med värden som du har antagit" in words
    assert "Billigaste nästa steg:" in words
    english = seen(portal, f"{PLACE}?{THIRDS}&lang=en")
    assert "Region Jönköpings län has earned ≈ 9 533 727 kr and missed ≈ 6 196 922 kr." in english


@pytest.mark.parametrize("address", [f"{POT}?{THIRDS}", f"{PLACE}?{THIRDS}", EARNED, f"{EARNED}/region-gotland"])
def test_every_sum_is_that_of_its_download(portal: TestClient, address: str) -> None:
    found = [*sums_on(portal, address)]
    assert len(found) >= 3
    assert [one for one in found if one.shown != one.summed] == []


def test_the_pot_is_an_identity(portal: TestClient) -> None:
    (pot,) = portal.get(f"{POT}.json?{THIRDS}").json()["pots"]
    assert pot["awarded_kr"] + (pot["lapsed_kr"] or 0) + pot["undistributed_kr"] == pot["amount"]["kr"] == 450_000_000
    assert sum(one["earned_kr"] for one in pot["recipients"]) == pot["earned_kr"]
    assert "= 450 000 000 kr, potten." in seen(portal, f"{POT}?{THIRDS}")


def test_every_month_is_a_sign_and_the_same_in_words(portal: TestClient) -> None:
    page = portal.get(f"{PLACE}?{THIRDS}").text
    cells = re.findall(r'<td class="month"><span aria-hidden="true">(.)</span><span class="unseen">(\w+)', page)
    told = [row["mark"] for row in rows(portal, f"{PLACE}.csv?{THIRDS}&table=months")]
    assert len(cells) == len(told) == 33
    assert [{"uppfyllt": "met", "missat": "missed"}[word] for _, word in cells] == told
    assert {sign for sign, _ in cells} == {"●", "○"}


def test_the_same_question_has_the_same_address(portal: TestClient) -> None:
    typed = "utfall=exempel&krav-1-andel-av-potten=33%20%25&krav-2-andel-av-potten="
    sent = portal.get(f"{POT}?{typed}")
    assert (sent.status_code, sent.headers["location"]) == (307, f"{POT}?utfall=exempel&krav-1-andel-av-potten=33")
    moved = portal.get(f"{POT}?place=region-jonkopings-lan&utfall=exempel")
    assert moved.headers["location"] == f"{PLACE}?utfall=exempel"
    assert portal.get(f"{POT}/Region-Jonkopings-lan").headers["location"] == PLACE


def test_the_command_is_given_the_same(portal: TestClient) -> None:
    words = seen(portal, f"{PLACE}?{THIRDS}")
    assert 'overens performance tillganglighet-2024/bup --place "Region Jönköpings län" --example' in words
    assert '--given "prestation/krav/1/andel av potten=1/3"' in words
    assert '--given "fördelning={andel av: befolkning, per: 2023-12-31}"' in words


def test_what_cannot_be_meant_stands_by_its_field(portal: TestClient) -> None:
    page = portal.get(f"{POT}?krav-1-andel-av-potten=mycket")
    assert page.status_code == 422
    assert 'value="mycket"' in page.text
    assert '<strong class="fault" id="falt-krav-1-andel-av-potten-fel">' in page.text
    whole = portal.get(
        f"{POT}?utfall=exempel&krav-1-andel-av-potten=50&krav-2-andel-av-potten=60&krav-3-andel-av-potten=1"
    )
    assert whole.status_code == 422


def test_one_without_a_part_is_told_whose_pot_it_is(portal: TestClient) -> None:
    page = portal.get(f"{POT}/nassjo")
    assert page.status_code == 404
    assert "Nässjö kommun är inte med i potten" in page.text
    assert f'href="{PLACE}"' in page.text
    english = portal.get(f"{POT}/nassjo?lang=en").text
    assert "Nässjö kommun has no part in the pot" in english


# --- a range --------------------------------------------------------------------------


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """Return the portal with an agreement whose level is not published, plausibly 55 to 80, and outcomes for it."""
    folder = tmp_path_factory.mktemp("own")
    (folder / "prov.yaml").write_text(
        agreement(level="ej publicerat, rimligt: {minst: 55, högst: 80}"), encoding="utf-8"
    )
    (folder / "besok.regioner.csv").write_text(outcome("besok", VISITS), encoding="utf-8")
    (folder / "utredning.regioner.csv").write_text(outcome("utredning", ASSESSMENTS), encoding="utf-8")
    return TestClient(create_app(Shelf((folder,)), lambda: TODAY), follow_redirects=False)


def test_without_the_level_there_is_a_range_hatched_and_no_amount(own: TestClient) -> None:
    page = own.get("/prestation/prov-2024/bup")
    assert page.text.count('<div class="range">') == 2
    assert "66,67 procent av potten för Besök" in seen(own, "/prestation/prov-2024/bup")
    assert "Visa utan dem" not in page.text
    assert "Spann, inget belopp" in seen(own, "/prestation/prov-2024/bup")
    assert [one for one in sums_on(own, "/prestation/prov-2024/bup") if one.shown != one.summed] == []
    svg = own.get("/prestation/prov-2024/bup/bild/spann.svg").text
    assert "<pattern" in svg
    (row,) = rows(own, "/prestation/prov-2024/bup/region-gotland.csv?table=recipients")
    assert int(row["range_low_kr"]) < int(row["range_high_kr"])
    assert row["awarded_kr"] == ""
    given = seen(own, "/prestation/prov-2024/bup/region-gotland?krav-1-eller-minst=70")
    assert "har tjänat in" in given
    assert "Spann" not in given


# --- the way there ------------------------------------------------------------------


def test_every_pot_that_is_earned_is_listed_and_leads_on(portal: TestClient) -> None:
    listed = rows(portal, "/prestation.csv")
    assert len(listed) > 20
    assert portal.get("/prestation.json").json()["pots"][0]["pot"] == listed[0]["pot"]
    for row in listed:
        assert portal.get(f"/prestation/{row['agreement']}/{row['pot']}").status_code == 200, row
    assert "Det året finns ingen pott" in seen(portal, "/prestation?year=1999")


def test_a_place_is_told_what_it_has_to_earn_in_kronor(portal: TestClient) -> None:
    page = portal.get("/2026/region-gotland").text
    assert 'href="/prestation/operationer-2026/operationer/region-gotland"' in page
    (row,) = [r for r in rows(portal, "/2026/region-gotland.csv?table=to-earn") if r["pot"] == "operationer"]
    assert row["ceiling_kr"] == "5000000"
    assert "Att tjäna in genom prestation" not in portal.get("/2024/nassjo").text


def test_agreements_and_reasons_lead_to_performance(portal: TestClient) -> None:
    assert 'href="/prestation/tillganglighet-2024/bup"' in portal.get("/avtal/tillganglighet-2024").text
    assert (
        'href="/prestation/tillganglighet-2024/bup"' in portal.get("/2024/region-gotland/tillganglighet-2024/bup").text
    )


def test_as_known_before_anything_was(portal: TestClient) -> None:
    assert portal.get("/prestation?as-known-on=2000-01-01").status_code == 200
    for address in (POT, PLACE):
        before = portal.get(f"{address}?as-known-on=1999-01-01")
        assert before.status_code == 404
        assert "var inte känd 1999-01-01" in before.text
    early = portal.get(f"{PLACE}?{THIRDS}&as-known-on=2024-06-30")
    assert early.status_code == 200
    assert "Hittills räknas" in seen(portal, f"{PLACE}?{THIRDS}&as-known-on=2024-06-30")


def test_a_day_before_the_pot_was_known_is_refused_with_the_way_to_what_is_known_now(portal: TestClient) -> None:
    answer = portal.get("/prestation/tillganglighet-2024/bup?as-known-on=2023-06-01")
    assert answer.status_code == 404
    assert "var inte känd 2023-06-01: känd först 202" in answer.text
    assert 'href="/prestation/tillganglighet-2024/bup"' in answer.text
