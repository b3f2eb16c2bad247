"""`belopp`: a pot that is exact, rough, bounded, open-ended or not found, and what its awards then are."""

from __future__ import annotations

import pytest

from overens.allocation.model import State
from overens.vocabulary.money import Amount, Mark, Precision
from tests.builders import EN, agreement_text, block, compute, divide, kronor_of, regions, series, why_not

W = series("w", {"01": 2, "03": 1, "04": 1})


def awards(amount: str, more: str = "") -> list[Amount]:
    return [
        award.amount
        for award in divide(f"belopp: {amount}\ntill: regioner\nfördelning: {{andel av: w}}\n{more}", W).awards
    ]


@pytest.mark.parametrize(
    ("amount", "kr", "low", "high", "precision"),
    [
        ("100 kr", 50, 50, 50, Precision.EXACT),
        ("100 Mkr", 50_000_000, 49_750_000, 50_250_000, Precision.ROUNDED),
        ("drygt 86 Mkr", 43_000_000, 43_000_000, 43_500_000, Precision.BOUNDED),
        ("knappt 86 Mkr", 43_000_000, 42_500_000, 43_000_000, Precision.BOUNDED),
        ("upp till 700 Mkr", 350_000_000, 0, 350_000_000, Precision.BOUNDED),
        ("minst 100 kr", 50, 50, None, Precision.BOUNDED),
        ("cirka 27 Mkr", 13_500_000, 13_000_000, 14_000_000, Precision.ROUNDED),
    ],
)
def test_an_award_is_as_sharp_as_its_pot(
    amount: str, kr: int, low: int, high: int | None, precision: Precision
) -> None:
    assert awards(amount)[0] == Amount(kr, low, high, precision, Mark.VERIFIED)


def test_an_interval_holds_the_award_although_rounding_lifted_it() -> None:
    for amount in awards("100 001 tkr"):
        assert amount.low is not None
        assert amount.high is not None
        assert amount.low <= amount.kr <= amount.high


def test_a_rough_pot_under_a_condition_some_miss_leaves_the_ends_open() -> None:
    more = "villkor: [{krav: x, uppfylls av: {utom: ['04']}}]\nej intjänat: förfaller"
    assert awards("100 Mkr", more)[0] == Amount(50_000_000, None, None, Precision.ROUNDED, Mark.VERIFIED)


def test_a_rough_pot_of_a_fixed_sum_gives_that_sum() -> None:
    pot = divide("belopp: 200 Mkr\ntill: regioner\nfördelning: {fast belopp: 650 000 kr}")
    assert {award.amount.kr for award in pot.awards} == {650_000}
    assert {(award.amount.low, award.amount.high) for award in pot.awards} == {(650_000, 650_000)}


@pytest.mark.parametrize(
    ("mark", "expected"),
    [
        ("verifierad", Mark.VERIFIED),
        ("beräknad", Mark.COMPUTED),
        ("härledd", Mark.INFERRED),
        ("ej funnen", Mark.NOT_FOUND),
    ],
)
def test_an_award_carries_the_mark_of_its_pot(mark: str, expected: Mark) -> None:
    pot = divide(f"belopp: 100 kr\nmärke: {mark}\ntill: SKR")
    assert pot.amount == Amount.exactly(100, expected)
    assert pot.awards[0].amount == Amount.exactly(100, expected)


# --- no amount ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "english"),
    [
        ("ej funnet", "not found"),
        ("ej publicerat", "not published"),
        ("ej känt", "not known"),
        ("ej angivet", "not stated"),
    ],
)
def test_an_amount_that_is_not_found_is_shown_as_that_never_as_zero(words: str, english: str) -> None:
    pot = divide(f"belopp: {words}\ntill: regioner\nfördelning: lika")
    assert pot.amount is None
    assert why_not(pot) == f"beloppet: {words}"
    assert why_not(pot, EN) == f"the amount: {english}"
    assert len(pot.recipients) == 3


@pytest.mark.parametrize("amount", ["ej funnet", "100 Mkr"])
def test_an_open_ended_pot_is_price_times_volume(amount: str) -> None:
    rule = f"öppen ram: ja\nbelopp: {amount}\ntill: regioner\nfördelning: {{prövas: pris × antal}}"
    pot = divide(rule)
    assert why_not(pot) == "öppen ram: pris × volym, utan fast summa"
    assert why_not(pot, EN) == "open-ended: price × volume, no fixed sum"
    assert pot.awarded_kr == 0


