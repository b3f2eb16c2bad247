"""A pot that is not computed + figures -> the most, or the least, each recipient can get of it all the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from overens.agreement.model import Pot
from overens.agreement.rules import Fate, KronorBound
from overens.allocation.apportion import round_shares
from overens.allocation.divide import if_all_had_met
from overens.allocation.earn import is_capped_by_key
from overens.allocation.eligibility import eligible
from overens.allocation.model import NotComputed
from overens.figures.model import Snapshot
from overens.vocabulary.money import Amount
from overens.vocabulary.recipients import Recipient

Recipients = Sequence[Recipient]

_SHARED_AGAIN = (Fate.STAYS_WHOLE, Fate.BONUS_POT, Fate.THE_BEST)
"""Fates that give what one does not earn to others, so that a share is no ceiling."""


def ceilings(pot: Pot, amount: Amount, recipients: Recipients, figures: Snapshot) -> Mapping[str, int]:
    """Return the most each recipient can get, where conditions or performance decide and the key is known."""
    if _is_shared_again(pot) or (pot.performance is None and not pot.conditions):
        return {}
    if pot.performance is not None and not is_capped_by_key(pot.performance):
        return {}
    exact = _if_all_met(pot, amount, recipients, figures)
    return round_shares(exact, pot.rounding)[0] if exact else {}


def least_if_met(pot: Pot, amount: Amount, recipients: Recipients, figures: Snapshot) -> Mapping[str, int]:
    """Return the least each gets that meets the conditions, where what the others lose is shared again.

    It is rounded down: when others drop out, the krona of a remainder may go elsewhere.
    """
    if not _is_shared_again(pot) or pot.performance is not None or not pot.conditions:
        return {}
    try:
        met = eligible(pot.conditions, recipients, figures)
    except NotComputed:
        met = {}
    unit = pot.rounding.unit.kr if pot.rounding.unit else 1
    exact = _if_all_met(pot, amount, recipients, figures)
    return {code: int(kr / unit) * unit for code, kr in exact.items() if met.get(code, True)}


def _is_shared_again(pot: Pot) -> bool:
    return pot.unearned is not None and pot.unearned.fate in _SHARED_AGAIN


def _if_all_met(pot: Pot, amount: Amount, recipients: Recipients, figures: Snapshot) -> Mapping[str, Fraction]:
    if pot.key is None or not recipients:
        return {}
    return if_all_had_met(pot, pot.key, amount.kr, recipients, figures)


def at_least(pot: Pot, amount: Amount, recipients: Recipients) -> Mapping[str, int]:
    """Return the floor of each, where nothing but the key is missing and the pot holds the floors."""
    floor_kr = pot.bounds.floor.amount.kr if pot.bounds and isinstance(pot.bounds.floor, KronorBound) else 0
    if not floor_kr or pot.conditions or pot.performance or floor_kr * len(recipients) > amount.kr:
        return {}
    return {r.code: floor_kr for r in recipients}
