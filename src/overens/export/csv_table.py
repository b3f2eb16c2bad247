"""A table -> CSV: canonical for programs, or as Swedish Excel opens it."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from fractions import Fraction

from overens.vocabulary.wording import Language, Text, exact_decimal

Cell = str | int | Fraction | Text | None
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


@dataclass(frozen=True)
class Table:
    """A title, column names and rows; kronor are integers, unknown is None.

    Attributes:
        headings: Heading shown to people, one for each column.
        names: Column name in CSV, one for each column; the same in both languages.
    """

    title: Text
    names: tuple[str, ...]
    headings: tuple[Text, ...]
    rows: tuple[tuple[Cell, ...], ...]


def to_csv(table: Table, language: Language = Language.SWEDISH) -> str:
    """Return canonical CSV: comma, decimal point, UTF-8, one header row."""
    return _write(table, ",", language, decimal_comma=False)


def to_excel_csv(table: Table, language: Language = Language.SWEDISH) -> str:
    """Return CSV that Swedish Excel opens as it stands: BOM, semicolon, decimal comma."""
    return "\ufeff" + _write(table, ";", language, decimal_comma=True)


def _write(table: Table, separator: str, language: Language, *, decimal_comma: bool) -> str:
    end = "\r\n" if decimal_comma else "\n"
    rows = [list(table.names), *([_cell(cell, language, decimal_comma) for cell in row] for row in table.rows)]
    return "".join(_line(row, separator) + end for row in rows)


def _line(row: list[str], separator: str) -> str:
    """Return one row; a cell with a line break in it is quoted, whatever ends the rows."""
    out = io.StringIO()
    csv.writer(out, delimiter=separator, lineterminator="\r\n").writerow(row)
    return out.getvalue().removesuffix("\r\n")


def _cell(cell: Cell, language: Language, decimal_comma: bool) -> str:
    match cell:
        case None:
            return ""
        case int():
            return str(cell)
        case Fraction():
            text = exact_decimal(cell)
            return text.replace(".", ",") if decimal_comma else text
        case Text():
            return _harmless(cell.say(language))
        case str():
            return _harmless(cell)


def _harmless(text: str) -> str:
    """Return text that a spreadsheet does not take for a formula."""
    return "'" + text if text.startswith(FORMULA_STARTS) else text
