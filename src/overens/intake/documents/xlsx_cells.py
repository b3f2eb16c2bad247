"""The bytes of an XLSX -> the cells of its sheets as JSON; for use inside the child only."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO
from itertools import zip_longest
from typing import Any, TypeAlias

import openpyxl
import openpyxl.reader.excel
import openpyxl.worksheet._read_only
import openpyxl.worksheet._reader

from overens.figures.outcomes.grid import GridCell, Sheet, Written, to_json
from overens.intake.documents.answer import Reading
from overens.intake.documents.limits import LONGEST_CELL, MOST_COLUMNS, MOST_ROWS
from overens.intake.documents.xlsx_package import check_workbook

Book: TypeAlias = Any  # what follows is the parser's own, which has no types
Page: TypeAlias = Any
Held: TypeAlias = Any

_FORMULA = "f"
_ERROR = "e"


def read_xlsx(raw: bytes) -> Reading:
    """Return the cells of every sheet that is seen or hidden, as JSON.

    A formula counts as the value that was saved with it; where none was, it is said to be a formula.

    Raises:
        Refused: If the workbook is not within limits.
    """
    check_workbook(raw)
    values, formulas = (_open(raw, data_only=data_only) for data_only in (True, False))
    sheets = [
        Sheet(str(name), dict(_cells(values[name], formulas[name])))
        for name in values.sheetnames
        if hasattr(values[name], "iter_rows")  # a sheet that is one picture has no cells
    ]
    return Reading(to_json(sheets))


def _open(raw: bytes, *, data_only: bool) -> Book:
    return openpyxl.load_workbook(BytesIO(raw), read_only=True, data_only=data_only, keep_links=False, rich_text=False)


def _cells(values: Page, formulas: Page) -> Iterator[tuple[tuple[int, int], GridCell]]:
    reset = (values, formulas)
    for one in reset:
        one.reset_dimensions()  # what a sheet says of its own size is not to be trusted
    both = zip_longest(*(one.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS) for one in reset), fillvalue=())
    for row, (of_values, of_formulas) in enumerate(both, 1):
        for column, (value, formula) in enumerate(zip(of_values, of_formulas, strict=False), 1):
            cell = _cell(value, formula)
            if cell is not None:
                yield (row, column), cell


def _cell(value: Held, formula: Held) -> GridCell | None:
    held = value.value
    if held is None:
        if formula.value is not None and formula.data_type == _FORMULA:
            return GridCell(Written.FORMULA, str(formula.value)[:LONGEST_CELL])
        return None
    if value.data_type == _ERROR:
        return GridCell(Written.ERROR, str(held)[:LONGEST_CELL])
    match held:
        case bool():
            return GridCell(Written.TRUTH, "SANT" if held else "FALSKT")
        case int() | float():
            kind = Written.PER_CENT if "%" in str(value.number_format or "") else Written.NUMBER
            return GridCell(kind, _digits(held))
        case datetime.datetime():
            return GridCell(Written.DATE, held.date().isoformat())
        case datetime.date():
            return GridCell(Written.DATE, held.isoformat())
        case datetime.time() | datetime.timedelta():
            return GridCell(Written.DATE, str(held))
    words = str(held)[:LONGEST_CELL]
    return GridCell(Written.TEXT, words) if words.strip() else None


def _digits(number: float) -> str:
    """Return the number with the fifteen digits that spreadsheets show at most: 312.00000000000006 is 312."""
    return format(Decimal(format(number, ".15g")), "f")
