"""Performance and a second payment with a condition of its own: what is earned is paid in two parts, and one may be lost."""

from __future__ import annotations

import pytest

from overens.allocation.model import PotAllocation
from tests.spec.performing import BONUS, LAPSES, SHARED, UNKNOWN, outcomes, performed, table

RULE = """
mäts: {från: 2023, till: 2023}
krav: [{nyckeltal: i tid, utfall: x, bättre än: 2022, andel av potten: 1/1}]
"""


def pot(fate: str, who: str, *now: int) -> PotAllocation:
    """Return the pot in two halves, the second to those who handed in a report."""
    paid = f"utbetalning:\n  - {{andel: 1/2}}\n  - {{andel: 1/2, villkor: [{{krav: rapport, uppfylls av: {who}}}]}}\n"
    figures = outcomes("x", "procent", y2022=(50, 50, 50), y2023=(now[0], now[1], now[2]))
    return performed(RULE, fate, *figures, more=paid)


@pytest.mark.parametrize(
    ("fate", "expected"),
    [
        (LAPSES, ((250, 300, 0), 450, 0)),  # 200 not earned, and half of 01's 500
        (UNKNOWN, ((250, 300, 0), 0, 450)),
        (BONUS, ((313, 687, 0), 0, 0)),  # 625 and 375; 01 keeps its first half, 03 takes the whole second payment
        (SHARED, ((313, 687, 0), 0, 0)),
    ],
)
def test_one_loses_its_second_half(fate: str, expected: object) -> None:
    assert table(pot(fate, "{utom: ['01']}", 51, 51, 50)) == expected


@pytest.mark.parametrize("fate", [LAPSES, UNKNOWN, BONUS, SHARED])
def test_all_earn_all_and_hand_in(fate: str) -> None:
    assert table(pot(fate, "alla", 51, 51, 51)) == ((500, 300, 200), 0, 0)


@pytest.mark.parametrize("fate", [LAPSES, UNKNOWN, BONUS, SHARED])
def test_all_earn_all_and_nobody_hands_in(fate: str) -> None:
    got, lapsed, left = table(pot(fate, "ingen", 51, 51, 51))
    assert got == (250, 150, 100)
    assert (lapsed, left) == ((500, 0) if fate == LAPSES else (0, 500))


@pytest.mark.parametrize("fate", [LAPSES, UNKNOWN, BONUS, SHARED])
def test_nobody_earns_anything(fate: str) -> None:
    assert table(pot(fate, "alla", 50, 50, 50))[0] == (0, 0, 0)


def test_what_was_earned_itself_is_what_was_paid_for_it() -> None:
    awards = {award.recipient.code: award for award in pot(BONUS, "{utom: ['01']}", 51, 51, 50).awards}
    first = awards["01"]
    assert (first.earned_kr, first.bonus_kr, first.withheld_kr, first.instalments) == (250, 63, 250, (313, 0))
    assert (awards["03"].earned_kr, awards["03"].bonus_kr) == (300, 387)
