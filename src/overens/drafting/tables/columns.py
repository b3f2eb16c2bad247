"""A grid -> which of its columns has the names, which the codes, which have values, and where the rows begin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from overens.drafting.tables.grid import Grid, Row
from overens.drafting.tables.numbers import Figure, begins_with_year, is_year, read_figure
from overens.drafting.tables.places import Places
from overens.drafting.words.tables import TableGrammar

_MOST_COLUMNS = 60
_HEAD_ROWS = 5


@dataclass(frozen=True)
class Column:
    """A column of values.

    Attributes:
        at: Which column of the grid it is.
        names: Which column has the names of its rows.
        codes: Which has their codes, or -1.
        header: Its heading.
    """

    at: int
    names: int
    codes: int
    header: str


@dataclass(frozen=True)
class Shape:
    """What the columns of a grid are, and the number of each cell.

    Attributes:
        first: The first row with values; the rows above are headings.
        captions: Headings that stand over all columns or say the unit of all.
        figures: For each row from `first`, its numbers by column.
    """

    first: int
    columns: tuple[Column, ...]
    captions: tuple[str, ...]
    figures: tuple[tuple[Figure | None, ...], ...]


def shape_of(grid: Grid, grammar: TableGrammar, places: Places) -> Shape | None:
    """Return what the columns are, or None where none has values."""
    width = min(max((len(row.cells) for row in grid.rows), default=0), _MOST_COLUMNS)
    first = _first_row(grid, grammar, places)
    body = grid.rows[first:]
    if width < 2 or not body:
        return None
    figures = tuple(tuple(read_figure(row.cell(n).words, grammar) for n in range(width)) for row in body)
    heads = [_header(grid.rows[:first], n) for n in range(width)]
    words = _wordy(body, figures, width)
    names = _name_columns(body, words, heads, grammar, places)
    codes = [n for n in range(width) if n not in names and grammar.head_kind(heads[n]) == "code"]
    columns = tuple(
        Column(n, max(m for m in names if m < n), codes[0] if codes else -1, heads[n])
        for n in range(width)
        if n > names[0] and n not in names and n not in codes and _has_values(body, figures, n, heads[n], grammar)
    )
    if not columns:
        return None
    return Shape(first, columns, _captions(grid.rows[:first], heads, names, width), figures)


def _first_row(grid: Grid, grammar: TableGrammar, places: Places) -> int:
    """Return the first row with values: one with a number that is no year, or with the name of a recipient."""
    for n, row in enumerate(grid.rows[:_HEAD_ROWS]):
        cells = row.cells
        year = begins_with_year if n < grid.head else is_year
        if any(read_figure(cell.words, grammar) for cell in cells if not year(cell.words)):
            return n
        if len(cells) > 1 and any(cell.words for cell in cells[1:]) and any(places.find(cells[0].words)):
            return n
    return grid.head or min(1, len(grid.rows))


def _header(rows: Sequence[Row], n: int) -> str:
    """Return the heading of a column, put together from the rows above it that have more than one cell filled."""
    several = [row for row in rows if sum(bool(cell.words) for cell in row.cells) > 1]
    parts = [row.cell(n).words for row in (several or (rows if n else []))]
    return " ".join(dict.fromkeys(part for part in parts if part))


def _captions(rows: Sequence[Row], heads: Sequence[str], names: Sequence[int], width: int) -> tuple[str, ...]:
    """Return the headings that hold for all columns: a row with one cell filled, and the heading of the names."""
    filled = ([cell.words for cell in row.cells if cell.words] for row in rows)
    alone = [words[0] for words in filled if len(words) == 1]
    return (*(one for one in alone if width <= 2 or one not in heads[1:]), *(heads[n] for n in names if heads[n]))


def _wordy(body: Sequence[Row], figures: Sequence[Sequence[Figure | None]], width: int) -> list[bool]:
    """Tell of each column whether most of its cells are words."""
    wordy = []
    for n in range(width):
        filled = [numbers[n] for row, numbers in zip(body, figures, strict=True) if row.cell(n).words]
        letters = sum(one is None or one.loose for one in filled)
        wordy.append(2 * letters > len(filled))
    return wordy


def _name_columns(
    body: Sequence[Row], wordy: Sequence[bool], heads: Sequence[str], grammar: TableGrammar, places: Places
) -> list[int]:
    """Return the columns with names: those of recipients, or the first of words, or the first."""
    text = [n for n, words in enumerate(wordy) if words]
    known = {n: sum(any(places.find(row.cell(n).words)) for row in body[:400]) for n in text}
    of_places = [n for n in text if 2 * known[n] >= sum(bool(row.cell(n).words) for row in body[:400])]
    if of_places and any(known.values()):
        municipal = [n for n in of_places if grammar.is_municipal(heads[n])]
        return (municipal or of_places) if _is_nested(of_places, wordy) else of_places
    headed = [n for n in text if grammar.head_kind(heads[n]) == "name"]
    return (headed or text or [0])[:1]


def _is_nested(names: Sequence[int], wordy: Sequence[bool]) -> bool:
    """Tell whether columns of names stand side by side (county, municipality) and not with values between."""
    return len(names) > 1 and all(wordy[n] for n in range(names[0], names[-1]))


def _has_values(
    body: Sequence[Row], figures: Sequence[Sequence[Figure | None]], n: int, head: str, grammar: TableGrammar
) -> bool:
    """Tell whether most of the cells of a column are numbers, and the numbers neither years, codes nor ranks."""
    if grammar.head_kind(head) == "none":
        return False
    cells = [row.cell(n).words for row in body]
    numbers = [one[n] for one in figures if one[n] is not None]
    signs = sum(
        one[n] is None and bool(words) and grammar.is_no_number(words)
        for words, one in zip(cells, figures, strict=True)
    )
    filled = sum(map(bool, cells)) - signs
    if not numbers or 2 * len(numbers) <= filled:
        return False
    return not (all(map(is_year, filter(None, cells))) and not is_year(head))
