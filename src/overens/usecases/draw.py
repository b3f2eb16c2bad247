"""Scenarios with uncertain outcomes -> what each place gets in each of many draws, and between which amounts that lies."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from overens.agreement.figure_checks import outcomes_named
from overens.agreement.performance import outcomes_of
from overens.allocation.allocate import allocate
from overens.allocation.model import Allocation, State
from overens.allocation.recipients import recipients_of
from overens.allocation.run_record import record_runs
from overens.figures.model import FigureKind, Snapshot
from overens.scenario.drawn import DrawnPot, draw_pot, drawn_pot
from overens.scenario.read_scenario import WrittenScenario
from overens.scenario.stack import Ground, Stage, figures_of, ground_stage, stack
from overens.scenario.uncertain_faults import not_computed, nothing_uncertain
from overens.scenario.variables import Variable, variables_of, with_values
from overens.usecases.chance import chances
from overens.usecases.library import Library
from overens.usecases.scenario_files import ground_for, unknown_agreements
from overens.vocabulary.problems import Problem, blocking, in_order
from overens.vocabulary.recipients import Recipient, RecipientKind

Who = tuple[RecipientKind, str]


@dataclass(frozen=True)
class Draw:
    """What is drawn: the outcomes, the pots that hang on them, and what everyone gets of the other pots.

    Attributes:
        fixed: What each gets of pots that no drawn outcome decides, in kronor.
        not_computed: Pots of the agreements that are not computed, and that no sum holds.
        synthetic: Outcomes that are made up, wholly or for some months.
        fingerprint: Of rules and figures as the scenarios leave them, of what is uncertain, and of the seed; what else was
            drawn cannot be continued.
    """

    seed: int
    variables: tuple[Variable, ...]
    pots: tuple[DrawnPot, ...]
    places: tuple[Recipient, ...]
    fixed: Mapping[Who, int]
    not_computed: tuple[str, ...]
    synthetic: tuple[str, ...]
    fingerprint: str

    @property
    def chances(self) -> int:
        """How many chances decide the outcomes of one draw."""
        return max((v.chance for v in self.variables), default=-1) + 1

    @property
    def width(self) -> int:
        """How many whole numbers a draw is kept in: kronor for each place; lapsed and undistributed for each pot."""
        return len(self.places) + 2 * len(self.pots)


def prepare_draw(
    library: Library, scenarios: Sequence[WrittenScenario], seed: int, day: date | None = None
) -> tuple[Draw | None, list[Problem]]:
    """Return what is to be drawn, with the scenarios' changes made; or None and every problem."""
    problems = [*unknown_agreements(library, scenarios)]
    if problems or library.faulty:
        return None, in_order([*problems, *blocking(library.problems)])
    ground = ground_for(library, scenarios, day)
    stage = ground_stage(ground)
    made, problems = stack(ground, stage, scenarios)
    stage = made[-1].stage if made else stage
    problems = [*problems, *blocking(library.problems)]
    if problems:
        return None, in_order(problems)
    variables, figures, problems = _variables(ground, stage, scenarios)
    if problems:
        return None, in_order(problems)
    middle = {name: allocate(one.agreement, figures[name], day) for name, one in stage.written.items()}
    pots, problems = _pots(middle, figures, variables, scenarios)
    if problems:
        return None, in_order(problems)
    return _draw(middle, pots, variables, seed), []


def _variables(
    ground: Ground, stage: Stage, scenarios: Sequence[WrittenScenario]
) -> tuple[tuple[Variable, ...], dict[str, Snapshot], list[Problem]]:
    """Return what is drawn, and each agreement's figures with it in the middle of its spread."""
    figures = {name: figures_of(ground, one, stage.assumed) for name, one in stage.written.items()}
    every = Snapshot(
        next(iter(figures.values())).register, {k: s for one in figures.values() for k, s in one.series.items()}
    )
    part: dict[str, set[str]] = {}
    for written in stage.written.values():
        pots = dict(written.agreement.leaves())
        for at, name, _ in outcomes_named(written):
            pot = next(p for path, p in pots.items() if path[-1] in at)
            who = recipients_of(pot.to, every.register) if pot.to else ()
            part.setdefault(name, set()).update(r.code for r in who)
    variables: list[Variable] = []
    problems: list[Problem] = []
    for scenario in scenarios:
        found, faults = variables_of(
            scenario.scenario.uncertain, every, part, first=max((v.chance for v in variables), default=-1) + 1
        )
        variables += found
        problems += [Problem(scenario.place(*path), fault) for path, fault in faults]
    if not variables and not problems:
        problems.append(Problem(scenarios[-1].place(), nothing_uncertain()))
    middles = [one.middle for one in variables]
    return tuple(variables), {n: with_values(one, variables, middles) for n, one in figures.items()}, problems


