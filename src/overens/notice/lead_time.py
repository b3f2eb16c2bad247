"""Sums and the days they became known -> days of notice per krona: median, mean, share in time, with intervals."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from overens.vocabulary.periods import When

BUDGETS_AFTER_YEAR_END = 32
"""Days from 30 November, when budgets are usually set, to 1 January."""


@dataclass(frozen=True)
class Estimate:
    """A number, and the least and greatest that what the sources leave open allows; None when there is no bound."""

    middle: Fraction
    low: Fraction | None
    high: Fraction | None

    @property
    def exact(self) -> bool:
        """Whether the sources leave nothing open."""
        return self.low == self.high == self.middle

    def moved(self, step: int) -> Estimate:
        """Return the same estimate, counted from another day."""
        low, high = (None if end is None else end + step for end in (self.low, self.high))
        return Estimate(self.middle + step, low, high)


@dataclass(frozen=True)
class KnownSum:
    """Kronor for a year (with the least and most it may be), and when they became known."""

    kr: int
    low_kr: int
    high_kr: int | None
    known: When


@dataclass(frozen=True)
class LeadTime:
    """How early the money of a year was known (tidigt besked), per krona.

    Attributes:
        median, mean: Days from when a krona was known to 1 January; below zero: known after it.
        in_time: The share known by 1 January.
        before_budgets: The share known by 30 November of the year before.
    """

    kr: int
    sums: int
    median: Estimate
    mean: Estimate
    in_time: Estimate
    before_budgets: Estimate

    @property
    def median_to_budgets(self) -> Estimate:
        """The median in days to 30 November of the year before."""
        return self.median.moved(-BUDGETS_AFTER_YEAR_END)


def middle_day(known: When) -> date:
    """Return the middle of what a date may mean; of an even number of days, the earlier of the two."""
    return known.first + timedelta(days=(known.last - known.first).days // 2)


def days_of_notice(known: When, year: int) -> Estimate:
    """Return the days from when something was known to 1 January of the year; a month gives an interval."""
    return Estimate(*_days(known, year))


def _days(known: When, year: int) -> tuple[Fraction, Fraction, Fraction]:
    """Return the days of the middle, the last and the first day that the date may mean."""
    start = date(year, 1, 1)
    middle, last, first = ((start - day).days for day in (middle_day(known), known.last, known.first))
    return Fraction(middle), Fraction(last), Fraction(first)


def measure(sums: Sequence[KnownSum], year: int) -> LeadTime | None:
    """Return how early the sums were known, or None where there is no money.

    The interval holds every day that the dates and every sum that the amounts allow.
    """
    if sum(one.kr for one in sums) <= 0:
        return None
    dated = [(*_days(one.known, year), one) for one in sums]
    middle = [_Weighed(days, one.kr, one.kr) for days, _, _, one in dated]
    late = [_Weighed(days, one.low_kr, one.high_kr) for _, days, _, one in dated]
    early = [_Weighed(days, one.low_kr, one.high_kr) for _, _, days, one in dated]
    return LeadTime(
        sum(one.kr for one in sums),
        len(sums),
        Estimate(_median(middle), _least(late, _median), _greatest(early, _median)),
        Estimate(_mean(middle), _least(late, _mean), _greatest(early, _mean)),
        _share_by(0, middle, late, early),
        _share_by(BUDGETS_AFTER_YEAR_END, middle, late, early),
    )


@dataclass(frozen=True)
class _Weighed:
    """Days (or another number), and the least and the most kronor that weigh them; None: no bound."""

    days: Fraction
    low: int
    high: int | None


Measure = Callable[[Sequence[_Weighed]], Fraction]
Pick = Callable[[Iterable[Fraction]], Fraction]


def _median(weighed: Sequence[_Weighed]) -> Fraction:
    """Return the days that at least half of the money is known no earlier than (of two, the later notice)."""
    half = Fraction(sum(one.low for one in weighed), 2)
    so_far = 0
    for one in sorted(weighed, key=lambda one: one.days):
        so_far += one.low
        if so_far >= half and so_far > 0:
            return one.days
    raise ValueError("there is no money to weigh with")


def _mean(weighed: Sequence[_Weighed]) -> Fraction:
    return sum((one.days * one.low for one in weighed), Fraction(0)) / sum(one.low for one in weighed)


def _share_by(day: int, middle: list[_Weighed], late: list[_Weighed], early: list[_Weighed]) -> Estimate:
    """Return the share of the money with at least so many days of notice: a mean of ones and noughts."""

    def ones(weighed: list[_Weighed]) -> list[_Weighed]:
        return [_Weighed(Fraction(int(one.days >= day)), one.low, one.high) for one in weighed]

    return Estimate(_mean(ones(middle)), _least(ones(late), _mean), _greatest(ones(early), _mean))


def _least(weighed: list[_Weighed], of: Measure) -> Fraction | None:
    return _outermost(sorted(weighed, key=lambda one: one.days), of, min)


def _greatest(weighed: list[_Weighed], of: Measure) -> Fraction | None:
    return _outermost(sorted(weighed, key=lambda one: -one.days), of, max)


def _outermost(ordered: list[_Weighed], of: Measure, pick: Pick) -> Fraction | None:
    """Return the outermost value: some first ones weigh as much as they may, all after them as little.

    A weighted mean or median is outermost at such a split, so trying every split finds it; one after an exact
    weight is the same as the one before it.
    """
    if any(one.high is None for one in ordered):
        return None
    found = []
    for split in (0, *(n + 1 for n, one in enumerate(ordered) if one.high != one.low)):
        fixed = [_Weighed(one.days, (one.high or 0) if n < split else one.low, None) for n, one in enumerate(ordered)]
        if any(one.low for one in fixed):
            found.append(of(fixed))
    return pick(found)
