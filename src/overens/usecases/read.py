"""A document's text -> what it says, read with the shipped lexicon and register."""

from __future__ import annotations

import re

from overens.drafting.reading import ReadDocument, read_source
from overens.intake.lexicon import shipped_lexicon
from overens.intake.register import read_register

_DATED = re.compile(r"(?<![0-9])(20[0-9]{2})[-_/]?(0[1-9]|1[0-2])(?![0-9])(?:[-_]?(0[1-9]|[12][0-9]|3[01])(?![0-9]))?")


def read_words(source: str, *, dated: str = "") -> ReadDocument:
    """Read a document's text.

    Args:
        source: The text, newlines untouched.
        dated: When it was published, as far as that is known from elsewhere: "2023-12-20", "2023-12", "2023" or "".
    """
    return read_source(source, shipped_lexicon(), read_register(), dated=dated)


def dated_by_name(name: str) -> str:
    """Return when a file's name or path says that the document was published: "2023-12-20", "2023-12" or "".

    >>> dated_by_name("pressmeddelanden/2023/12/tidiga-besked.md")
    '2023-12'
    """
    found = _DATED.search(name)
    return "-".join(part for part in found.groups() if part) if found else ""