def _pots(
    middle: Mapping[str, Allocation],
    figures: Mapping[str, Snapshot],
    variables: tuple[Variable, ...],
    scenarios: Sequence[WrittenScenario],
) -> tuple[tuple[DrawnPot, ...], list[Problem]]:
    """Return the pots that hang on what is drawn; one that cannot be computed is a problem of what is uncertain."""
    drawn = {v.series.figure for v in variables}
    pots: list[DrawnPot] = []
    problems: list[Problem] = []
    place = next(one for one in scenarios if one.scenario.uncertain).place("osäkert")
    for agreement, allocation in middle.items():
        for pot in allocation.pots:
            earnings = pot.base.earnings if pot.base else None
            if earnings is not None and drawn & set(earnings.outcomes):
                pots.append(drawn_pot(agreement, pot, figures[agreement], variables))
            elif (
                pot.state is not State.COMPUTED and pot.reason and drawn.intersection(outcomes_of(pot.pot.performance))
            ):
                problems.append(Problem(place, not_computed(f"{agreement}/{pot.id}", pot.reason)))
    return tuple(pots), problems


def _draw(
    middle: Mapping[str, Allocation],
    pots: tuple[DrawnPot, ...],
    variables: tuple[Variable, ...],
    seed: int,
) -> Draw:
    names = {pot.name for pot in pots}
    fixed: dict[Who, int] = {}
    drawn = {(r.kind, r.code) for pot in pots for r in pot.recipients}
    everyone: dict[Who, Recipient] = {(r.kind, r.code): r for pot in pots for r in pot.recipients}
    others: list[str] = []
    for agreement, allocation in middle.items():
        for pot in allocation.pots:
            if f"{agreement}/{pot.id}" in names:
                continue
            if pot.state is not State.COMPUTED:
                others.append(f"{agreement}/{pot.id}")
            for award in pot.awards:
                who = (award.recipient.kind, award.recipient.code)
                fixed[who] = fixed.get(who, 0) + award.amount.kr
                everyone.setdefault(who, award.recipient)
    run = record_runs(middle.values()).whole
    what = [run, str(seed), repr(variables)]
    return Draw(
        seed,
        variables,
        pots,
        tuple(sorted(everyone.values(), key=lambda r: ((r.kind, r.code) not in drawn, r.kind.value, r.code))),
        fixed,
        tuple(others),
        _synthetic(pots),
        hashlib.sha256("\n".join(what).encode()).hexdigest(),
    )


def _synthetic(pots: Sequence[DrawnPot]) -> tuple[str, ...]:
    """Return the outcomes, of those the pots hang on, that are made up for any month."""
    used = {name for pot in pots for name in outcomes_of(pot.middle.pot.performance)}
    every = {s.key.figure for pot in pots for s in pot.figures.series.values() if s.kind is FigureKind.SYNTHETIC}
    return tuple(sorted(used & every))


def draw_rows(draw: Draw, first: int, last: int) -> Iterator[list[int]]:
    """Yield each draw from first up to, not with, last: kronor for each place, then lapsed and undistributed per pot."""
    at = {(r.kind, r.code): n for n, r in enumerate(draw.places)}
    fixed = [draw.fixed.get((r.kind, r.code), 0) for r in draw.places]
    for number in range(first, last):
        drawn = chances(draw.seed, number, draw.chances)
        values = [one.value(drawn[one.chance]) for one in draw.variables]
        row = [*fixed, *([0] * (2 * len(draw.pots)))]
        for n, pot in enumerate(draw.pots):
            made = draw_pot(pot, values)
            for code, kr in made.kr.items():
                row[at[pot.recipients[0].kind, code]] += kr
            end = len(fixed) + 2 * n
            row[end : end + 2] = made.lapsed_kr, made.undistributed_kr
            amount = pot.amount
            assert amount is None or made.awarded_kr + made.lapsed_kr + made.undistributed_kr == amount.kr, pot.name
        yield row
