"""What a recipient missed, what it was worth, and the pot divided anew had it not: a small pot in, kronor out."""

from __future__ import annotations

from fractions import Fraction

import pytest

from overens.allocation.earnings import How
from overens.allocation.model import PotAllocation
from overens.figures.model import Series, Snapshot
from overens.scenario.bonus import bonus_from, bonus_to
from overens.scenario.counterfactual import Counterfactual, HadReached, counterfactual, had_reached
from overens.scenario.outcome_change import ReachedOutcome
from tests.builders import ABC, REGION, divide, kronor_of, series

W = series("w", {"01": 50, "03": 30, "04": 20})
CODES = ("01", "03", "04")


def months(name: str, values: dict[str, tuple[int | str, int | str, int | str]], unit: str = "procent") -> list[Series]:
    """Return one series a month for the regions 01, 03 and 04."""
    return [series(name, dict(zip(CODES, row, strict=True)), on=month, unit=unit) for month, row in values.items()]


X = months("x", {"2022-01": (60, 60, 60), "2022-02": (60, 60, 60), "2023-01": (61, 60, 50), "2023-02": (61, 61, 70)})
BETTER = "{nyckeltal: X, utfall: x, bättre än: samma månad 2022, andel av potten: 1/1}"
LEVEL = "{nyckeltal: X, utfall: x, bättre än: samma månad 2022, eller minst: 55, andel av potten: 1/1}"
STEPS = (
    "{nyckeltal: X, utfall: x, bättre än: samma månad 2022, andel av potten: 1/1,"
    " steg: [{från: 2, andel: 50 %}, {från: 5, andel: 100 %}]}"
)


def rule(requirement: str = BETTER, fate: str = "bonuspott", performance: str = "") -> str:
    """Return a pot of 1 000 kr, two months."""
    krav = performance or f"krav: [{requirement}]"
    measured = "mäts: {från: 2023-01, till: 2023-02, varje: månad}"
    return (
        "belopp: 1 000 kr\ntill: regioner\nfördelning: {andel av: w}\n"
        f"prestation:\n  {measured}\n  {krav}\nej intjänat: {fate}\n"
    )


def about(code: str, pot: PotAllocation, *figures: Series) -> Counterfactual:
    """Return the counterfactual of one region."""
    who = next(one for one in ABC.regions if one.code == code)
    return counterfactual(pot, who, Snapshot.of(ABC, figures))


def reach(code: str, pot: PotAllocation, reached: list[ReachedOutcome], *figures: Series) -> HadReached:
    """Return the pot divided anew with other outcomes of one region."""
    who = next(one for one in ABC.regions if one.code == code)
    what = had_reached(pot, who, reached, Snapshot.of(ABC, figures))
    assert isinstance(what, HadReached), what
    return what


def test_earned_missed_and_bonus_are_the_award() -> None:
    found = about("04", divide(rule(), W, *X), W, *X)
    assert (found.ceiling_kr, found.earned_kr, found.missed_kr, found.bonus_kr) == (200, 100, 100, 33)
    (one,) = found.requirements
    assert (one.met, [missed.cell.period for missed in one.missed]) == (("2023-02",), ["2023-01"])
    assert one.missed_kr == 100


@pytest.mark.parametrize(
    ("requirement", "code", "how", "gap", "strict", "worth"),
    [
        (BETTER, "03", How.BETTER, 0, True, 150),  # the same as before: the least improvement
        (BETTER, "04", How.BETTER, 10, True, 100),
        (LEVEL, "04", How.LEVEL, 5, False, 100),  # 55 is nearer than more than 60
        (STEPS, "04", How.STEP, 12, False, 50),  # from 50 to 62 for half of it
    ],
)
def test_the_nearest_way_to_a_missed_month(
    requirement: str, code: str, how: How, gap: int, strict: bool, worth: int
) -> None:
    found = about(code, divide(rule(requirement), W, *X), W, *X)
    route = found.requirements[0].missed[0].route
    assert route is not None
    assert [route.how, route.gap, route.strict, route.worth] == [how, gap, strict, worth]
    assert route.per_unit == (Fraction(worth, gap) if gap else None)


