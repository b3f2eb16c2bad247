"""A draft: the text of an agreement file and of its tables, and where the document that it was read from is."""

from __future__ import annotations

from dataclasses import dataclass, field

from overens.drafting.model import ReadTable, Span
from overens.drafting.page import Page
from overens.vocabulary.money import Amount


@dataclass(frozen=True)
class DraftSource:
    """What is known of the document from elsewhere than its text; what is not known is empty.

    Attributes:
        fingerprint: "sha256:…" of the text that was read.
        published: "2023-12-20", "2023-12", "2023" or "".
        name: What the file calls the source.
    """

    fingerprint: str = ""
    title: str = ""
    publisher: str = ""
    address: str = ""
    published: str = ""
    name: str = "dokument"


@dataclass(frozen=True)
class Draft:
    """A draft agreement file (utkast) for a person to finish.

    Attributes:
        files: The tables that it names, by where they belong in a library: "underlag/ID.regioner.csv" -> text.
    """

    id: str
    text: str
    files: dict[str, str]


@dataclass
class Sheet:
    """A draft while it is written: what it is called and for when, the names taken, and where each value stands.

    Attributes:
        id: Of the agreement.
        year: The first year that the money is for, or "".
        taken: The ids that are taken, each with the last number put after it.
        tables: The tables of the document that no pot is divided by yet, and what each sums to.
    """

    page: Page
    id: str
    source: DraftSource
    year: str
    tables: list[tuple[ReadTable, Amount]]
    taken: dict[str, int] = field(default_factory=dict)
    stretches: dict[str, Span] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)

    def note(self, path: str, span: Span) -> None:
        """Note where the value at the path stands in the document."""
        if span.end > span.start:
            self.stretches.setdefault(path, span)

    def name(self, wanted: str) -> str:
        """Return an id that no pot or table has yet, and take it."""
        name, n = wanted, self.taken.get(wanted, 0)
        while name in self.taken:
            n += 1
            name = f"{wanted}-{n + 1}"
        self.taken[wanted] = n
        self.taken.setdefault(name, 0)
        return name
