"""The front page -> JSON document."""

from __future__ import annotations

from overens.usecases.counted_sums import CountedSum
from overens.usecases.documents.calendar import event_document, source_document
from overens.usecases.documents.parts import Document, amount, say, word
from overens.usecases.front import Front
from overens.usecases.glance import Glance, Reach
from overens.vocabulary.wording import Language


def front_document(front: Front, language: Language) -> Document:
    """Return the newest year at a glance with the one before, what is due next, and what became known last."""
    return {
        "today": front.today.isoformat(),
        "as_known_on": front.as_known_on.isoformat() if front.as_known_on else None,
        "year": glance_document(front.glance) if front.glance else None,
        "year_before": glance_document(front.before) if front.before else None,
        "due": [event_document(one, language) for one in front.due],
        "due_more": front.due_more,
        "nothing_due": say(front.nothing_due, language),
        "became_known": [_known(one) for one in front.known],
    }


def glance_document(one: Glance) -> Document:
    """Return a year in a few sums; awarded, not computed and the rest are the total."""
    return {
        "year": one.year,
        "agreements": one.agreements,
        "total": amount(one.total),
        "awarded": {
            word(reach): {"certain_kr": one.to[reach].certain_kr, "inferred_kr": one.to[reach].inferred_kr}
            for reach in Reach
        },
        "certain_kr": one.certain_kr,
        "inferred_kr": one.inferred_kr,
        "not_computed_kr": one.not_computed_kr,
        "rest_kr": one.rest_kr,
        "without_total": list(one.without_total),
    }


def _known(one: CountedSum) -> Document:
    return {
        "known_from": str(one.known),
        "year": one.year,
        "name": one.name,
        "amount": amount(one.amount),
        "uncertain": one.unsure,
        "agreements": list(one.agreements),
        "source": source_document(one.source),
    }
