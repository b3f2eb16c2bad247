"""One pot in one scenario, then all pots in many; written, as kernel.py, to be compiled by machine.py."""

from __future__ import annotations

from overens.allocation.sweep.kernel import Row, fill, round_shares, row_of, split, split_graded, total_of
from overens.allocation.sweep.layout import (
    AMOUNT,
    BASE,
    BASELINE,
    BASES_NEED_MORE,
    BONUS,
    BROKEN,
    CAP,
    CAPPED,
    CEILING,
    COEFFICIENT,
    COMPUTED,
    COUNT,
    DENOMINATOR,
    EARNED,
    EARNED_MORE,
    FATE,
    FATE_NOT_SERVED,
    FIELDS,
    FLOOR,
    GATE,
    GIVEN,
    GRADE,
    GRADES_OF,
    KEY,
    LAPSES,
    LISTED,
    METHOD,
    NO_WEIGHTS,
    NORMALISED,
    NOWHERE,
    OPEN_ENDED,
    PRICE,
    PRICED,
    REDUCED,
    REFILL,
    REST_TO,
    SHARED,
    SIZE,
    START,
    STAYS,
    TERMS,
    UNIT,
    WEIGHT,
    WHOLE,
    WIDE,
)

# --- own shares ---------------------------------------------------------------------


def weigh(pot: Row, data: Row, s: int, n: int, gate: Row, v: Row) -> int:
    """Write the weights, those of the figures mixed by the scenario's coefficients; return their sum, 0 for none."""
    terms, normal = pot[TERMS], pot[NORMALISED]
    weights = row_of(pot, data, WEIGHT, s, n * terms)
    shares = row_of(pot, data, COEFFICIENT, s, terms)
    masked = len(gate) > 0
    if terms == 1:
        for i in range(n):
            v[i] = weights[i] * shares[0]
    elif terms == 2 and not normal:
        second = weights[n : 2 * n]
        for i in range(n):
            v[i] = weights[i] * shares[0] + second[i] * shares[1]
    else:
        for i in range(n):
            v[i] = 0
        for k in range(terms):
            by = shares[k]
            if normal:
                for j in range(terms):
                    own = sum_of(n, weights[j * n : j * n + n], gate)
                    if own == 0:
                        return 0
                    by *= own if j != k else 1
            term = weights[k * n : k * n + n]
            for i in range(n):
                v[i] += term[i] * by
    if masked:
        for i in range(n):
            v[i] *= gate[i]
    return total_of(n, v)


def sum_of(n: int, x: Row, gate: Row) -> int:
    """Return the sum over those whose gate is open; over everyone where there is none."""
    if len(gate) == 0:
        return total_of(n, x)
    whole = 0
    for i in range(n):
        whole += x[i] * gate[i]
    return whole


def own_shares(pot: Row, data: Row, s: int, n: int, amount: int, gate: Row, v: Row, c: Row, at: Row) -> int:
    """Write each own share as c + at[0]·v/at[1], their sum (whole part) in at[2]; return the status."""
    key = pot[KEY]
    base = row_of(pot, data, BASE, s, n)
    needed = sum_of(n, base, gate) if len(base) else 0
    if len(base):
        for i in range(n):
            c[i] = base[i] * gate[i] if len(gate) else base[i]
    if key != LISTED and needed > amount:
        return BASES_NEED_MORE
    if key == SHARED:
        at[0], at[1], at[2] = amount - needed, weigh(pot, data, s, n, gate, v), amount
        return COMPUTED if at[1] else NO_WEIGHTS
    at[0], at[1] = 1, pot[DENOMINATOR]
    parts = row_of(pot, data, WEIGHT, s, n)
    for i in range(n):
        v[i] = 0
    if len(parts):
        for i in range(n):
            v[i] = parts[i] * gate[i] if len(gate) else parts[i]
    at[2] = needed + total_of(n, v) // at[1]
    return COMPUTED


def bound(n: int, low: Row, high: Row, capped: int, gate: Row, lo: Row, hi: Row) -> None:
    """Copy floors and caps; those whose gate is closed have nothing between 0 and 0."""
    for i in range(n):
        is_open = len(gate) == 0 or gate[i] > 0
        lo[i] = low[i] if is_open else 0
        hi[i] = high[i] if is_open and capped else 0


def merge(n: int, v: Row, c: Row, m: int, d: int) -> None:
    """Write c + m·v/d as one numerator over d, in v."""
    for i in range(n):
        v[i] = c[i] * d + m * v[i]


