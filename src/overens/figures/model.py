"""Figures: one value per recipient, measured on a date, with source and kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from overens.vocabulary.money import Mark
from overens.vocabulary.periods import When, parse_when
from overens.vocabulary.problems import Place
from overens.vocabulary.recipients import RecipientKind, Register
from overens.vocabulary.wording import Text


class FigureKind(StrEnum):
    """Where a figure comes from (slag av underlag)."""

    OFFICIAL = "officiell"
    IMPLIED = "underförstådd"
    INFERRED = "härledd"
    SYNTHETIC = "syntetisk"


_KINDS = {
    FigureKind.OFFICIAL: Text("officiell", "official"),
    FigureKind.IMPLIED: Text("underförstådd", "implied"),
    FigureKind.INFERRED: Text("härledd", "inferred"),
    FigureKind.SYNTHETIC: Text("syntetisk", "synthetic"),
}


def figure_kind_words(kind: FigureKind) -> Text:
    """Return the kind as a word in either language."""
    return _KINDS[kind]


_MARKS = {
    FigureKind.OFFICIAL: Mark.VERIFIED,
    FigureKind.IMPLIED: Mark.COMPUTED,
    FigureKind.INFERRED: Mark.INFERRED,
    FigureKind.SYNTHETIC: Mark.INFERRED,
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

    @property
    def total(self) -> Fraction:
        """The sum of the published values."""
        return sum((value for value in self.values.values() if value is not None), Fraction(0))


@dataclass(frozen=True)
class Snapshot:
    """Figures and recipients as they stood on a certain day; never changed afterwards (ögonblicksbild)."""

    register: Register
    series: Mapping[SeriesKey, Series]

    @classmethod
    def of(cls, register: Register, series: Iterable[Series]) -> Snapshot:
        """Return the snapshot that holds the recipients and the series."""
        return cls(register, {one.key: one for one in series})

    def known_on(self, day: date | None) -> Snapshot:
        """Return the snapshot without the series that became known after the day."""
        if day is None:
            return self
        return Snapshot.of(
            self.register, [s for s in self.series.values() if not s.known_from or s.known_from.known_on(day)]
        )

    def with_series(self, changed: Series) -> Snapshot:
        """Return the snapshot with the series in the stead of the one with the same key."""
        return Snapshot(self.register, {**self.series, changed.key: changed})

    def named(self, figure: str, kind: RecipientKind) -> list[Series]:
        """Return every series of the figure for the kind of recipient, by date."""
        found = [s for k, s in self.series.items() if k.figure == figure and k.kind is kind]
        return sorted(found, key=lambda s: s.key.measured_on)

    def get(self, figure: str, kind: RecipientKind, measured_on: When | None) -> Series | None:
        """Return the series; without a date, the only one there is."""
        if measured_on is None:
            only = self.named(figure, kind)
            return only[0] if len(only) == 1 else None
        return self.series.get(SeriesKey(figure, kind, measured_on.words))

    def figures(self) -> set[str]:
        """Return the ids of all figures."""
        return {key.figure for key in self.series}
