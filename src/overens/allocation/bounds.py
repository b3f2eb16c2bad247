"""Shares with floors and caps -> shares within them, the rest shared again (water-filling, exact)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from fractions import Fraction

from overens.allocation.model import NotComputed
from overens.vocabulary.wording import Text, kronor

Exact = Mapping[str, Fraction]


def fill(total: Fraction, wanted: Exact, floors: Exact, caps: Exact) -> dict[str, Fraction]:
    """Return shares within floors and caps that sum to the total, in proportion to what is wanted.

    The answer is min(cap, max(floor, level × wanted)) at the one level where it sums to the total.
    If the caps of those who have a weight hold less than the total, the rest is left undistributed.

    Raises:
        NotComputed: If the floors need more than the total; the sentence says how much is missing.
    """
    needed = sum((floors.get(code, Fraction(0)) for code in wanted), Fraction(0))
    if needed > total:
        raise NotComputed(_floors_need(needed, total), impossible=True)
    if all(code in caps for code in wanted) and sum(caps[code] for code in wanted) <= total:
        return {code: caps[code] for code in wanted}
    level = _level(total, wanted, floors, caps)
    return {code: _within(level * want, floors.get(code), caps.get(code)) for code, want in wanted.items()}


def _within(share: Fraction, floor: Fraction | None, cap: Fraction | None) -> Fraction:
    if cap is not None and share > cap:
        share = cap
    return floor if floor is not None and share < floor else share


def _level(total: Fraction, wanted: Exact, floors: Exact, caps: Exact) -> Fraction:
    """Return the level at which the bounded shares sum to the total.

    The sum grows with the level, in straight pieces between the levels where a recipient leaves its
    floor or reaches its cap; the right piece is found, and the line solved.
    """
    turns = sorted(
        {bound[code] / want for bound in (floors, caps) for code, want in wanted.items() if want and code in bound}
    )
    at = bisect_left(turns, total, key=lambda turn: _sum_at(turn, wanted, floors, caps))
    below = turns[at - 1] if at else Fraction(0)
    base = _sum_at(below, wanted, floors, caps)
    slope = sum(
        (want for code, want in wanted.items() if _is_free(below, want, floors.get(code), caps.get(code))),
        Fraction(0),
    )
    if base >= total or not slope:  # without slope, all who have a weight are at the cap: the rest stays
        return below
    return below + (total - base) / slope


def _is_free(level: Fraction, want: Fraction, floor: Fraction | None, cap: Fraction | None) -> bool:
    """Tell whether a recipient's share grows just above the level."""
    share = level * want
    return want > 0 and (floor is None or share >= floor) and (cap is None or share < cap)


def _sum_at(level: Fraction, wanted: Exact, floors: Exact, caps: Exact) -> Fraction:
    return sum((_within(level * want, floors.get(code), caps.get(code)) for code, want in wanted.items()), Fraction(0))


def _floors_need(needed: Fraction, total: Fraction) -> Text:
    return Text(
        "golven kräver {needed}, potten är {total}, det saknas {missing}",
        "the floors need {needed}, the pot is {total}, {missing} is missing",
        {"needed": kronor(int(needed)), "total": kronor(int(total)), "missing": kronor(int(needed - total))},
    )
