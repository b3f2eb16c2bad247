"""Pots as seen from a recipient (or from nobody) -> every event of their agreements, dated or not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from overens.agreement.model import Agreement
from overens.agreement.rules import CaseByCaseKey, Condition, GivenCondition, Met
from overens.agreement.terms import Instalment, RequisitionNeed
from overens.allocation.eligibility import met_by_one
from overens.allocation.model import Allocation, Award
from overens.followup import wording
from overens.followup.actors import is_to_act, self_words
from overens.followup.levels import Terms, application_of, levels, requisition_of
from overens.followup.model import Event, EventKind
from overens.notice.compose import sources_named, was_known
from overens.notice.rows import PlaceRow
from overens.vocabulary.money import Precision
from overens.vocabulary.periods import When
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Text, plain
from overens.writing.values import Missing


@dataclass(frozen=True)
class _Asked:
    """About whom (None: all), and as known on which day (None: all that is known), events are asked for."""

    who: Recipient | None
    day: date | None

    def knows(self, agreement: Agreement, sources: tuple[str, ...] | None) -> bool:
        """Tell whether a term was known on the day."""
        return was_known(agreement, sources, self.day)


def events_of(rows: Iterable[PlaceRow], who: Recipient | None, as_known_on: date | None = None) -> Iterator[Event]:
    """Yield every event, in the order of the files; each knows its number among those of its kind.

    A term whose sources were all published after the day is left out. Conditions that the recipient
    is known to meet, or not to meet, say so.

    Args:
        rows: Pots of any number of agreements; those of one agreement stand together.
        who: Who is asked about; None for all, and then nothing is the asker's own to do.
    """
    asked = _Asked(who, as_known_on)
    seen: set[tuple[str, str | None]] = set()
    counted: dict[tuple[str, str | None, EventKind], int] = {}
    for row in rows:
        for event in _of_row(row, asked, seen):
            key = (event.agreement, event.pot, event.kind)
            counted[key] = counted.get(key, -1) + 1
            yield replace(event, n=counted[key])


def _of_row(row: PlaceRow, asked: _Asked, seen: set[tuple[str, str | None]]) -> Iterator[Event]:
    agreement = row.allocation.agreement
    for name, terms in levels(agreement, row.pot.path):
        if (agreement.id, name) not in seen:
            seen.add((agreement.id, name))
            if isinstance(terms, Agreement):
                yield from _decided(agreement, asked)
                yield from _amended(row.allocation)
            yield from _of_terms(agreement, terms, name, asked)
    yield from _known(agreement, row)
    yield from _asked_by_key(agreement, row, asked)
    yield from _conditions(agreement, row, asked)
    yield from _payments(agreement, row, asked)


def _decided(agreement: Agreement, asked: _Asked) -> Iterator[Event]:
    by = Text("staten", "the state")
    sources = sources_named(agreement, agreement.source)
    decided, known = agreement.decided, agreement.known_from
    if not isinstance(decided, When) or decided.known_on(asked.day):
        what = wording.decision(agreement.name)
        yield Event(EventKind.DECISION, decided, what, agreement.id, None, 0, by, False, sources=sources)
    if known is not None and known != decided and known.known_on(asked.day):
        what = wording.became_known(agreement.name)
        yield Event(EventKind.KNOWN, known, what, agreement.id, None, 0, by, False, sources=sources)


def _amended(allocation: Allocation) -> Iterator[Event]:
    """Yield each amendment that the agreement is read with."""
    by = Text("staten", "the state")
    for amendment, since in ((one.amendment, one.since) for one in allocation.readings):
        if amendment is not None and since is not None:
            sources = sources_named(allocation.agreement, amendment.source)
            what = wording.amendment(amendment.name)
            yield Event(EventKind.DECISION, since, what, allocation.agreement.id, None, 0, by, False, sources=sources)


def _known(agreement: Agreement, row: PlaceRow) -> Iterator[Event]:
    known = row.pot.pot.known_from
    told = [agreement.known_from, *(reading.since for reading in row.allocation.readings)]
    if known is not None and known not in told:
        what, by = wording.became_known(row.pot.pot.name), Text("staten", "the state")
        sources = sources_named(agreement, row.pot.pot.source)
        yield Event(EventKind.KNOWN, known, what, agreement.id, row.pot.id, 0, by, False, sources=sources)


def _of_terms(agreement: Agreement, terms: Terms, pot: str | None, asked: _Asked) -> Iterator[Event]:
    """Yield what the recipient is to ask for, hand in, use and pay back, and what others are to do."""
    own, by = asked.who is not None, self_words(asked.who)

    def event(kind: EventKind, when: When | Missing | None, what: Text, source: tuple[str, ...] | None) -> Event:
        due = when or Missing.NOT_FOUND
        return Event(kind, due, what, agreement.id, pot, 0, by, own, sources=sources_named(agreement, source or ()))

    apply, ask, use = terms.application, terms.requisition, terms.use
    if apply is not None and asked.knows(agreement, apply.source):
        found = event(EventKind.APPLICATION, apply.due, wording.application(apply), apply.source)
        yield replace(found, if_late=apply.if_late)
    if ask is not None and ask.need is RequisitionNeed.NEEDED and asked.knows(agreement, ask.source):
        found = event(EventKind.REQUISITION, ask.due, wording.requisition(ask), ask.source)
        yield replace(found, if_late=ask.if_late)
    if use is not None and use.end is not None and asked.knows(agreement, use.source):
        yield event(EventKind.USE_ENDS, use.end, wording.use_ends(use.carry_over), use.source)
    for back in terms.repayment:
        if asked.knows(agreement, back.source):
            yield event(EventKind.REPAYMENT, back.due, wording.repayment(agreement, back), back.source)
    for duty in terms.duties:
        if asked.knows(agreement, duty.source):
            mine = asked.who is not None and is_to_act(duty.who, asked.who)
            found = event(EventKind.DUTY, duty.due, wording.duty(duty), duty.source)
            yield replace(found, own=mine, by=plain(duty.who))


def _asked_by_key(agreement: Agreement, row: PlaceRow, asked: _Asked) -> Iterator[Event]:
    """Yield what only a key or a payment says must be asked for; by when is then not found."""
    pot, own, by = row.pot.pot, asked.who is not None, self_words(asked.who)
    sources = sources_named(agreement, pot.source)
    found: list[tuple[EventKind, Text]] = []
    if isinstance(pot.key, CaseByCaseKey) and "ansök" in pot.key.how and not application_of(agreement, row.pot.path):
        found.append((EventKind.APPLICATION, wording.case_by_case(pot.key.how)))
    if any(one.requisition for one in pot.instalments) and not requisition_of(agreement, row.pot.path):
        found.append((EventKind.REQUISITION, wording.requisition(None)))
    for kind, what in found:
        yield Event(kind, Missing.NOT_FOUND, what, agreement.id, row.pot.id, 0, by, own, sources=sources)


def _conditions(agreement: Agreement, row: PlaceRow, asked: _Asked) -> Iterator[Event]:
    pot = row.pot.pot
    for condition in (*pot.conditions, *(c for one in pot.instalments for c in one.conditions)):
        if isinstance(condition, GivenCondition) and condition.due and asked.knows(agreement, condition.source):
            yield _condition(agreement, row, condition, condition.due, asked)


def _condition(
    agreement: Agreement, row: PlaceRow, condition: GivenCondition, due: When | Missing, asked: _Asked
) -> Event:
    """A condition that an agency assesses is the agency's to do; else the recipient's own."""
    met = is_met(condition, asked.who)
    return Event(
        EventKind.CONDITION,
        due,
        wording.condition(condition, met),
        agreement.id,
        row.pot.id,
        0,
        plain(condition.assessed_by) if condition.assessed_by else self_words(asked.who),
        asked.who is not None and condition.assessed_by is None,
        met=met,
        sources=sources_named(agreement, condition.source or row.pot.pot.source),
    )


def is_met(condition: Condition, who: Recipient | None) -> bool | None:
    """Tell whether a condition whose outcome is given is met by the recipient (or by all); None if not known."""
    if not isinstance(condition, GivenCondition):
        return None
    if who is not None:
        return met_by_one(condition.met_by, who)
    listed = condition.met_by.only or condition.met_by.but_not
    return {Met.ALL: True, Met.NONE: False}.get(condition.met_by.who) if not listed else None


def all_met(row: PlaceRow, who: Recipient) -> bool | None:
    """Tell whether the recipient meets the pot's conditions; None if that is not known, or there are none."""
    code = row.award.recipient.code if row.award else who.code
    return row.pot.base.eligible.get(code) if row.pot.base is not None else None


