"""A table of an answer -> a table to look at, of at most a thousand rows: numbers to the right, words for identifiers."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Any

from overens.export.csv_table import Cell, Table
from overens.usecases.identifiers import IDENTIFIERS
from overens.vocabulary.wording import NO, YES, Text, percent
from overens.web.grid import CellView, Grid, money
from overens.web.table_grid import Row, Shown, plain_cell, table_grid

_YES_OR_NO = ("exact", "own", "at_latest")
MOST_ROWS = 1_000
"""How many rows are shown, so that a page is light whatever the table holds; its files have all."""
HEADING = "name"
"""The column that names a row, where there is one; else the first does."""
_LAST = ("pot", "low_kr", "high_kr")
"""Columns that may be scrolled to: what stands beside the kronor says how sure they are."""
_BOUNDED = ("awarded_kr", "amount_kr", "total_kr")
"""Columns whose kronor low_kr and high_kr are the bounds of, where the table has those."""


def plain_grid(table: Table, summed: Collection[str] = ()) -> Grid:
    """Return the first rows of the table, and every column that holds anything, what names the rows first.

    Args:
        summed: The columns that a last row sums, over every row.
    """
    held = [name for n, name in enumerate(table.names) if any(row[n] not in (None, "") for row in table.rows)]
    names = sorted(held or table.names, key=_order)
    columns = [Shown(name, _cell(name), total=name in summed) for name in names]
    total = Text("Summa", "Total") if set(summed) & set(names[1:]) else None
    return table_grid(table, columns, table.title, total=total, most=MOST_ROWS)


def _order(name: str) -> int:
    return 0 if name == HEADING else 2 if name in _LAST else 1


def _cell(name: str) -> Callable[[Row], CellView]:
    """Return what shows a cell of the column."""

    def shown(row: Row) -> CellView:
        value = row[name]
        if name in _BOUNDED and isinstance(value, int) and row.get("low_kr") != row.get("high_kr"):
            return money(value, rough=True)
        return plain_cell(name, _said(name, value))

    return shown


def _said(name: str, cell: Cell) -> Cell:
    """Return a value as people say it: words, yes and no, percentages, and a year without a space in it."""
    match cell:
        case str() if name in IDENTIFIERS:
            return IDENTIFIERS[name].get(cell, cell)
        case int() if name in _YES_OR_NO:
            return YES if cell else NO
        case int() if name == "year":
            return str(cell)
        case int() | Fraction() if name == "share":
            return percent(Fraction(cell), 3)
        case _:
            return cell


def summed_columns(context: Mapping[str, Any], table: str, *, first: bool) -> set[str]:
    """Return the columns of a table that the page itself sums over every row.

    Args:
        context: What the page shows.
        first: Whether it is the page's first table, which a sum need not name.
    """
    sums = [cell.sum_of for grid in _grids(context.values()) for cell in grid.total if cell.sum_of is not None]
    return {one.column for one in sums if not one.where and (one.table == table or (first and not one.table))}


def _grids(values: Iterable[Any]) -> Iterator[Grid]:
    yield from (one for one in values if isinstance(one, Grid))
