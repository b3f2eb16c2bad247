"""A sheet with a row for each region and columns for periods -> outcomes, and what is wrong cell by cell."""

from __future__ import annotations

from overens.figures.outcomes import faults
from overens.figures.outcomes.found import Found, Spot
from overens.figures.outcomes.grid import GridCell, Sheet
from overens.figures.outcomes.head import Measure
from overens.figures.outcomes.periods import Part, heading_in, parts_of_share
from overens.figures.outcomes.recipients import region_in
from overens.figures.outcomes.values import Outcome, Stated, count_in, pair_in
from overens.vocabulary.names import fold
from overens.vocabulary.recipients import Register

_HEADER_WITHIN = 20
"""Rows from the top within which the heading row is looked for."""

Columns = dict[str, dict[Part, int]]
"""Period -> which number -> its column."""


def read_sheet(sheet: Sheet, indicator: str, measure: Measure, register: Register) -> tuple[list[Outcome], list[Found]]:
    """Read the sheet of one indicator."""
    rows = sheet.rows
    header = next((n for n, row in rows.items() if n <= _HEADER_WITHIN and _titles(row).get("kod")), None)
    if header is None:
        return [], [Found(Spot(sheet.name), faults.NO_HEADER)]
    titles = _titles(rows[header])
    columns, found = _columns(sheet, header, measure)
    outcomes: list[Outcome] = []
    seen: set[str] = set()
    for number, row in rows.items():
        if number <= header or not any(cell.words.strip() for cell in row.values()):
            continue
        spot = Spot(sheet.name, number, titles["kod"])
        code, name = (_words(row.get(titles.get(title, 0))) for title in ("kod", "namn"))
        region = region_in(code, name, spot, register)
        if isinstance(region, Found):
            found.append(region)
            continue
        if region.code in seen:
            found.append(Found(spot, faults.DOUBLED, region.short_name))
            continue
        seen.add(region.code)
        for period, of in columns.items():
            outcome, wrong = _outcome(row, of, (indicator, period, region.code), Spot(sheet.name, number))
            found += wrong
            outcomes += [outcome] if outcome else []
    return outcomes, found


def _titles(row: dict[int, GridCell]) -> dict[str, int]:
    return {fold(cell.words): column for column, cell in sorted(row.items(), reverse=True)}


def _words(cell: GridCell | None) -> str:
    return cell.words.strip() if cell else ""


def _columns(sheet: Sheet, header: int, measure: Measure) -> tuple[Columns, list[Found]]:
    """Return the columns of each period, without those that are wrong."""
    row = sheet.row(header)
    below = {column for (number, column), cell in sheet.cells.items() if number > header and cell.words.strip()}
    columns: Columns = {}
    found: list[Found] = []
    wanted = parts_of_share() if measure is Measure.SHARE else (Part.VALUE,)
    for column in sorted(below | set(row)):
        cell, spot = row.get(column), Spot(sheet.name, header, column)
        said = heading_in(cell) if cell else None
        if cell is None or not cell.words.strip():
            found += [Found(spot, faults.NO_PERIOD)] if column in below else []
        elif fold(cell.words) in ("kod", "namn"):
            continue
        elif said is None:
            found.append(Found(spot, faults.WRONG_PERIOD, cell.words))
        elif said[1] not in wanted:
            found.append(Found(spot, faults.NOT_THE_MEASURE, cell.words))
        elif said[1] in columns.setdefault(said[0], {}):
            found.append(Found(spot, faults.DOUBLED_COLUMN, cell.words))
        else:
            columns[said[0]][said[1]] = column
    halves = {period: of for period, of in columns.items() if of and len(of) < len(wanted)}
    found += [Found(Spot(sheet.name, header, next(iter(of.values()))), faults.SINGLE_COLUMN) for of in halves.values()]
    return {period: of for period, of in columns.items() if len(of) == len(wanted)}, found


def _outcome(
    row: dict[int, GridCell], of: dict[Part, int], key: tuple[str, str, str], spot: Spot
) -> tuple[Outcome | None, list[Found]]:
    stated: Stated | None
    spots = [Spot(spot.sheet, spot.row, column) for column in of.values()]
    if len(of) == 1:
        stated, found = count_in(row.get(spots[0].column), spots[0])
        counted = None
    else:
        at = (of[Part.NUMERATOR], of[Part.DENOMINATOR])
        spots = [Spot(spot.sheet, spot.row, column) for column in at]
        stated, counted, found = pair_in((row.get(at[0]), row.get(at[1])), (spots[0], spots[1]))
    return (Outcome(*key, stated.value, counted, spots[0]) if stated else None), found
