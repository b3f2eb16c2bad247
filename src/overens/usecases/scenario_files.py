"""Scenario files -> the scenarios as written, what of the library they need and stand on, and every problem in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import reduce
from pathlib import Path

from overens.agreement.figure_checks import figures_used
from overens.agreement.label import EVERYTHING, Wanted
from overens.agreement.read_agreement import Written
from overens.figures.model import Snapshot
from overens.intake.library_folder import LibraryFile, texts_of
from overens.scenario import overlay_faults as faults
from overens.scenario.read_scenario import WrittenScenario, read_scenario
from overens.scenario.stack import Ground, agreement_of
from overens.usecases.library import Library
from overens.vocabulary.problems import Place, Problem
from overens.writing.tree import LARGEST_FILE


def read_scenarios(paths: Iterable[Path]) -> tuple[list[WrittenScenario], list[Problem]]:
    """Return the scenarios that stand at the paths, in their order, and every problem."""
    return read_scenario_files([LibraryFile(path, str(path)) for path in paths])


def read_scenario_files(files: Iterable[LibraryFile]) -> tuple[list[WrittenScenario], list[Problem]]:
    """Return the scenarios of the files, and every problem; one with problems is not there."""
    found: list[WrittenScenario] = []
    problems: list[Problem] = []
    for file, text in texts_of(files, LARGEST_FILE, problems):
        written, more = read_scenario(text, file=file.shown)
        problems += more
        if written is not None:
            found.append(written)
    return found, problems


def wanted_by(scenarios: Sequence[WrittenScenario]) -> Wanted:
    """Return what of the library the scenarios need."""
    named = list(dict.fromkeys(name for one in scenarios for name, _ in agreements_named(one)))
    each = [Wanted(agreement=name) for name in named]
    return reduce(lambda one, other: Wanted(either=(one, other)), each) if each else EVERYTHING


def agreements_named(scenario: WrittenScenario) -> Iterator[tuple[str, Place]]:
    """Yield every agreement that the scenario names, with the place."""
    if scenario.scenario.agreement is not None:
        yield scenario.scenario.agreement, scenario.place("gäller")
    for n in range(len(scenario.scenario.changes)):
        name = agreement_of(scenario, n)
        if name and name != scenario.scenario.agreement:
            yield name, scenario.place("ändringar", n, "i")


def unknown_agreements(library: Library, scenarios: Sequence[WrittenScenario]) -> Iterator[Problem]:
    """Yield a problem for every agreement that a scenario names and that the library does not have."""
    for scenario in scenarios:
        for name, place in agreements_named(scenario):
            if name in library.amends:
                yield Problem(place, faults.an_amendment(name, library.amends[name]))
            elif name not in library.ids:
                yield Problem(place, faults.unknown_agreement(name, library.ids))


def ground_for(library: Library, scenarios: Sequence[WrittenScenario], day: date | None) -> Ground:
    """Return the agreements that the scenarios name, with each one's figures read once for all that use the same."""
    names = dict.fromkeys(name for one in scenarios for name, _ in agreements_named(one))
    kept: dict[frozenset[object], Snapshot] = {}

    def figures(written: Written) -> Snapshot:
        keys = list(dict.fromkeys((name, kind) for _, name, kind in figures_used(written)))
        mine = frozenset(keys)
        if mine not in kept:
            kept[mine] = library.snapshot(keys)
        return kept[mine]

    agreements = {name: library.reading(name, day).written for name in names}
    return Ground(agreements, figures, lambda: list(library.files.figures), day)