def test_nothing_is_better_than_a_hundred_per_cent() -> None:
    full = months(
        "x", {"2022-01": (100, 60, 60), "2022-02": (60, 60, 60), "2023-01": (99, 61, 61), "2023-02": (61, 61, 61)}
    )
    (missed,) = about("01", divide(rule(), W, *full), W, *full).requirements[0].missed
    assert missed.route is None
    assert missed.worth == 250


def test_of_a_number_the_next_whole_one_is_better() -> None:
    acts = months(
        "x", {"2022-01": (5, 5, 5), "2022-02": (5, 5, 5), "2023-01": (5, 6, 6), "2023-02": (6, 6, 6)}, unit="antal"
    )
    (missed,) = about("01", divide(rule(), W, *acts), W, *acts).requirements[0].missed
    assert missed.route is not None
    assert [missed.route.target, missed.route.gap, missed.route.strict] == [6, 1, False]


@pytest.mark.parametrize(
    ("fate", "mine", "others", "lapsed"),
    [
        ("förfaller", 100, 0, -100),
        ("ej funnet", 100, 0, 0),
        ("bonuspott", 102, -102, 0),  # 133 of 750 before, 235 of 850 after
        ("delas av dem som uppfyller villkoren", 143, -143, 0),  # 2/7 of January's 500, that were all region 01's
    ],
)
def test_had_it_reached_that_month(fate: str, mine: int, others: int, lapsed: int) -> None:
    pot = divide(rule(fate=fate), W, *X)
    what = reach("04", pot, [ReachedOutcome("x", "2023-01", Fraction(61))], W, *X)
    assert (what.mine_kr, what.others_kr, what.lapsed_kr) == (mine, others, lapsed)
    assert what.mine_kr + what.others_kr + what.lapsed_kr + what.undistributed_kr == 0


def test_the_pot_itself_is_not_changed_by_what_might_have_been() -> None:
    pot = divide(rule(), W, *X)
    before = kronor_of(pot)
    what = reach("04", pot, [ReachedOutcome("x", "2023-01", Fraction(61))], W, *X)
    assert kronor_of(pot) == before
    assert what.before is pot
    assert kronor_of(what.after) == {code: before[code] + what.effects.get(code, 0) for code in CODES}


def test_an_outcome_that_changes_nothing_moves_nothing() -> None:
    pot = divide(rule(), W, *X)
    what = reach("04", pot, [ReachedOutcome("x", "2023-02", Fraction(99))], W, *X)
    assert (what.effects, what.mine_kr, what.others_kr) == ({}, 0, 0)


def test_why_it_cannot_be_divided_is_said() -> None:
    pot = divide(rule(), W, *X)
    what = had_reached(pot, ABC.regions[0], [ReachedOutcome("y", "2023-01", Fraction(1))], Snapshot.of(ABC, [W, *X]))
    assert not isinstance(what, HadReached)
    assert what.say() == "utfallet 'y' finns inte i biblioteket"


# --- bonus --------------------------------------------------------------------------


def test_a_bonus_is_of_those_who_missed_and_comes_back_in_part() -> None:
    pot = divide(rule(), W, *X)
    assert bonus_to(pot, "01") == {"03": 100, "04": 67}  # 150 and 100 missed, 167 of them here
    assert bonus_from(pot, "04") == {"01": 67, "03": 20}
    assert bonus_to(pot, "04") == {"03": 20, "04": 13}


def test_a_bonus_month_by_month_is_of_those_who_missed_that_month() -> None:
    pot = divide(rule(fate="delas av dem som uppfyller villkoren"), W, *X)
    assert bonus_to(pot, "01") == {"03": 150, "04": 100}  # January was all its own
    assert bonus_to(pot, "03") == {}


def test_what_lapses_is_nobodys_bonus() -> None:
    pot = divide(rule(fate="förfaller"), W, *X)
    assert [bonus_to(pot, code) for code in CODES] == [{}, {}, {}]
    assert bonus_from(pot, "03") == {}


