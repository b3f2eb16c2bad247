"""Figures that measure performance -> each recipient's outcome in a period, and what it is compared with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby

from overens.agreement.comparison import ComparisonYears, Every, read_comparison, read_every
from overens.agreement.performance import Measured
from overens.agreement.rules import FigureRef
from overens.allocation.model import NotComputed
from overens.allocation.rule_steps import find, value_of
from overens.figures.model import Series, SeriesKey, Snapshot
from overens.vocabulary.periods import When
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Text

Recipients = Sequence[Recipient]
Exact = Mapping[str, Fraction]
SHARE = "procent"
"""The unit of an outcome that is a share."""


@dataclass(frozen=True)
class Period:
    """A period that is measured: a month, a year, or several months together.

    Attributes:
        parts: Its months, in order.
    """

    words: str
    parts: tuple[str, ...]

    def before(self, comparison: ComparisonYears) -> tuple[Period, ...]:
        """Return the same period of each year it is compared with."""
        shifted = zip(*(comparison.periods(part) for part in self.parts), strict=True)
        return tuple(_joined(parts) for parts in shifted)


@dataclass(frozen=True)
class Outcomes:
    """The outcome of each recipient in one period (utfall), with the series it was read from."""

    values: Exact
    series: tuple[Series, ...]

    @property
    def lower_is_better(self) -> bool:
        """Whether a lower value is the better one."""
        return any(one.lower_is_better for one in self.series)


def _joined(parts: Sequence[str]) -> Period:
    """Return the months as one period: a month, a whole year by its number, or from/to."""
    first, last = parts[0], parts[-1]
    if len(parts) == 12 and first[:4] == last[:4]:
        return Period(first[:4], tuple(parts))
    return Period(first if len(parts) == 1 else f"{first}/{last}", tuple(parts))


def periods_of(measured: Measured) -> tuple[Period, ...]:
    """Return the periods measured: each month, the months of each year, or the whole as one.

    >>> [p.words for p in periods_of(Measured.model_validate({"från": "2023-11", "till": "2024-01", "varje": "månad"}))]
    ['2023-11', '2023-12', '2024-01']
    """
    months = _months(measured.start, measured.end)
    if not months:
        raise NotComputed(
            Text(
                "mätperioden slutar {end}, före sin början {start}",
                "the period of measurement ends {end}, before it begins {start}",
                {"start": measured.start.words, "end": measured.end.words},
            ),
            impossible=True,
        )
    match read_every(measured.every):
        case Every.MONTH:
            return tuple(_joined([month]) for month in months)
        case Every.YEAR:
            return tuple(_joined(list(year)) for _, year in groupby(months, lambda month: month[:4]))
        case None:
            return (_joined(months),)


def together(periods: Sequence[Period]) -> Period:
    """Return the periods as one."""
    return _joined([part for period in periods for part in period.parts])


def _months(start: When, end: When) -> list[str]:
    first, last = (when.year * 12 + when.month - 1 for when in (start.first, end.last))
    return [f"{n // 12}-{n % 12 + 1:02d}" for n in range(first, last + 1)]


def outcomes_in(name: str, period: Period, recipients: Recipients, figures: Snapshot) -> Outcomes:
    """Return each recipient's outcome in the period: a volume summed, a share pooled, over its months.

    A whole year is read from the yearly series where there is one.

    Raises:
        NotComputed: If a period or a value is missing, or shares are to be pooled without numerators.
    """
    series = _series(name, period, recipients, figures)
    if len(series) == 1:
        return Outcomes({r.code: value_of(series[0], r) for r in recipients}, series)
    if _sums(series[0].unit):
        return Outcomes({r.code: sum((value_of(s, r) for s in series), Fraction(0)) for r in recipients}, series)
    return Outcomes({r.code: _pooled(series, r, name, period) for r in recipients}, series)


def _series(name: str, period: Period, recipients: Recipients, figures: Snapshot) -> tuple[Series, ...]:
    kind = recipients[0].kind
    years = sorted({part[:4] for part in period.parts})
    if len(period.parts) == 12 * len(years):
        yearly = [figures.series.get(SeriesKey(name, kind, year)) for year in years]
        if all(yearly):
            return tuple(one for one in yearly if one is not None)
    found = [figures.series.get(SeriesKey(name, kind, part)) for part in period.parts]
    missing = [part for part, one in zip(period.parts, found, strict=True) if one is None]
    if missing:
        raise NotComputed(_no_outcome(name, missing, known=bool(figures.named(name, kind))))
    return tuple(one for one in found if one is not None)


def _sums(unit: str) -> bool:
    """Tell whether outcomes of several months add up: acts do, shares and waiting times do not."""
    return unit not in (SHARE, "promille", "dagar", "dygn", "timmar", "index") and " per " not in unit


def _pooled(series: tuple[Series, ...], who: Recipient, name: str, period: Period) -> Fraction:
    """100·Σ numerators / Σ denominators; a share of several months cannot be had from the months' shares."""
    counted = [one.counted.get(who.code) for one in series]
    both = [one for one in counted if one is not None]
    if len(both) < len(counted) or not any(denominator for _, denominator in both):
        raise NotComputed(
            Text(
                "utfallet '{name}' i {period} är i {unit} utan täljare och nämnare för {who}, så månaderna kan inte slås ihop",
                "the outcome '{name}' in {period} is in {unit} without numerator and denominator for {who}, so the months"
                " cannot be pooled",
                {"name": name, "period": period.words, "unit": series[0].unit, "who": who.short_name},
            )
        )
    return 100 * sum((n for n, _ in both), Fraction(0)) / sum((d for _, d in both), Fraction(0))


