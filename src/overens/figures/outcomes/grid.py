"""Cells of a sheet as they stand: kind and words, by row and column counted from 1; to JSON and back."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Written(StrEnum):
    """What a cell holds."""

    NUMBER = "number"
    PER_CENT = "per_cent"
    TEXT = "text"
    DATE = "date"
    TRUTH = "truth"
    ERROR = "error"
    FORMULA = "formula"


@dataclass(frozen=True)
class GridCell:
    """A cell: a number in digits with a decimal point, a date as 2024-01-31, words as they stand."""

    kind: Written
    words: str


@dataclass(frozen=True)
class Sheet:
    """A sheet (blad) with the cells that are not empty, by row and column."""

    name: str
    cells: Mapping[tuple[int, int], GridCell]

    def row(self, number: int) -> dict[int, GridCell]:
        """Return column -> cell of a row."""
        return {column: cell for (row, column), cell in self.cells.items() if row == number}

    @property
    def rows(self) -> dict[int, dict[int, GridCell]]:
        """Row -> column -> cell, in order."""
        found: dict[int, dict[int, GridCell]] = {}
        for (row, column), cell in sorted(self.cells.items()):
            found.setdefault(row, {})[column] = cell
        return found


def address(row: int, column: int) -> str:
    """Return the cell's address as spreadsheets show it.

    >>> address(14, 4), address(1, 27), address(1, 16384)
    ('D14', 'AA1', 'XFD1')
    """
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"


def place_of(cell: str) -> tuple[int, int] | None:
    """Return row and column of an address; None for what is none.

    >>> place_of("AA1"), place_of("1")
    ((1, 27), None)
    """
    letters = cell.rstrip("0123456789")
    digits = cell[len(letters) :]
    if not (letters.isascii() and letters.isalpha() and len(letters) <= 3 and digits and len(digits) <= 7):
        return None
    column = 0
    for letter in letters.upper():
        column = 26 * column + ord(letter) - ord("A") + 1
    return int(digits), column


def to_json(sheets: Sequence[Sheet]) -> str:
    """Return the sheets as JSON."""
    said = [[one.name, [[*at, cell.kind, cell.words] for at, cell in one.cells.items()]] for one in sheets]
    return json.dumps(said, ensure_ascii=False)


def from_json(text: str) -> list[Sheet] | None:
    """Return the sheets in the JSON, or None if it holds none.

    >>> from_json(to_json([Sheet("a", {(1, 2): GridCell(Written.NUMBER, "3")})]))[0].cells
    {(1, 2): GridCell(kind=<Written.NUMBER: 'number'>, words='3')}
    """
    try:
        return [
            Sheet(
                str(name),
                {(int(row), int(column)): GridCell(Written(kind), str(words)) for row, column, kind, words in cells},
            )
            for name, cells in json.loads(text)
        ]
    except (ValueError, TypeError):
        return None
