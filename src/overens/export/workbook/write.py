"""A workbook -> its bytes, the same each time: XLSX with live formulas, and no text that is taken for one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from fractions import Fraction
from io import BytesIO
from typing import Any, TypeAlias

from overens.export.csv_table import FORMULA_STARTS
from overens.export.does_not_fit import DoesNotFit
from overens.export.workbook.model import (
    Cell,
    Choice,
    Formula,
    Inside,
    Link,
    Look,
    Plain,
    Sheet,
    Styled,
    Tone,
    Workbook,
)
from overens.export.workbook.room import height_of, heights_of, room_for_notes, widths_of
from overens.export.workbook.shapes import RIGHT, Shape, Shapes, shapes_of
from overens.vocabulary.problems import Fault

Page: TypeAlias = Any  # the writer's own worksheet

_MADE = datetime(2024, 1, 1)  # noqa: DTZ001 - a fixed day, so that the same workbook is the same bytes
_PORTRAIT = 110
"""Characters that fit beside each other on an upright page."""
_LANDSCAPE = 170
"""Characters that can be read beside each other on a page on its side."""
_REPEATED = 85
"""Characters of frozen columns that are written on each page, which the rows are told apart by."""
_MOST_PAGES = 4
"""How many pages a sheet may be broad."""
_MOST_DIGITS = 10**15
"""From here on a spreadsheet does not hold every whole number."""
_LONGEST_TEXT = 32_767
_LONGEST_LINK = 2_000
_LONGEST_LIST = 255
_GOOD = {"bg_color": "#C6E7C6", "font_color": "#1B5E20"}
_BAD = {"bg_color": "#F6C6C0", "font_color": "#8B1A10"}


def write_workbook(book: Workbook) -> bytes:
    """Return the workbook's bytes.

    Raises:
        ImportError: If what writes workbooks is not installed.
        DoesNotFit: If kronor that formulas may sum have more digits than a spreadsheet holds.
    """
    import xlsxwriter

    _refuse_too_large(book)

    out = BytesIO()
    made = xlsxwriter.Workbook(out, {"in_memory": True})
    made.set_properties({"title": book.title[:_LONGEST_LIST], "author": "Överens", "created": _MADE})
    made.set_calc_mode("auto")
    shapes = shapes_of(made)
    signs = (made.add_format(_GOOD), made.add_format(_BAD))
    for sheet in book.sheets:
        _write_sheet(made.add_worksheet(sheet.name), sheet, shapes, signs)
    for one in book.names:
        made.define_name(one.name, f"={one.refers}")
    made.close()
    return out.getvalue()


def _refuse_too_large(book: Workbook) -> None:
    """Refuse kronor that would be text among numbers, where a sum would pass them over."""
    for sheet in book.sheets:
        for row in (*sheet.rows, sheet.total):
            for cell, column in zip(row, sheet.columns, strict=False):
                if column.look is Look.KRONOR and abs(_whole(cell)) >= _MOST_DIGITS:
                    raise DoesNotFit(_too_large(sheet.name, _whole(cell)))


def _whole(cell: Cell) -> int:
    """Return the whole number that a cell holds or gives; 0 for one that has none."""
    plain = cell.cell if isinstance(cell, Styled) else cell
    value = plain.value if isinstance(plain, Formula) else plain
    return value if isinstance(value, int) else 0


def _too_large(sheet: str, number: int) -> Fault:
    return Fault.of(
        "Bladet '{sheet}': {number} kr har fler siffror än ett kalkylark räknar med.",
        "Ta CSV eller JSON, som rymmer alla tal; eller rätta beloppet, om det är fel.",
        "The sheet '{sheet}': {number} kr has more digits than a spreadsheet calculates with.",
        "Take CSV or JSON, which hold every number; or mend the amount, if it is wrong.",
        sheet=sheet,
        number=str(number),
    )


def _write_sheet(page: Page, sheet: Sheet, shapes: Shapes, signs: tuple[Any, Any]) -> None:
    # the writer else looks through each formula thirty times for functions newer than the format; none is used here
    page._prepare_formula = _bare
    _set_up(page, sheet)
    page.write_string(0, 0, sheet.title[:_LONGEST_TEXT], shapes("title", False, Tone.PLAIN))
    widths = widths_of(sheet)
    _write_notes(page, sheet, widths, shapes)
    _write_facts(page, sheet, shapes, signs)
    _write_headings(page, sheet, shapes)
    first = sheet.span.first - 1
    for n, width in enumerate(widths):
        page.set_column(n, n, width)
    for row_number, height in heights_of(sheet, widths):
        page.set_row(row_number - 1, height)
    _fit(page, sheet, widths)
    for down, row in enumerate((*sheet.rows, *([sheet.total] if sheet.total else ()))):
        total = down == len(sheet.rows)
        for n, cell in enumerate(row):
            column = sheet.columns[n]
            tone = column.tone if not total or column.tone is Tone.RESULT else Tone.PLAIN
            _write_cell(page, first + down, n, cell, column.look, tone, shapes, signs, total)
    for choice in sheet.choices:
        _let_choose(page, choice)


def _write_notes(page: Page, sheet: Sheet, widths: Sequence[int], shapes: Shapes) -> None:
    """Write each note in a row; one that is longer than the page is broad in lines, over as many columns as that."""
    last, room = room_for_notes(widths)
    for row, note in enumerate((one[:_LONGEST_TEXT] for one in sheet.notes), 1):
        if len(note) <= room or last == 0:
            page.write_string(row, 0, note, shapes("note", False, Tone.PLAIN))
            continue
        page.merge_range(row, 0, row, last, "", shapes("long note", False, Tone.PLAIN))
        page.write_string(row, 0, note, shapes("long note", False, Tone.PLAIN))
        page.set_row(row, height_of(note, room))


def _write_headings(page: Page, sheet: Sheet, shapes: Shapes) -> None:
    row, before = sheet.span.first - 2, ""
    for n, column in enumerate(sheet.columns):
        heading = "number heading" if column.look in RIGHT else "heading"
        page.write_string(row, n, column.heading, shapes(heading, False, Tone.PLAIN))
        if column.group and column.group != before:
            page.write_string(row - 1, n, column.group, shapes("group", False, Tone.PLAIN))
        before = column.group


def _write_facts(page: Page, sheet: Sheet, shapes: Shapes, signs: tuple[Any, Any]) -> None:
    for down, fact in enumerate(sheet.facts, sheet.first_fact - 1):
        page.write_string(down, 0, fact.label[:_LONGEST_TEXT], shapes("label", False, Tone.PLAIN))
        _write_cell(page, down, 1, fact.value, Look.TEXT, Tone.PLAIN, shapes, signs, False)
        if fact.note:
            page.write_string(down, 2, fact.note[:_LONGEST_TEXT], shapes("note", False, Tone.PLAIN))


def _fit(page: Page, sheet: Sheet, widths: Sequence[int]) -> None:
    """Fit a sheet to so many pages beside each other that it can be read; the last frozen columns stand on each of them."""
    if sum(widths) > _PORTRAIT:
        page.set_landscape()
    if sum(widths) <= _LANDSCAPE:
        page.fit_to_pages(1, 0)
        return
    first = next((n for n in range(sheet.frozen) if sum(widths[n : sheet.frozen]) <= _REPEATED), sheet.frozen)
    repeated = sum(widths[first : sheet.frozen])
    page.fit_to_pages(min(_MOST_PAGES, -(-(sum(widths) - repeated) // (_LANDSCAPE - repeated))), 0)
    if repeated:
        page.repeat_columns(first, sheet.frozen - 1)


def _set_up(page: Page, sheet: Sheet) -> None:
    """Freeze the headings, and prepare the page to be printed: headings on each page."""
    page.set_paper(9)  # A4
    page.set_footer("&L&A&R&P / &N")
    if not sheet.columns:
        return
    heading = sheet.span.first - 2
    if heading < 20:  # a window is some thirty rows high, and what is frozen cannot be scrolled away
        page.freeze_panes(heading + 1, min(sheet.frozen, len(sheet.columns)))
    else:
        page.freeze_panes(0, min(sheet.frozen, len(sheet.columns)))
    page.repeat_rows(heading)
    if sheet.filtered and sheet.rows:
        page.autofilter(heading, 0, heading + len(sheet.rows), len(sheet.columns) - 1)


def _write_cell(
    page: Page,
    row: int,
    column: int,
    cell: Cell,
    look: Look,
    tone: Tone,
    shapes: Shapes,
    signs: Sequence[Any],
    total: bool,
) -> None:
    shown = cell if isinstance(cell, Styled) else Styled(cell, look, tone)
    if shown.tone is Tone.CHECK:
        _show_check(page, row, column, signs)
    shape = shapes(shown.look.value, total, shown.tone)
    _write_plain(page, row, column, shown.cell, shape, shapes, shown.tone, total)


def _write_plain(
    page: Page, row: int, column: int, cell: Plain, shape: Shape, shapes: Shapes, tone: Tone, total: bool
) -> None:
    match cell:
        case None:
            page.write_blank(row, column, None, shape)
        case Formula():
            page.write_formula(row, column, cell.text, shape, _cached(cell.value))
        case str():
            _write_text(page, row, column, cell, shape, shapes, tone, total)
        case int() if abs(cell) < _MOST_DIGITS:
            page.write_number(row, column, cell, shape)
        case Fraction() if max(abs(cell.numerator), cell.denominator) < _MOST_DIGITS:
            page.write_formula(row, column, f"={cell.numerator}/{cell.denominator}", shape, float(cell))
        case int() | Fraction():  # more digits than a spreadsheet's numbers have
            _write_text(page, row, column, str(cell), shape, shapes, tone, total)
        case date():
            day = datetime(cell.year, cell.month, cell.day)  # noqa: DTZ001 - a day has no zone
            page.write_datetime(row, column, day, shapes(Look.DAY.value, total, tone))
        case Link() if 0 < len(cell.href) <= _LONGEST_LINK and cell.href.startswith(("https://", "http://")):
            page.write_url(row, column, cell.href, shapes("link", False, tone), cell.text[:_LONGEST_TEXT])
        case Inside():
            page.write_url(row, column, f"internal:{cell.to}", shapes("link", False, tone), cell.text[:_LONGEST_TEXT])
        case Link():
            _write_text(page, row, column, cell.text, shape, shapes, tone, total)


def _write_text(
    page: Page, row: int, column: int, text: str, shape: Shape, shapes: Shapes, tone: Tone, total: bool
) -> None:
    """Write text as text; what begins as a formula is marked so that it stays text when the cell is edited."""
    if text.startswith(FORMULA_STARTS):
        shape = shapes("harmless", total, tone)
    page.write_string(row, column, text[:_LONGEST_TEXT], shape)


def _show_check(page: Page, row: int, column: int, signs: Sequence[Any]) -> None:
    """Colour a difference: green where it is nought, red where it is not."""
    good, bad = signs
    page.conditional_format(row, column, row, column, {"type": "cell", "criteria": "==", "value": 0, "format": good})
    page.conditional_format(row, column, row, column, {"type": "cell", "criteria": "!=", "value": 0, "format": bad})


def _let_choose(page: Page, choice: Choice) -> None:
    """Give a cell its list; one that is too long for the format to write out is left to be typed."""
    if isinstance(choice.among, str):
        page.data_validation(choice.cell, {"validate": "list", "source": f"={choice.among}"})
    elif len(",".join(choice.among)) <= _LONGEST_LIST:
        page.data_validation(choice.cell, {"validate": "list", "source": list(choice.among)})


def _bare(formula: str, *_: object) -> str:
    """Return a formula as the file holds it."""
    return formula.removeprefix("=")


def _cached(value: str | int | Fraction | None) -> str | int | float:
    if value is None:
        return ""
    return float(value) if isinstance(value, Fraction) else value
