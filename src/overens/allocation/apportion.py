"""Exact shares -> whole kronor, by the rounding rule of the pot."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import assert_never

from overens.agreement.rules import Method, Rounding


def apportion(total: int, weights: Mapping[str, int | Fraction], unit: int = 1) -> dict[str, int]:
    """Split an amount in proportion to weights, to the unit, by largest remainder.

    The shares always sum to the total (when the unit divides it), each is less than a unit from its
    exact value, and between equal remainders the lowest code comes first; the order of the weights
    is of no account.

    >>> apportion(100, {"14": 1, "01": 1, "12": 1})
    {'14': 33, '01': 34, '12': 33}

    Raises:
        ValueError: If a weight or the total is negative, or no weight is above zero.
    """
    whole = sum(weights.values(), Fraction(0))
    if whole <= 0 or min(weights.values()) < 0 or total < 0:
        raise ValueError("Cannot split: need a total of at least 0 and weights of which one is above zero.")
    exact = {code: Fraction(total) * weight / whole for code, weight in weights.items()}
    return largest_remainder(exact, unit)


def largest_remainder(exact: Mapping[str, Fraction], unit: int = 1) -> dict[str, int]:
    """Round down to whole units, then give what is left, a unit each, to the largest remainders.

    A sum that is not whole units keeps its last part unit undistributed.
    """
    units = {code: share / unit for code, share in exact.items()}
    shares = {code: int(share) for code, share in units.items()}
    left_over = int(sum(units.values(), Fraction(0))) - sum(shares.values())
    by_remainder = sorted(units, key=lambda code: (shares[code] - units[code], code))
    for code in by_remainder[:left_over]:
        shares[code] += 1
    return {code: share * unit for code, share in shares.items()}


def nearest(exact: Mapping[str, Fraction], unit: int = 1) -> dict[str, int]:
    """Round each share to the nearest unit, halves up; the sum may miss the total."""
    return {code: int(share / unit + Fraction(1, 2)) * unit for code, share in exact.items()}


def round_shares(exact: Mapping[str, Fraction], rounding: Rounding) -> tuple[dict[str, int], int]:
    """Return whole kronor by the rule, and the rest: what the shares miss their exact sum by.

    The rest is below zero when rounding gave out more than there was.
    """
    unit = rounding.unit.kr if rounding.unit else 1
    match rounding.method:
        case Method.LARGEST_REMAINDER:
            shares = largest_remainder(exact, unit)
        case Method.NEAREST:
            shares = nearest(exact, unit)
        case Method.DOWN:
            shares = {code: int(share / unit) * unit for code, share in exact.items()}
        case _:
            assert_never(rounding.method)
    rest = int(sum(exact.values(), Fraction(0))) - sum(shares.values())
    if rounding.rest_to in shares:
        taken = max(rest, -shares[rounding.rest_to])  # nobody is left with less than nothing
        shares[rounding.rest_to] += taken
        rest -= taken
    return shares, rest
