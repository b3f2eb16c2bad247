"""A table -> a sheet with the same rows: kronor as numbers, headings with filters."""

from __future__ import annotations

from collections.abc import Mapping

from overens.export.csv_table import Cell as TableCell
from overens.export.csv_table import Table
from overens.export.workbook.model import Cell, Column, Look, Sheet
from overens.vocabulary.wording import Language, Text


def table_sheet(
    table: Table, name: str, language: Language, *, looks: Mapping[str, Look] | None = None, title: str = ""
) -> Sheet:
    """Return a table as a sheet of values.

    Args:
        looks: Column name -> how it is shown; else by the name and what the column holds.
        title: What stands in the first cell; the table's title if it is empty.
    """
    given = looks or {}
    columns = [
        Column(heading.say(language), given.get(column) or look_of(column, [row[n] for row in table.rows]))
        for n, (column, heading) in enumerate(zip(table.names, table.headings, strict=True))
    ]
    rows = [tuple(said(cell, language) for cell in row) for row in table.rows]
    return Sheet(name, title or table.title.say(language), tuple(columns), rows, filtered=True)


def look_of(name: str, cells: list[TableCell]) -> Look:
    """Return how a column is shown: kronor by its name, numbers by what it holds.

    >>> look_of("sum_kr", []), look_of("n", [1, None]), look_of("name", ["Ale"])
    (<Look.KRONOR: 'kronor'>, <Look.COUNT: 'antal'>, <Look.TEXT: 'text'>)
    """
    if name.endswith("kr"):
        return Look.KRONOR
    there = [cell for cell in cells if cell is not None]
    if not there or any(isinstance(cell, str | Text) for cell in there):
        return Look.TEXT
    return Look.COUNT if all(isinstance(cell, int) for cell in there) else Look.DECIMALS


def said(cell: TableCell, language: Language) -> Cell:
    """Return a table's cell as a sheet's."""
    return cell.say(language) if isinstance(cell, Text) else cell
