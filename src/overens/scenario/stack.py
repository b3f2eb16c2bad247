"""Scenarios in stated order + the agreements they are tried on -> the agreements after each change."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from overens.agreement.checks import pot_path
from overens.agreement.figure_checks import KnownFigures, Named, check_figures, figures_named, outcomes_named
from overens.agreement.read_agreement import Written
from overens.allocation.allocate import allocate
from overens.allocation.model import Allocation
from overens.allocation.recipients import recipients_of
from overens.figures.model import Series, SeriesKey, Snapshot
from overens.scenario import overlay_faults as faults
from overens.scenario.figure_changes import FigureEdit, change_figure, same_twice
from overens.scenario.lock import keep_total
from overens.scenario.overlay import Edit, change_pot, set_amounts
from overens.scenario.read_scenario import WrittenScenario
from overens.vocabulary.problems import Fault, Place, Problem, in_order


@dataclass(frozen=True)
class Ground:
    """What scenarios are tried on: the agreements they name, and where figures are found.

    Attributes:
        agreements: The agreements, by id, as they read on the day.
        figures: Returns every series that an agreement names.
        known: Returns every figure there is, for 'did you mean'.
        day: As known on this day; None for all that is known.
    """

    agreements: Mapping[str, Written]
    figures: Callable[[Written], Snapshot]
    known: KnownFigures
    day: date | None = None


@dataclass(frozen=True)
class Stage:
    """The agreements as they stand after some changes, divided anew; figures that are assumed stand apart."""

    written: Mapping[str, Written]
    allocations: Mapping[str, Allocation]
    assumed: Mapping[SeriesKey, Series]


@dataclass(frozen=True)
class Made:
    """A change as it was made: of which scenario, what was written anew, and the agreements after it.

    Attributes:
        name: What the change calls itself; empty if it has no name.
        n: Which change of its scenario it is, counted from 1; 0 for what keeps the total.
        agreement: The agreement whose pots were written anew; empty for a figure, which is the same in all.
    """

    scenario: str
    name: str
    n: int
    place: Place
    agreement: str
    edits: tuple[Edit, ...]
    figures: tuple[FigureEdit, ...]
    stage: Stage

    @property
    def is_lock(self) -> bool:
        """Whether it is what keeps the total as it was."""
        return self.n == 0


def ground_stage(ground: Ground) -> Stage:
    """Return the agreements as they stand before any change."""
    allocations = {name: _allocate(ground, one, {}) for name, one in ground.agreements.items()}
    return Stage(ground.agreements, allocations, {})


def stack(ground: Ground, start: Stage, scenarios: Sequence[WrittenScenario]) -> tuple[list[Made], list[Problem]]:
    """Return every change made, one after the other, and every problem.

    Each change is put into what was written, only the agreement it names is copied, and only agreements that it
    reaches are divided anew. A change with a problem is passed over, so that the problems of all are told at once.
    """
    made: list[Made] = []
    problems: list[Problem] = []
    stage = start
    for scenario in scenarios:
        mine: list[Made] = []
        for n in range(len(scenario.scenario.changes)):
            one, found = _make(ground, stage, scenario, n)
            problems += found
            if one is not None:
                mine.append(one)
                stage = one.stage
        problems += _same_twice(mine)
        if scenario.scenario.same_total and not problems:
            place = scenario.place("samma summa")
            before = made[-1].stage if made else start
            locks, found = lock(ground, before, stage, scenario.scenario.name, scenario.scenario.taken_from, place)
            problems += found
            mine += locks
            stage = locks[-1].stage if locks else stage
        made += mine
    return made, in_order(problems)


def lock(
    ground: Ground, before: Stage, after: Stage, name: str, taken_from: str | None, place: Place
) -> tuple[list[Made], list[Problem]]:
    """Return what keeps the total of each agreement as it was before; a step for each, also where nothing is moved."""
    made: list[Made] = []
    stage = after
    for agreement in dict.fromkeys(_changed(before, after)):
        amounts = keep_total(before.written[agreement].agreement, stage.written[agreement].agreement, taken_from)
        if isinstance(amounts, Fault):
            return [], [Problem(place, amounts)]
        edits: list[Edit] = []
        if amounts:
            written, edits, problems = set_amounts(stage.written[agreement], amounts, place)
            if written is None:
                return [], problems
            stage = _with(ground, stage, agreement, written)
        made.append(Made(name, "", 0, place, agreement, tuple(edits), (), stage))
    return made, []


def _changed(before: Stage, after: Stage) -> Iterator[str]:
    yield from (name for name in after.written if after.written[name] is not before.written[name])


# --- one change ---------------------------------------------------------------------


def _make(ground: Ground, stage: Stage, scenario: WrittenScenario, n: int) -> tuple[Made | None, list[Problem]]:
    change = scenario.scenario.changes[n]
    agreement = agreement_of(scenario, n)
    place = scenario.place_of_change(n)
    made = Made(scenario.scenario.name, change.name or "", n + 1, place, "", (), (), stage)
    if change.of_figure is not None:
        return _make_of_figure(ground, stage, scenario, n, made)
    written, edits, problems = change_pot(stage.written[agreement], scenario, n, change.within or "")
    if written is None:
        return None, problems
    figures = figures_of(ground, written, stage.assumed)
    known_before = {p.fault.message.say() for p in check_figures(stage.written[agreement], figures, ground.known)}
    found = [p for p in check_figures(written, figures, ground.known) if p.fault.message.say() not in known_before]
    if found:
        mine = scenario.tree.file
        return None, [
            p if p.place.file == mine else Problem(place, faults.after_the_change(p.fault, p.place)) for p in found
        ]
    return replace(made, agreement=agreement, edits=tuple(edits), stage=_with(ground, stage, agreement, written)), []


def _make_of_figure(
    ground: Ground, stage: Stage, scenario: WrittenScenario, n: int, made: Made
) -> tuple[Made | None, list[Problem]]:
    figures = [figures_of(ground, one, stage.assumed) for one in stage.written.values()]
    every = Snapshot(figures[0].register, {key: one for snapshot in figures for key, one in snapshot.series.items()})
    used = {name for one in stage.written.values() for _, name, _, _ in figures_read(one)}
    names = ", ".join(stage.written)
    series, edits, problems = change_figure(names, every, used, _taking_part(stage, every), scenario, n)
    if problems:
        return None, problems
    assumed = {**stage.assumed, **{one.key: one for one in series}}
    reached = {name for name, one in stage.written.items() if _reads(one, [s.key for s in series])}
    allocations = {
        name: _allocate(ground, one, assumed) if name in reached else stage.allocations[name]
        for name, one in stage.written.items()
    }
    after = Stage(stage.written, allocations, assumed)
    return replace(made, figures=tuple(edits), stage=after), []


def agreement_of(scenario: WrittenScenario, n: int) -> str:
    """Return the agreement that the n:th change is for; empty where a change of a figure names none."""
    change = scenario.scenario.changes[n]
    name, slash, _ = (change.within or "").partition("/")
    if slash or scenario.scenario.agreement is None or (change.of_figure and name):
        return name.strip()
    return scenario.scenario.agreement


def figures_read(written: Written) -> Iterator[Named]:
    """Yield every figure that the agreement's rules read, outcomes too; a published table is only compared with."""
    yield from (one for one in figures_named(written) if "bilaga" not in one[0])
    yield from ((at, name, None, kind) for at, name, kind in outcomes_named(written))


