"""`prestation: {krav: …}`: better than the same month last year, or at least a level; each its own share of the pot."""

from __future__ import annotations

from fractions import Fraction

import pytest

from overens.agreement.performance import Requirements
from overens.allocation.earnings import How
from overens.allocation.model import PotAllocation
from overens.allocation.pots import allocate_pot
from overens.figures.model import Series, Snapshot
from overens.vocabulary.money import Mark
from tests.builders import ABC, divide, kronor_of, one_pot, read, series, why_not

W = series("w", {"01": 50, "03": 30, "04": 20})
BEFORE = {"2022-01": (60, 60, 60), "2022-02": (60, 60, 60)}


def months(name: str, values: dict[str, tuple[int | str | None, ...]]) -> list[Series]:
    """Return one series a month for the regions 01, 03 and 04, in percent."""
    return [
        series(name, dict(zip(("01", "03", "04"), row, strict=True)), on=month, unit="procent")
        for month, row in values.items()
    ]


X = months("x", {**BEFORE, "2023-01": (61, 60, 50), "2023-02": (61, 61, 70)})
Y = months("y", {"2022-01": (10, 10, 10), "2022-02": (10, 10, 10), "2023-01": (9, 11, 11), "2023-02": (9, 11, 11)})
MEASURED = "mäts: {från: 2023-01, till: 2023-02, varje: månad}"
ONE = "{nyckeltal: X, utfall: x, bättre än: samma månad 2022, andel av potten: 1/1}"


def pot(requirements: str, fate: str, *figures: Series, amount: str = "1 000 kr", more: str = "") -> PotAllocation:
    rule = (
        f"belopp: {amount}\ntill: regioner\nfördelning: {{andel av: w}}\n"
        f"prestation:\n  {MEASURED}\n  krav: [{requirements}]\nej intjänat: {fate}\n{more}"
    )
    return divide(rule, W, *(figures or (*X, *Y)))


def test_each_month_that_is_better_gives_its_part_of_the_ceiling() -> None:
    # 01 better both months, 03 the second, 04 the second; ceilings 500, 300, 200, half a month each
    computed = pot(ONE, "förfaller")
    assert kronor_of(computed) == {"01": 500, "03": 150, "04": 100}
    assert (computed.lapsed_kr, computed.undistributed_kr) == (250, 0)


def test_the_same_as_before_is_not_better() -> None:
    cells = pot(ONE, "förfaller").base
    assert cells is not None
    assert cells.earnings is not None
    assert [c.how for c in cells.earnings.of("03")] == [How.MISSED, How.BETTER]


def test_a_level_is_enough_without_being_better() -> None:
    one = "{nyckeltal: X, utfall: x, bättre än: samma månad 2022, eller minst: 60, andel av potten: 1/1}"
    assert kronor_of(pot(one, "förfaller")) == {"01": 500, "03": 300, "04": 100}


@pytest.mark.parametrize(
    ("fate", "kronor", "lapsed", "left"),
    [
        ("förfaller", (500, 150, 100), 250, 0),
        ("bonuspott", (667, 200, 133), 0, 0),  # 1 000 · 500/750, 150/750, 100/750
        ("ej funnet", (500, 150, 100), 0, 250),
        ("delas av dem som uppfyller villkoren", (750, 150, 100), 0, 0),  # January all to 01, February by the key
        # 01 earned 10 kr for each of its 50, the others 5: the rest goes to 01
        ("{blir: de bästa, antal: 1, per invånare enligt: {underlag: w}}", (750, 150, 100), 0, 0),
    ],
)
def test_what_was_not_earned_goes_where_the_file_says(
    fate: str, kronor: tuple[int, int, int], lapsed: int, left: int
) -> None:
    computed = pot(ONE, fate)
    assert tuple(kronor_of(computed).values()) == kronor
    assert (computed.lapsed_kr, computed.undistributed_kr) == (lapsed, left)


NOBODY = months("x", {**BEFORE, "2023-01": (60, 59, 0), "2023-02": (1, 2, 3)})
ALL = months("x", {**BEFORE, "2023-01": (61, 61, 61), "2023-02": (99, 99, 99)})
FATES = [
    "förfaller",
    "bonuspott",
    "ej funnet",
    "delas av dem som uppfyller villkoren",
    "{blir: de bästa, antal: 2, per invånare enligt: {underlag: w}}",
]


@pytest.mark.parametrize("fate", FATES)
def test_when_nobody_earns_nobody_gets_anything(fate: str) -> None:
    computed = pot(ONE, fate, *NOBODY)
    assert sum(kronor_of(computed).values()) == 0
    assert computed.lapsed_kr + computed.undistributed_kr == 1000


@pytest.mark.parametrize("fate", FATES)
def test_when_all_earn_all_the_pot_is_emptied_by_the_key(fate: str) -> None:
    computed = pot(ONE, fate, *ALL)
    assert kronor_of(computed) == {"01": 500, "03": 300, "04": 200}
    assert (computed.lapsed_kr, computed.undistributed_kr) == (0, 0)


def test_several_requirements_each_have_their_share() -> None:
    two = (
        "{nyckeltal: X, utfall: x, bättre än: samma månad 2022, andel av potten: 3/4},"
        "{nyckeltal: Y, utfall: y, bättre än: samma månad 2022, andel av potten: 1/4}"
    )
    # X: 375, 112,5, 75; Y: 01 none, 03 all 75, 04 all 50; the half krona is no whole krona and lapses with the rest
    computed = pot(two, "förfaller")
    assert kronor_of(computed) == {"01": 375, "03": 187, "04": 125}
    assert computed.lapsed_kr == 313


