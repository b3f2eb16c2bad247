"""Plain lines and list items with a recipient and numbers each -> grids."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from overens.drafting.page import Page
from overens.drafting.tables.entries import Entry, EntryKind, read_entry
from overens.drafting.tables.grid import Cell, Grid, Row, cell_of
from overens.drafting.tables.lines import Line
from overens.drafting.tables.numbers import is_year
from overens.drafting.tables.places import Places
from overens.drafting.tables.split import count_columns, split_rows
from overens.drafting.words.tables import TableGrammar

_FEWEST = 3
_MOST_UNKNOWN = 3
_MOST_HEADS = 6
_LONGEST_HEAD = 120
_WIDE = re.compile(r" {2,}|\t")
_ROWS = (EntryKind.ROW, EntryKind.TOTAL, EntryKind.UNKNOWN)


def find_lists(page: Page, lines: Sequence[Line], grammar: TableGrammar, places: Places) -> Iterator[Grid]:
    """Yield each run of lines that are rows, with the headings over it."""
    entries = _joined([read_entry(page, line, grammar, places) for line in lines])
    at = after = 0
    while at < len(entries):
        kind = entries[at][1].kind
        end = _run_end(entries, at) if kind in (EntryKind.ROW, EntryKind.TOTAL) else at
        run = entries[at:end]
        if sum(entry.kind is EntryKind.ROW for _, entry in run) >= _FEWEST:
            first = run[0][0]
            heads = _heads(page, lines[after:first], run[0][1].line.apart, grammar)
            after = entries[end][0] if end < len(entries) else len(lines)
            yield _grid(page, heads, [entry for _, entry in run], grammar)
        at = max(end, at + 1)


def _joined(entries: Sequence[Entry]) -> list[tuple[int, Entry]]:
    """Return the lines with their numbers; a name on a line of its own takes the numbers on the lines below it."""
    joined: list[tuple[int, Entry]] = []
    at = 0
    while at < len(entries):
        entry, end = entries[at], at + 1
        if entry.kind in (EntryKind.NAME, EntryKind.TOTAL_NAME):
            while end < len(entries) and entries[end].kind is EntryKind.VALUE:
                end += 1
        if end - at > 1:
            below = entries[at + 1 : end]
            kind = EntryKind.ROW if entry.kind is EntryKind.NAME else EntryKind.TOTAL
            segments = tuple(((one.segments[0][0][0], one.segments[-1][-1][1]),) for one in below)
            entry = entry._replace(kind=kind, segments=segments, end=below[-1].end)
        joined.append((at, entry))
        at = end
    return joined


def _run_end(entries: Sequence[tuple[int, Entry]], at: int) -> int:
    """Return the entry after the last row of the run: a recipient or total, or a name of another kind close below one."""
    first = entries[at][1].place
    end, last = at + 1, at
    while end < len(entries) and end - last <= _MOST_UNKNOWN:
        entry = entries[end][1]
        if entry.kind not in _ROWS or (entry.kind is EntryKind.ROW and entry.place == first and any(first)):
            break
        if entry.kind is EntryKind.UNKNOWN and entry.line.apart:
            break
        end += 1
        if entry.kind is not EntryKind.UNKNOWN:
            last = end - 1
    like = [entry.end for _, entry in entries[last + 1 : end] if not entry.line.apart]
    return last + 1 + len(like)


def _heads(page: Page, above: Sequence[Line], apart: bool, grammar: TableGrammar) -> list[Line]:
    """Return the lines over a list that are its headings: short, no sentences, and close to it."""
    heads: list[Line] = []
    for line in reversed(above[-_MOST_HEADS:]):
        words = page.text[line.start : line.end]
        if len(words) > _LONGEST_HEAD or words[0] in "#-–|" or words[-1] in "!?:;" or _is_sentence(words):
            break
        if apart and not _stands_alone(words, grammar):
            break
        heads.insert(0, line)
        apart = line.apart
    return heads


def _is_sentence(words: str) -> bool:
    return words[-1] == "." and len(words) > 70


def _stands_alone(words: str, grammar: TableGrammar) -> bool:
    """Tell whether a line that a blank line parts from the list is its heading all the same."""
    return grammar.measure(words) is not None or bool(grammar.head_kind(words))


def _grid(page: Page, heads: Sequence[Line], entries: Sequence[Entry], grammar: TableGrammar) -> Grid:
    known = [entry for entry in entries if entry.kind is not EntryKind.UNKNOWN]
    joined = [entry.segments for entry in known if entry.dash is None] or [entry.segments for entry in known]
    columns = count_columns(page.text, joined, _years_over(page, heads))
    numbers = split_rows(page.text, [_with_missing(entry, columns) for entry in entries], columns)
    rows = [
        Row(entry.line.start, entry.end, (entry.name, *(cell_of(page.text, a, b) for a, b in found)))
        for entry, found in zip(entries, numbers, strict=True)
    ]
    over = _head_rows(page, heads, columns, grammar)
    return Grid((*over, *rows), len(over), is_list=True)


def _with_missing(entry: Entry, columns: int) -> tuple[tuple[tuple[int, int], ...], ...]:
    """Return the numbers of a row, the dash before them as the first where one is missing ('Gotland – 2')."""
    missing = entry.dash is not None and sum(map(len, entry.segments)) == columns - 1
    return ((entry.dash,), *entry.segments) if missing and entry.dash else entry.segments


def _years_over(page: Page, heads: Sequence[Line]) -> int:
    """Return how many years end the line closest above a list; as many columns are expected."""
    words = page.text[heads[-1].start : heads[-1].end].split() if heads else []
    return len(list(takewhile(is_year, reversed(words))))


def _head_rows(page: Page, heads: Sequence[Line], columns: int, grammar: TableGrammar) -> list[Row]:
    """Return the lines over a list as rows of a grid: headings of columns, and what holds for all."""
    cells = [cell_of(page.text, line.start, line.end) for line in heads]
    titles = [n for n, cell in enumerate(cells) if not _of_all(cell, grammar)]
    one_each = columns > 1 and len(titles) == columns
    rows = []
    for n, (line, cell) in enumerate(zip(heads, cells, strict=True)):
        if n not in titles:
            rows.append(Row(line.start, line.end, (cell,)))
        elif not one_each:
            rows.append(Row(line.start, line.end, (Cell(line.start, line.start, ""), *_spread(page, line, columns))))
    if one_each:
        first, last = heads[titles[0]], heads[titles[-1]]
        rows.append(Row(first.start, last.end, (Cell(first.start, first.start, ""), *(cells[n] for n in titles))))
    return rows


def _of_all(cell: Cell, grammar: TableGrammar) -> bool:
    return grammar.measure(cell.words) is not None or grammar.head_kind(cell.words) == "name"


def _spread(page: Page, line: Line, columns: int) -> list[Cell]:
    """Return the heading of each column of a line: by wide gaps, by years, or the whole line over all."""
    source = page.clean.source[slice(*page.span(line.start, line.end))]
    words = page.text[line.start : line.end]
    whole = cell_of(page.text, line.start, line.end)
    parts = [part.strip() for part in _WIDE.split(source) if part.strip()] if len(source) == len(words) else []
    if columns > 1 and len(parts) in (columns, columns + 1):
        return [Cell(line.start, line.end, " ".join(part.split())) for part in parts[-columns:]]
    last = words.split()[-columns:]
    if columns > 1 and len(last) == columns and (len(words.split()) <= columns + 1 or all(map(is_year, last))):
        return [Cell(line.start, line.end, word) for word in last]
    return [whole] * columns
