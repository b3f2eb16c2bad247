"""Uncertain outcomes + figures -> the values that each draw gives, as whole thousandths, by whole-number arithmetic."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise

from overens.agreement.comparison import ComparisonYears
from overens.figures.checks import in_whole_units, possible
from overens.figures.model import FigureKind, Series, SeriesKey, Snapshot
from overens.scenario import uncertain_faults as faults
from overens.scenario.uncertain import Around, Together, Uncertain
from overens.vocabulary.names import find_recipients, nearest_recipients
from overens.vocabulary.periods import When, parse_when
from overens.vocabulary.problems import Fault
from overens.vocabulary.recipients import Recipient, RecipientKind
from overens.writing.tree import Path

CERTAIN = 2**32
"""Chance is drawn as a whole number below this."""
STEP = 1000
"""A drawn outcome is a whole number of thousandths of its unit."""
EVERYONE = "alla"
COUNT = "antal"
"""The unit of an outcome that is a number of acts; one that is drawn is whole."""


@dataclass(frozen=True)
class Variable:
    """One outcome that is not known: for whom, when, and its value for each chance.

    Attributes:
        chance: Which of the drawn chances decides it; several outcomes that move together share one.
        points: Chance (of CERTAIN) and value in thousandths, in order; straight lines between them.
    """

    series: SeriesKey
    code: str
    chance: int
    points: tuple[tuple[int, int], ...]
    step: int = 1
    least: int | None = None
    greatest: int | None = None

    def value(self, chance: int) -> int:
        """Return the outcome in thousandths; one that cannot be, such as a share above 100 %, is drawn to what can."""
        n = bisect_right([at for at, _ in self.points], chance)
        (at, low), (after, high) = self.points[n - 1], self.points[n]
        value = low + (high - low) * (chance - at) // (after - at)
        value -= value % self.step
        if self.least is not None:
            value = max(self.least, value)
        return value if self.greatest is None else min(self.greatest, value)

    @property
    def middle(self) -> int:
        """The value in the middle of chance."""
        return self.value(CERTAIN // 2)


Found = tuple[Path, Fault]


def variables_of(
    uncertain: Sequence[Uncertain], figures: Snapshot, taking_part: Mapping[str, Collection[str]], first: int = 0
) -> tuple[list[Variable], list[Found]]:
    """Return every outcome that is to be drawn, and what is wrong, by its path in the file.

    Args:
        uncertain: As written, in order.
        figures: The outcomes that there are, of these or other months.
        taking_part: Outcome -> codes of those whose money it decides.
        first: The number of the first chance that is not taken.
    """
    variables: list[Variable] = []
    found: list[Found] = []
    chances = first
    seen: dict[tuple[SeriesKey, str], int] = {}
    for n, one in enumerate(uncertain):
        at: Path = ("osäkert", n)
        if one.outcome not in taking_part:
            found.append(((*at, "utfall"), faults.unused(one.outcome, sorted(taking_part))))
            continue
        known = [s for s in figures.series.values() if s.key.figure == one.outcome]
        if not known:
            found.append(((*at, "utfall"), faults.no_such_outcome(one.outcome)))
            continue
        found += [((*at, "fördelning"), fault) for fault in _spread_faults(one, known[0].unit)]
        who, wrong = _recipients(one, known[0].key.kind, taking_part[one.outcome], figures)
        found += [((*at, "för", k), fault) for k, fault in wrong]
        if found:
            continue
        groups: dict[tuple[str, str], int] = {}
        for month in _months(one):
            for recipient in who:
                group = _group(one.together, month, recipient.code)
                if group not in groups:
                    groups[group], chances = chances, chances + 1
                made = _variable(one, month, recipient, groups[group], figures, known[0])
                if isinstance(made, Fault):
                    found.append((at, made))
                elif seen.setdefault((made.series, made.code), n) != n:
                    found.append((at, faults.twice(one.outcome, month, recipient.name)))
                else:
                    variables.append(made)
    return variables, _once(found)


def _once(found: list[Found]) -> list[Found]:
    """Return the first fault of each place; a month that is missing is missing for everybody."""
    first: dict[Path, Fault] = {}
    for path, fault in found:
        first.setdefault(path, fault)
    return list(first.items())


def _group(together: Together, month: str, code: str) -> tuple[str, str]:
    """Return what decides the chance of an outcome: those with the same answer share one."""
    return (
        "" if together in (Together.MONTHS, Together.EVERYTHING) else month,
        "" if together in (Together.RECIPIENTS, Together.EVERYTHING) else code,
    )


def _months(one: Uncertain) -> Iterator[str]:
    first, last = one.when.first.first, one.when.last.last
    for n in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        yield f"{n // 12}-{n % 12 + 1:02d}"


def _spread_faults(one: Uncertain, unit: str) -> Iterator[Fault]:
    values = [value for _, value in one.spread.points]
    if any(later < earlier for earlier, later in pairwise(values)):
        yield faults.not_ascending()
    elif one.around is None:
        yield from (faults.cannot_be(value, unit) for value in values if not possible(value, unit))


def _recipients(
    one: Uncertain, kind: RecipientKind, taking_part: Collection[str], figures: Snapshot
) -> tuple[list[Recipient], list[tuple[int, Fault]]]:
    everyone = [r for r in figures.register.of(kind) if r.code in taking_part]
    if not one.who or EVERYONE in one.who:
        return everyone, []
    who: list[Recipient] = []
    wrong: list[tuple[int, Fault]] = []
    for k, words in enumerate(one.who):
        meant = [r for r in figures.register.of(kind) if r in find_recipients(words, figures.register)]
        meant += [r for r in figures.register.of(kind) if r.code == words.strip() and r not in meant]
        if not meant:
            near = [r for r in nearest_recipients(words, figures.register) if r.kind is kind]
            wrong.append((k, faults.nobody(words, near)))
        wrong += [(k, faults.takes_no_part(r.name, one.outcome)) for r in meant if r not in everyone]
        who += [r for r in meant if r in everyone and r not in who]
    return who, wrong


def _variable(
    one: Uncertain, month: str, who: Recipient, chance: int, figures: Snapshot, like: Series
) -> Variable | Fault:
    base = _base(one, month, who, figures)
    if isinstance(base, Fault):
        return base
    points = tuple((CERTAIN * percent // 100, _thousandths(base + value)) for percent, value in one.spread.points)
    counts = like.unit == COUNT or in_whole_units(Fraction(1, 2), like.unit) == 1
    least = 0 if not possible(Fraction(-1), like.unit) else None
    greatest = 100 * STEP if not possible(Fraction(101), like.unit) else None
    return Variable(
        SeriesKey(one.outcome, like.key.kind, month), who.code, chance, points, STEP if counts else 1, least, greatest
    )


def _base(one: Uncertain, month: str, who: Recipient, figures: Snapshot) -> Fraction | Fault:
    """Return what the spread is counted from; nothing where it is of values as they are."""
    if one.around is None:
        return Fraction(0)
    period = month if one.around is Around.OUTCOME else ComparisonYears().periods(month)[0]
    series = figures.get(one.outcome, who.kind, _when(period))
    value = series.values.get(who.code) if series else None
    return faults.nothing_around(one.outcome, period, who.name) if value is None else value


def _when(words: str) -> When:
    when = parse_when(words)
    assert isinstance(when, When), words
    return when


def _thousandths(value: Fraction) -> int:
    return int(value * STEP // 1)


def with_values(figures: Snapshot, variables: Sequence[Variable], values: Sequence[int]) -> Snapshot:
    """Return the figures with the outcomes assumed, in thousandths; a month that no series had gets one."""
    by_series: dict[SeriesKey, dict[str, Fraction]] = {}
    for variable, value in zip(variables, values, strict=True):
        by_series.setdefault(variable.series, {})[variable.code] = Fraction(value, STEP)
    made: dict[SeriesKey, Series] = {}
    for key, assumed in by_series.items():
        series = figures.series.get(key) or _empty(figures, key)
        made[key] = replace(series, values={**series.values, **assumed}, counted={}, kind=FigureKind.ASSUMED)
    return replace(figures, series={**figures.series, **made})


def _empty(figures: Snapshot, key: SeriesKey) -> Series:
    like = next(s for s in figures.series.values() if s.key.figure == key.figure and s.key.kind is key.kind)
    return replace(like, key=key, values={}, known_from=None, derived_from=(), rounded_to=0, remark="")
