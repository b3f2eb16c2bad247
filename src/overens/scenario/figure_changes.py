"""A figure's series + one change of its values -> the series as assumed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from overens.figures.checks import in_whole_units, possible
from overens.figures.model import FigureKind, Series, SeriesKey, Snapshot
from overens.scenario import overlay_faults as faults
from overens.scenario.read_scenario import WrittenScenario
from overens.scenario.values import Span
from overens.vocabulary.names import find_recipients, nearest_recipients
from overens.vocabulary.periods import When, parse_when
from overens.vocabulary.problems import Fault, Place, Problem
from overens.vocabulary.recipients import Recipient
from overens.writing.numbers import parse_number

EVERYONE = "alla"
"""Whoever the figure has values for."""


@dataclass(frozen=True)
class FigureEdit:
    """One value of a figure that is assumed: from what, to what."""

    series: SeriesKey
    who: Recipient
    old: Fraction | None
    new: Fraction


def change_figure(
    agreement: str,
    figures: Snapshot,
    used: Collection[str],
    taking_part: Mapping[SeriesKey, Collection[str]],
    scenario: WrittenScenario,
    n: int,
) -> tuple[list[Series], list[FigureEdit], list[Problem]]:
    """Return the series with the values that the n:th change assumes, each value that was changed, and every problem.

    Args:
        figures: The series that the agreement names, as they stand.
        used: The ids of the figures that the agreement names.
        taking_part: Series -> codes of those who can get anything from a pot that uses it; a series that is not
            there is not looked into.
    """
    change = scenario.scenario.changes[n]
    name = change.of_figure
    assert name is not None
    place = scenario.place("ändringar", n, "utfall" if change.outcome else "underlag")
    if name not in used:
        return [], [], [Problem(place, faults.unused_figure(name, agreement, sorted(used)))]
    chosen = _series(name, change.when, figures)
    if isinstance(chosen, Fault):
        return [], [], [Problem(scenario.place("ändringar", n, "per"), chosen)]
    series, edits, problems = [], [], list[Problem]()
    for one, codes in zip(chosen, _codes(chosen, change.who, figures, scenario, n, problems), strict=True):
        made, found = _assume(one, codes, taking_part, scenario, n)
        problems += found
        if made:
            values = {**one.values, **{edit.who.code: edit.new for edit in made}}
            series.append(replace(one, values=values, kind=FigureKind.ASSUMED))
            edits += made
    return series, edits, problems


def _series(name: str, when: Span | None, figures: Snapshot) -> list[Series] | Fault:
    """Return the series of the figure that the dates mean, for every kind of recipient."""
    every = sorted((s for s in figures.series.values() if s.key.figure == name), key=lambda s: s.key.measured_on)
    dates = list(dict.fromkeys(one.key.measured_on for one in every))
    if when is None:
        if not dates:
            return faults.no_series(name, "–", dates)
        return every if len(dates) == 1 else faults.which_series(name, dates)
    found = [one for one in every if isinstance(at := parse_when(one.key.measured_on), When) and when.holds(at)]
    return found or faults.no_series(name, str(when), dates)


def _codes(
    chosen: Sequence[Series],
    who: Sequence[str],
    figures: Snapshot,
    scenario: WrittenScenario,
    n: int,
    problems: list[Problem],
) -> list[list[Recipient]]:
    """Return, for each series, those whose values are changed; a name that means nobody in any is a problem."""
    registers = [figures.register.of(one.key.kind) for one in chosen]
    if not who or EVERYONE in who:
        return [[r for r in register if r.code in one.values] for one, register in zip(chosen, registers, strict=True)]
    found: list[list[Recipient]] = [[] for _ in chosen]
    for k, words in enumerate(who):
        meant = find_recipients(words, figures.register)
        hits = 0
        for those, register in zip(found, registers, strict=True):
            mine = [r for r in register if r in meant or r.code == words.strip()]
            those += [r for r in mine if r not in those]
            hits += len(mine)
        if not hits:
            near = [r for r in nearest_recipients(words, figures.register) if any(r in one for one in registers)]
            place = scenario.place("ändringar", n, "för", k)
            problems.append(Problem(place, faults.nobody(words, near)))
    return found


def _assume(
    series: Series,
    those: Sequence[Recipient],
    taking_part: Mapping[SeriesKey, Collection[str]],
    scenario: WrittenScenario,
    n: int,
) -> tuple[list[FigureEdit], list[Problem]]:
    change, place = scenario.scenario.changes[n], scenario.place("ändringar", n, "för")
    part = taking_part.get(series.key)
    edits: list[FigureEdit] = []
    problems: list[Problem] = []
    for who in those:
        old = series.values.get(who.code)
        named = bool(change.who) and EVERYONE not in change.who
        if old is None and change.moves is not None and not named:
            continue  # what everyone's value moves by moves nothing that is not there
        if part is not None and who.code not in part:
            if named:
                problems.append(Problem(place, faults.takes_no_part(who.name, series.key.figure)))
            continue
        new = _new_value(series, who, old, scenario, n)
        if isinstance(new, Problem):
            problems.append(new)
        else:
            edits.append(FigureEdit(series.key, who, old, new))
    return edits, problems


def _new_value(
    series: Series, who: Recipient, old: Fraction | None, scenario: WrittenScenario, n: int
) -> Fraction | Problem:
    change = scenario.scenario.changes[n]
    if change.moves is not None:
        place = scenario.place("ändringar", n, "ändras")
        if old is None:
            fault = faults.no_value_to_move(who.name, series.key.figure, series.key.measured_on)
            return Problem(place, fault)
        new: Fraction | Fault = in_whole_units(change.moves.of(old), series.unit)
    else:
        place = scenario.place("ändringar", n, "blir")
        new = parse_number(change.becomes if isinstance(change.becomes, str) else ", ".join(change.becomes or ()))
    if isinstance(new, Fault):
        return Problem(place, new)
    return new if possible(new, series.unit) else Problem(place, faults.not_plausible(new, series.unit, who.name))


def same_twice(edits: Sequence[tuple[Place, Sequence[FigureEdit]]]) -> Iterator[Problem]:
    """Yield a problem for every value of a figure that two changes of one file assume."""
    seen: dict[tuple[SeriesKey, str], Place] = {}
    for place, made in edits:
        doubled = next((one for one in made if (one.series, one.who.code) in seen), None)
        if doubled is not None:
            what = f"{doubled.series.figure} {doubled.series.measured_on}, {doubled.who.name}"
            yield Problem(place, faults.changed_twice(what, seen[doubled.series, doubled.who.code]))
        seen |= {(one.series, one.who.code): place for one in made}
