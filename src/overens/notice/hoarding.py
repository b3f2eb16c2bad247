"""Allocations of a year -> how much of its money is paid in which month, and how much has no known month."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from overens.agreement.terms import Instalment
from overens.allocation.model import Allocation, PotAllocation, State
from overens.vocabulary.periods import When

LATE_FROM = 10
"""The month from which a payment is late in its year: October."""


@dataclass(frozen=True, order=True)
class Month:
    """A month of a year."""

    year: int
    number: int


@dataclass(frozen=True)
class Payment:
    """Kronor of one pot that are paid together (utbetalning).

    Attributes:
        month: When; None where it is not known.
        at_latest: The month is the last one it may be paid in.
        at_most: The pot is not computed: no more than these kronor can be paid.
    """

    agreement: str
    pot: str
    kr: int
    month: Month | None = None
    at_latest: bool = False
    at_most: bool = False


@dataclass(frozen=True)
class Paid:
    """One month's payments, in kronor: on dates that are known, at the latest then, and at most, of pots not computed."""

    month: Month
    dated_kr: int = 0
    at_latest_kr: int = 0
    at_most_kr: int = 0

    @property
    def kr(self) -> int:
        """What is computed and paid in the month, or at the latest then."""
        return self.dated_kr + self.at_latest_kr


@dataclass(frozen=True)
class Between:
    """A share that is no less and no more."""

    low: Fraction
    high: Fraction


@dataclass(frozen=True)
class Hoarding:
    """When the money of a year is paid, and how much of it late (läggs på hög).

    Attributes:
        months: Months with payments, in order.
        undated_kr: Kronor whose month of payment is not known; they are counted in no month.
        not_awarded_kr: Kronor of computed pots that nobody gets.
        without_sum: Pots whose sum is not known; they are counted nowhere.
        late_of_dated: The share paid from 1 October of what has a month; None where nothing has.
        late_of_all: The same of all that is paid; None where nothing has a month.
    """

    year: int
    months: tuple[Paid, ...]
    undated_kr: int
    not_awarded_kr: int
    without_sum: tuple[str, ...]
    late_of_dated: Between | None
    late_of_all: Between | None

    @property
    def dated_kr(self) -> int:
        """What is computed and has a month, in kronor."""
        return sum(paid.kr for paid in self.months)

    @property
    def at_most_kr(self) -> int:
        """What has a month, but is the most that can be paid then, in kronor."""
        return sum(paid.at_most_kr for paid in self.months)

    @property
    def total_kr(self) -> int:
        """All of the year's money with a known sum, in kronor."""
        return self.dated_kr + self.at_most_kr + self.undated_kr + self.not_awarded_kr


def measure_hoarding(allocations: Iterable[Allocation], year: int) -> Hoarding:
    """Return when the money of the year is paid; every krona is counted once, or said to have no month."""
    pots = [(a, pot) for a in allocations for pot in a.pots if pot.state is not State.NOT_YET_KNOWN]
    payments = [one for a, pot in pots for one in payments_of(a, pot)]
    not_awarded = sum(
        pot.lapsed_kr + pot.undistributed_kr
        for _, pot in pots
        if pot.state is State.COMPUTED and pot.amount is not None
    )
    months = sorted({one.month for one in payments if one.month is not None})
    paid = tuple(_paid(month, [one for one in payments if one.month == month]) for month in months)
    undated = sum(one.kr for one in payments if one.month is None)
    without = tuple(f"{a.agreement.id}/{pot.id}" for a, pot in pots if pot.amount is None)
    late = (_late_of_dated(paid, year), _late_of_all(paid, undated, year))
    return Hoarding(year, paid, undated, not_awarded, without, *late)


