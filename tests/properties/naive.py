"""A second allocation, deliberately naive: it shares no code with the engine, and is slow on purpose.

Nothing from overens is imported here. Who falls under which bound is found by trying every possibility;
the kronor that are left over are handed out one at a time.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import product

Kronor = dict[str, int]
Exact = dict[str, Fraction]


def by_weight(total: int | Fraction, weights: dict[str, int]) -> Exact:
    """Cut the total into as many equal slices as there are weights in all, and deal them out."""
    slices = sum(weights.values())
    return {code: Fraction(total) * Fraction(weight, slices) for code, weight in weights.items()}


def equally(total: int, codes: list[str]) -> Exact:
    return {code: Fraction(total, len(codes)) for code in codes}


def base_and_rest(total: int, base: int, weights: dict[str, int]) -> Exact | None:
    """Hand out the bases one by one; None if they run out."""
    left = total
    for _ in weights:
        left -= base
    return None if left < 0 else {code: base + share for code, share in by_weight(left, weights).items()}


def one_krona_at_a_time(exact: Exact) -> Kronor:
    """Give the whole kronor of each share, then one krona at a time to whoever lacks most, lowest code first."""
    given = {code: share.numerator // share.denominator for code, share in exact.items()}
    total = sum(exact.values(), Fraction(0))
    left = total.numerator // total.denominator - sum(given.values())
    waiting = sorted(exact)
    while left > 0:
        neediest = waiting[0]
        for code in waiting:
            if exact[code] - given[code] > exact[neediest] - given[neediest]:
                neediest = code
        given[neediest] += 1
        left -= 1
    return given


def within_bounds(total: int, weights: dict[str, int], floor: int | None, cap: int | None) -> Exact | str | None:
    """Try every way to put each recipient at the floor, at the cap or in between, until one is consistent.

    Returns:
        The shares; None when the floors need more than there is; 'stuck' when no way is consistent.
    """
    codes = sorted(weights)
    if floor is not None and floor * len(codes) > total:
        return None
    if cap is not None and cap * len(codes) <= total:
        return dict.fromkeys(codes, Fraction(cap))
    choices = ["between"] + ["floor"] * (floor is not None) + ["cap"] * (cap is not None)
    for places in product(choices, repeat=len(codes)):
        shares = _try(total, weights, dict(zip(codes, places, strict=True)), floor or 0, cap or 0)
        if shares is not None and _consistent(shares, weights, floor, cap):
            return shares
    return "stuck"


def _try(total: int, weights: dict[str, int], places: dict[str, str], floor: int, cap: int) -> Exact | None:
    fixed = {code: Fraction(floor if place == "floor" else cap) for code, place in places.items() if place != "between"}
    free = {code: weight for code, weight in weights.items() if code not in fixed}
    left = total - sum(fixed.values(), Fraction(0))
    if left < 0 or (left > 0 and not sum(free.values())):
        return None
    return fixed | (by_weight(left, free) if sum(free.values()) else dict.fromkeys(free, Fraction(0)))


def _consistent(shares: Exact, weights: dict[str, int], floor: int | None, cap: int | None) -> bool:
    """Nobody is outside the bounds, and there is one level that explains every share."""
    if any((floor is not None and s < floor) or (cap is not None and s > cap) for s in shares.values()):
        return False
    if any(shares[code] != (floor or 0) for code in shares if not weights[code]):
        return False  # no level lifts a weight of zero
    levels = {c: shares[c] / weights[c] for c in shares if weights[c]}
    low = [levels[c] for c in levels if shares[c] != floor]  # not lifted: the level is at least this
    high = [levels[c] for c in levels if shares[c] != cap]  # not held: the level is at most this
    return not low or not high or max(low) <= min(high)


def by_bisection(total: int, weights: dict[str, int], floor: int, cap: int, rounds: int = 80) -> Exact:
    """Halve the interval of the level until the sum is as near the total as nobody will ever see."""
    low, high = Fraction(0), Fraction(max(cap, total) + 1)

    def at(level: Fraction) -> Exact:
        return {code: max(Fraction(floor), min(Fraction(cap), level * weight)) for code, weight in weights.items()}

    for _ in range(rounds):
        middle = (low + high) / 2
        if sum(at(middle).values()) < total:
            low = middle
        else:
            high = middle
    return at(low)
