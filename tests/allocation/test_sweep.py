"""Sweeps by hand: ties, bounds that bind, nobody, and what is refused before anything is worked out."""

from __future__ import annotations

from fractions import Fraction

import pytest

from overens.agreement.rules import Fate
from overens.allocation.sweep import layout
from overens.allocation.sweep.fits import KRONOR, why_too_large
from overens.allocation.sweep.from_pots import NotPlanned, plan_of
from overens.allocation.sweep.plan import (
    PotPlan,
    Shares,
    SweepPlan,
    Table,
    vary,
    vary_amount,
    vary_earned,
    vary_gates,
    vary_grades,
    vary_threshold,
    vary_weights,
    with_grades,
)
from overens.allocation.sweep.result import Sweep
from overens.allocation.sweep.run import sweep
from overens.figures.model import Snapshot
from overens.vocabulary.problems import Fault
from tests.builders import ABC, EN, SV, agreement_text, one_pot, plain_spaces, read, series
from tests.properties.sweeping import as_lists, interpreted


def plan(amount: int, *weights: int, fate: Fate = Fate.NOT_FOUND, **tables: tuple[int, ...]) -> SweepPlan:
    """Return a plan of one pot to as many recipients as there are weights."""
    more = {Table[name.upper()]: row for name, row in tables.items()}
    given = {Table.AMOUNT: (amount,), Table.COEFFICIENTS: (1,), Table.WEIGHTS: weights, **more}
    return SweepPlan(ABC.regions[: len(weights)], (PotPlan(("p",), 0, len(weights), tables=given, fate=fate),))


def worked_out(made: SweepPlan) -> Sweep:
    """Return the plain form's answer, after the kernel has given the same."""
    answer = sweep(made, None, with_awards=True)
    assert isinstance(answer, Sweep), answer
    assert as_lists(interpreted(made)) == as_lists(answer)
    return answer


@pytest.mark.parametrize(
    ("made", "kronor", "lapsed", "left"),
    [
        (plan(100, 1, 1, 1), [34, 33, 33], 0, 0),
        (plan(2, 1, 1, 1), [1, 1, 0], 0, 0),
        (plan(0, 1, 2, 3), [0, 0, 0], 0, 0),
        (plan(10, 0, 1, 1), [0, 5, 5], 0, 0),
        (plan(30, 1, 2, 3, floors=(10, 10, 10)), [10, 10, 10], 0, 0),
        (plan(60, 1, 2, 3, floors=(15, 0, 0)), [15, 18, 27], 0, 0),
        (plan(60, 1, 2, 3, floors=(0, 0, 0), caps=(15, 15, 15)), [15, 15, 15], 0, 15),
        (plan(60, 1, 2, 3, floors=(0, 0, 0), caps=(60, 60, 20)), [13, 27, 20], 0, 0),
        (plan(60, 1, 2, 3, gates=(0, 1, 1), fate=Fate.LAPSES), [0, 20, 30], 10, 0),
        (plan(60, 1, 2, 3, gates=(0, 1, 1), fate=Fate.NOT_FOUND), [0, 20, 30], 0, 10),
        (plan(60, 1, 2, 3, gates=(0, 1, 1), fate=Fate.BONUS_POT), [0, 24, 36], 0, 0),
        (plan(60, 1, 2, 3, gates=(0, 1, 1), fate=Fate.STAYS_WHOLE), [0, 24, 36], 0, 0),
        (plan(60, 1, 2, 3, gates=(0, 0, 0), fate=Fate.LAPSES), [0, 0, 0], 60, 0),
        (plan(60, 1, 2, 3, gates=(0, 0, 0), fate=Fate.BONUS_POT), [0, 0, 0], 0, 60),
        (plan(60, 1, 2, 3, gates=(0, 0, 0), fate=Fate.STAYS_WHOLE), [0, 0, 0], 0, 60),
    ],
)
def test_one_pot(made: SweepPlan, kronor: list[int], lapsed: int, left: int) -> None:
    answer = worked_out(made)
    assert answer.awards_of(0, 0) == kronor
    assert (answer.lapsed[0][0], answer.undistributed[0][0], answer.ended[0][0]) == (lapsed, left, layout.COMPUTED)


@pytest.mark.parametrize(
    ("made", "ended"),
    [
        (plan(29, 1, 2, 3, floors=(10, 10, 10)), layout.FLOORS_NEED_MORE),
        (plan(29, 1, 2, 3, base=(10, 10, 10)), layout.BASES_NEED_MORE),
        (plan(29, 0, 0, 0), layout.NO_WEIGHTS),
    ],
)
def test_a_pot_that_cannot_be_divided_is_all_undistributed(made: SweepPlan, ended: int) -> None:
    answer = worked_out(made)
    assert (answer.awarded[0][0], answer.undistributed[0][0], answer.ended[0][0]) == (0, 29, ended)


