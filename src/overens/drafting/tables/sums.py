"""The rows of a column against its stated total -> whether they sum, and which cell, read otherwise, would make them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from overens.drafting.model import ReadTable, Span, Unit

_EXACT = (Unit.KR, Unit.COUNT, Unit.PERSONS)
_MOST_DIGITS = 18
_SHIFTS = tuple(Fraction(10) ** power for power in (-6, -3, -2, -1, 1, 2, 3, 6))


class Misprint(StrEnum):
    """How a misprinted number may be read so that the column sums."""

    SWAPPED = "omkastade siffror"
    LOST = "en siffra för lite"
    EXTRA = "en siffra för mycket"
    CHANGED = "en fel siffra"
    SHIFTED = "annan enhet eller decimal"
    SIGN = "fel tecken"
    FILLED = "utelämnat tal"


class Proposal(NamedTuple):
    """One cell, read otherwise, that makes the rows sum to the total. Only offered.

    Attributes:
        row: Index of the row, or -1 for the total itself.
        name: Whose cell it is; "" for the total.
        value: What it would be, in the unit of the column.
    """

    row: int
    name: str
    printed: str
    value: Fraction
    reading: Misprint
    at: Span


def sums_to(
    total: Fraction, values: Sequence[Fraction | None], unit: Unit, place: Fraction = Fraction(1)
) -> bool | None:
    """Tell whether the rows sum to the total, or None for shares, which do not.

    Args:
        total: As stated, in the unit.
        values: The rows; what is no number counts as nothing.
        unit: Kronor and numbers of things sum exactly; millions may differ by the rounding of each row.
        place: What the last printed digit is worth.

    >>> sums_to(Fraction(10), [Fraction(4), Fraction(5)], Unit.MKR), sums_to(Fraction(10), [Fraction(4), Fraction(5)], Unit.KR)
    (True, False)
    """
    numbers = [value for value in values if value is not None]
    if unit is Unit.PERCENT or not numbers:
        return None
    return abs(sum(numbers, Fraction(0)) - total) <= slack(len(numbers), unit, place)


def slack(rows: int, unit: Unit, place: Fraction) -> Fraction:
    """Return how far the sum of rounded rows may lie from a total that is not rounded."""
    return Fraction(0) if unit in _EXACT else rows * place / 2


def mend(table: ReadTable) -> list[Proposal]:
    """Return every single cell that, read otherwise, would make the rows sum to the stated total, likeliest first.

    Several proposals mean that the sum alone cannot tell which cell is wrong. Linear in the rows.
    """
    if table.total is None or table.sums is not False:
        return []
    whole = sum((row.value for row in table.rows if row.value is not None), Fraction(0))
    short = table.total - whole
    found = [
        Proposal(n, row.name, row.printed, (row.value or Fraction(0)) + short, reading, row.value_at)
        for n, row in enumerate(table.rows)
        for reading in _reading(row.value, (row.value or Fraction(0)) + short)
    ]
    if table.total_at is not None:
        found += [Proposal(-1, "", "", whole, reading, table.total_at) for reading in _reading(table.total, whole)]
    order = list(Misprint)
    return sorted(found, key=lambda one: order.index(one.reading))


def _reading(printed: Fraction | None, meant: Fraction) -> Iterator[Misprint]:
    """Yield the one way in which the number printed may stand for the number meant, if there is one."""
    if printed is None:
        if meant > 0:
            yield Misprint.FILLED
        return
    if printed == -meant:
        yield Misprint.SIGN
    elif printed and meant / printed in _SHIFTS:
        yield Misprint.SHIFTED
    elif meant > 0 and printed > 0:
        yield from _by_digits(*_digits(printed, meant))


def _digits(one: Fraction, other: Fraction) -> tuple[str, str]:
    """Return the digits of both, in the unit of the last decimal of either."""
    places = max(_decimals(one), _decimals(other))
    return tuple(str(number * 10**places) for number in (one, other))  # type: ignore[return-value]  # two in, two out


def _decimals(number: Fraction) -> int:
    return next((n for n in range(_MOST_DIGITS) if (number * 10**n).denominator == 1), 0)


def _by_digits(printed: str, meant: str) -> Iterator[Misprint]:
    if len(printed) > _MOST_DIGITS or len(meant) > _MOST_DIGITS:
        return
    if len(printed) + 1 == len(meant) and _one_gone(meant, printed):
        yield Misprint.LOST
    elif len(printed) == len(meant) + 1 and _one_gone(printed, meant):
        yield Misprint.EXTRA
    elif len(printed) == len(meant):
        differ = [n for n, (a, b) in enumerate(zip(printed, meant, strict=True)) if a != b]
        if len(differ) == 1:
            yield Misprint.CHANGED
        elif len(differ) == 2 and printed[differ[0]] == meant[differ[1]] and printed[differ[1]] == meant[differ[0]]:
            yield Misprint.SWAPPED


def _one_gone(longer: str, shorter: str) -> bool:
    """Tell whether taking one digit out of the longer gives the shorter."""
    return any(longer[:n] + longer[n + 1 :] == shorter for n in range(len(longer)))
