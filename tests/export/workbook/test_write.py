from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from io import BytesIO

import pytest
from openpyxl import load_workbook

from overens.export.does_not_fit import DoesNotFit
from overens.export.workbook.model import (
    Column,
    Formula,
    Link,
    Look,
    NamedRange,
    Sheet,
    Styled,
    Workbook,
    sheet_names,
)
from overens.export.workbook.write import write_workbook

COLUMNS = (Column("Mottagare"), Column("Kronor", Look.KRONOR), Column("Dag", Look.DAY))


def sheet(*rows: tuple[object, ...], name: str = "Potter") -> Sheet:
    return Sheet(name, "Potterna", COLUMNS, rows, ("en not",))  # type: ignore[arg-type]  # the tests also write odd cells


def read(book: Workbook, values: bool = False) -> object:
    return load_workbook(BytesIO(write_workbook(book)), data_only=values)


def test_rows_stand_where_the_span_says() -> None:
    one = sheet(("Nässjö", 5, date(2024, 5, 1)), ("Eksjö", Formula("=B5*2", 10), None))
    page = read(Workbook("t", (one,)))["Potter"]  # type: ignore[index]  # the reader has no types
    assert page.cell(one.span.first - 1, 1).value == "Mottagare"
    assert page[one.span.cell(0, one.span.first)].value == "Nässjö"
    assert page[one.span.cell(1, one.span.last)].value == "=B5*2"


def test_a_formula_shows_what_it_gives_before_it_is_recalculated() -> None:
    book = Workbook("t", (sheet(("a", Formula("=1+1", 2), None), ("b", Fraction(1, 3), None)),))
    page = read(book, values=True)["Potter"]  # type: ignore[index]  # the reader has no types
    assert [page["B5"].value, page["B6"].value] == [2, 1 / 3]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "＝cmd", "\t=1"])
def test_text_is_never_a_formula(text: str) -> None:
    cell = read(Workbook("t", (sheet((text, 1, None)),)))["Potter"]["A5"]  # type: ignore[index]  # the reader has no types
    assert (cell.value, cell.data_type) == (text, "s")
    assert cell.quotePrefix or cell.style_array.quotePrefix


def test_a_link_that_is_no_web_address_is_only_text() -> None:
    book = Workbook(
        "t", (sheet((Link("käll", "javascript:alert(1)"), 1, None), (Link("a", "https://b.example/"), 1, None)),)
    )
    page = read(book)["Potter"]  # type: ignore[index]  # the reader has no types
    assert [page["A5"].hyperlink, page["A6"].hyperlink.target] == [None, "https://b.example/"]


def test_what_a_spreadsheet_cannot_hold_is_written_out() -> None:
    columns = (Column("a"), Column("b", Look.COUNT))
    page = read(Workbook("t", (Sheet("Potter", "t", columns, (("x" * 40_000, 10**20),), ("n",)),)))["Potter"]  # type: ignore[index]  # the reader has no types
    assert [len(page["A5"].value), page["B5"].value] == [32_767, str(10**20)]


@pytest.mark.parametrize("cell", [10**15, -(10**30), Formula("=B5", 10**15), Styled(10**15)])
def test_kronor_that_a_sum_would_pass_over_are_refused(cell: object) -> None:
    with pytest.raises(DoesNotFit, match="fler siffror"):
        write_workbook(Workbook("t", (sheet(("a", cell, None)),)))


def test_ten_thousand_rows() -> None:
    page = read(Workbook("t", (sheet(*(("plats", n, None) for n in range(10_000))),)))["Potter"]  # type: ignore[index]  # the reader has no types
    assert page.max_row == 10_004


def test_the_same_workbook_is_the_same_bytes() -> None:
    book = Workbook("t", (sheet(("a", 1, None)),), (NamedRange("kronor", "'Potter'!$B$5:$B$5"),))
    assert write_workbook(book) == write_workbook(book)
    assert list(read(book).defined_names) == ["kronor"]  # type: ignore[attr-defined]  # the reader has no types


def test_names_of_sheets_are_allowed_and_unlike() -> None:
    hostile = ["a/b", "A-B", "", "'", "x" * 40, "x" * 50, "History", "[1]:*?\\"]
    names = sheet_names(hostile)
    assert len({name.casefold() for name in names}) == len(names)
    assert all(0 < len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)


@pytest.mark.parametrize(
    ("widths", "frozen", "pages", "repeated"),
    [((40, 40), 1, 1, None), ((40, *[20] * 14), 1, 3, "$A:$A"), ((90, 30, 40, *[20] * 14), 3, 4, "$B:$C")],
)
def test_a_broad_sheet_is_printed_over_pages_that_can_be_read(
    widths: tuple[int, ...], frozen: int, pages: int, repeated: str | None
) -> None:
    columns = tuple(Column("c", width=width) for width in widths)
    one = Sheet("Blad", "t", columns, (("a",) * len(widths),), frozen=frozen)
    page = read(Workbook("t", (one,)))["Blad"]  # type: ignore[index]  # the reader has no types
    assert (page.page_setup.fitToWidth or 1, page.print_title_cols) == (pages, repeated)


@pytest.mark.parametrize("words", ["\u200b", "History", "", " 2", "😀" * 40, "x" * 28 + "😀" * 3])
def test_names_of_sheets_are_kept_when_they_are_named_again_beside_others(words: str) -> None:
    """A name counts as the format counts, and survives being named once more: the pots' sheets come after others."""
    names = sheet_names([words] * 12)
    assert sheet_names(names) == names
    assert all(0 < len(name.encode("utf-16-le")) <= 62 for name in names)
    write_workbook(Workbook("t", tuple(replace(sheet(("a", 1, None)), name=name) for name in names)))
