"""overens agreement ID --json: the ids, keys and sums that others rely on."""

from __future__ import annotations

import pytest

from tests.cli.running import document, overens
from tests.cli.shapes import AGREEMENTS, has, is_amount, is_annex, is_award, is_contradiction, is_run

all_twelve = pytest.mark.parametrize("agreement", AGREEMENTS)


@all_twelve
def test_it_has_its_id_status_and_total(agreement: str) -> None:
    answer = document("agreement", agreement)

    assert answer["id"] == agreement
    assert answer["status"] == "beslutad"
    assert "total" in answer
    if answer["total"] is not None:
        is_amount(answer["total"])
    assert str(answer["years"][0]) == agreement[-4:]


@pytest.mark.parametrize(
    ("agreement", "mkr"),
    [
        ("tillganglighet-2024", 2_937),
        ("kvinnors-halsa-2024", 1_535),
        ("god-och-nara-vard-2024", 3_430.25),
        ("cancer-2024", 812.55),
        ("lakemedelsberedskap-2024", 100),
        ("sektorsbidrag-2024", 9_000),
        ("tillganglighet-2021", 2_967),
        ("cancer-2021", 500),
        ("psykisk-halsa-2021", 1_700),
        ("sammanhallen-vard-2021", 397),
        ("covid-testning-2021", None),
        ("covid-vaccination-2021", None),
    ],
)
def test_the_totals_are_those_of_the_sources_and_null_where_a_frame_is_open(agreement: str, mkr: float | None) -> None:
    total = document("agreement", agreement)["total"]

    assert (total and total["kr"]) == (None if mkr is None else round(mkr * 1_000_000))


def test_before_it_was_amended_an_agreement_has_the_total_it_was_made_with() -> None:
    before, on = (document("agreement", "cancer-2024", "--as-known-on", day) for day in ("2024-10-31", "2024-11-01"))

    assert (before["total"]["kr"], on["total"]["kr"]) == (809_000_000, 812_550_000)
    assert [(one["id"], one["applied"]) for one in before["amendments"]] == [("cancer-2024-tillagg", False)]
    assert on["amendments"][0]["applied"]


@all_twelve
def test_each_pot_has_its_amount_sums_awards_and_annex(agreement: str) -> None:
    pots = document("agreement", agreement)["pots"]

    assert pots
    assert len({pot["id"] for pot in pots}) == len(pots)
    for pot in pots:
        has(pot, id=str, name=str, state=str, amount=(dict, type(None)), awards=list, annex=(dict, type(None)))
        assert pot["state"] in {"computed", "not_computed"}
        assert (pot["reason"] is None) == (pot["state"] == "computed")
        for award in pot["awards"]:
            is_award(award)
        if pot["annex"] is not None:
            is_annex(pot["annex"])


@all_twelve
def test_in_each_pot_awarded_lapsed_and_undistributed_make_the_amount(agreement: str) -> None:
    for pot in document("agreement", agreement)["pots"]:
        awarded = sum(award["awarded_kr"] for award in pot["awards"])
        if pot["amount"] is None:
            assert (pot["awarded_kr"], pot["lapsed_kr"], pot["undistributed_kr"]) == (None, None, None)
            assert pot["awards"] == []
        else:
            is_amount(pot["amount"])
            assert pot["awarded_kr"] == awarded
            assert awarded + pot["lapsed_kr"] + pot["undistributed_kr"] == pot["amount"]["kr"]


@all_twelve
def test_the_whole_is_the_sum_of_its_pots(agreement: str) -> None:
    answer = document("agreement", agreement)
    awarded = sum(award["awarded_kr"] for pot in answer["pots"] for award in pot["awards"])

    assert answer["awarded_kr"] == awarded
    if answer["total"] is None:
        assert answer["undistributed_kr"] is None
    else:
        assert awarded + answer["lapsed_kr"] + answer["undistributed_kr"] == answer["total"]["kr"]


@all_twelve
def test_a_recipient_is_awarded_once_from_a_pot(agreement: str) -> None:
    for pot in document("agreement", agreement)["pots"]:
        who = [(award["kind"], award["code"]) for award in pot["awards"]]
        assert len(set(who)) == len(who)


@all_twelve
def test_a_pot_that_is_not_computed_awards_nothing_and_is_left_whole(agreement: str) -> None:
    left = [pot for pot in document("agreement", agreement)["pots"] if pot["state"] == "not_computed"]

    for pot in left:
        assert pot["awards"] == []
        assert pot["reason"]
        if pot["amount"] is not None:
            assert pot["undistributed_kr"] == pot["amount"]["kr"]


