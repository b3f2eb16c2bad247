"""The other keys: equal, fixed, base and rest, mix, list, not published, case by case."""

from __future__ import annotations

import pytest

from overens.allocation.model import State
from overens.vocabulary.money import Precision
from tests.builders import EN, divide, kronor_of, series, why_not

W = series("w", {"01": 5, "03": 3, "04": 2})
V = series("v", {"01": 0, "03": 0, "04": 9})


def pot_of(amount: str, rule: str) -> dict[str, int]:
    return kronor_of(divide(f"belopp: {amount}\ntill: regioner\nfördelning: {rule}", W, V))


# --- lika ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("amount", "kronor"),
    [
        ("99 kr", (33, 33, 33)),
        ("100 kr", (34, 33, 33)),
        ("101 kr", (34, 34, 33)),
        ("2 kr", (1, 1, 0)),
        ("0 kr", (0, 0, 0)),
    ],
)
def test_equal_is_the_same_to_each_and_the_kronor_over_to_the_lowest_codes(
    amount: str, kronor: tuple[int, int, int]
) -> None:
    assert tuple(pot_of(amount, "lika").values()) == kronor


# --- fast belopp --------------------------------------------------------------------


def test_a_fixed_sum_to_each_leaves_the_rest_undistributed_with_the_reason() -> None:
    pot = divide("belopp: 100 kr\ntill: regioner\nfördelning: {fast belopp: 30 kr}")
    assert kronor_of(pot) == {"01": 30, "03": 30, "04": 30}
    assert (pot.undistributed_kr, pot.lapsed_kr) == (10, 0)
    assert pot.reason is not None
    assert pot.reason.say() == "når inte någon mottagare genom regeln"


def test_a_fixed_sum_may_take_the_whole_pot_but_no_more() -> None:
    assert pot_of("90 kr", "{fast belopp: 30 kr}") == {"01": 30, "03": 30, "04": 30}
    pot = divide("belopp: 89 kr\ntill: regioner\nfördelning: {fast belopp: 30 kr}")
    assert why_not(pot) == "3 × 30 kr = 90 kr, men potten är 89 kr"
    assert why_not(pot, EN) == "3 × 30 kr = 90 kr, but the pot is 89 kr"


# --- grundbelopp + resten -----------------------------------------------------------


def test_a_base_to_each_and_the_rest_by_a_key() -> None:
    assert pot_of("130 kr", "{grundbelopp: 10 kr, resten: {andel av: w}}") == {"01": 60, "03": 40, "04": 30}
    assert pot_of("131 kr", "{grundbelopp: 10 kr, resten: {andel av: w}}") == {"01": 61, "03": 40, "04": 30}


def test_a_base_may_take_the_whole_pot_but_no_more() -> None:
    assert pot_of("30 kr", "{grundbelopp: 10 kr, resten: {andel av: w}}") == {"01": 10, "03": 10, "04": 10}
    pot = divide("belopp: 29 kr\ntill: regioner\nfördelning: {grundbelopp: 10 kr, resten: lika}")
    assert why_not(pot) == "grundbeloppen kräver 30 kr, potten är 29 kr, det saknas 1 kr"
    assert why_not(pot, EN) == "the base amounts need 30 kr, the pot is 29 kr, 1 kr is missing"


def test_a_base_within_a_base() -> None:
    rule = "{grundbelopp: 10 kr, resten: {grundbelopp: 5 kr, resten: {andel av: w}}}"
    assert pot_of("55 kr", rule) == {"01": 20, "03": 18, "04": 17}


# --- blandning ----------------------------------------------------------------------


def test_a_mix_adds_exact_shares_and_rounds_once() -> None:
    rule = "{blandning: [{vikt: 1/2, nyckel: lika}, {vikt: 1/2, nyckel: {andel av: w}}]}"
    assert pot_of("60 kr", rule) == {"01": 25, "03": 19, "04": 16}
    assert pot_of("61 kr", rule) == {"01": 26, "03": 19, "04": 16}  # 25,41…  19,31…  16,26…


def test_a_mix_of_three_with_per_cent() -> None:
    rule = "{blandning: [{vikt: 50 %, nyckel: {andel av: w}}, {vikt: 30 %, nyckel: {andel av: v}}, {vikt: 20 %, nyckel: lika}]}"
    assert pot_of("300 kr", rule) == {"01": 95, "03": 65, "04": 140}


def test_a_mix_with_an_unknown_key_is_unknown() -> None:
    rule = "{blandning: [{vikt: 1/2, nyckel: lika}, {vikt: 1/2, nyckel: ej publicerad}]}"
    assert (
        why_not(divide(f"belopp: 60 kr\ntill: regioner\nfördelning: {rule}")) == "fördelningsnyckeln är inte publicerad"
    )


# --- lista --------------------------------------------------------------------------


def test_a_list_gives_what_the_table_says() -> None:
    table = series("t", {"01": 60, "03": 30, "04": 10}, unit="kr")
    assert kronor_of(divide("belopp: 100 kr\ntill: regioner\nfördelning: {lista: t}", table)) == {
        "01": 60,
        "03": 30,
        "04": 10,
    }


def test_a_list_that_gives_less_than_the_pot_says_what_is_left() -> None:
    table = series("t", {"01": 60, "03": 30, "04": 0}, unit="kr")
    pot = divide("belopp: 100 kr\ntill: regioner\nfördelning: {lista: t}", table)
    assert kronor_of(pot) == {"01": 60, "03": 30, "04": 0}
    assert pot.undistributed_kr == 10


def test_a_list_printed_to_100_000_kr_gives_rounded_amounts() -> None:
    table = series("t", {"01": 600_000, "03": 300_000, "04": 0}, unit="kr", rounded_to=100_000)
    pot = divide("belopp: 900 000 kr\ntill: regioner\nfördelning: {lista: t}", table)
    assert [(a.amount.low, a.amount.kr, a.amount.high, a.amount.precision) for a in pot.awards] == [
        (550_000, 600_000, 650_000, Precision.ROUNDED),
        (250_000, 300_000, 350_000, Precision.ROUNDED),
        (0, 0, 50_000, Precision.ROUNDED),
    ]


def test_a_list_that_misses_somebody_is_not_computed() -> None:
    pot = divide("belopp: 100 kr\ntill: regioner\nfördelning: {lista: t}", series("t", {"01": 60, "03": 40}, unit="kr"))
    assert why_not(pot) == "värdet för 04 (04) saknas i underlaget 't' per 2023"


# --- not known ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rule", "swedish", "english"),
    [
        ("ej publicerad", "fördelningsnyckeln är inte publicerad", "the allocation key is not published"),
        (
            "{ej publicerad: nyckeln söktes}",
            "fördelningsnyckeln är inte publicerad",
            "the allocation key is not published",
        ),
        ("ej funnen", "fördelningsnyckeln är inte publicerad", "the allocation key is not published"),
        (
            "{prövas: efter ansökan}",
            "beloppet prövas efter ansökan",
            "the amount is decided case by case (efter ansökan)",
        ),
    ],
)
def test_a_key_that_is_not_known_gives_nobody_anything_and_says_why(rule: str, swedish: str, english: str) -> None:
    pot = divide(f"belopp: 100 kr\ntill: regioner\nfördelning: {rule}")
    assert why_not(pot) == swedish
    assert why_not(pot, EN) == english
    assert pot.state is State.NOT_COMPUTED
    assert (pot.awarded_kr, pot.lapsed_kr, pot.undistributed_kr) == (0, 0, 100)
    assert len(pot.recipients) == 3
