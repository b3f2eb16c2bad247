"""Scenarios x pots in rows of int64 -> kronor per recipient; plain functions that machine.py compiles.

The quotient of each share is guessed by a reciprocal and then set right by its remainder, which is worked out
modulo 2^64: exact for any product, as fits.py proves before the run that quotient and denominator are small enough.
The kronor that are left over go to the largest remainders, found by counting who is above a threshold.
"""

from __future__ import annotations

from typing import Any, Protocol, TypeAlias

from overens.allocation.sweep.layout import (
    BROKEN,
    COMPUTED,
    FLOORS_NEED_MORE,
    LARGEST_REMAINDER,
    NEAREST,
    NOWHERE,
    SIZE,
)


class Row(Protocol):
    """Whole numbers side by side.

    No slices are taken of them in the inner loops: they would be counted, which takes longer than the work. An index
    that is a sum is wrapped, so that it need not be tried whether it is below zero.
    """

    def __len__(self) -> int: ...
    def __getitem__(self, at: int, /) -> int: ...
    def __setitem__(self, at: int, value: int, /) -> None: ...


Guess: TypeAlias = Any
"""A quotient that is not exact: it only guesses what a remainder then proves, and is never an amount."""


class Floats(Protocol):
    """Guesses side by side."""

    def __len__(self) -> int: ...
    def __getitem__(self, at: int, /) -> Guess: ...
    def __setitem__(self, at: int, value: Guess, /) -> None: ...


def wrap(number: int) -> int:
    """Return the number as it is; compiled, as an unsigned number that may pass 2^64 and begin anew."""
    return number


def signed(number: int) -> int:
    """Return the number as it is; compiled, as a signed number."""
    return number


def begin_of(pot: Row, table: int, s: int) -> int:
    """Return where the scenario's row of one of the pot's tables begins; NOWHERE if the pot has no such table."""
    begin = pot[SIZE + 2 * table]
    return begin + s * pot[SIZE + 2 * table + 1] if begin != NOWHERE else begin


def has(pot: Row, table: int) -> bool:
    """Tell whether the pot has the table."""
    return pot[SIZE + 2 * table] != NOWHERE


# --- quotients ----------------------------------------------------------------------


def split(n: int, v: Row, m: int, d: int, f: Row, r: Row) -> int:
    """Write m·v over d as whole part and remainder; return how many remainders are not within [0, d)."""
    scale = m / d
    bad = 0
    for i in range(n):
        q = int(v[i] * scale)
        e = signed(wrap(m) * wrap(v[i]) - wrap(q) * wrap(d))
        if e < 0:
            q -= 1
            e += d
        if e >= d:
            q += 1
            e -= d
        bad += (e < 0) | (e >= d)
        f[i] = q
        r[i] = e
    return bad


def split_graded(n: int, c: Row, v: Row, m: int, d: int, g: Row, of: int, f: Row, r: Row) -> int:
    """Write (c + m·v/d)·g over its denominator d·of as whole part and remainder, as split does."""
    scale, part, whole = m / d, 1 / of, d * of
    bad = 0
    for i in range(n):
        q = int((c[i] + v[i] * scale) * g[i] * part)
        over = (wrap(c[i]) * wrap(d) + wrap(m) * wrap(v[i])) * wrap(g[i])
        e = signed(over - wrap(q) * wrap(whole))
        if e < 0:
            q -= 1
            e += whole
        if e >= whole:
            q += 1
            e -= whole
        bad += (e < 0) | (e >= whole)
        f[i] = q
        r[i] = e
    return bad


def total_of(n: int, x: Row) -> int:
    """Return the sum."""
    whole = 0
    for i in range(n):
        whole += x[i]
    return whole


def total_from(n: int, data: Row, begin: int) -> int:
    """Return the sum of the numbers from there on."""
    whole = 0
    for i in range(n):
        whole += data[wrap(begin + i)]
    return whole


# --- floors and caps ----------------------------------------------------------------


def fill(n: int, v: Row, c: Row, low: Row, high: Row, capped: int, total: int, f: Row, r: Row, at: Row) -> int:
    """Bring shares in proportion to v within floors and caps: c is what bounds decide, v keeps those who are free.

    Those whose floor lifts the sum above the total are at the floor for good, those whose cap holds it below are at
    the cap for good; what is left is shared again among the others.

    Args:
        at: Receives the sum that the free share and the sum of their v: at[0]·v/at[1] is a free share.
        f, r: Receive the whole part and the remainder of each free share; 0 for those at a bound.

    Returns:
        COMPUTED, FLOORS_NEED_MORE or BROKEN.
    """
    at[0], at[1] = 0, 1
    if total_of(n, low) > total:
        return FLOORS_NEED_MORE
    if capped and total_of(n, high) <= total:
        for i in range(n):
            c[i], v[i], f[i], r[i] = high[i], 0, 0, 0
        return COMPUTED
    left, whole = total, 0
    for i in range(n):
        c[i] = 0 if v[i] else low[i]
        left -= c[i]
        whole += v[i]
    while whole and not capped:
        if lift_sure(n, v, c, low, left, whole, at) == 0:
            break
        left -= at[0]
        whole -= at[1]
    while whole:
        if split(n, v, left, whole, f, r):
            return BROKEN
        at[0], at[1] = 0, 0
        tilt = balance(n, v, low, high, whole, f, r) if capped else 1
        if tilt >= 0:
            lift(n, v, c, low, f, at)
        if tilt <= 0:
            press(n, v, c, low, high, f, r, at)
        if at[1] == 0:
            at[0], at[1] = left, whole
            return COMPUTED
        left -= at[0]
        whole -= at[1]
    at[0], at[1] = 0, 1
    for i in range(n):
        f[i], r[i] = 0, 0
    return COMPUTED


