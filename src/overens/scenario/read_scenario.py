"""A scenario file's text, or a change typed on a line -> the scenario as written, or problems with line and column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from overens.scenario import faults
from overens.scenario.scenario_file import PARTS, Change, Scenario
from overens.vocabulary.problems import Fault, Place, Problem, blocking, in_order
from overens.writing.clauses import check_tree
from overens.writing.graft import index
from overens.writing.tree import Path, Tree, read_tree

ON_A_LINE = "--change"
"""What a change that is typed on a line is said to stand in."""


MOST_CHANGES = 200
"""How many changes a scenario may have: each divides its agreement anew."""


@dataclass(frozen=True)
class WrittenScenario:
    """A scenario together with the places of everything in its file."""

    scenario: Scenario
    tree: Tree

    def place(self, *path: str | int) -> Place:
        """Return where the value at the path stands."""
        return self.tree.place(path)

    def place_of_change(self, n: int) -> Place:
        """Return where the n:th change stands, counted from 0."""
        return self.tree.place(("ändringar", n))


def read_scenario(text: str, *, file: str) -> tuple[WrittenScenario | None, list[Problem]]:
    """Read a scenario file and check all that can be checked without the agreements it is tried on.

    Args:
        text: The file's contents.
        file: The name to show in problems; nothing is opened.

    Returns:
        The scenario, or None if anything in it is wrong, and every problem, in line order.
    """
    tree, problems = read_tree(text, file=file)
    if tree.value is None:
        return None, problems
    if not isinstance(tree.value, dict):
        return None, [*problems, Problem(tree.place(()), faults.no_keys())]
    other = next((key for key in _OF_OTHERS if key in tree.value), None)
    if other is not None and not {"ändringar", "osäkert"} & set(tree.value):
        return None, [*problems, Problem(tree.key_place((other,)), faults.another_file(other))]
    written, found = check_scenario(tree)
    problems += found
    return (None if blocking(problems) else written), in_order(problems)


_OF_OTHERS = ("potter", "ändrar", "omfattar", "besked")
"""Keys of other kinds of file."""


def check_scenario(tree: Tree) -> tuple[WrittenScenario | None, list[Problem]]:
    """Return the scenario a tree states, and every problem that needs no agreement to be seen."""
    checked = check_tree(Scenario, tree)
    if checked.value is None:
        return None, checked.problems
    problems = list(checked.problems)
    if len(checked.value.changes) > MOST_CHANGES:
        return None, [
            Problem(tree.key_place(("ändringar",)), faults.too_many(len(checked.value.changes), MOST_CHANGES))
        ]
    if not problems:  # where something was left out, what is missing is no problem of its own
        for n, change in enumerate(checked.value.changes):
            problems += [Problem(tree.place(path), fault) for path, fault in _check(change, ("ändringar", n))]
            problems += _where(checked.value, change, n, tree)
        if not checked.value.changes and not checked.value.uncertain:
            problems.append(Problem(tree.place(()), faults.nothing_to_try()))
        if checked.value.uncertain and not checked.value.changes and checked.value.agreement is None:
            problems.append(Problem(tree.key_place(("osäkert",)), faults.no_agreement()))
    return WrittenScenario(checked.value, tree), problems


def _check(change: Change, at: Path) -> Iterator[tuple[Path, Fault]]:
    """Yield what does not go together in one change."""
    said = {key for name, key in _FIELDS if getattr(change, name) not in (None, ())}
    of_pot, of_figure = said & {*PARTS, "värde", "tas bort"}, said & {"utfall", "underlag"}
    if not of_pot and not of_figure:
        yield at, faults.changes_nothing_named()
    elif (of_pot and of_figure) or len(of_figure) > 1:
        yield (*at, min(of_figure)), faults.two_kinds_of_change(sorted(of_pot | of_figure))
    elif of_figure:
        if len(said & {"blir", "ändras"}) != 1:
            yield at, faults.one_of(("blir", "ändras"))
    else:
        for key in sorted(said & {"för", "per", "ändras"}):
            yield (*at, key), faults.only_of_figures(key)
        if ("värde" in said) != ("blir" in said):
            yield at, faults.value_and_becomes()


_FIELDS = tuple((name, field.alias or name) for name, field in Change.model_fields.items())


def _where(scenario: Scenario, change: Change, n: int, tree: Tree) -> Iterator[Problem]:
    """Yield a problem where it is not said which pot, or which agreement, a change is about."""
    if change.of_figure is not None:
        if scenario.agreement is None and change.within is None:
            yield Problem(tree.place(("ändringar", n)), faults.no_agreement())
        elif "/" in (change.within or ""):
            yield Problem(tree.place(("ändringar", n, "i")), faults.figure_in_a_pot(change.within or ""))
    elif change.within is None:
        yield Problem(tree.place(("ändringar", n)), faults.no_pot())
    elif scenario.agreement is None and "/" not in change.within:
        yield Problem(tree.place(("ändringar", n, "i")), faults.no_agreement_for(change.within))


# --- changes typed on a line --------------------------------------------------------

_FIGURE = re.compile(r"(utfall|underlag) +(\S+)(?: +för +(.+?))?(?: +per +(\S+))?")


def read_changes(typed: Sequence[str]) -> tuple[WrittenScenario | None, list[Problem]]:
    """Return changes typed on a line each as one scenario.

    'AVTAL/POTT: gränser/golv=20 Mkr' writes a value, 'AVTAL/POTT: gränser tas bort' takes one away,
    'AVTAL: underlag befolkning för 06 per 2023-11-01=+1 procent' changes a figure.
    """
    changes: list[object] = []
    tree = Tree(ON_A_LINE, {"namn": "ändringar på raden", "ändringar": changes})
    problems: list[Problem] = []
    for n, words in enumerate(typed):
        place = Place(ON_A_LINE, n + 1)
        tree.places[("ändringar", n)] = place
        change = _typed(words)
        if change is None:
            problems.append(Problem(place, faults.not_a_change(words)))
            continue
        changes.append(change)
        for key in change:
            tree.places[("ändringar", len(changes) - 1, key)] = place
    if problems:
        return None, problems
    index(tree)
    written, found = check_scenario(tree)
    return (None if blocking(found) else written), in_order(found)


def _typed(words: str) -> dict[str, object] | None:
    """Return the change as it would stand in a file; None where the words state none."""
    where, colon, what = words.partition(":")
    where, what = where.strip(), what.strip()
    if not colon or not where:
        return None
    if what.endswith(" tas bort"):
        return {"i": where, "tas bort": what.removesuffix("tas bort").strip()}
    path, equals, value = (part.strip() for part in what.partition("="))
    if not equals or not path or not value:
        return None
    figure = _FIGURE.fullmatch(path)
    if figure is None:
        return {"i": where, "värde": path, "blir": _listed(value) if value[0] == "[" else value}
    change: dict[str, object] = {"i": where, figure[1]: figure[2]}
    if figure[3]:
        change["för"] = _listed(figure[3])
    if figure[4]:
        change["per"] = figure[4]
    change["ändras" if value[0] in "+-\u2212" else "blir"] = value
    return change


def _listed(words: str) -> list[str]:
    """Return the words of '[06, 08]' or '06, 08'."""
    return [one.strip(" '\"") for one in words.removeprefix("[").removesuffix("]").split(",")]
