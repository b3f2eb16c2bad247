"""A heading -> the month or year that it is of, and which half of a share; periods -> a short list of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from overens.figures.outcomes.grid import GridCell, Written
from overens.vocabulary.names import fold
from overens.vocabulary.periods import When, months_through, parse_when


class Part(StrEnum):
    """Which number of an outcome a column holds."""

    VALUE = "värde"
    NUMERATOR = "täljare"
    DENOMINATOR = "nämnare"


_PARTS = {fold(part.value): part for part in Part}
_HEADING = re.compile(r"([0-9]{4}(?:-[0-9]{2})?)(?:[ ,:/]+(\S+))?")
_FIRST_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-01")


def period_in(cell: GridCell) -> str | None:
    """Return the month or year in a cell; the first day of a month is what spreadsheets make of the month.

    >>> period_in(GridCell(Written.DATE, "2024-01-01")), period_in(GridCell(Written.TEXT, "2024-13"))
    ('2024-01', None)
    """
    words = cell.words.strip()
    if cell.kind is Written.DATE:
        words = words[:7] if _FIRST_DAY.fullmatch(words) else ""
    when = parse_when(words) if len(words) in (4, 7) else None
    return when.words if isinstance(when, When) else None


def heading_in(cell: GridCell) -> tuple[str, Part] | None:
    """Return the period and which number a column's heading says, or None.

    >>> heading_in(GridCell(Written.TEXT, "2024-01 täljare"))
    ('2024-01', <Part.NUMERATOR: 'täljare'>)
    """
    found = _HEADING.fullmatch(" ".join(cell.words.split()))
    if cell.kind is Written.DATE or found is None:
        period = period_in(cell)
        return (period, Part.VALUE) if period else None
    period = period_in(GridCell(Written.TEXT, found[1]))
    part = _PARTS.get(fold(found[2])) if found[2] else Part.VALUE
    return (period, part) if period and part else None


def heading(period: str, part: Part) -> str:
    """Return the heading of a column."""
    return period if part is Part.VALUE else f"{period} {part.value}"


def parts_of_share() -> tuple[Part, Part]:
    """Return the two columns that a share has."""
    return Part.NUMERATOR, Part.DENOMINATOR


def runs(periods: Sequence[str]) -> list[tuple[str, str]]:
    """Return periods in order, months that follow one another drawn together, each as its first and last.

    >>> runs(["2024-02", "2023-12", "2024-01", "2024-04"])
    [('2023-12', '2024-02'), ('2024-04', '2024-04')]
    """
    found: list[tuple[str, str]] = []
    for period in sorted(periods):
        if found and _next(found[-1][1]) == period:
            found[-1] = (found[-1][0], period)
        else:
            found.append((period, period))
    return found


def in_words(periods: Sequence[str]) -> str:
    """Return periods as a person writes them.

    >>> in_words(["2024-02", "2023-12", "2024-01", "2024-04"])
    '2023-12–2024-02, 2024-04'
    """
    return ", ".join(first if first == last else f"{first}–{last}" for first, last in runs(periods))


def _next(period: str) -> str:
    when = parse_when(period)
    if not isinstance(when, When):
        return ""
    if len(period) == 4:
        return str(int(period) + 1)
    later = when.last.toordinal() + 1
    return months_through(type(when.last).fromordinal(later), type(when.last).fromordinal(later))[0]
