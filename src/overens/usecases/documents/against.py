"""A document beside the library -> JSON: candidates with their reasons, and value by value what each says."""

from __future__ import annotations

from overens.drafting.against.model import AgainstAgreement, Candidate, Compared, Value
from overens.usecases.documents.parts import Document, amount, word
from overens.vocabulary.money import Amount
from overens.vocabulary.wording import Language


def against_document(against: AgainstAgreement, language: Language) -> Document:
    """Return one whole of the document beside the agreement that it is of, or those that it may be of."""
    return {
        "whole_kr": against.whole.money.kr if against.whole is not None else None,
        "agreement": against.picked.id if against.picked is not None else None,
        "candidates": [_candidate(one, language) for one in against.candidates],
        "compared": [_compared(one, language) for one in against.compared],
    }


def _candidate(one: Candidate, language: Language) -> Document:
    return {
        "id": one.agreement.id,
        "name": one.agreement.name,
        "sure": word(one.sure),
        "reasons": [reason.say(language) for reason in one.reasons],
    }


def _compared(one: Compared, language: Language) -> Document:
    return {
        "what": one.what.say(language),
        "likeness": word(one.likeness),
        "document": _value(one.document),
        "library": _value(one.library),
        "start": one.span.start if one.span is not None else None,
        "end": one.span.end if one.span is not None else None,
        "path": one.path or None,
    }


def _value(value: Value | None) -> Document | str | None:
    """Return an amount with its interval, or a date as it is written."""
    return amount(value) if isinstance(value, Amount) or value is None else str(value)
