"""A table of a pot, in every scenario -> its least and greatest number, and the greatest sum of a row."""

from __future__ import annotations

from dataclasses import dataclass

from overens.allocation.sweep.plan import PotPlan, Rows, Table


@dataclass(frozen=True)
class Extent:
    """How far the numbers of a table reach."""

    least: int
    most: int
    most_in_a_row: int


NOTHING = Extent(0, 0, 0)


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


def _of_row(row: tuple[int, ...]) -> Extent:
    return Extent(int(min(row)), int(max(row)), int(sum(row))) if row else NOTHING


def _wider(one: Extent, other: Extent) -> Extent:
    return Extent(min(one.least, other.least), max(one.most, other.most), max(one.most_in_a_row, other.most_in_a_row))


def _of_array(rows: Rows, part: int, parts: int) -> Extent:
    """Return the same of a NumPy array; a sum that might pass int64 is bounded from above instead."""
    import numpy as np

    array = np.asarray(rows)
    width = array.shape[1] // parts
    array = array[:, part * width : (part + 1) * width]
    if not array.size:
        return NOTHING
    least, most = int(array.min()), int(array.max())
    sums = most * width if max(most, -least) * width >= 2**62 else int(array.sum(axis=1, dtype=np.int64).max())
    return Extent(least, most, sums)
