"""A table of an answer -> the table on the page: the same rows in the same order, with links, headings to sort by and sums."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from overens.export.csv_table import Cell, Table
from overens.vocabulary.wording import Text, decimal_number, plain, whole_number
from overens.web.grid import CellView, Column, Grid, SumOf, grid, money

Row = Mapping[str, Cell]
"""A row of a table by the names of its columns."""


@dataclass(frozen=True)
class Shown:
    """A column of a table as it is shown.

    Attributes:
        name: The column's name in the table.
        cell: How a row's cell is shown; None for the value as it is.
        heading: Its heading; None for the table's own.
        total: Whether the last row sums it.
        amount: How its kronor are shown, also in the row of sums; None for kronor in full.
    """

    name: str
    cell: Callable[[Row], CellView] | None = None
    heading: Text | None = None
    total: bool = False
    amount: Callable[[int | None, SumOf | None], CellView] | None = None


def table_grid(
    table: Table,
    shown: Sequence[Shown],
    caption: Text,
    name: str = "",
    total: Text | None = None,
    own: Callable[[Row], bool] | None = None,
    most: int | None = None,
) -> Grid:
    """Return the table for the page.

    Args:
        name: The table's name among the page's downloads.
        total: The heading of the row of sums; None for no such row.
        own: Tells whether the page is about a row.
        most: How many rows are shown, from the first; None for all. The sums are of all the same.
    """
    rows = [dict(zip(table.names, row, strict=True)) for row in table.rows]
    columns = [_column(table, one) for one in shown]
    cells = [[_cell(one, row) for one in shown] for row in rows[:most]]
    made = grid(caption, columns, cells, _totals(shown, rows, name, total) if total is not None else ())
    return replace(made, own=frozenset(n for n, row in enumerate(rows[:most]) if own is not None and own(row)))


def _cell(shown: Shown, row: Row) -> CellView:
    value = row[shown.name]
    if shown.cell is not None:
        return shown.cell(row)
    if shown.amount is not None and (value is None or isinstance(value, int)):
        return shown.amount(value, None)
    return plain_cell(shown.name, value)


def plain_cell(name: str, value: Cell) -> CellView:
    """Return a value as it is shown: kronor in columns of kronor, other numbers bare."""
    match value:
        case None:
            return CellView(plain("–"))
        case int():
            return money(value) if name.endswith("_kr") else CellView(plain(whole_number(value)), value=value)
        case Fraction():
            return CellView(plain(decimal_number(value, 2)))
        case Text():
            return CellView(value)
        case _:
            return CellView(plain(value))


def _column(table: Table, shown: Shown) -> Column:
    n = table.names.index(shown.name)
    numbers = [row[n] for row in table.rows if row[n] is not None]
    number = bool(numbers) and all(isinstance(value, int | Fraction) for value in numbers)
    return Column(shown.heading or table.headings[n], number or shown.name.endswith("_kr"), shown.name)


def _totals(shown: Sequence[Shown], rows: Sequence[Row], name: str, heading: Text) -> list[CellView]:
    cells = [CellView(heading)]
    for one in shown[1:]:
        values = [value for row in rows if isinstance(value := row[one.name], int)]
        cells.append(
            (one.amount or money)(sum(values), SumOf(one.name, table=name)) if one.total else CellView(plain(""))
        )
    return cells
