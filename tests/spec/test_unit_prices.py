"""`prestation: {styckpriser: …}`: a price for each act beyond a baseline, up to a ceiling."""

from __future__ import annotations

import pytest

from overens.figures.model import FigureKind
from overens.vocabulary.money import Mark, Precision
from tests.builders import divide, kronor_of, series, why_not
from tests.spec.performing import BEST, BONUS, FATES, LAPSES, SHARED, UNKNOWN, nothing, outcomes, performed, table

PRICE = """
mäts: {från: 2023, till: 2023}
styckpriser: [{vad: operation, pris: 100 kr, utfall: n, bättre än: 2022}]
"""
BEFORE = (10, 10, 10)
TIED = BEST.replace("underlag: w", "underlag: f")


@pytest.mark.parametrize("fate", FATES)
def test_nobody_does_more_than_before(fate: str) -> None:
    assert table(performed(PRICE, fate, *outcomes("n", y2022=BEFORE, y2023=(10, 9, 0)))) == nothing(fate)


@pytest.mark.parametrize("fate", FATES)
def test_all_reach_their_ceilings(fate: str) -> None:
    figures = outcomes("n", y2022=BEFORE, y2023=(15, 99, 12))
    assert table(performed(PRICE, fate, *figures)) == ((500, 300, 200), 0, 0)


@pytest.mark.parametrize(
    ("fate", "expected"),
    [
        (LAPSES, ((300, 0, 0), 700, 0)),
        (BONUS, ((1000, 0, 0), 0, 0)),
        (SHARED, ((1000, 0, 0), 0, 0)),
        (BEST, ((1000, 0, 0), 0, 0)),  # 04 did more per inhabitant, but earned nothing
        (UNKNOWN, ((300, 0, 0), 0, 700)),
    ],
)
def test_one_does_more(fate: str, expected: object) -> None:
    assert table(performed(PRICE, fate, *outcomes("n", y2022=BEFORE, y2023=(13, 10, 10)))) == expected


@pytest.mark.parametrize(
    ("fate", "expected"),
    [
        (LAPSES, ((100, 100, 100), 700, 0)),
        (BONUS, ((334, 333, 333), 0, 0)),
        (SHARED, ((334, 333, 333), 0, 0)),
        (TIED, ((450, 310, 240), 0, 0)),  # 700 by the key among all three
        (UNKNOWN, ((100, 100, 100), 0, 700)),
    ],
)
def test_all_do_one_more(fate: str, expected: object) -> None:
    assert table(performed(PRICE, fate, *outcomes("n", y2022=BEFORE, y2023=(11, 11, 11)))) == expected


def test_the_months_are_counted_together_against_a_table() -> None:
    rule = """
    mäts: {från: 2023-01, till: 2023-02, varje: månad}
    styckpriser: [{vad: operation, pris: 10 kr, utfall: n, utöver: {underlag: b}}]
    """
    figures = [*outcomes("n", m2023_01=(5, 5, 5), m2023_02=(6, 1, 5)), series("b", {"01": 8, "03": 8, "04": 8})]
    assert table(performed(rule, LAPSES, *figures)) == ((30, 0, 20), 950, 0)


def test_month_by_month_one_month_does_not_make_up_for_another() -> None:
    rule = PRICE.replace("mäts: {från: 2023, till: 2023}", "mäts: {från: 2023-01, till: 2023-02, varje: månad}")
    figures = outcomes("n", m2022_01=(5, 5, 5), m2022_02=(5, 5, 5), m2023_01=(7, 5, 5), m2023_02=(3, 5, 5))
    assert table(performed(rule, LAPSES, *figures)) == ((200, 0, 0), 800, 0)
    whole = rule.replace(", varje: månad", "")
    assert table(performed(whole, LAPSES, *figures)) == ((0, 0, 0), 1000, 0)


def test_a_table_of_ceilings_holds_each() -> None:
    rule = PRICE + "tak: {underlag: t}\n"
    figures = [
        *outcomes("n", y2022=BEFORE, y2023=(20, 11, 10)),
        series("t", {"01": 250, "03": 500, "04": 90}, unit="kr"),
    ]
    pot = performed(rule, LAPSES, *figures, key="")
    assert table(pot) == ((250, 100, 0), 650, 0)
    assert [(a.ceiling_kr, a.withheld_kr) for a in pot.awards] == [(250, 0), (500, 400), (90, 90)]


AREAS = """
mäts: {från: 2023, till: 2023}
styckpriser:
  - {vad: höft, pris: 100 kr, utfall: h, bättre än: 2022, andel av potten: 1/2}
  - {vad: starr, pris: 10 kr, utfall: s, bättre än: 2022, andel av potten: 1/2}
"""


def test_the_best_are_found_area_by_area() -> None:
    figures = [
        *outcomes("h", y2022=(0, 0, 0), y2023=(3, 1, 0)),  # 300 and 100 earned of 500; most per inhabitant 01 (3/50)
        *outcomes("s", y2022=(0, 0, 0), y2023=(1, 1, 10)),  # 10, 10, 100 earned of 500; most per inhabitant 04
    ]
    assert table(performed(AREAS, BEST, *figures, key="")) == ((310 + 100, 110, 100 + 380), 0, 0)


