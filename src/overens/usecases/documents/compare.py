"""A comparison -> JSON document."""

from __future__ import annotations

from collections.abc import Mapping

from overens.scenario.attribute import Cause
from overens.scenario.compare import Line, PotChange
from overens.scenario.describe import describe_change
from overens.scenario.pairs import PotPair
from overens.usecases.compare import Changes, OneSided, Side, recipients_of
from overens.usecases.documents.moved import balance_document, qualification
from overens.usecases.documents.parts import Document, amount, recipient, say, word
from overens.vocabulary.wording import Language


def changes_document(changes: Changes, language: Language) -> Document:
    """Return what differs between two sides (overens compare A B --json); causes sum to the difference."""
    return {
        "before": _side(changes.before, language),
        "after": _side(changes.after, language),
        "place": recipient(changes.place) if changes.place else None,
        "same": changes.same,
        "before_kr": changes.before_kr,
        "after_kr": changes.after_kr,
        "difference_kr": changes.after_kr - changes.before_kr,
        "causes": _causes({cause: changes.of_cause(cause) for cause in Cause}),
        "balance": balance_document(changes.balance) if changes.balance else None,
        "newly_qualified": [qualification(one) for one in changes.qualified[0]],
        "no_longer_qualified": [qualification(one) for one in changes.qualified[1]],
        "pots": [
            {
                **_pair(line.pair),
                "before_kr": line.before_kr,
                "after_kr": line.after_kr,
                "difference_kr": line.difference_kr,
                "causes": _causes(line.causes),
                "why": [_why(line, cause, language) for cause in Cause if cause in line.causes],
                "recipients": _recipients(changes, change),
            }
            for line, change in zip(changes.lines, _told(changes), strict=True)
        ],
        "not_compared": [
            {
                **_pair(pots),
                "before_amount": amount(pots.before.amount) if pots.before else None,
                "after_amount": amount(pots.after.amount) if pots.after else None,
                "before_reason": say(pots.before.reason, language) if pots.before else None,
                "after_reason": say(pots.after.reason, language) if pots.after else None,
            }
            for pots in changes.not_compared
        ],
        "one_sided": [_one_sided(one, language) for one in changes.one_sided],
    }


def _told(changes: Changes) -> list[PotChange]:
    by_pair = {id(change.pair): change for change in changes.comparison.changes}
    return [by_pair[id(line.pair)] for line in changes.lines]


def _side(side: Side, language: Language) -> Document:
    return {
        "name": side.name.say(language),
        "year": side.year,
        "as_known_on": side.day.isoformat() if side.day else None,
        "agreements": [a.agreement.id for a in side.allocations],
        "not_yet_known": [agreement.id for agreement in side.not_known],
    }


def _pair(pots: PotPair) -> Document:
    return {
        "pot": pots.name,
        "series": pots.agreements.series,
        "before": pots.before.id if pots.before else None,
        "after": pots.after.id if pots.after else None,
    }


def _causes(kr: Mapping[Cause, int]) -> Document:
    return {f"{word(cause)}_kr": kr.get(cause, 0) for cause in Cause}


def _why(line: Line, cause: Cause, language: Language) -> Document:
    together = line.together.get(cause, ())
    return {
        "cause": word(cause),
        "together_with": [word(one) for one in together],
        "what": describe_change(line.pair, cause, together).say(language),
        "kr": line.causes[cause],
        "moved_kr": line.moved_kr.get(cause, 0),
    }


def _recipients(changes: Changes, change: PotChange) -> list[Document]:
    """Return what each recipient got and gets; for one place, just its own."""
    place = (changes.place.kind, changes.place.code) if changes.place else None
    names = {(who.kind, who.code): who for who in recipients_of(changes.before, changes.after)}
    return [
        {
            **recipient(names[who]),
            "before_kr": change.before_kr(who),
            "after_kr": change.after_kr(who),
            "difference_kr": change.after_kr(who) - change.before_kr(who),
            "causes": _causes({effect.cause: effect.kr.get(who, 0) for effect in change.effects}),
        }
        for who in sorted(change.recipients, key=lambda who: (who[0].value, who[1]))
        if place in (None, who)
    ]


def _one_sided(one: OneSided, language: Language) -> Document:
    return {
        "agreement": one.allocation.agreement.id,
        "series": one.series,
        "side": "after" if one.on_the_later_side else "before",
        "kr": one.kr,
        "total": amount(one.allocation.whole.amount),
        "why": one.why.say(language),
    }