def _with(ground: Ground, stage: Stage, agreement: str, written: Written) -> Stage:
    allocation = _allocate(ground, written, stage.assumed)
    return replace(
        stage,
        written={**stage.written, agreement: written},
        allocations={**stage.allocations, agreement: allocation},
    )


def _allocate(ground: Ground, written: Written, assumed: Mapping[SeriesKey, Series]) -> Allocation:
    return allocate(written.agreement, figures_of(ground, written, assumed), ground.day)


def figures_of(ground: Ground, written: Written, assumed: Mapping[SeriesKey, Series]) -> Snapshot:
    """Return the figures of the agreement, with those that are assumed in the stead of their own."""
    figures = ground.figures(written)
    return Snapshot(figures.register, {**figures.series, **assumed}) if assumed else figures


def _reads(written: Written, keys: Sequence[SeriesKey]) -> bool:
    named = {(name, kind) for _, name, _, kind in figures_read(written)}
    return any((key.figure, key.kind) in named for key in keys)


def _taking_part(stage: Stage, figures: Snapshot) -> Mapping[SeriesKey, Collection[str]]:
    """Return, for each series, the codes of those that a pot which uses its figure goes to."""
    codes: dict[tuple[str, object], set[str]] = {}
    for one in stage.written.values():
        leaves = {pot_path(path): pot for path, pot in one.agreement.leaves()}
        for at, name, _, kind in figures_read(one):
            pot = next(pot for path, pot in leaves.items() if at[: len(path)] == path)
            who = recipients_of(pot.to, figures.register) if pot.to else ()
            codes.setdefault((name, kind), set()).update(r.code for r in who)
    return {key: codes[key.figure, key.kind] for key in figures.series if (key.figure, key.kind) in codes}


def _same_twice(made: Sequence[Made]) -> Iterator[Problem]:
    """Yield a problem for every value that two changes of one file write."""
    yield from same_twice([(one.place, one.figures) for one in made if one.figures])
    seen: dict[tuple[str, tuple[str | int, ...]], Place] = {}
    for one in made:
        for edit in one.edits:
            for (agreement, path), place in seen.items():
                n = min(len(path), len(edit.path))
                if agreement == one.agreement and place != one.place and path[:n] == edit.path[:n]:
                    yield Problem(one.place, faults.changed_twice(f"{edit.pot}: {edit.at}", place))
                    break
            seen.setdefault((one.agreement, edit.path), one.place)
