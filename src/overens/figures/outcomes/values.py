"""A cell -> the count or share in it, that it is not published, or what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from overens.figures.counted import Counted, why_unfit
from overens.figures.outcomes import faults
from overens.figures.outcomes.found import Found, Spot
from overens.figures.outcomes.grid import GridCell, Written
from overens.figures.read_rows import parse_value
from overens.vocabulary.problems import Fault, Severity

LARGEST = 999_999_999
_WRONG = {
    Written.DATE: faults.DATE,
    Written.TRUTH: faults.TEXT,
    Written.ERROR: faults.ERROR,
    Written.FORMULA: faults.FORMULA,
    Written.PER_CENT: faults.PER_CENT,
}


@dataclass(frozen=True)
class Outcome:
    """The outcome (utfall) of one region and period: a volume, or a share with what it is counted of.

    Attributes:
        period: A month or a year, as it is written: '2024-03', '2024'.
        value: The volume, or the share in per cent; None where the source says that it is not published.
    """

    indicator: str
    period: str
    code: str
    value: Fraction | None
    counted: Counted | None
    spot: Spot


@dataclass(frozen=True)
class Stated:
    """A value as a cell states it; None where it is not published."""

    value: Fraction | None


def count_in(cell: GridCell | None, spot: Spot) -> tuple[Stated | None, list[Found]]:
    """Return the count in a cell; None where it is empty or wrong."""
    return _number(cell, spot, _count_fault)


def share_in(cell: GridCell | None, spot: Spot) -> tuple[Stated | None, list[Found]]:
    """Return the share in per cent in a cell; None where it is empty or wrong."""
    return _number(cell, spot, lambda value: None if 0 <= value <= 100 else faults.ABOVE_HUNDRED)


def pair_in(
    cells: tuple[GridCell | None, GridCell | None], spots: tuple[Spot, Spot]
) -> tuple[Stated | None, Counted | None, list[Found]]:
    """Return the share that a numerator and a denominator make, and both of them."""
    read = [count_in(cell, spot) for cell, spot in zip(cells, spots, strict=True)]
    found = [one for _, wrong in read for one in wrong]
    numerator, denominator = (stated for stated, _ in read)
    if any(one.severity is Severity.ERROR for one in found) or numerator is denominator is None:
        return None, None, found
    if numerator is None or denominator is None or (numerator.value is None) != (denominator.value is None):
        empty = spots[0] if numerator is None or numerator.value is None else spots[1]
        return None, None, [*found, Found(empty, faults.HALF_A_PAIR)]
    if numerator.value is None or denominator.value is None:
        return Stated(None), None, found
    unfit = why_unfit(numerator.value, denominator.value)
    if unfit is not None:
        shown = f"{numerator.value} / {denominator.value}"
        return None, None, [*found, Found(spots[0], faults.UNFIT[unfit], shown)]
    return Stated(100 * numerator.value / denominator.value), (numerator.value, denominator.value), found


def _number(
    cell: GridCell | None, spot: Spot, fault_in: Callable[[Fraction], Fault | None]
) -> tuple[Stated | None, list[Found]]:
    if cell is None or not cell.words.strip():
        return None, []
    if cell.kind in _WRONG:
        return None, [Found(spot, _WRONG[cell.kind], cell.words)]
    value = parse_value(cell.words, decimal_comma=cell.kind is Written.TEXT)
    if isinstance(value, Fault):
        return None, [Found(spot, faults.TEXT, cell.words)]
    fault = fault_in(value) if value is not None else None
    if fault is not None:
        return None, [Found(spot, fault, cell.words)]
    as_text = cell.kind is Written.TEXT and spot.sheet and value is not None
    return Stated(value), [Found(spot, faults.NUMBER_AS_TEXT, severity=Severity.WARNING)] if as_text else []


def _count_fault(value: Fraction) -> Fault | None:
    if value < 0 or value.denominator != 1:
        return faults.NOT_WHOLE
    return faults.TOO_LARGE if value > LARGEST else None
