"""`gränser`: a floor and a cap, the rest shared again among those who are not bound."""

from __future__ import annotations

import pytest

from overens.allocation.model import State
from tests.builders import EN, divide, kronor_of, regions, series, why_not

W = series("w", {"01": 80, "03": 15, "04": 5})
LAST_YEAR = series("fjol", {"01": 50, "03": 30, "04": 20}, unit="kr", on="2022")


def bounded(bounds: str, amount: str = "100 kr", key: str = "{andel av: w}", more: str = "") -> dict[str, int]:
    rule = f"belopp: {amount}\ntill: regioner\nfördelning: {key}\ngränser: {bounds}\n{more}"
    return kronor_of(divide(rule, W, LAST_YEAR))


@pytest.mark.parametrize(
    ("bounds", "kronor"),
    [
        ("{golv: 10 kr}", {"01": 76, "03": 14, "04": 10}),  # 90 by 80:15 = 75,79 and 14,21
        ("{golv: 20 kr}", {"01": 60, "03": 20, "04": 20}),
        ("{golv: 33 kr}", {"01": 34, "03": 33, "04": 33}),
        ("{tak: 60 kr}", {"01": 60, "03": 30, "04": 10}),
        ("{tak: 40 kr}", {"01": 40, "03": 40, "04": 20}),  # 03 reaches the cap only when 01 is held at it
        ("{golv: 12 kr, tak: 60 kr}", {"01": 60, "03": 28, "04": 12}),
        ("{golv: 0 kr, tak: 100 kr}", {"01": 80, "03": 15, "04": 5}),
        ("{tak: 34 kr}", {"01": 34, "03": 34, "04": 32}),
    ],
)
def test_the_bounded_hold_their_bound_and_the_others_share_the_rest(bounds: str, kronor: dict[str, int]) -> None:
    assert bounded(bounds) == kronor


def test_caps_that_hold_less_than_the_pot_leave_the_rest_undistributed() -> None:
    pot = divide("belopp: 100 kr\ntill: regioner\nfördelning: {andel av: w}\ngränser: {tak: 30 kr}", W)
    assert kronor_of(pot) == {"01": 30, "03": 30, "04": 30}
    assert pot.undistributed_kr == 10


def test_whoever_has_no_weight_gets_the_floor() -> None:
    weights = series("w", {"01": 1, "03": 1, "04": 0})
    pot = divide("belopp: 100 kr\ntill: regioner\nfördelning: {andel av: w}\ngränser: {golv: 10 kr}", weights)
    assert kronor_of(pot) == {"01": 45, "03": 45, "04": 10}


def test_when_everyone_with_a_weight_is_at_the_cap_the_rest_is_undistributed() -> None:
    weights = series("w", {"01": 1, "03": 1, "04": 0})
    pot = divide("belopp: 100 kr\ntill: regioner\nfördelning: {andel av: w}\ngränser: {tak: 40 kr}", weights)
    assert kronor_of(pot) == {"01": 40, "03": 40, "04": 0}
    assert pot.undistributed_kr == 20


# --- infeasible ---------------------------------------------------------------------


def test_floors_above_the_pot_are_a_sentence_in_kronor() -> None:
    codes = [f"{n:02d}" for n in range(1, 5)]
    rule = "belopp: 700 000 000 kr\ntill: regioner\nfördelning: lika\ngränser: {golv: 194 000 000 kr}"
    pot = divide(rule, register=regions(*codes))
    assert why_not(pot) == "golven kräver 776 000 000 kr, potten är 700 000 000 kr, det saknas 76 000 000 kr"
    assert why_not(pot, EN) == "the floors need 776 000 000 kr, the pot is 700 000 000 kr, 76 000 000 kr is missing"
    assert (pot.state, pot.undistributed_kr) == (State.NOT_COMPUTED, 700_000_000)


def test_floors_that_take_exactly_the_pot_are_feasible() -> None:
    assert bounded("{golv: 25 kr}", "75 kr") == {"01": 25, "03": 25, "04": 25}


