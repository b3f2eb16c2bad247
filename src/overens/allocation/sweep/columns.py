"""A plan -> the rows of int64 that the kernel reads, for some of its scenarios."""

from __future__ import annotations

from typing import TYPE_CHECKING

from overens.agreement.rules import Fate, Method
from overens.allocation.sweep import lanes, layout
from overens.allocation.sweep.plan import PER_POT, PotPlan, Rows, Shares, SweepPlan, Table

if TYPE_CHECKING:
    import numpy as np

_FATES = {
    Fate.LAPSES: layout.LAPSES,
    Fate.NOT_FOUND: layout.STAYS,
    Fate.BONUS_POT: layout.BONUS,
    Fate.STAYS_WHOLE: layout.WHOLE,
    Fate.THE_BEST: layout.WHOLE,
}
_METHODS = {
    Method.LARGEST_REMAINDER: layout.LARGEST_REMAINDER,
    Method.NEAREST: layout.NEAREST,
    Method.DOWN: layout.DOWN,
}


def columns(plan: SweepPlan, first: int, last: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the pots' numbers and the tables that they point into, for the scenarios from first up to last."""
    import numpy as np

    pots: list[int] = []
    tables: list[np.ndarray] = []
    size = 0
    for pot in plan.pots:
        pots += head(pot)
        for table in Table:
            begin, step = layout.NOWHERE, 0
            if table is Table.GATES and pot.has(Table.AT_LEAST):
                begin, room = size, np.zeros(wide(pot), dtype=np.int64)  # the kernel opens them anew in each scenario
                tables.append(room)
                size += room.size
            elif pot.has(table):
                made = _rows(pot, table, first, last)
                begin, step = size, made.shape[1] if table in pot.varied else 0
                tables.append(made)
                size += made.size
            pots += [begin, step]
    data, end = np.empty(size, dtype=np.int64), 0
    for made in tables:
        data[end : end + made.size].reshape(made.shape)[...] = made
        end += made.size
    return np.array(pots, dtype=np.int64), data


def head(pot: PotPlan) -> list[int]:
    """Return the pot's own numbers, before where its tables begin (see layout)."""
    made = [0] * layout.SIZE
    made[layout.START], made[layout.COUNT] = pot.start, pot.count
    made[layout.KEY], made[layout.TERMS] = pot.shares.value, pot.terms
    made[layout.NORMALISED], made[layout.DENOMINATOR] = int(pot.mixed), pot.denominator
    made[layout.CAPPED] = int(pot.has(Table.CAPS))
    made[layout.FATE], made[layout.GRADES_OF] = _FATES[pot.fate], pot.grades_of
    made[layout.REFILL] = int(pot.bonus_within)
    made[layout.METHOD], made[layout.UNIT] = _METHODS[pot.method], pot.unit
    made[layout.REST_TO] = -1 if pot.rest_to is None else pot.rest_to
    made[layout.WIDE] = wide(pot)
    made[layout.ALONGSIDE] = int(is_alongside(pot))
    made[layout.ONE_FLOOR] = int(pot.width(Table.FLOORS) == 1)
    made[layout.REDUCED], made[layout.OPEN_ENDED] = int(pot.reduced), int(pot.open_ended)
    return made


def is_alongside(pot: PotPlan) -> bool:
    """Tell whether the pot is so plain, and of so few recipients, that lanes.py works it out."""
    others = (Table.BASE, Table.CAPS, Table.GATES, Table.GRADES)
    return (
        pot.count <= lanes.SEATS
        and pot.shares is Shares.OF_POT
        and not pot.mixed
        and not any(pot.has(table) for table in others)
        and not any(table in pot.varied for table in (Table.WEIGHTS, Table.MEASURED))
        and (not pot.has(Table.FLOORS) or pot.width(Table.FLOORS) == 1)
        and (not pot.gated or pot.fate is Fate.STAYS_WHOLE)
        and (pot.method, pot.unit, pot.rest_to) == (Method.LARGEST_REMAINDER, 1, None)
    )


def wide(pot: PotPlan) -> int:
    """Return how many places a row of the pot takes."""
    return -(-pot.count // layout.STEP) * layout.STEP


def _rows(pot: PotPlan, table: Table, first: int, last: int) -> np.ndarray:
    """Return the table's rows, each figure's numbers followed by zeros up to the pot's width."""
    import numpy as np

    same = table not in pot.varied
    rows = np.array([pot.tables[table]], dtype=np.int64) if same else as_rows(pot.varied[table], first, last)
    if table in PER_POT or (table is Table.FLOORS and rows.shape[1] == 1):
        return rows
    figures = rows.shape[1] // pot.count
    padded = np.zeros((len(rows), figures, wide(pot)), dtype=np.int64)
    padded[:, :, : pot.count] = rows.reshape(len(rows), figures, pot.count)
    return padded.reshape(len(rows), figures * wide(pot))


def as_rows(rows: Rows, first: int, last: int) -> np.ndarray:
    """Return the scenarios' rows as one table of int64.

    Raises:
        OverflowError: If a number has no room in int64.
        ValueError: If the rows are of different lengths, or hold something else than whole numbers.
    """
    import numpy as np

    made = np.asarray(
        rows[first:last] if isinstance(rows, list | tuple | np.ndarray) else [rows[s] for s in range(first, last)]
    )
    if (
        made.ndim != 2
        or made.dtype.kind not in "iub"
        or (made.dtype.kind == "u" and made.size and int(made.max()) >= 2**63)
    ):
        raise ValueError
    return made.astype(np.int64, copy=False)