def balance(n: int, v: Row, low: Row, high: Row, whole: int, f: Row, r: Row) -> int:
    """Return 1 where the bounds make the sum of the shares greater, -1 where less, 0 where the same."""
    over, parts = 0, 0
    for i in range(n):
        top = max(low[i], high[i])
        below = (v[i] > 0) & (f[i] < low[i])
        above = (v[i] > 0) & (f[i] >= low[i]) & ((f[i] > high[i]) | ((f[i] == high[i]) & (r[i] > 0)))
        over += low[i] - f[i] if below else 0
        over += top - f[i] if above else 0
        parts += r[i] if below | above else 0
    quotient = parts // whole
    if over == quotient:
        return 0 if parts == quotient * whole else -1
    return 1 if over > quotient else -1


def lift_sure(n: int, v: Row, c: Row, low: Row, left: int, whole: int, at: Row) -> int:
    """Put those at their floor that are below it by far more than floats can err; at receives what lift gives it.

    A quotient that is below by 2^-40 of itself is so whatever three roundings of 2^-53 make of it. All that are nearer
    are left for split and lift, which are exact: this only spares them turns. Returns how much v was taken.
    """
    scale = left / whole * (1 + 1 / 2**40)
    taken, gone = 0, 0
    for i in range(n):
        below = (v[i] > 0) & (v[i] * scale < low[i])
        taken += low[i] if below else 0
        gone += v[i] if below else 0
        c[i] = low[i] if below else c[i]
        v[i] = 0 if below else v[i]
    at[0], at[1] = taken, gone
    return gone


def lift(n: int, v: Row, c: Row, low: Row, f: Row, at: Row) -> None:
    """Put those below their floor at it; at receives what they take and the sum of their v."""
    taken, gone = 0, 0
    for i in range(n):
        below = (v[i] > 0) & (f[i] < low[i])
        taken += low[i] if below else 0
        gone += v[i] if below else 0
        c[i] = low[i] if below else c[i]
        v[i] = 0 if below else v[i]
    at[0] += taken
    at[1] += gone


def press(n: int, v: Row, c: Row, low: Row, high: Row, f: Row, r: Row, at: Row) -> None:
    """Put those above their cap at it; where a floor is higher than the cap, the floor holds."""
    taken, gone = 0, 0
    for i in range(n):
        top = max(low[i], high[i])
        above = (v[i] > 0) & (f[i] >= low[i]) & ((f[i] > high[i]) | ((f[i] == high[i]) & (r[i] > 0)))
        taken += top if above else 0
        gone += v[i] if above else 0
        c[i] = top if above else c[i]
        v[i] = 0 if above else v[i]
    at[0] += taken
    at[1] += gone


# --- whole kronor -------------------------------------------------------------------


def count_from(n: int, r: Row, threshold: int) -> int:
    """Return how many remainders are at least the threshold."""
    found = 0
    for i in range(n):
        found += 1 if r[i] >= threshold else 0
    return found


def hand_out(n: int, f: Row, r: Row, d: int, k: int) -> None:
    """Give one each to the k largest remainders, the first of those that tie; k is less than how many are above 0."""
    low, high, above_low, above_high = 0, d, n, 0
    turn = 0
    while high - low > 1:
        turn += 1
        step = (high - low) // 2
        if turn % 3:
            step = int((high - low) * ((above_low - k) / (above_low - above_high)))
        middle = low + min(max(step, 1), high - low - 1)
        found = count_from(n, r, middle)
        if found == k:
            for i in range(n):
                f[i] += 1 if r[i] >= middle else 0
            return
        if found > k:
            low, above_low = middle, found
        else:
            high, above_high = middle, found
    ties = k - above_high
    for i in range(n):
        if r[i] >= high:
            f[i] += 1
        elif r[i] == low and ties > 0:
            f[i] += 1
            ties -= 1


def round_shares(n: int, f: Row, r: Row, d: int, total: int, method: int, unit: int, rest_to: int) -> None:
    """Round f + r/d to whole units; what the rounded miss of the total goes to one, where one is named."""
    if unit > 1:
        for i in range(n):
            units = f[i] // unit
            r[i] += (f[i] - units * unit) * d
            f[i] = units
        d *= unit
    if method == LARGEST_REMAINDER:
        left = total // unit - total_of(n, f)
        if left > 0:
            hand_out(n, f, r, d, left)
    elif method == NEAREST:
        for i in range(n):
            f[i] += 1 if 2 * r[i] >= d else 0
    if unit > 1:
        for i in range(n):
            f[i] *= unit
    if rest_to >= 0:
        f[rest_to] = max(f[rest_to] + total - total_of(n, f), 0)
