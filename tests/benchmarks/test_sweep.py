"""The problem that the benchmark measures: its forms in integers are the same to the krona."""

from __future__ import annotations

import pytest

from benchmarks.sweep import plain
from benchmarks.sweep.model import POTS, WITH_FLOOR, WITH_GATE, Problem, Scenario, Terms, check_int64, draw, regions

SMALL = Problem("three", ("a", "b", "c"), (100, 100, 300), (10, 30, 60), "made up")


def pot(amount: int, **terms: int) -> Terms:
    return Terms(amount, **({"alpha": 100} | terms))


@pytest.mark.parametrize(
    ("terms", "kronor"),
    [
        (pot(100), {"a": 20, "b": 20, "c": 60}),
        (pot(101), {"a": 20, "b": 20, "c": 61}),
        (pot(100, alpha=0), {"a": 10, "b": 30, "c": 60}),
        (pot(100, alpha=50), {"a": 18, "b": 22, "c": 60}),
        (pot(100, floor=30), {"a": 30, "b": 30, "c": 40}),
        (pot(100, gate=200), {"b": 25, "c": 75}),
        (pot(100, gate=200, floor=40), {"b": 40, "c": 60}),
        (pot(3, gate=300), {"b": 3}),
    ],
)
def test_a_pot_by_fractions(terms: Terms, kronor: dict[str, int]) -> None:
    assert plain.divide(SMALL, terms) == kronor


def test_integers_of_numpy_are_the_fractions_to_the_krona() -> None:
    pytest.importorskip(
        "numpy", reason="numpy is in the environment of the benchmark (make bench-sweep), not in this one"
    )
    from benchmarks.sweep import numpy_form

    problem = regions()
    scenarios = draw(problem, 20)
    assert numpy_form.totals(problem, scenarios, block=7).tolist() == plain.totals(problem, scenarios)


def test_pots_are_emptied_and_drawn_alike_each_time() -> None:
    problem = regions()
    scenarios = draw(problem, 3)
    assert scenarios == draw(problem, 3)
    sums = [sum(row) for row in plain.totals(problem, scenarios)]
    assert sums == [sum(terms.amount for terms in scenario) for scenario in scenarios]


def test_three_pots_have_floors_and_two_have_gates() -> None:
    for scenario in draw(regions(), 5):
        assert [n for n in range(POTS) if scenario[n].floor] == list(WITH_FLOOR)
        assert [n for n in range(POTS) if scenario[n].gate] == list(WITH_GATE)


def test_products_beyond_64_bits_are_refused() -> None:
    too_much: Scenario = (Terms(10**15, 50),) * POTS
    with pytest.raises(OverflowError, match="64 bits"):
        check_int64(regions(), [too_much])
