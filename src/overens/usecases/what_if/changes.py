"""Slots with new values -> a scenario as it would be written, the commands that say the same, and a file of it."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from overens.scenario.read_scenario import WrittenScenario, check_scenario
from overens.scenario.scenario_file import PARTS
from overens.usecases.what_if.slots import Slot, Written, path_words
from overens.vocabulary.problems import Place, Problem, in_order
from overens.writing.graft import index
from overens.writing.tree import Path, Tree
from overens.writing.write_clause import write_clause

_WHOLE = {"till": "grupp", "uppfylls av": "av", "ej intjänat": "blir", "avrundning": "sätt"}
"""Parts that may be a bare word, and the key that the word stands for."""
_NOBODY = "ingen"
_AT_ONCE = ("fördelning", "prestation")
"""Parts whose values hold only together, as shares that sum to one: several of them are one change."""


@dataclass(frozen=True)
class Changed:
    """A slot with its new value (ändring)."""

    slot: Slot
    word: str
    written: Written | None


@dataclass(frozen=True)
class ScenarioChange:
    """One change of the scenario, and the slots it comes from; `said` is how it stands in the file."""

    slots: tuple[Slot, ...]
    said: Mapping[str, Written]

    def on_a_line(self) -> str | None:
        """Return the change as it is typed after --change; None where only a file can say it."""
        where, value = self.said["i"], self.said.get("blir")
        if "tas bort" in self.said:
            return f"{where}: {self.said['tas bort']} tas bort"
        return f"{where}: {self.said['värde']}={value}" if isinstance(value, str) else None


def changes_of(changed: Iterable[Changed], pot: str, as_written: Mapping[str, Any]) -> tuple[ScenarioChange, ...]:
    """Return the changes in the order of a rule's parts.

    Args:
        pot: As agreement/pot.
        as_written: What was written of the pot.
    """
    by_part: dict[str, list[Changed]] = {}
    for one in changed:
        by_part.setdefault(one.slot.part, []).append(one)
    order = sorted(PARTS, key=lambda part: not (part == "fördelning" and _is_a_list(as_written)))
    return tuple(step for part in order if part in by_part for step in _of_part(part, by_part[part], pot, as_written))


def _is_a_list(as_written: Mapping[str, Any]) -> bool:
    """Tell whether a published table divides the pot: no other amount goes with it, so the key is changed first."""
    key = as_written.get("fördelning")
    return isinstance(key, dict) and "lista" in key


def with_values(as_written: Mapping[str, Any], changed: Iterable[Changed]) -> Mapping[str, Any]:
    """Return what was written of the pot with the values in it."""
    whole = copy.deepcopy(dict(as_written))
    for one in changed:
        _set(whole, _place(one), one.written)
    return whole


def _of_part(part: str, changed: Sequence[Changed], pot: str, as_written: Mapping[str, Any]) -> list[ScenarioChange]:
    apart = all(_is_plain(one) for one in changed) and not (len(changed) > 1 and part in _AT_ONCE)
    if apart:
        return [ScenarioChange((one.slot,), _one(one, pot)) for one in changed]
    whole: dict[str, Any] = {part: copy.deepcopy(as_written[part])} if part in as_written else {}
    for one in changed:
        _set(whole, _place(one), one.written)
    return [ScenarioChange(tuple(one.slot for one in changed), {"i": pot, part: _without_sources(whole[part])})]


def _is_plain(one: Changed) -> bool:
    return one.written is None or isinstance(one.written, str)


def _place(one: Changed) -> Path:
    """Return where the value is written: a choice may have a place of its own."""
    chosen = next((choice for choice in one.slot.choices if choice.word == one.word), None)
    return chosen.path if chosen is not None and chosen.path is not None else one.slot.path


def _one(one: Changed, pot: str) -> dict[str, Written]:
    words = path_words(_place(one))
    if one.written is None:
        return {"i": pot, "tas bort": words}
    return {"i": pot, "värde": words, "blir": one.written}


def _set(whole: dict[str, Any], path: Path, value: Written | None) -> None:
    """Write the value at the path; a bare word on the way is written out as the key it stands for."""
    at: Any = whole
    for step, below in pairwise(path):
        if isinstance(at, dict):
            inside = at.setdefault(step, {})
            if isinstance(inside, str):
                at[step] = {_WHOLE[str(step)]: inside} if step in _WHOLE else {}
        at = at[step]
        assert isinstance(at, list if isinstance(below, int) else dict)
    if value is None:
        at.pop(path[-1], None)
        return
    at[path[-1]] = value
    if path[-2:] == ("uppfylls av", "utom") and at.get("av") != _NOBODY:
        at.pop("av", None)  # 'utom' says itself that the others do


def _without_sources(value: Written) -> Written:
    """Return a part without the names of its sources, which mean nothing outside the agreement's file."""
    if isinstance(value, dict):
        return {
            key: _without_sources(one) for key, one in value.items() if key not in ("källa", "känd från", "härlett")
        }
    return [_without_sources(one) for one in value] if isinstance(value, list) else value


# --- the scenario -------------------------------------------------------------------


def scenario_of(
    name: str, steps: Sequence[ScenarioChange], *, same_total: bool = False
) -> tuple[WrittenScenario | None, list[Problem]]:
    """Return the changes as one scenario, whose problems stand at the number of the change, from 1."""
    tree = Tree(name, {"namn": name, "ändringar": [copy.deepcopy(dict(step.said)) for step in steps]})
    if same_total:
        tree.value["samma summa"] = "ja"
    for n, step in enumerate(steps):
        place = Place(name, n + 1)
        tree.places[("ändringar", n)] = place
        for key in step.said:
            tree.places[("ändringar", n, key)] = tree.key_places[("ändringar", n, key)] = place
    index(tree)
    written, problems = check_scenario(tree)
    return written, in_order(problems)


def as_file(scenario: WrittenScenario) -> str:
    """Return the scenario as a file."""
    return write_clause(scenario.scenario)
