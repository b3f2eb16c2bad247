"""Every workbook of a page recalculates, from wrong values, to exactly the page's kronor; what is changed in it is felt."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook
from starlette.testclient import TestClient

from overens.usecases.library import Library
from overens.vocabulary.wording import Language
from overens.web.citing import citation_of
from overens.web.form import Form
from tests.office import recalculate_all
from tests.web.walking import Walked, library_of, walk

ADDRESSES = (
    "/2024",
    "/2021?lang=en",
    "/2019",
    "/1999",
    "/2026?as-known-on=2026-01-10",
    "/2024/region-jonkopings-lan",
    "/2024/nassjo",
    "/2024/jonkopings-lan",
    "/2021/region-gotland?lang=en",
    "/1999/nassjo",
    "/2024/andring?fran=2023",
    "/2024/andring?fran=2024",
    "/2024/region-skane/andring",
    "/avtal/kvinnors-halsa-2024/andring?lang=en",
    "/avtal/tillganglighet-2020-tillagg/andring",
    "/2024/alla-bidrag",
    "/2026/alla-bidrag?lang=en",
    "/1999/alla-bidrag",
    "/2024/region-skane/tillganglighet-2024/vid-beslut?lang=en",
    "/avtal/kvinnors-halsa-2024",
)
COVER = "Om arbetsboken"
SUMS = {"/2024": "pots", "/2024/nassjo": "agreements", "/2024/andring?fran=2023": "pots", "/2024/alla-bidrag": "grants"}


@pytest.fixture(scope="module")
def library(portal: TestClient) -> Library:
    return library_of(portal)


def book_of(walked: Walked) -> bytes:
    """Return the workbook that is taken from a page."""
    made = walked.answer.files[Form.WORKBOOK](walked.asked.language, citation_of(walked.answer, walked.asked))
    assert isinstance(made, bytes)
    return made


def cells(book: bytes, *, values: bool) -> dict[tuple[str, str], Any]:
    """Return (sheet, cell) -> what it holds."""
    read = load_workbook(BytesIO(book), data_only=values)
    return {(page.title, cell.coordinate): cell.value for page in read for row in page.iter_rows() for cell in row}


def alike(one: Any, other: Any) -> bool:
    """Tell whether two cells say the same; whole numbers to the unit, others to nine digits."""
    if isinstance(one, float) or isinstance(other, float):
        return bool(abs(one - other) <= 1e-9 * max(1, abs(one)))
    return bool(one == other)


@pytest.fixture(scope="module")
def books(library: Library) -> dict[str, bytes]:
    return {address: book_of(walk(library, address)) for address in dict.fromkeys((*ADDRESSES, *CHANGED))}


@pytest.fixture(scope="module")
def recalculated(books: dict[str, bytes]) -> dict[str, Any]:
    """Return every book as it is, and those with a changed amount; one start of the program for all of them."""
    after = {f"{address}, raised": raised(books[address], CHANGED[address][0]) for address in CHANGED}
    return recalculate_all({address: books[address] for address in ADDRESSES} | after)


def test_every_formula_gives_what_the_page_says(books: dict[str, bytes], recalculated: dict[str, Any]) -> None:
    for address in ADDRESSES:
        book = books[address]
        shown, written = cells(book, values=True), cells(book, values=False)
        formulas = [at for at, value in written.items() if isinstance(value, str) and value.startswith("=")]
        wrong = {
            at: (written[at], shown[at])
            for at in formulas
            if not alike(shown[at], recalculated[address][at[0]][at[1]].value)
        }
        assert not wrong, (address, wrong)
        assert formulas or "1999" in address or "as-known-on" in address or address.endswith("fran=2024"), address


def test_the_sums_of_the_page_stand_in_its_workbook(library: Library) -> None:
    for address, table in SUMS.items():
        walked = walk(library, address)
        numbers = {one.value for one in walked.page.numbers if one.column and one.table == table}
        there = {value for value in cells(book_of(walked), values=True).values() if isinstance(value, int)}
        assert numbers, address
        assert numbers <= there, (address, numbers - there)


CHANGED = {
    "/2024": ("pott_kvinnors_halsa_2024_befolkning", COVER),
    "/2024/region-skane": ("pott_kvinnors_halsa_2024_befolkning", "När pengarna kommer"),
    "/2024/andring?fran=2023": ("details_after_kr", COVER),
    "/2024/alla-bidrag": ("grants_2024_amount_kr", "2024 och 2025"),
    "/avtal/kvinnors-halsa-2024": ("pott_befolkning", COVER),
}
"""A named cell, or the first amount of a named column, is raised by a million; a sheet where that is felt."""
VERDICTS = {
    "/2024/andring?fran=2023": ["stämmer inte: stegen leder inte till efter"],
    "/2024/alla-bidrag": [],
    "/avtal/kvinnors-halsa-2024": ["stämmer inte: potterna summerar till mer än avtalets belopp"],
}
"""The causes of a change are values too, so that they no longer give it; all grants have nothing to agree with."""


def raised(body: bytes, name: str) -> bytes:
    """Return the workbook with a million more in a named cell, or in the first number of a named column."""
    book = load_workbook(BytesIO(body))
    sheet, _, cells = book.defined_names[name].attr_text.rpartition("!")
    at = book[sheet.strip("'")][cells.replace("$", "")]
    rows = at if isinstance(at, tuple) else ((at,),)
    cell = next(row[0] for row in rows if isinstance(row[0].value, int) and row[0].value)
    cell.value += 1_000_000
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def test_what_is_changed_is_felt_everywhere(books: dict[str, bytes], recalculated: dict[str, Any]) -> None:
    """A million more to a pot, or to one row, moves every sum that it is in by the same kronor, and the cover tells whether all agrees."""
    for address, (_, felt) in CHANGED.items():
        after = recalculated[f"{address}, raised"]
        before = load_workbook(BytesIO(books[address]), data_only=True)[felt]
        moved = {
            after[felt][one.coordinate].value - one.value
            for row in before.iter_rows()
            for one in row
            if isinstance(one.value, int) and one.value != after[felt][one.coordinate].value
        }
        assert len({abs(kr) for kr in moved}) == 1, (address, moved)
        assert max(moved) == 1_000_000 or (address == "/2024/region-skane" and 0 < max(moved) < 1_000_000), (
            address,
            moved,
        )
        verdict = [row[1].value for row in after[COVER].iter_rows() if row[0].value == "Boken"]
        assert verdict == VERDICTS.get(address, ["stämmer"]), address


def test_the_same_question_gives_the_same_bytes(library: Library) -> None:
    for address in ("/2024", "/2024/nassjo", "/2024/andring?fran=2023", "/2024/alla-bidrag"):
        assert book_of(walk(library, address)) == book_of(walk(library, address)), address


@pytest.mark.parametrize("address", ["/1999", "/1999/nassjo", "/1999/andring", "/1999/alla-bidrag"])
def test_where_nothing_is_known_the_workbook_says_so(library: Library, address: str) -> None:
    page = load_workbook(BytesIO(book_of(walk(library, address)))).worksheets[0]
    said = " ".join(str(cell.value) for row in page.iter_rows() for cell in row if cell.value)
    assert any(words in said for words in ("Det betyder inte att inga pengar gavs.", "Biblioteket har inget för"))


def test_the_cover_says_what_it_is(library: Library) -> None:
    walked = walk(library, "/2024?as-known-on=2024-02-01")
    citation = citation_of(walked.answer, walked.asked)
    assert citation is not None
    assert citation.run is not None
    page = load_workbook(BytesIO(book_of(walked)))[COVER]
    said = {str(cell.value) for row in page.iter_rows() for cell in row if cell.value}
    assert {"Statsbidragen 2024", "2024-02-01", citation.run.whole, citation.address} <= said
    assert citation.words.say(Language.SWEDISH) in said


def test_what_is_not_computed_is_empty_and_says_why(library: Library) -> None:
    page = load_workbook(BytesIO(book_of(walk(library, "/2024"))), data_only=True)["Potter"]
    rows = [[cell.value for cell in row] for row in page.iter_rows(min_row=4)]
    at = {name: n for n, name in enumerate(rows[0])}
    left = [row for row in rows[1:] if row[at["Läge"]] == "ej beräknad" and row[at["Pott"]]]
    assert left
    for row in left:
        assert (row[at["Säkert"]], row[at["Härlett"]]) == (None, None)
        assert row[at["Skäl"]]


def test_words_in_a_workbook_are_in_its_language(library: Library) -> None:
    """No kind of recipient, and no state of a grant, is called as the program calls it."""
    program = {"other", "rcc", "unknown", "in_library", "missing", "did_not_exist", "certain", "to_earn"}
    for address in ("/2024", "/2024/andring?fran=2023", "/2024/region-jonkopings-lan"):
        book = cells(book_of(walk(library, address)), values=True)
        there = {value for (sheet, _), value in book.items() if sheet != "Källor och märken"}  # sources have names
        assert not there & program, address


def test_a_month_gives_the_least_and_the_most_days_of_notice(library: Library) -> None:
    page = load_workbook(BytesIO(book_of(walk(library, "/2024/region-jonkopings-lan"))), data_only=True)
    rows = [[cell.value for cell in row] for row in page["Avtal för avtal"].iter_rows(min_row=4)]
    row = next(row for row in rows if row[0] == "vardplatser-2024")
    at = {name: n for n, name in enumerate(rows[0])}
    assert [row[at[f"Dagar till 1 januari, {end}"]] for end in ("minst", "mest")] == [-90, -60]
