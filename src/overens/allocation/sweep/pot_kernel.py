"""Own shares, grades and earnings -> kronor, then all pots in many scenarios; compiled as kernel.py is."""

from __future__ import annotations

from overens.allocation.sweep.kernel import (
    Floats,
    Row,
    begin_of,
    has,
    round_shares,
    split,
    split_graded,
    total_from,
    total_of,
    wrap,
)
from overens.allocation.sweep.lanes import LANES, REDO, share_lanes, write_lanes
from overens.allocation.sweep.layout import (
    ALONGSIDE,
    AMOUNT,
    AT_LEAST,
    BASE,
    BASELINE,
    BONUS,
    BROKEN,
    CEILING,
    COMPUTED,
    COUNT,
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
    MEASURED,
    METHOD,
    NOWHERE,
    OPEN_ENDED,
    PRICE,
    PRICED,
    REDUCED,
    REFILL,
    REST_TO,
    START,
    TERMS,
    UNIT,
    WHOLE,
    WIDE,
)
from overens.allocation.sweep.own_kernel import merge, own_within, within

# --- the fate of what nobody earned -------------------------------------------------


def open_gates(pot: Row, data: Row, s: int) -> None:
    """Write the gates that the scenario's threshold opens, in the one row that the pot has for them."""
    measured, least, gate = begin_of(pot, MEASURED, s), data[begin_of(pot, AT_LEAST, s)], begin_of(pot, GATE, s)
    for i in range(pot[COUNT]):
        data[wrap(gate + i)] = 1 if data[wrap(measured + i)] >= least else 0


def divide_shares(
    pot: Row, data: Row, s: int, amount: int, v: Row, c: Row, f: Row, r: Row, lo: Row, hi: Row, g: Row, at: Row
) -> int:
    """Write what each is awarded of a divided pot in f, and what lapses in at[3]; return the status."""
    n, fate = pot[WIDE], pot[FATE]
    gate = begin_of(pot, GATE, s)
    is_open = total_from(n, data, gate) if gate != NOWHERE else pot[COUNT]
    chosen = gate if fate == WHOLE else NOWHERE
    if fate == WHOLE and is_open == 0:
        return nothing(n, f)
    ended = own_within(n, pot, data, s, amount, chosen, v, c, f, r, lo, hi, at)
    if ended != COMPUTED:
        return ended
    closed = fate != WHOLE and is_open < pot[COUNT]
    among = gate if closed else NOWHERE
    if pot[GRADES_OF] or (closed and fate == BONUS):
        grade_all(n, pot, data, s, among, g)
        if fate == BONUS:
            return award_bonus(n, pot, data, s, among, v, c, f, r, lo, hi, g, at)
        return award_graded(n, pot, v, c, g, f, r, at)
    bad = 0 if has(pot, FLOOR) else split(n, v, at[0], at[1], f, r)
    if has(pot, BASE) or has(pot, FLOOR):
        for i in range(n):
            f[i] += c[i]
    round_shares(n, f, r, at[1], at[2], pot[METHOD], pot[UNIT], taker(pot, data, chosen))
    if closed:
        for i in range(n):
            at[3] += f[i] * (1 - data[wrap(gate + i)])
            f[i] *= data[wrap(gate + i)]
        at[3] *= 1 if fate == LAPSES else 0
    return BROKEN if bad else COMPUTED


def taker(pot: Row, data: Row, gate: int) -> int:
    """Return who takes what rounding leaves; NOWHERE for nobody, or if its gate is closed."""
    rest_to = pot[REST_TO]
    if rest_to < 0 or (gate != NOWHERE and data[gate + rest_to] == 0):
        return NOWHERE
    return rest_to


def nothing(n: int, f: Row) -> int:
    """Award nothing."""
    for i in range(n):
        f[i] = 0
    return COMPUTED


def grade_all(n: int, pot: Row, data: Row, s: int, gate: int, g: Row) -> None:
    """Write each grade's numerator; 0 behind a closed gate."""
    grade = begin_of(pot, GRADE, s)
    for i in range(n):
        g[i] = data[wrap(grade + i)] if pot[GRADES_OF] else 1
    if gate != NOWHERE:
        for i in range(n):
            g[i] *= data[wrap(gate + i)]


def award_graded(n: int, pot: Row, v: Row, c: Row, g: Row, f: Row, r: Row, at: Row) -> int:
    """Award own share times grade; the rest of the own shares lapses, or stays with nobody."""
    of = pot[GRADES_OF]
    if not (has(pot, BASE) or has(pot, FLOOR)):
        nothing(n, c)
    bad = split_graded(n, c, v, at[0], at[1], g, of, f, r)
    whole = at[1] * of
    earned = total_of(n, f) + total_of(n, r) // whole
    round_shares(n, f, r, whole, earned, pot[METHOD], pot[UNIT], pot[REST_TO])
    if pot[FATE] == LAPSES:
        at[3] = at[2] - total_of(n, f)
    return BROKEN if bad else COMPUTED


