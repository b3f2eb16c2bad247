"""A table as it stands: rows of cells with their places, before anything is understood of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import NamedTuple

_MOST_TURNED = 400
_MARKS = re.compile(
    r"<sup>[^<>]{0,20}</sup>|\[(?P<link>[^\[\]]{0,300})\]\([^()\s]{0,500}\)|<[^<>]{0,200}>|\\(?P<sign>[*|_#\[\]<>~`\\-])|\*\*|__|`|~~|&nbsp;"
)


class Cell(NamedTuple):
    """A cell: where it stands in the clean text, and its words without marks for bold, links and notes."""

    start: int
    end: int
    words: str
    bold: bool = False


class Row(NamedTuple):
    """A row: where its line stands, and its cells."""

    start: int
    end: int
    cells: tuple[Cell, ...]

    def cell(self, n: int) -> Cell:
        """Return a cell, an empty one where the row is too short."""
        return self.cells[n] if n < len(self.cells) else Cell(self.end, self.end, "")


@dataclass(frozen=True)
class Grid:
    """A table's rows.

    Attributes:
        head: How many of the rows stand over the line of dashes, or over the first recipient of a list.
        caption: What stands before the table.
        note: What stands right after it.
        is_list: Whether it is written as lines of text.
    """

    rows: tuple[Row, ...]
    head: int
    caption: str = ""
    is_list: bool = False
    note: str = ""


def turned(grid: Grid) -> Grid:
    """Return the table with its columns as rows; the places of the cells are the same."""
    start, end = grid.rows[0].start, grid.rows[-1].end
    width = min(max(len(row.cells) for row in grid.rows), _MOST_TURNED)
    rows = (Row(start, end, tuple(row.cell(n) for row in grid.rows[:_MOST_TURNED])) for n in range(width))
    return replace(grid, rows=tuple(rows), head=1)


def cell_of(text: str, start: int, end: int) -> Cell:
    """Return the cell that stands there, white space around it left out."""
    raw = text[start:end]
    begin = start + len(raw) - len(raw.lstrip(" "))
    stop = max(begin, start + len(raw.rstrip(" ")))
    bare = raw.strip(" ")
    words = _MARKS.sub(_kept, bare) if any(sign in bare for sign in "*_[<\\`~&") else bare
    return Cell(begin, stop, " ".join(words.split()), bare.startswith(("**", "__")))


def _kept(mark: re.Match[str]) -> str:
    if mark["link"] is not None:
        return mark["link"]
    return mark["sign"] or (" " if mark[0][0] in "<&" and not mark[0].startswith("<sup>") else "")
