"""Names that begin as formulas, names that are alike, and names of two hundred characters in a workbook."""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import load_workbook

from overens.export.workbook.write import write_workbook
from overens.usecases.why import show_why
from overens.usecases.workbooks.pot.sheets import pot_sheets
from overens.usecases.workbooks.why import why_workbook
from overens.vocabulary.recipients import Recipient, RecipientKind, Register
from tests.builders import SV, compute, one_pot, series
from tests.office import recalculate_all
from tests.usecases.workbooks.reading import about, cell, errors, kronor_in

W = series("w", {"01": 1, "03": 1, "04": 1})
HOSTILE = ("=1+1", '=HYPERLINK("http://x.example";"x")', "+46", "-1", "@SUM(A1)", "*", "L" * 200, "a'b!{}%d\"")


def register(name: str) -> Register:
    """Return three regions; the first has the name, and the third too."""
    people = [(name, "01"), ("Region 03", "03"), (name, "04")]
    return Register(tuple(Recipient(RecipientKind.REGION, code, one, one, code) for one, code in people), (), ())


def book_with(name: str) -> tuple[bytes, object]:
    """Return a why workbook in which recipients, pot and agreement have the name."""
    said = "'" + name.replace("\t", " ").replace("'", "''") + "'"
    text = one_pot("belopp: 100 kr\ntill: regioner\nfördelning: {andel av: w}")
    text = text.replace("namn: A", f"namn: {said}").replace("namn: Prov", f"namn: {said}")
    people = register(name)
    allocation = compute(text, W, register=people)
    (pot,) = allocation.pots
    book = why_workbook(show_why(allocation, pot, people.regions[2], people), people, about(SV))
    taken = [sheet.name for sheet in book.sheets if sheet.name in ("Om arbetsboken", "Varför", "Källor och märken")]
    return write_workbook(book), pot_sheets(allocation, pot, people, SV, taken)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_stays_text(name: str) -> None:
    book = load_workbook(BytesIO(book_with(name)[0]))
    texts = [one for sheet in book for row in sheet.iter_rows() for one in row if one.value and name in str(one.value)]
    assert texts
    assert [one.value for one in texts if one.data_type == "f" and str(one.value).startswith(name)] == []


def test_hostile_names_are_calculated_with() -> None:
    made = {name: book_with(name) for name in (HOSTILE[0], *HOSTILE[-3:])}  # a formula, *, a long one, all signs
    for name, book in recalculate_all({name: body for name, (body, _) in made.items()}).items():
        found = made[name][1]
        assert kronor_in(book, found) == {"01": 34, "03": 33, "04": 33}, name  # type: ignore[arg-type]  # what book_with gives
        assert errors(book) == [], name
        assert cell(book, "'Varför'!$B$5") == 3, name
