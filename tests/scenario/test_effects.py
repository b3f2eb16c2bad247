"""What each change moves, to the krona; changes that cannot be told apart; who gains, who pays, who newly qualifies."""

from __future__ import annotations

from fractions import Fraction

import pytest

from overens.scenario.certain import Predictability, predictability
from overens.scenario.moved import Balance, balance, qualifications
from overens.scenario.nothing import moves_nothing, why_nothing
from overens.scenario.stack import ground_stage
from tests.builders import agreement_text, plain_spaces
from tests.scenario.trying import effects, ground, scenario, tried

AGREEMENT = agreement_text(
    """\
    a: {namn: A, belopp: 100 kr, till: regioner, fördelning: {andel av: befolkning, per: 2023}, källa: k}
    b:
      namn: B
      belopp: 60 kr
      till: regioner
      fördelning: lika
      villkor: [{krav: plan, uppfylls av: alla, källa: k}]
      ej intjänat: förfaller
      källa: k
    """,
    total="160 kr",
)
ONE_MISSES = "- {i: b, värde: villkor/1/uppfylls av/utom, blir: ['01']}"


def test_a_step_at_which_the_pot_cannot_be_divided_is_taken_with_the_next() -> None:
    both = scenario("- {i: a, gränser: {golv: 40 kr}}\n- {i: a, belopp: 150 kr}")
    _, pots = tried(AGREEMENT, both)
    assert effects(pots[0]) == [{}, {"01": 19, "03": 11, "04": 20}]
    assert dict(pots[0].together) == {1: (0,)}


def test_a_pot_that_cannot_be_divided_in_the_end_is_in_no_sum() -> None:
    _, pots = tried(AGREEMENT, scenario("- {i: a, gränser: {golv: 40 kr}}\n- {i: b, fördelning: lika}"))
    assert [pot.is_compared for pot in pots] == [False, True]
    assert effects(pots[0]) == [{}, {}]


@pytest.mark.parametrize(
    ("changes", "after"),
    [
        ("- {i: a, fördelning: lika}", Balance(16, 16, 0, 0, 0)),
        ("- {i: a, belopp: 150 kr}", Balance(50, 0, 50, 0, 0)),
        ("- {i: a, belopp: 90 kr}", Balance(0, 10, -10, 0, 0)),
        (ONE_MISSES, Balance(0, 20, 0, 20, 0)),
        (f"{ONE_MISSES}\n- {{i: b, ej intjänat: bonuspott}}", Balance(20, 20, 0, 0, 0)),
        (f"{ONE_MISSES}\n- {{i: b, ej intjänat: ej funnet}}", Balance(0, 20, 0, 0, 20)),
    ],
)
def test_who_pays(changes: str, after: Balance) -> None:
    _, pots = tried(AGREEMENT, scenario(changes))
    assert balance([pot.sides for pot in pots]) == after


def test_nothing_is_moved_between_no_pots() -> None:
    assert balance([]) == Balance(0, 0, 0, 0, 0)


def test_who_newly_and_no_longer_qualifies() -> None:
    _, pots = tried(AGREEMENT, scenario(ONE_MISSES))
    newly, no_longer = qualifications(pot.sides for pot in pots)
    assert newly == ()
    assert [(one.who.code, one.pot, one.before_kr, one.after_kr) for one in no_longer] == [("01", "prov-2024/b", 20, 0)]


def test_how_much_is_certain() -> None:
    _, pots = tried(AGREEMENT, scenario("- {i: b, tas bort: [villkor, ej intjänat]}"))
    before = predictability(pot.before for pot in pots)
    assert (before, before.certain_share) == (Predictability(100, 60, 0), Fraction(100, 160))
    assert predictability(pot.after for pot in pots) == Predictability(160, 0, 0)


def test_of_payments_only_those_without_conditions_are_certain() -> None:
    paid = agreement_text(
        "a: {namn: A, belopp: 90 kr, till: regioner, fördelning: lika, källa: k, ej intjänat: förfaller,"
        " utbetalning: [{andel: 1/3}, {andel: 2/3, villkor: [{krav: x, uppfylls av: alla, källa: k}]}]}"
    )
    _, pots = tried(paid, scenario("- {i: a, fördelning: lika}"))
    assert predictability(pot.before for pot in pots) == Predictability(30, 60, 0)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ("{i: a, belopp: 100 kr}", "det står redan så"),
        ("{i: a, värde: gränser/golv, blir: 1 kr}", "golvet 1 kr är lägre än vad alla redan får"),
        (
            "{i: a, gränser: {golv: 20 kr, tak: 50 kr}}",
            "golvet 20 kr är lägre än vad alla redan får; taket 50 kr är högre än vad någon får",
        ),
        ("{i: b, ej intjänat: bonuspott}", "alla tjänar in allt, så inget blir över"),
        ("{i: b, värde: villkor/1/krav, blir: x}", "alla uppfyller villkoret"),
        ("{i: a, utbetalning: [{andel: 1/2}, {andel: 1/2}]}", "bara när pengarna betalas ändras"),
        ("{i: a, avrundning: närmaste}", "ingen krona flyttas"),
        ("{underlag: befolkning, för: '01', per: 2023, blir: 50}", "värdena är redan så"),
        ("{underlag: befolkning, för: '01', per: 2024, blir: 5}", "ingen beräknad pott läser de värdena"),
    ],
)
def test_a_change_that_changes_nothing_says_why(change: str, why: str) -> None:
    made, _ = tried(AGREEMENT, scenario(f"- {change}"))
    before = ground_stage(ground(AGREEMENT))
    assert moves_nothing(before, made[0].stage)
    assert plain_spaces(why_nothing(before, made[0]).say()) == why


def test_a_pot_that_is_not_computed_after_a_change_says_why() -> None:
    unknown = agreement_text("a: {namn: A, belopp: 100 kr, till: regioner, fördelning: ej publicerad, källa: k}")
    made, _ = tried(unknown, scenario("- {i: a, gränser: {golv: 1 kr}}"))
    before = ground_stage(ground(unknown))
    assert "'a' är inte beräknad: fördelningsnyckeln är inte publicerad" in why_nothing(before, made[0]).say()