def within(
    n: int, pot: Row, data: Row, s: int, gate: Row, v: Row, c: Row, f: Row, r: Row, lo: Row, hi: Row, at: Row
) -> int:
    """Share at[2] in proportion to v within the pot's floors and caps; leaves shares as own_shares does."""
    capped = pot[CAPPED]
    low = row_of(pot, data, FLOOR, s, n)
    bound(n, low, row_of(pot, data, CAP, s, n) if capped else low, capped, gate, lo, hi)
    ended = fill(n, v, c, lo, hi, capped, at[2], f, r, at)
    if at[0] == 0:
        at[2] = total_of(n, c)
    return ended


# --- the fate of what nobody earned -------------------------------------------------


def divide_shares(
    pot: Row, data: Row, s: int, amount: int, v: Row, c: Row, f: Row, r: Row, lo: Row, hi: Row, g: Row, at: Row
) -> int:
    """Write what each is awarded of a divided pot in f, and what lapses in at[3]; return the status."""
    n, fate, of = pot[WIDE], pot[FATE], pot[GRADES_OF]
    nobody = data[0:0]
    gate = row_of(pot, data, GATE, s, n)
    chosen = gate if fate == WHOLE else nobody
    if len(chosen) and total_of(n, chosen) == 0:
        for i in range(n):
            f[i] = 0
        return COMPUTED
    ended = own_shares(pot, data, s, n, amount, chosen, v, c, at)
    if ended != COMPUTED:
        return ended
    bounded = pot[SIZE + 2 * FLOOR] != NOWHERE
    with_c = bounded or pot[SIZE + 2 * BASE] != NOWHERE
    if bounded:
        if pot[SIZE + 2 * BASE] != NOWHERE:
            merge(n, v, c, at[0], at[1])
        at[2] = min(at[2], amount)
        ended = within(n, pot, data, s, chosen, v, c, f, r, lo, hi, at)
        if ended != COMPUTED:
            return ended
    closed = len(gate) > 0 and fate != WHOLE and total_of(n, gate) < pot[COUNT]
    rest_to = pot[REST_TO]
    if len(gate) and rest_to >= 0 and (fate == WHOLE or (closed and fate == BONUS)) and gate[rest_to] == 0:
        rest_to = -1
    if of:
        grade = row_of(pot, data, GRADE, s, n)
        for i in range(n):
            g[i] = grade[i] * gate[i] if closed else grade[i]
            c[i] = c[i] if with_c else 0
        if fate != BONUS:
            return award_graded(pot, n, v, c, g, f, r, rest_to, at)
    elif closed and fate == BONUS:
        for i in range(n):
            g[i] = gate[i]
    if fate == BONUS and (of or closed):
        if with_c:
            merge(n, v, c, at[0], at[1])
        for i in range(n):
            v[i] *= g[i]
        at[0], at[1] = at[2], total_of(n, v)
        if at[1] == 0:
            for i in range(n):
                f[i] = 0
            return COMPUTED
        with_c = False
        if pot[REFILL] and bounded:
            ended = within(n, pot, data, s, gate if closed else nobody, v, c, f, r, lo, hi, at)
            with_c = True
            if ended != COMPUTED:
                return ended
    bad = split(n, v, at[0], at[1], f, r)
    if with_c:
        for i in range(n):
            f[i] += c[i]
    round_shares(n, f, r, at[1], at[2], pot[METHOD], pot[UNIT], rest_to)
    if closed and fate != BONUS:
        for i in range(n):
            at[3] += 0 if gate[i] or fate == STAYS else f[i]
            f[i] = f[i] if gate[i] else 0
    return BROKEN if bad else COMPUTED


def award_graded(pot: Row, n: int, v: Row, c: Row, g: Row, f: Row, r: Row, rest_to: int, at: Row) -> int:
    """Award own share times grade; the rest of the own shares lapses, or stays with nobody."""
    of = pot[GRADES_OF]
    bad = split_graded(n, c, v, at[0], at[1], g, of, f, r)
    whole = at[1] * of
    earned = total_of(n, f) + total_of(n, r) // whole
    round_shares(n, f, r, whole, earned, pot[METHOD], pot[UNIT], rest_to)
    if pot[FATE] == LAPSES:
        at[3] = at[2] - total_of(n, f)
    return BROKEN if bad else COMPUTED


