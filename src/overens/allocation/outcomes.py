"""Figures that measure performance -> each recipient's outcome in a period, and what it is compared with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from overens.agreement.comparison import Comparison, read_comparison
from overens.agreement.performance import Measured
from overens.agreement.rules import FigureRef
from overens.allocation.model import NotComputed
from overens.allocation.rule_steps import find, value_of
from overens.figures.model import Series, Snapshot
from overens.vocabulary.periods import When, parse_when
from overens.vocabulary.problems import Fault
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Text

Recipients = Sequence[Recipient]
Exact = Mapping[str, Fraction]
SHARE = "procent"
"""The unit of an outcome that is a share; every other is a volume, which sums over periods."""


@dataclass(frozen=True)
class Period:
    """A period that is measured: a month, a year, or several months together.

    Attributes:
        parts: The dates of the series in it, in order.
    """

    words: str
    parts: tuple[str, ...]

    def before(self, comparison: Comparison) -> tuple[Period, ...]:
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
    return Period(parts[0] if len(parts) == 1 else f"{parts[0]}/{parts[-1]}", tuple(parts))


def periods_of(measured: Measured) -> tuple[Period, ...]:
    """Return the periods measured: each month or year where the file says so, else the whole as one.

    >>> [p.words for p in periods_of(Measured.model_validate({"från": "2023-11", "till": "2024-01", "varje": "månad"}))]
    ['2023-11', '2023-12', '2024-01']
    """
    every = (measured.every or "").casefold()
    if every in ("år", "varje år"):
        return tuple(_joined([str(y)]) for y in range(measured.start.first.year, measured.end.last.year + 1))
    months = _months(measured.start, measured.end)
    return tuple(_joined([m]) for m in months) if every in ("månad", "varje månad") else (_joined(months),)


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
    if series[0].unit != SHARE:
        return Outcomes({r.code: sum((value_of(s, r) for s in series), Fraction(0)) for r in recipients}, series)
    return Outcomes({r.code: _pooled(series, r, name, period) for r in recipients}, series)


def _series(name: str, period: Period, recipients: Recipients, figures: Snapshot) -> tuple[Series, ...]:
    kind = recipients[0].kind
    years = sorted({part[:4] for part in period.parts})
    if len(period.parts) == 12 * len(years):
        yearly = [figures.get(name, kind, _when(year)) for year in years]
        if all(yearly):
            return tuple(one for one in yearly if one is not None)
    found = [figures.get(name, kind, _when(part)) for part in period.parts]
    missing = [part for part, one in zip(period.parts, found, strict=True) if one is None]
    if missing:
        raise NotComputed(_no_outcome(name, missing, known=bool(figures.named(name, kind))))
    return tuple(one for one in found if one is not None)


def _when(words: str) -> When:
    read = parse_when(words)
    assert not isinstance(read, Fault), words
    return read


def _pooled(series: tuple[Series, ...], who: Recipient, name: str, period: Period) -> Fraction:
    """100·Σ numerators / Σ denominators; a share of several months cannot be had from the months' shares."""
    counted = [one.counted.get(who.code) for one in series]
    both = [one for one in counted if one is not None]
    if len(both) < len(counted):
        raise NotComputed(
            Text(
                "utfallet '{name}' i {period} är andelar utan täljare och nämnare, som inte kan slås ihop",
                "the outcome '{name}' in {period} is shares without numerator and denominator, which cannot be pooled",
                {"name": name, "period": period.words},
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
