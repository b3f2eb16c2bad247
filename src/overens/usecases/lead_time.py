"""A library -> how early the sums of each year were known, and what that says of the claims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from overens.agreement.announcements import Announcements, Claim, Regularity
from overens.agreement.terms import Source
from overens.notice.claim import Verdict, weigh_claim
from overens.notice.lead_time import KnownSum, LeadTime, measure
from overens.usecases.counted_sums import CountedSum, counted_sums
from overens.usecases.library import Library
from overens.vocabulary.periods import When


class Variant(StrEnum):
    """Which sums of a year are measured, and by which date."""

    MAIN = "huvudserien"
    WITH_NEW = "med nya pengar"
    WITHOUT_UNSURE = "utan osäkra"
    WITHOUT_SUM_ONLY = "utan bara summan"
    BY_POT = "per pott"
    WITH_LIBRARY = "med avtal utanför listan"


@dataclass(frozen=True)
class PrintedGroup:
    """The agreements that one sum was printed over, and how early they were known together."""

    name: str
    lead: LeadTime


@dataclass(frozen=True)
class LeadYear:
    """How early the money of one year was known.

    Attributes:
        sums: What was known on the day asked about, by date.
        leads: Each variant's lead time; None where it has no money.
        not_yet_known: Names of sums that became known later.
        left_out: Agreements of the year without a sum or a date, which cannot be counted.
        main_sums: The sums that the main series measures.
    """

    year: int
    sums: tuple[CountedSum, ...]
    leads: Mapping[Variant, LeadTime | None]
    groups: tuple[PrintedGroup, ...]
    not_yet_known: tuple[str, ...]
    left_out: tuple[str, ...]
    main_sums: tuple[KnownSum, ...] = ()

    @property
    def main(self) -> LeadTime | None:
        """The lead time of the main series."""
        return self.leads[Variant.MAIN]

    @property
    def all_unsure(self) -> bool:
        """Whether every sum of the year is uncertain."""
        return bool(self.sums) and all(one.unsure for one in self.sums)


@dataclass(frozen=True)
class WeighedClaim:
    """A claim with its source, and what the series says of it."""

    claim: Claim
    source: Source
    verdict: Verdict


@dataclass(frozen=True)
class LeadSeries:
    """How early the money of every year was known, and the claims tested on it.

    Attributes:
        first_known: When the first of all the sums became known, whatever the day asked about.
    """

    as_known_on: date | None
    years: Mapping[int, LeadYear]
    first_known: When | None
    claims: tuple[WeighedClaim, ...]

    def of(self, year: int) -> LeadYear:
        """Return the year; one outside the library is empty."""
        return self.years.get(year) or LeadYear(year, (), dict.fromkeys(Variant), (), (), ())


def show_lead_series(library: Library, as_known_on: date | None = None) -> LeadSeries:
    """Return how early the money of each year was known, from the lists and the agreements of the library."""
    lists = library.read_announcements()
    sums = counted_sums(lists, library.agreements)
    years = sorted({one.year for one in sums})
    shown = {year: _year(library, year, [one for one in sums if one.year == year], as_known_on) for year in years}
    series = {year: one.main for year, one in shown.items() if one.main is not None}
    first = min((one.known for one in sums), default=None)
    return LeadSeries(as_known_on, shown, first, tuple(_claims(lists, series, as_known_on)))


def _year(library: Library, year: int, sums: list[CountedSum], day: date | None) -> LeadYear:
    known = sorted((one for one in sums if one.known.known_on(day)), key=lambda one: (one.known, one.name))
    covered = any(one.listed for one in sums)  # a year that no list is about is measured on its agreements
    leads = {variant: measure(_chosen(variant, known, covered, day), year) for variant in Variant}
    return LeadYear(
        year,
        tuple(known),
        leads,
        tuple(_groups(library, year, known)),
        tuple(one.name for one in sums if one not in known),
        tuple(a.id for a in library.of_year(year) if not any(a.id in one.agreements for one in sums)),
        tuple(_chosen(Variant.MAIN, known, covered, day)),
    )


def _chosen(variant: Variant, sums: list[CountedSum], covered: bool, day: date | None) -> list[KnownSum]:
    listed = [one for one in sums if one.listed or not covered]
    annual = [one for one in listed if one.kind is Regularity.ANNUAL]
    match variant:
        case Variant.MAIN:
            return [one.whole for one in annual]
        case Variant.WITH_NEW:
            return [one.whole for one in listed]
        case Variant.WITHOUT_UNSURE:
            return [one.whole for one in annual if not one.unsure]
        case Variant.WITHOUT_SUM_ONLY:
            return [one.whole for one in annual if not one.sum_only]
        case Variant.BY_POT:
            return [part for one in annual for part in one.parts if part.known.known_on(day)]
        case Variant.WITH_LIBRARY:
            return [one.whole for one in sums if one.kind is Regularity.ANNUAL]


def _groups(library: Library, year: int, sums: list[CountedSum]) -> Iterator[PrintedGroup]:
    for table in library.published:
        named = {held.agreement for held in table.totals.holds if held.agreement is not None}
        held = [one.whole for one in sums if named & set(one.agreements)]
        lead = measure(held, year)
        if table.totals.amount is not None and year in table.totals.years and lead is not None:
            yield PrintedGroup(table.totals.name, lead)


def _claims(lists: list[Announcements], series: Mapping[int, LeadTime], day: date | None) -> Iterator[WeighedClaim]:
    for read in lists:
        for claim in read.written.claims:
            verdict = weigh_claim(series, claim.year)
            if verdict is not None and claim.known_from.known_on(day):
                yield WeighedClaim(claim, read.source(claim), verdict)
