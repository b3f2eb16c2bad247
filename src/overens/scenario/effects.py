"""The agreements after each change -> what each change moves, to the krona, and why one that moves nothing does not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from overens.allocation.model import Allocation, PotAllocation, State
from overens.scenario.attribute import Kronor, Who, awards_of
from overens.scenario.moved import Sides


@dataclass(frozen=True)
class PotMove:
    """A pot before the first change and after the last, and what each change moves of it.

    The effects of each recipient sum to its difference; asserted.

    Attributes:
        effects: For each change, what it gives (above zero) or takes from each recipient, in kronor.
        together: Change -> those before it that cannot be told apart from it, for after them the pot could not be
            divided; all counted from 0.
    """

    sides: Sides
    effects: tuple[Kronor, ...]
    together: Mapping[int, tuple[int, ...]]

    def __post_init__(self) -> None:
        for who in self.recipients if self.is_compared else ():
            parts = sum(effect.get(who, 0) for effect in self.effects)
            assert parts == self.after_kr(who) - self.before_kr(who), f"{self.name}: {who}"

    @property
    def name(self) -> str:
        """The pot as agreement/pot."""
        return self.sides.name

    @property
    def before(self) -> PotAllocation:
        """The pot before the first change."""
        assert self.sides.before is not None
        return self.sides.before

    @property
    def after(self) -> PotAllocation:
        """The pot after the last change."""
        assert self.sides.after is not None
        return self.sides.after

    @property
    def is_compared(self) -> bool:
        """Whether the pot is computed before and after; only then is it in any sum."""
        return _is_computed(self.before) and _is_computed(self.after)

    @property
    def recipients(self) -> set[Who]:
        """Everyone who gets something before or after."""
        return {*awards_of(self.before), *awards_of(self.after)}

    def before_kr(self, who: Who) -> int:
        """Return what the recipient gets before the first change, in kronor."""
        return awards_of(self.before).get(who, 0)

    def after_kr(self, who: Who) -> int:
        """Return what the recipient gets after the last change, in kronor."""
        return awards_of(self.after).get(who, 0)


def pot_moves(stages: Sequence[Mapping[str, Allocation]]) -> tuple[PotMove, ...]:
    """Return every pot of the agreements, with what each stage moves of it.

    Args:
        stages: The agreements by id, before the first change and after each.
    """
    return tuple(
        _move(f"{name}/{pot.id}", [stage[name].pots[n] for stage in stages])
        for name, allocation in stages[0].items()
        for n, pot in enumerate(allocation.pots)
    )


def _move(name: str, pots: Sequence[PotAllocation]) -> PotMove:
    sides = Sides(name, pots[0], pots[-1])
    if not (_is_computed(pots[0]) and _is_computed(pots[-1])):
        return PotMove(sides, tuple({} for _ in pots[1:]), {})
    effects: list[Kronor] = []
    together: dict[int, tuple[int, ...]] = {}
    at, waiting = awards_of(pots[0]), list[int]()
    for n, pot in enumerate(pots[1:]):
        if not _is_computed(pot):
            effects.append({})
            waiting.append(n)
            continue
        there = awards_of(pot)
        moved = {who: there.get(who, 0) - at.get(who, 0) for who in {*at, *there}}
        effects.append({who: kr for who, kr in moved.items() if kr})
        if waiting:
            together[n] = tuple(waiting)
        at, waiting = there, []
    return PotMove(sides, tuple(effects), together)


def _is_computed(pot: PotAllocation) -> bool:
    return pot.state is State.COMPUTED
