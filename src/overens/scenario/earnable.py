"""A pot that is earned -> who can earn of it, and the most that each can earn by the key."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from overens.allocation.divide import divide_part
from overens.allocation.eligibility import eligible
from overens.allocation.model import NotComputed, Part, PotAllocation
from overens.figures.model import Snapshot
from overens.vocabulary.money import Amount
from overens.vocabulary.recipients import Recipient


def able_of(pot: PotAllocation, figures: Snapshot) -> tuple[Recipient, ...]:
    """Return those that can earn anything; all, where it is not known who meets the pot's conditions."""
    try:
        met = eligible(pot.pot.conditions, pot.recipients, figures) if pot.pot.conditions else {}
    except NotComputed:
        met = {}
    return tuple(r for r in pot.recipients if met.get(r.code, True))


def own_of(pot: PotAllocation, figures: Snapshot) -> Mapping[str, Fraction]:
    """Return the most that each can earn by the key, within floors and caps; nothing where that is not known."""
    part = by_key(pot, figures)
    return part.own if part else {}


def by_key(pot: PotAllocation, figures: Snapshot) -> Part | None:
    """Return the pot as the key alone divides it; None where there is no key, or what it needs is not known."""
    if pot.pot.key is None or not isinstance(pot.pot.amount, Amount):
        return None
    try:
        return divide_part(pot.pot, pot.pot.key, pot.pot.amount.kr, (), pot.recipients, figures)
    except NotComputed:
        return None
