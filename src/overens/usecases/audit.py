"""A library -> how its values are sourced, which sources are due for a new look, and what files say of each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from overens.agreement.cross_checks import CrossCheck, cross_check
from overens.agreement.model import Agreement
from overens.agreement.read_agreement import Written
from overens.agreement.sourcing import sourced_values
from overens.agreement.terms import Source
from overens.usecases.library import Library
from overens.vocabulary.problems import Fault, Place, Problem, Severity

ALLOWED_DAYS = 366
"""A source looked at longer ago than this is due for a new look."""


@dataclass(frozen=True)
class NotFindable:
    """Values that hang on sources without address and registry number, and so cannot be looked up.

    A figure is found by its publisher and name too; one without both is counted here.
    """

    file: str
    sources: tuple[str, ...]
    titles: tuple[str, ...]
    values: int


@dataclass(frozen=True)
class Audit:
    """What an auditor asks of a library (granskning).

    Attributes:
        values: How many amounts, dates, keys and series there are.
        not_findable: Those of them that no one can look up, by file and source.
    """

    values: int
    not_findable: tuple[NotFindable, ...]
    cross_checks: tuple[CrossCheck, ...]
    problems: tuple[Problem, ...]

    @property
    def findable(self) -> Fraction:
        """The share of the values whose source can be looked up; 1 where there are no values."""
        lacking = sum(one.values for one in self.not_findable)
        return Fraction(self.values - lacking, self.values) if self.values else Fraction(1)


def audit(library: Library, mine: Collection[str] | None, today: date) -> Audit:
    """Return the audit of the library, or of the files that are `mine`.

    Args:
        today: The day against which 'kontrollerad' is held.
    """
    written = [w for w in library.written.values() if mine is None or w.file in mine]
    values, lacking = _sourcing(written)
    series = [one for reads in library.figures.values() for read in reads for one in read.series]
    series = [one for one in series if mine is None or one.place.file in mine]
    without = Counter((one.place.file, (one.source,)) for one in series if not one.address and not one.publisher)
    readings = {name: [reading.written for reading in found] for name, found in library.readings.items()}
    checks, problems = cross_check(readings)
    grants = [one for one in library.read_series().values() if mine is None or one.tree.file in mine]
    return Audit(
        values + len(series),
        (*lacking, *(NotFindable(file, names, names, n) for (file, names), n in without.items())),
        tuple(c for c in checks if mine is None or c.place.file in mine),
        (
            *problems,
            *(p for w in written for p in _stale(w.agreement.sources, w.place, today)),
            *(p for one in grants for p in _stale(one.series.sources, one.place, today)),
        ),
    )


def _sourcing(written: Iterable[Written]) -> tuple[int, list[NotFindable]]:
    values = 0
    lacking: list[NotFindable] = []
    for one in written:
        found = list(sourced_values(one))
        values += len(found)
        counted = Counter(value.sources for value in found if not value.can_be_looked_up)
        lacking += [NotFindable(one.file, names, _titles(one.agreement, names), n) for names, n in counted.items()]
    return values, lacking


def _titles(agreement: Agreement, names: Iterable[str]) -> tuple[str, ...]:
    return tuple(agreement.sources[name].title for name in names if name in agreement.sources)


def _stale(sources: Mapping[str, Source], place_of: Callable[..., Place], today: date) -> Iterator[Problem]:
    """Warn once for each file whose sources were last looked at more than a year ago."""
    old: dict[str, list[str]] = {}
    places: dict[str, Place] = {}
    for name, source in sources.items():
        if source.checked is not None and (today - source.checked.last).days > ALLOWED_DAYS:
            place = place_of("källor", name, "kontrollerad")
            old.setdefault(place.file, []).append(name)
            places.setdefault(place.file, place)
    for file, names in old.items():
        yield Problem(places[file], _due(names), Severity.WARNING)


def _due(names: list[str]) -> Fault:
    return Fault.of(
        "Kontrollerad för mer än ett år sedan: {names}.",
        "Se efter om källan säger samma sak, och skriv dagens datum under 'kontrollerad'.",
        "Checked more than a year ago: {names}.",
        "See whether the source says the same, and write today's date under 'kontrollerad'.",
        names=", ".join(names),
    )
