"""What a table of a manuscript shows and sums."""

from __future__ import annotations

import pytest

from overens.export.csv_table import Cell, Table
from overens.export.manuscript import ShownTable, cell_said, said
from overens.vocabulary.wording import Language, Text, plain


def table(*rows: tuple[Cell, ...]) -> ShownTable:
    headings = (plain("Kod"), plain("Namn"), plain("Tryckt"), plain("Rest"))
    made = Table(plain("T"), ("code", "name", "published_kr", "residual_kr"), headings, rows)
    return ShownTable("t", made, ("name", "published_kr", "residual_kr"), plain("T"), Text("Summa", "Total"))


def test_kronor_are_summed_and_what_is_not_known_is_left_out() -> None:
    shown = table(("01", "A", 10, -3), ("03", "B", None, 1))
    assert shown.rows == [["A", 10, -3], ["B", None, 1]]
    assert [cell_said(cell, Language.ENGLISH) for cell in shown.sums] == ["Total", "10", "−2"]


def test_a_column_in_which_nothing_is_known_has_no_sum() -> None:
    assert table(("01", "A", None, 0)).sums[1:] == [None, 0]
    assert table().sums[1:] == [None, None]


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("två\nrader", "två rader"),
        ("12 345 kr", "12\u00a0345\u00a0kr"),
        ("vänt\u202eskrift", "vänt skrift"),
        ("klocka\x07", "klocka"),
        ("\ud800", ""),
    ],
)
def test_words_stand_on_one_line_and_hold_only_what_a_document_can(given: str, shown: str) -> None:
    assert said(given, Language.SWEDISH) == shown
