"""The page of one krona: its steps, all who share the pot, and every way in which there is nothing to tell."""

from __future__ import annotations

from fractions import Fraction

import pytest
from starlette.testclient import TestClient

from tests.web.pages.sums import said_and_summed

SKANE = "/2024/region-skane/kvinnors-halsa-2024/befolkning"


def test_it_leads_from_the_figure_to_the_krona(portal: TestClient) -> None:
    page = portal.get(SKANE).text.replace("\u00a0", " ")
    order = [
        "<h1>Varför Region Skåne får 184 156 683 kr</h1>",
        "1 422 288 / 10 557 682",
        "972 133 848 000 000/5 278 841 ≈ 184 156 682,8779 kr",
        "Avrundning till hela kronor",
        "21 av 21 är lika",
        "Om underlaget vore en procent större",
        'overens explain "Region Skåne" kvinnors-halsa-2024/befolkning',
    ]
    found = [page.replace("&#34;", '"').index(words) for words in order]
    assert found == sorted(found)


@pytest.mark.parametrize(
    "path",
    [
        SKANE,
        "/2024/nassjo/omstallning-socialtjanst-2024/kommuner",
        "/2024/jonkopings-lan/god-och-nara-vard-2024/kommuner",
    ],
)
def test_every_sum_is_that_of_its_download(portal: TestClient, path: str) -> None:
    pairs = list(said_and_summed(portal, path))
    assert len(pairs) >= 2, "the award and the total, and what was published where there is an annex"
    assert all(said == summed for said, summed in pairs)


def test_its_own_row_is_marked_however_sorted(portal: TestClient) -> None:
    page = portal.get(f"{SKANE}?sort=-awarded_kr").text
    assert page.count('class="own"') == 1
    assert ">Region Skåne<" in page.split('class="own"')[1].split("</tr>")[0]
    assert page.index(">Region Stockholm<") < page.index(">Region Gotland<")


def test_the_document_has_the_same_exact_numbers(portal: TestClient) -> None:
    answer = portal.get(f"{SKANE}.json").json()
    steps = {step["kind"]: step["numbers"] for step in answer["steps"]}
    weight, whole = Fraction(steps["key"]["weight"]), Fraction(steps["key"]["sum_of_weights"])
    assert Fraction(steps["exact"]["share"]) == 1_367_000_000 * weight / whole
    assert answer["sensitivity"]["figures"][0]["difference_kr"] > 0


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/2024/gotland/kvinnors-halsa-2024/befolkning", "Potten går till regionerna."),
        ("/2024/region-skane/kvinnors-halsa-2024/skr", "Potten går till SKR."),
        ("/2024/nassjo/god-och-nara-vard-2024/kommuner", "Jönköpings län får 29 000 000 kr att dela på."),
        ("/2026/region-skane/operationer-2026/operationer", "högst ≈ 101 000 000 kr"),
        ("/2020/nassjo/krisstod-2020/kommuner", "minst 100 000 kr"),
        (f"{SKANE}?as-known-on=2020-01-01", "Potten var inte känd 2020-01-01."),
    ],
)
def test_where_there_is_no_krona_it_says_why(portal: TestClient, path: str, said: str) -> None:
    answer = portal.get(path)
    assert answer.status_code == 200
    assert said in answer.text.replace("\u00a0", " ")


def test_gotland_is_led_from_its_one_role_to_the_other(portal: TestClient) -> None:
    page = portal.get("/2024/gotland/kvinnors-halsa-2024/befolkning").text
    assert 'href="/2024/region-gotland/kvinnors-halsa-2024/befolkning"' in page


def test_what_was_not_known_shows_no_rule(portal: TestClient) -> None:
    assert "Regeln:" not in portal.get(f"{SKANE}?as-known-on=2020-01-01").text


@pytest.mark.parametrize(
    ("path", "there"),
    [
        ("/2024/skåne län/kvinnors-halsa-2024/befolkning", "/2024/skane-lan/kvinnors-halsa-2024/befolkning"),
        ("/2024/VGR/sektorsbidrag-2024/varandringsbudget.csv", "/2024/vastra-gotalandsregionen/sektorsbidrag-2024/varandringsbudget.csv"),
        ("/2020/region-skane/tillganglighet-2020-tillagg/vid-beslut", "/2020/region-skane/tillganglighet-2020/vid-beslut"),
    ],
)  # fmt: skip
def test_another_spelling_has_one_address(portal: TestClient, path: str, there: str) -> None:
    answer = portal.get(path)
    assert (answer.status_code, answer.headers["location"]) == (308, there)


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/2024/region-skane/kvinnors-halsa-2024/befolknig", 404, "/2024/region-skane/kvinnors-halsa-2024/befolkning"),
        ("/2024/region-skane/kvinnors-halsa-202/befolkning", 404, "Avtalet &#39;kvinnors-halsa-202&#39; finns inte."),
        ("/2025/region-skane/kvinnors-halsa-2024/befolkning", 404, "gäller 2024, inte 2025"),
        ("/2024/habo/kvinnors-halsa-2024/befolkning", 300, "/2024/habo-0643/kvinnors-halsa-2024/befolkning"),
        (f"{SKANE}?sort=1;drop", 422, "ingen kolumn"),
        (f"{SKANE}.ics", 404, "Sidan finns inte som"),
    ],
)
def test_bad_addresses_say_what_would_be_right(portal: TestClient, path: str, status: int, said: str) -> None:
    answer = portal.get(path)
    assert answer.status_code == status
    assert said in answer.text


def test_a_page_of_290_is_light(portal: TestClient) -> None:
    assert len(portal.get("/2024/nassjo/omstallning-socialtjanst-2024/kommuner").content) < 45_000
