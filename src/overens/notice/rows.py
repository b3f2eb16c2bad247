"""Allocations + one recipient -> its pots, each with what it gets and how sure that is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from overens.allocation.model import Allocation, Award, PotAllocation, State
from overens.vocabulary.money import SURE
from overens.vocabulary.recipients import Recipient, RecipientKind, Register
from overens.vocabulary.wording import Text


class Certainty(StrEnum):
    """How a recipient can count on a sum."""

    CERTAIN = "säkert"
    INFERRED = "härlett"
    NOT_COMPUTED = "ej beräknat"


_WORDS = {
    Certainty.CERTAIN: Text("säkert", "certain"),
    Certainty.INFERRED: Text("härlett", "inferred"),
    Certainty.NOT_COMPUTED: Text("ej beräknat", "not computed"),
}


def certainty_words(certainty: Certainty) -> Text:
    """Return how far a sum can be counted on."""
    return _WORDS[certainty]


@dataclass(frozen=True)
class PlaceRow:
    """One pot as seen from one recipient.

    Attributes:
        award: What it gets; None when the pot is not computed, or it gets nothing.
        ceiling_kr: The most it can get, where that is known.
        at_least_kr: What it surely gets of a pot that is not computed, by its floor.
        least_if_met_kr: The least it gets of a pot that is not computed, if it meets the conditions.
    """

    allocation: Allocation
    pot: PotAllocation
    award: Award | None
    ceiling_kr: int | None
    certainty: Certainty
    at_least_kr: int | None = None
    least_if_met_kr: int | None = None

    @property
    def awarded_kr(self) -> int | None:
        """What it gets; 0 of a pot that gives it nothing, None where the pot is not computed."""
        if self.award is not None:
            return self.award.amount.kr
        return None if self.certainty is Certainty.NOT_COMPUTED else 0


def rows_for(allocations: Iterable[Allocation], who: Recipient) -> Iterator[PlaceRow]:
    """Yield the pots that go to the recipient itself, but for those not yet known."""
    for allocation in allocations:
        for pot in allocation.pots:
            if pot.is_for(who) and pot.state is not State.NOT_YET_KNOWN:
                yield _row(allocation, pot, who)


def rows_of_pots(allocations: Iterable[Allocation]) -> Iterator[tuple[PlaceRow, Recipient]]:
    """Yield each pot that is known as seen from each recipient that it goes to, with the recipient."""
    for allocation in allocations:
        for pot in allocation.pots:
            if pot.state is not State.NOT_YET_KNOWN:
                yield from ((_row(allocation, pot, who), who) for who in pot.recipients)


def _row(allocation: Allocation, pot: PotAllocation, who: Recipient) -> PlaceRow:
    award = pot.award_to(who)
    ceiling, least, if_met = (ends.get(who.code) for ends in (pot.ceilings, pot.at_least, pot.least_if_met))
    return PlaceRow(allocation, pot, award, ceiling, _certainty(pot, award), least, if_met)


def rows_for_everyone(allocations: Iterable[Allocation]) -> Iterator[PlaceRow]:
    """Yield every pot that is known, as seen from nobody: without an award."""
    for allocation in allocations:
        for pot in allocation.pots:
            if pot.state is not State.NOT_YET_KNOWN:
                yield PlaceRow(allocation, pot, None, None, _certainty(pot, None))


def shared_rows(allocations: Iterable[Allocation], who: Recipient, register: Register) -> Iterator[PlaceRow]:
    """Yield what goes to the area whose organisations share it, if the recipient is one of them."""
    area = register.get(RecipientKind.AREA, who.county)
    if area is None or who.kind is RecipientKind.AREA:
        return
    for row in rows_for(allocations, area):
        sharers = next((r.shared_by for r in row.pot.recipients if r.code == area.code), ())
        if who.code in sharers:
            yield row


def _certainty(pot: PotAllocation, award: Award | None) -> Certainty:
    if pot.state is not State.COMPUTED:
        return Certainty.NOT_COMPUTED
    sure = award is None or award.amount.mark in SURE
    return Certainty.CERTAIN if sure else Certainty.INFERRED
