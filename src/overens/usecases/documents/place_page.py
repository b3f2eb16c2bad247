"""Everything that a place's page shows -> one JSON document."""

from __future__ import annotations

from overens.usecases.documents.county import county_document, joint_document
from overens.usecases.documents.months import months_document
from overens.usecases.documents.overviews import place_document
from overens.usecases.documents.parts import Document
from overens.usecases.documents.peers import peers_document
from overens.usecases.documents.place_parts import parts_document
from overens.usecases.place_page import PlacePage
from overens.vocabulary.wording import Language


def place_page_document(page: PlacePage, language: Language) -> Document:
    """Return what `overens place NAME YEAR --json` gives, and under a key each what the page adds to it."""
    return {
        **place_document(page.place, language),
        "by_agreement": parts_document(page.parts, language),
        "by_month": months_document(page.months),
        "similar": peers_document(page.peers, language),
        "shared_in_county": joint_document(page.joint, language),
        "county": county_document(page.county, language) if page.county else None,
    }