def test_each_scenario_has_its_own_sums_weights_and_gates() -> None:
    made = vary_amount(plan(60, 1, 2, 3, fate=Fate.LAPSES), 0, [60, 90])
    made = vary_weights(made, 0, [(1, 2, 3), (3, 2, 1)])
    made = vary_gates(made, 0, [(1, 1, 1), (1, 0, 1)])
    answer = worked_out(made)
    assert [answer.awards_of(0, s) for s in (0, 1)] == [[10, 20, 30], [45, 0, 15]]
    assert [answer.lapsed[s][0] for s in (0, 1)] == [0, 30]


def test_a_threshold_opens_the_gates_of_those_who_reach_it() -> None:
    made = vary_threshold(plan(60, 1, 2, 3, fate=Fate.LAPSES), 0, (5, 7, 7), [(5,), (6,), (7,), (8,)])
    answer = worked_out(made)
    assert [answer.awards_of(0, s) for s in range(4)] == [[10, 20, 30], [0, 20, 30], [0, 20, 30], [0, 0, 0]]
    assert [answer.lapsed[s][0] for s in range(4)] == [0, 10, 10, 60]


def test_a_threshold_takes_the_place_of_gates() -> None:
    made = vary_threshold(plan(60, 1, 2, 3, gates=(1, 0, 0), fate=Fate.STAYS_WHOLE), 0, (5, 7, 7), [(7,)])
    assert worked_out(made).awards_of(0, 0) == [0, 24, 36]


def test_one_number_is_a_floor_for_everyone() -> None:
    made = vary(plan(60, 1, 2, 3), 0, Table.FLOORS, [(0,), (15,), (20,), (21,)])
    answer = worked_out(made)
    assert [answer.awards_of(0, s) for s in range(4)] == [[10, 20, 30], [15, 18, 27], [20, 20, 20], [0, 0, 0]]
    assert answer.ended[3][0] == layout.FLOORS_NEED_MORE


def test_grades_are_shares_of_the_own_share() -> None:
    made = with_grades(plan(60, 1, 2, 3, fate=Fate.LAPSES), 0, [[Fraction(1), Fraction(1, 2), Fraction(1, 3)]])
    assert worked_out(made).awards_of(0, 0) == [10, 10, 10]
    bonus = vary_grades(plan(60, 1, 2, 3, fate=Fate.BONUS_POT), 0, [(6, 3, 2), (0, 0, 0)], 6)
    assert [worked_out(bonus).awards_of(0, s) for s in (0, 1)] == [[20, 20, 20], [0, 0, 0]]


def test_unit_prices_count_what_is_above_the_baseline_up_to_the_ceiling() -> None:
    tables = {Table.AMOUNT: (100,), Table.PRICES: (3, 2), Table.BASELINES: (5, 5, 0, 0), Table.CEILINGS: (20, 50)}
    pot = PotPlan(("p",), 0, 2, Shares.PRICED, tables, fate=Fate.LAPSES)
    made = vary_earned(SweepPlan(ABC.regions[:2], (pot,)), 0, [(9, 5, 0, 7), (99, 0, 1, 1), (0, 30, 0, 60)])
    answer = worked_out(made)
    assert [answer.awards_of(0, s) for s in range(3)] == [[12, 14], [20, 2], [0, 50]]
    assert [answer.lapsed[s][0] for s in range(3)] == [74, 78, 50]


def test_a_pot_that_is_too_small_is_reduced_in_proportion_if_that_is_agreed() -> None:
    for reduced, kronor, ended in ((False, [0, 0], layout.EARNED_MORE), (True, [10, 20], layout.COMPUTED)):
        tables = {Table.AMOUNT: (30,), Table.EARNED: (20, 40)}
        made = SweepPlan(ABC.regions[:2], (PotPlan(("p",), 0, 2, Shares.EARNED, tables, reduced=reduced),))
        assert (worked_out(made).awards_of(0, 0), worked_out(made).ended[0][0]) == (kronor, ended)


# --- what is refused ----------------------------------------------------------------


