"""A template's sheets -> the bytes of a workbook to fill in: a cover, and a sheet for each indicator."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any, TypeAlias

Page: TypeAlias = Any  # the writer's own worksheet

HEADER_ROW = 2
"""The row of the headings on an indicator's sheet, counted from 0."""
_MADE = datetime(2024, 1, 1)  # noqa: DTZ001 - a fixed day, so that the same template is the same bytes
_LARGEST = 999_999_999


@dataclass(frozen=True)
class CoverSheet:
    """The cover: a title, what to do, rows to fill in (label, value, hint) and the list of indicators."""

    name: str
    title: str
    steps: Sequence[str]
    rows: Sequence[tuple[str, str, str]]
    choices: dict[str, Sequence[str]]
    titles: Sequence[str]
    indicators: Sequence[Sequence[str]]


@dataclass(frozen=True)
class IndicatorSheet:
    """A sheet to fill in: a row for each region, columns for periods; of a share two for each."""

    name: str
    title: str
    hint: str
    headings: Sequence[str]
    regions: Sequence[tuple[str, str]]
    in_pairs: bool
    not_a_count: str


def write_workbook(cover: CoverSheet, sheets: Sequence[IndicatorSheet]) -> bytes:
    """Return the workbook's bytes; the same template gives the same bytes.

    Raises:
        ImportError: If what writes workbooks is not installed.
    """
    import xlsxwriter

    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"created": _MADE})
    looks = {
        "title": book.add_format({"bold": True, "font_size": 14}),
        "bold": book.add_format({"bold": True, "bottom": 1, "num_format": "@"}),
        "text": book.add_format({"num_format": "@"}),
        "fill": book.add_format({"num_format": "@", "bg_color": "#FFF7D6", "border": 1, "border_color": "#C9B458"}),
        "count": book.add_format({"num_format": "#,##0"}),
        "hint": book.add_format({"italic": True, "font_color": "#555555"}),
        "wrong": book.add_format({"bg_color": "#F7C9C4"}),
    }
    _write_cover(book.add_worksheet(cover.name), cover, looks)
    for sheet in sheets:
        _write_sheet(book.add_worksheet(sheet.name), sheet, looks)
    book.close()
    return out.getvalue()


def _write_cover(page: Page, cover: CoverSheet, looks: dict[str, Any]) -> None:
    page.set_column(0, 0, 30)
    page.set_column(1, 1, 46)
    page.set_column(2, 5, 22)
    page.write_string(0, 0, cover.title, looks["title"])
    for n, step in enumerate(cover.steps, 1):
        page.write_string(n, 0, step)
    first = len(cover.steps) + 2
    for row, (label, value, hint) in enumerate(cover.rows, first):
        page.write_string(row, 0, label, looks["text"])
        page.write_string(row, 1, value, looks["fill"])
        page.write_string(row, 2, hint, looks["hint"])
        if label in cover.choices:
            page.data_validation(row, 1, row, 1, {"validate": "list", "source": list(cover.choices[label])})
    titles = first + len(cover.rows) + 1
    for column, title in enumerate(cover.titles):
        page.write_string(titles, column, title, looks["bold"])
        if title in cover.choices:
            rule = {"validate": "list", "source": list(cover.choices[title])}
            page.data_validation(titles + 1, column, titles + len(cover.indicators), column, rule)
    for row, indicator in enumerate(cover.indicators, titles + 1):
        for column, words in enumerate(indicator):
            page.write_string(row, column, words, looks["fill" if 0 < column < len(indicator) - 1 else "text"])


def _write_sheet(page: Page, sheet: IndicatorSheet, looks: dict[str, Any]) -> None:
    page.set_column(0, 0, 6)
    page.set_column(1, 1, 18)
    page.set_column(2, 1 + len(sheet.headings), 16 if sheet.in_pairs else 10, looks["count"])
    page.write_string(0, 0, sheet.title, looks["title"])
    page.write_string(1, 0, sheet.hint, looks["hint"])
    for column, title in enumerate(("kod", "namn", *sheet.headings)):
        page.write_string(HEADER_ROW, column, title, looks["bold"])
    for row, (code, name) in enumerate(sheet.regions, HEADER_ROW + 1):
        page.write_string(row, 0, code, looks["text"])
        page.write_string(row, 1, name, looks["text"])
    last_row, last_column = HEADER_ROW + len(sheet.regions), 1 + len(sheet.headings)
    page.freeze_panes(HEADER_ROW + 1, 2)
    page.data_validation(
        HEADER_ROW + 1,
        2,
        last_row,
        last_column,
        {
            "validate": "integer",
            "criteria": "between",
            "minimum": 0,
            "maximum": _LARGEST,
            "error_type": "warning",  # '..' may be written all the same
            "error_message": sheet.not_a_count,
        },
    )
    if sheet.in_pairs:
        above = {"type": "formula", "criteria": "=AND(ISEVEN(COLUMN(D4)),ISNUMBER(C4),ISNUMBER(D4),C4>D4)"}
        page.conditional_format(HEADER_ROW + 1, 2, last_row, last_column, {**above, "format": looks["wrong"]})