def test_steps_give_a_part_of_the_ceiling_by_the_improvement() -> None:
    one = (
        "{nyckeltal: X, utfall: x, bättre än: samma månad 2022, andel av potten: 1/1,"
        " steg: [{från: 1, andel: 50 %}, {från: 10, andel: 100 %}]}"
    )
    # 01: +1, +1 → 250; 03: 0, +1 → 75; 04: −10, +10 → 100
    assert kronor_of(pot(one, "förfaller")) == {"01": 250, "03": 75, "04": 100}


def test_a_missing_month_is_said_with_its_name() -> None:
    assert why_not(pot(ONE, "bonuspott", *X[:3])) == "utfallet 'x' saknas för 2023-02"


def test_a_month_missing_for_one_region_is_said() -> None:
    gap = months("x", {**BEFORE, "2023-01": (61, None, 50), "2023-02": (61, 61, 70)})
    assert why_not(pot(ONE, "bonuspott", *gap)) == "värdet för 03 (03) saknas i underlaget 'x' per 2023-01"


@pytest.mark.parametrize(
    ("requirement", "paths"),
    [
        ("{nyckeltal: X, andel av potten: 1/1}", ["prestation/krav/1/utfall", "prestation/krav/1/bättre än"]),
        (
            "{nyckeltal: X, utfall: x, bättre än: tidigare år, eller minst: ej publicerat, andel av potten: ej publicerat}",
            ["prestation/krav/1/bättre än", "prestation/krav/1/eller minst", "prestation/krav/1/andel av potten"],
        ),
    ],
)
def test_what_no_source_gives_is_asked_for(requirement: str, paths: list[str]) -> None:
    computed = pot(requirement, "bonuspott")
    assert [one.path for one in computed.missing] == paths
    assert ("inte känt: " if len(paths) == 1 else "inte kända, bland dem ") in why_not(computed)


def test_a_region_that_does_not_meet_a_condition_earns_nothing() -> None:
    more = "villkor: [{krav: plan inlämnad, uppfylls av: {utom: ['01']}}]"
    computed = pot(ONE, "bonuspott", *ALL, more=more)
    assert kronor_of(computed) == {"03": 600, "04": 400}


def test_every_figure_that_decided_is_read_and_so_in_the_run() -> None:
    more = "villkor: [{krav: minst 10, nyckeltal: v, minst: 10}]"
    computed = pot(ONE, BEST, *ALL, series("v", {"01": 9, "03": 10, "04": 11}), more=more)
    assert kronor_of(computed) == {"03": 600, "04": 400}
    assert {one.key.figure for one in computed.used} == {"w", "x", "v"}


BEST = "{blir: de bästa, antal: 2, per invånare enligt: {underlag: w}}"


@pytest.mark.parametrize("fate", FATES)
def test_when_nobody_meets_the_conditions_nobody_gets_anything(fate: str) -> None:
    computed = pot(ONE, fate, *ALL, more="villkor: [{krav: plan, uppfylls av: ingen}]")
    assert computed.awards == ()
    assert computed.lapsed_kr == (1000 if fate == "förfaller" else 0)


def test_what_a_cap_leaves_of_the_pot_is_not_lapsed() -> None:
    computed = pot(ONE, "förfaller", *ALL, more="gränser: {tak: 100 kr}")
    assert (sum(kronor_of(computed).values()), computed.lapsed_kr, computed.undistributed_kr) == (300, 0, 700)
    some = pot(ONE, "förfaller", more="gränser: {tak: 100 kr}")  # 100, 50, 50
    assert (sum(kronor_of(some).values()), some.lapsed_kr, some.undistributed_kr) == (200, 100, 700)


def test_rounding_down_gives_no_one_more_and_nothing_lapses_when_all_is_earned() -> None:
    computed = pot(ONE, "förfaller", *ALL, amount="101 kr", more="avrundning: nedåt")
    assert kronor_of(computed) == {"01": 50, "03": 30, "04": 20}
    assert (computed.lapsed_kr, computed.undistributed_kr) == (0, 1)


def test_shares_that_are_not_the_pot_are_refused_also_where_a_scenario_gave_them() -> None:
    rule = read(
        one_pot(
            f"belopp: 9 kr\ntill: regioner\nfördelning: lika\nprestation: {{{MEASURED}, krav: [{ONE}]}}\nej intjänat: ej funnet"
        )
    )
    ((path, written),) = rule.agreement.leaves()
    assert isinstance(written.performance, Requirements)
    (one,) = written.performance.requirements
    half = one.model_copy(update={"share": Fraction(1, 2)})
    changed = written.model_copy(
        update={"performance": written.performance.model_copy(update={"requirements": (half,)})}
    )
    computed = allocate_pot(path, changed, Snapshot.of(ABC, [W, *X]))
    assert why_not(computed) == "kravens andelar av potten är tillsammans 50 %, inte 100 %"


def test_a_requirement_that_is_inferred_makes_the_award_inferred() -> None:
    inferred = ONE.replace("{nyckeltal", "{härlett: tolkat ur en tabell, nyckeltal")
    assert {award.amount.mark for award in pot(inferred, "bonuspott").awards} == {Mark.INFERRED}
