"""An agreement as written + values that no source gives, as a person gives them -> the agreement as it then reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from overens.agreement.checks import pot_path
from overens.agreement.read_agreement import Written, check_written
from overens.allocation.parameters import Parameter, parameters_of
from overens.scenario.overlay import leave_out_plausible
from overens.scenario.paths import open_path
from overens.vocabulary.names import did_you_mean, fold
from overens.vocabulary.problems import Fault, Place, Problem, blocking
from overens.writing.graft import copy_tree, index, put
from overens.writing.tree import Path, Tree, read_tree

ON_A_LINE = "--given"
"""What a value that is typed on a line is said to stand in."""


@dataclass(frozen=True)
class Given:
    """A value for a parameter (givet värde): where, by its path in the pot, and the words as they would stand in a file.

    Attributes:
        within: The pot, 'AVTAL/POTT' or 'POTT'; empty where it is not said.
    """

    within: str
    path: str
    value: str


def read_given(typed: str) -> Given | Fault:
    """Return the value that a person typed.

    >>> read_given("bup-2025/prestation: prestation/krav/1/eller minst=70")
    Given(within='bup-2025/prestation', path='prestation/krav/1/eller minst', value='70')
    """
    left, equals, value = typed.partition("=")
    within, colon, path = left.partition(":")
    if not colon:
        within, path = "", left
    if not equals or not path.strip() or not value.strip():
        return _not_given(typed)
    return Given(within.strip(), "/".join(step.strip() for step in path.split("/")), value.strip())


def assume(written: Written, path: tuple[str, ...], given: Sequence[Given]) -> tuple[Written | None, list[Problem]]:
    """Return the agreement as it reads with the values given, or every problem with them.

    Args:
        path: The pot that they are for.
    """
    tree, at = copy_tree(written.tree), pot_path(path)
    pot = next(pot for where, pot in written.agreement.leaves() if where == path)
    missing = parameters_of(pot)
    problems = []
    for n, one in enumerate(given, 1):
        place = Place(ON_A_LINE, n)
        name = next((p.path for p in missing if fold(p.path) == fold(one.path)), None)
        value, found = read_tree(f"v: {one.value}\n", file=ON_A_LINE)
        if name is None:
            problems.append(Problem(place, _unknown_path(one.path, missing)))
        elif found or "v" not in (value.value or {}):
            problems.append(Problem(place, _unreadable(one)))
        elif any(fold(other.path) == fold(one.path) for other in given[: n - 1]):
            problems.append(Problem(place, _twice(one.path)))
        else:
            path_there = open_path(tree, pot, at, name, place)
            assert not isinstance(path_there, Fault), name
            _write(tree, path_there, value, place)
            leave_out_plausible(tree, path_there)
    if problems:
        return None, problems
    index(tree)
    changed, found = check_written(tree)
    problems = [one for one in blocking(found) if one.place.file == ON_A_LINE] or blocking(found)
    return (None if problems else changed), problems


def _write(tree: Tree, path: Path, value: Tree, place: Place) -> None:
    put(tree, path, value, ("v",))
    for places in (tree.places, tree.key_places):
        for one in [one for one in places if one[: len(path)] == path]:
            places[one] = place
    tree.places[path] = tree.key_places[path] = place


def _not_given(typed: str) -> Fault:
    return Fault.of(
        "'{typed}' ger inget värde.",
        "Skriv vägen till värdet och vad det är: 'prestation/krav/1/eller minst=70'.",
        "'{typed}' gives no value.",
        "Write the path to the value and what it is: 'prestation/krav/1/eller minst=70'.",
        typed=typed[:120],
    )


def _unknown_path(path: str, missing: Sequence[Parameter]) -> Fault:
    near = did_you_mean(path, [one.path for one in missing])
    known = ", ".join(f"'{one.path}'" for one in missing) or "–"
    return Fault.of(
        "'{path}' är inget värde som saknas i potten.",
        "Menade du '{near}'?" if near else "Det som saknas: {known}. Andra värden ändras i ett scenario.",
        "'{path}' is no value that is missing in the pot.",
        "Did you mean '{near}'?" if near else "What is missing: {known}. Other values are changed in a scenario.",
        path=path[:120],
        near=near,
        known=known,
    )


def _unreadable(one: Given) -> Fault:
    return Fault.of(
        "'{value}' för '{path}' går inte att läsa.",
        "Skriv värdet som det skulle stå i en avtalsfil: '70', '25 %' eller '{{andel av: befolkning, per: 2023-11-01}}'.",
        "'{value}' for '{path}' cannot be read.",
        "Write the value as it would stand in an agreement file: '70', '25 %' or"
        " '{{andel av: befolkning, per: 2023-11-01}}'.",
        value=one.value[:120],
        path=one.path,
    )


def _twice(path: str) -> Fault:
    return Fault.of(
        "'{path}' ges två gånger.", "Behåll den ena.", "'{path}' is given twice.", "Keep one of them.", path=path
    )
