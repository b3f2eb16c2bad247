"""The lines of a page -> runs of lines that are tables, as rows of cells, and the lines between them."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from overens.intake.documents.pdf_lines import Cell, Line
from overens.intake.documents.pdf_page import Rule

Rows = list[list[str]]
_FAR = 2.5
"""Lines further apart than this, in heights of letters, are not of one table unless ruled lines hold them together."""

_CLOSE = 0.75
"""Lines nearer each other than this, in the usual distance of the table, are of one row."""


def part_tables(lines: list[Line], lying: list[Rule]) -> Iterator[Line | Rows]:
    """Yield the lines in order, and in the place of lines that form a table its rows."""
    heights = sorted({round(rule.top) for rule in lying})
    at = 0
    while at < len(lines):
        end = _end_of_run(lines, at)
        rows = _rows(lines[at:end], heights) if end - at > 1 else None
        if rows:
            yield rows
        else:
            yield from lines[at : max(end, at + 1)]
        at = max(end, at + 1)


def _end_of_run(lines: list[Line], at: int) -> int:
    """Return where lines of several cells end; one or two with a single cell may stand between, never last."""
    end = at
    for n in range(at, len(lines)):
        if n > at and lines[n].top - lines[n - 1].bottom > _FAR * lines[n].size:
            break
        if is_divided(lines[n]):
            end = n + 1
        elif n == at or n - end >= 2:
            break
    return end


def is_divided(line: Line) -> bool:
    """Return whether the line has cells; the number or bullet of a paragraph is none."""
    first = line.cells[0].text
    mark = len(first) <= 6 and (not any(map(str.isalnum, first)) or first[-1] in ".)" or first in "o§")
    numbered = first.replace(".", "").isdigit() and "." in first
    return len(line.cells) > (2 if mark or numbered else 1)


def _rows(lines: list[Line], heights: list[int]) -> Rows | None:
    """Return the rows, or None if the lines do not share columns."""
    columns = _columns(lines)
    if len(columns) < 2:
        return None
    floors = [bisect_right(heights, (line.top + line.bottom) / 2) for line in lines]
    ruled = len(set(floors))
    goes_on = _within_ruled(floors) if ruled > 1 and ruled * 3 >= len(lines) else _much_nearer(lines)
    rows: Rows = []
    for line, same in zip(lines, goes_on, strict=True):
        cells = _place(line.cells, columns)
        if same:
            rows[-1] = [f"{above} {below}".strip() for above, below in zip(rows[-1], cells, strict=True)]
        else:
            rows.append(cells)
    divided = sum(map(is_divided, lines))
    return rows if len(rows) >= (2 if ruled > 1 else 3) and divided * 2 > len(lines) else None


def _columns(lines: list[Line]) -> list[tuple[float, float]]:
    """Return from where to where each column reaches, by the lines with the usual number of cells."""
    counts = Counter(len(line.cells) for line in lines if is_divided(line))
    usual = max(counts, key=lambda n: (counts[n], n))
    spans = sorted((cell.left, cell.right) for line in lines if len(line.cells) == usual for cell in line.cells)
    columns: list[tuple[float, float]] = []
    for left, right in spans:
        if columns and left < columns[-1][1]:
            columns[-1] = columns[-1][0], max(columns[-1][1], right)
        else:
            columns.append((left, right))
    return columns if len(columns) >= usual - 1 else []


def _place(cells: tuple[Cell, ...], columns: list[tuple[float, float]]) -> list[str]:
    """Return the cells as a row, each in the column that it shares most of its width with."""
    row = [""] * len(columns)
    for cell in cells:
        shared = [min(cell.right, right) - max(cell.left, left) for left, right in columns]
        best = shared.index(max(shared))
        row[best] = f"{row[best]} {cell.text}".strip()
    return row


def _within_ruled(floors: list[int]) -> list[bool]:
    """Return for each line whether it stands between the same ruled lines as the one above."""
    return [False, *(below == above for above, below in pairwise(floors))]


def _much_nearer(lines: list[Line]) -> list[bool]:
    """Return for each line whether it is a single cell, much nearer the line above than rows usually are."""
    distances = sorted(line.top - above.top for above, line in pairwise(lines) if is_divided(line))
    usual = distances[len(distances) // 2] if distances else 0
    return [
        False,
        *(len(line.cells) == 1 and line.top - above.top < _CLOSE * usual for above, line in pairwise(lines)),
    ]
