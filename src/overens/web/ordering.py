"""A table and the column asked for -> the table in that order."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from overens.export.csv_table import Cell, Table
from overens.vocabulary.problems import Fault
from overens.vocabulary.wording import Language, Text, swedish_order
from overens.web.refused import Refused


def ordered(table: Table, sort: str, language: Language) -> Table:
    """Return the table sorted by a column, descending with - before its name; what is unknown comes last.

    Raises:
        Refused: If there is no such column.
    """
    if not sort:
        return table
    name, falling = sort.removeprefix("-"), sort.startswith("-")
    if name not in table.names:
        raise Refused(422, no_column(sort, table.names))
    n = table.names.index(name)
    known = [row for row in table.rows if row[n] is not None]
    unknown = [row for row in table.rows if row[n] is None]
    known.sort(key=lambda row: _rank(row[n], language), reverse=falling)
    return replace(table, rows=(*known, *unknown))


def _rank(cell: Cell, language: Language) -> tuple[int, Fraction, str]:
    """Return what a cell is sorted by: numbers before words, å ä ö last."""
    match cell:
        case int() | Fraction():
            return 0, Fraction(cell), ""
        case Text():
            return 1, Fraction(0), swedish_order(cell.say(language))
        case _:
            return 1, Fraction(0), swedish_order(str(cell))


def no_column(sort: str, names: tuple[str, ...]) -> Fault:
    """Return what is said of a column that a table does not have."""
    return Fault.of(
        "Tabellen har ingen kolumn '{sort}' att sortera efter.",
        "Skriv en av: {names}; med - före för fallande ordning.",
        "The table has no column '{sort}' to sort by.",
        "Write one of: {names}; with - before it for descending order.",
        sort=sort[:60],
        names=", ".join(names),
    )
