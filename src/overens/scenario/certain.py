"""Pots -> how much of their money is certain, to be earned, or not computed: how predictable it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from overens.allocation.instalments import divide
from overens.allocation.model import PotAllocation, State


@dataclass(frozen=True)
class Predictability:
    """How the kronor of pots stand before anything is measured (förutsägbarhet).

    Attributes:
        certain_kr: What no condition and no performance can take away.
        to_earn_kr: What hangs on conditions or performance.
        not_computed_kr: What is neither, and not computed: its key is not known.
    """

    certain_kr: int
    to_earn_kr: int
    not_computed_kr: int

    @property
    def certain_share(self) -> Fraction | None:
        """The certain share of all; None where there is nothing."""
        whole = self.certain_kr + self.to_earn_kr + self.not_computed_kr
        return Fraction(self.certain_kr, whole) if whole else None


def predictability(pots: Iterable[PotAllocation]) -> Predictability:
    """Return how the pots' kronor stand; of a pot that is paid in parts, each part by its own conditions."""
    certain = to_earn = unknown = 0
    for pot in pots:
        if pot.amount is None:
            continue
        sure = _sure_kr(pot, pot.amount.kr)
        if pot.state is not State.COMPUTED and sure:
            unknown += sure
        else:
            certain += sure
        to_earn += pot.amount.kr - sure
    return Predictability(certain, to_earn, unknown)


def _sure_kr(pot: PotAllocation, kr: int) -> int:
    """Return what of the pot hangs on nothing."""
    rule = pot.pot
    if rule.performance is not None or rule.conditions:
        return 0
    if not any(one.conditions for one in rule.instalments):
        return kr
    paid = divide(kr, rule.instalments)
    return sum(part for part, one in zip(paid, rule.instalments, strict=True) if not one.conditions)
