"""An agreement + an amendment -> the agreement as it reads once the amendment applies."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from overens.agreement import amendment_faults as faults
from overens.agreement.amendment import ReplacedList
from overens.agreement.checks import check_sources, find_path
from overens.agreement.read_agreement import Written, check_written
from overens.agreement.read_amendment import WrittenAmendment
from overens.vocabulary.problems import Problem
from overens.writing.graft import copy_tree, index, put, take_away, value_at
from overens.writing.tree import Path, Tree

_TERMS = ("belopp", "ansökan", "rekvisition", "användning")
_NO_CHANGE = ("källor", ReplacedList.NOT_FOUND.value, ReplacedList.CONTRADICTIONS.value)
"""What an amendment may add without changing how the agreement reads."""


def amend(base: Written, change: WrittenAmendment) -> tuple[Written | None, list[Problem]]:
    """Return the agreement as it reads once the amendment applies, and every problem in that reading.

    The change is made in what was written, so that the result is checked as any agreement is, and
    each of its values still knows the file and line it comes from. The agreement itself is left as it was.
    """
    tree = copy_tree(base.tree)
    problems = [*_replace_pots(tree, change), *_remove_pots(tree, change), *_add_sources(tree, change)]
    for key in _TERMS:
        if key in change.tree.value:
            put(tree, (key,), change.tree, (key,))
    _extend_lists(tree, change)
    listed = tree.value["källor"]
    problems += check_sources(change.amendment, listed, change.tree, frozenset())
    if not problems and change.amendment.unread is None and _same(tree.value, base.tree.value):
        problems.append(Problem(change.place("id"), faults.changes_nothing()))
    if problems:
        return None, problems
    _date_pots(tree, change)
    drop_what_is_about_nothing(tree)
    index(tree)
    return check_written(tree)


# --- pots ---------------------------------------------------------------------------


def _replace_pots(tree: Tree, change: WrittenAmendment) -> Iterator[Problem]:
    where = dict(_pots(tree.value))
    placed = change.amendment.placed_in
    for name in placed:
        if name in where or name not in change.amendment.pots:
            yield Problem(change.tree.key_place(("läggs i", name)), faults.placed_but_not_new(name))
    for name in change.amendment.pots:
        if name in where:
            put(tree, where[name], change.tree, ("potter", name))
        elif name not in placed:
            put(tree, ("potter", name), change.tree, ("potter", name))
        elif placed[name] in where:
            parent = (*where[placed[name]], "potter")
            value_at(tree.value, where[placed[name]]).setdefault("potter", {})
            put(tree, (*parent, name), change.tree, ("potter", name))
        else:
            yield Problem(change.place("läggs i", name), faults.no_such_pot(placed[name], where))


def _remove_pots(tree: Tree, change: WrittenAmendment) -> Iterator[Problem]:
    for n, name in enumerate(change.amendment.removed):
        where = dict(_pots(tree.value))
        if name in change.amendment.pots:
            yield Problem(change.place("tas bort", n), faults.replaced_and_removed(name))
        elif name in change.amendment.removed[:n]:
            yield Problem(change.place("tas bort", n), faults.removed_twice(name))
        elif name not in where:
            yield Problem(change.place("tas bort", n), faults.no_such_pot(name, where))
        else:
            take_away(tree, where[name])
            if not value_at(tree.value, where[name][:-1]):
                yield Problem(change.place("tas bort", n), faults.nothing_left(name))


def _pots(value: dict[str, Any], above: Path = ()) -> Iterator[tuple[str, Path]]:
    """Yield every pot's name and path in the tree, parents first."""
    for name, pot in value.get("potter", {}).items():
        path = (*above, "potter", name)
        yield name, path
        yield from _pots(pot, path)


def _date_pots(tree: Tree, change: WrittenAmendment) -> None:
    """Let every pot that the amendment brought be known, and have the status, from the amendment on."""
    new = set(change.amendment.pots)
    for _, path in list(_pots(tree.value)):
        if new & {step for step in path if isinstance(step, str)}:
            pot = value_at(tree.value, path)
            for key, words in (("känd från", change.since.words), ("status", change.amendment.status.value)):
                if key not in pot:
                    pot[key] = words
                    tree.places[(*path, key)] = change.place("beslutad" if key == "känd från" else key)


# --- sources and lists --------------------------------------------------------------


def _add_sources(tree: Tree, change: WrittenAmendment) -> Iterator[Problem]:
    listed = tree.value["källor"]
    for name, source in change.tree.value["källor"].items():
        if name in listed and listed[name] != source:
            yield Problem(change.tree.key_place(("källor", name)), faults.other_source(name))
        else:
            put(tree, ("källor", name), change.tree, ("källor", name))


def _extend_lists(tree: Tree, change: WrittenAmendment) -> None:
    for name in ReplacedList:
        key = name.value
        if name in change.amendment.replaced_lists:
            take_away(tree, (key,))
        more = change.tree.value.get(key, [])
        if more:
            listed = tree.value.setdefault(key, [])
            for n in range(len(more)):
                put(tree, (key, len(listed)), change.tree, (key, n))


def drop_what_is_about_nothing(tree: Tree) -> None:
    """Leave out the contradictions about what is no longer there; they stand in the reading before."""
    key = ReplacedList.CONTRADICTIONS.value
    for n in reversed(range(len(tree.value.get(key, [])))):
        if find_path(tree.value[key][n]["om"], tree) is None:
            del tree.value[key][n]
            tree.close_up((key,), n)


def _same(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return all(one.get(key) == other.get(key) for key in {*one, *other} - {*_NO_CHANGE})
