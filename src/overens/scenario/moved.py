"""Pots before and after -> who gains and loses, who pays for it, who newly gets something and who no longer does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from overens.allocation.model import PotAllocation
from overens.scenario.attribute import Who, awards_of
from overens.vocabulary.recipients import Recipient


@dataclass(frozen=True)
class Sides:
    """A pot on both sides; None where a side does not have it. `name` is agreement/pot."""

    name: str
    before: PotAllocation | None
    after: PotAllocation | None


@dataclass(frozen=True)
class Qualification:
    """A recipient that gets a pot, or meets its conditions, on one side only."""

    who: Recipient
    pot: str
    before_kr: int
    after_kr: int


@dataclass(frozen=True)
class Balance:
    """Where what some gain comes from, in kronor: others, the state, what lapsed, what reached nobody.

    Attributes:
        gained_kr, lost_kr: What those who gain get more, and those who lose get less, each counted over all pots.
        pots_kr: How much more the pots hold: the state pays it; below zero, the state keeps it.
        lapsed_kr, undistributed_kr: How much more lapses, and reaches nobody.
    """

    gained_kr: int
    lost_kr: int
    pots_kr: int
    lapsed_kr: int
    undistributed_kr: int

    def __post_init__(self) -> None:
        paid = self.lost_kr + self.pots_kr - self.lapsed_kr - self.undistributed_kr
        assert self.gained_kr == paid, f"{self.gained_kr} gained, {paid} paid"

    @property
    def awarded_kr(self) -> int:
        """How much more all get together."""
        return self.gained_kr - self.lost_kr


def balance(pots: Sequence[Sides]) -> Balance:
    """Return what is gained and lost over the pots, and where it comes from."""
    moved: dict[Who, int] = {}
    for pot in pots:
        for sign, side in ((-1, pot.before), (1, pot.after)):
            for who, kr in awards_of(side).items():
                moved[who] = moved.get(who, 0) + sign * kr
    before = [pot.before for pot in pots if pot.before]
    after = [pot.after for pot in pots if pot.after]
    return Balance(
        sum(kr for kr in moved.values() if kr > 0),
        -sum(kr for kr in moved.values() if kr < 0),
        _amounts(after) - _amounts(before),
        sum(p.lapsed_kr for p in after) - sum(p.lapsed_kr for p in before),
        sum(p.undistributed_kr for p in after) - sum(p.undistributed_kr for p in before),
    )


def _amounts(pots: Iterable[PotAllocation]) -> int:
    return sum(pot.amount.kr for pot in pots if pot.amount)


def qualifications(pots: Iterable[Sides]) -> tuple[tuple[Qualification, ...], tuple[Qualification, ...]]:
    """Return who newly qualifies for a pot, and who no longer does, in the order of the pots and of the recipients."""
    newly: list[Qualification] = []
    no_longer: list[Qualification] = []
    for pot in pots:
        before, after = _qualified(pot.before), _qualified(pot.after)
        was, gets = awards_of(pot.before), awards_of(pot.after)
        for key, who in ({**before, **after}).items():
            if (key in before) != (key in after):
                one = Qualification(who, pot.name, was.get(key, 0), gets.get(key, 0))
                (newly if key in after else no_longer).append(one)
    return tuple(newly), tuple(no_longer)


def _qualified(pot: PotAllocation | None) -> dict[Who, Recipient]:
    """Return those who get something of the pot, or meet its conditions."""
    if pot is None:
        return {}
    kr = awards_of(pot)
    eligible = pot.base.eligible if pot.base else {}
    return {
        (who.kind, who.code): who
        for who in pot.recipients
        if kr.get((who.kind, who.code), 0) > 0 or eligible.get(who.code, False)
    }
