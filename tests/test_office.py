from __future__ import annotations

from io import BytesIO

from openpyxl import load_workbook

from overens.export.workbook.model import Column, Formula, Look, Sheet, Workbook
from overens.export.workbook.write import write_workbook
from tests.office import WRONG, recalculate, with_wrong_values

BOOK = write_workbook(
    Workbook(
        "t",
        (Sheet("Blad", "t", (Column("Vad"), Column("Hur", Look.KRONOR)), (("a", 2), ("b", Formula("=B4*21", 42)))),),
    )
)


def test_only_what_is_recalculated_is_right() -> None:
    wrong = load_workbook(BytesIO(with_wrong_values(BOOK)), data_only=True)
    assert wrong["Blad"]["B5"].value == WRONG
    assert recalculate(BOOK)["Blad"]["B5"].value == 42
