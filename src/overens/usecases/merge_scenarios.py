"""Scenarios in stated order -> one scenario with all their changes, which gives the same kronor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from overens.scenario.attribute import awards_of
from overens.scenario.read_scenario import WrittenScenario, read_scenario
from overens.scenario.scenario_file import Change, Scenario
from overens.scenario.stack import agreement_of
from overens.usecases.library import Library
from overens.usecases.simulate import Simulation, simulate
from overens.vocabulary.problems import Fault, Place, Problem
from overens.writing.write_clause import write_clause


def merge(
    library: Library,
    scenarios: Sequence[WrittenScenario],
    given: Sequence[WrittenScenario],
    simulation: Simulation,
    *,
    same_total: bool = False,
) -> Scenario | list[Problem]:
    """Return one scenario with all changes in their order, or why one file cannot say the same.

    Args:
        simulation: What the scenarios gave one after the other; the one must give the same to the krona.
        same_total: Whether it was asked that the total be kept, whatever the scenarios say.
    """
    one = Scenario(
        namn=" + ".join(scenario.scenario.name for scenario in scenarios),
        ändringar=tuple(change for scenario in scenarios for change in _changes(scenario)),
    )
    locked = [scenario.scenario for scenario in scenarios if scenario.scenario.same_total]
    taken_from = locked[-1].taken_from if locked else None
    one = one.model_copy(update={"same_total": same_total or bool(locked), "taken_from": taken_from})
    again, problems = read_scenario(write_clause(one), file="--write")
    assert again is None or again.scenario == one
    other, found = simulate(library, [again], given=given, day=simulation.day) if again else (None, problems)
    if other is None:
        return found
    return one if _outcome(other) == _outcome(simulation) else [Problem(Place("--write"), _not_the_same())]


def _changes(scenario: WrittenScenario) -> Iterator[Change]:
    """Yield the changes, each with its agreement written out."""
    for n, change in enumerate(scenario.scenario.changes):
        agreement = agreement_of(scenario, n)
        pot = (change.within or "").rpartition("/")[2]
        within = agreement if change.of_figure is not None else f"{agreement}/{pot}"
        yield change.model_copy(update={"within": within})


def _outcome(simulation: Simulation) -> object:
    return [(pot.name, pot.after.state, awards_of(pot.after), pot.after.lapsed_kr) for pot in simulation.pots]


def _not_the_same() -> Fault:
    return Fault.of(
        "Ändringarna ger inte samma kronor i en fil som efter varandra: 'samma summa' räknas fil för fil.",
        "Behåll filerna, eller låt alla ha 'samma summa'.",
        "The changes do not give the same kronor in one file as one after the other: 'samma summa' counts file by file.",
        "Keep the files, or let all have 'samma summa'.",
    )
