"""The forms of the sweep, to be compared: compiled, interpreted over rows of 64 bits where Numba is absent, and plain."""

from __future__ import annotations

import os
from array import array
from collections.abc import Sequence

from hypothesis import settings

from overens.allocation.sweep import lanes, layout
from overens.allocation.sweep.columns import head, wide
from overens.allocation.sweep.machine import Machine
from overens.allocation.sweep.plan import PER_POT, PotPlan, SweepPlan, Table
from overens.allocation.sweep.pot_kernel import run_scenarios
from overens.allocation.sweep.result import FAST, Sweep
from overens.allocation.sweep.run import sweep
from tests.properties.strategies import TEST

EXAMPLES = int(os.environ.get("SWEEP_EXAMPLES", "60"))
"""Set SWEEP_EXAMPLES=5000 for the long run."""

LONG = settings(TEST, max_examples=EXAMPLES)


def fast(plan: SweepPlan, machine: Machine | None) -> Sweep:
    """Return the kernel's answer, compiled where it can be."""
    if machine is None:
        return interpreted(plan)
    made = sweep(plan, machine, with_awards=True)
    assert isinstance(made, Sweep), made
    return made


def plain(plan: SweepPlan) -> Sweep:
    made = sweep(plan, None, with_awards=True)
    assert isinstance(made, Sweep)
    return made


def interpreted(plan: SweepPlan) -> Sweep:
    """Return what the kernel gives, a number that has no room in 64 bits raising OverflowError."""
    pots: list[int] = []
    data: list[int] = []
    for pot in plan.pots:
        pots += head(pot)
        for table in Table:
            rows = [_padded(pot, table, s) for s in range(plan.scenarios)] if pot.has(table) else []
            if table is Table.GATES and pot.has(Table.AT_LEAST):
                rows = [[0] * wide(pot)] * plan.scenarios  # for the kernel to open
            pots += [len(data), len(rows[0])] if rows else [layout.NOWHERE, 0]
            data += [number for row in rows for number in row]
    axis, number = len(plan.recipients), len(plan.pots)
    cells = sum(pot.count for pot in plan.pots)
    totals, awards, sums = (_zeros(plan.scenarios * width) for width in (axis, cells, 4 * number))
    v, c, f, r, lo, hi, g = (_zeros(64) for _ in range(7))
    pot_row, at, x, side = (_zeros(size) for size in (layout.FIELDS, 5, lanes.X, lanes.SIDE))
    scale: memoryview[float] = memoryview(array("d", [0.0] * lanes.LANES))
    run_scenarios(
        plan.scenarios,
        _row(pots),
        _row(data),
        axis,
        totals,
        awards,
        sums,
        v,
        c,
        f,
        r,
        lo,
        hi,
        g,
        pot_row,
        at,
        x,
        side,
        scale,
    )
    return Sweep(
        plan,
        FAST,
        0,
        _table(totals, axis),
        _table(awards, cells),
        *[_table(sums[place::4], number) for place in range(4)],
    )


def _padded(pot: PotPlan, table: Table, scenario: int) -> list[int]:
    if table is Table.FLOORS and pot.width(table) == 1:
        return list(pot.row(table, scenario)[:1])
    row = list(pot.row(table, scenario))
    if table in PER_POT:
        return row
    figures = [row[at : at + pot.count] for at in range(0, len(row), pot.count)]
    return [number for figure in figures for number in [*figure, *[0] * (wide(pot) - pot.count)]]


def _row(numbers: Sequence[int]) -> memoryview:
    return memoryview(array("q", numbers))


def _zeros(count: int) -> memoryview:
    return _row([0] * count)


def _table(row: memoryview, width: int) -> list[list[int]]:
    numbers = row.tolist()
    return [numbers[at : at + width] for at in range(0, len(numbers), width)] if width else []


def as_lists(sweep: Sweep) -> tuple[object, ...]:
    """Return every number of a sweep as lists, whatever engine made it."""
    tables = (sweep.totals, sweep.awards, sweep.awarded, sweep.lapsed, sweep.undistributed, sweep.ended)
    rows = range(sweep.plan.scenarios)
    return tuple([[int(kr) for kr in table[n]] for n in rows] if table is not None else None for table in tables)
