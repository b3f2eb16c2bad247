"""The money of a place by agreement -> JSON document."""

from __future__ import annotations

from overens.notice.lead_time import Estimate
from overens.usecases.compare import OneSided
from overens.usecases.documents.parts import Document, recipient, word
from overens.usecases.documents.peers import sums_document
from overens.usecases.documents.population import exact_or_null
from overens.usecases.place_parts import AgainstLastYear, AgreementPart, Known, PlaceParts
from overens.vocabulary.wording import Language


def parts_document(parts: PlaceParts, language: Language) -> Document:
    """Return the place's money by agreement, how early each was known, and last year's comparable kronor."""
    return {
        "recipient": recipient(parts.recipient),
        "year": parts.year,
        "as_known_on": parts.as_known_on.isoformat() if parts.as_known_on else None,
        "sums": sums_document(parts.sums),
        "last_year": _against(parts.last_year),
        "only_one_year": [_one_sided(parts, one, language) for one in parts.changes.one_sided],
        "not_compared": [pots.name for pots in parts.changes.not_compared],
        "agreements": [_part(part) for part in parts.parts],
    }


def _one_sided(parts: PlaceParts, one: OneSided, language: Language) -> Document:
    return {
        "agreement": one.allocation.agreement.id,
        "year": parts.year if one.on_the_later_side else parts.year - 1,
        "kr": one.kr,
        "why": one.why.say(language),
    }


def _part(part: AgreementPart) -> Document:
    return {
        "agreement": part.agreement.id,
        "name": part.agreement.name,
        "sums": sums_document(part.sums),
        "known": _known(part.known),
        "last_year": _against(part.last_year),
        "pots": [
            {"pot": one.row.pot.id, "standing": word(one.standing), "known": _known(one.known)} for one in part.pots
        ],
    }


def _known(known: Known | None) -> Document | None:
    if known is None:
        return None
    return {
        "when": str(known.when),
        "days_to_1_january": _days(known.days),
        "days_to_30_november": _days(known.days_to_budgets),
    }


def _days(days: Estimate) -> Document:
    return {"middle": exact_or_null(days.middle), "low": exact_or_null(days.low), "high": exact_or_null(days.high)}


def _against(one: AgainstLastYear | None) -> Document | None:
    if one is None:
        return None
    return {
        "series": one.series or None,
        "before_kr": one.before_kr,
        "after_kr": one.after_kr,
        "difference_kr": one.difference_kr,
        "pots": one.pots,
    }
