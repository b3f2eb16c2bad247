"""A table of a pot, in every scenario -> its least and greatest number, or the greatest sum of a row."""

from __future__ import annotations

from dataclasses import dataclass

from overens.allocation.sweep.plan import PotPlan, Rows, Table


@dataclass(frozen=True)
class Extent:
    """How far the numbers of a table reach."""

    least: int
    most: int


NOTHING = Extent(0, 0)


def extent(pot: PotPlan, table: Table, part: int = 0, parts: int = 1) -> Extent:
    """Return how far one part of each row reaches, of so many equal parts."""
    if table not in pot.varied:
        row = pot.tables.get(table, ())
        width = len(row) // parts
        return _of_row(row[part * width : (part + 1) * width])
    rows = pot.varied[table]
    if hasattr(rows, "dtype"):
        return _of_array(rows, part, parts)
    found = NOTHING
    for number in range(len(rows)):
        row = tuple(rows[number])
        width = len(row) // parts
        found = _wider(found, _of_row(row[part * width : (part + 1) * width]))
    return found


def most_in_a_row(pot: PotPlan, table: Table, part: int, parts: int) -> int:
    """Return the greatest sum of that part of a row; of an array whose sum might pass int64, a bound from above."""
    width = pot.width(table) // parts
    here = slice(part * width, (part + 1) * width)
    rows = pot.varied.get(table)
    if rows is None:
        return sum(pot.tables.get(table, ())[here])
    if not hasattr(rows, "dtype"):
        return max((sum(tuple(rows[number])[here]) for number in range(len(rows))), default=0)
    import numpy as np

    reach = _of_array(rows, part, parts)
    if max(reach.most, -reach.least) * width >= 2**62:
        return reach.most * width
    return int(np.asarray(rows)[:, here].sum(axis=1, dtype=np.int64).max(initial=0))


def _of_row(row: tuple[int, ...]) -> Extent:
    return Extent(int(min(row)), int(max(row))) if row else NOTHING


def _wider(one: Extent, other: Extent) -> Extent:
    return Extent(min(one.least, other.least), max(one.most, other.most))


def _of_array(rows: Rows, part: int, parts: int) -> Extent:
    import numpy as np

    array = np.asarray(rows)
    width = array.shape[1] // parts
    array = array[:, part * width : (part + 1) * width]
    return Extent(int(array.min()), int(array.max())) if array.size else NOTHING
