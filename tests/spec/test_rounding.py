"""`avrundning`: exact shares become whole kronor; it sums, or says by how much not."""

from __future__ import annotations

from fractions import Fraction

import pytest

from overens.allocation.apportion import apportion, largest_remainder
from overens.intake.register import read_register
from tests.builders import divide, kronor_of, series

W = series("w", {"01": "33.5", "03": "33.5", "04": "33"})
TO_ALL = "till: regioner\nfördelning: {andel av: w}\n"


def rounded(rounding: str, amount: str = "100 kr") -> tuple[dict[str, int], int]:
    """Return the kronor of 33,5 + 33,5 + 33 and what is undistributed."""
    pot = divide(f"belopp: {amount}\n{TO_ALL}avrundning: {rounding}", W)
    return kronor_of(pot), pot.undistributed_kr


@pytest.mark.parametrize(
    ("rounding", "kronor", "left"),
    [
        ("största rest", (34, 33, 33), 0),
        ("närmaste", (34, 34, 33), -1),
        ("nedåt", (33, 33, 33), 1),
        ("{sätt: närmaste, resten till: '04'}", (34, 34, 32), 0),
        ("{sätt: närmaste, resten till: '01'}", (33, 34, 33), 0),
        ("{sätt: nedåt, resten till: '03'}", (33, 34, 33), 0),
        ("{sätt: största rest, till: 10 kr}", (40, 30, 30), 0),
        ("{sätt: närmaste, till: 10 kr}", (30, 30, 30), 10),
        ("{sätt: nedåt, till: 10 kr}", (30, 30, 30), 10),
        ("{sätt: nedåt, till: 10 kr, resten till: '01'}", (40, 30, 30), 0),
        ("{till: 1 kr}", (34, 33, 33), 0),
    ],
)
def test_each_way_of_rounding(rounding: str, kronor: tuple[int, int, int], left: int) -> None:
    assert rounded(rounding) == (dict(zip(("01", "03", "04"), kronor, strict=True)), left)


def test_nothing_said_is_largest_remainder() -> None:
    assert kronor_of(divide(f"belopp: 100 kr\n{TO_ALL}", W)) == rounded("största rest")[0]


def test_a_pot_that_is_not_whole_units_keeps_the_part_of_a_unit() -> None:
    assert rounded("{till: 10 kr}", "105 kr") == ({"01": 40, "03": 30, "04": 30}, 5)


def test_what_rounding_gives_out_too_much_is_said() -> None:
    pot = divide(f"belopp: 100 kr\n{TO_ALL}avrundning: närmaste", W)
    assert pot.reason is not None
    assert pot.reason.say() == "avrundningen delar ut mer än potten"


def test_halves_are_rounded_up() -> None:
    half = series("w", {"01": 1, "03": 1, "04": 2})
    pot = divide("belopp: 2 kr\ntill: regioner\nfördelning: {andel av: w}\navrundning: närmaste", half)
    assert kronor_of(pot) == {"01": 1, "03": 1, "04": 1}


def test_the_rest_never_leaves_its_taker_less_than_nothing() -> None:
    rule = "belopp: 11 kr\ntill: regioner\nfördelning: lika\navrundning: {sätt: närmaste, resten till: '01'}"
    pot = divide(rule, register=read_register())  # 11/21 each, rounded up for 21: the rest is −10
    assert min((award.amount.kr for award in pot.awards), default=0) >= 0


def test_the_rest_to_somebody_who_is_not_there_is_said() -> None:
    rule = "belopp: 100 kr\ntill: {grupp: regioner, utom: ['04']}\nfördelning: lika\n"
    rule += "avrundning: {sätt: nedåt, till: 10 kr, resten till: '04'}"
    pot = divide(rule)
    assert kronor_of(pot) == {"01": 50, "03": 50}
    assert pot.undistributed_kr == 0
    assert divide(rule.replace("100 kr", "110 kr")).undistributed_kr == 10


# --- the function itself ------------------------------------------------------------


def test_equal_remainders_go_to_the_lowest_code_whatever_the_order() -> None:
    assert apportion(100, {"14": 1, "12": 1, "01": 1}) == {"14": 33, "12": 33, "01": 34}
    assert apportion(101, {"14": 1, "12": 1, "01": 1}) == {"14": 33, "12": 34, "01": 34}


def test_a_split_needs_something_to_split_by() -> None:
    for total, weights in [(1, {"01": 0}), (1, {"01": -1, "03": 2}), (-1, {"01": 1}), (1, {})]:
        with pytest.raises(ValueError, match="Cannot split"):
            apportion(total, weights)


def test_a_share_that_is_whole_is_left_alone() -> None:
    exact = {"01": Fraction(7), "03": Fraction(5, 2), "04": Fraction(1, 2)}
    assert largest_remainder(exact) == {"01": 7, "03": 3, "04": 0}