def test_one_that_does_not_meet_the_conditions_gives_all_of_its_own() -> None:
    pot = divide(rule() + "villkor: [{krav: plan, uppfylls av: {utom: ['01']}}]\n", W, *X)
    assert bonus_from(pot, "01") == {"03": 300, "04": 200}  # nothing of the 750 they share is of their own misses


# --- the cheapest next step ---------------------------------------------------------


def test_the_cheapest_step_is_that_with_no_distance() -> None:
    (one,) = about("03", divide(rule(), W, *X), W, *X).cheapest
    assert [one.missed.cell.period, one.route.gap, one.per_unit] == ["2023-01", 0, None]
    assert one.kr == one.anew.mine_kr > 0


def test_steps_that_are_as_cheap_are_all_told() -> None:
    same = months(
        "x", {"2022-01": (60, 60, 60), "2022-02": (60, 60, 60), "2023-01": (61, 61, 58), "2023-02": (61, 61, 58)}
    )
    found = about("04", divide(rule(fate="förfaller"), W, *same), W, *same)
    assert [one.missed.cell.period for one in found.cheapest] == ["2023-01", "2023-02"]
    assert {one.per_unit for one in found.cheapest} == {Fraction(50)}


def test_one_that_earned_all_has_no_next_step() -> None:
    assert about("01", divide(rule(), W, *X), W, *X).cheapest == ()


# --- volumes ------------------------------------------------------------------------

ACTS = months("x", {"2023-01": (2, 1, 0), "2023-02": (1, 1, 0)}, unit="antal")
PRICES = "styckpriser: [{vad: operation, pris: 20 kr, utfall: x}]"


def test_of_acts_the_next_one_is_worth_its_price() -> None:
    pot = divide(rule(performance=PRICES, fate="förfaller"), W, *ACTS)
    found = about("04", pot, W, *ACTS)
    (one,) = found.cheapest
    assert [one.route.gap, one.kr, one.per_unit] == [1, 20, 20]
    assert len(found.requirements[0].missed) == 1


def test_an_open_ended_pot_grows_with_what_is_earned() -> None:
    text = rule(performance=PRICES, fate="förfaller").replace("belopp: 1 000 kr", "belopp: ej angivet\nöppen ram: ja")
    pot = divide(text.replace("fördelning: {andel av: w}\n", ""), *ACTS)
    what = reach("01", pot, [ReachedOutcome("x", "2023-01", Fraction(3))], *ACTS)
    assert (what.mine_kr, what.others_kr, what.pot_kr) == (20, 0, 20)


def test_one_at_its_ceiling_has_no_next_act() -> None:
    many = months("x", {"2023-01": (100, 1, 0), "2023-02": (1, 1, 0)}, unit="antal")
    found = about("01", divide(rule(performance=PRICES, fate="förfaller"), W, *many), W, *many)
    assert (found.missed_kr, found.cheapest) == (0, ())


def test_a_volume_that_shares_the_pot_takes_from_others() -> None:
    pot = divide(rule(performance="efter volym: operationer\n  utfall: x", fate="ej funnet"), W, *ACTS)
    (one,) = about("04", pot, W, *ACTS).cheapest
    assert one.kr == 167  # one of six: 1 000 / 6
    assert one.anew.others_kr == -167


def test_a_step_table_has_its_next_step() -> None:
    table = "stegtabell: tjänster\n  utfall: x\n  steg: [{från: 2, belopp: 30 kr}, {från: 4, belopp: 100 kr}]"
    pot = divide(rule(performance=table, fate="förfaller"), W, *ACTS)
    route = about("01", pot, W, *ACTS).cheapest[0].route
    assert [route.how, route.target, route.gap, route.worth] == [How.STEP, 4, 2, 70]


def test_the_figures_of_others_are_left_as_they_are() -> None:
    pot = divide(rule(), W, *X)
    after = reach("04", pot, [ReachedOutcome("x", "2023-01", Fraction(61))], W, *X).after
    assert after.base is not None
    assert after.base.earnings is not None
    values = {c.code: c.value for c in after.base.earnings.cells if c.period == "2023-01"}
    assert values == {"01": 61, "03": 60, "04": 61}
    assert pot.recipients[0].kind is REGION
