"""The why page and the agreement page as workbooks: what they are called, in which language, and how they are cited."""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import load_workbook
from starlette.testclient import TestClient

WHY, AGREEMENT = "/2024/nassjo/omstallning-socialtjanst-2024/kommuner", "/avtal/kvinnors-halsa-2024"


@pytest.mark.parametrize(
    ("address", "sheets"),
    [
        (f"{WHY}.xlsx", ["Om arbetsboken", "Varför", "Potten"]),
        (f"{WHY}.xlsx?lang=en", ["About the workbook", "Why", "The pot"]),
        (f"{AGREEMENT}.xlsx", ["Om arbetsboken", "Potter", "Till regionerna efter"]),
    ],
)
def test_a_page_can_be_taken_along_as_a_workbook(portal: TestClient, address: str, sheets: list[str]) -> None:
    sent = portal.get(address)
    assert (sent.status_code, sent.headers["content-type"].rpartition(".")[2]) == (200, "sheet")
    book = load_workbook(BytesIO(sent.content))
    assert book.sheetnames[:3] == sheets
    cover = [cell.value for row in book[sheets[0]].iter_rows() for cell in row if cell.value]
    assert any("as-known-on=2024-03-01" in str(words) for words in cover)


def test_the_page_offers_it(portal: TestClient) -> None:
    assert f"{WHY}.xlsx" in portal.get(WHY).text
