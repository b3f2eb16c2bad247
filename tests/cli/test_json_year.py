"""overens year 2024 --json: the printed tables beside what is verified, what is inferred, and the rest."""

from __future__ import annotations

import pytest

from tests.cli.running import document, overens
from tests.cli.shapes import KR_OR_NULL, has, is_amount, is_contradiction, is_recipient, is_run

MKR = 1_000_000


def test_each_region_has_what_was_printed_and_what_is_known_of_it() -> None:
    regions = document("year", "2024")["regions"]

    assert len(regions) == 21
    assert [region["code"] for region in regions] == sorted({region["code"] for region in regions})
    for region in regions:
        is_recipient(region)
        assert region["kind"] == "region"
        has(region, published_kr=KR_OR_NULL, verified_kr=int, inferred_kr=int, residual_kr=KR_OR_NULL)
        has(region, outside_table_kr=int, ceiling_kr=int)


def test_the_residual_is_what_the_printed_sum_leaves() -> None:
    for region in document("year", "2024")["regions"]:
        known = region["verified_kr"] + region["inferred_kr"]
        assert region["residual_kr"] == region["published_kr"] - known, region["name"]


def test_the_sums_of_the_printed_table() -> None:
    regions = document("year", "2024")["regions"]

    assert sum(region["published_kr"] for region in regions) == 9_842 * MKR
    assert sum(region["verified_kr"] for region in regions) == 4_517 * MKR
    assert sum(region["residual_kr"] for region in regions) == -161 * MKR
    assert sum(region["inferred_kr"] for region in regions) == 5_486 * MKR


@pytest.mark.parametrize(("code", "mkr"), [("01", 2_111), ("06", 389), ("09", 81), ("14", 1_606), ("23", 163)])
def test_single_printed_cells(code: str, mkr: int) -> None:
    (region,) = [one for one in document("year", "2024")["regions"] if one["code"] == code]

    assert region["published_kr"] == mkr * MKR


def test_what_the_table_leaves_out_is_shown_apart() -> None:
    answer = document("year", "2024")
    (held,) = [set(table["holds"]) for table in answer["tables"] if table["id"] == "regiontabell-2024"]
    outside = {
        f"{one['id']}/{pot['id']}": sum(a["awarded_kr"] for a in pot["awards"] if a["kind"] == "region")
        for one in answer["agreements"]
        for pot in document("agreement", one["id"])["pots"]
        if f"{one['id']}/{pot['id']}" not in held
    }

    assert outside["sektorsbidrag-2024/varandringsbudget"] == 6_000 * MKR
    assert sum(region["outside_table_kr"] for region in answer["regions"]) == sum(outside.values())


def test_the_counties_are_areas_and_sum_to_750_mkr() -> None:
    counties = document("year", "2024")["counties"]

    assert len(counties) == 21
    assert {county["kind"] for county in counties} == {"area"}
    assert sum(county["published_kr"] for county in counties) == 750 * MKR
    assert {county["code"]: county["published_kr"] for county in counties}["06"] == 29 * MKR
    for county in counties:
        is_recipient(county)
        has(county, published_kr=int, awarded_kr=int)


def test_the_agreements_of_the_year_have_totals_and_run_hashes() -> None:
    agreements = {one["id"]: one for one in document("year", "2024")["agreements"]}

    assert {
        "tillganglighet-2024",
        "kvinnors-halsa-2024",
        "god-och-nara-vard-2024",
        "cancer-2024",
        "lakemedelsberedskap-2024",
        "sektorsbidrag-2024",
    } <= set(agreements)
    for one in agreements.values():
        has(one, id=str, name=str, status=str, awarded_kr=int, lapsed_kr=int, not_computed=list)
        is_run(one["run"])
        if one["total"] is None:
            assert one["undistributed_kr"] is None
        else:
            is_amount(one["total"])
            assert one["awarded_kr"] + one["lapsed_kr"] + one["undistributed_kr"] == one["total"]["kr"]
    assert agreements["kvinnors-halsa-2024"]["total"]["kr"] == 1_535 * MKR


def test_the_year_says_the_same_of_an_agreement_as_the_agreement_does() -> None:
    for one in document("year", "2024")["agreements"]:
        whole = document("agreement", one["id"])
        assert one["run"] == whole["run"]
        assert (one["total"], one["awarded_kr"]) == (whole["total"], whole["awarded_kr"])
        assert one["not_computed"] == [pot["id"] for pot in whole["pots"] if pot["state"] == "not_computed"]


def test_what_a_region_gets_in_the_year_is_what_its_agreements_award_it() -> None:
    awards = [
        award
        for one in document("year", "2024")["agreements"]
        for pot in document("agreement", one["id"])["pots"]
        for award in pot["awards"]
    ]
    for region in document("year", "2024")["regions"]:
        own = sum(a["awarded_kr"] for a in awards if (a["kind"], a["code"]) == ("region", region["code"]))
        assert region["verified_kr"] + region["inferred_kr"] + region["outside_table_kr"] == own


def test_the_table_names_the_pots_it_is_said_to_hold_and_that_it_does_not_add_up() -> None:
    answer = document("year", "2024")
    tables = {table["id"]: table for table in answer["tables"]}

    assert "kvinnors-halsa-2024/befolkning" in tables["regiontabell-2024"]["holds"]
    assert any(out["pot"].startswith("sektorsbidrag-2024/") for out in tables["regiontabell-2024"]["leaves_out"])
    assert all(out["reason"] for out in tables["regiontabell-2024"]["leaves_out"])
    assert any("9 842" in contradiction["says"] for contradiction in answer["contradictions"])
    for contradiction in answer["contradictions"]:
        is_contradiction(contradiction)


def test_a_year_without_a_printed_table_has_null_and_no_residual() -> None:
    answer = document("year", "2021")

    assert len(answer["regions"]) == 21
    assert {(one["published_kr"], one["residual_kr"]) for one in answer["regions"]} == {(None, None)}
    assert answer["counties"] == []
    assert any(one["verified_kr"] + one["inferred_kr"] for one in answer["regions"])


def test_a_year_without_agreements_is_empty_and_not_an_error() -> None:
    answer = overens("year", "1999", "--json")

    assert answer.code == 0
    assert (answer.json["year"], answer.json["regions"], answer.json["agreements"]) == (1999, [], [])


def test_a_year_is_the_same_twice() -> None:
    assert overens("year", "2024", "--json").out == overens("year", "2024", "--json").out