def _payments(agreement: Agreement, row: PlaceRow, asked: _Asked) -> Iterator[Event]:
    by = plain(agreement.paid_by) if agreement.paid_by else Text("utbetalaren", "the payer")
    for n, instalment in enumerate(row.pot.pot.instalments):
        if asked.knows(agreement, instalment.source):
            yield Event(
                EventKind.PAYMENT,
                instalment.on or instalment.at_latest or Missing.NOT_FOUND,
                wording.payment(instalment),
                agreement.id,
                row.pot.id,
                0,
                by,
                False,
                kr=_paid(row, n, instalment, asked.who),
                exact=all(award.amount.precision is Precision.EXACT for award in _awards(row, asked.who)),
                sources=sources_named(agreement, instalment.source or row.pot.pot.source),
            )


def _paid(row: PlaceRow, n: int, instalment: Instalment, who: Recipient | None) -> int | None:
    """Return the kronor of a payment: to the recipient or, when nobody is asked about, to all."""
    paid = [award.instalments[n] for award in _awards(row, who) if n < len(award.instalments)]
    if paid:
        return sum(paid)
    exact = instalment.amount is not None and instalment.amount.precision is Precision.EXACT
    return instalment.amount.kr if who is None and instalment.amount and exact else None


def _awards(row: PlaceRow, who: Recipient | None) -> tuple[Award, ...]:
    if who is None:
        return row.pot.awards
    return (row.award,) if row.award else ()
