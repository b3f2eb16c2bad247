"""A year -> what its announcement says: each grant with its parts, two tables, what sources contradict, what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from overens.agreement.terms import Contradiction, Source
from overens.allocation.model import Allocation, PotAllocation
from overens.usecases.coverage import Coverage, CoveredSeries, show_coverage
from overens.usecases.library import Library
from overens.usecases.pot_sums import PotSum, ToWhom, pot_sums
from overens.usecases.year import Year, show_year
from overens.vocabulary.periods import When
from overens.vocabulary.recipients import Recipient, RecipientKind, Register


@dataclass(frozen=True)
class AnnouncedGrant:
    """One agreement of the year, or another act that gives money (meddelat bidrag).

    Attributes:
        sums: Its pots, and what of its total no pot holds.
        contradictions: Those whose sources had all been published on the day asked about.
    """

    allocation: Allocation
    sums: tuple[PotSum, ...]
    contradictions: tuple[Contradiction, ...]

    def pot(self, one: PotSum) -> PotAllocation | None:
        """Return the pot; None for what of the total no pot holds."""
        return self.allocation.pot(one.pot) if one.pot else None

    @property
    def pots(self) -> tuple[PotAllocation, ...]:
        """Its pots that were known."""
        return tuple(pot for one in self.sums if (pot := self.pot(one)) is not None)

    @property
    def is_whole(self) -> bool:
        """Whether one pot is all there is to it, so that its amount need not be said twice."""
        whole, pots = self.allocation.whole.amount, self.pots
        if len(self.sums) != 1 or len(pots) != 1 or whole is None or pots[0].amount is None:
            return False
        return whole == pots[0].amount.marked(whole.mark)

    @property
    def sources(self) -> list[Source]:
        """Where its amount was written."""
        agreement = self.allocation.agreement
        return [agreement.sources[name] for name in agreement.source]


@dataclass(frozen=True)
class CountySum:
    """What the municipalities of a county get, in kronor.

    Attributes:
        published_kr: What the printed table says; None where none was printed.
        shared_kr: What they share, which nobody has divided.
        own_kr: What each of them gets for itself, together.
    """

    area: Recipient
    published_kr: int | None
    shared_kr: int
    own_kr: int

    @property
    def computed_kr(self) -> int:
        """All that is computed."""
        return self.shared_kr + self.own_kr

    @property
    def residual_kr(self) -> int | None:
        """What the printed sum leaves unexplained; the printed table is of what the county shares."""
        return None if self.published_kr is None else self.published_kr - self.shared_kr


@dataclass(frozen=True)
class PressRelease:
    """A year as it is announced (pressmeddelande).

    Attributes:
        sums: The parts of every pot.
        undated: How many contradictions are left out, since their sources may be later than the day asked about.
        missing: Grants that are not in the library; none where a day is asked about, for it is not dated.
        not_found: How many things were looked for and not found.
    """

    year: Year
    grants: tuple[AnnouncedGrant, ...]
    counties: tuple[CountySum, ...]
    sums: tuple[PotSum, ...]
    undated: int
    missing: tuple[CoveredSeries, ...]
    not_found: int

    def kr(self, column: str, whom: ToWhom | None = None) -> int:
        """Return the sum of a part of the pots, to all or to one kind of recipients."""
        return sum(getattr(one, column) or 0 for one in self._of(whom))

    def exact(self, column: str, whom: ToWhom | None = None) -> bool:
        """Tell whether that sum is exact: whether each pot in it is."""
        return all(one.exact for one in self._of(whom) if getattr(one, column))

    def _of(self, whom: ToWhom | None) -> Iterable[PotSum]:
        return (one for one in self.sums if whom is None or one.whom is whom)

    @property
    def unknown(self) -> int:
        """How many pots have no known amount."""
        return sum(one.amount_kr is None for one in self.sums)


def show_press_release(library: Library, year: int, as_known_on: date | None = None) -> PressRelease:
    """Return what the year's announcement says, as it could be written on the day; a year without grants is empty."""
    shown = show_year(library, year, as_known_on)
    sums = pot_sums(shown.allocations)
    grants = tuple(_grant(one, sums, as_known_on) for one in shown.allocations)
    every = sum(len(one.agreement.contradictions) for one in shown.allocations)
    covered = show_coverage(library, year, year) if as_known_on is None else ()
    return PressRelease(
        shown,
        grants,
        tuple(_counties(shown, library.register)),
        sums,
        every - sum(len(one.contradictions) for one in grants),
        tuple(one for one in covered if one.years[0].state is Coverage.MISSING),
        sum(len(one.agreement.not_found) for one in shown.allocations) if as_known_on is None else 0,
    )


def _grant(allocation: Allocation, sums: Sequence[PotSum], day: date | None) -> AnnouncedGrant:
    agreement = allocation.agreement
    mine = tuple(one for one in sums if one.agreement == agreement.id)
    told = (one for one in agreement.contradictions if _could_be_told(one, agreement.sources, day))
    return AnnouncedGrant(allocation, mine, tuple(told))


def _could_be_told(one: Contradiction, sources: dict[str, Source], day: date | None) -> bool:
    """Tell whether all that contradicts had surely been published on the day."""
    dates = [sources[name].published for name in one.source]
    return day is None or all(isinstance(since, When) and since.known_on(day) for since in dates)


def _counties(year: Year, register: Register) -> Iterable[CountySum]:
    """Yield the counties of which something is computed or printed, in code order."""
    shared = {row.area.code: row for row in year.counties}
    awards = [award for one in year.allocations for pot in one.pots for award in pot.awards]
    towns = [award for award in awards if award.recipient.kind is RecipientKind.MUNICIPALITY]
    for area in register.areas:
        row = shared.get(area.code)
        own = [award.amount.kr for award in towns if award.recipient.county == area.code]
        if row is not None or own:
            yield CountySum(area, row.published_kr if row else None, row.awarded_kr if row else 0, sum(own))
