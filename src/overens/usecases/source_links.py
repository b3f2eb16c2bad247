"""A source as it is written -> what it is called and where it can be read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from overens.agreement.terms import Source
from overens.export.web_address import web_address
from overens.vocabulary.sources import Cited


@dataclass(frozen=True)
class SourceLink:
    """A source for a page: its name, who published it, and its address; empty where it has none."""

    title: str
    publisher: str
    href: str


def source_links(sources: Iterable[Source | Cited]) -> list[SourceLink]:
    """Return the sources, those with an address as links; only addresses of the web are made into links."""
    return [_link(source) for source in sources]


def _link(source: Source | Cited) -> SourceLink:
    return SourceLink(source.title, source.publisher or "", web_address(source.address))


class Footnotes:
    """The sources of a page, each with its number, in the order that they are first named (källförteckning)."""

    def __init__(self) -> None:
        self.listed: dict[SourceLink, int] = {}

    def numbers(self, sources: Iterable[Source | Cited]) -> list[int]:
        """Return the numbers of the sources; one not named before gets the next."""
        return [self.listed.setdefault(link, len(self.listed) + 1) for link in source_links(sources)]
