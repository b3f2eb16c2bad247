"""A pot and what a visitor wrote in its rule's sentence -> what moves, or what is wrong with what was written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from overens.agreement.checks import pot_path
from overens.allocation.model import Allocation, PotAllocation
from overens.scenario.read_scenario import WrittenScenario
from overens.usecases.library import Library
from overens.usecases.simulate import Simulation, simulate
from overens.usecases.what_if.changes import Changed, ScenarioChange, changes_of, scenario_of, with_values
from overens.usecases.what_if.narrow import narrowed
from overens.usecases.what_if.read_slot import Value, read_slot, said, shown
from overens.usecases.what_if.sentence import sentences_of
from overens.usecases.what_if.slots import Sentence, Slot, slots_of
from overens.vocabulary.problems import Fault, Problem
from overens.vocabulary.wording import Text
from overens.writing.graft import value_at

NOTHING = "inget"
"""Stands in an address where what was agreed is taken away."""
ASSUMED, TRIED = "antaget", "provat"


@dataclass(frozen=True)
class FilledSlot:
    """A slot as it is filled in.

    Attributes:
        typed: What stands in its field.
        word: The value as it stands in an address; empty for nothing.
        changed: Whether it is other than agreed.
        fault: Why what was typed cannot be meant.
    """

    slot: Slot
    typed: str
    word: str
    changed: bool
    was: Text
    now: Text
    fault: Fault | None = None
    written: Any = None

    @property
    def in_address(self) -> str:
        """What an address says of it."""
        return (self.word or NOTHING) if self.changed else ""


@dataclass(frozen=True)
class WhatIf:
    """A pot with its rule's sentence filled in, and what comes of it (tänk om).

    Attributes:
        agreed: The agreement's allocation as it stands.
        base: With what was assumed, as no source gives it; what the changes are compared with.
        simulation: What the changes move, of the pots that they reach; None where nothing is changed or something is wrong.
        faults: What is wrong that no single field tells.
        assumed, tried: The assumptions and the changes as scenarios.
    """

    agreed: Allocation
    base: Allocation
    pot_id: str
    sentences: tuple[Sentence, ...]
    filled: Mapping[str, FilledSlot]
    same_total: bool
    simulation: Simulation | None = None
    faults: tuple[Fault, ...] = ()
    assumptions: tuple[ScenarioChange, ...] = ()
    changes: tuple[ScenarioChange, ...] = ()
    assumed: WrittenScenario | None = None
    tried: WrittenScenario | None = None

    @property
    def pot(self) -> PotAllocation:
        """The pot as agreed."""
        return _pot(self.agreed, self.pot_id)

    @property
    def name(self) -> str:
        """The pot as agreement/pot."""
        return f"{self.agreed.agreement.id}/{self.pot_id}"

    @property
    def wrong(self) -> bool:
        """Whether something that was written cannot be meant."""
        return bool(self.faults) or any(one.fault for one in self.filled.values())

    @property
    def query(self) -> dict[str, str]:
        """What an address says of it: only what differs from what was agreed."""
        found = {name: one.in_address for name, one in self.filled.items() if one.changed}
        return {**found, SAME_TOTAL: "1"} if self.same_total else found


SAME_TOTAL = "samma-summa"


def _pot(allocation: Allocation, pot_id: str) -> PotAllocation:
    found = allocation.pot(pot_id)
    assert found is not None
    return found


def ask_what_if(
    library: Library,
    agreement_id: str,
    pot_id: str,
    typed: Mapping[str, str],
    *,
    same_total: bool = False,
    day: date | None = None,
) -> WhatIf:
    """Return the pot's sentence with what was typed in it, and what that moves.

    Args:
        typed: What was written, by the names of the slots; what is not there stands as agreed.
        same_total: Whether the agreement's other pots make up for what the pot gets more or less.
    """
    written = library.reading(agreement_id, day).written
    path, pot = next((path, pot) for path, pot in written.agreement.leaves() if path[-1] == pot_id)
    agreed = library.allocation(agreement_id, day)
    sentences = sentences_of(library, pot, day)
    filled = {slot.name: _fill(slot, typed.get(slot.name), library) for slot in slots_of(sentences)}
    found = WhatIf(agreed, agreed, pot_id, sentences, filled, same_total)
    if found.wrong or not any(one.changed for one in filled.values()):
        return found
    return _tried(library, found, value_at(written.tree.value, pot_path(path)), day)


def _fill(slot: Slot, typed: str | None, library: Library) -> FilledSlot:
    register = library.register
    was = said(slot, slot.agreed, register)
    if typed is None:
        return FilledSlot(slot, shown(slot, slot.agreed, register), slot.agreed, False, was, was)
    bare = "" if typed.casefold().strip() == NOTHING and slot.empty is not None else typed
    if bare in (slot.agreed, shown(slot, slot.agreed, register)):
        return FilledSlot(slot, shown(slot, slot.agreed, register), slot.agreed, False, was, was)
    value = read_slot(slot, bare, register)
    if isinstance(value, Fault):
        return FilledSlot(slot, bare[:200], "", True, was, was, value)
    return _read(slot, value, was, library)


def _read(slot: Slot, value: Value, was: Text, library: Library) -> FilledSlot:
    register, changed = library.register, value.word != slot.agreed
    now = said(slot, value.word, register)
    return FilledSlot(slot, shown(slot, value.word, register), value.word, changed, was, now, None, value.written)


def _tried(library: Library, found: WhatIf, as_written: Mapping[str, Any], day: date | None) -> WhatIf:
    every = [Changed(one.slot, one.word, one.written) for one in found.filled.values() if one.changed]
    assumed = [one for one in every if one.slot.missing]
    changed = [one for one in every if not one.slot.missing]
    assumptions = changes_of(assumed, found.name, as_written)
    changes = changes_of(changed, found.name, with_values(as_written, assumed))
    given, problems = scenario_of(ASSUMED, assumptions) if assumptions else (None, [])
    tried, more = scenario_of(TRIED, changes, same_total=found.same_total) if changes else (None, [])
    steps = {ASSUMED: assumptions, TRIED: changes}
    if problems or more:
        return _with_problems(found, [*problems, *more], steps)
    simulation, problems = simulate(library, [tried] if tried else [], given=[given] if given else [], day=day)
    if simulation is None:
        return _with_problems(found, problems, steps)
    return WhatIf(
        found.agreed,
        simulation.before[0],
        found.pot_id,
        found.sentences,
        found.filled,
        found.same_total,
        narrowed(simulation, found.name) if tried else None,
        (),
        assumptions,
        changes,
        given,
        tried,
    )


def _with_problems(found: WhatIf, problems: Sequence[Problem], steps: Mapping[str, Sequence[ScenarioChange]]) -> WhatIf:
    """Return the problems at the fields that they are about; those of no field stand above them all."""
    filled, faults = dict(found.filled), []
    for one in problems:
        mine = steps.get(one.place.file, ())
        slots = mine[one.place.line - 1].slots if 0 < one.place.line <= len(mine) else ()
        name = next((slot.name for slot in slots if filled[slot.name].fault is None), None)
        if name is None:
            faults.append(one.fault)
        else:
            filled[name] = replace(filled[name], fault=one.fault)
    return replace(found, filled=filled, faults=tuple(faults))
