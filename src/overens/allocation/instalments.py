"""An award + the dates of payment -> kronor per payment, summing to the award."""

from __future__ import annotations

from fractions import Fraction

from overens.agreement.terms import Instalment
from overens.allocation.apportion import apportion


def weights_of(instalments: tuple[Instalment, ...]) -> dict[str, Fraction]:
    """Return the weight of each payment, in the order of the file: its share, its sum, or equal parts."""
    if all(i.share is not None for i in instalments):
        weights = [i.share or Fraction(0) for i in instalments]
    elif all(i.amount is not None for i in instalments):
        weights = [Fraction(i.amount.kr if i.amount else 0) for i in instalments]
    else:
        weights = [Fraction(1)] * len(instalments)
    return {f"{n:03d}": weight for n, weight in enumerate(weights)}


def divide(award_kr: int, instalments: tuple[Instalment, ...]) -> tuple[int, ...]:
    """Return the kronor of each payment; kronor left over go to the largest remainder, the earliest first."""
    if len(instalments) < 2:
        return (award_kr,) if instalments else ()
    parts = apportion(award_kr, weights_of(instalments))
    return tuple(parts[name] for name in sorted(parts))
