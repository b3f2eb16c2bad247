"""A link of a page -> the file it leads to in the edition, or what becomes of it where the edition has none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum
from urllib.parse import quote, urlsplit

from overens.export.folder.taken import SUMS
from overens.web.edition import Edition
from overens.web.file_names import Address, file_of
from overens.web.find_view import find_view
from overens.web.form import Form
from overens.web.views import View

ABOUT = "/utgavan"
"""The page about the edition, which only an edition has."""


class LinkFate(Enum):
    """What becomes of a link."""

    LED = "led"
    OUTSIDE = "outside"
    WORDS = "words"
    GONE = "gone"


@dataclass(frozen=True)
class Link:
    """Where a link leads.

    Attributes:
        file: The file in the edition, where it leads to one.
        address: What the file holds; None for the portal's own files.
        after: What stands after the file's name: a place on the page, or what is searched for.
    """

    fate: LinkFate
    file: str = ""
    address: Address | None = None
    after: str = ""


_OUTSIDE, _WORDS, _GONE = Link(LinkFate.OUTSIDE), Link(LinkFate.WORDS), Link(LinkFate.GONE)
_ASKING = ("scenario", "scenarios")
"""Views that only answer what is asked of them; a link to them is an offer that an edition cannot make."""
_KEPT = ("fran", "year", "agreement", "table", "theme", "size")
"""Values that make a page or a file of its own in an edition."""
_NAMING = ("place", "sort")
"""Values whose links are names of what stands there; without the link the name remains."""
_OF_PLACES = ("place", "place-change", "place-calendar", "performance-place", "why")
"""Views that there are thousands of: their pictures are had as SVG, not as PNG, and their tables not as pages by themselves."""
_WHY_FORMS = (Form.PAGE, Form.JSON, Form.CSV, Form.SVG)
"""What one krona's explanation is had as: there are more of them than of all other pages together."""


def lead(href: str, edition: Edition) -> Link:
    """Return where the link leads in the edition."""
    split = urlsplit(href)
    if not href.startswith("/") or split.netloc:
        return _OUTSIDE
    if split.path.startswith("/static/") or split.path == f"/{SUMS}":
        return Link(LinkFate.LED, split.path[1:])
    return _to_page(edition.read(href), split.fragment, edition)


def _to_page(address: Address, fragment: str, edition: Edition) -> Link:
    path = address.target.path
    found = find_view(path) if path != ABOUT else None
    if found is None and path != ABOUT:
        return _WORDS
    if found is not None and not _held(found[0], found[1], edition):
        return _GONE if found[0].name in _ASKING else _WORDS
    names, after = [name for name, _ in address.values if name not in _KEPT], ""
    if found is not None and found[0].name == "search":
        after = "".join(f"?q={quote(value)}" for name, value in address.values if name == "q")
        address, names = replace(address, values=()), []
    if names:
        return _WORDS if all(name in _NAMING for name in names) else _GONE
    if found is not None and not _has_form(found[0], address):
        return _GONE
    file = file_of(address)
    return _WORDS if file is None else Link(LinkFate.LED, file, address, after + (f"#{fragment}" if fragment else ""))


def _held(view: View, words: Mapping[str, str], edition: Edition) -> bool:
    """Tell whether the edition has the page."""
    if view.name in _ASKING:
        return False
    if "year" in words and words["year"] not in map(str, edition.years):
        return False
    if "agreement" in words and not edition.has("", words["agreement"]):
        return False
    return "place" not in words or edition.has(words["place"], "")


def _has_form(view: View, address: Address) -> bool:
    target = address.target
    if target.table and view.name in _OF_PLACES:
        return False
    if view.name == "why" and target.form not in _WHY_FORMS and not target.picture:
        return False
    return not (target.picture and target.form is Form.PNG and view.name in _OF_PLACES)