def payments_of(allocation: Allocation, pot: PotAllocation) -> Iterator[Payment]:
    """Yield the pot's payments; together they are its awards or, where it is not computed, its whole sum."""
    if pot.amount is None:
        return
    instalments = pot.pot.instalments
    computed = pot.state is State.COMPUTED
    left = pot.awarded_kr if computed else pot.amount.kr
    sums = _awarded(pot) if computed else _own_sums(pot, left)
    for instalment, (kr, at_most) in zip(instalments, sums, strict=True):
        month, at_latest = month_of(instalment)
        left -= kr
        if kr:
            yield Payment(allocation.agreement.id, pot.id, kr, month, at_latest, at_most)
    if left > 0:
        yield Payment(allocation.agreement.id, pot.id, left, at_most=not computed)


def _awarded(pot: PotAllocation) -> list[tuple[int, bool]]:
    """Return what the awards say of each payment."""
    return [
        (sum(award.instalments[n] for award in pot.awards if n < len(award.instalments)), False)
        for n in range(len(pot.pot.instalments))
    ]


def _own_sums(pot: PotAllocation, whole_kr: int) -> list[tuple[int, bool]]:
    """Return the payments' own sums, and of a single payment without one that it is the pot, at most."""
    instalments = pot.pot.instalments
    if len(instalments) == 1 and instalments[0].amount is None:
        return [(int((instalments[0].share or Fraction(1)) * whole_kr), True)]
    return [
        (int((one.share or Fraction(0)) * whole_kr), True)
        if one.amount is None
        else (min(one.amount.kr, whole_kr), False)
        for one in instalments
    ]


def month_of(instalment: Instalment) -> tuple[Month | None, bool]:
    """Return the month of a payment, and whether it is the latest one; a bare year is no month."""
    when = instalment.on if isinstance(instalment.on, When) else instalment.at_latest
    if not isinstance(when, When) or (when.first.year, when.first.month) != (when.last.year, when.last.month):
        return None, False
    return Month(when.last.year, when.last.month), not isinstance(instalment.on, When)


def _paid(month: Month, payments: list[Payment]) -> Paid:
    return Paid(
        month,
        sum(one.kr for one in payments if not one.at_most and not one.at_latest),
        sum(one.kr for one in payments if not one.at_most and one.at_latest),
        sum(one.kr for one in payments if one.at_most),
    )


def _late_of_dated(months: tuple[Paid, ...], year: int) -> Between | None:
    """Return the late share where every payment falls in its month; pots that are not computed pay nothing or all."""
    early, late = _split(months, year)
    return _between((late.kr, early.kr + early.at_most_kr), (late.kr + late.at_most_kr, early.kr))


def _late_of_all(months: tuple[Paid, ...], undated_kr: int, year: int) -> Between | None:
    """Return the late share whatever happens: 'at the latest' may be early, and what has no month is early or late."""
    early, late = _split(months, year)
    if not months:
        return None
    least = (late.dated_kr, early.kr + early.at_most_kr + late.at_latest_kr + undated_kr)
    return _between(least, (late.kr + late.at_most_kr + undated_kr, early.kr))


def _split(months: tuple[Paid, ...], year: int) -> tuple[Paid, Paid]:
    """Return the payments before 1 October of the year, and from then on."""
    october = Month(year, LATE_FROM)
    return _sum([p for p in months if p.month < october], october), _sum(
        [p for p in months if p.month >= october], october
    )


def _sum(paid: list[Paid], month: Month) -> Paid:
    return Paid(
        month,
        sum(one.dated_kr for one in paid),
        sum(one.at_latest_kr for one in paid),
        sum(one.at_most_kr for one in paid),
    )


def _between(least: tuple[int, int], most: tuple[int, int]) -> Between | None:
    """Return the shares of (late, early) kronor; where nothing may be paid at all, the share is open."""
    if not sum(most) and not sum(least):
        return None
    low = Fraction(least[0], sum(least)) if sum(least) else Fraction(0)
    return Between(low, Fraction(most[0], sum(most)) if sum(most) else Fraction(1))
