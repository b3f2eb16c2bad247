"""Figures: one value per recipient, measured on a date, with source and kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import TypeVar

from overens.figures.breaks import Break, break_between
from overens.vocabulary.money import Mark
from overens.vocabulary.periods import When, parse_when
from overens.vocabulary.problems import Place
from overens.vocabulary.recipients import RecipientKind, Register
from overens.vocabulary.wording import Text

T = TypeVar("T")


class FigureKind(StrEnum):
    """Where a figure comes from (slag av underlag)."""

    OFFICIAL = "officiell"
    IMPLIED = "underförstådd"
    INFERRED = "härledd"
    SYNTHETIC = "syntetisk"
    ASSUMED = "antagen"


_KINDS = {
    FigureKind.OFFICIAL: Text("officiell", "official"),
    FigureKind.IMPLIED: Text("underförstådd", "implied"),
    FigureKind.INFERRED: Text("härledd", "inferred"),
    FigureKind.SYNTHETIC: Text("syntetisk", "synthetic"),
    FigureKind.ASSUMED: Text("antagen", "assumed"),
}


def figure_kind_words(kind: FigureKind) -> Text:
    """Return the kind as a word in either language."""
    return _KINDS[kind]


_MARKS = {
    FigureKind.OFFICIAL: Mark.VERIFIED,
    FigureKind.IMPLIED: Mark.COMPUTED,
    FigureKind.INFERRED: Mark.INFERRED,
    FigureKind.SYNTHETIC: Mark.INFERRED,
    FigureKind.ASSUMED: Mark.INFERRED,
}


@dataclass(frozen=True)
class SeriesKey:
    """Which figure, for which kind of recipient, measured when."""

    figure: str
    kind: RecipientKind
    measured_on: str

    def __str__(self) -> str:
        return f"{self.figure} {self.kind.value} {self.measured_on}"


@dataclass(frozen=True)
class Series:
    """One figure (underlag) for every recipient of one kind, measured on one date.

    Attributes:
        values: Code -> exact value in the unit, or None where none was published.
        derived_from: Ids of the published tables that the values were solved back from.
        rounded_to: The unit the source printed to; 0 when the values are exact.
        total_known: The sum is known exactly although each value is rounded.
        date_inferred: The reference date is an inference.
        counted: Code -> numerator and denominator of a share in percent, where both are known.
        lower_is_better: Which way is better, for an outcome; None where it is not said.
        breaks: From when values are not comparable with those before, for the figure as a whole.
    """

    key: SeriesKey
    name: str
    unit: str
    values: Mapping[str, Fraction | None]
    kind: FigureKind
    source: str
    publisher: str
    address: str
    licence: str
    derived_from: tuple[str, ...]
    rounded_to: int
    total_known: bool
    date_inferred: bool
    known_from: When | None
    remark: str
    place: Place
    counted: Mapping[str, tuple[Fraction, Fraction]] = field(default_factory=dict)
    lower_is_better: bool | None = None
    breaks: tuple[Break, ...] = ()

    @property
    def mark(self) -> Mark:
        """How the values are known."""
        return Mark.INFERRED if self.date_inferred else _MARKS[self.kind]

    def was_known(self, day: date | None) -> bool:
        """Tell whether the values were known; where it is not said when, they were not before the day they measure."""
        measured = parse_when(self.key.measured_on)
        if self.known_from is None and isinstance(measured, When) and measured.first == measured.last:
            return measured.known_on(day)
        return self.known_from is None or self.known_from.known_on(day)

    def break_against(self, other: str) -> Break | None:
        """Return the break that keeps the series from being compared with that of another period, or None."""
        return break_between(self.breaks, self.key.measured_on, other)

    @property
    def total(self) -> Fraction:
        """The sum of the published values."""
        return sum((value for value in self.values.values() if value is not None), Fraction(0))


def _by_key(series: Iterable[Series]) -> dict[SeriesKey, tuple[Series, ...]]:
    """Return each key with its versions, the one known first before the others."""
    found: dict[SeriesKey, list[Series]] = {}
    for one in series:
        found.setdefault(one.key, []).append(one)
    return {key: tuple(sorted(versions, key=_known_from)) for key, versions in found.items()}


def known_last(series: Iterable[Series], day: date | None = None) -> list[Series]:
    """Return each series once, as it was known on the day: what a correction names is changed, the rest stands."""
    return [_merged(versions) for versions in _by_key(one for one in series if one.was_known(day)).values()]


def _merged(versions: Sequence[Series]) -> Series:
    """Return the last version, with the values that only earlier ones have.

    What is merged is as weak as the weakest part that is left in it, and names the sources of all of them.
    """
    last = versions[-1]
    if len(versions) == 1:
        return last
    giver = {code: one for one in versions for code in one.values}
    left = [one for one in versions if any(of is one for of in giver.values())]
    return replace(
        last,
        values={code: one.values[code] for code, one in giver.items()},
        counted={code: one.counted[code] for code, one in giver.items() if code in one.counted},
        kind=max((one.kind for one in left), key=list(type(last.kind)).index),
        source=_joined(one.source for one in left),
        publisher=_joined(one.publisher for one in left),
        address=_joined(one.address for one in left),
        derived_from=_each(name for one in left for name in one.derived_from),
        rounded_to=max(one.rounded_to for one in left),
        total_known=len(left) == 1 and left[0].total_known,
        date_inferred=any(one.date_inferred for one in left),
        breaks=_each(found for one in versions for found in one.breaks),
    )


def _known_from(one: Series) -> tuple[bool, date]:
    known = one.known_from
    return (True, known.last) if isinstance(known, When) else (False, date.min)


def _joined(words: Iterable[str]) -> str:
    return "; ".join(_each(filter(None, words)))


def _each(found: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(found))


@dataclass(frozen=True)
class Snapshot:
    """Figures and recipients as they stood on a certain day; never changed afterwards (ögonblicksbild).

    Attributes:
        series: Each series as it is known last: where it has been corrected, cell by cell.
        versions: Every version of the series that have several, the one known first before the others.
    """

    register: Register
    series: Mapping[SeriesKey, Series]
    versions: Mapping[SeriesKey, tuple[Series, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, register: Register, series: Iterable[Series]) -> Snapshot:
        """Return the snapshot that holds the recipients and the series, each with its versions."""
        given = list(series)
        single = {one.key: one for one in given}
        if len(single) == len(given):
            return cls(register, single)
        found = _by_key(given)
        several = {key: versions for key, versions in found.items() if len(versions) > 1}
        return cls(register, {key: _merged(versions) for key, versions in found.items()}, several)

    @property
    def every_version(self) -> list[Series]:
        """Every series that was given, each version by itself."""
        return [one for key, last in self.series.items() for one in self.versions.get(key, (last,))]

    def known_on(self, day: date | None) -> Snapshot:
        """Return the snapshot without what became known after the day: series, or versions of them."""
        if day is None:
            return self
        return Snapshot.of(
            self.register, [s for s in self.every_version if not s.known_from or s.known_from.known_on(day)]
        )

    def with_series(self, changed: Series) -> Snapshot:
        """Return the snapshot with the series in the stead of the one with the same key, and of its versions."""
        versions = {key: of for key, of in self.versions.items() if key != changed.key}
        return Snapshot(self.register, {**self.series, changed.key: changed}, versions)

    def joined(self, other: Snapshot) -> Snapshot:
        """Return the snapshot with what another one holds added; what both have is the other's."""
        return Snapshot(self.register, {**self.series, **other.series}, {**self.versions, **other.versions})

    def named(self, figure: str, kind: RecipientKind) -> list[Series]:
        """Return every series of the figure for the kind of recipient, by date."""
        found = [s for k, s in self.series.items() if k.figure == figure and k.kind is kind]
        return sorted(found, key=lambda s: s.key.measured_on)

    def get(self, figure: str, kind: RecipientKind, measured_on: When | None) -> Series | None:
        """Return the series as it is known last; without a date, the only one there is."""
        if measured_on is None:
            only = self.named(figure, kind)
            return only[0] if len(only) == 1 else None
        return self.series.get(SeriesKey(figure, kind, measured_on.words))

    def figures(self) -> set[str]:
        """Return the ids of all figures."""
        return {key.figure for key in self.series}