def said(fault: Fault | None) -> str:
    assert fault is not None
    assert fault.message.say(EN) != fault.message.say(SV)
    return plain_spaces(f"{fault.message.say()} {fault.remedy.say()}")


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (vary_gates(plan(9, 1, 1), 0, [(1, 2)]), "Potten 'p', villkor: 2. Ge 1 för den som uppfyller, 0 för övriga."),
        (vary_amount(plan(9, 1, 1), 0, [-9]), "Potten 'p', belopp: −9. Ge tal från 0 och uppåt."),
        (vary_weights(plan(9, 1, 1), 0, [(1, 2, 3)]), "fördelningstal: 3 tal i en rad. Ge 2 tal i varje rad."),
        (vary(plan(9, 1, 1), 0, Table.FLOORS, [(1, Fraction(1, 2))]), "golv: tal som inte är hela. Ge heltal."),  # type: ignore[list-item]  # what is tried
        (
            vary_amount(vary_gates(plan(9, 1, 1), 0, [(1, 1)] * 2), 0, [1, 2, 3]),
            "villkor: 2 rader. Ge en rad för vart och ett av 3 scenarier.",
        ),
        (
            vary_grades(plan(9, 1, 1, fate=Fate.STAYS_WHOLE), 0, [(1, 2)], 2),
            "grader: potten delas av dem som uppfyller eller de bästa. Ge intjänade kronor i stället, eller räkna med",
        ),
        (vary(plan(9, 1, 1), 0, Table.AT_LEAST, [(1,)]), "villkorets gräns: bara det ena är givet. Ge både"),
        (plan(9, 1, 1, measured=(1, 2)), "det som villkoret mäter: bara det ena är givet. Ge både"),
        (
            vary_gates(vary_threshold(plan(9, 1, 1), 0, (1, 2), [(1,)]), 0, [(1, 1)]),
            "villkor: en gräns är också given. Ge det ena",
        ),
        (vary(plan(9, 1, 1, 1), 0, Table.FLOORS, [(1, 2)]), "golv: 2 tal i en rad. Ge 3 tal i varje rad."),
    ],
)
def test_a_plan_that_is_wrong_is_refused(made: SweepPlan, words: str) -> None:
    refused = sweep(made, None)
    assert isinstance(refused, Fault)
    assert words in said(refused)


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (plan(KRONOR + 1, 1, 1), "beloppet kan bli 281 474 976 710 657, gränsen är 281 474 976 710 656."),
        (vary_threshold(plan(9, 1, 1), 0, (2**63, 1), [(1,)]), "villkorets tal kan bli 9 223 372 036 854 775 808"),
        (plan(9, 2**61, 1), "nämnaren kan bli 2 305 843 009 213 693 953"),
        (vary_weights(plan(9, 1, 1), 0, [(1, 1), (2**63, 1)]), "nämnaren kan bli 9 223 372 036 854 775 809"),
    ],
)
def test_what_has_no_room_in_64_bits_is_refused_and_the_plain_form_works_it_out(made: SweepPlan, words: str) -> None:
    assert words in said(why_too_large(made))
    assert "Räkna med den enkla räkningen" in said(why_too_large(made))
    answer = sweep(made, None)
    assert isinstance(answer, Sweep)
    assert answer.awarded[0][0] == made.pots[0].tables[Table.AMOUNT][0]
    assert answer.engine.say() == "enkel"


def test_numbers_at_the_edge_of_64_bits_are_exact() -> None:
    worked_out(plan(KRONOR, 2**61 - 3, 1, 1))
    worked_out(plan(KRONOR - 1, 3**38, 5**26, 7**21))


def test_pots_that_no_plan_holds_say_why() -> None:
    rule = "belopp: 9 kr\ntill: regioner\nfördelning: ej publicerad"
    refused = plan_of(list(read(one_pot(rule)).agreement.leaves()), Snapshot.of(ABC, []))
    assert isinstance(refused, NotPlanned)
    assert [(path, reason.say()) for path, reason in refused.reasons] == [
        (("a",), "fördelningsnyckeln är inte publicerad")
    ]


def test_who_takes_no_part_in_a_pot_gets_nothing_of_it() -> None:
    rule = "\n  namn: P\n  källa: k\n  belopp: 9 kr\n  till: {grupp: regioner, WHO}\n  fördelning: {andel av: w}\n"
    pots = "a:" + rule.replace("WHO", "utom: ['03']") + "b:" + rule.replace(", WHO", "")
    figures = Snapshot.of(ABC, [series("w", {"01": 1, "03": 6, "04": 2})])
    made = plan_of(list(read(agreement_text(pots)).agreement.leaves()), figures)
    assert isinstance(made, SweepPlan)
    assert [worked_out(made).awards_of(pot, 0) for pot in (0, 1)] == [[3, 0, 6], [1, 6, 2]]
    assert list(worked_out(made).totals[0]) == [4, 6, 8]
