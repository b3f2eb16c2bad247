"""An agreement file's text -> its id and years, so that only what is asked for need be read whole."""

from __future__ import annotations

import re
from dataclasses import dataclass

from overens.vocabulary.periods import parse_years
from overens.vocabulary.problems import Fault

_ID = re.compile(r"^id:[ \t]*['\"]?([^\s'\"#]+)", re.MULTILINE)
_AMENDS = re.compile(r"^ändrar:[ \t]*['\"]?([^\s'\"#]+)", re.MULTILINE)
_CHANGES = re.compile(r"^ändringar:", re.MULTILINE)
_YEARS = re.compile(r"^avser:[ \t]*['\"]?([^'\"#\n]+)", re.MULTILINE)


@dataclass(frozen=True)
class Wanted:
    """What a command asks for: a year, an agreement, either of two such, or (all None) everything."""

    year: int | None = None
    agreement: str | None = None
    either: tuple[Wanted, Wanted] | None = None

    def takes(self, text: str) -> bool:
        """Tell whether the file may be what is asked for; one whose label cannot be read always may."""
        if self.either is not None:
            return any(one.takes(text) for one in self.either)
        if self.agreement is not None:
            found = _ID.search(text)
            return found is None or found[1] == self.agreement
        if self.year is not None:
            years = years_of(text)
            return not years or self.year in years
        return True


def id_of(text: str) -> str | None:
    """Return the id that the text states, or None."""
    found = _ID.search(text)
    return found[1] if found else None


def series_of(agreement_id: str, written: str | None = None) -> str:
    """Return the series of an agreement: as written, or its id up to the year.

    >>> series_of("kvinnors-halsa-2024")
    'kvinnors-halsa'
    """
    return written or re.sub(r"-(?:19|20)\d\d(?:-.*)?$", "", agreement_id)


def amends_of(text: str) -> str | None:
    """Return the id of the agreement that the text says it changes, or None for an agreement."""
    found = _AMENDS.search(text)
    return found[1] if found else None


def is_scenario(text: str) -> bool:
    """Tell whether the text states changes to be tried on agreements, and is none itself."""
    return _ID.search(text) is None and _CHANGES.search(text) is not None  # an id stands first and is soon found


def years_of(text: str) -> tuple[int, ...]:
    """Return the years that the text states; none if they cannot be read."""
    found = _YEARS.search(text)
    years = parse_years(found[1]) if found else ()
    return () if isinstance(years, Fault) else years


EVERYTHING = Wanted()
