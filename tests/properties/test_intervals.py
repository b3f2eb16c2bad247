"""The interval of an award holds, whatever the true pot and the true figures behind the rough ones were."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from overens.allocation.model import PotAllocation
from tests.builders import divide, regions, series
from tests.properties.strategies import TEST, weights

UNIT = 100
KEYS = {
    "share": "{andel av: w}",
    "class weights": "{andel av: w, vikter: {'01': 3, '03': '0,5'}}",
    "base": "{grundbelopp: 7 kr, resten: {andel av: w}}",
    "mix": "{blandning: [{vikt: 1/3, nyckel: lika}, {vikt: 2/3, nyckel: {andel av: w}}]}",
}


def true_shares(key: str, pot: Fraction, figures: dict[str, Fraction]) -> dict[str, Fraction]:
    """Return the shares of a pot by exact figures, worked out here and not by the engine."""
    weighted = dict(figures)
    if key == "class weights":
        weighted = {c: w * {"01": Fraction(3), "03": Fraction(1, 2)}.get(c, Fraction(1)) for c, w in figures.items()}
    base, equal = (7 if key == "base" else 0), (Fraction(1, 3) if key == "mix" else Fraction(0))
    left, whole = pot - base * len(figures), sum(weighted.values())
    return {c: base + left * (equal / len(figures) + (1 - equal) * w / whole) for c, w in weighted.items()}


def assert_held(pot: PotAllocation, shares: dict[str, Fraction]) -> None:
    for award in pot.awards:
        assert award.amount.low is not None
        assert award.amount.high is not None
        assert award.amount.low <= award.amount.kr <= award.amount.high
        assert award.amount.low <= shares[award.recipient.code] <= award.amount.high


@pytest.mark.parametrize("key", KEYS)
@TEST
@given(values=weights(most=6, least=2), data=st.data())
def test_figures_printed_to_a_hundred(key: str, values: dict[str, int], data: st.DataObject) -> None:
    printed = {code: value % 10_000 * UNIT for code, value in values.items()}
    assume(any(printed.values()))
    true = {
        code: Fraction(max(0, value + data.draw(st.integers(-UNIT // 2, UNIT // 2)))) for code, value in printed.items()
    }
    assume(any(true.values()))
    figure = series("w", dict(printed), rounded_to=UNIT)
    rule = f"belopp: 1 000 000 kr\ntill: regioner\nfördelning: {KEYS[key]}"
    pot = divide(rule, figure, register=regions(*sorted(values)))
    assert_held(pot, true_shares(key, Fraction(1_000_000), true))


@pytest.mark.parametrize("key", KEYS)
@TEST
@given(values=weights(most=6), pot_kr=st.integers(94_500, 95_500))
def test_a_pot_printed_in_thousands(key: str, values: dict[str, int], pot_kr: int) -> None:
    rule = f"belopp: 95 tkr\ntill: regioner\nfördelning: {KEYS[key]}"
    pot = divide(rule, series("w", dict(values)), register=regions(*sorted(values)))
    exact = {code: Fraction(value) for code, value in values.items()}
    assert_held(pot, true_shares(key, Fraction(pot_kr), exact))


@TEST
@given(values=weights(most=6, least=2), data=st.data())
def test_a_divisor_printed_to_a_hundred(values: dict[str, int], data: st.DataObject) -> None:
    printed = {code: (data.draw(st.integers(1, 50)) + 1) * UNIT for code in values}
    true = {code: value + data.draw(st.integers(-UNIT // 2, UNIT // 2)) for code, value in printed.items()}
    pot = divide(
        "belopp: 1 000 000 kr\ntill: regioner\nfördelning: {andel av: w, delat med: {underlag: p}}",
        series("w", dict(values)),
        series("p", dict(printed), rounded_to=UNIT),
        register=regions(*sorted(values)),
    )
    assert_held(pot, true_shares("share", Fraction(1_000_000), {c: Fraction(values[c], true[c]) for c in values}))