# --- pots and their sums ------------------------------------------------------------

NESTED = """
a:
  namn: A
  belopp: 100 kr
  källa: k
  potter:
    b: {namn: B, belopp: 60 kr, till: regioner, fördelning: {andel av: w}, källa: k}
    c: {namn: C, belopp: 40 kr, till: regioner, fördelning: ej publicerad, källa: k}
d:
  namn: D
  belopp: 20 kr
  till: regioner
  fördelning: lika
  villkor: [{krav: x, uppfylls av: {utom: ["04"]}}]
  ej intjänat: förfaller
  källa: k
"""


def test_pots_of_pots_sum_and_what_is_not_computed_stays_undistributed() -> None:
    allocation = compute(agreement_text(NESTED, total="120 kr"), W)
    (group,) = allocation.groups
    assert (group.path, group.name) == (("a",), "A")
    assert (group.awarded_kr, group.lapsed_kr, group.undistributed_kr) == (60, 0, 40)
    whole = allocation.whole
    assert whole.amount == Amount.exactly(120)
    assert (whole.awarded_kr, whole.lapsed_kr, whole.undistributed_kr) == (74, 6, 40)


def test_awarded_and_lapsed_and_undistributed_are_the_pot_everywhere() -> None:
    allocation = compute(agreement_text(NESTED, total="120 kr"), W)
    for pot in allocation.pots:
        assert pot.amount is not None
        assert pot.awarded_kr + pot.lapsed_kr + pot.undistributed_kr == pot.amount.kr


def test_a_pot_is_found_by_its_name_or_its_path() -> None:
    allocation = compute(agreement_text(NESTED, total="120 kr"), W)
    assert allocation.pot("b") is allocation.pot("a/b") is allocation.pots[0]
    assert allocation.pot("a") is None
    assert [pot.id for pot in allocation.pots] == ["b", "c", "d"]


def test_a_printed_total_may_be_more_than_its_exact_parts() -> None:
    pots = "a: {namn: A, belopp: 1 366 700 000 kr, till: SKR, källa: k}"
    whole = compute(agreement_text(pots, total="1 367 Mkr")).whole
    assert (whole.awarded_kr, whole.undistributed_kr) == (1_366_700_000, 300_000)


def test_a_total_that_is_not_found_has_nothing_undistributed() -> None:
    whole = compute(agreement_text("a: {namn: A, belopp: 5 kr, till: SKR, källa: k}")).whole
    assert (whole.amount, whole.awarded_kr, whole.undistributed_kr) == (None, 5, None)


@pytest.mark.parametrize("kr", [0, 1, 20, 21, 10**15, 10**15 + 1, 10**30, 10**30 + 20])
@pytest.mark.parametrize("key", ["lika", "{andel av: w}"])
def test_any_sum_over_twenty_one_is_given_out_to_the_last_krona(kr: int, key: str) -> None:
    codes = [f"{n:02d}" for n in range(1, 22)]
    rule = f"belopp: {kr} kr\ntill: regioner\nfördelning: {key}"
    pot = divide(rule, series("w", dict.fromkeys(codes, 7)), register=regions(*codes))
    each, over = divmod(kr, 21)
    assert kronor_of(pot) == {code: each + (n < over) for n, code in enumerate(codes)}


def test_a_million_million_million_is_computed_to_the_krona() -> None:
    pot = divide("belopp: 1 000 000 000 000 000 001 kr\ntill: regioner\nfördelning: lika")
    assert kronor_of(pot) == {"01": 333333333333333334, "03": 333333333333333334, "04": 333333333333333333}


def test_money_outside_the_total_is_kept_and_never_added() -> None:
    more = block("utanför: [{namn: egna pengar, belopp: 100 Mkr, mottagarnas egna: ja, källa: k}]")
    allocation = compute(agreement_text("a: {namn: A, belopp: 5 kr, till: SKR, källa: k}", total="5 kr", more=more))
    assert allocation.whole.awarded_kr == 5
    assert [outside.name for outside in allocation.agreement.outside] == ["egna pengar"]
    assert all(pot.state is State.COMPUTED for pot in allocation.pots)
