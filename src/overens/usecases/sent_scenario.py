"""A scenario that a program sends, as text or as an object -> the scenario as written, or problems where they stand."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from overens.scenario.read_scenario import WrittenScenario, read_scenario
from overens.vocabulary.problems import Fault, Place, Problem, blocking
from overens.writing.tree import Path, read_tree

FILE = "scenario"
"""What the scenario is called where it says where something stands."""


@dataclass(frozen=True)
class SentScenario:
    """A scenario as it was sent.

    Attributes:
        written: None where it cannot be tried.
        problems: Why not.
        pointers: Where each place is in the object that was sent (RFC 6901); None for a text, which has lines.
    """

    written: WrittenScenario | None
    problems: tuple[Problem, ...]
    pointers: Mapping[Place, str] | None


def read_sent(scenario: str | Mapping[str, Any], most_changes: int) -> SentScenario:
    """Return the scenario that was sent; one with anything uncertain, or with too many changes, cannot be tried here."""
    if isinstance(scenario, str):
        text, pointers = scenario, None
    else:
        text = json.dumps(_as_written(scenario), ensure_ascii=False, indent=1)
        tree = read_tree(text, file=FILE)[0]
        pointers = {place: pointer_to(path) for path, place in (*tree.places.items(), *tree.key_places.items())}
    written, problems = read_scenario(text, file=FILE)
    if written is not None:
        problems = _not_here(written, most_changes)
    return SentScenario(None if blocking(problems) else written, tuple(blocking(problems)), pointers)


def _not_here(written: WrittenScenario, most: int) -> list[Problem]:
    changes = len(written.scenario.changes)
    if written.scenario.uncertain:
        return [Problem(written.tree.key_place(("osäkert",)), _uncertain())]
    return [Problem(written.tree.key_place(("ändringar",)), _many(changes, most))] if changes > most else []


def _as_written(value: object) -> object:
    """Return a value with yes and no as scenarios write them."""
    match value:
        case bool():
            return "ja" if value else "nej"
        case Mapping():
            return {name: _as_written(one) for name, one in value.items()}
        case list():
            return [_as_written(one) for one in value]
        case _:
            return value


def pointer_to(path: Path) -> str:
    """Return the pointer (RFC 6901) to a value of the scenario that was sent.

    >>> pointer_to(("ändringar", 0, "a/b"))
    '/scenario/ändringar/0/a~1b'
    """
    return "".join(f"/{str(one).replace('~', '~0').replace('/', '~1')}" for one in (FILE, *path))


def _uncertain() -> Fault:
    return Fault.of(
        "Här dras inga osäkra storheter.",
        "Ta bort 'osäkert', eller kör overens simulate med --draws.",
        "Nothing uncertain is drawn here.",
        "Take 'osäkert' out, or run overens simulate with --draws.",
    )


def _many(n: int, most: int) -> Fault:
    return Fault.of(
        "Scenariot har {n} ändringar.",
        "Här prövas högst {most}; fler prövas med overens simulate.",
        "The scenario has {n} changes.",
        "At most {most} are tried here; more with overens simulate.",
        n=n,
        most=most,
    )
