"""A table becomes a sheet whose formulas give the table's own values."""

from __future__ import annotations

from fractions import Fraction
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from overens.export.csv_table import Table
from overens.export.workbook.model import Workbook
from overens.export.workbook.write import write_workbook
from overens.usecases.workbooks.table_sheet import SUBTOTAL, SUM, Live, Plan, live, named_sheets, same_as, with_rough
from overens.vocabulary.wording import Language, Text, plain
from tests.office import recalculate

SV = Language.SWEDISH
NAMES = ("who", "before_kr", "after_kr", "difference_kr", "each")
HEADINGS = tuple(map(plain, ("Vem", "Före", "Efter", "Skillnad", "Per invånare")))


def sheet(*rows: tuple[Any, ...], name: str = "Blad", **plan: Any) -> Live:
    """Return a sheet of rows (who, before, after, difference, each) with the difference and the share as formulas."""
    formulas = {
        "difference_kr": lambda here, _: f"{here('after_kr')}-{here('before_kr')}",
        "each": lambda here, _: f"{here('after_kr')}/7",
    }
    return live(Table(plain("t"), NAMES, HEADINGS, rows), Plan(name, "rows", formulas=formulas, **plan), SV)


def read(*sheets: Live, values: bool = False) -> Any:
    book = Workbook("t", tuple(one.sheet for one in sheets), tuple(name for one in sheets for name in one.ranges))
    return load_workbook(BytesIO(write_workbook(book)), data_only=values)


ROWS = (("a", 1, 3, 2, Fraction(3, 7)), ("b", 5, 5, 0, Fraction(5, 7)))


def test_a_formula_stands_where_the_table_has_a_value() -> None:
    page = read(sheet(*ROWS, ("c", None, 4, None, None)))["Blad"]
    assert [page[f"D{n}"].value for n in (4, 5, 6)] == ["=C4-B4", "=C5-B5", None]


def test_what_is_recalculated_is_what_the_table_says() -> None:
    first = sheet(*ROWS, summed=("before_kr", "after_kr", "difference_kr"))
    other = live(
        Table(plain("t"), ("who", "kr"), (plain("Vem"), plain("Kr")), (("a", 3), ("b", 5))),
        Plan(
            "Två",
            "two",
            formulas={"kr": lambda here, v: first.sum_where("after_kr", ("who", same_as(here("who"), str(v["who"]))))},
        ),
        SV,
    )
    book = recalculate(write_workbook(Workbook("t", (first.sheet, other.sheet))))
    page = book["Blad"]
    assert [page[f"{column}6"].value for column in "BCD"] == [6, 8, 2]
    assert [round(page[cell].value * 7, 9) for cell in ("E4", "E5")] == [3, 5]
    assert [book["Två"][f"B{n}"].value for n in (4, 5)] == [3, 5]


def test_a_total_counts_only_what_a_filter_shows_where_it_is_asked_to() -> None:
    page = read(sheet(*ROWS, summed=("after_kr",), by=SUBTOTAL, filtered=True))["Blad"]
    assert page["C6"].value == "=SUBTOTAL(109,C4:C5)"
    assert page.auto_filter.ref == "A3:E5"


@pytest.mark.parametrize("by", [SUM, SUBTOTAL])
def test_a_sum_of_what_is_not_known_is_empty_and_what_is_0_stays_0(by: str) -> None:
    rows = (("a", None, 0, None, None), ("b", None, None, None, None))
    one = sheet(*rows, summed=("before_kr", "after_kr"), by=by)
    assert [one.sum(name).value for name in ("before_kr", "after_kr")] == [None, 0]
    page = recalculate(write_workbook(Workbook("t", (one.sheet,))))["Blad"]
    assert [page["B6"].value or None, page["C6"].value] == [None, 0]
    assert read(one, values=True)["Blad"]["B6"].value in (None, "")


@pytest.mark.parametrize(("rough", "total"), [((False, True), "≈"), ((False, False), None)])
def test_a_sum_of_something_rough_is_rough(rough: tuple[bool, ...], total: str | None) -> None:
    table = Table(plain("t"), ("who", "kr"), (plain("Vem"), plain("Kr")), (("a", 3), ("b", 5)))
    page = read(live(with_rough(table, "who", plain("≈"), rough), Plan("Blad", "rows", summed=("kr",)), SV))["Blad"]
    assert [page[f"B{n}"].value for n in (4, 5, 6)] == [*("≈" if one else None for one in rough), total]


def test_a_sheet_without_rows_has_no_total_and_no_names() -> None:
    empty = sheet(summed=("after_kr",))
    assert (empty.sheet.total, empty.ranges) == ((), ())
    assert empty.sum("after_kr").text == "=0"


def test_columns_of_kronor_have_names() -> None:
    book = read(sheet(*ROWS))
    assert book.defined_names["rows_after_kr"].attr_text == "'Blad'!$C$4:$C$5"


@pytest.mark.parametrize("name", ["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "x" * 200, "a\x00b", "\u202eomvänd"])
def test_names_are_only_words(name: str) -> None:
    page = read(sheet((name, 1, 2, 1, None)))["Blad"]
    assert page["A4"].data_type == "s"


@pytest.mark.parametrize("words", ["a*", "a?", "~a", "<5", ">=", "=b", "x" * 300 + "y", 'så "kallad"'])
def test_a_criterion_takes_words_for_words(words: str) -> None:
    """Else a name with a star would sum everybody's kronor."""
    table = Table(plain("t"), ("who", "kr"), (plain("v"), plain("k")), ((words, 1), ("abc", 10), ("5", 100)))
    rows = live(table, Plan("Ett", "one"), SV)
    summed = live(
        table,
        Plan(
            "Två",
            "two",
            formulas={"kr": lambda here, v: rows.sum_where("kr", ("who", same_as(here("who"), str(v["who"]))))},
        ),
        SV,
    )
    book = recalculate(write_workbook(Workbook("t", (rows.sheet, summed.sheet))))
    assert [book["Två"][f"B{n}"].value for n in (4, 5, 6)] == [1, 10, 100]


def test_ten_thousand_rows_are_summed() -> None:
    many = sheet(*((f"plats {n}", 0, n, n, None) for n in range(10_000)), summed=("after_kr",))
    page = recalculate(write_workbook(Workbook("t", (many.sheet,))))["Blad"]
    assert page["C10004"].value == sum(range(10_000))


def test_sheets_of_the_same_words_get_names_of_their_own() -> None:
    names = named_sheets({"a": plain("Potter"), "b": Text("Potter", "Pots"), "c": plain("x" * 99)}, SV)
    assert names == {"a": "Potter", "b": "Potter 2", "c": "x" * 31}
