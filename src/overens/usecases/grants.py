"""A year and the next -> every targeted grant: to whom, how much, how sure, on what terms; and those of which nothing is known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from overens.agreement.label import series_of
from overens.agreement.model import Agreement
from overens.allocation.model import Allocation, PotAllocation
from overens.notice.standing import Standing, standing_words
from overens.usecases.coverage import Coverage, CoveredSeries, show_coverage, why_not_there
from overens.usecases.grant_terms import GrantTerms, terms_of
from overens.usecases.library import Library
from overens.usecases.pot_sums import PotSum, ToWhom, pot_sums
from overens.usecases.year import Year, show_year
from overens.vocabulary.money import Amount, Mark, Precision, add_up
from overens.vocabulary.sources import Status
from overens.vocabulary.wording import Text, counted, join_texts, swedish_order

_EXISTED = (Coverage.IN_LIBRARY, Coverage.MISSING)


@dataclass(frozen=True)
class Grant:
    """What one agreement gives one kind of recipient, of one standing, status and mark (bidrag).

    Attributes:
        pots: Names of the pots that it sums.
        amount: None where the sum of the pots is not known.
        exact: Whether the amount is exact.
        reason: Why it is not computed, or how it is known where that is not as printed.
    """

    agreement: Agreement
    series: CoveredSeries
    whom: ToWhom
    standing: Standing
    status: Status
    mark: Mark
    pots: tuple[Text | str, ...]
    amount_kr: int | None
    exact: bool
    low_kr: int | None
    high_kr: int | None
    terms: GrantTerms
    reason: Text | None


@dataclass(frozen=True)
class NoGrant:
    """A grant that one of the years has nothing of here, and why (lucka).

    Attributes:
        amount: What a source says that it was, although no agreement is here; in no sum.
    """

    series: CoveredSeries
    state: Coverage
    why: Text
    amount: Amount | None


@dataclass(frozen=True)
class GrantYear:
    """A year's grants, and those it has nothing of."""

    of: Year
    grants: tuple[Grant, ...]
    lacking: tuple[NoGrant, ...]

    @property
    def year(self) -> int:
        """The year."""
        return self.of.year

    @property
    def total_kr(self) -> int:
        """All amounts that are known, in kronor: the same as those of the year's page."""
        return sum(one.amount_kr or 0 for one in self.grants)


@dataclass(frozen=True)
class BothYears:
    """A grant in both years beside each other, in kronor; a sum is None where it, or a part of it, is not known.

    Attributes:
        before_exact, after_exact: Whether every amount in the sum is exact.
    """

    series: CoveredSeries
    before_kr: int | None
    after_kr: int | None
    before: Text
    after: Text
    before_exact: bool = True
    after_exact: bool = True

    @property
    def difference_kr(self) -> int | None:
        """What the later year has beyond the earlier; None where either is not known."""
        return None if self.before_kr is None or self.after_kr is None else self.after_kr - self.before_kr


@dataclass(frozen=True)
class AllGrants:
    """Every targeted grant of a year and the next (alla bidrag)."""

    years: tuple[GrantYear, GrantYear]
    as_known_on: date | None

    @property
    def series(self) -> tuple[CoveredSeries, ...]:
        """Every grant that either year has something of, or lacks, by name."""
        given = [one.series for year in self.years for one in year.grants]
        lacking = [one.series for year in self.years for one in year.lacking]
        found = {one.id: one for one in (*given, *lacking)}
        return tuple(sorted(found.values(), key=lambda one: swedish_order(one.name)))


def show_grants(library: Library, year: int, as_known_on: date | None = None) -> AllGrants:
    """Return every targeted grant of the year and the next."""
    years = (year, year + 1)
    covered = show_coverage(library, *years)
    by_id = {one.id: one for one in covered}
    found = [show_year(library, one, as_known_on) for one in years]
    grants = [tuple(_grants(one, by_id)) for one in found]
    there = [{one.series.id for one in each} for each in grants]
    lacking = [
        tuple(_lacking(library, found[n], n, covered, there[n], there[1 - n], as_known_on)) for n in range(len(years))
    ]
    first, second = (GrantYear(*each) for each in zip(found, grants, lacking, strict=True))
    assert [first.total_kr, second.total_kr] == [_total(one) for one in found]
    return AllGrants((first, second), as_known_on)


def _total(year: Year) -> int:
    return sum(one.amount_kr or 0 for one in pot_sums(year.allocations))


def _grants(year: Year, by_id: dict[str, CoveredSeries]) -> Iterator[Grant]:
    """Yield the year's grants, by name and then as the agreements have them."""
    found = [one for allocation in year.allocations for one in _of_agreement(allocation, by_id)]
    yield from sorted(found, key=lambda one: (swedish_order(one.series.name), one.agreement.id))