def compared_in(
    name: str, words: str, period: Period, recipients: Recipients, figures: Snapshot
) -> tuple[Exact, tuple[Series, ...]]:
    """Return what each outcome is compared with: the same period of another year, or the mean of several.

    Raises:
        NotComputed: If a value is missing, or the series has a break in between.
    """
    comparison = read_comparison(words)
    assert comparison is not None, words  # else it is a parameter to be given
    earlier = [outcomes_in(name, one, recipients, figures) for one in period.before(comparison)]
    for one in earlier:
        _no_break(one.series, name, period)
    n = len(earlier)
    mean = {r.code: sum((one.values[r.code] for one in earlier), Fraction(0)) / n for r in recipients}
    return mean, tuple(s for one in earlier for s in one.series)


def _no_break(series: tuple[Series, ...], name: str, period: Period) -> None:
    found = next((b for s in series for b in [s.break_against(period.parts[-1])] if b is not None), None)
    if found is not None:
        raise NotComputed(
            Text(
                "utfallet '{name}' har ett brott från {since}, så {period} kan inte jämföras med åren före",
                "the outcome '{name}' has a break from {since}, so {period} cannot be compared with the years before",
                {"name": name, "since": found.since.words, "period": period.words},
            )
        )


def baseline_of(
    above: FigureRef | None,
    better_than: str | None,
    name: str,
    period: Period,
    recipients: Recipients,
    figures: Snapshot,
) -> tuple[Exact | None, tuple[Series, ...]]:
    """Return what a volume counts beyond: a table, earlier outcomes, or nothing."""
    if above is not None:
        series = find(above, recipients, figures)
        return {r.code: value_of(series, r) for r in recipients}, (series,)
    if better_than is not None:
        return compared_in(name, better_than, period, recipients, figures)
    return None, ()


def _no_outcome(name: str, missing: Sequence[str], *, known: bool) -> Text:
    if not known:
        return Text(
            "utfallet '{name}' finns inte i biblioteket", "the outcome '{name}' is not in the library", {"name": name}
        )
    return Text(
        "utfallet '{name}' saknas för {periods}",
        "the outcome '{name}' is missing for {periods}",
        {"name": name, "periods": ", ".join(missing[:4]) + (f" … ({len(missing)})" if len(missing) > 4 else "")},
    )
