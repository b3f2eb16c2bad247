"""The library -> which grants it has for which years, which it lacks and why, and which did not exist."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from overens.agreement.label import series_of
from overens.agreement.model import Agreement
from overens.agreement.series import Absence, GrantSeries, Lack, check_against
from overens.usecases.library import Library
from overens.vocabulary.money import Amount
from overens.vocabulary.problems import Problem
from overens.vocabulary.wording import Text, swedish_order

FIRST, LAST = 2019, 2026
"""The years that the library means to cover."""


class Coverage(StrEnum):
    """Whether a grant of a year is in the library (täckning)."""

    IN_LIBRARY = "finns här"
    MISSING = "saknas"
    DID_NOT_EXIST = "fanns inte"
    UNKNOWN = "okänt"
    NOT_SAID = "ej angivet"


@dataclass(frozen=True)
class CoveredYear:
    """A grant in one year.

    Attributes:
        agreements: The agreements in the library that are for the year.
        reason: Why it is not in the library, where that is said.
        amount: What is known of a grant that is not in the library.
    """

    year: int
    state: Coverage
    agreements: tuple[Agreement, ...] = ()
    reason: str | None = None
    amount: Amount | None = None


@dataclass(frozen=True)
class CoveredSeries:
    """A grant through the years."""

    id: str
    name: str
    years: tuple[CoveredYear, ...]
    remark: str | None = None


def coverage_words(state: Coverage) -> Text:
    """Return the state as words."""
    return _STATES[state]


_STATES = {
    Coverage.IN_LIBRARY: Text("finns här", "is here"),
    Coverage.MISSING: Text("saknas här", "missing here"),
    Coverage.DID_NOT_EXIST: Text("fanns inte", "did not exist"),
    Coverage.UNKNOWN: Text("okänt om det fanns", "not found whether it existed"),
    Coverage.NOT_SAID: Text("ej angivet", "not stated"),
}


def show_coverage(library: Library, first: int = FIRST, last: int = LAST) -> tuple[CoveredSeries, ...]:
    """Return every grant that has an agreement or a series file, by name, in each of the years."""
    of_series = _by_series(library)
    found = []
    for name in {*library.series, *of_series}:
        mine = of_series.get(name, [])
        written = library.series.get(name)
        title = written.name if written else _without_year(mine)
        years = tuple(_year(written, mine, year) for year in range(first, last + 1))
        found.append(CoveredSeries(name, title, years, written.remark if written else None))
    return tuple(sorted(found, key=lambda one: swedish_order(one.name)))


def alike(years: Iterable[CoveredYear]) -> Iterator[list[CoveredYear]]:
    """Yield years that follow each other and lack an agreement for the same reason, together."""
    for _, group in groupby(years, key=lambda y: (y.state, y.reason, y.year if y.agreements or y.amount else 0)):
        yield list(group)


def check_series(library: Library) -> Iterator[Problem]:
    """Yield a warning for every year that a series file says is lacking although the library has it."""
    of_series = _by_series(library)
    for name, written in library.read_series().items():
        yield from check_against(written, of_series.get(name, []))


def _by_series(library: Library) -> dict[str, list[Agreement]]:
    found: dict[str, list[Agreement]] = {}
    for agreement in library.agreements:
        found.setdefault(series_of(agreement.id, agreement.series), []).append(agreement)
    return found


def _without_year(agreements: Iterable[Agreement]) -> str:
    """Return what to call a grant that has no file of its own: its last agreement's name."""
    last = max(agreements, key=lambda a: a.years)
    return last.name.replace(f" {last.years[0]}", "")


def _year(series: GrantSeries | None, agreements: Iterable[Agreement], year: int) -> CoveredYear:
    mine = tuple(sorted((a for a in agreements if year in a.years), key=lambda a: a.id))
    if mine:
        return CoveredYear(year, Coverage.IN_LIBRARY, mine)
    lack = series_lacks(series, year)
    if lack is not None:
        return CoveredYear(year, Coverage.MISSING, (), lack.reason, lack.amount)
    absence = series_was_absent(series, year)
    if absence is not None:
        return CoveredYear(year, Coverage.DID_NOT_EXIST, (), absence.reason)
    unknown = series_is_unknown(series, year)
    if unknown is not None:
        return CoveredYear(year, Coverage.UNKNOWN, (), unknown.reason)
    return CoveredYear(year, Coverage.NOT_SAID)


def series_lacks(series: GrantSeries | None, year: int) -> Lack | None:
    """Return what is written of a year that is not in the library."""
    return next((one for one in series.missing if year in one.years), None) if series else None


def series_was_absent(series: GrantSeries | None, year: int) -> Absence | None:
    """Return what is written of a year in which the grant did not exist."""
    return next((one for one in series.did_not_exist if year in one.years), None) if series else None


def series_is_unknown(series: GrantSeries | None, year: int) -> Absence | None:
    """Return what is written of a year of which it is not found whether the grant existed."""
    return next((one for one in series.unknown if year in one.years), None) if series else None


def why_not_there(library: Library, series: str, year: int | None, not_known: Collection[Agreement] = ()) -> Text:
    """Return why a grant cannot be compared with another year: it is not known, not here, or was not.

    Args:
        not_known: The year's agreements that were not known on the day asked about.
    """
    if year is None:
        return Text("finns inte på den andra sidan", "is not on the other side")
    if any(series_of(a.id, a.series) == series for a in not_known):
        return Text("var inte känt då", "was not known then")
    here = [a for a in library.agreements if year in a.years and series_of(a.id, a.series) == series]
    if here:
        return _only_others(here, year)
    written = library.series.get(series)
    lack, absence = series_lacks(written, year), series_was_absent(written, year)
    unknown = series_is_unknown(written, year)
    if lack is not None:
        known = Text(" ({kr})", " ({kr})", {"kr": lack.amount}) if lack.amount else Text("", "")
        return Text(
            "finns inte i biblioteket för {year}{known}: {why}",
            "is not in the library for {year}{known}: {why}",
            {"year": year, "known": known, "why": lack.reason},
        )
    if absence is not None:
        return Text("fanns inte {year}: {why}", "did not exist in {year}: {why}", {"year": year, "why": absence.reason})
    if unknown is not None:
        return Text("okänt {year}: {why}", "not known in {year}: {why}", {"year": year, "why": unknown.reason})
    return Text(
        "finns inte i biblioteket för {year}; om bidraget fanns då är inte sagt",
        "is not in the library for {year}; whether the grant existed then is not said",
        {"year": year},
    )


def _only_others(here: Collection[Agreement], year: int) -> Text:
    """Return why an agreement stands alone although the library has the grant for the year."""
    names = ", ".join(a.id for a in here)
    if all(a.years[0] != year for a in here):
        return Text(
            "{names} gäller även {year} men räknas i sitt första år",
            "{names} is for {year} too, but counts in its first year",
            {"names": names, "year": year},
        )
    return Text(
        "för {year} finns {names}, som hör ihop med ett annat avtal eller med flera",
        "for {year} there is {names}, which belongs with another agreement or with several",
        {"names": names, "year": year},
    )
