"""Allocation and explanation -> JSON documents."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from overens.agreement.model import Agreement
from overens.agreement.readings import Reading
from overens.agreement.terms import Earmark, Outside
from overens.allocation.allocate import earmarks_known, is_known, known_from
from overens.allocation.explain import Explanation
from overens.allocation.model import Allocation, GroupSum, PotAllocation
from overens.usecases.documents.parts import (
    Document,
    amount,
    annex,
    award,
    contradiction,
    recipient,
    run,
    say,
    word,
)
from overens.vocabulary.money import Amount
from overens.vocabulary.wording import Language

EXPLANATION_VERSION = 1


def agreement_document(allocation: Allocation, readings: Sequence[Reading], language: Language) -> Document:
    """Return an agreement with every pot and award (overens agreement ID --json).

    Args:
        readings: How the agreement reads from each day on; its amendments are listed.
    """
    agreement = allocation.agreement
    return {
        "id": agreement.id,
        "name": agreement.name,
        "kind": agreement.kind.value,
        "years": list(agreement.years),
        "decided": str(agreement.decided),
        "status": agreement.status.value,
        "total": amount(allocation.whole.amount),
        "awarded_kr": allocation.whole.awarded_kr,
        "lapsed_kr": allocation.whole.lapsed_kr,
        "undistributed_kr": allocation.whole.undistributed_kr,
        "pots": [pot_document(agreement, pot, language) for pot in allocation.pots],
        "groups": [_group(group) for group in allocation.groups],
        "earmarks": [
            {"pot": path[-1] if path else None, **_aside(one)}
            for path, one in earmarks_known(agreement, allocation.as_known_on)
        ],
        "outside": [_aside(one) for one in (agreement.outside if is_known(agreement, allocation.as_known_on) else ())],
        "contradictions": [contradiction(one) for one in agreement.contradictions],
        "amendments": [_amendment(one, allocation.as_known_on) for one in readings if one.amendment is not None],
        "not_found": [one.what for one in agreement.not_found],
        "sources": {
            name: {"title": s.title, "publisher": s.publisher, "address": s.address}
            for name, s in agreement.sources.items()
        },
        "run": run(allocation),
    }


def _aside(aside: Earmark | Outside) -> Document:
    return {
        "name": aside.name,
        "amount": amount(aside.amount if isinstance(aside.amount, Amount) else None),
        "own_money": aside.own_money,
    }


def _amendment(reading: Reading, day: date | None) -> Document:
    """Return an amendment, and whether what is shown is as it reads with it."""
    assert reading.amendment is not None
    one = reading.amendment
    return {
        "id": one.id,
        "name": one.name,
        "kind": one.kind.value,
        "status": one.status.value,
        "known_from": str(reading.since),
        "applies": [str(one.applies.start), str(one.applies.end)] if one.applies else None,
        "applied": reading.since is None or reading.since.known_on(day),
        "pots": list(one.pots),
        "removed": list(one.removed),
        "unread": one.unread,
    }


def pot_document(agreement: Agreement, pot: PotAllocation, language: Language) -> Document:
    """Return a pot; one without a known amount has null sums."""
    known = pot.amount is not None
    since = known_from(agreement, pot.pot)
    return {
        "id": pot.id,
        "path": list(pot.path),
        "name": pot.pot.name,
        "state": word(pot.state),
        "reason": say(pot.reason, language),
        "status": (pot.pot.status or agreement.status).value,
        "known_from": since.words if since else None,
        "source": list(pot.pot.source),
        "amount": amount(pot.amount),
        "awarded_kr": pot.awarded_kr if known else None,
        "lapsed_kr": pot.lapsed_kr if known else None,
        "undistributed_kr": pot.undistributed_kr if known else None,
        "awards": [award(one) for one in pot.awards],
        "ceilings": [
            {**recipient(who), "ceiling_kr": pot.ceilings[who.code]}
            for who in pot.recipients
            if who.code in pot.ceilings
        ],
        "annex": annex(pot.annex),
    }


def _group(group: GroupSum) -> Document:
    return {
        "id": group.path[-1],
        "path": list(group.path),
        "name": group.name,
        "amount": amount(group.amount),
        "awarded_kr": group.awarded_kr,
        "lapsed_kr": group.lapsed_kr,
        "undistributed_kr": group.undistributed_kr,
    }


def explanation_document(allocation: Allocation, explanation: Explanation, language: Language) -> Document:
    """Return why one recipient gets its award (overens explain --json), versioned."""
    pot = explanation.pot
    return {
        "version": EXPLANATION_VERSION,
        "agreement": explanation.agreement.id,
        "pot": pot.id,
        "recipient": recipient(explanation.recipient),
        "state": word(pot.state),
        "award": award(explanation.award) if explanation.award else None,
        "ceiling_kr": pot.ceilings.get(explanation.recipient.code),
        "steps": [
            {"kind": word(s.kind), "text": s.text.say(language), "numbers": s.numbers, "source": s.source}
            for s in explanation.steps
        ],
        "run": run(allocation),
    }
