"""The bytes of an XLSX -> the same bytes, once every part of it has been looked at and is within limits."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass

from overens.figures.outcomes.grid import address, place_of
from overens.intake.documents.answer import Refusal, Refused
from overens.intake.documents.docx_package import open_zip, part
from overens.intake.documents.docx_xml import Attributes, walk_xml
from overens.intake.documents.limits import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, MOST_SHEETS

_BOOK = "xl/workbook.xml"
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_XML = (".xml", ".rels", ".vml")
_HOLDS = ("v", "is", "f")
"""Elements that a cell with something in it has."""


def check_workbook(raw: bytes) -> None:
    """Look through a workbook before anything else reads it.

    Raises:
        Refused: If it is damaged, packed to harm, has macros, links or a document type, or cells in the far distance.
    """
    package = open_zip(raw)
    names = package.namelist()
    if _BOOK not in names:
        raise Refused(Refusal.SPREADSHEET if _other_spreadsheet(names) else Refusal.PACKAGE)
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise Refused(Refusal.MACROS)
    if any("externallinks/" in name.lower() for name in names):
        raise Refused(Refusal.LINKS)
    if sum(bool(_SHEET.fullmatch(name)) for name in names) > MOST_SHEETS:
        raise Refused(Refusal.MANY_SHEETS, most=MOST_SHEETS)
    _check_parts(package, names)


def _other_spreadsheet(names: list[str]) -> bool:
    return "xl/workbook.bin" in names or "content.xml" in names


def _check_parts(package: zipfile.ZipFile, names: list[str]) -> None:
    cells = _Cells()
    for name in names:
        if name.lower().endswith(_XML):
            source = part(package, name)
            assert source is not None, "the name is from the package itself"
            looks = cells if _SHEET.fullmatch(name) else _Nothing()
            walk_xml(source, looks.enter, looks.leave)


class _Nothing:
    """Looks at no element: the walk itself refuses a document type."""

    def enter(self, name: str, attributes: Attributes) -> None: ...

    def leave(self, name: str) -> None: ...


@dataclass
class _Cells:
    """Counts the cells that hold something, through all sheets, and how far away they stand.

    Attributes:
        row: The row that is read; rows and cells may leave out where they stand.
        at: The cell that is read, as row and column; None between cells.
    """

    row: int = 0
    at: tuple[int, int] | None = None
    column: int = 0
    held: int = 0

    def enter(self, name: str, attributes: Attributes) -> None:
        """Take an element that opens."""
        if name == "row":
            said = attributes.get("r", "")
            self.row = int(said) if said.isascii() and said.isdigit() and len(said) < 10 else self.row + 1
            self.column = 0
        elif name == "c":
            self.at = place_of(attributes.get("r", "")) or (self.row, self.column + 1)
            self.column = self.at[1]
        elif name in _HOLDS and self.at is not None:
            self._hold(*self.at)
            self.at = None

    def leave(self, name: str) -> None:
        """Take an element that closes."""
        if name == "c":
            self.at = None
        elif name == "sheetData":
            self.row = 0

    def _hold(self, row: int, column: int) -> None:
        if row > MOST_ROWS or column > MOST_COLUMNS:
            raise Refused(Refusal.FAR, cell=address(row, column), rows=MOST_ROWS, columns=MOST_COLUMNS)
        self.held += 1
        if self.held > MOST_CELLS:
            raise Refused(Refusal.MANY_CELLS, most=MOST_CELLS)
