"""A library -> how early the sums of each year were known, and what that says of the claims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from overens.agreement.announcements import Announcement, Announcements, Claim, Regularity
from overens.agreement.model import Agreement, Pot
from overens.agreement.terms import Source
from overens.allocation.allocate import known_since
from overens.notice.claim import Verdict, weigh_claim
from overens.notice.lead_time import KnownSum, LeadTime, measure
from overens.usecases.library import Library
from overens.vocabulary.money import Amount, Mark
from overens.vocabulary.periods import When
from overens.vocabulary.sources import GrantKind


class Variant(StrEnum):
    """Which sums of a year are measured, and by which date."""

    MAIN = "huvudserien"
    WITH_NEW = "med nya pengar"
    WITHOUT_UNSURE = "utan osäkra"
    WITHOUT_SUM_ONLY = "utan bara summan"
    BY_POT = "per pott"


@dataclass(frozen=True)
class CountedSum:
    """A sum of a year as it is counted: from the list of announcements or, if no row is about it, from an agreement.

    Attributes:
        unsure: Why the amount is uncertain; the interval then holds that it is nothing.
        sum_only: Only the sum was known then, not how it is divided.
        agreements: Ids of the agreements in the library that it is about.
        listed: Whether it stands in a list of announcements.
        parts: The same money by the dates of its pots, where a pot became known later.
    """

    year: int
    name: str
    known: When
    date_inferred: bool
    amount: Amount
    kind: Regularity
    unsure: str | None
    sum_only: bool
    agreements: tuple[str, ...]
    listed: bool
    source: Source
    parts: tuple[KnownSum, ...]

    @property
    def whole(self) -> KnownSum:
        """The sum with its interval and its date."""
        low = 0 if self.unsure else self.amount.low
        return KnownSum(self.amount.kr, low or 0, self.amount.high, self.known)


@dataclass(frozen=True)
class DateDifference:
    """A list of announcements and an agreement file that give one thing different dates."""

    name: str
    listed: When
    agreement: str
    written: When


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
    """

    year: int
    sums: tuple[CountedSum, ...]
    leads: Mapping[Variant, LeadTime | None]
    differences: tuple[DateDifference, ...]
    groups: tuple[PrintedGroup, ...]
    not_yet_known: tuple[str, ...]
    left_out: tuple[str, ...]

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
    """How early the money of every year was known, and the claims tested on it."""

    as_known_on: date | None
    years: Mapping[int, LeadYear]
    claims: tuple[WeighedClaim, ...]

    @property
    def with_money(self) -> tuple[int, ...]:
        """The years of which anything was known."""
        return tuple(year for year, one in self.years.items() if one.sums)


def show_lead_series(library: Library, as_known_on: date | None = None) -> LeadSeries:
    """Return how early the money of each year was known, from the lists and the agreements of the library."""
    lists = library.read_announcements()
    sums = [*(one for read in lists for one in _listed(read, library)), *_unlisted(lists, library)]
    years = sorted({one.year for one in sums} | {a.years[0] for a in library.agreements})
    shown = {year: _year(library, year, [one for one in sums if one.year == year], as_known_on) for year in years}
    series = {year: one.main for year, one in shown.items() if one.main is not None}
    return LeadSeries(as_known_on, shown, tuple(_claims(lists, series, as_known_on)))


def _year(library: Library, year: int, sums: list[CountedSum], day: date | None) -> LeadYear:
    known = sorted((one for one in sums if one.known.known_on(day)), key=lambda one: (one.known, one.name))
    leads = {variant: measure(_chosen(variant, known, day), year) for variant in Variant}
    return LeadYear(
        year,
        tuple(known),
        leads,
        tuple(difference for one in known for difference in _differences(one, library)),
        tuple(_groups(library, year, known)),
        tuple(one.name for one in sums if one not in known),
        tuple(a.id for a in library.of_year(year) if not any(a.id in one.agreements for one in sums)),
    )