def earn_by_price(pot: Row, data: Row, s: int, n: int, f: Row) -> None:
    """Write Σ price · max(0, volume - baseline), at most the ceiling."""
    terms = pot[TERMS]
    prices = row_of(pot, data, PRICE, s, terms)
    volumes = row_of(pot, data, GIVEN, s, n * terms)
    baselines = row_of(pot, data, BASELINE, s, n * terms)
    ceilings = row_of(pot, data, CEILING, s, n)
    for i in range(n):
        f[i] = 0
    for k in range(terms):
        for i in range(n):
            above = volumes[k * n + i] - (baselines[k * n + i] if len(baselines) else 0)
            f[i] += prices[k] * max(above, 0)
    if len(ceilings):
        for i in range(n):
            f[i] = min(f[i], ceilings[i])


def award_earned(pot: Row, data: Row, s: int, amount: int, v: Row, f: Row, r: Row, at: Row) -> int:
    """Write what each is awarded of what it earned in f, and what lapses in at[3]; at[4] is the pot."""
    n, fate = pot[WIDE], pot[FATE]
    if pot[KEY] == PRICED:
        earn_by_price(pot, data, s, n, f)
    else:
        given = row_of(pot, data, GIVEN, s, n)
        for i in range(n):
            f[i] = given[i]
    gate = row_of(pot, data, GATE, s, n)
    if len(gate):
        for i in range(n):
            f[i] *= gate[i]
    earned = total_of(n, f)
    if pot[OPEN_ENDED]:
        at[4] = earned
        return COMPUTED
    if earned > amount and not pot[REDUCED]:
        return EARNED_MORE
    if earned > amount or (fate == BONUS and earned):
        for i in range(n):
            v[i] = f[i]
        bad = split(n, v, amount, earned, f, r)
        round_shares(n, f, r, earned, amount, pot[METHOD], pot[UNIT], pot[REST_TO])
        return BROKEN if bad else COMPUTED
    if fate == WHOLE and earned != amount:
        return FATE_NOT_SERVED
    if fate == LAPSES:
        at[3] = amount - earned
    return COMPUTED


# --- all pots in many scenarios -----------------------------------------------------

BLOCK = 64
"""So many scenarios pass one pot before the next, so that its figures stay in the nearest cache."""


def run_scenarios(
    count: int,
    pots: Row,
    data: Row,
    axis: int,
    totals: Row,
    awards: Row,
    awarded: Row,
    lapsed: Row,
    left: Row,
    ended: Row,
    scratch: Row,
) -> None:
    """Divide every pot in each scenario.

    Args:
        count: How many scenarios.
        pots: FIELDS numbers for each pot.
        data: Every table that the pots point into.
        axis: How many recipients there are in all.
        totals: Scenario by scenario, kronor for each recipient; must be 0 before.
        awards: Scenario by scenario, pot by pot, kronor for each recipient of the pot; empty if not wanted.
        awarded, lapsed, left, ended: Scenario by scenario, for each pot: what is awarded in all, what lapses, what is
            undistributed, and the status.
        scratch: Seven rows of the longest pot, and 8 more.
    """
    number = len(pots) // FIELDS
    wide = (len(scratch) - 8) // 7
    v, c, f = scratch[0:wide], scratch[wide : 2 * wide], scratch[2 * wide : 3 * wide]
    r, lo, hi = scratch[3 * wide : 4 * wide], scratch[4 * wide : 5 * wide], scratch[5 * wide : 6 * wide]
    g, at = scratch[6 * wide : 7 * wide], scratch[7 * wide : 7 * wide + 8]
    cells = 0
    for p in range(number):
        cells += pots[p * FIELDS + COUNT]
    for first in range(0, count, BLOCK):
        column = 0
        for p in range(number):
            pot = pots[p * FIELDS : (p + 1) * FIELDS]
            n = pot[COUNT]
            for s in range(first, min(first + BLOCK, count)):
                at[3], at[4] = 0, row_of(pot, data, AMOUNT, s, 1)[0]
                if pot[KEY] == EARNED or pot[KEY] == PRICED:
                    status = award_earned(pot, data, s, at[4], v, f, r, at)
                else:
                    status = divide_shares(pot, data, s, at[4], v, c, f, r, lo, hi, g, at)
                given = 0
                if status == COMPUTED:
                    begin = s * axis + pot[START]
                    total = totals[begin : begin + n]
                    for i in range(n):
                        total[i] += f[i]
                        given += f[i]
                    if len(awards):
                        begin = s * cells + column
                        award = awards[begin : begin + n]
                        for i in range(n):
                            award[i] = f[i]
                else:
                    at[3] = 0
                place = s * number + p
                awarded[place], lapsed[place], left[place], ended[place] = given, at[3], at[4] - given - at[3], status
            column += n
