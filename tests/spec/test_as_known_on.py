"""`känd från`: what the answer was on a day: pots, conditions, keys and figures that came later are left out."""

from __future__ import annotations

from datetime import date

import pytest

from overens.allocation.allocate import allocate
from overens.allocation.model import State
from overens.figures.model import Series, Snapshot
from overens.writing.clauses import as_plain
from tests.builders import ABC, agreement_text, compute, divide, kronor_of, one_pot, plain_spaces, read, series, why_not

W = series("w", {"01": 50, "03": 30, "04": 20})
RULE = "belopp: 100 kr\ntill: regioner\nfördelning: {andel av: w}\n"
ALL = {"01": 50, "03": 30, "04": 20}
AFTER = "2024-12-31"


def test_without_a_day_everything_is_known() -> None:
    assert kronor_of(divide(RULE + "känd från: 2099-01-01", W)) == ALL


@pytest.mark.parametrize(
    ("known_from", "day", "known"),
    [
        ("2024-03-01", "2024-02-29", False),
        ("2024-03-01", "2024-03-01", True),
        ("2024-03", "2024-03-30", False),
        ("2024-03", "2024-03-31", True),
        ("2024", "2024-12-30", False),
    ],
)
def test_a_pot_is_not_there_before_it_was_known(known_from: str, day: str, known: bool) -> None:
    pot = divide(RULE + f"känd från: {known_from}", W, on=day)
    assert (pot.state is State.COMPUTED) is known
    if not known:
        assert pot.amount is None
        assert pot.awards == ()
        assert pot.reason is not None
        assert pot.reason.say() == f"känd först {known_from}"
        assert len(pot.recipients) == 3


@pytest.mark.parametrize(("day", "known"), [("2023-12-19", False), ("2023-12-20", True)])
def test_a_pot_without_a_day_of_its_own_is_known_from_the_decision(day: str, known: bool) -> None:
    assert (divide(RULE, W, on=day).state is State.COMPUTED) is known


def test_the_agreement_may_have_been_known_before_it_was_decided() -> None:
    pots = "a: {namn: A, belopp: 5 kr, till: SKR, källa: k}"
    text = agreement_text(pots, total="5 kr", more="känd från: 2023-09-20")
    assert compute(text, on="2023-09-20").whole.awarded_kr == 5
    assert compute(text, on="2023-09-19").whole.awarded_kr == 0


def test_without_any_day_a_pot_is_always_known() -> None:
    text = one_pot(RULE).replace("beslutad: 2023-12-20", "beslutad: ej funnet")
    assert kronor_of(compute(text, W, on="1999-01-01").pots[0]) == ALL


CONDITION = "villkor: [{krav: plan, uppfylls av: {utom: ['04']}, känd från: 2024-06-01}]\nej intjänat: förfaller\n"


def test_who_met_a_condition_is_not_known_before_it_was_assessed() -> None:
    before = divide(RULE + CONDITION, W, on="2024-05-31")
    assert why_not(before) == "det är inte känt vilka som uppfyller villkoret 'plan'"
    assert before.ceilings == ALL
    assert kronor_of(divide(RULE + CONDITION, W, on="2024-06-01")) == {"01": 50, "03": 30}


def test_a_condition_on_a_payment_is_not_known_before_it_was_assessed() -> None:
    more = (
        "ej intjänat: förfaller\nutbetalning:\n  - {andel: 1/2}\n"
        "  - {andel: 1/2, villkor: [{krav: plan, uppfylls av: alla, känd från: 2024-06-01}]}\n"
    )
    assert "det är inte känt" in why_not(divide(RULE + more, W, on="2024-05-31"))
    assert kronor_of(divide(RULE + more, W, on="2024-06-01")) == ALL


@pytest.mark.parametrize(
    "key",
    [
        "{andel av: w, känd från: 2024-06-01}",
        "{grundbelopp: 1 kr, resten: {andel av: w, känd från: 2024-06-01}}",
        "{blandning: [{vikt: 1/2, nyckel: lika}, {vikt: 1/2, nyckel: {lika: lika, känd från: 2024-06-01}}]}",
        "{lista: w, känd från: 2024-06-01}",
        "{fast belopp: 1 kr, känd från: 2024-06-01}",
    ],
)
def test_a_key_is_not_known_before_it_was_published(key: str) -> None:
    rule = f"belopp: 100 kr\ntill: regioner\nfördelning: {key}\n"
    assert why_not(divide(rule, W, on="2024-05-31")) == "fördelningsnyckeln är inte publicerad"
    assert divide(rule, W, on="2024-06-01").state is State.COMPUTED


