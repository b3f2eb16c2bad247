"""Everything that a place's page shows -> one JSON document."""

from __future__ import annotations

from overens.usecases.county import County, Joint
from overens.usecases.documents.county import county_document, joint_document
from overens.usecases.documents.months import months_document
from overens.usecases.documents.overviews import place_document
from overens.usecases.documents.parts import Document
from overens.usecases.documents.peers import peers_document
from overens.usecases.documents.place_parts import parts_document
from overens.usecases.months import MonthsOfPlace
from overens.usecases.peers import Peers
from overens.usecases.place import Place
from overens.usecases.place_parts import PlaceParts
from overens.vocabulary.wording import Language


def place_page_document(
    place: Place,
    parts: PlaceParts,
    months: MonthsOfPlace,
    peers: Peers,
    joint: tuple[Joint, ...],
    county: County | None,
    language: Language,
) -> Document:
    """Return what `overens place NAME YEAR --json` gives, and under a key each what the page adds to it."""
    return {
        **place_document(place, language),
        "by_agreement": parts_document(parts, language),
        "by_month": months_document(months),
        "similar": peers_document(peers, language),
        "shared_in_county": joint_document(joint, language),
        "county": county_document(county, language) if county else None,
    }
