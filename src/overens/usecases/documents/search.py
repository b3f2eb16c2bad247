"""What a search finds -> JSON document."""

from __future__ import annotations

from collections.abc import Callable

from overens.usecases.documents.parts import Document, word
from overens.usecases.search import Found
from overens.usecases.search_entries import Hit
from overens.vocabulary.wording import Language


def search_document(found: Found, href: Callable[[Hit], str], language: Language) -> Document:
    """Return the hits, the likeliest first, each with the address of its page.

    Args:
        href: Returns the address.
    """

    def shown(hit: Hit) -> Document:
        return {
            "name": hit.name,
            "what": hit.what.say(language),
            "href": href(hit),
            "kind": word(hit.kind),
            "key": hit.key,
        }

    return {
        "q": found.q,
        "hits": [shown(hit) for hit in found.hits],
        "more": found.more,
        "near": [shown(hit) for hit in found.near],
    }
