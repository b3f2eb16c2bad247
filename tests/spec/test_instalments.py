"""`utbetalning`: an award in payments that sum to it, and payments that hang on a condition of their own."""

from __future__ import annotations

import pytest

from tests.builders import divide, kronor_of, series, why_not

W = series("w", {"01": 60, "03": 30, "04": 10})
TABLE = series("t", {"01": 60, "03": 30, "04": 10}, unit="kr")
RULE = "belopp: 100 kr\ntill: regioner\nfördelning: {andel av: w}\n"


def payments(lines: str, rule: str = RULE) -> dict[str, tuple[int, ...]]:
    pot = divide(rule + f"utbetalning: {lines}", W)
    assert all(sum(award.instalments) == award.amount.kr for award in pot.awards)
    return {award.recipient.code: award.instalments for award in pot.awards}


@pytest.mark.parametrize(
    ("lines", "kronor"),
    [
        ("[{datum: 2024-06}]", {"01": (60,), "03": (30,), "04": (10,)}),
        ("[{datum: 2024-06}, {datum: 2024-12}]", {"01": (30, 30), "03": (15, 15), "04": (5, 5)}),
        ("[{}, {}, {}]", {"01": (20, 20, 20), "03": (10, 10, 10), "04": (4, 3, 3)}),
        ("[{andel: 1/4}, {andel: 3/4}]", {"01": (15, 45), "03": (8, 22), "04": (3, 7)}),  # 7,5+22,5: the earliest
        ("[{andel: 100 %}, {andel: 0 %}]", {"01": (60, 0), "03": (30, 0), "04": (10, 0)}),
        ("[{belopp: 70 kr}, {belopp: 30 kr}]", {"01": (42, 18), "03": (21, 9), "04": (7, 3)}),
    ],
)
def test_an_award_is_paid_in_equal_parts_by_share_or_by_sum(lines: str, kronor: dict[str, tuple[int, ...]]) -> None:
    assert payments(lines) == kronor


def test_without_payments_there_are_none() -> None:
    assert all(award.instalments == () for award in divide(RULE, W).awards)


def test_a_single_recipient_is_paid_in_parts_too() -> None:
    assert payments("[{}, {}]", "belopp: 5 kr\ntill: SKR\n") == {"SKR": (3, 2)}


def test_more_than_ten_payments_stay_in_the_order_of_the_file() -> None:
    lines = "[" + ", ".join(["{andel: 1/2}"] + ["{andel: 1/22}"] * 11) + "]"
    assert payments(lines)["01"] == (30, 3, 3, 3, 3, 3, 3, 3, 3, 2, 2, 2)


# --- payments with conditions of their own ------------------------------------------


def conditional(met: str, fate: str, first: str = "andel: 1/2", second: str = "andel: 1/2") -> str:
    return (
        f"ej intjänat: {fate}\nutbetalning:\n  - {{{first}}}\n"
        f"  - {{{second}, villkor: [{{krav: plan, uppfylls av: {met}}}]}}\n"
    )


def test_who_misses_the_condition_keeps_the_payment_without_one() -> None:
    pot = divide(RULE + conditional("{utom: ['01']}", "förfaller"), W)
    assert {award.recipient.code: award.instalments for award in pot.awards} == {
        "01": (30, 0),
        "03": (15, 15),
        "04": (5, 5),
    }
    assert (pot.lapsed_kr, pot.undistributed_kr) == (30, 0)


def test_what_is_withheld_is_said() -> None:
    award = divide(RULE + conditional("{utom: ['01']}", "förfaller"), W).awards[0]
    assert (award.ceiling_kr, award.earned_kr, award.withheld_kr, award.bonus_kr) == (60, 30, 30, 0)


@pytest.mark.parametrize(
    ("fate", "kronor", "left"),
    [
        ("bonuspott", {"01": 30, "03": 53, "04": 17}, 0),  # 50 by 30:10 = 37,5 and 12,5
        ("delas av dem som uppfyller villkoren", {"01": 30, "03": 53, "04": 17}, 0),
        ("ej funnet", {"01": 30, "03": 30, "04": 10}, 30),
    ],
)
def test_each_fate_holds_for_its_payment(fate: str, kronor: dict[str, int], left: int) -> None:
    pot = divide(RULE + conditional("{utom: ['01']}", fate), W)
    assert kronor_of(pot) == kronor
    assert pot.undistributed_kr == left


def test_a_payment_that_may_not_come_leaves_the_pot_not_computed() -> None:
    assert "det är inte känt vilka" in why_not(divide(RULE + conditional("ej känt", "förfaller"), W))


def test_payments_by_sum_with_a_condition() -> None:
    pot = divide(RULE + conditional("{endast: ['04']}", "förfaller", "belopp: 80 kr", "belopp: 20 kr"), W)
    assert {award.recipient.code: award.instalments for award in pot.awards} == {
        "01": (48, 0),
        "03": (24, 0),
        "04": (8, 2),
    }
    assert pot.lapsed_kr == 18


def test_a_pot_of_nothing_with_a_conditional_payment() -> None:
    pot = divide(RULE.replace("100 kr", "0 kr") + conditional("alla", "förfaller"), W)
    assert kronor_of(pot) == {"01": 0, "03": 0, "04": 0}


@pytest.mark.parametrize(
    ("amount", "rule"),
    [
        ("120 kr", "fördelning: {andel av: w}"),
        ("120 kr", "fördelning: lika"),
        ("120 kr", "fördelning: {fast belopp: 10 kr}"),
        ("110 kr", "fördelning: {grundbelopp: 10 kr, resten: {andel av: w}}"),
        ("120 kr", "fördelning: {lista: t}"),
        ("120 kr", "fördelning: {andel av: w}\ngränser: {tak: 40 kr}"),
        ("110 kr", "fördelning: {andel av: w}\ngränser: {golv: 20 kr}"),
    ],
)
def test_a_condition_on_a_payment_that_all_meet_changes_nobodys_sum(amount: str, rule: str) -> None:
    whole = f"belopp: {amount}\ntill: regioner\n{rule}\n"
    free = divide(whole, W, TABLE)
    held = divide(whole + conditional("alla", "förfaller"), W, TABLE)
    assert kronor_of(held) == kronor_of(free)
    assert held.undistributed_kr == free.undistributed_kr
