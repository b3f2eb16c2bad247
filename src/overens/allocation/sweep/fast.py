"""A plan + the compiled kernel -> kronor in every scenario, in pieces that threads share."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from overens.allocation.sweep import lanes, layout
from overens.allocation.sweep.columns import as_rows, columns, wide
from overens.allocation.sweep.machine import Machine
from overens.allocation.sweep.plan import SweepPlan, Table
from overens.allocation.sweep.result import FAST, Sweep

if TYPE_CHECKING:
    import numpy as np

PIECE = 2**19
"""So many cells (recipient of a pot in a scenario) are worked out between two looks at what is done: milliseconds."""

WORTH_A_THREAD = 2**16
"""Fewer cells than these are done sooner than a thread is begun."""


def run_fast(
    plan: SweepPlan,
    machine: Machine,
    first: int,
    last: int,
    *,
    with_awards: bool,
    workers: int,
    done: Callable[[int], None],
) -> Sweep:
    """Work out the scenarios from first up to last; the plan must fit (see fits.why_too_large)."""
    from concurrent.futures import ThreadPoolExecutor

    import numpy as np

    count, cells = last - first, sum(pot.count for pot in plan.pots)
    totals = np.zeros((count, len(plan.recipients)), dtype=np.int64)
    awards = np.empty((count, cells if with_awards else 0), dtype=np.int64)
    sums = np.empty((count, len(plan.pots), 4), dtype=np.int64)
    room = max(map(wide, plan.pots), default=0)
    workers = max(1, min(workers, count * cells // WORTH_A_THREAD))
    rounds = max(1, -(-count * cells // (PIECE * workers)))
    size = max(1, -(-count // (rounds * workers)))  # each thread has as many pieces as the others

    def piece(begin: int) -> int:
        end = min(begin + size, count)
        pots, data = columns(plan, first + begin, first + end)
        made = [table[begin:end].reshape(-1) for table in (totals, awards, sums)]
        rooms = [np.empty(width, dtype=np.int64) for width in (*[room] * 7, layout.FIELDS, 5, lanes.X, lanes.SIDE)]
        scale = np.empty(lanes.LANES)
        machine.run(end - begin, pots, data, len(plan.recipients), *made, *rooms, scale)
        _assert_identity(plan, first + begin, first + end, totals[begin:end], sums[begin:end])
        return end - begin

    if workers == 1:
        for begin in range(0, count, size):
            done(piece(begin))
    else:
        with ThreadPoolExecutor(workers) as pool:
            try:
                for so_many in pool.map(piece, range(0, count, size)):
                    done(so_many)
            except BaseException:
                pool.shutdown(wait=True, cancel_futures=True)
                raise
    kronor = [sums[:, :, place] for place in range(4)]
    return Sweep(plan, FAST, first, totals, awards if with_awards else None, *kronor)


def _assert_identity(plan: SweepPlan, first: int, last: int, totals: np.ndarray, sums: np.ndarray) -> None:
    """See to it that awarded + lapsed + undistributed is the pot, and the recipients' kronor what was awarded."""
    import numpy as np

    assert not (sums[:, :, 3] == layout.BROKEN).any(), "a share is not proved by its remainder"
    assert (np.einsum("ij->i", totals) == sum(sums[:, place, 0] for place in range(len(plan.pots)))).all(), (
        "the recipients' kronor are not what was awarded"
    )
    whole = sums[:, :, 0] + sums[:, :, 1] + sums[:, :, 2]
    for place, pot in enumerate(plan.pots):
        if not pot.open_ended:
            varied = pot.varied.get(Table.AMOUNT)
            amount = pot.tables[Table.AMOUNT][0] if varied is None else as_rows(varied, first, last)[:, 0]
            assert (whole[:, place] == amount).all(), f"{'/'.join(pot.path)}: the kronor do not sum to the pot"
