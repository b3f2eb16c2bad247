"""`prestation: {trappa: …}`: the larger the improvement, the larger the part of the ceiling."""

from __future__ import annotations

import pytest

from overens.allocation.earnings import How
from overens.figures.model import Series
from tests.spec.performing import BEST, BONUS, FATES, LAPSES, SHARED, UNKNOWN, nothing, outcomes, performed, table

LADDER = """
mäts: {från: 2023, till: 2023}
trappa: i tid
utfall: x
bättre än: 2022
steg: [{från: 1, andel: 50 %}, {från: 10, andel: 100 %}]
"""


def x(*now: int) -> list[Series]:
    return outcomes("x", "procent", y2022=(50, 50, 50), y2023=(now[0], now[1], now[2]))


@pytest.mark.parametrize("fate", FATES)
def test_nobody_reaches_a_step(fate: str) -> None:
    assert table(performed(LADDER, fate, *x(50, 50, 40))) == nothing(fate)


@pytest.mark.parametrize("fate", FATES)
def test_all_reach_the_highest(fate: str) -> None:
    assert table(performed(LADDER, fate, *x(60, 60, 99))) == ((500, 300, 200), 0, 0)


@pytest.mark.parametrize(
    ("fate", "expected"),
    [
        (LAPSES, ((250, 0, 0), 750, 0)),
        (BONUS, ((1000, 0, 0), 0, 0)),
        (SHARED, ((1000, 0, 0), 0, 0)),
        (BEST, ((1000, 0, 0), 0, 0)),
        (UNKNOWN, ((250, 0, 0), 0, 750)),
    ],
)
def test_one_reaches_the_first_step(fate: str, expected: object) -> None:
    assert table(performed(LADDER, fate, *x(51, 50, 50))) == expected


@pytest.mark.parametrize(
    ("fate", "expected"),
    [
        (LAPSES, ((250, 150, 100), 500, 0)),
        (BONUS, ((500, 300, 200), 0, 0)),
        (SHARED, ((500, 300, 200), 0, 0)),
        (BEST, ((500, 300, 200), 0, 0)),  # 5 kr for each of the key's: all tie for the one place
        (UNKNOWN, ((250, 150, 100), 0, 500)),
    ],
)
def test_all_reach_the_first_step(fate: str, expected: object) -> None:
    assert table(performed(LADDER, fate, *x(51, 51, 51))) == expected


def test_between_two_steps_the_lower_one_counts() -> None:
    pot = performed(LADDER, LAPSES, *x(59, 60, 51))
    assert table(pot) == ((250, 300, 100), 350, 0)
    assert pot.base is not None
    assert pot.base.earnings is not None
    assert [cell.how for cell in pot.base.earnings.cells] == [How.STEP] * 3


def test_without_steps_they_are_asked_for() -> None:
    pot = performed(LADDER.replace("steg: [{från: 1, andel: 50 %}, {från: 10, andel: 100 %}]", ""), LAPSES)
    assert [one.path for one in pot.missing] == ["prestation/steg"]
