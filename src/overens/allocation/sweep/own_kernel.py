"""A pot in one scenario -> the own share of each, within floors and caps; compiled as kernel.py is."""

from __future__ import annotations

from overens.allocation.sweep.kernel import Row, begin_of, fill, has, total_from, total_of, wrap
from overens.allocation.sweep.layout import (
    BASE,
    BASES_NEED_MORE,
    CAP,
    CAPPED,
    COEFFICIENT,
    COMPUTED,
    COUNT,
    DENOMINATOR,
    FLOOR,
    KEY,
    LISTED,
    NO_WEIGHTS,
    NORMALISED,
    NOWHERE,
    ONE_FLOOR,
    SHARED,
    TERMS,
    WEIGHT,
)


def weigh(pot: Row, data: Row, s: int, n: int, gate: int, v: Row) -> int:
    """Write the weights, those of the figures mixed by the scenario's coefficients; return their sum, 0 for none."""
    terms, normal = pot[TERMS], pot[NORMALISED]
    weights, shares = begin_of(pot, WEIGHT, s), begin_of(pot, COEFFICIENT, s)
    whole = 0
    if terms == 1:
        by = data[shares]
        for i in range(n):
            v[i] = data[wrap(weights + i)] * by
            whole += v[i]
    elif terms == 2 and not normal:
        by, other = data[shares], data[shares + 1]
        for i in range(n):
            v[i] = data[wrap(weights + i)] * by + data[wrap(weights + n + i)] * other
            whole += v[i]
    else:
        whole = weigh_many(n, terms, normal, data, weights, shares, gate, v)
    if gate != NOWHERE:
        for i in range(n):
            v[i] *= data[wrap(gate + i)]
        whole = total_of(n, v)
    return whole


def weigh_many(n: int, terms: int, normal: int, data: Row, weights: int, shares: int, gate: int, v: Row) -> int:
    """Mix any number of figures, each divided by its own sum where they are normalised; return the sum, 0 for none."""
    for i in range(n):
        v[i] = 0
    for k in range(terms):
        by = data[shares + k]
        if normal:
            for j in range(terms):
                own = sum_of(n, data, weights + j * n, gate)
                if own == 0:
                    return 0
                by *= own if j != k else 1
        for i in range(n):
            v[i] += data[wrap(weights + k * n + i)] * by
    return total_of(n, v)


def sum_of(n: int, data: Row, begin: int, gate: int) -> int:
    """Return the sum over those whose gate is open; over everyone where there is none."""
    if gate == NOWHERE:
        return total_from(n, data, begin)
    whole = 0
    for i in range(n):
        whole += data[wrap(begin + i)] * data[wrap(gate + i)]
    return whole


def own_shares(pot: Row, data: Row, s: int, n: int, amount: int, gate: int, v: Row, c: Row, at: Row) -> int:
    """Write each own share as c + at[0]·v/at[1], their sum (whole part) in at[2]; return the status."""
    needed = 0
    if has(pot, BASE):
        base = begin_of(pot, BASE, s)
        needed = sum_of(n, data, base, gate)
        for i in range(n):
            c[i] = data[wrap(base + i)]
        if gate != NOWHERE:
            for i in range(n):
                c[i] *= data[wrap(gate + i)]
    if pot[KEY] != LISTED and needed > amount:
        return BASES_NEED_MORE
    if pot[KEY] == SHARED:
        at[0], at[1], at[2] = amount - needed, weigh(pot, data, s, n, gate, v), amount
        return COMPUTED if at[1] else NO_WEIGHTS
    at[0], at[1] = 1, pot[DENOMINATOR]
    parts = begin_of(pot, WEIGHT, s)
    for i in range(n):
        v[i] = 0 if parts == NOWHERE else data[wrap(parts + i)] * (1 if gate == NOWHERE else data[wrap(gate + i)])
    at[2] = needed + total_of(n, v) // at[1]
    return COMPUTED


def merge(n: int, v: Row, c: Row, m: int, d: int) -> None:
    """Write c + m·v/d as one numerator over d, in v."""
    for i in range(n):
        v[i] = c[i] * d + m * v[i]


def within(
    n: int, pot: Row, data: Row, s: int, gate: int, v: Row, c: Row, f: Row, r: Row, lo: Row, hi: Row, at: Row
) -> int:
    """Share at[2] in proportion to v within the pot's floors and caps; leaves shares as own_shares does."""
    low, high, capped = begin_of(pot, FLOOR, s), begin_of(pot, CAP, s), pot[CAPPED]
    if pot[ONE_FLOOR]:
        one = data[low]
        for i in range(n):
            lo[i] = one if i < pot[COUNT] else 0
    else:
        for i in range(n):
            lo[i] = data[wrap(low + i)]
    if capped:
        for i in range(n):
            hi[i] = data[wrap(high + i)]
    if gate != NOWHERE:
        for i in range(n):
            lo[i] *= data[wrap(gate + i)]
            hi[i] *= data[wrap(gate + i)]
    ended = fill(n, v, c, lo, hi, capped, at[2], f, r, at)
    if at[0] == 0:
        at[2] = total_of(n, c)
    return ended


def own_within(
    n: int,
    pot: Row,
    data: Row,
    s: int,
    amount: int,
    gate: int,
    v: Row,
    c: Row,
    f: Row,
    r: Row,
    lo: Row,
    hi: Row,
    at: Row,
) -> int:
    """Write the own shares, within floors and caps if there are any."""
    ended = own_shares(pot, data, s, n, amount, gate, v, c, at)
    if ended != COMPUTED or not has(pot, FLOOR):
        return ended
    if has(pot, BASE):
        merge(n, v, c, at[0], at[1])
    at[2] = min(at[2], amount)
    return within(n, pot, data, s, gate, v, c, f, r, lo, hi, at)
