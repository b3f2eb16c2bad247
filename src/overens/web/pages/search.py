"""What somebody has typed so far -> the page of hits, or straight to the one place or agreement that is meant."""

from __future__ import annotations

from typing import Any

from overens.export.csv_table import Table
from overens.usecases.documents.search import search_document
from overens.usecases.search import Found, index_of, search
from overens.usecases.search_entries import Entry, Hit, HitKind
from overens.vocabulary.wording import Language, Text, whole_number
from overens.web.answer import Answer, Elsewhere
from overens.web.asked import Asked
from overens.web.everywhere import everywhere, place_href
from overens.web.form import Form
from overens.web.parameters import words

LONGEST = 100
"""Characters that may be searched for."""
_GROUPS = {
    HitKind.REGION: Text("Regioner", "Regions"),
    HitKind.MUNICIPALITY: Text("Kommuner", "Municipalities"),
    HitKind.COUNTY: Text("Län", "Counties"),
    HitKind.AGREEMENT: Text("Avtal", "Agreements"),
}
_EXAMPLES = ("Nässjö", "Region Skåne", "0680", "VGR", "Kvinnors hälsa")


def answer(asked: Asked) -> Answer | Elsewhere:
    """Return the hits; as a page, one whose name was typed in full goes straight there."""
    q = words(asked.values, "q", LONGEST)
    found = search(asked.library, q, asked.as_known_on) if asked.edition is None else _everything(asked)
    if asked.target.form is Form.PAGE and found.exact is not None:
        return Elsewhere(_href(asked, found.exact), for_now=True)
    title = Text("Sök: {q}", "Search: {q}", {"q": q}) if q else Text("Sök", "Search")
    return Answer(
        title,
        "search.html",
        _context(asked, found),
        {"hits": _table(found)},
        lambda language: (
            search_document(found, lambda hit: _href(asked, hit), language)
            if asked.edition is None
            else _list_document(asked, language)
        ),
    )


def _everything(asked: Asked) -> Found:
    """Return all that a static edition has, for its pages to search in by themselves."""
    return Found("", tuple(entry.hit for entry in _in_edition(asked)))


def _in_edition(asked: Asked) -> list[Entry]:
    edition = asked.edition
    assert edition is not None
    every = index_of(asked.library, asked.as_known_on)
    return [one for one in every if edition.has(_place_word(asked, one.hit), one.hit.key)]


def _place_word(asked: Asked, hit: Hit) -> str:
    return asked.addresses.word(hit.place) if hit.place else ""


def _list_document(asked: Asked, language: Language) -> dict[str, Any]:
    """Return all that a static edition has, each with the words that it is found by."""
    shown = [(entry, entry.hit) for entry in _in_edition(asked)]
    return {
        "hits": [
            {"name": hit.name, "what": hit.what.say(language), "href": _href(asked, hit), "words": entry.words.strip()}
            for entry, hit in shown
        ]
    }


def _context(asked: Asked, found: Found) -> dict[str, Any]:
    listed = asked.edition is not None
    return {
        "q": found.q,
        "groups": _groups(asked, found) if not listed else [],
        "agreements": [_shown(asked, hit) for hit in found.hits if listed and hit.kind is HitKind.AGREEMENT],
        "more": whole_number(found.more) if found.more else "",
        "near": [_shown(asked, hit) for hit in found.near],
        "examples": [(example, asked.link("/sok", q=example)) for example in _EXAMPLES],
        "places": everywhere(asked),
    }


def _groups(asked: Asked, found: Found) -> list[tuple[str, Text, list[dict[str, Any]]]]:
    """Return the hits by kind, the kind of the likeliest first."""
    kinds = dict.fromkeys(hit.kind for hit in found.hits)
    return [
        (kind.name.lower(), _GROUPS[kind], [_shown(asked, hit) for hit in found.hits if hit.kind is kind])
        for kind in kinds
    ]


def _shown(asked: Asked, hit: Hit) -> dict[str, Any]:
    return {"name": hit.name, "what": hit.what, "href": _href(asked, hit)}


def _href(asked: Asked, hit: Hit) -> str:
    return place_href(asked, hit.place) if hit.place else asked.link(f"/avtal/{hit.key}")


def _table(found: Found) -> Table:
    return Table(
        Text("Träffar", "Hits"),
        ("kind", "key", "name", "what"),
        (Text("Slag", "Kind"), Text("Kod eller id", "Code or id"), Text("Namn", "Name"), Text("Vad", "What")),
        tuple((hit.kind.name.lower(), hit.key, hit.name, hit.what) for hit in found.hits),
    )
