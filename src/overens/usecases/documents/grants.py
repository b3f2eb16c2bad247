"""All grants of two years -> JSON document."""

from __future__ import annotations

from overens.usecases.documents.parts import Document, amount, say, word
from overens.usecases.grants import AllGrants, Grant, GrantYear, NoGrant, beside
from overens.vocabulary.wording import Language, Text


def grants_document(found: AllGrants, language: Language) -> Document:
    """Return every targeted grant of both years (overens grants 2024 --json)."""
    return {
        "as_known_on": found.as_known_on.isoformat() if found.as_known_on else None,
        "years": [_year(one, language) for one in found.years],
        "beside": [
            {
                "series": one.series.id,
                "name": one.series.name,
                "before_kr": one.before_kr,
                "before_exact": one.before_exact,
                "after_kr": one.after_kr,
                "after_exact": one.after_exact,
                "difference_kr": one.difference_kr,
                "before": one.before.say(language),
                "after": one.after.say(language),
            }
            for one in beside(found)
        ],
    }


def _year(year: GrantYear, language: Language) -> Document:
    return {
        "year": year.year,
        "total_kr": year.total_kr,
        "grants": [_grant(one, language) for one in year.grants],
        "lacking": [_lacking(one, language) for one in year.lacking],
    }


def _grant(one: Grant, language: Language) -> Document:
    terms, source = one.terms, one.terms.source
    return {
        "series": {"id": one.series.id, "name": one.series.name},
        "agreement": one.agreement.id,
        "name": one.agreement.name,
        "kind": one.agreement.kind.value,
        "to": word(one.whom),
        "pots": [pot.say(language) if isinstance(pot, Text) else pot for pot in one.pots],
        "amount_kr": one.amount_kr,
        "exact": one.exact,
        "low_kr": one.low_kr,
        "high_kr": one.high_kr,
        "standing": word(one.standing),
        "status": one.status.value,
        "mark": word(one.mark),
        "decided": str(one.agreement.decided),
        "known_from": say(terms.known_from, language),
        "paid_by": terms.paid_by,
        "paid": say(terms.paid, language),
        "conditions": terms.conditions,
        "requisition": say(terms.requisition, language),
        "due": say(terms.due, language),
        "reason": say(one.reason, language),
        "source": {"title": source.title, "publisher": source.publisher, "address": source.address},
    }


def _lacking(one: NoGrant, language: Language) -> Document:
    return {
        "series": {"id": one.series.id, "name": one.series.name},
        "state": word(one.state),
        "why": one.why.say(language),
        "amount": amount(one.amount),
    }
