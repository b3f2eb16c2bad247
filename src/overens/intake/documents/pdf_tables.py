"""The lines of a document -> runs of lines that are tables, as rows of cells, and the lines between them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from overens.intake.documents.pdf_columns import Columns, columns_of, is_divided, place, redivide
from overens.intake.documents.pdf_lines import Line, drop
from overens.intake.documents.pdf_page import Page

Rows = list[list[str]]
_FAR = 1.8
"""Lines further apart than this, in heights of letters, are not of one table."""

_FARTHEST = 2.6
"""Nor are lines with as many cells that are further apart than this."""

_CLOSE = 0.75
"""Lines nearer each other than this, in the usual distance of the table, are of one row."""

_HIGHEST_ROW = 8
"""The most, in heights of letters, between the ruled lines above and below a row."""

_OTHER_SIZE = 1.12
_FEWEST_LINES = 5
_LONG_CELL = 24
"""Two columns are running text where most lines are longer than this, in letters, in both."""

Floor = tuple[int, int]
"""A page, and a row between ruled lines on it."""


class _Placed(NamedTuple):
    """A line, and which row between ruled lines it stands in; None if in none."""

    line: Line
    floor: Floor | None


def part_tables(lines: list[Line], pages: list[Page]) -> Iterator[Line | Rows]:
    """Yield the lines in order, and in the place of lines that form a table its rows; pages follow each other as one."""
    heights = {page.number: sorted({round(rule.top) for rule in page.lying}) for page in pages}
    lines = redivide(list(_without_repeated_heads(lines)))
    placed = [_Placed(line, _floor(line, heights[line.page])) for line in lines]
    at = 0
    while at < len(placed):
        end = _end_of_run(placed, at)
        columns = columns_of(lines[at:end]) if end - at > 1 else []
        rows = _rows(placed[at:end], columns) if len(columns) > 1 else None
        if rows and (_is_prose(rows) or (at == 0 and _is_letterhead(rows))):
            yield from _by_column(lines[at:end], columns)
        elif rows:
            yield rows
        else:
            yield from lines[at : max(end, at + 1)]
        at = max(end, at + 1)


def _without_repeated_heads(lines: list[Line]) -> Iterator[Line]:
    """Yield the lines without the head of a table that is printed again at the top of a page, however many lines it has."""
    first: dict[str, int] = {}
    again = -1
    for n, line in enumerate(lines):
        if n and line.page != lines[n - 1].page:
            again = first.get(line.text, -1) if is_divided(line) and is_divided(lines[n - 1]) else -1
        elif again >= 0:
            again = again + 1 if line.text == lines[again + 1].text else -1
        if again < 0:
            yield line
            if is_divided(line):
                first.setdefault(line.text, n)


def _floor(line: Line, heights: list[int]) -> Floor | None:
    """Return the page and number of the ruled line above, if there is one below as well and no more than a row between."""
    n = bisect_right(heights, (line.top + line.bottom) / 2)
    inside = 0 < n < len(heights) and heights[n] - heights[n - 1] < _HIGHEST_ROW * line.size
    return (line.page, n) if inside else None


def _end_of_run(placed: list[_Placed], at: int) -> int:
    """Return where lines of several cells end; one or two with a single cell may stand between, never last.

    Between ruled lines, any number may, and the first may if it stands in the row of the next.
    """
    end = at
    for n in range(at, len(placed)):
        line, floor = placed[n]
        if n > at and _parts(placed[n - 1], placed[n]):
            break
        if is_divided(line) or (n > at and floor is not None and placed[n - 1].floor is not None):
            end = n + 1
        elif n - end >= 2 or (n == at and not _opens(placed, at)):
            break
    return end


def _opens(placed: list[_Placed], at: int) -> bool:
    return at + 1 < len(placed) and placed[at].floor is not None and placed[at].floor == placed[at + 1].floor


def _parts(above: _Placed, below: _Placed) -> bool:
    """Return whether a table ends between the two lines: too far apart, out of the ruled rows, or set otherwise."""
    line = below.line
    down = drop(above.line, line)
    if down is None:
        return not (is_divided(line) and abs(line.left - above.line.left) < line.size)
    if above.floor is not None and below.floor is not None:
        return False
    alike = is_divided(line) and len(line.cells) == len(above.line.cells)
    apart = line.top - above.line.bottom > (_FARTHEST if alike else _FAR) * line.size
    left_rows = above.floor is not None and below.floor is None
    larger = len(line.cells) == 1 and line.size > _OTHER_SIZE * above.line.size
    return apart or larger or (left_rows and not is_divided(line))


def _rows(placed: list[_Placed], columns: Columns) -> Rows | None:
    """Return the rows, or None if the lines are too few, or not divided enough, to be a table."""
    lines = [line for line, _ in placed]
    floors = {floor for _, floor in placed if floor is not None}
    ruled = len(floors) > 1 and len(floors) * 3 >= len(lines)
    near = _much_nearer(lines)
    rows: Rows = []
    for n, (line, floor) in enumerate(placed):
        cells = place(line, columns)
        if n and (floor is not None and floor == placed[n - 1].floor if ruled else near[n]):
            rows[-1] = [f"{above}\n{below}".strip() for above, below in zip(rows[-1], cells, strict=True)]
        else:
            rows.append(cells)
    divided = sum(map(is_divided, lines))
    return rows if len(rows) >= (2 if ruled else 3) and (divided * 2 > len(lines) or ruled) else None


def _is_prose(rows: Rows) -> bool:
    """Return whether the rows are two columns of running text beside each other."""
    if len(rows[0]) != 2 or len(rows) < _FEWEST_LINES:
        return False
    lengths = [sorted(len(row[column]) for row in rows) for column in (0, 1)]
    return all(one[len(rows) // 2] > _LONG_CELL for one in lengths)


def _is_letterhead(rows: Rows) -> bool:
    """Return whether the rows that a document begins with are sender and receiver beside each other: none has a number."""
    return len(rows[0]) == 2 and not any(row[1].replace(" ", "").rstrip("%").isdigit() for row in rows)


def _by_column(lines: list[Line], columns: Columns) -> Iterator[Line]:
    """Yield the left column's lines, then the right's."""
    ends = columns[0][1]
    for right in (False, True):
        for line in lines:
            cells = tuple(cell for cell in line.cells if (cell.left >= ends) == right)
            if cells:
                yield replace(line, cells=cells)


def _much_nearer(lines: list[Line]) -> list[bool]:
    """Return for each line whether it is a single cell, much nearer the line above than rows usually are."""
    drops = [drop(above, line) for above, line in pairwise(lines)]
    known = sorted(down for down, line in zip(drops, lines[1:], strict=True) if down is not None and is_divided(line))
    usual = known[len(known) // 2] if known else 0
    return [
        False,
        *(
            len(line.cells) == 1 and down is not None and down < _CLOSE * usual
            for down, line in zip(drops, lines[1:], strict=True)
        ),
    ]
