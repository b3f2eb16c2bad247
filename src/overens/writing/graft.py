"""A tree + a part of another -> a tree with the part in it, each value still at the place where it was written."""

from __future__ import annotations

import copy
from typing import Any

from overens.writing.tree import Path, Tree


def copy_tree(tree: Tree) -> Tree:
    """Return a copy that can be changed without changing the tree; `index` it when all is done."""
    return Tree(tree.file, copy.deepcopy(tree.value), dict(tree.places), dict(tree.key_places))


def value_at(value: Any, path: Path) -> Any:
    """Return what stands at the path."""
    for step in path:
        value = value[step]
    return value


def take_away(tree: Tree, path: Path) -> None:
    """Take a key out of its group, with everything under it; nothing happens if it is not there."""
    value_at(tree.value, path[:-1]).pop(path[-1], None)
    _forget(tree, path)


def put(tree: Tree, path: Path, other: Tree, at: Path) -> None:
    """Put the other tree's value at the path, with its places; a replaced key keeps its place in the order."""
    within = value_at(tree.value, path[:-1])
    value = copy.deepcopy(value_at(other.value, at))
    if isinstance(within, list):
        within.append(value)
    else:
        _forget(tree, path)
        within[path[-1]] = value
    for mine, theirs in ((tree.places, other.places), (tree.key_places, other.key_places)):
        mine.update({(*path, *one[len(at) :]): place for one, place in theirs.items() if one[: len(at)] == at})


def _forget(tree: Tree, path: Path) -> None:
    for places in (tree.places, tree.key_places):
        for gone in [one for one in places if one[: len(path)] == path]:
            del places[gone]


def index(tree: Tree) -> None:
    """Let every group and list of the tree be found again by its identity."""
    rest: list[tuple[Path, Any]] = [((), tree.value)]
    while rest:
        path, value = rest.pop()
        if isinstance(value, dict | list):
            tree.paths[id(value)] = path
            steps = value.items() if isinstance(value, dict) else enumerate(value)
            rest += [((*path, step), part) for step, part in steps]
