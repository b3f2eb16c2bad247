"""A pot of few recipients in many scenarios side by side -> kronor, or a mark to do it alone; compiled as kernel.py is.

Where recipients are few, a row of them is too short to fill the processor: here it is the scenarios that lie side by
side, in lanes. Only what is plain is worked out so: a lane whose pot cannot be divided, or whose floors a float left
undecided, is marked and done again as any pot is. The sums are the same, exact in the same way (see kernel.split).
"""

from __future__ import annotations

from overens.allocation.sweep.kernel import Floats, Row, begin_of, has, signed, wrap
from overens.allocation.sweep.layout import (
    AMOUNT,
    AT_LEAST,
    COEFFICIENT,
    COMPUTED,
    COUNT,
    FLOOR,
    MEASURED,
    NOWHERE,
    START,
    TERMS,
    WEIGHT,
    WIDE,
)

LANES = 64
"""So many scenarios side by side."""

SEATS = 32
"""So many recipients at most: each remainder is compared with all the others."""

# A table of seats and lanes begins here in x: weights that are free, what floors decide, kronor, remainders
V, C, F, R = (k * (SEATS + 1) * LANES for k in range(4))
X = R + SEATS * LANES

# A row of lanes begins here in side: what is left to share, the sum of the free weights, the floor, two for work, marks
LEFT, FREE, LEAST, ONE, TWO, REDO = (k * LANES for k in range(6))
SIDE = REDO + LANES


def share_lanes(pot: Row, data: Row, first: int, last: int, x: Row, side: Row, scale: Floats) -> None:
    """Write what each gets in the scenarios from first up to last at F of x; 1 at REDO where it was not done."""
    n = pot[COUNT]
    weigh_lanes(pot, data, first, last, n, x, side)
    take_part(pot, data, first, last, n, x, side)
    if has(pot, FLOOR):
        while lift_lanes(n, x, side, scale):
            pass
    split_lanes(n, x, side, scale)
    hand_out_lanes(n, x, side)


def weigh_lanes(pot: Row, data: Row, first: int, last: int, n: int, x: Row, side: Row) -> None:
    """Write the weights, the figures mixed by each scenario's coefficients."""
    weights = begin_of(pot, WEIGHT, 0)
    for at in range(n * LANES):
        x[V + at] = 0
    for k in range(pot[TERMS]):
        for s in range(LANES):
            side[ONE + s] = data[begin_of(pot, COEFFICIENT, min(first + s, last - 1)) + k]
        for i in range(n):
            weight, row = data[weights + k * pot[WIDE] + i], i * LANES
            for s in range(LANES):
                x[wrap(V + row + s)] += weight * side[wrap(ONE + s)]


def take_part(pot: Row, data: Row, first: int, last: int, n: int, x: Row, side: Row) -> None:
    """Take out those below the threshold, give those without weight their floor, and mark what cannot be shared."""
    measured = begin_of(pot, MEASURED, 0)
    for s in range(LANES):
        scenario = min(first + s, last - 1)
        side[LEFT + s] = data[begin_of(pot, AMOUNT, scenario)]
        side[LEAST + s] = data[begin_of(pot, FLOOR, scenario)] if has(pot, FLOOR) else 0
        side[ONE + s] = data[begin_of(pot, AT_LEAST, scenario)] if measured != NOWHERE else 0
        side[FREE + s], side[TWO + s] = 0, 0
    for i in range(n):
        figure, row = data[measured + i] if measured != NOWHERE else 0, i * LANES
        for s in range(LANES):
            is_open = figure >= side[wrap(ONE + s)]
            v = x[wrap(V + row + s)] if is_open else 0
            c = side[wrap(LEAST + s)] if is_open & (v == 0) else 0
            x[wrap(V + row + s)] = v
            x[wrap(C + row + s)] = c
            side[wrap(LEFT + s)] -= c
            side[wrap(FREE + s)] += v
            side[wrap(TWO + s)] += side[wrap(LEAST + s)] if v > 0 else 0
    for s in range(LANES):
        amiss = (side[FREE + s] == 0) | (side[TWO + s] > side[LEFT + s])
        side[REDO + s] = 1 if amiss else 0
        side[LEFT + s] = 0 if amiss else side[LEFT + s]
        side[LEAST + s] = 0 if amiss else side[LEAST + s]
        side[FREE + s] = 1 if amiss else side[FREE + s]


