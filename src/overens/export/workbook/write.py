"""A workbook -> its bytes, the same each time: XLSX with live formulas, and no text that is taken for one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from fractions import Fraction
from io import BytesIO
from typing import Any, TypeAlias

from overens.export.csv_table import FORMULA_STARTS
from overens.export.workbook.model import Cell, Column, Formula, Link, Look, Sheet, Workbook

Book: TypeAlias = Any  # the writer's own workbook
Page: TypeAlias = Any  # its worksheet
Looks: TypeAlias = dict[tuple[str, bool], Any]

_MADE = datetime(2024, 1, 1)  # noqa: DTZ001 - a fixed day, so that the same workbook is the same bytes
_WIDEST = 60
_NARROWEST = 8
_MOST_DIGITS = 10**15
"""From here on a spreadsheet does not hold every whole number."""
_LONGEST_TEXT = 32_767
_LONGEST_LINK = 2_000
_NUMBERS = {Look.KRONOR: "#,##0", Look.COUNT: "#,##0", Look.SHARE: "0.0000%", Look.DECIMALS: "#,##0.0000"}
_RIGHT = (Look.KRONOR, Look.COUNT, Look.SHARE, Look.DECIMALS)


def write_workbook(book: Workbook) -> bytes:
    """Return the workbook's bytes.

    Raises:
        ImportError: If what writes workbooks is not installed.
    """
    import xlsxwriter

    out = BytesIO()
    made = xlsxwriter.Workbook(out, {"in_memory": True})
    made.set_properties({"title": book.title, "author": "Överens", "created": _MADE})
    made.set_calc_mode("auto")
    looks = _looks(made)
    for sheet in book.sheets:
        _write_sheet(made.add_worksheet(sheet.name), sheet, looks)
    for one in book.names:
        made.define_name(one.name, f"={one.refers}")
    made.close()
    return out.getvalue()


def _looks(made: Book) -> Looks:
    """Return a format for each look, plain and as a total, and those of titles, notes and headings."""
    found: Looks = {
        ("title", False): made.add_format({"bold": True, "font_size": 14}),
        ("note", False): made.add_format({"italic": True, "font_color": "#444444"}),
        ("heading", False): made.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}),
        ("number heading", False): made.add_format(
            {"bold": True, "bottom": 1, "text_wrap": True, "valign": "top", "align": "right"}
        ),
        ("link", False): made.add_format({"font_color": "#0B5394", "underline": 1, "valign": "top"}),
    }
    for look in Look:
        shape: dict[str, Any] = {
            "valign": "top",
            "num_format": _NUMBERS.get(look, "yyyy-mm-dd" if look is Look.DAY else "@"),
        }
        shape |= {"text_wrap": True} if look is Look.TEXT else {}
        found[look.value, False] = made.add_format(shape)
        found[look.value, True] = made.add_format({**shape, "bold": True, "top": 1})
    shape = {"num_format": "@", "text_wrap": True, "valign": "top", "quote_prefix": True}
    found["harmless", False] = made.add_format(shape)
    found["harmless", True] = made.add_format({**shape, "bold": True, "top": 1})
    return found


def _write_sheet(page: Page, sheet: Sheet, looks: Looks) -> None:
    _set_up(page, sheet)
    page.write_string(0, 0, sheet.title[:_LONGEST_TEXT], looks["title", False])
    for below, note in enumerate(sheet.notes, 1):
        page.write_string(below, 0, note[:_LONGEST_TEXT], looks["note", False])
    first = sheet.span.first - 1
    for n, column in enumerate(sheet.columns):
        heading = looks["number heading" if column.look in _RIGHT else "heading", False]
        page.write_string(first - 1, n, column.heading, heading)
        page.set_column(n, n, column.width or _width(column, (row[n] for row in sheet.rows)))
    for down, row in enumerate(sheet.rows):
        for n, cell in enumerate(row):
            _write_cell(page, first + down, n, cell, sheet.columns[n].look, looks, total=False)
    for n, cell in enumerate(sheet.total):
        _write_cell(page, first + len(sheet.rows), n, cell, sheet.columns[n].look, looks, total=True)


def _set_up(page: Page, sheet: Sheet) -> None:
    """Freeze the headings, and prepare the page to be printed: as broad as the paper, headings on each page."""
    heading = sheet.span.first - 2
    page.freeze_panes(heading + 1, min(sheet.frozen, len(sheet.columns)))
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
    page.repeat_rows(heading)
    page.set_footer("&L&A&R&P / &N")
    if len(sheet.columns) > 5:
        page.set_landscape()
    if sheet.filtered and sheet.rows:
        page.autofilter(heading, 0, heading + len(sheet.rows), len(sheet.columns) - 1)


def _write_cell(page: Page, row: int, column: int, cell: Cell, look: Look, looks: Looks, *, total: bool) -> None:
    shape = looks[look.value, total]
    match cell:
        case None:
            page.write_blank(row, column, None, shape)
        case Formula():
            page.write_formula(row, column, cell.text, shape, _cached(cell.value))
        case Link() if 0 < len(cell.href) <= _LONGEST_LINK and cell.href.startswith(("https://", "http://")):
            page.write_url(row, column, cell.href, looks["link", False], cell.text[:_LONGEST_TEXT])
        case Link():
            _write_text(page, row, column, cell.text, looks, total)
        case int() if abs(cell) < _MOST_DIGITS:
            page.write_number(row, column, cell, shape)
        case Fraction() if max(abs(cell.numerator), cell.denominator) < _MOST_DIGITS:
            page.write_formula(row, column, f"={cell.numerator}/{cell.denominator}", shape, float(cell))
        case int() | Fraction():  # more digits than a spreadsheet's numbers have
            _write_text(page, row, column, str(cell), looks, total)
        case date():
            page.write_datetime(row, column, datetime(cell.year, cell.month, cell.day), looks["dag", total])  # noqa: DTZ001 - a day has no zone
        case str():
            _write_text(page, row, column, cell, looks, total)


def _write_text(page: Page, row: int, column: int, text: str, looks: Looks, total: bool) -> None:
    """Write text as text; what begins as a formula is marked so that it stays text when the cell is edited."""
    look = "harmless" if text.startswith(FORMULA_STARTS) else "text"
    page.write_string(row, column, text[:_LONGEST_TEXT], looks[look, total])


def _cached(value: str | int | Fraction | None) -> str | int | float:
    if value is None:
        return ""
    return float(value) if isinstance(value, Fraction) else value


def _width(column: Column, cells: Iterable[Cell]) -> int:
    """Return a width in which the cells can be read: as wide as the longest, within reason."""
    longest = max(map(_length, cells), default=0)
    words = max(map(len, column.heading.split()), default=0)
    return min(_WIDEST, max(_NARROWEST, words + 2, longest + 2))


def _length(cell: Cell) -> int:
    match cell:
        case Formula():
            return _length(cell.value)
        case Link():
            return len(cell.text)
        case int():
            return len(f"{cell:,}")
        case Fraction():
            return 14
        case date():
            return 10
        case None:
            return 0
        case str():
            return len(cell)
