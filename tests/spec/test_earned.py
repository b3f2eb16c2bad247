"""`prestation: {intjänat: …}`: what each earned is given; the fate of the rest is in the file."""

from __future__ import annotations

import pytest

from overens.allocation.model import PotAllocation
from overens.figures.model import Series
from tests.builders import EN, divide, kronor_of, series, why_not

EARNED = series("e", {"01": 40, "03": 20, "04": 10}, unit="kr")
NOTHING = series("e", {"01": 0, "03": 0, "04": 0}, unit="kr")
W = series("w", {"01": 50, "03": 30, "04": 20})


def earned(fate: str, *figures: Series, more: str = "", amount: str = "100 kr") -> PotAllocation:
    rule = f"belopp: {amount}\ntill: regioner\nprestation: {{intjänat: e, per: 2023}}\nej intjänat: {fate}\n{more}"
    return divide(rule, *(figures or (EARNED,)))


@pytest.mark.parametrize(
    ("fate", "kronor", "lapsed", "left"),
    [
        ("förfaller", (40, 20, 10), 30, 0),
        ("bonuspott", (57, 29, 14), 0, 0),  # 57,14 28,57 14,29
        ("ej funnet", (40, 20, 10), 0, 30),
    ],
)
def test_what_was_not_earned_goes_where_the_file_says(
    fate: str, kronor: tuple[int, int, int], lapsed: int, left: int
) -> None:
    pot = earned(fate)
    assert tuple(kronor_of(pot).values()) == kronor
    assert (pot.lapsed_kr, pot.undistributed_kr) == (lapsed, left)


@pytest.mark.parametrize("fate", ["{blir: de bästa, antal: 2}", "delas av dem som uppfyller villkoren"])
def test_what_goes_to_the_best_is_not_computed_unless_all_was_earned(fate: str) -> None:
    assert why_not(earned(fate)) == "hur det som ingen tjänat in delas bland de bästa beräknas inte ännu"
    assert kronor_of(earned(fate, amount="70 kr")) == {"01": 40, "03": 20, "04": 10}


@pytest.mark.parametrize(
    ("fate", "lapsed", "left"), [("förfaller", 100, 0), ("bonuspott", 0, 100), ("ej funnet", 0, 100)]
)
def test_when_nobody_earned_anything(fate: str, lapsed: int, left: int) -> None:
    pot = earned(fate, NOTHING)
    assert sum(kronor_of(pot).values()) == 0
    assert (pot.lapsed_kr, pot.undistributed_kr) == (lapsed, left)


def test_more_earned_than_the_pot_holds_is_a_sentence() -> None:
    assert why_not(earned("bonuspott", amount="69 kr")) == "intjänat är 70 kr, mer än potten 69 kr"
    assert why_not(earned("bonuspott", amount="69 kr"), EN) == "what is earned is 70 kr, more than the pot 69 kr"


def test_somebody_missing_in_the_table_is_said() -> None:
    pot = earned("förfaller", series("e", {"01": 40, "03": 20}))
    assert why_not(pot) == "värdet för 04 (04) saknas i underlaget 'e' per 2023"


def test_nobody_earns_less_than_nothing() -> None:
    why_not(earned("förfaller", series("e", {"01": -1, "03": 20, "04": 1})))


def test_every_award_says_what_was_earned_and_what_came_on_top() -> None:
    award = earned("bonuspott").awards[0]
    assert (award.earned_kr, award.bonus_kr, award.amount.kr) == (40, 17, 57)
    assert award.ceiling_kr is None


def test_with_a_key_the_ceiling_is_known_and_what_was_withheld() -> None:
    award = earned("förfaller", EARNED, W, more="fördelning: {andel av: w}").awards[0]
    assert (award.ceiling_kr, award.earned_kr, award.withheld_kr, award.amount.kr) == (50, 40, 10, 40)


@pytest.mark.parametrize(
    ("performance", "swedish", "english"),
    [
        ("ej funnet", "prestationskraven är inte funna", "the performance requirements are not found"),
        (
            "{krav: [{nyckeltal: x, andel av potten: ej publicerat}]}",
            "prestationskravens andelar är inte publicerade",
            "the requirements' shares are not published",
        ),
        (
            "{krav: [{nyckeltal: x, eller minst: 70, andel av potten: 1/1}]}",
            "prestation av det här slaget beräknas inte ännu",
            "performance of this kind is not computed yet",
        ),
        ("{trappa: x, steg: [{från: 5, andel: 50 %}]}", "prestation av det här slaget beräknas inte ännu", ""),
        ("{styckpriser: [{vad: dos, pris: 275 kr}]}", "prestation av det här slaget beräknas inte ännu", ""),
        ("{stegtabell: x, steg: [{från: 2, belopp: 3 Mkr}]}", "prestation av det här slaget beräknas inte ännu", ""),
        ("{nivåer: [God, Bättre]}", "prestation av det här slaget beräknas inte ännu", ""),
    ],
)
def test_performance_that_is_not_computed_shows_its_ceiling_never_zero(
    performance: str, swedish: str, english: str
) -> None:
    rule = f"belopp: 100 kr\ntill: regioner\nfördelning: {{andel av: w}}\nprestation: {performance}\nej intjänat: ej funnet"
    pot = divide(rule, W)
    assert why_not(pot) == swedish
    assert why_not(pot, EN) == (english or "performance of this kind is not computed yet")
    assert pot.ceilings == {"01": 50, "03": 30, "04": 20}
    assert pot.undistributed_kr == 100


def test_without_a_key_there_is_no_ceiling_to_show() -> None:
    pot = divide("belopp: 100 kr\ntill: regioner\nprestation: ej funnet\nej intjänat: ej funnet")
    assert pot.ceilings == {}