def lift_lanes(n: int, x: Row, side: Row, scale: Floats) -> int:
    """Put those at their floor that are surely below it, as kernel.lift_sure does; return how many lanes had some."""
    for s in range(LANES):
        scale[s] = side[LEFT + s] / side[FREE + s] * (1 + 1 / 2**40)
        side[ONE + s], side[TWO + s] = 0, 0
    for i in range(n):
        row = i * LANES
        for s in range(LANES):
            v, least = x[wrap(V + row + s)], side[wrap(LEAST + s)]
            below = (v > 0) & (v * scale[wrap(s)] < least)
            side[wrap(ONE + s)] += least if below else 0
            side[wrap(TWO + s)] += v if below else 0
            x[wrap(C + row + s)] = least if below else x[wrap(C + row + s)]
            x[wrap(V + row + s)] = 0 if below else v
    found = 0
    for s in range(LANES):
        found += 1 if side[TWO + s] > 0 else 0
        side[LEFT + s] -= side[ONE + s]
        side[FREE + s] -= side[TWO + s]
    return found


def split_lanes(n: int, x: Row, side: Row, scale: Floats) -> None:
    """Write each free share as whole part and remainder, as kernel.split does, and at ONE what is left to hand out.

    The float is a guess that the remainder proves: who is not proved, or is below its floor after all, is marked.
    """
    for s in range(LANES):
        scale[s] = side[LEFT + s] / side[FREE + s]
        side[ONE + s] = side[LEFT + s]
    for i in range(n):
        row = i * LANES
        for s in range(LANES):
            v, d = x[wrap(V + row + s)], side[wrap(FREE + s)]
            q = int(v * scale[wrap(s)])
            e = signed(wrap(side[wrap(LEFT + s)]) * wrap(v) - wrap(q) * wrap(d))
            less = e < 0
            q -= 1 if less else 0
            e += d if less else 0
            more = e >= d
            q += 1 if more else 0
            e -= d if more else 0
            amiss = (e < 0) | (e >= d) | ((v > 0) & (q < side[wrap(LEAST + s)]))
            side[wrap(REDO + s)] += 1 if amiss else 0
            side[wrap(ONE + s)] -= q
            x[wrap(F + row + s)] = q
            x[wrap(R + row + s)] = e


def hand_out_lanes(n: int, x: Row, side: Row) -> None:
    """Give one each to the largest remainders, the first of those that tie: those with fewer than ONE before them."""
    for i in range(n):
        row = i * LANES
        for s in range(LANES):
            side[wrap(TWO + s)] = 0
        for j in range(i):
            other = j * LANES
            for s in range(LANES):
                side[wrap(TWO + s)] += 1 if x[wrap(R + other + s)] >= x[wrap(R + row + s)] else 0
        for j in range(i + 1, n):
            other = j * LANES
            for s in range(LANES):
                side[wrap(TWO + s)] += 1 if x[wrap(R + other + s)] > x[wrap(R + row + s)] else 0
        for s in range(LANES):
            x[wrap(F + row + s)] += x[wrap(C + row + s)] + (1 if side[wrap(TWO + s)] < side[wrap(ONE + s)] else 0)


def write_lanes(
    pot: Row,
    data: Row,
    first: int,
    last: int,
    x: Row,
    side: Row,
    totals: Row,
    axis: int,
    awards: Row,
    cells: int,
    column: int,
    sums: Row,
    number: int,
    p: int,
) -> None:
    """Add the awards to the recipients' totals, and keep sums and awards, for every lane that is not marked."""
    n = pot[COUNT]
    for lane in range(last - first):
        if side[REDO + lane] == 0:
            s = first + lane
            place, given = s * axis + pot[START], 0
            for i in range(n):
                kr = x[wrap(F + i * LANES + lane)]
                totals[wrap(place + i)] += kr
                given += kr
            if len(awards):
                for i in range(n):
                    awards[wrap(s * cells + column + i)] = x[wrap(F + i * LANES + lane)]
            at = 4 * (s * number + p)
            sums[at], sums[at + 1] = given, 0
            sums[at + 2], sums[at + 3] = data[begin_of(pot, AMOUNT, s)] - given, COMPUTED
