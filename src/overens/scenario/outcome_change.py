"""Figures + outcomes as they might have been -> the same figures with those outcomes in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from overens.allocation.outcomes import SHARE, Period, outcomes_in
from overens.figures.model import Series, Snapshot
from overens.vocabulary.periods import parse_months
from overens.vocabulary.problems import Fault
from overens.vocabulary.recipients import Recipient


@dataclass(frozen=True)
class ReachedOutcome:
    """An outcome as it might have been in one period that is measured, in its own unit."""

    outcome: str
    period: str
    value: Fraction


def period_named(words: str) -> Period:
    """Return a measured period by its words: its months.

    >>> period_named("2024-02/2024-04").parts
    ('2024-02', '2024-03', '2024-04')
    >>> len(period_named("2024").parts)
    12
    """
    if len(words) == 4:
        return Period(words, tuple(f"{words}-{month:02d}" for month in range(1, 13)))
    if "/" not in words:
        return Period(words, (words,))
    parts = parse_months(words)
    assert not isinstance(parts, Fault), words
    return Period(words, parts)


def with_outcomes(figures: Snapshot, who: Recipient, reached: Iterable[ReachedOutcome]) -> Snapshot:
    """Return the figures in which the recipient reached these outcomes; of all others nothing is changed.

    A share of several months is reached in each of them, a volume of several months by as much more in each.

    Raises:
        NotComputed: If there is no such outcome, in a period, for the recipient.
    """
    for one in reached:
        for series in _changed(
            outcomes_in(one.outcome, period_named(one.period), [who], figures).series, who.code, one
        ):
            figures = figures.with_series(series)
    return figures


def _changed(series: Sequence[Series], code: str, one: ReachedOutcome) -> list[Series]:
    if len(series) == 1 or series[0].unit == SHARE:
        return [_with(found, code, one.value) for found in series]
    before = [found.values[code] or Fraction(0) for found in series]
    whole = sum(before, Fraction(0))
    each = [value * one.value / whole for value in before] if whole else [one.value, *before[1:]]
    return [_with(found, code, value) for found, value in zip(series, each, strict=True)]


def _with(series: Series, code: str, value: Fraction) -> Series:
    counted = dict(series.counted)
    if code in counted:
        denominator = counted[code][1]
        counted[code] = (value * denominator / 100, denominator)
    return replace(series, values={**series.values, code: value}, counted=counted)
