"""A small agreement and a scenario, both as text -> what the scenario makes of it, without a library."""

from __future__ import annotations

from overens.agreement.figure_checks import check_figures
from overens.figures.model import Series, Snapshot
from overens.scenario.effects import PotMove, pot_moves
from overens.scenario.read_scenario import WrittenScenario, read_scenario
from overens.scenario.stack import Ground, Made, ground_stage, stack
from overens.vocabulary.problems import Problem
from overens.vocabulary.recipients import RecipientKind, Register
from tests.builders import ABC, block, read, said, series

PEOPLE = series("befolkning", {"01": 50, "03": 30, "04": 20}, unit="invånare")
OTHER_PEOPLE = series("befolkning", {"01": 40, "03": 40, "04": 20}, on="2024", unit="invånare")
FIGURES = (PEOPLE, OTHER_PEOPLE)


def scenario(changes: str, more: str = "") -> WrittenScenario:
    """Return a scenario of the agreement 'prov-2024', given by its changes (a YAML list)."""
    written, problems = read_scenario(text_of(changes, more), file="s.yaml")
    assert said(problems) == []
    assert written is not None
    return written


def text_of(changes: str, more: str = "") -> str:
    """Return the file of a scenario of 'prov-2024' under a head of two lines; the changes begin on line 4."""
    return f"namn: Prövat\ngäller: prov-2024\nändringar:\n{block(changes, 2)}{block(more) if more else ''}"


def ground(agreement: str, *figures: Series, register: Register = ABC) -> Ground:
    """Return the agreement 'prov-2024' as something to try scenarios on."""
    written = read(agreement)
    snapshot = Snapshot.of(register, figures or FIGURES)
    known: list[tuple[str, RecipientKind]] = [(one.key.figure, one.key.kind) for one in figures or FIGURES]
    assert said(check_figures(written, snapshot, lambda: known)) == []
    return Ground({"prov-2024": written}, lambda _: snapshot, lambda: known)


def tried(
    agreement: str, *scenarios: WrittenScenario, figures: tuple[Series, ...] = ()
) -> tuple[list[Made], tuple[PotMove, ...]]:
    """Return every change as made, and what it moves of each pot."""
    at = ground(agreement, *figures)
    start = ground_stage(at)
    made, problems = stack(at, start, scenarios)
    assert said(problems) == []
    return made, pot_moves([start.allocations, *(one.stage.allocations for one in made)])


def refused(agreement: str, *scenarios: WrittenScenario, figures: tuple[Series, ...] = ()) -> list[str]:
    """Return what is wrong, each problem as a person sees it."""
    at = ground(agreement, *figures)
    problems: list[Problem] = stack(at, ground_stage(at), scenarios)[1]
    return said(problems)


def effects(pot: PotMove) -> list[dict[str, int]]:
    """Return code -> kronor for each change; a recipient that it leaves alone is not there."""
    return [{code: kr for (_, code), kr in sorted(effect.items())} for effect in pot.effects]


def awards(pot: PotMove) -> dict[str, int]:
    """Return code -> kronor after all changes."""
    return {award.recipient.code: award.amount.kr for award in pot.after.awards}
