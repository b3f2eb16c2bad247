"""What tests read out of recalculated workbooks: a cell by its reference, and whatever is an error."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import Any

from overens.allocation.model import PotAllocation
from overens.export.workbook.model import Workbook
from overens.export.workbook.write import write_workbook
from overens.usecases.citation import Citation
from overens.usecases.workbooks.cover import BookIdentity
from overens.usecases.workbooks.pot.sheets import PotSheets
from overens.vocabulary.wording import Language, plain

_REFERENCE = re.compile(r"'(.*)'!\$(\w+)\$(\d+)")
_ERROR = re.compile(r"Err:|#(NAME|VALUE|REF|DIV|N/A|NUM|NULL)")

Book = Any  # openpyxl's workbook


def about(language: Language) -> BookIdentity:
    """Return what a book says of itself that nothing was computed for."""
    return BookIdentity(language, Citation(plain("Prov"), "", None, None), lambda path: path)


def cell(book: Book, reference: str) -> Any:
    """Return the value of a cell: 'Blad'!$B$5."""
    found = _REFERENCE.fullmatch(reference)
    assert found, reference
    return book[found[1].replace("''", "'")][found[2] + found[3]].value


def errors(book: Book) -> list[str]:
    """Return every cell that shows an error."""
    return [
        f"{sheet.title}!{one.coordinate}: {one.value}"
        for sheet in book
        for row in sheet.iter_rows()
        for one in row
        if isinstance(one.value, str) and _ERROR.match(one.value)
    ]


def kronor_in(book: Book, found: PotSheets) -> dict[str, int]:
    """Return code -> kronor of a pot's sheets; those who get nothing are left out."""
    return {code: kr for (_, code), at in found.awards.items() if (kr := cell(book, at))}


def sums_in(book: Book, found: PotSheets) -> tuple[int, ...]:
    """Return the pot, and what of it is awarded, lapsed and undistributed."""
    return tuple(cell(book, at) for at in (found.amount, found.awarded, found.lapsed, found.undistributed))


def kronor_by_rule(pot: PotAllocation) -> dict[str, int]:
    """Return code -> kronor as allocated; those who get nothing are left out."""
    return {award.recipient.code: award.amount.kr for award in pot.awards if award.amount.kr}


def sums_by_rule(pot: PotAllocation) -> tuple[int, ...]:
    """Return the pot, and what of it is awarded, lapsed and undistributed, as allocated."""
    assert pot.amount is not None
    return pot.amount.kr, pot.awarded_kr, pot.lapsed_kr, pot.undistributed_kr


def in_groups(names: Sequence[str], size: int = 8) -> list[tuple[str, ...]]:
    """Return the names, so many together: LibreOffice is slow to begin a file, and slower the more sheets it has."""
    return [tuple(names[n : n + size]) for n in range(0, len(names), size)]


def changed(found: Sequence[PotSheets], values: Mapping[str, object]) -> bytes:
    """Return the workbook of some pots' sheets, in which someone has changed some cells."""
    from openpyxl import load_workbook

    book = load_workbook(BytesIO(book_of(*found)))
    for reference, value in values.items():
        at = _REFERENCE.fullmatch(reference)
        assert at, reference
        book[at[1].replace("''", "'")][at[2] + at[3]].value = value
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def book_of(*found: PotSheets) -> bytes:
    """Return a workbook with some pots' sheets."""
    sheets = tuple(sheet for one in found for sheet in one.sheets)
    return write_workbook(Workbook("t", sheets, tuple(name for one in found for name in one.names)))


def formula_errors(book: bytes) -> Iterator[str]:
    """Yield what spreadsheets would refuse or warn of: formulas too long, names used twice, links out of the book."""
    from openpyxl import load_workbook

    read = load_workbook(BytesIO(book))
    for sheet in read:
        for row in sheet.iter_rows():
            for one in row:
                if one.data_type == "f" and (len(str(one.value)) > 8_192 or "[" in str(one.value)):
                    yield f"{sheet.title}!{one.coordinate}"
    names = [name.casefold() for name in read.defined_names]
    titles = [sheet.title.casefold() for sheet in read]
    yield from (f"twice: {one}" for one in {*names, *titles} if names.count(one) > 1 or titles.count(one) > 1)