def award_bonus(
    n: int, pot: Row, data: Row, s: int, gate: int, v: Row, c: Row, f: Row, r: Row, lo: Row, hi: Row, g: Row, at: Row
) -> int:
    """Award the sum of the own shares in proportion to own share times grade."""
    if has(pot, BASE) or has(pot, FLOOR):
        merge(n, v, c, at[0], at[1])
    for i in range(n):
        v[i] *= g[i]
    at[0], at[1] = at[2], total_of(n, v)
    if at[1] == 0:
        return nothing(n, f)
    again = pot[REFILL] and has(pot, FLOOR)
    if again:
        ended = within(n, pot, data, s, gate, v, c, f, r, lo, hi, at)
        if ended != COMPUTED:
            return ended
    bad = 0 if again else split(n, v, at[0], at[1], f, r)
    if again:
        for i in range(n):
            f[i] += c[i]
    round_shares(n, f, r, at[1], at[2], pot[METHOD], pot[UNIT], taker(pot, data, gate))
    return BROKEN if bad else COMPUTED


# --- what is earned in kronor -------------------------------------------------------


def earn(pot: Row, data: Row, s: int, n: int, f: Row) -> None:
    """Write what each earned: as given, or Σ price · max(0, volume - baseline), at most the ceiling."""
    given, gate = begin_of(pot, GIVEN, s), begin_of(pot, GATE, s)
    price, baseline = begin_of(pot, PRICE, s), begin_of(pot, BASELINE, s)
    ceiling = begin_of(pot, CEILING, s)
    for i in range(n):
        f[i] = data[wrap(given + i)] if pot[KEY] == EARNED else 0
    if pot[KEY] == PRICED:
        for k in range(pot[TERMS]):
            term = k * n
            for i in range(n):
                above = data[wrap(given + term + i)]
                above -= data[wrap(baseline + term + i)] if baseline != NOWHERE else 0
                f[i] += data[price + k] * max(above, 0)
    if ceiling != NOWHERE:
        for i in range(n):
            f[i] = min(f[i], data[wrap(ceiling + i)])
    if gate != NOWHERE:
        for i in range(n):
            f[i] *= data[wrap(gate + i)]


def award_earned(pot: Row, data: Row, s: int, amount: int, v: Row, f: Row, r: Row, at: Row) -> int:
    """Write what each is awarded of what it earned in f, and what lapses in at[3]; at[4] is the pot."""
    n, fate = pot[WIDE], pot[FATE]
    earn(pot, data, s, n, f)
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


def run_scenarios(
    count: int,
    pots: Row,
    data: Row,
    axis: int,
    totals: Row,
    awards: Row,
    sums: Row,
    v: Row,
    c: Row,
    f: Row,
    r: Row,
    lo: Row,
    hi: Row,
    g: Row,
    pot: Row,
    at: Row,
    x: Row,
    side: Row,
    scale: Floats,
) -> None:
    """Divide every pot in each scenario.

    Args:
        count: How many scenarios.
        pots: FIELDS numbers for each pot.
        data: Every table that the pots point into; gates that a threshold decides are written there.
        axis: How many recipients there are in all.
        totals: Scenario by scenario, kronor for each recipient; must be 0 before.
        awards: Scenario by scenario, pot by pot, kronor for each recipient of the pot; empty if not wanted.
        sums: Scenario by scenario, four for each pot: what is awarded, lapses and is undistributed, and the status.
        v, c, f, r, lo, hi, g: Room for a row of the widest pot each.
        pot, at: Room for FIELDS and for five numbers.
        x, side, scale: Room for scenarios side by side (see lanes).
    """
    number = len(pots) // FIELDS
    cells = 0
    for p in range(number):
        cells += pots[p * FIELDS + COUNT]
    for first in range(0, count, LANES):
        last = min(first + LANES, count)
        column = 0
        for p in range(number):
            for i in range(FIELDS):
                pot[i] = pots[p * FIELDS + i]
            for lane in range(LANES):
                side[REDO + lane] = 1
            if pot[ALONGSIDE]:
                share_lanes(pot, data, first, last, x, side, scale)
                write_lanes(pot, data, first, last, x, side, totals, axis, awards, cells, column, sums, number, p)
            for s in range(first, last):
                if side[REDO + s - first] == 0:
                    continue
                at[3], at[4] = 0, data[begin_of(pot, AMOUNT, s)] if has(pot, AMOUNT) else 0
                if has(pot, AT_LEAST):
                    open_gates(pot, data, s)
                if pot[KEY] == EARNED or pot[KEY] == PRICED:
                    status = award_earned(pot, data, s, at[4], v, f, r, at)
                else:
                    status = divide_shares(pot, data, s, at[4], v, c, f, r, lo, hi, g, at)
                if status != COMPUTED:
                    at[3] = nothing(pot[WIDE], f)
                given = write_out(pot[COUNT], f, totals, s * axis + pot[START], awards, s * cells + column)
                place = 4 * (s * number + p)
                sums[place], sums[place + 1] = given, at[3]
                sums[place + 2], sums[place + 3] = at[4] - given - at[3], status
            column += pot[COUNT]


def write_out(n: int, f: Row, totals: Row, place: int, awards: Row, column: int) -> int:
    """Add a pot's awards to the recipients' totals, keep them apart too if that is wanted; return their sum."""
    for i in range(n):
        totals[wrap(place + i)] += f[i]
    if len(awards):
        for i in range(n):
            awards[wrap(column + i)] = f[i]
    return total_of(n, f)
