"""overens place NAME 2024 --json: what a place gets, how sure, what it shares, and by when."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.cli.running import asked, document
from tests.cli.shapes import KR_OR_NULL, has, is_amount, is_award, is_recipient

PLACES = ("region jönköpings län", "region gotland", "håbo", "gotlands kommun", "jönköpings län")


def pots(place: str, year: str = "2024") -> dict[str, Any]:
    """Return agreement/pot -> the row of the place."""
    return {f"{row['agreement']}/{row['pot']}": row for row in document("place", place, year)["pots"]}


@pytest.mark.parametrize("place", PLACES)
def test_it_says_who_and_every_row_says_how_sure(place: str) -> None:
    answer = document("place", place, "2024")

    is_recipient(answer)
    has(answer, year=int, total_kr=int, certain_kr=int, inferred_kr=int, pots=list, shared=list, deadlines=list)
    for row in (*answer["pots"], *answer["shared"]):
        has(row, agreement=str, pot=str, name=str, certainty=str, ceiling_kr=KR_OR_NULL, at_least_kr=KR_OR_NULL)
        assert row["certainty"] in {"certain", "inferred", "not_computed"}
        if row["pot_amount"] is not None:
            is_amount(row["pot_amount"])
        if row["award"] is not None:
            is_award(row["award"])
        assert (row["certainty"] == "not_computed") == (row["reason"] is not None and row["award"] is None)


@pytest.mark.parametrize("place", PLACES)
def test_the_sums_are_the_sums_of_the_rows(place: str) -> None:
    answer = document("place", place, "2024")
    awarded = dict.fromkeys(("certain", "inferred", "not_computed"), 0)
    for row in answer["pots"]:
        awarded[row["certainty"]] += row["award"]["awarded_kr"] if row["award"] else 0

    assert (answer["certain_kr"], answer["inferred_kr"]) == (awarded["certain"], awarded["inferred"])
    assert awarded["not_computed"] == 0
    assert answer["total_kr"] == answer["certain_kr"] + answer["inferred_kr"]


def test_a_region_has_the_rows_of_its_agreements() -> None:
    rows = pots("region jönköpings län")

    assert rows["kvinnors-halsa-2024/befolkning"]["award"]["awarded_kr"] == 47_803_842
    assert rows["kvinnors-halsa-2024/befolkning"]["certainty"] == "certain"
    assert rows["tillganglighet-2024/vid-beslut"]["certainty"] == "inferred"
    assert rows["tillganglighet-2024/bup"]["certainty"] == "not_computed"
    assert "kvinnors-halsa-2024/skr" not in rows


def test_a_region_is_shown_its_printed_total_and_the_residual_of_the_year() -> None:
    (region,) = [one for one in document("year", "2024")["regions"] if one["code"] == "06"]
    printed = document("place", "region jönköpings län", "2024")["printed"]

    assert printed["published_kr"] == region["published_kr"] == 389_000_000
    assert printed["residual_kr"] == region["residual_kr"]


def test_a_municipality_has_its_own_money_and_what_its_county_shares() -> None:
    answer = document("place", "håbo", "2024")

    assert pots("håbo")["omstallning-socialtjanst-2024/kommuner"]["award"]["awarded_kr"] == 650_000
    (shared,) = answer["shared"]
    assert (shared["pot"], shared["award"]["kind"], shared["award"]["code"]) == ("kommuner", "area", "03")
    assert shared["award"]["awarded_kr"] == 29_000_000
    assert "0305" in shared["award"]["shared_by"]
    assert answer["total_kr"] == 650_000, "what is shared is not the municipality's own"


def test_a_county_has_its_money_and_its_members() -> None:
    answer = document("place", "jönköpings län", "2024")

    assert answer["kind"] == "area"
    assert answer["total_kr"] == 29_000_000
    members = {(one["kind"], one["code"]): one["awarded_kr"] for one in answer["members"]}
    assert len(members) == 14
    assert members[("municipality", "0680")] == 650_000
    assert members[("region", "06")] == document("place", "region jönköpings län", "2024")["total_kr"]


def test_deadlines_have_a_kind_a_date_as_written_and_whose_they_are() -> None:
    deadlines = document("place", "region jönköpings län", "2024")["deadlines"]

    for deadline in deadlines:
        has(deadline, kind=str, what=str, agreement=str, kr=KR_OR_NULL)
        assert deadline["kind"] in {
            "payment",
            "requisition",
            "application",
            "repayment",
            "duty",
            "condition",
            "use_ends",
        }
    dated = {(d["kind"], d["when"], d["agreement"]) for d in deadlines}
    assert ("requisition", "2024-12-01", "tillganglighet-2024") in dated
    assert ("repayment", "2025-03-31", "lakemedelsberedskap-2024") in dated


def test_a_floor_is_given_where_only_the_key_above_it_is_unknown() -> None:
    row = pots("håbo", "2020")["krisstod-2020/kommuner"]

    assert (row["award"], row["certainty"], row["at_least_kr"]) == (None, "not_computed", 100_000)


def test_a_place_in_a_year_without_agreements_has_no_rows() -> None:
    answer = document("place", "region skåne", "1999")

    assert (answer["pots"], answer["shared"], answer["deadlines"]) == ([], [], [])


@pytest.mark.parametrize("place", ["region jönköpings län", "nässjö"])
def test_the_page_is_about_the_place_and_the_calendar_about_everyone(place: str) -> None:
    page, calendar = asked("place", place, "2024").said, asked("calendar", place, "2024").said

    assert "Vad andra ska göra ·" in calendar
    assert "Vad andra ska göra ·" not in page
    assert "Vad måste begäras eller göras, och vad ska andra göra? overens calendar" in page


def test_pots_without_dates_are_counted_on_the_page_and_named_in_the_calendar() -> None:
    who = "region jönköpings län"

    assert re.search(r"Inget är funnet om återbetalning för \d+ potter\.", asked("place", who, "2024").said)
    assert re.search(r"Inget är funnet om återbetalning för \S+ \(", asked("calendar", who, "2024").said)


def test_an_unknown_part_of_the_county_s_pot_is_not_a_question_mark() -> None:
    said = asked("place", "nässjö", "2025").said

    assert "psykisk-halsa-2025/lansgemensamt: okänt belopp, del av ≈ 493 000 000 kr, till länet" in said
    assert "? till länet" not in said


def test_what_is_part_of_a_rounded_pot_is_marked_as_rounded() -> None:
    said = asked("place", "region jönköpings län", "2024").said

    assert "del av ≈ 120 000 000 kr" in said
    assert "del av 63 000 000 kr" in said
    assert "högst ≈ 27 000 000 kr" in asked("place", "region jönköpings län", "2026").said
