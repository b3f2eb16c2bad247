"""Lines of several cells -> the columns that they share, and each line as a row of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise

from overens.intake.documents.pdf_lines import Cell, Line, drop

Columns = list[tuple[float, float]]
"""From where to where each column reaches."""

_ALIGNED = 0.2
"""Edges nearer each other than this, in heights of letters, are one edge."""

_NEXT_ROW = 2.5


def is_divided(line: Line) -> bool:
    """Return whether the line has cells; the number or bullet of a paragraph is none."""
    first = line.cells[0].text
    mark = len(first) <= 6 and (not any(map(str.isalnum, first)) or first[-1] in ".)" or first in "o§")
    numbered = first.replace(".", "").isdigit() and "." in first
    return len(line.cells) > (2 if mark or numbered else 1)


def redivide(lines: list[Line]) -> list[Line]:
    """Return the lines, and a name that reaches all the way to its number divided from it, as in the rows beside it."""
    for _ in ("downwards", "upwards"):
        done = lines[:1]
        for line in lines[1:]:
            done.append(_as(line, done[-1]))
        lines = done[::-1]
    return lines


def _as(line: Line, row: Line) -> Line:
    """Return the line divided where the row beside it is, if a number begins there."""
    down = drop(row, line)
    near = down is None or abs(down) < _NEXT_ROW * line.size
    edge = _ALIGNED * line.size
    first = line.cells[0]
    if not near or len(line.cells) != len(row.cells) - 1 or abs(first.left - row.left) > edge or not is_divided(row):
        return line
    column = row.cells[1]
    begins = _number_from(first)
    if begins and (abs(first.words[begins].left - column.left) < edge or abs(first.right - column.right) < edge):
        cells = (Cell(first.words[:begins]), Cell(first.words[begins:]), *line.cells[1:])
        return replace(line, cells=cells)
    return line


def _number_from(cell: Cell) -> int:
    """Return which word begins the number, with its unit, that ends the cell after a name; 0 if none does."""
    words = [word.text for word in cell.words]
    end = len(words) - (words[-1].isalpha() or words[-1] == "%")
    begins = end
    while begins and words[begins - 1][0].isdigit():
        begins -= 1
    return begins if begins < end and words[0][0].isalpha() else 0


def columns_of(lines: list[Line]) -> Columns:
    """Return the columns, by the lines with the usual number of cells; none if the lines do not share them."""
    counts = Counter(len(line.cells) for line in lines if is_divided(line))
    if not counts:
        return []
    usual = max(counts, key=lambda n: (counts[n], n))
    rows = [line for line in lines if len(line.cells) == usual]
    columns: Columns = []
    for left, right in sorted((cell.left, cell.right) for line in rows for cell in line.cells):
        if columns and left < columns[-1][1]:
            columns[-1] = columns[-1][0], max(columns[-1][1], right)
        else:
            columns.append((left, right))
    if len(columns) > usual:
        columns = _headed(columns, rows, usual)
    return columns if len(columns) >= usual - 1 else []


def _headed(columns: Columns, rows: list[Line], usual: int) -> Columns:
    """Return the columns with each header joined to the numbers that it stands beside, not above."""
    held = [[cell for line in rows for cell in line.cells if left <= cell.left < right] for left, right in columns]
    headers = {n for n, cells in enumerate(held) if len(cells) == 1 or not any(map(_has_digit, cells))}
    together = {pair for line in rows for pair in pairwise(_numbers(line, columns))}
    joined: list[tuple[float, float]] = [columns[0]]
    spare = len(columns) - usual
    for n in range(1, len(columns)):
        if spare and n > 1 and (n - 1, n) not in together and headers & {n - 1, n}:
            joined[-1] = joined[-1][0], columns[n][1]
            spare -= 1
        else:
            joined.append(columns[n])
    return joined


def _has_digit(cell: Cell) -> bool:
    return any(map(str.isdigit, cell.text))


def _numbers(line: Line, columns: Columns) -> list[int]:
    return [n for cell in line.cells for n, (left, right) in enumerate(columns) if left <= cell.left < right]


def place(line: Line, columns: Columns) -> list[str]:
    """Return the cells as a row, each in the column that it shares most of its width with."""
    row = [""] * len(columns)
    for cell in line.cells:
        for part in _by_columns(cell, columns, _ALIGNED * line.size):
            shared = [min(part.right, right) - max(part.left, left) for left, right in columns]
            best = shared.index(max(shared))
            row[best] = f"{row[best]} {part.text}".strip()
    return row


def _by_columns(cell: Cell, columns: Columns, edge: float) -> list[Cell]:
    """Return the cell, or its parts where it reaches over several columns and has words at the edges of each."""
    over = [column for column in columns if column[0] < cell.right - edge and cell.left + edge < column[1]]
    if len(over) < 2:
        return [cell]
    words = cell.words
    pairs = list(enumerate(pairwise(words), 1))
    lefts = [n for n, (_, word) in pairs if any(abs(word.left - left) < edge for left, _ in over[1:])]
    rights = [n for n, (before, _) in pairs if any(abs(before.right - right) < edge for _, right in over[:-1])]
    for begins in (lefts, rights, sorted({*lefts, *rights})):
        if len(begins) == len(over) - 1:
            return [Cell(words[start:end]) for start, end in pairwise([0, *begins, len(words)])]
    return [cell]
