"""A place and a year -> what it gets, how sure that is, and what must be done by when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from overens.agreement.model import Agreement, Pot
from overens.agreement.terms import Duty, Instalment, Repayment, Requisition, RequisitionNeed
from overens.allocation.model import Allocation, Award, PotAllocation, State
from overens.usecases.library import Library
from overens.usecases.year import SURE, RegionRow, printed_row
from overens.vocabulary.periods import When
from overens.vocabulary.recipients import Recipient, RecipientKind
from overens.vocabulary.wording import Text, plain
from overens.writing.values import Missing


class Certainty(StrEnum):
    """How a place can count on a sum."""

    CERTAIN = "säkert"
    INFERRED = "härlett"
    NOT_COMPUTED = "ej beräknat"


@dataclass(frozen=True)
class PlaceRow:
    """One pot as seen from one place.

    Attributes:
        award: What it gets; None when the pot is not computed, or it gets nothing.
        ceiling_kr: The most it can get, where that is known.
        at_least_kr: What it surely gets of a pot that is not computed, by its floor.
    """

    allocation: Allocation
    pot: PotAllocation
    award: Award | None
    ceiling_kr: int | None
    certainty: Certainty
    at_least_kr: int | None = None


class DateKind(StrEnum):
    """What is to happen on a date."""

    PAYMENT = "utbetalning"
    REQUISITION = "rekvisition"
    REPAYMENT = "återbetalning"
    DUTY = "skyldighet"


@dataclass(frozen=True)
class Deadline:
    """Something dated that concerns the place; the date may be not found."""

    kind: DateKind
    when: When | Missing | None
    what: Text
    agreement: str
    pot: str | None = None
    kr: int | None = None


@dataclass(frozen=True)
class Place:
    """What one recipient gets in a year, how sure it is, and what must be done by when.

    Attributes:
        rows: Pots that go to the recipient itself.
        shared: Pots that go to an area it belongs to, not yet divided.
        printed: For a region: its row in a printed table of totals, with the residual.
        members: For a county: the sum of what its region and its municipalities get, in kronor.
    """

    recipient: Recipient
    year: int
    as_known_on: date | None
    rows: tuple[PlaceRow, ...]
    shared: tuple[PlaceRow, ...]
    deadlines: tuple[Deadline, ...]
    members: tuple[tuple[Recipient, int], ...] = ()
    printed: RegionRow | None = None

    def sum_of(self, certainty: Certainty) -> int:
        """Return the awards of one certainty, in kronor."""
        return sum(r.award.amount.kr for r in self.rows if r.certainty is certainty and r.award)

    @property
    def total_kr(self) -> int:
        """All that is computed, certain or inferred, in kronor."""
        return sum(row.award.amount.kr for row in self.rows if row.award)


def show_place(library: Library, recipient: Recipient, year: int, as_known_on: date | None = None) -> Place:
    """Return what the recipient gets in the year."""
    allocations = [library.allocation(a.id, as_known_on) for a in library.of_year(year, as_known_on)]
    rows = tuple(_rows(allocations, recipient))
    shared = tuple(_shared(library, allocations, recipient))
    deadlines = sorted(_deadlines((*rows, *shared)), key=lambda d: (_day(d.when), d.agreement, d.kind.value))
    members = _members(library, allocations, recipient)
    printed = printed_row(library, tuple(allocations), recipient, year) if as_known_on is None else None
    return Place(recipient, year, as_known_on, rows, shared, tuple(deadlines), members, printed)


def _rows(allocations: list[Allocation], who: Recipient) -> Iterator[PlaceRow]:
    for allocation in allocations:
        for pot in allocation.pots:
            if pot.is_for(who) and pot.state is not State.NOT_YET_KNOWN:
                award = pot.award_to(who)
                yield PlaceRow(
                    allocation,
                    pot,
                    award,
                    pot.ceilings.get(who.code),
                    _certainty(pot, award),
                    pot.at_least.get(who.code),
                )


def _certainty(pot: PotAllocation, award: Award | None) -> Certainty:
    if pot.state is not State.COMPUTED:
        return Certainty.NOT_COMPUTED
    sure = award is None or award.amount.mark in SURE
    return Certainty.CERTAIN if sure else Certainty.INFERRED


def _shared(library: Library, allocations: list[Allocation], who: Recipient) -> Iterator[PlaceRow]:
    """Yield what goes to the area whose organisations share it, if this is one of them."""
    area = library.register.get(RecipientKind.AREA, who.county)
    if area is None or who.kind is RecipientKind.AREA:
        return
    for row in _rows(allocations, area):
        sharers = next((r.shared_by for r in row.pot.recipients if r.code == area.code), ())
        if who.code in sharers:
            yield row


def _members(library: Library, allocations: list[Allocation], who: Recipient) -> tuple[tuple[Recipient, int], ...]:
    if who.kind is not RecipientKind.AREA:
        return ()
    inside = [r for r in (*library.register.regions, *library.register.municipalities) if r.county == who.code]
    sums = {(r.kind, r.code): 0 for r in inside}
    for allocation in allocations:
        for award in (award for pot in allocation.pots for award in pot.awards):
            key = (award.recipient.kind, award.recipient.code)
            if key in sums:
                sums[key] += award.amount.kr
    return tuple((r, sums[(r.kind, r.code)]) for r in inside)


# --- dates --------------------------------------------------------------------------


def _day(when: When | Missing | None) -> date:
    return when.last if isinstance(when, When) else date.max


def _deadlines(rows: tuple[PlaceRow, ...]) -> Iterator[Deadline]:
    seen: set[str] = set()
    for row in rows:
        agreement = row.allocation.agreement
        if agreement.id not in seen:
            seen.add(agreement.id)
            yield from _of_terms(agreement, agreement, None)
        yield from _of_terms(agreement, row.pot.pot, row.pot.id)
        yield from _payments(agreement, row)


def _of_terms(agreement: Agreement, terms: Agreement | Pot, pot: str | None) -> Iterator[Deadline]:
    if terms.requisition is not None:
        yield Deadline(DateKind.REQUISITION, terms.requisition.due, _requisition(terms.requisition), agreement.id, pot)
    for repayment in terms.repayment:
        yield Deadline(DateKind.REPAYMENT, repayment.due, _repayment(repayment), agreement.id, pot)
    for duty in terms.duties:
        yield Deadline(DateKind.DUTY, duty.due, _duty(duty), agreement.id, pot)
    if isinstance(terms, Pot):
        for condition in terms.conditions:
            due = getattr(condition, "due", None)
            if due is not None:
                what = Text("Villkor: {what}", "Condition: {what}", {"what": condition.what})
                yield Deadline(DateKind.DUTY, due, what, agreement.id, pot)


def _payments(agreement: Agreement, row: PlaceRow) -> Iterator[Deadline]:
    for n, instalment in enumerate(row.pot.pot.instalments):
        kr = row.award.instalments[n] if row.award and n < len(row.award.instalments) else None
        yield Deadline(
            DateKind.PAYMENT, instalment.on or instalment.at_latest, _payment(instalment), agreement.id, row.pot.id, kr
        )


def _requisition(requisition: Requisition) -> Text:
    if requisition.need is RequisitionNeed.NOT_NEEDED:
        return Text("Betalas utan rekvisition", "Paid without requisition")
    if requisition.need is RequisitionNeed.NOT_FOUND:
        return Text("Om rekvisition krävs är inte funnet", "Whether a requisition is needed is not found")
    late = Text(" ({what})", " ({what})", {"what": requisition.if_late}) if requisition.if_late else plain("")
    return Text("Rekvirera pengarna{late}", "Requisition the money{late}", {"late": late})


def _repayment(repayment: Repayment) -> Text:
    to = plain(f" → {repayment.to}") if repayment.to else plain("")
    return Text("Betala tillbaka: {what}{to}", "Pay back: {what}{to}", {"what": repayment.what, "to": to})


def _duty(duty: Duty) -> Text:
    to = f" → {duty.to}" if duty.to else ""
    return plain(f"{duty.who}: {duty.what}{to}")


def _payment(instalment: Instalment) -> Text:
    covers = f" ({instalment.covers})" if instalment.covers else ""
    latest = instalment.on is None and isinstance(instalment.at_latest, When)
    word = Text("Utbetalning, senast", "Payment, at the latest") if latest else Text("Utbetalning", "Payment")
    return Text("{word}{covers}", "{word}{covers}", {"word": word, "covers": covers})
