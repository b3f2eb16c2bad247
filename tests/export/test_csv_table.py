"""A table -> CSV for programs, and as Swedish Excel opens it."""

from __future__ import annotations

import csv
import io
from fractions import Fraction

import pytest

from overens.export.csv_table import Cell, Table, to_csv, to_excel_csv
from overens.vocabulary.wording import Language, Text, plain

WORDS = Text("säkert", "certain")


def table(*rows: tuple[Cell, ...]) -> Table:
    """Return a table of two columns."""
    return Table(plain("Prov"), ("name", "kr"), (plain("Namn"), plain("Kronor")), rows)


def only_cell(text: str, separator: str = ",") -> str:
    """Return the first cell of the first row, read back."""
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=separator))
    return rows[1][0]


def test_canonical_is_comma_and_line_feed_with_names_on_top() -> None:
    assert to_csv(table(("Håbo", 650_000), ("Gotland", None))) == "name,kr\nHåbo,650000\nGotland,\n"


def test_excel_is_a_mark_semicolons_and_crlf() -> None:
    assert to_excel_csv(table(("Håbo", 650_000))) == "\ufeffname;kr\r\nHåbo;650000\r\n"


def test_a_table_without_rows_has_its_names() -> None:
    assert to_csv(table()) == "name,kr\n"
    assert to_excel_csv(table()) == "\ufeffname;kr\r\n"


@pytest.mark.parametrize(
    ("value", "canonical", "excel"),
    [
        (0, "0", "0"),
        (-58_370_730, "-58370730", "-58370730"),
        (10**15, "1000000000000000", "1000000000000000"),
        (Fraction(569, 10), "56.9", "56,9"),
        (Fraction(-1, 4), "-0.25", "-0,25"),
        (Fraction(7), "7", "7"),
        (None, "", ""),
        (WORDS, "säkert", "säkert"),
    ],
)
def test_numbers_are_bare_and_decimals_have_the_sign_of_their_form(value: Cell, canonical: str, excel: str) -> None:
    assert only_cell(to_csv(table((value, 1)))) == canonical
    assert only_cell(to_excel_csv(table((value, 1))), ";") == excel


def test_words_follow_the_language_and_names_do_not() -> None:
    assert to_csv(table((WORDS, 1)), Language.ENGLISH) == "name,kr\ncertain,1\n"


@pytest.mark.parametrize("text", ["a,b", "a;b", 'säger "nej"', "två\nrader", "a\r\nb", " mellanslag ", "06", "ja"])
def test_text_comes_back_as_it_was(text: str) -> None:
    assert only_cell(to_csv(table((text, 1)))) == text
    assert only_cell(to_excel_csv(table((text, 1))), ";") == text


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+46 70", "-x", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "＋1", "－1", "＠x", "=cmd|' /C calc'!A0"],
)
def test_text_that_a_spreadsheet_would_run_is_made_harmless(text: str) -> None:
    for words in (text, plain(text)):
        assert only_cell(to_csv(table((words, 1)))) == f"'{text}"
        assert only_cell(to_excel_csv(table((words, 1))), ";") == f"'{text}"


def test_a_number_below_zero_is_no_formula() -> None:
    assert "'" not in to_csv(table((-1, -2)))


def test_text_with_what_looks_like_a_formula_inside_is_left_alone() -> None:
    assert only_cell(to_csv(table(("2 = 1+1", 1)))) == "2 = 1+1"
