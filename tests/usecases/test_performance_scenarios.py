"""The real programmes with what no source gives assumed, on the made-up outcomes: computed, and whole to the krona."""

from __future__ import annotations

from pathlib import Path

import pytest

import overens
from overens.allocation.model import PotAllocation, State
from overens.scenario.read_scenario import read_scenario
from overens.usecases.library import Library, open_library
from overens.usecases.simulate import simulate
from overens.vocabulary.money import Mark
from tests.builders import said

MADE_UP = Path(overens.__file__).parent / "exempel"
BY_POPULATION = "{{i: {pot}, fördelning: {{andel av: befolkning, per: {day}}}}}"
BUP = (
    "tillganglighet-2024",
    BY_POPULATION.format(pot="bup", day="2023-11-01"),
    *(f"{{i: bup, värde: prestation/krav/{n}/andel av potten, blir: 1/3}}" for n in (1, 2, 3)),
)
ACT = "{{i: operationer, värde: prestation/styckpriser/{n}/{key}, blir: {value}}}"
OPERATIONS = (
    "operationer-2025-del-1",
    BY_POPULATION.format(pot="operationer", day="2024-12-31"),
    *(ACT.format(n=n, key="bättre än", value="samma månader 2022–2024") for n in (1, 2, 3)),
    *(ACT.format(n=n, key="andel av potten", value="1/3") for n in (1, 2, 3)),
)


@pytest.fixture(scope="module")
def library() -> Library:
    """Return the shipped library with the made-up outcomes beside it."""
    return open_library([MADE_UP])


def assumed(library: Library, agreement: str, *changes: str) -> PotAllocation:
    """Return the pot that the changes are in, allocated with them."""
    text = f"namn: antaget\ngäller: {agreement}\nändringar:\n" + "".join(f"  - {one}\n" for one in changes)
    written, problems = read_scenario(text, file="antaget.yaml")
    assert said(problems) == []
    assert written is not None
    simulation, problems = simulate(library, [written])
    assert said(problems) == []
    assert simulation is not None
    pot = simulation.after[0].pot("bup" if agreement == BUP[0] else "operationer")
    assert pot is not None
    return pot


@pytest.mark.parametrize(("changes", "kr"), [(BUP, 450_000_000), (OPERATIONS, 397_000_000)])
def test_a_programme_is_computed_once_what_no_source_gives_is_assumed(
    library: Library, changes: tuple[str, ...], kr: int
) -> None:
    pot = assumed(library, *changes)
    assert pot.state is State.COMPUTED
    assert pot.awarded_kr + pot.lapsed_kr + pot.undistributed_kr == kr
    assert pot.awarded_kr > 0
    assert all(a.amount.mark is not Mark.VERIFIED for a in pot.awards)


@pytest.mark.parametrize("changes", [BUP, OPERATIONS])
def test_it_is_not_computed_while_one_of_them_is_not_given(library: Library, changes: tuple[str, ...]) -> None:
    pot = assumed(library, *changes[:-1])
    assert pot.state is State.NOT_COMPUTED
    assert len(pot.missing) == 1


def test_what_is_left_of_the_operations_goes_to_five_regions_in_each_area(library: Library) -> None:
    pot = assumed(library, *OPERATIONS)
    assert pot.base is not None
    assert pot.base.earnings is not None
    more = [a.recipient.code for a in pot.awards if a.bonus_kr > 1]
    assert 5 <= len(more) <= 15
    assert pot.undistributed_kr == 0
