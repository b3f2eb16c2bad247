"""A year -> what each region gets, how sure it is, and how that compares with what was printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from overens.agreement.model import Agreement
from overens.agreement.published import PublishedTotals
from overens.agreement.rules import Group
from overens.agreement.terms import Contradiction
from overens.allocation.allocate import known_from
from overens.allocation.model import Allocation, PotAllocation, State
from overens.usecases.library import Library
from overens.vocabulary.money import SURE, Amount
from overens.vocabulary.recipients import Recipient, RecipientKind


@dataclass(frozen=True)
class RegionRow:
    """One region in a year, in kronor.

    Attributes:
        published_kr: What the printed table says; None where none was printed.
        verified_kr: Awards that are verified, or computed from what is verified, of the pots in the table.
        inferred_kr: Awards of the pots in the table that rest on something inferred.
        residual_kr: published − verified − inferred.
        outside_kr: Awards of pots that the printed table leaves out.
        ceiling_kr: The most it can get from pots that are not computed, where that is known.
    """

    recipient: Recipient
    published_kr: int | None
    verified_kr: int
    inferred_kr: int
    outside_kr: int
    ceiling_kr: int

    @property
    def residual_kr(self) -> int | None:
        """What the printed total leaves unexplained (below zero: more is explained than was printed)."""
        if self.published_kr is None:
            return None
        return self.published_kr - self.verified_kr - self.inferred_kr


@dataclass(frozen=True)
class CountyRow:
    """One county whose municipalities share a sum, in kronor."""

    area: Recipient
    published_kr: int | None
    awarded_kr: int


@dataclass(frozen=True)
class PrintedSum:
    """A sum that was printed over several agreements, beside what the library makes of it."""

    totals: PublishedTotals
    printed: Amount
    computed: Amount | None


@dataclass(frozen=True)
class Year:
    """A year at a glance: regions, counties and agreements.

    Attributes:
        not_yet_known: Ids of agreements that were made after the day asked about.
        years_in_library: Every year that any agreement is for.
    """

    year: int
    as_known_on: date | None
    regions: tuple[RegionRow, ...]
    counties: tuple[CountyRow, ...]
    allocations: tuple[Allocation, ...]
    tables: tuple[PublishedTotals, ...]
    sums: tuple[PrintedSum, ...] = ()
    not_yet_known: tuple[str, ...] = ()
    years_in_library: tuple[int, ...] = ()

    @property
    def held(self) -> frozenset[str] | None:
        """The pots that the year's printed table of regions holds; None where none was printed."""
        return held_by(next((table for table in self.tables if table.to is Group.REGIONS), None))

    @property
    def contradictions(self) -> tuple[tuple[str, Contradiction], ...]:
        """Every contradiction in the year's printed tables, with the table's id."""
        return tuple((table.id, c) for table in self.tables for c in table.contradictions)


def show_year(library: Library, year: int, as_known_on: date | None = None) -> Year:
    """Return the year at a glance. A year without agreements is empty, not an error."""
    of_year = library.of_year(year, as_known_on)
    known = [a for a in of_year if any_known(a, as_known_on)]
    allocations = tuple(library.allocation(a.id, as_known_on) for a in known)
    tables = tuple(t.totals for t in library.published if year in t.totals.years and table_known(t.totals, as_known_on))
    regional = next((t for t in tables if t.to is Group.REGIONS), None)
    by_county = next((t for t in tables if t.to is Group.MUNICIPALITIES_BY_COUNTY), None)
    return Year(
        year,
        as_known_on,
        tuple(_regions(library, allocations, regional)) if allocations else (),
        tuple(_counties(library, allocations, by_county)),
        allocations,
        tables,
        tuple(_sums(library, year, as_known_on)),
        tuple(a.id for a in of_year if not any_known(a, as_known_on)),
        tuple(sorted(library.years)),
    )


def _sums(library: Library, year: int, as_known_on: date | None) -> Iterator[PrintedSum]:
    for table in library.published:
        if table.totals.amount is not None and year in table.totals.years and table_known(table.totals, as_known_on):
            yield PrintedSum(table.totals, table.totals.amount, table.computed(library.totals))


def any_known(agreement: Agreement, day: date | None) -> bool:
    """Tell whether any of the agreement's pots was known on the day; one without any date always was."""
    dates = [known_from(agreement, pot) for _, pot in agreement.leaves()]
    return any(since is None or since.known_on(day) for since in dates)


def printed_row(library: Library, allocations: tuple[Allocation, ...], who: Recipient, year: int) -> RegionRow | None:
    """Return a region's row in the year's printed table, or None where there is none."""
    tables = (t.totals for t in library.published if year in t.totals.years and t.totals.to is Group.REGIONS)
    table = next(tables, None)
    if table is None or who.kind is not RecipientKind.REGION:
        return None
    return next(row for row in _regions(library, allocations, table) if row.recipient.code == who.code)


def table_known(table: PublishedTotals, as_known_on: date | None) -> bool:
    """Tell whether a printed table was there on the day."""
    return table.measured_on.known_on(as_known_on)


def _regions(
    library: Library, allocations: tuple[Allocation, ...], table: PublishedTotals | None
) -> Iterator[RegionRow]:
    printed = _printed(library, table)
    held = held_by(table)
    pots = list(_pots(allocations))
    inside = [pot for name, pot in pots if held is None or name in held]
    outside = [pot for name, pot in pots if held is not None and name not in held]
    for region in library.register.regions:
        sure, unsure = _by_mark(inside, region)
        ceiling = sum(pot.ceilings.get(region.code, 0) for _, pot in pots if pot.is_for(region))
        yield RegionRow(region, printed.get(region.code), sure, unsure, sum(_by_mark(outside, region)), ceiling)


def held_by(table: PublishedTotals | None) -> frozenset[str] | None:
    """Return the pots that a printed table holds, as 'AVTAL/POTT'; None where there is no table."""
    return frozenset(ref.name for ref in table.holds) if table else None


def _by_mark(pots: Iterable[PotAllocation], who: Recipient) -> tuple[int, int]:
    """Return what is sure and what is inferred, in kronor."""
    sure = unsure = 0
    for pot in pots:
        award = pot.award_to(who)
        if award is not None:
            if award.amount.mark in SURE:
                sure += award.amount.kr
            else:
                unsure += award.amount.kr
    return sure, unsure


def _counties(
    library: Library, allocations: tuple[Allocation, ...], table: PublishedTotals | None
) -> Iterator[CountyRow]:
    printed = _printed(library, table)
    pots = [pot for _, pot in _pots(allocations)]
    for area in library.register.areas:
        awards = [award for pot in pots if (award := pot.award_to(area)) is not None]
        if awards or area.code in printed:
            yield CountyRow(area, printed.get(area.code), sum(award.amount.kr for award in awards))


def _pots(allocations: tuple[Allocation, ...]) -> Iterator[tuple[str, PotAllocation]]:
    for allocation in allocations:
        for pot in allocation.pots:
            yield f"{allocation.agreement.id}/{pot.id}", pot


def _printed(library: Library, table: PublishedTotals | None) -> dict[str, int]:
    series = library.printed_series(table) if table else None
    return {code: int(value) for code, value in series.values.items() if value is not None} if series else {}


def not_computed(allocation: Allocation) -> list[PotAllocation]:
    """Return the pots that could not be computed."""
    return [pot for pot in allocation.pots if pot.state is State.NOT_COMPUTED]
