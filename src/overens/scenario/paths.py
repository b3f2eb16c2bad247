"""The path to a value deep in a pot, as a person writes it -> where it stands in what was written."""

from __future__ import annotations

from typing import Any

from overens.agreement.model import Pot
from overens.agreement.rules import MetBy
from overens.scenario import overlay_faults as faults
from overens.vocabulary.names import did_you_mean, fold
from overens.vocabulary.problems import Fault, Place
from overens.writing.clauses import Clause, keys_of
from overens.writing.graft import value_at
from overens.writing.tree import Path, Tree

_NAMES = ("utfall", "nyckeltal", "krav", "vad", "namn", "från")
"""Keys whose value an item of a list may be named by, the best first."""


def open_path(tree: Tree, pot: Pot, at: Path, words: str, place: Place) -> Path | Fault:
    """Return the path in the tree that 'prestation/krav/1/eller minst' means, counted from 1 in lists.

    What does not stand there yet is made ready, so that a value can be put at the path: groups above it, and a bare
    word is written out as the key that it stands for ('till: regioner' is 'till: {grupp: regioner}').

    Args:
        tree: A copy that may be changed.
        pot: The pot as it was read.
        at: Where the pot stands in the tree.
        place: Where the change is written: what is made ready stands there.
    """
    steps = [step.strip() for step in words.split("/")]
    path = at
    for n, step in enumerate(steps):
        node = value_at(tree.value, path)
        if isinstance(node, str):
            opened = _write_out(tree, pot, path[len(at) :], path, node)
            if opened is None:
                return faults.value_has_no_parts(words, steps[n - 1] if n else words)
            node = opened
        found = _step(node, step, words)
        if isinstance(found, Fault):
            return found
        path = (*path, found)
        if isinstance(node, dict) and found not in node:
            tree.key_places[path] = tree.places[path] = place
            if n < len(steps) - 1:
                node[found] = {}
    return path


def _step(node: dict[str, Any] | list[Any], step: str, words: str) -> str | int | Fault:
    """Return the key or place that one step means; a key that does not stand there yet is taken as it is."""
    if isinstance(node, dict):
        spelt = next((key for key in node if fold(key) == fold(step)), step)
        return spelt if spelt in node or step else faults.no_such_value(step, words, list(node))
    if step.isascii() and step.isdigit() and len(step) < 5:
        return int(step) - 1 if 1 <= int(step) <= len(node) else faults.no_such_item(step, words, len(node))
    named = {fold(name): n for n, item in enumerate(node) for name in reversed(_names_of(item))}
    if fold(step) in named:
        return named[fold(step)]
    known = [name for item in node for name in _names_of(item)]
    return (
        faults.no_such_value(step, words, known)
        if did_you_mean(step, known)
        else faults.no_such_item(step, words, len(node))
    )


def _names_of(item: object) -> list[str]:
    """Return what an item of a list may be called."""
    if isinstance(item, str):
        return [item]
    return [item[key] for key in _NAMES if isinstance(item.get(key), str)] if isinstance(item, dict) else []


def _write_out(tree: Tree, pot: Pot, within: Path, path: Path, word: str) -> dict[str, Any] | None:
    """Write a bare word out as the key that it stands for; None where it stands for none."""
    clause = clause_at(pot, within)
    if not isinstance(clause, Clause) or clause.shorthand is None:
        return None
    if isinstance(clause, MetBy):  # who meets a condition is said in one way: a list stands instead of 'alla'
        value_at(tree.value, path[:-1])[path[-1]] = {}
        return value_at(tree.value, path)  # type: ignore[no-any-return] # what was put there just now
    written = {clause.shorthand: word}
    value_at(tree.value, path[:-1])[path[-1]] = written
    tree.places[(*path, clause.shorthand)] = tree.key_places[(*path, clause.shorthand)] = tree.place(path)
    return written


def clause_at(part: object, path: Path) -> object:
    """Return what a clause says at a path of Swedish keys and places in lists; None where it says nothing there."""
    for step in path:
        match part:
            case Clause():
                part = next((getattr(part, name) for name, key in keys_of(type(part)) if key == step), None)
            case tuple() if isinstance(step, int) and step < len(part):
                part = part[step]
            case dict():
                part = part.get(step)
            case _:
                return None
    return part


def as_written(value: object) -> str:
    """Return what stands in a file on one line.

    >>> as_written({"andel av": "befolkning", "per": "2023"})
    '{andel av: befolkning, per: 2023}'
    """
    match value:
        case dict():
            return f"{{{', '.join(f'{key}: {as_written(one)}' for key, one in value.items())}}}"
        case list():
            return f"[{', '.join(map(as_written, value))}]"
        case _:
            return str(value)
