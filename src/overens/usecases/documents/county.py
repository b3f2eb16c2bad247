"""A county with its members and what they share -> JSON document."""

from __future__ import annotations

from overens.notice.illustration import Illustration, sum_shared
from overens.usecases.county import ILLUSTRATION, County, Joint
from overens.usecases.documents.parts import Document, amount, recipient, say
from overens.usecases.documents.peers import sums_document
from overens.usecases.documents.population import population_document
from overens.vocabulary.wording import Language, Text


def county_document(county: County, language: Language) -> Document:
    """Return what each member of the county gets, and what only the county has, illustrated but in no total."""
    return {
        "recipient": recipient(county.area),
        "year": county.year,
        "as_known_on": county.as_known_on.isoformat() if county.as_known_on else None,
        "members": [
            {
                **recipient(one.recipient),
                "population": population_document(one.population, language),
                "sums": sums_document(one.sums),
                "computed_kr": one.computed_kr,
            }
            for one in county.members
        ],
        "shared": joint_document(county.joint, language),
    }


def joint_document(joint: tuple[Joint, ...], language: Language) -> list[Document]:
    """Return what the organisations of a county share; an illustration says that it is one."""
    return [
        {
            "agreement": one.row.allocation.agreement.id,
            "pot": one.row.pot.id,
            "name": one.row.pot.pot.name,
            "amount": amount(sum_shared(one.row)),
            "words": one.words.say(language),
            "illustration": _illustration(one.illustration, language),
        }
        for one in joint
    ]


def _illustration(one: Illustration | Text, language: Language) -> Document:
    if isinstance(one, Text):
        return {"parts_kr": None, "reason": say(one, language)}
    return {
        "what": ILLUSTRATION.say(language),
        "shared_kr": one.shared_kr,
        "population_measured_on": one.measured_on,
        "parts_kr": dict(one.parts),
        "reason": None,
    }
