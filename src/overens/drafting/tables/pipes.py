"""Lines with upright strokes (Markdown) -> grids."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from overens.drafting.tables.grid import Cell, Grid, Row, cell_of
from overens.drafting.tables.lines import Line

_STROKE = re.compile(r"(?<!\\)\|")
_MOST_CELLS = 200
_RULE = frozenset("|-:+ =")


def find_grids(text: str, lines: Sequence[Line]) -> Iterator[tuple[int, int, Grid]]:
    """Yield each table with the first of its lines and the one after its last."""
    at = 0
    while at < len(lines):
        if not _is_row(text, lines, at):
            at += 1
            continue
        end = at + 1
        while end < len(lines) and _goes_on(text, lines, end):
            end += 1
        grid = _grid(text, lines[at:end])
        if len(grid.rows) > 1:
            yield at, end, grid
        at = end


def _is_row(text: str, lines: Sequence[Line], at: int) -> bool:
    """Tell whether a table begins: a line with a stroke first, or one over a line of dashes and strokes."""
    line = lines[at]
    if text[line.start] == "|":
        return True
    below = lines[at + 1] if at + 1 < len(lines) else None
    return below is not None and not below.apart and text.find("|", line.start, line.end) >= 0 and _rule(text, below)


def _goes_on(text: str, lines: Sequence[Line], at: int) -> bool:
    """Tell whether a line belongs to the table above it; a new one begins where dashes follow after a blank line."""
    line = lines[at]
    if line.apart:
        next_is_rule = at + 1 < len(lines) and not lines[at + 1].apart and _rule(text, lines[at + 1])
        return text[line.start] == "|" and not next_is_rule
    return text[line.start] == "|" or text.find("|", line.start, line.end) >= 0


def _rule(text: str, line: Line) -> bool:
    """Tell whether the line only parts head from body: '| --- | ---: |'."""
    words = text[line.start : min(line.end, line.start + 2000)]
    return "-" in words and "|" in words and set(words) <= _RULE


def _grid(text: str, lines: Sequence[Line]) -> Grid:
    rules = {n for n, line in enumerate(lines) if _rule(text, line)}
    rows = tuple(_row(text, line) for n, line in enumerate(lines) if n not in rules)
    return Grid(rows, min(rules, default=0))


def _row(text: str, line: Line) -> Row:
    cells: list[Cell] = []
    begin = line.start + (text[line.start] == "|")
    for stroke in _STROKE.finditer(text, begin, line.end):
        cells.append(cell_of(text, begin, stroke.start()))
        begin = stroke.end()
        if len(cells) == _MOST_CELLS:
            break
    if begin < line.end and len(cells) < _MOST_CELLS:
        cells.append(cell_of(text, begin, line.end))
    return Row(line.start, line.end, tuple(cells))
