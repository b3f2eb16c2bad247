"""overens lead-time --json: sums with their dates, measures with their intervals, claims and payments."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cli.running import asked, document, overens
from tests.cli.shapes import WORDS_OR_NULL, has, is_amount

LEADS = {"main", "with_new", "without_unsure", "without_sum_only", "by_pot", "with_library"}


def is_estimate(value: Any, kind: type) -> None:
    assert set(value) == {"middle", "low", "high"}
    has(value, middle=kind, low=(kind, type(None)), high=(kind, type(None)))


def is_lead(lead: Any) -> None:
    has(lead, kr=int)
    for key in ("median_days", "median_days_to_30_november"):
        is_estimate(lead[key], int)
    for key in ("mean_days", "known_by_1_january", "known_by_30_november"):
        is_estimate(lead[key], str)
    assert lead["median_days"]["middle"] - lead["median_days_to_30_november"]["middle"] == 32


def is_claim(claim: Any) -> None:
    has(claim, year=int, says=str, source=str, text=str, earlier_than=list, not_earlier_than=list, undecided=list)
    for key in ("holds", "known_by_1_january", "known_by_30_november", "lasted"):
        assert claim[key] in {True, False, None}, key


def test_the_series_has_every_year_with_its_measures() -> None:
    answer = document("lead-time")

    assert [year["year"] for year in answer["years"]][:12] == list(range(2015, 2027))
    for year in answer["years"]:
        has(year, year=int, sum_count=int, leads=dict, printed_sums=list, all_uncertain=bool)
        assert set(year["leads"]) == LEADS
        for lead in year["leads"].values():
            if lead is not None:
                is_lead(lead)
    for claim in answer["claims"]:
        is_claim(claim)


def test_a_year_has_its_sums() -> None:
    answer = document("lead-time", "2024")

    assert answer["year"] == 2024
    assert answer["sum_count"] == len(answer["sums"]) >= 13
    for one in answer["sums"]:
        has(one, name=str, known_from=str, date_inferred=bool, kind=str, uncertain=WORDS_OR_NULL, sum_only=bool)
        has(one, agreements=list, listed=bool, agreement_says=WORDS_OR_NULL, source=str)
        assert one["kind"] in {"annual", "new"}
        is_amount(one["amount"])
        is_estimate(one["days"], int)
    (month,) = [one for one in answer["sums"] if one["name"] == "Vårdplatser 2024"]
    assert (month["known_from"], month["days"]) == ("2024-03", {"middle": -75, "low": -90, "high": -60})


def test_the_payments_of_a_year_sum_to_its_money() -> None:
    (year,) = document("lead-time", "2024", "--payments")["years"]

    months = sum(m["dated_kr"] + m["at_latest_kr"] + m["at_most_kr"] for m in year["months"])
    assert months + year["undated_kr"] + year["not_awarded_kr"] == year["total_kr"]
    for share in year["paid_from_1_october"].values():
        has(share, low=str, high=str)
    has(year, without_sum=list)


def test_without_a_year_every_year_has_its_payments() -> None:
    years = document("lead-time", "--payments")["years"]

    assert {2021, 2022, 2023, 2024} <= {year["year"] for year in years}


@pytest.mark.parametrize("year", ["1999", "2031"])
def test_a_year_outside_the_library_is_empty_and_no_error(year: str) -> None:
    answer = document("lead-time", year)

    assert (answer["sums"], set(answer["leads"].values())) == ([], {None})
    assert f"Inget besked om {year} finns i biblioteket" in asked("lead-time", year).said
    assert f"Inget avtal för {year} finns i biblioteket" in asked("lead-time", year, "--payments").said


def test_before_anything_was_known_it_says_when_the_first_was() -> None:
    said = asked("lead-time", "--as-known-on", "2010-01-01").said

    assert "Inget var känt den 2010-01-01; det första beskedet i biblioteket är från 2014-12." in said
    assert "blev kända senare" in asked("lead-time", "2024", "--as-known-on", "2010-01-01").said


def test_a_day_on_which_a_part_was_known_leaves_the_rest_out_and_says_so() -> None:
    said = asked("lead-time", "2024", "--as-known-on", "2023-10").said

    assert "Blev kända senare och räknas inte: " in said
    assert "3 000" in said


def test_a_faulty_list_stops_the_answer_with_its_place(tmp_path: Any) -> None:
    (tmp_path / "besked").mkdir()
    file = tmp_path / "besked" / "egna.yaml"
    file.write_text(
        "id: egna\nnamn: E\nkällor:\n  k: {titel: K}\nbesked:\n"
        "  - {år: 2024, slag: årligt, belopp: 5 Mkr, namn: A, källa: k}\n",
        encoding="utf-8",
    )
    answer = overens("lead-time", "2024", "--library", tmp_path)

    assert (answer.code, answer.out) == (1, "")
    assert "egna.yaml:6:5: 'känd från' saknas." in answer.err
    checked = overens("check", file)
    assert (checked.code, "'känd från' saknas" in checked.said) == (1, True)