def _of_agreement(allocation: Allocation, by_id: dict[str, CoveredSeries]) -> Iterator[Grant]:
    """Yield an agreement's grants: pots that are alike in all that a row says are told together."""
    agreement = allocation.agreement
    pots = {pot.id: pot for pot in allocation.pots}
    alike: dict[tuple[object, ...], list[PotSum]] = {}
    for one in pot_sums([allocation]):
        alike.setdefault((*_told(agreement, one, pots.get(one.pot)), one.amount_kr is None), []).append(one)
    for sums in alike.values():
        behind = [pots[one.pot] for one in sums if one.pot in pots]
        yield _grant(allocation, by_id[series_of(agreement.id, agreement.series)], sums, behind)


def _told(agreement: Agreement, one: PotSum, pot: PotAllocation | None) -> tuple[ToWhom, Standing, Status, Mark]:
    """Return what a grant's row says of a pot: to whom, how it stands, its status and its mark."""
    if pot is None:
        return one.whom, one.standing, agreement.status, agreement.mark
    return one.whom, one.standing, pot.pot.status or agreement.status, pot.amount.mark if pot.amount else Mark.NOT_FOUND


def _grant(
    allocation: Allocation, series: CoveredSeries, sums: Sequence[PotSum], behind: Sequence[PotAllocation]
) -> Grant:
    first = sums[0]
    told = _told(allocation.agreement, first, behind[0] if behind else None)
    amounts = [pot.amount for pot in behind if pot.amount is not None]
    whole = add_up(amounts) if amounts and len(amounts) == len(sums) else None
    rough = whole is not None and whole.precision is not Precision.EXACT
    reasons = dict.fromkeys(pot.reason.say() for pot in behind if pot.reason is not None)
    return Grant(
        allocation.agreement,
        series,
        *told,
        tuple(one.name for one in sums),
        sum(one.amount_kr or 0 for one in sums) if first.amount_kr is not None else None,
        all(one.exact for one in sums),
        whole.low if whole and rough else None,
        whole.high if whole and rough else None,
        terms_of(allocation, behind),
        next(pot.reason for pot in behind if pot.reason is not None) if len(reasons) == 1 else _several(behind),
    )


def _several(behind: Sequence[PotAllocation]) -> Text | None:
    """Return why pots are not computed, each by its name, where the reasons are not the same."""
    said = [
        Text("{pot}: {why}", "{pot}: {why}", {"pot": pot.pot.name, "why": pot.reason})
        for pot in behind
        if pot.reason is not None
    ]
    return join_texts(said, "; ") if said else None


def _lacking(
    library: Library,
    year: Year,
    n: int,
    covered: Sequence[CoveredSeries],
    there: set[str],
    other: set[str],
    day: date | None,
) -> Iterator[NoGrant]:
    """Yield the grants that the year has nothing of here, although one of the years has, or is known to have had, something."""
    not_known = [one for one in library.agreements if one.id in year.not_yet_known]
    for series in covered:
        mine, beside = series.years[n], series.years[1 - n]
        existed = series.id in other or any(one.state in _EXISTED for one in (mine, beside))
        if series.id in there or not existed:
            continue
        known = [one for one in not_known if series_of(one.id, one.series) == series.id]
        state = Coverage.UNKNOWN if known else mine.state
        amount = mine.amount if day is None else None
        yield NoGrant(series, state, why_not_there(library, series.id, year.year, known), amount)


def beside(found: AllGrants) -> tuple[BothYears, ...]:
    """Return each grant in both years beside each other."""
    a, b = found.years
    return tuple(
        BothYears(
            *(one, _sum_of(a, one), _sum_of(b, one), _words_of(a, one), _words_of(b, one)),
            *(_is_exact(a, one), _is_exact(b, one)),
        )
        for one in found.series
    )


def _sum_of(year: GrantYear, series: CoveredSeries) -> int | None:
    mine = [one.amount_kr for one in year.grants if one.series.id == series.id]
    known = [kr for kr in mine if kr is not None]
    return sum(known) if mine and len(known) == len(mine) else None


def _is_exact(year: GrantYear, series: CoveredSeries) -> bool:
    return all(one.exact for one in year.grants if one.series.id == series.id)


def _words_of(year: GrantYear, series: CoveredSeries) -> Text:
    """Return how sure the grant's money is, or why there is none here."""
    lacking = next((one.why for one in year.lacking if one.series.id == series.id), None)
    if lacking is not None:
        return lacking
    mine = [one for one in year.grants if one.series.id == series.id]
    said = [standing_words(one) for one in dict.fromkeys(grant.standing for grant in mine)]
    unknown = sum(one.amount_kr is None for one in mine)
    if unknown:
        said.append(
            counted(
                unknown,
                ("del utan känt belopp", "delar utan känt belopp"),
                ("part of unknown amount", "parts of unknown amount"),
            )
        )
    return join_texts(said, "; ")
