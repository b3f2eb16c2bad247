"""A grid -> a table for each column of values, with codes, total and unit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from overens.drafting.model import ReadCell, ReadTable, Unit
from overens.drafting.page import Page
from overens.drafting.tables.columns import Column, Shape, shape_of
from overens.drafting.tables.grid import Cell, Grid, Row, turned
from overens.drafting.tables.numbers import Figure
from overens.drafting.tables.places import NOWHERE, PlaceCodes, Places
from overens.drafting.tables.sums import sums_to
from overens.drafting.tables.units import judge_unit
from overens.drafting.words.tables import Measure, TableGrammar

_FEWEST_OVER = 2
_MOST_MISSPELT = 400
_KR = {Unit.KR: 1, Unit.TKR: 1_000, Unit.MKR: 1_000_000}


@dataclass(frozen=True)
class _Lines:
    """The rows of a table sorted by what they are: those of recipients, and those of totals."""

    rows: list[int]
    totals: list[int]


def read_grid(grid: Grid, page: Page, grammar: TableGrammar, places: Places) -> list[ReadTable]:
    """Return a table for each column of values. Halves that stand side by side are one."""
    grid = turned(grid) if _has_recipients_over(grid, places) else grid
    shape = shape_of(grid, grammar, places)
    if shape is None:
        return []
    body = grid.rows[shape.first :]
    sorted_rows = {names: _sort(body, shape, names, grammar, places) for names in {c.names for c in shape.columns}}
    tables: list[ReadTable] = []
    for columns in _halves(shape.columns):
        parts = [(column, sorted_rows[column.names]) for column in columns]
        tables.append(_table(grid, body, shape, parts, page, grammar, places))
    return _agreed([table for table in tables if table.rows])


def _agreed(tables: list[ReadTable]) -> list[ReadTable]:
    """Return the tables with one unit of money where only the size of the numbers tells it: that of the largest."""
    guessed = [table.unit for table in tables if not table.unit.sure and table.unit.chosen in _KR]
    if not guessed:
        return tables
    largest = min(guessed, key=lambda unit: _KR[unit.chosen])
    return [
        replace(table, unit=largest) if not table.unit.sure and table.unit.chosen in _KR else table for table in tables
    ]


def _has_recipients_over(grid: Grid, places: Places) -> bool:
    """Tell whether the recipients are the headings of the columns."""
    heads = grid.rows[0].cells[1:]
    known = sum(any(places.find(cell.words)) for cell in heads)
    return known >= _FEWEST_OVER and 2 * known > len(heads)


def _halves(columns: Sequence[Column]) -> list[list[Column]]:
    """Return the columns, those with the same heading over different names together."""
    together: dict[tuple[str, int], list[Column]] = {}
    seen: dict[tuple[int, str], int] = {}
    for column in columns:
        nth = seen.get((column.names, column.header), 0)
        seen[column.names, column.header] = nth + 1
        together.setdefault((column.header, nth), []).append(column)
    return list(together.values())


def _sort(body: Sequence[Row], shape: Shape, names: int, grammar: TableGrammar, places: Places) -> _Lines:
    """Return which rows are of recipients and which sum them; headings between and sums of parts are left out."""
    values = [column.at for column in shape.columns if column.names == names]
    rows: list[int] = []
    totals: list[int] = []
    for n, row in enumerate(body):
        name = row.cell(names).words
        figures = [shape.figures[n][at] for at in values]
        if grammar.is_subtotal(name) or not (any(figures) or _says_none(row, values, grammar)):
            continue
        if grammar.is_total(name) or (not name and not row.cell(0).words and any(figures)):
            totals.append(n)
        elif name:
            rows.append(n)
    return _Lines(_without_subtotals(rows, totals, body, shape, values, names, places), totals)


def _says_none(row: Row, values: Sequence[int], grammar: TableGrammar) -> bool:
    """Tell whether the row says that there is no number, rather than being a heading."""
    return any(grammar.is_no_number(row.cell(at).words) for at in values)


def _without_subtotals(
    rows: list[int],
    totals: Sequence[int],
    body: Sequence[Row],
    shape: Shape,
    values: Sequence[int],
    names: int,
    places: Places,
) -> list[int]:
    """Leave out rows in bold that, in every column, are the sum of the rows since the last such row or heading."""
    if len(values) < 2 or not totals:
        return rows
    kept: list[int] = []
    sums = [Fraction(0)] * len(values)
    summed = last = 0
    for n in rows:
        printed = [_value(shape.figures[n][at]) for at in values]
        if summed > 1 and any(sums) and printed == sums and not any(places.find(body[n].cell(names).words)):
            sums, summed = [Fraction(0)] * len(values), 0
            continue
        if n > last + 1 and n - 1 not in totals:
            sums, summed = [Fraction(0)] * len(values), 0
        sums = [a + b for a, b in zip(sums, printed, strict=True)]
        summed, last = summed + 1, n
        kept.append(n)
    return kept


def _value(figure: Figure | None) -> Fraction:
    return figure.value if figure else Fraction(0)


def _table(
    grid: Grid,
    body: Sequence[Row],
    shape: Shape,
    parts: Sequence[tuple[Column, _Lines]],
    page: Page,
    grammar: TableGrammar,
    places: Places,
) -> ReadTable:
    """Return the table of one column of values, or of several that continue each other; an empty cell is no row."""
    column = parts[0][0]
    figures = [one for part, lines in parts for n in lines.rows if (one := shape.figures[n][part.at])]
    unit, factor = judge_unit(figures, column.header, shape.captions, (grid.caption, grid.note), grammar)
    measure = Measure(unit.chosen, factor)
    kept = [(part, n) for part, lines in parts for n in lines.rows if body[n].cell(part.at).words]
    rows = [_cell(body[n], part, shape.figures[n][part.at], measure, page, grid) for part, n in kept]
    coded = _coded(rows, [body[n].cell(part.codes) for part, n in kept], grid, parts, places, grammar)
    totals = [
        (body[n].cell(part.at), one)
        for part, lines in parts
        for n in lines.totals
        if (one := shape.figures[n][part.at])
    ]
    total, at = _total(coded, totals, measure)
    return ReadTable(
        header=column.header,
        unit=unit,
        total=total,
        total_at=page.span(at.start, at.end) if at else None,
        sums=None
        if total is None
        else sums_to(total, [row.value for row in coded], unit.chosen, _place(figures) * factor),
        rows=tuple(coded),
        span=page.span(grid.rows[0].start, grid.rows[-1].end),
        caption=grid.caption,
        is_list=grid.is_list,
    )


def _place(figures: Sequence[Figure]) -> Fraction:
    """Return what the last printed digit of a column is worth."""
    return Fraction(1, 10 ** max((figure.decimals for figure in figures), default=0))


def _cell(row: Row, column: Column, figure: Figure | None, measure: Measure, page: Page, grid: Grid) -> ReadCell:
    name, value = row.cell(column.names), row.cell(column.at)
    printed = figure.printed if figure and grid.is_list else value.words
    return ReadCell(
        name=name.words,
        code="",
        value=scaled(figure, measure) if figure else None,
        printed=printed,
        name_at=page.span(name.start, name.end),
        value_at=page.span(value.start, value.end),
    )


def scaled(figure: Figure, measure: Measure) -> Fraction:
    """Return the number in the unit of the column, also where the cell names another unit."""
    own = figure.measure
    if own is None:
        return figure.value * measure.factor
    if own.unit in _KR and measure.unit in _KR:
        return figure.value * own.factor * _KR[own.unit] / _KR[measure.unit]
    return figure.value * own.factor


def _coded(
    rows: Sequence[ReadCell],
    codes: Sequence[Cell],
    grid: Grid,
    parts: Sequence[tuple[Column, _Lines]],
    places: Places,
    grammar: TableGrammar,
) -> list[ReadCell]:
    """Return the rows with codes: of municipalities where most names are only theirs, else of counties."""
    found = [places.find(row.name) for row in rows]
    known = sum(map(any, found))
    if 3 * known >= len(rows) > known and len(rows) <= _MOST_MISSPELT:
        found = [place if any(place) else _nearest(row.name, places) for row, place in zip(rows, found, strict=True)]
        known = sum(map(any, found))
    if 2 * known < len(rows):
        return list(rows)
    heads = (head.cell(parts[0][0].names).words for head in grid.rows[: max(1, grid.head)])
    municipal = any(map(grammar.is_municipal, heads)) or _is_municipal(found)
    coded = []
    for row, place, printed in zip(rows, found, codes, strict=True):
        code = printed.words if parts[0][0].codes >= 0 and _is_code(printed.words) else _code(place, municipal)
        coded.append(_with_code(row, code))
    return coded


def _nearest(name: str, places: Places) -> PlaceCodes:
    """Return what a name that is one letter wrong must mean."""
    near = places.nearest(name)
    return near[1] if near else NOWHERE


def _is_municipal(found: Sequence[PlaceCodes]) -> bool:
    """Tell whether more of the names are only municipalities than are only counties."""
    only = sum(bool(place.municipality) and not place.county for place in found)
    return only > sum(bool(place.county) and not place.municipality for place in found)


def _code(place: PlaceCodes, municipal: bool) -> str:
    return (place.municipality or place.county) if municipal else (place.county or place.municipality)


def _is_code(words: str) -> bool:
    return len(words) in (2, 4) and words.isdecimal()


def _with_code(row: ReadCell, code: str) -> ReadCell:
    return ReadCell(row.name, code, row.value, row.printed, row.name_at, row.value_at)


def _total(
    rows: Sequence[ReadCell], totals: Sequence[tuple[Cell, Figure]], measure: Measure
) -> tuple[Fraction | None, Cell | None]:
    """Return the stated total: the last of those stated that the rows sum to, else the last."""
    if not totals:
        return None, None
    whole = sum((row.value for row in rows if row.value is not None), Fraction(0))
    stated = [(scaled(figure, measure), cell) for cell, figure in totals]
    return next((one for one in reversed(stated) if one[0] == whole), stated[-1])
