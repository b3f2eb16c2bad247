"""`prestation: {intjänat: …}`: what each earned is given; the fate of the rest is in the file."""

from __future__ import annotations

import pytest

from overens.allocation.model import PotAllocation
from overens.figures.model import Series
from overens.vocabulary.money import Precision
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


def test_what_goes_to_the_best_by_inhabitants() -> None:
    people = series("f", {"01": 100, "03": 10, "04": 10})  # 0,4, 2 and 1 kr each
    pot = earned("{blir: de bästa, antal: 2, per invånare enligt: {underlag: f}}", EARNED, people)
    assert kronor_of(pot) == {"01": 40, "03": 35, "04": 25}  # without a key the best share equally


def test_who_are_the_best_must_be_said() -> None:
    pot = earned("{blir: de bästa, antal: 2}")
    assert why_not(pot) == "hur många de bästa är, eller efter vilken folkmängd de räknas, är inte angivet"


def test_what_stays_with_those_who_earned_follows_what_they_earned() -> None:
    pot = earned("delas av dem som uppfyller villkoren")
    assert tuple(kronor_of(pot).values()) == (57, 29, 14)


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
    ("performance", "why", "paths"),
    [
        ("ej funnet", "prestationskraven är inte funna", []),
        (
            "{krav: [{nyckeltal: x, utfall: u, eller minst: 1, andel av potten: ej publicerat}]}",
            "2 värden i regeln är inte kända, bland dem andelen av potten för x",
            ["prestation/krav/1/andel av potten", "prestation/mäts"],
        ),
        (
            "{trappa: x, steg: [{från: 5, andel: 50 %}]}",
            "3 värden i regeln är inte kända, bland dem vilket utfall som mäter x",
            ["prestation/utfall", "prestation/bättre än", "prestation/mäts"],
        ),
        (
            "{styckpriser: [{vad: dos, pris: ej publicerat}], mäts: {från: 2021, till: 2021}}",
            "2 värden i regeln är inte kända, bland dem vilket utfall som mäter dos",
            ["prestation/styckpriser/1/utfall", "prestation/styckpriser/1/pris"],
        ),
        (
            "{nivåer: [God, Bättre]}",
            "4 värden i regeln är inte kända, bland dem vad nivån God ger",
            [f"prestation/nivåer/{n}/{key}" for n in (1, 2) for key in ("andel", "nådd av")],
        ),
    ],
)
def test_performance_that_is_not_computed_shows_its_ceiling_never_zero(
    performance: str, why: str, paths: list[str]
) -> None:
    rule = f"belopp: 100 kr\ntill: regioner\nfördelning: {{andel av: w}}\nprestation: {performance}\nej intjänat: ej funnet"
    pot = divide(rule, W)
    assert why_not(pot) == why
    assert [one.path for one in pot.missing] == paths
    assert pot.ceilings == {"01": 50, "03": 30, "04": 20}
    assert pot.undistributed_kr == 100


def test_a_step_table_pays_sums_that_the_key_does_not_bound() -> None:
    rule = "{stegtabell: x, steg: [{från: 2, belopp: 3 Mkr}], mäts: {från: 2024, till: 2024}}"
    pot = divide(f"belopp: 9 Mkr\ntill: regioner\nfördelning: lika\nprestation: {rule}\nej intjänat: ej funnet")
    assert why_not(pot) == "ett värde i regeln är inte känt: vilket utfall som mäter x"
    assert [one.path for one in pot.missing] == ["prestation/utfall"]
    assert pot.ceilings == {}


def test_an_open_ended_pot_is_what_the_table_says_was_earned() -> None:
    pot = divide(
        "öppen ram: ja\nbelopp: ej funnet\ntill: regioner\nprestation: {intjänat: e}\nej intjänat: ej funnet", EARNED
    )
    assert (pot.amount.kr if pot.amount else None) == 70
    assert kronor_of(pot) == {"01": 40, "03": 20, "04": 10}


def test_a_table_printed_in_thousands_leaves_the_amounts_open() -> None:
    rough = series("e", {"01": 4000, "03": 2000, "04": 1000}, unit="kr", rounded_to=1000)
    award = earned("förfaller", rough, amount="10 000 kr").awards[0]
    assert award.amount.precision is not Precision.EXACT


def test_without_a_key_there_is_no_ceiling_to_show() -> None:
    pot = divide("belopp: 100 kr\ntill: regioner\nprestation: ej funnet\nej intjänat: ej funnet")
    assert pot.ceilings == {}


# --- in percent of one's own share --------------------------------------------------

PERCENT = series("e", {"01": 100, "03": 50, "04": 0}, unit="procent")


@pytest.mark.parametrize(
    ("fate", "kronor", "lapsed", "left"),
    [
        ("förfaller", (50, 15, 0), 35, 0),
        ("bonuspott", (77, 23, 0), 0, 0),  # 100 · 50/65 and 15/65
        ("ej funnet", (50, 15, 0), 0, 35),
    ],
)
def test_a_table_in_percent_is_of_each_ones_own_share(
    fate: str, kronor: tuple[int, int, int], lapsed: int, left: int
) -> None:
    rule = "belopp: 100 kr\ntill: regioner\nfördelning: {andel av: w}\nprestation: {intjänat: e}\nej intjänat: "
    pot = divide(rule + fate, W, PERCENT)
    assert tuple(kronor_of(pot).values()) == kronor
    assert (pot.lapsed_kr, pot.undistributed_kr) == (lapsed, left)


def test_a_table_in_percent_needs_a_key() -> None:
    pot = divide("belopp: 100 kr\ntill: regioner\nprestation: {intjänat: e}\nej intjänat: förfaller", W, PERCENT)
    assert why_not(pot) == "andelarna är av en egen del, men ingen nyckel är angiven"
