"""Similar places -> JSON document."""

from __future__ import annotations

from collections.abc import Mapping

from overens.notice.stake import Stake
from overens.notice.standing import Standing
from overens.usecases.documents.calendar import stake_document
from overens.usecases.documents.parts import Document, recipient, word
from overens.usecases.documents.population import exact_or_null, population_document
from overens.usecases.peers import Peers
from overens.vocabulary.recipients import GROUPED_IN, Recipient
from overens.vocabulary.wording import Language


def peers_document(peers: Peers, language: Language) -> Document:
    """Return the place and those most like it, what each gets, and what is not compared."""
    return {
        "recipient": recipient(peers.recipient),
        "year": peers.year,
        "as_known_on": peers.as_known_on.isoformat() if peers.as_known_on else None,
        "why": peers.why.say(language),
        "places": [
            {
                **recipient(one.recipient),
                "group": _group(one.recipient),
                "population": population_document(one.population, language),
                "sums": sums_document(one.sums),
                "computed_kr": one.computed_kr,
                "computed_kr_per_inhabitant": exact_or_null(one.per_inhabitant),
            }
            for one in peers.places
        ],
        "not_compared": list(peers.not_compared),
    }


def sums_document(sums: Mapping[Standing, Stake]) -> Document:
    """Return the kronor by how they stand; null where there is nothing that stands so."""
    return {word(one): stake_document(sums[one]) if one in sums else None for one in Standing}


def _group(who: Recipient) -> Document | None:
    return {"code": who.group.code, "name": who.group.name, "year": GROUPED_IN} if who.group else None
