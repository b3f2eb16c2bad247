"""A page as the portal sends it -> the same with links to files, and without what only a portal can answer."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape, unescape

from overens.web.edition import Edition
from overens.web.file_names import Address, relative
from overens.web.framing import OWN_CONTENT
from overens.web.publishing.reach import Link, LinkFate, lead

_HEAD = '<meta charset="utf-8">\n'
_FORM = re.compile(r"<form (?![^>]*role=\"search\")[^>]*>.*?</form>\n?", re.DOTALL)
_ANCHOR = re.compile(r"(?P<before>\s*·\s*)?<a (?P<tag>[^>]*)>(?P<inside>.*?)</a>", re.DOTALL)
_HREF = re.compile(r'\bhref="([^"]*)"')
_ADDRESS = re.compile(r'(\b(?:href|src|srcset|action|data-[a-z-]+)=")(/[^"]*)"')
_IN_JSON = re.compile(r'("href": ")(/[^"]*)"')
_EMBEDDING = re.compile(r'<details class="embed">.*?<a href="(?P<href>[^"]*)".*?</details>\n?', re.DOTALL)
_EMPTY = re.compile(
    r"<li>\s*</li>\n?|<ul(?![^>]*\bid=)[^>]*>\s*</ul>\n?|<details[^>]*>\s*<summary>[^<]*</summary>\s*</details>\n?"
    r"|<p class=\"takeaway\">[^<]*</p>\n?|<nav class=\"wide taken\"[^>]*>\s*</nav>\n?|<p>\s*</p>\n?"
)


@dataclass
class Rewriting:
    """A page while its links are written anew.

    Attributes:
        file: The page's own file.
        found: Every file of pages that it leads to, and what each holds.
        own: Every file of the portal's own that it leads to.
    """

    file: str
    edition: Edition
    absolute: str | None = None
    found: dict[str, Address] = field(default_factory=dict)
    own: set[str] = field(default_factory=set)

    def html(self, page: str) -> str:
        """Return the page with each link to a file, plain words, or taken away."""
        page = _FORM.sub("", page)
        page = _EMBEDDING.sub(self._embedding, page)
        page = _ANCHOR.sub(self._anchor, page)
        page = _ADDRESS.sub(self._attribute, page)
        while (less := _EMPTY.sub("", page)) != page:
            page = less
        policy = f'<meta http-equiv="Content-Security-Policy" content="{OWN_CONTENT}">\n'
        return page.replace(_HEAD, _HEAD + policy, 1)

    def json(self, document: str) -> str:
        """Return the document with each address of a page as the file it is."""
        return _IN_JSON.sub(lambda found: f'{found[1]}{self._led(found[2]) or ""}"', document)

    def _embedding(self, found: re.Match[str]) -> str:
        """Return how a picture or a table is embedded, where the edition has a page of it."""
        return found[0] if lead(unescape(found["href"]), self.edition).fate is LinkFate.LED else ""

    def _anchor(self, found: re.Match[str]) -> str:
        href = _HREF.search(found["tag"])
        before = found["before"] or ""
        if href is None:
            return found[0]
        link = lead(unescape(href[1]), self.edition)
        match link.fate:
            case LinkFate.OUTSIDE:
                return found[0]
            case LinkFate.GONE:
                return ""
            case LinkFate.WORDS:
                return before + found["inside"]
            case LinkFate.LED:
                tag = found["tag"].replace(href[0], f'href="{self._written(link)}"')
                return f"{before}<a {tag}>{found['inside']}</a>"

    def _attribute(self, found: re.Match[str]) -> str:
        led = self._led(unescape(found[2]))
        return found[0] if led is None else f'{found[1]}{led}"'

    def _led(self, href: str) -> str | None:
        link = lead(href, self.edition)
        return self._written(link) if link.fate is LinkFate.LED else None

    def _written(self, link: Link) -> str:
        if link.address is None:
            self.own.add(link.file)
        else:
            self.found[link.file] = link.address
        to = relative(link.file, self.file) if self.absolute is None else f"{self.absolute}/{link.file}"
        return escape(to + link.after)
