"""A sheet -> how broad its columns and how high its rows must be for everything to be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from overens.export.workbook.model import Cell, Column, Formula, Inside, Link, Look, Sheet, Styled

_WIDEST = 60
_NARROWEST = 8
_LINE = 15
"""Points from one line to the next."""
_MOST_LINES = 27
"""A row can be no higher than 409 points."""


_FACTS_ALONE = [40, 20, 50]
"""Widths of the columns of a sheet that has only facts: what, how much, a remark."""
_BROAD = 100
"""Characters of a line of notes."""


def widths_of(sheet: Sheet) -> list[int]:
    """Return the width of each column, in characters."""
    if not sheet.columns:
        return _FACTS_ALONE
    return [
        column.width or _width(column, (row[n] for row in (*sheet.rows, *([sheet.total] if sheet.total else ()))))
        for n, column in enumerate(sheet.columns)
    ]


def room_for_notes(widths: Sequence[int]) -> tuple[int, int]:
    """Return the last of the columns that a long note is written over, and how many characters they hold.

    >>> room_for_notes([40, 20, 50, 50])
    (2, 110)
    """
    room = 0
    for n, width in enumerate(widths):
        room += width
        if room >= _BROAD:
            return n, room
    return max(0, len(widths) - 1), room


def height_of(text: str, width: int) -> int:
    """Return how high a row must be for a text, in points."""
    return _lines(text, width) * _LINE


def heights_of(sheet: Sheet, widths: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the number of each row that needs more than a line, and its height in points.

    Not every program finds out by itself how many lines a text takes.
    """
    if not sheet.columns:
        return
    first = sheet.span.first
    headings = max((_lines(one.heading, width) for one, width in zip(sheet.columns, widths, strict=True)), default=1)
    if headings > 1:
        yield first - 1, headings * _LINE
    texts = [n for n, column in enumerate(sheet.columns) if column.look is Look.TEXT]
    for row, cells in enumerate(sheet.rows, first):
        lines = max((_lines(cell, widths[n]) for n in texts if isinstance(cell := cells[n], str)), default=1)
        if lines > 1:
            yield row, lines * _LINE


def _lines(text: str, width: int) -> int:
    """Return how many lines a text takes, with room to spare for words that are not broken.

    >>> _lines("Rest, delar av divisorn", 14), _lines("Kod", 14)
    (2, 1)
    """
    if len(text) < width and "\n" not in text:
        return 1
    lines, left = 1, width
    for word in text.replace("\n", " ").split(" "):
        if len(word) + 1 > left:
            lines += 1 + (len(word) - 1) // width
            left = width
        left -= len(word) % width + 1
    return min(lines, _MOST_LINES)


def _width(column: Column, cells: Iterable[Cell]) -> int:
    """Return a width in which the cells can be read: as wide as the longest, within reason."""
    longest = max((_length(cell, column.look) for cell in cells), default=0)
    words = max(map(len, column.heading.split()), default=0)
    return min(_WIDEST, max(_NARROWEST, words + 2, longest + 2))


def _length(cell: Cell, look: Look) -> int:
    match cell:
        case Formula():
            return _length(cell.value, look)
        case Styled():
            return _length(cell.cell, cell.look)
        case Link() | Inside():
            return len(cell.text)
        case int() | Fraction() if look is Look.SHARE:
            return 9
        case int() | Fraction():
            return len(f"{int(cell):,}") + (6 if look in (Look.DECIMALS, Look.ORE) or isinstance(cell, Fraction) else 1)
        case None:
            return 0
        case str():
            return len(cell)
        case _:
            return 10
