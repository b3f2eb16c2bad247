"""Uncertain outcomes: which are drawn, between what, what moves together, and what is refused."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import pytest

from overens.figures.model import Series, Snapshot
from overens.scenario.variables import CERTAIN, STEP, Variable, variables_of, with_values
from tests.builders import ABC, series, when
from tests.scenario.uncertain_outcomes import CODES, KNOWN, months, uncertain

SPREAD = "fördelning: {lägst: 40, p50: 60, högst: 90}"


def those(rows: str, *more: Series) -> tuple[list[Variable], list[str]]:
    figures = Snapshot.of(ABC, [*KNOWN, *more])
    found, faults = variables_of(uncertain(rows), figures, {"x": CODES, "y": CODES, "n": CODES})
    return found, [fault.message.say() for _, fault in faults]


def chances_of(found: Sequence[Variable]) -> list[int]:
    return [one.chance for one in found]


def test_the_middle_of_chance_is_the_middle_of_the_spread() -> None:
    (one,) = those("  - {utfall: x, för: ['01'], per: 2024-02, fördelning: {lägst: 40, p50: 60, högst: 90}}\n")[0]
    assert [one.value(chance) for chance in (0, CERTAIN // 4, CERTAIN // 2, 3 * CERTAIN // 4)] == [
        40 * STEP,
        50 * STEP,
        60 * STEP,
        75 * STEP,
    ]
    assert (
        one.value(CERTAIN - 1) == 90 * STEP - 1
    )  # chance is always below certainty, and values go down to a thousandth


@pytest.mark.parametrize(
    ("together", "expected"),
    [
        ("inget", [0, 1, 2, 3, 4, 5]),
        ("månaderna", [0, 1, 2, 0, 1, 2]),
        ("mottagarna", [0, 0, 0, 1, 1, 1]),
        ("allt", [0, 0, 0, 0, 0, 0]),
    ],
)
def test_what_moves_together_shares_a_chance(together: str, expected: list[int]) -> None:
    rows = f"  - {{utfall: x, per: 2024-02/2024-03, {SPREAD}, följs åt: {together}}}\n"
    assert chances_of(those(rows)[0]) == expected


def test_two_rows_never_share_a_chance() -> None:
    found, _ = those(f"  - {{utfall: x, per: 2024-02, {SPREAD}}}\n  - {{utfall: y, per: 2024-03, {SPREAD}}}\n")
    assert chances_of(found) == [0, 1, 2, 3, 4, 5]


def test_a_spread_around_the_year_before_is_counted_from_each_ones_own() -> None:
    row = "  - {utfall: x, per: 2024-01, fördelning: {lägst: -10, p50: 0, högst: 50}, kring: samma månad året före}\n"
    found, _ = those(row)
    assert [one.middle for one in found] == [60 * STEP, 61 * STEP, 62 * STEP]
    assert [one.value(CERTAIN - 1) for one in found] == [100 * STEP] * 3  # a share is never above 100 %


def test_a_count_is_a_whole_number() -> None:
    people = series("n", dict.fromkeys(CODES, 5), on="2024-01", unit="invånare")
    row = "  - {utfall: n, för: ['01'], per: 2024-02, fördelning: {lägst: 1, högst: 4}}\n"
    (one,) = those(row, people)[0]
    assert {one.value(chance) for chance in range(0, CERTAIN, CERTAIN // 64)} == {STEP, 2 * STEP, 3 * STEP}


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (f"  - {{utfall: z, per: 2024-02, {SPREAD}}}\n", "Utfallet 'z' avgör inga pengar i det som simuleras."),
        (
            f"  - {{utfall: n, per: 2024-02, {SPREAD}}}\n",
            "Utfallet 'n' finns inte för någon månad, så dess enhet är inte känd.",
        ),
        ("  - {utfall: x, per: 2024-02, fördelning: {lägst: 60, p50: 40, högst: 90}}\n", "Värdena går inte uppåt."),
        (
            "  - {utfall: x, per: 2024-02, fördelning: {lägst: 60, högst: 101}}\n",
            "101 procent kan inte vara ett utfall.",
        ),
        (f"  - {{utfall: x, för: [Atlantis], per: 2024-02, {SPREAD}}}\n", "'Atlantis' är ingen av mottagarna."),
        (
            f"  - {{utfall: x, per: 2024-03, {SPREAD}, kring: utfallet}}\n",
            "'x' har inget värde för Region 01 2024-03 att räkna från.",
        ),
        (
            f"  - {{utfall: x, per: 2024-02, {SPREAD}}}\n  - {{utfall: x, för: ['03'], per: 2024-02, {SPREAD}}}\n",
            "'x' 2024-02 för Region 03 är redan osäkert på ett annat sätt i filen.",
        ),
    ],
)
def test_what_cannot_be_drawn_is_a_sentence(row: str, said: str) -> None:
    assert said in those(row)[1]


def test_one_that_takes_no_part_is_refused() -> None:
    figures = Snapshot.of(ABC, KNOWN)
    row = uncertain(f"  - {{utfall: x, för: ['04'], per: 2024-02, {SPREAD}}}\n")
    _, faults = variables_of(row, figures, {"x": ("01", "03")})
    assert [fault.message.say() for _, fault in faults] == ["Region 04 kan inte få något genom 'x'."]


def test_a_month_that_no_series_had_gets_one_that_is_assumed() -> None:
    figures = Snapshot.of(ABC, months("x", {"2024-01": (1, 2, 3)}))
    found, _ = variables_of(uncertain(f"  - {{utfall: x, per: 2024-02, {SPREAD}}}\n"), figures, {"x": CODES})
    made = with_values(figures, found, [one.middle for one in found]).get("x", found[0].series.kind, when("2024-02"))
    assert made is not None
    assert made.kind.value == "antagen"
    assert dict(made.values) == dict.fromkeys(CODES, Fraction(60))
