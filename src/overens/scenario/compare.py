"""Agreements in pairs -> every difference in kronor, with its causes, and what cannot be compared."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from overens.allocation.model import PotAllocation, State
from overens.figures.model import Snapshot
from overens.scenario.attribute import Cause, Effect, Who, attribute, awards_of
from overens.scenario.pairs import AgreementPair, PotPair, pair_pots


@dataclass(frozen=True)
class PotChange:
    """A pot compared: what each recipient got before and gets after, and why they differ.

    The effects of each recipient sum to its difference; asserted.
    """

    pair: PotPair
    effects: tuple[Effect, ...]

    def __post_init__(self) -> None:
        for who in self.recipients:
            parts = sum(effect.kr.get(who, 0) for effect in self.effects)
            assert parts == self.after_kr(who) - self.before_kr(who), f"{self.pair.name}: {who}"

    @property
    def recipients(self) -> set[Who]:
        """Everyone who gets something on either side."""
        return {*awards_of(self.pair.before), *awards_of(self.pair.after)}

    def before_kr(self, who: Who) -> int:
        """Return what the recipient got before, in kronor."""
        return awards_of(self.pair.before).get(who, 0)

    def after_kr(self, who: Who) -> int:
        """Return what the recipient gets after, in kronor."""
        return awards_of(self.pair.after).get(who, 0)


@dataclass(frozen=True)
class Comparison:
    """Two readings of the grants compared (jämförelse).

    Attributes:
        changes: Pots that are computed on both sides, or are in an agreement that both sides have.
        not_computed: Pots that cannot be compared, for one side is not computed.
        one_sided: Agreements that only one side has; nothing of them is in any sum.
    """

    changes: tuple[PotChange, ...]
    not_computed: tuple[PotPair, ...]
    one_sided: tuple[AgreementPair, ...]


@dataclass(frozen=True)
class Line:
    """A pot's change for one recipient, or for all together, in kronor; the causes sum to the difference.

    Attributes:
        causes: What each gives or takes; one that moves money between recipients and sums to nothing has 0 kr.
        together: Causes that cannot be told apart from one of them.
        moved_kr: What each takes from some and gives to others.
    """

    pair: PotPair
    before_kr: int
    after_kr: int
    causes: dict[Cause, int]
    together: dict[Cause, tuple[Cause, ...]] = field(default_factory=dict)
    moved_kr: dict[Cause, int] = field(default_factory=dict)

    @property
    def difference_kr(self) -> int:
        """After minus before."""
        return self.after_kr - self.before_kr


def compare(agreements: Sequence[AgreementPair], figures: Callable[[AgreementPair], Snapshot]) -> Comparison:
    """Compare agreements pot by pot.

    Args:
        agreements: What is on both sides, in pairs, and what is on one side only.
        figures: Returns every series that the two agreements of a pair name.
    """
    changes: list[PotChange] = []
    not_computed: list[PotPair] = []
    for pair in agreements:
        if pair.before is None or pair.after is None:
            continue
        pairs = list(pair_pots(pair))
        named = figures(pair)
        for pots in pairs:
            if _can_be_compared(pots, pairs):
                changes.append(PotChange(pots, _effects(pots, named)))
            else:
                not_computed.append(pots)
    one_sided = tuple(pair for pair in agreements if pair.before is None or pair.after is None)
    return Comparison(tuple(changes), tuple(not_computed), one_sided)


def _can_be_compared(pots: PotPair, others: Sequence[PotPair]) -> bool:
    """Tell whether both sides are computed; what only one side has may be what the other could not compute."""
    if pots.before is None:
        return _is_computed(pots.after) and all(_is_computed(o.before) for o in others if o.after is None)
    if pots.after is None:
        return _is_computed(pots.before) and all(_is_computed(o.after) for o in others if o.before is None)
    return _is_computed(pots.before) and _is_computed(pots.after)


def _is_computed(pot: PotAllocation | None) -> bool:
    """Tell whether what the pot gives is known; a pot that is not there gives nothing."""
    return pot is None or pot.state is State.COMPUTED


def _effects(pots: PotPair, figures: Snapshot) -> tuple[Effect, ...]:
    if pots.before is not None and pots.after is not None:
        return attribute(pots.before, pots.after, figures)
    sign = 1 if pots.after is not None else -1
    return (Effect(Cause.POT, {who: sign * kr for who, kr in awards_of(pots.after or pots.before).items()}),)


def _moved(kr: Sequence[int]) -> int:
    return min(sum(one for one in kr if one > 0), -sum(one for one in kr if one < 0))


def line_for(change: PotChange, who: Who | None) -> Line:
    """Return the change for one recipient; for all together, if none is given."""
    everyone = change.recipients if who is None else {who}
    felt = [effect for effect in change.effects if everyone & set(effect.kr)]
    return Line(
        change.pair,
        sum(change.before_kr(one) for one in everyone),
        sum(change.after_kr(one) for one in everyone),
        {effect.cause: sum(effect.kr.get(one, 0) for one in everyone) for effect in felt},
        {effect.cause: effect.together for effect in felt if effect.together},
        {effect.cause: _moved([effect.kr.get(one, 0) for one in everyone]) for effect in felt},
    )