def test_a_figure_is_not_there_before_it_was_published() -> None:
    late = series("w", ALL, known_from="2024-02-22")
    assert why_not(divide(RULE, late, on="2024-02-21")) == "underlaget 'w' per ? saknas"
    assert kronor_of(divide(RULE, late, on="2024-02-22")) == ALL


def test_an_annex_is_not_compared_before_it_was_published() -> None:
    table = series("t", ALL, unit="kr", known_from="2024-02-22")
    assert divide(RULE + "bilaga: t", W, table, on="2024-02-21").annex is None
    assert divide(RULE + "bilaga: t", W, table, on="2024-02-22").annex is not None


def test_the_sum_of_what_was_known() -> None:
    pots = (
        "a: {namn: A, belopp: 60 kr, till: SKR, källa: k}\n"
        "b: {namn: B, belopp: 40 kr, till: SKR, källa: k, känd från: 2024-06-01}\n"
    )
    text = agreement_text(pots, total="100 kr")
    assert compute(text, on="2024-05-31").whole.awarded_kr == 60
    assert compute(text, on="2024-06-01").whole.awarded_kr == 100


def test_the_agreement_itself_is_left_as_it_was() -> None:
    agreement, figures = read(one_pot(RULE + CONDITION)).agreement, Snapshot.of(ABC, [W])
    allocate(agreement, figures, date(2024, 5, 31))
    assert kronor_of(allocate(agreement, figures).pots[0]) == {"01": 50, "03": 30}
    assert as_plain(agreement) == as_plain(read(one_pot(RULE + CONDITION)).agreement)


def test_a_later_day_than_all_dates_is_as_no_day() -> None:
    figures = Snapshot.of(ABC, [W])
    agreement = read(one_pot(RULE + CONDITION)).agreement
    assert [pot.awards for pot in compute(one_pot(RULE + CONDITION), W, on=AFTER).pots] == [
        pot.awards for pot in allocate(agreement, figures).pots
    ]


def test_nothing_of_a_pot_that_was_not_known_is_in_the_explanation_of_the_sum() -> None:
    whole = compute(
        one_pot(RULE + "känd från: 2025-01-01").replace("belopp: ej funnet", "belopp: 100 kr"), W, on=AFTER
    ).whole
    assert (whole.awarded_kr, plain_spaces(str(whole.amount))) == (0, "100 kr")


EARNED = (
    "belopp: 100 kr\ntill: regioner\nfördelning: {andel av: w}\nprestation:\n  mäts: {från: 2024-03, till: 2024-04, varje: månad}\n"
    "  krav: [{nyckeltal: X, utfall: x, eller minst: 70, andel av potten: 1/1}]\nej intjänat: förfaller"
)


def outcome(month: str, *, known_from: str | None = None, first: int = 70) -> Series:
    return series("x", {"01": first, "03": 70, "04": 0}, on=month, unit="procent", known_from=known_from)


@pytest.mark.parametrize(
    ("day", "missing"),
    [("2024-03-31", "2024-03, 2024-04"), ("2024-04-01", "2024-04"), ("2024-04-30", "2024-04"), ("2024-05-01", None)],
)
def test_an_outcome_is_not_known_before_its_month_is_over(day: str, missing: str | None) -> None:
    pot = divide(EARNED, W, outcome("2024-03"), outcome("2024-04"), on=day)
    if missing is None:
        assert kronor_of(pot) == {"01": 50, "03": 30, "04": 0}
    else:
        assert why_not(pot) in (f"utfallet 'x' saknas för {missing}", "utfallet 'x' finns inte i biblioteket")


def test_an_outcome_that_came_late_is_not_known_before_it_came() -> None:
    figures = (W, outcome("2024-03"), outcome("2024-04", known_from="2024-06-15"))
    assert why_not(divide(EARNED, *figures, on="2024-06-14")) == "utfallet 'x' saknas för 2024-04"
    assert kronor_of(divide(EARNED, *figures, on="2024-06-15")) == {"01": 50, "03": 30, "04": 0}


def test_a_corrected_outcome_earns_what_was_known_that_day() -> None:
    figures = (W, outcome("2024-03"), outcome("2024-04"), outcome("2024-04", known_from="2024-06-15", first=60))
    assert kronor_of(divide(EARNED, *figures, on="2024-06-14"))["01"] == 50
    assert kronor_of(divide(EARNED, *figures, on="2024-06-15"))["01"] == 25