@all_twelve
def test_contradictions_keep_both_values_and_say_why_one_is_used(agreement: str) -> None:
    for contradiction in document("agreement", agreement)["contradictions"]:
        is_contradiction(contradiction)


@pytest.mark.parametrize(
    ("agreement", "about"),
    [
        ("kvinnors-halsa-2024", "potter.befolkning.belopp"),
        ("tillganglighet-2024", "potter.bup.belopp"),
        ("tillganglighet-2021", "belopp"),
        ("covid-vaccination-2021", "potter.doser.utbetalning.0.datum"),
    ],
)
def test_the_known_contradictions_are_recorded(agreement: str, about: str) -> None:
    assert about in [c["about"] for c in document("agreement", agreement)["contradictions"]]


@all_twelve
def test_the_run_is_three_hashes_and_the_same_twice(agreement: str) -> None:
    first = document("agreement", agreement)["run"]

    is_run(first)
    assert overens("agreement", agreement, "--json").json["run"] == first


def test_no_two_agreements_have_the_same_rules_or_result() -> None:
    runs = [document("agreement", agreement)["run"] for agreement in AGREEMENTS]

    assert len({run["rules"] for run in runs}) == len(AGREEMENTS)
    assert len({run["result"] for run in runs}) == len(AGREEMENTS)


@pytest.mark.parametrize(
    ("agreement", "pot", "equal", "of", "basis"),
    [
        ("kvinnors-halsa-2024", "befolkning", 21, 21, "same_table"),
        ("kvinnors-halsa-2024", "landsbygd", 21, 21, "same_table"),
        ("sektorsbidrag-2024", "varandringsbudget", 21, 21, "list"),
        ("kvinnors-halsa-2021", "overenskommelsen", 20, 20, "same_table"),
        ("kvinnors-halsa-2021", "tillagg", 16, 20, "independent"),
        ("kvinnors-halsa-2023", "landsbygd", 19, 21, "same_table"),
        ("vardkapacitet-2025", "regioner", 21, 21, "same_table"),
    ],
)
def test_the_published_annexes_come_out_as_counted(agreement: str, pot: str, equal: int, of: int, basis: str) -> None:
    annexes = {one["id"]: one["annex"] for one in document("agreement", agreement)["pots"]}

    assert (annexes[pot]["equal"], annexes[pot]["of"], annexes[pot]["basis"]) == (equal, of, basis)
    assert all(deviation["reason"] for deviation in annexes[pot]["deviations"])


def test_the_awards_of_kvinnors_halsa_2024_are_the_printed_ones() -> None:
    pots = {pot["id"]: pot for pot in document("agreement", "kvinnors-halsa-2024")["pots"]}
    population = {award["code"]: award for award in pots["befolkning"]["awards"]}

    assert population["06"]["name"] == "Region Jönköpings län"
    assert population["06"]["awarded_kr"] == 47_803_842
    assert population["06"]["mark"] == "verified"
    assert [(a["kind"], a["awarded_kr"]) for a in pots["skr"]["awards"]] == [("skr", 18_000_000)]


def test_money_to_counties_is_awarded_to_areas_that_say_who_shares() -> None:
    (pot,) = [p for p in document("agreement", "god-och-nara-vard-2024")["pots"] if p["id"] == "kommuner"]
    jonkoping = next(award for award in pot["awards"] if award["code"] == "06")

    assert {award["kind"] for award in pot["awards"]} == {"area"}
    assert jonkoping["awarded_kr"] == 29_000_000
    assert len(jonkoping["shared_by"]) == 13
    assert "0680" in jonkoping["shared_by"]


def test_the_language_changes_the_words_and_no_number() -> None:
    swedish, english = (document("agreement", "tillganglighet-2024", "--lang", one) for one in ("sv", "en"))
    bup = [next(p for p in answer["pots"] if p["id"] == "bup") for answer in (swedish, english)]

    assert [pot["reason"] for pot in bup] == [
        "4 värden i regeln är inte kända, bland dem nyckeln",
        "4 values in the rule are not known, among them the key",
    ]
    assert english["run"] == swedish["run"]
    assert [p["amount"] for p in english["pots"]] == [p["amount"] for p in swedish["pots"]]
