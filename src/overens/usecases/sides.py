"""A side of a comparison as it is named -> a year or an agreement, as known on its day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from overens.agreement.label import series_of
from overens.agreement.model import Agreement
from overens.usecases.compare import Side, agreement_side, amendment_sides, year_side
from overens.usecases.library import Library
from overens.vocabulary.periods import parse_asked_when
from overens.vocabulary.problems import Fault


@dataclass(frozen=True)
class NamedSide:
    """A side by its name, and the day it is to be known on; None for as it is known now."""

    name: str
    day: date | None

    @property
    def year(self) -> int | None:
        """The year, where it is one and not an agreement."""
        name = self.name
        return int(name) if name.isascii() and name.isdigit() and len(name) == 4 else None

    @property
    def words(self) -> str:
        """As it is written, with its own day: 2024@2023-12-31."""
        return f"{self.name}@{self.day.isoformat()}" if self.day else self.name


def read_named_side(typed: str, day: date | None) -> NamedSide | Fault:
    """Return what the words name, or what is wrong with them.

    Args:
        day: The day it is to be known on, where the words name none.

    >>> read_named_side("2024@2023-12", None).words
    '2024@2023-12-31'
    """
    name, at, words = typed.rpartition("@")
    if not at:
        name = typed
    if not name.strip():
        return _no_name(typed, f"@{words}" if words and at else "")
    if not at:
        return NamedSide(name, day)
    when = parse_asked_when(words)
    return _no_day(typed, when) if isinstance(when, Fault) else NamedSide(name, when.last)


def sides_between(library: Library, before: NamedSide, after: NamedSide) -> tuple[Side, Side]:
    """Return both sides; an amendment beside the agreement it changes is compared with what was before it.

    Raises:
        KeyError: If the library has no agreement of a name.
    """
    for one, other in ((before, after), (after, before)):
        if library.amends.get(other.name) == one.name and one.day == other.day:
            sides = amendment_sides(library, other.name, other.day)
            return sides if one is before else sides[::-1]
    return named_side(library, before), named_side(library, after)


def named_side(library: Library, named: NamedSide) -> Side:
    """Return the year, or the agreement, as known on its day.

    Raises:
        KeyError: If the library has no agreement of the name.
    """
    if named.year is not None:
        return year_side(library, named.year, named.day)
    return agreement_side(library, named.name, named.day)


def earlier(library: Library, name: str) -> str:
    """Return what an agreement is compared with unless something else is asked for; empty where there is nothing.

    For an amendment that is the agreement it changes; else the agreement that it continues, or the last one before it
    of the same series.
    """
    if name in library.amends:
        return library.amends[name]
    agreement = library.written[name].agreement
    if agreement.predecessor is not None and agreement.predecessor.of in library.readings:
        return agreement.predecessor.of
    before = [one for one in same_series(library, name) if one.years[0] < agreement.years[0]]
    return before[-1].id if before else ""


def same_series(library: Library, name: str) -> list[Agreement]:
    """Return every agreement of the same series, also the agreement itself, by first year and id."""
    agreement = library.written[library.amends.get(name, name)].agreement
    series = series_of(agreement.id, agreement.series)
    return [one for one in library.agreements if series_of(one.id, one.series) == series]


def _no_name(typed: str, at: str) -> Fault:
    return Fault.of(
        "'{typed}' säger inte vad.",
        "Skriv ett år, ett avtal eller en fil, till exempel 2024{at}.",
        "'{typed}' does not say what.",
        "Write a year, an agreement or a file, for instance 2024{at}.",
        typed=typed,
        at=at,
    )


def _no_day(typed: str, fault: Fault) -> Fault:
    return Fault.of(
        "{typed}: {message}",
        "{remedy}",
        "{typed}: {message}",
        "{remedy}",
        typed=typed,
        message=fault.message,
        remedy=fault.remedy,
    )
