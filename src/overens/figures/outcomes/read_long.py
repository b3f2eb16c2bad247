"""Rows of indicator, period and region -> outcomes, and what is wrong line by line."""

from __future__ import annotations

from collections.abc import Mapping

from overens.figures.counted import Counted
from overens.figures.outcomes import faults
from overens.figures.outcomes.found import Found, Spot
from overens.figures.outcomes.grid import GridCell, Sheet
from overens.figures.outcomes.head import IndicatorHead, Measure
from overens.figures.outcomes.periods import Part, parts_of_share, period_in
from overens.figures.outcomes.recipients import region_in
from overens.figures.outcomes.values import Outcome, Stated, count_in, pair_in, share_in
from overens.vocabulary.names import did_you_mean, fold
from overens.vocabulary.problems import Fault
from overens.vocabulary.recipients import Recipient, Register

WHO = ("nyckeltal", "per", "kod")
Columns = dict[str, int]


def read_long(
    sheet: Sheet, indicators: Mapping[str, IndicatorHead], register: Register
) -> tuple[list[Outcome], list[Found]]:
    """Read rows 'nyckeltal;per;kod;namn;värde', or with 'täljare;nämnare'; the first row of the sheet is the heading."""
    rows = sheet.rows
    header, *rest = rows or [0]
    at = {fold(cell.words): column for column, cell in rows.get(header, {}).items()}
    columns = {name: at[fold(name)] for name in (*WHO, "namn", *(part.value for part in Part)) if fold(name) in at}
    absent = [name for name in WHO if name not in columns]
    both = all(part.value in columns for part in parts_of_share())
    if not absent and not both and Part.VALUE.value not in columns:
        absent = [Part.VALUE.value]
    if absent:
        return [], [Found(Spot(sheet.name, header), _no_column(absent[0]))]
    outcomes: list[Outcome] = []
    found: list[Found] = []
    regions: dict[tuple[str, str], Recipient | Found] = {}
    for number in rest:
        words = {name: rows[number][column] for name, column in columns.items() if column in rows[number]}
        one, wrong = _row(words, Spot(sheet.name, number), indicators, register, regions)
        found += wrong
        outcomes += [one] if one else []
    return outcomes, found


def _row(
    cells: Mapping[str, GridCell],
    spot: Spot,
    indicators: Mapping[str, IndicatorHead],
    register: Register,
    regions: dict[tuple[str, str], Recipient | Found],
) -> tuple[Outcome | None, list[Found]]:
    name, per, code, who = (cells[key].words.strip() if key in cells else "" for key in (*WHO, "namn"))
    head = indicators.get(name)
    if head is None:
        fault = faults.unknown_indicator(name, did_you_mean(name, indicators), ", ".join(indicators))
        return None, [Found(spot, fault)]
    period = period_in(cells["per"]) if "per" in cells else None
    if (code, who) not in regions:
        regions[code, who] = region_in(code, who, spot, register)
    region = regions[code, who]
    found = [] if period else [Found(spot, faults.WRONG_PERIOD, per)]
    if isinstance(region, Found):
        found.append(Found(spot, region.fault, region.value))
    if period is None or isinstance(region, Found):
        return None, found
    stated, counted, found = _value(cells, head.measure, spot)
    return (Outcome(name, period, region.code, stated.value, counted, spot) if stated else None), found


def _value(
    cells: Mapping[str, GridCell], measure: Measure, spot: Spot
) -> tuple[Stated | None, Counted | None, list[Found]]:
    pair = (cells.get(Part.NUMERATOR.value), cells.get(Part.DENOMINATOR.value))
    alone = cells.get(Part.VALUE.value)
    if measure is Measure.SHARE and any(cell and cell.words.strip() for cell in pair):
        return pair_in(pair, (spot, spot))
    stated, found = share_in(alone, spot) if measure is Measure.SHARE else count_in(alone, spot)
    if measure is Measure.VOLUME and any(cell and cell.words.strip() for cell in pair):
        found = [*found, Found(spot, faults.NOT_THE_MEASURE)]
    return stated, None, found


def _no_column(name: str) -> Fault:
    return Fault.of(
        "Kolumnen '{name}' saknas.",
        "Skriv 'nyckeltal;per;kod;namn;värde', eller 'täljare;nämnare' i stället för 'värde'.",
        "The column '{name}' is missing.",
        "Write 'nyckeltal;per;kod;namn;värde', or 'täljare;nämnare' instead of 'värde'.",
        name=name,
    )
