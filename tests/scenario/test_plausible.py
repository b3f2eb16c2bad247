"""The range over plausible thresholds: the least and the most of a stated grid, each point of it exact."""

from __future__ import annotations

from fractions import Fraction

import pytest

from overens.figures.model import Snapshot
from overens.scenario.plausible import MOST_POINTS, Range, range_of
from tests.builders import ABC, divide, kronor_of
from tests.scenario.test_counterfactual import BETTER, W, X, rule

FIGURES = Snapshot.of(ABC, [W, *X])


def threshold(plausible: str = "{minst: 45, högst: 65}", share: str = "1/1") -> str:
    return BETTER.replace(
        "andel av potten: 1/1", f"eller minst: ej publicerat, rimligt: {plausible}, andel av potten: {share}"
    )


def test_every_point_of_the_grid_lies_in_the_range_and_its_ends_are_reached() -> None:
    spread = range_of(divide(rule(threshold()), W, *X), FIGURES)
    assert isinstance(spread, Range)
    (values,) = spread.grid.values()
    assert [values[0], values[-1], len(values), spread.points] == [45, 65, 21, 21]
    tried = [kronor_of(divide(rule(BETTER.replace("andel", f"eller minst: {n}, andel", 1)), W, *X)) for n in values]
    assert spread.low == {code: min(one[code] for one in tried) for code in ("01", "03", "04")}
    assert spread.high == {code: max(one[code] for one in tried) for code in ("01", "03", "04")}


@pytest.mark.parametrize(
    ("n", "each", "points", "together"), [(1, 21, 21, False), (2, 8, 64, False), (3, 4, 64, False), (7, 21, 21, True)]
)
def test_so_many_points_that_they_can_be_computed(n: int, each: int, points: int, together: bool) -> None:
    same = (
        "samma månad 2022",
        "samma månader 2022",
        "samma period 2022",
        "2022",
        "medel av 2022",
        "året före",
        "föregående år",
    )
    krav = ", ".join(threshold(share=f"1/{n}").replace("samma månad 2022", words) for words in same[:n])
    spread = range_of(divide(rule(krav), W, *X), FIGURES)
    assert isinstance(spread, Range)
    assert {len(values) for values in spread.grid.values()} == {each}
    assert (spread.points, spread.together) == (points, together)
    assert spread.points <= MOST_POINTS


@pytest.mark.parametrize(
    ("requirement", "why"),
    [
        (threshold("{minst: 45}"), "nivån för X: inget rimligt spann är angivet"),
        (threshold(share="ej publicerat"), "andelen av potten för X: inget rimligt spann är angivet"),
    ],
)
def test_without_a_plausible_range_there_is_none(requirement: str, why: str) -> None:
    spread = range_of(divide(rule(requirement), W, *X), FIGURES)
    assert not isinstance(spread, Range)
    assert spread.say() == why


def test_a_month_without_outcomes_leaves_no_range() -> None:
    spread = range_of(divide(rule(threshold()), W, *X[:3]), Snapshot.of(ABC, [W, *X[:3]]))
    assert not isinstance(spread, Range)
    assert spread.say() == "utfallet 'x' saknas för 2023-02"


def test_a_plausible_range_of_one_value_is_that_value() -> None:
    spread = range_of(divide(rule(threshold("{minst: 61, högst: 61}")), W, *X), FIGURES)
    assert isinstance(spread, Range)
    assert spread.low == spread.high
    assert set(next(iter(spread.grid.values()))) == {Fraction(61)}