def test_an_area_that_earns_more_than_its_part_is_not_paid_from_another() -> None:
    figures = [*outcomes("h", y2022=(0, 0, 0), y2023=(6, 0, 0)), *outcomes("s", y2022=(0, 0, 0), y2023=(1, 0, 0))]
    pot = performed(AREAS, BEST, *figures, key="")
    assert why_not(pot) == "för höft är 600 kr intjänat, mer än dess del av potten, 500 kr"
    assert [one.path for one in pot.missing] == ["prestation/om potten inte räcker"]
    scaled = performed(AREAS + "om potten inte räcker: minskas i proportion\n", LAPSES, *figures, key="")
    assert table(scaled) == ((510, 0, 0), 490, 0)


MUCH = outcomes("n", y2022=BEFORE, y2023=(26, 14, 10))  # 1 600 and 400 kr


def test_more_than_the_pot_is_asked_about() -> None:
    pot = performed(PRICE, LAPSES, *MUCH, key="")
    assert why_not(pot) == "intjänat är 2 000 kr, mer än potten 1 000 kr"
    assert [one.path for one in pot.missing] == ["prestation/om potten inte räcker"]


@pytest.mark.parametrize("fate", FATES)
def test_more_than_the_pot_is_lessened_where_the_file_says_so(fate: str) -> None:
    pot = performed(PRICE + "om potten inte räcker: minskas i proportion\n", fate, *MUCH, key="")
    assert table(pot) == ((800, 200, 0), 0, 0)


def test_an_open_ended_pot_is_what_is_earned() -> None:
    pot = divide(
        "öppen ram: ja\nbelopp: ej funnet\ntill: regioner\nprestation:\n  mäts: {från: 2021-01, till: 2021-02}\n"
        "  styckpriser: [{vad: dos, pris: 275 kr, utfall: d}]\nej intjänat: ej funnet",
        *outcomes("d", m2021_01=(1, 0, 2), m2021_02=(3, 0, 1)),
    )
    assert kronor_of(pot) == {"01": 1100, "03": 0, "04": 825}
    assert pot.amount is not None
    assert (pot.amount.kr, pot.amount.mark, pot.undistributed_kr) == (1925, Mark.COMPUTED, 0)


CAPPED = "mäts: {från: 2023, till: 2023}\nhögst antal i riket: 8\nstyckpriser: [{vad: plats, pris: 25 kr, utfall: n}]\n"


def test_no_more_are_paid_for_than_the_whole_country_may_have() -> None:
    within = performed(CAPPED, LAPSES, *outcomes("n", y2023=(4, 4, 0)), key="")
    assert table(within) == ((100, 100, 0), 800, 0)
    beyond = performed(CAPPED, LAPSES, *outcomes("n", y2023=(8, 8, 0)), key="")
    assert why_not(beyond) == "16 åtgärder har gjorts men högst 8 i riket ersätts, och hur de fördelas är inte angivet"
    scaled = performed(
        CAPPED + "om potten inte räcker: minskas i proportion\n", LAPSES, *outcomes("n", y2023=(8, 8, 0)), key=""
    )
    assert table(scaled) == ((100, 100, 0), 800, 0)


def test_a_percentage_has_no_price() -> None:
    pot = performed(PRICE, LAPSES, *outcomes("n", "procent", y2022=BEFORE, y2023=BEFORE))
    assert why_not(pot) == "utfallet 'n' är i procent, men det är antal som ersätts"


def test_whoever_does_not_meet_the_conditions_earns_nothing_and_nobody_may_be_left() -> None:
    figures = outcomes("n", y2022=BEFORE, y2023=(13, 11, 10))
    some = performed(PRICE, BONUS, *figures, more="villkor: [{krav: plan, uppfylls av: {utom: ['01']}}]")
    assert table(some) == ((0, 1000, 0), 0, 0)
    for fate in FATES:
        none = performed(PRICE, fate, *figures, more="villkor: [{krav: plan, uppfylls av: ingen}]")
        assert table(none) == nothing(fate)


def test_rounded_outcomes_leave_the_awards_open() -> None:
    rough = [series("n", {"01": 10, "03": 20, "04": 0}, on=on, rounded_to=10) for on in ("2022", "2023")]
    assert {award.amount.precision for award in performed(PRICE, LAPSES, *rough).awards} == {Precision.ROUNDED}


def test_synthetic_outcomes_make_the_awards_inferred() -> None:
    made_up = [
        series("n", {"01": 10, "03": 20, "04": 0}, on=on, origin=FigureKind.SYNTHETIC) for on in ("2022", "2023")
    ]
    assert {award.amount.mark for award in performed(PRICE, LAPSES, *made_up).awards} == {Mark.INFERRED}