def test_a_pot_of_nothing_has_no_room_for_a_floor() -> None:
    rule = "belopp: 0 kr\ntill: regioner\nfördelning: lika\ngränser: {golv: {andel: 1/10, av: fjol, per: 2022}}"
    assert why_not(divide(rule, LAST_YEAR)) == "golven kräver 10 kr, potten är 0 kr, det saknas 10 kr"
    assert bounded("{tak: 5 kr}", "0 kr") == {"01": 0, "03": 0, "04": 0}


# --- as a share of another table ----------------------------------------------------


def test_a_floor_as_a_share_of_last_year() -> None:
    # floors 45, 27, 18; 100 by 80:15:5 gives 80, 15, 5; 03 and 04 are lifted
    assert bounded("{golv: {andel: 90 %, av: fjol, per: 2022}}") == {"01": 55, "03": 27, "04": 18}


def test_a_cap_as_a_share_of_last_year() -> None:
    # caps 60, 36, 24
    assert bounded("{tak: {andel: 120 %, av: fjol, per: 2022}}") == {"01": 60, "03": 30, "04": 10}


def test_a_floor_that_is_not_whole_kronor_is_still_reached() -> None:
    table = series("fjol", {"01": 101, "03": 101, "04": 101}, unit="kr")  # half is 50,50
    rule = "belopp: 303 kr\ntill: regioner\nfördelning: {andel av: w}\ngränser: {golv: {andel: 50 %, av: fjol}}"
    assert kronor_of(divide(rule, W, table)) == {"01": 201, "03": 51, "04": 51}


def test_a_cap_that_is_not_whole_kronor_is_not_passed() -> None:
    table = series("fjol", {"01": 101, "03": 301, "04": 301}, unit="kr")  # half is 50,50
    rule = "belopp: 100 kr\ntill: regioner\nfördelning: {andel av: w}\ngränser: {tak: {andel: 50 %, av: fjol}}"
    assert kronor_of(divide(rule, W, table))["01"] == 50


def test_a_bound_needs_its_table() -> None:
    rule = "belopp: 100 kr\ntill: regioner\nfördelning: lika\ngränser: {golv: {andel: 1/2, av: fjol, per: 2021}}"
    assert why_not(divide(rule, LAST_YEAR)) == "underlaget 'fjol' per 2021 saknas"


# --- together with the other parts of the rule --------------------------------------


@pytest.mark.parametrize(
    "key",
    [
        "{andel av: w}",
        "lika",
        "{grundbelopp: 10 kr, resten: {andel av: w}}",
        "{blandning: [{vikt: 1/2, nyckel: lika}, {vikt: 1/2, nyckel: {andel av: w}}]}",
    ],
)
def test_bounds_that_bind_nobody_change_nothing(key: str) -> None:
    rule = f"belopp: 100 kr\ntill: regioner\nfördelning: {key}\n"
    free = divide(rule, W)
    held = divide(rule + "gränser: {golv: 1 kr, tak: 99 kr}", W)
    assert kronor_of(held) == kronor_of(free)
    assert held.undistributed_kr == free.undistributed_kr


def test_a_floor_in_units_survives_rounding_to_them() -> None:
    rule = "belopp: 1 000 000 kr\ntill: regioner\nfördelning: {andel av: w}\ngränser: {golv: 200 000 kr}\navrundning: {till: 100 000 kr}"
    assert kronor_of(divide(rule, W)) == {"01": 600_000, "03": 200_000, "04": 200_000}


def test_a_floor_is_what_is_sure_when_only_the_key_is_unknown() -> None:
    pot = divide("belopp: 100 kr\ntill: regioner\nfördelning: ej publicerad\ngränser: {golv: 20 kr}")
    assert why_not(pot) == "fördelningsnyckeln är inte publicerad"
    assert pot.at_least == {"01": 20, "03": 20, "04": 20}


def test_a_floor_that_the_pot_cannot_hold_is_not_sure() -> None:
    pot = divide("belopp: 50 kr\ntill: regioner\nfördelning: ej publicerad\ngränser: {golv: 20 kr}")
    assert pot.at_least == {}
