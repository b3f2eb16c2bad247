"""A page -> its tables and list-tables, one for each column of numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from overens.drafting.lexicon import Lexicon
from overens.drafting.model import ReadTable
from overens.drafting.page import Page
from overens.drafting.tables.caption import caption_before, note_after
from overens.drafting.tables.grid import Grid
from overens.drafting.tables.lines import Line, lines_of
from overens.drafting.tables.pipes import find_grids
from overens.drafting.tables.places import Places, places_of
from overens.drafting.tables.plain import find_lists
from overens.drafting.tables.read import read_grid
from overens.drafting.words.tables import TableGrammar
from overens.vocabulary.recipients import Register


def find_tables(page: Page, lexicon: Lexicon, register: Register) -> tuple[list[ReadTable], list[tuple[int, int]]]:
    """Return the tables in text order, and the stretches of the clean text that they take, totals and headers with them."""
    grammar, places = lexicon.tables, places_of(register, lexicon.tables)
    tables: list[ReadTable] = []
    taken: list[tuple[int, int]] = []
    for grid in _grids(page, lines_of(page.text), grammar, places):
        caption, note = caption_before(page, grid.rows[0].start), note_after(page, grid.rows[-1].end)
        found = read_grid(replace(grid, caption=caption, note=note), page, grammar, places)
        if found:
            tables += found
            taken += [(row.start, row.end) for row in grid.rows]
    return tables, taken


def _grids(page: Page, lines: Sequence[Line], grammar: TableGrammar, places: Places) -> Iterator[Grid]:
    """Yield the tables with strokes, and the lists in what is between them, in order."""
    done = 0
    for first, end, grid in find_grids(page.text, lines):
        yield from find_lists(page, lines[done:first], grammar, places)
        yield grid
        done = end
    yield from find_lists(page, lines[done:], grammar, places)