def _chosen(variant: Variant, sums: list[CountedSum], day: date | None) -> list[KnownSum]:
    annual = [one for one in sums if one.kind is Regularity.ANNUAL]
    match variant:
        case Variant.MAIN:
            return [one.whole for one in annual]
        case Variant.WITH_NEW:
            return [one.whole for one in sums]
        case Variant.WITHOUT_UNSURE:
            return [one.whole for one in annual if not one.unsure]
        case Variant.WITHOUT_SUM_ONLY:
            return [one.whole for one in annual if not one.sum_only]
        case Variant.BY_POT:
            return [part for one in annual for part in one.parts if part.known.known_on(day)]


# --- what is counted ----------------------------------------------------------------


def _listed(read: Announcements, library: Library) -> Iterator[CountedSum]:
    for one in read.written.announcements:
        agreements = tuple(a for a in library.agreements if is_about(one, a))
        amount = one.amount.marked(Mark.INFERRED if one.unsure else one.mark)
        yield CountedSum(
            one.year,
            one.name,
            one.known_from,
            one.date_inferred,
            amount,
            one.kind,
            one.unsure,
            one.sum_only,
            tuple(a.id for a in agreements),
            True,
            read.source(one),
            _parts(amount, one, _pots_of(one, read, agreements)),
        )


def is_about(one: Announcement, agreement: Agreement) -> bool:
    """Tell whether the announcement is about the agreement: it names it, or its series, in one of its years."""
    if one.about is not None:
        return agreement.id == one.about
    if one.series is None or one.year not in agreement.years:
        return False
    return one.series in (agreement.series, agreement.id.removesuffix(f"-{agreement.years[0]}"))


def _pots_of(one: Announcement, read: Announcements, agreements: tuple[Agreement, ...]) -> list[Pot]:
    """Return the pots whose dates tell when parts of the sum became known; none if several rows share them."""
    if one.pot is not None:
        name = one.pot.partition("/")[2]
        return [pot for a in agreements for path, pot in a.leaves() if path[-1] == name]
    shared = any(is_about(other, a) for other in read.written.announcements if other is not one for a in agreements)
    return [] if shared else [pot for a in agreements for _, pot in a.leaves()]


def _parts(amount: Amount, one: Announcement, pots: list[Pot]) -> tuple[KnownSum, ...]:
    """Return the sum with the pots that became known later at their own dates, and the rest at its own."""
    later = []
    left, low, high = amount.kr, 0 if one.unsure else amount.low or 0, amount.high
    for pot in pots:
        if pot.known_from is None or pot.known_from.first <= one.known_from.last or not isinstance(pot.amount, Amount):
            continue
        kr = min(pot.amount.kr, left)
        later.append(KnownSum(kr, kr, kr, pot.known_from))
        left, low, high = left - kr, max(0, low - kr), None if high is None else max(0, high - kr)
    return (*later, KnownSum(left, low, high, one.known_from))


def _unlisted(lists: list[Announcements], library: Library) -> Iterator[CountedSum]:
    """Yield the agreements that no announcement is about; a supplement is new money, the rest annual."""
    listed = [one for read in lists for one in read.written.announcements]
    for agreement in library.agreements:
        known = known_since(agreement)
        total = agreement.total
        if known is None or not isinstance(total, Amount) or any(is_about(one, agreement) for one in listed):
            continue
        supplement = agreement.kind in (GrantKind.SUPPLEMENTARY, GrantKind.AMENDING)
        row = Announcement.model_construct(known_from=known)
        yield CountedSum(
            agreement.years[0],
            agreement.name,
            known,
            False,
            total.marked(agreement.mark),
            Regularity.NEW if supplement else Regularity.ANNUAL,
            None,
            False,
            (agreement.id,),
            False,
            agreement.sources[agreement.source[0]],
            _parts(total, row, [pot for _, pot in agreement.leaves()]),
        )


# --- what stands beside -------------------------------------------------------------


def _differences(one: CountedSum, library: Library) -> Iterator[DateDifference]:
    if not one.listed or len(one.agreements) != 1:
        return
    agreement = library.written[one.agreements[0]].agreement
    dates = [since for since in _dates(agreement) if since is not None]
    if dates and not any(since.first <= one.known.last and one.known.first <= since.last for since in dates):
        yield DateDifference(one.name, one.known, agreement.id, min(dates))


def _dates(agreement: Agreement) -> Iterator[When | None]:
    yield known_since(agreement)
    yield from (pot.known_from for _, pot in agreement.leaves())


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
