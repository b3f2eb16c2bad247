"""A year's allocations -> the year at a glance: how much in all, to whom, and how sure; every krona once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from overens.allocation.model import Allocation, State
from overens.usecases.library import Library
from overens.usecases.year import any_known
from overens.vocabulary.money import SURE, Amount, add_up
from overens.vocabulary.recipients import RecipientKind
from overens.vocabulary.wording import Text


class Reach(StrEnum):
    """To whom a year's money goes (räckvidd)."""

    REGIONS = "regionerna"
    MUNICIPALITIES = "kommunerna"
    COUNTIES = "länen"
    OTHERS = "andra"


_REACH = {
    RecipientKind.REGION: Reach.REGIONS,
    RecipientKind.MUNICIPALITY: Reach.MUNICIPALITIES,
    RecipientKind.AREA: Reach.COUNTIES,
}
_WORDS = {
    Reach.REGIONS: Text("regionerna", "the regions"),
    Reach.MUNICIPALITIES: Text("kommunerna", "the municipalities"),
    Reach.COUNTIES: Text("kommunerna, per län", "the municipalities, by county"),
    Reach.OTHERS: Text("andra", "others"),
}


def reach_words(reach: Reach) -> Text:
    """Return to whom the money goes, as words in either language."""
    return _WORDS[reach]


@dataclass(frozen=True)
class Reached:
    """What is awarded to one kind of recipients, in kronor."""

    certain_kr: int
    inferred_kr: int

    @property
    def kr(self) -> int:
        """What is awarded, certain or inferred."""
        return self.certain_kr + self.inferred_kr


@dataclass(frozen=True)
class Glance:
    """A year in a few sums (året i korthet); awarded + not computed + the rest = total, asserted.

    Attributes:
        agreements: How many agreements were known.
        total: Their sums together. One whose own sum is not found counts with its pots.
        to: What is awarded to each kind of recipients.
        not_computed_kr: Pots whose parts cannot be computed.
        rest_kr: What is lapsed or left over, or stands in no pot (below zero: the pots hold more than is printed).
        without_total: Ids of agreements whose own sum is not found.
    """

    year: int
    agreements: int
    total: Amount
    to: Mapping[Reach, Reached]
    not_computed_kr: int
    rest_kr: int
    without_total: tuple[str, ...]

    def __post_init__(self) -> None:
        assert self.certain_kr + self.inferred_kr + self.not_computed_kr + self.rest_kr == self.total.kr

    @property
    def certain_kr(self) -> int:
        """All awards that can be counted on."""
        return sum(one.certain_kr for one in self.to.values())

    @property
    def inferred_kr(self) -> int:
        """All awards that rest on something inferred."""
        return sum(one.inferred_kr for one in self.to.values())


def show_glance(library: Library, year: int, as_known_on: date | None = None) -> Glance:
    """Return the year at a glance, of the agreements that were known on the day."""
    known = [one for one in library.of_year(year, as_known_on) if any_known(one, as_known_on)]
    allocations = [library.allocation(one.id, as_known_on) for one in known]
    total = add_up(_total(one) for one in allocations)
    to = {reach: _reached(allocations, reach) for reach in Reach}
    not_computed = _not_computed(allocations)
    rest = total.kr - sum(one.kr for one in to.values()) - not_computed
    without = tuple(one.agreement.id for one in allocations if one.whole.amount is None)
    return Glance(year, len(known), total, to, not_computed, rest, without)


def _total(allocation: Allocation) -> Amount:
    if allocation.whole.amount is not None:
        return allocation.whole.amount
    return add_up(pot.amount for pot in allocation.pots if pot.amount is not None)


def _reached(allocations: Sequence[Allocation], reach: Reach) -> Reached:
    awards = [award for one in allocations for pot in one.pots for award in pot.awards]
    of = [award.amount for award in awards if _REACH.get(award.recipient.kind, Reach.OTHERS) is reach]
    certain = sum(amount.kr for amount in of if amount.mark in SURE)
    return Reached(certain, sum(amount.kr for amount in of) - certain)


def _not_computed(allocations: Iterable[Allocation]) -> int:
    pots = [pot for one in allocations for pot in one.pots if pot.state is State.NOT_COMPUTED]
    return sum(pot.amount.kr for pot in pots if pot.amount is not None)
