"""`prestation: {stegtabell: …}`: a sum for each size of a change; that of the highest step reached."""

from __future__ import annotations

import pytest

from overens.allocation.model import PotAllocation
from overens.figures.model import Series
from tests.builders import why_not
from tests.spec.performing import BEST, BONUS, FATES, LAPSES, SHARED, UNKNOWN, nothing, outcomes, performed, table

STEPS = """
mäts: {från: 2024, till: 2024}
stegtabell: fler AT-tjänster
utfall: at
bättre än: 2023
steg: [{från: 2, belopp: 100 kr}, {från: 5, belopp: 250 kr}, {från: 10, belopp: 600 kr}]
"""


def at(*now: int) -> list[Series]:
    return outcomes("at", y2023=(10, 10, 10), y2024=(now[0], now[1], now[2]))


def pot(fate: str, *now: int, more: str = "") -> PotAllocation:
    return performed(STEPS + more, fate, *at(*now), key="")


@pytest.mark.parametrize("fate", FATES)
def test_nobody_reaches_a_step(fate: str) -> None:
    assert table(pot(fate, 11, 10, 0)) == nothing(fate)


@pytest.mark.parametrize(
    ("fate", "expected"),
    [
        (LAPSES, ((100, 0, 0), 900, 0)),
        (BONUS, ((1000, 0, 0), 0, 0)),
        (SHARED, ((1000, 0, 0), 0, 0)),
        (BEST, ((1000, 0, 0), 0, 0)),
        (UNKNOWN, ((100, 0, 0), 0, 900)),
    ],
)
def test_one_reaches_the_first_step_and_stays_there_until_the_next(fate: str, expected: object) -> None:
    assert table(pot(fate, 14, 11, 11)) == expected


@pytest.mark.parametrize(
    ("fate", "expected"),
    [
        (LAPSES, ((100, 100, 100), 700, 0)),
        (BONUS, ((334, 333, 333), 0, 0)),
        (SHARED, ((334, 333, 333), 0, 0)),
        (BEST.replace("underlag: w", "underlag: f"), ((334, 333, 333), 0, 0)),  # without a key the best share equally
        (UNKNOWN, ((100, 100, 100), 0, 700)),
    ],
)
def test_all_reach_the_same_step(fate: str, expected: object) -> None:
    assert table(pot(fate, 12, 12, 12)) == expected


def test_different_steps_give_different_sums() -> None:
    assert table(pot(LAPSES, 12, 15, 20)) == ((100, 250, 600), 50, 0)


def test_more_than_the_pot_is_asked_about_and_lessened_where_the_file_says_so() -> None:
    over = pot(LAPSES, 20, 20, 20)
    assert why_not(over) == "intjänat är 1 800 kr, mer än potten 1 000 kr"
    assert [one.path for one in over.missing] == ["prestation/om potten inte räcker"]
    assert table(pot(LAPSES, 20, 20, 20, more="om potten inte räcker: minskas i proportion\n")) == (
        (334, 333, 333),
        0,
        0,
    )


def test_a_step_without_a_sum_is_asked_for() -> None:
    rule = STEPS.replace("{från: 10, belopp: 600 kr}", "{från: 10}")
    assert [one.path for one in performed(rule, LAPSES, key="").missing] == ["prestation/steg/3/belopp"]
