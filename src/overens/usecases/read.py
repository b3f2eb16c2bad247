"""A document -> what it says, read with the shipped lexicon and register, and where in the document it says so."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from overens.drafting.against.model import AgainstAgreement
from overens.drafting.findings.find import find_faults
from overens.drafting.findings.model import Finding
from overens.drafting.model import ReadAmount, Span
from overens.drafting.places import Places
from overens.drafting.reading import ReadDocument, read_source
from overens.drafting.sums import SumNode, tree_of_sums
from overens.intake.documents.document import SourceDocument
from overens.intake.documents.read import document_of, read_document
from overens.intake.lexicon import shipped_lexicon
from overens.intake.register import read_register
from overens.vocabulary.problems import Problem

_DATED = re.compile(r"(?<![0-9])(20[0-9]{2})[-_/]?(0[1-9]|1[0-2])(?![0-9])(?:[-_]?(0[1-9]|[12][0-9]|3[01])(?![0-9]))?")


@dataclass(frozen=True)
class Reading:
    """One document with all that was read of it.

    Attributes:
        file: The name to show.
        against: The document beside the agreements of a library that it is about; None where it was held against none.
    """

    file: str
    source: SourceDocument
    said: ReadDocument
    against: tuple[AgainstAgreement, ...] | None = None

    @cached_property
    def sums(self) -> tuple[SumNode, ...]:
        """The sums that are no part of another, each with what it is made of."""
        return tree_of_sums(self.said)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What does not agree in the document, in text order."""
        return tuple(find_faults(self.said, read_register()))

    @cached_property
    def places(self) -> Places:
        """Where in the document things stand."""
        return Places(self.said.page)

    @cached_property
    def _numbers(self) -> Mapping[Span, int]:
        return {amount.mention.span: n for n, amount in enumerate(self.said.amounts, 1)}

    def number(self, amount: ReadAmount) -> int:
        """Return the number that the sum is shown with, from 1 in text order."""
        return self._numbers[amount.mention.span]


def read_file(path: Path, *, published: str = "") -> Reading | Problem:
    """Read a file; text, Markdown, HTML, PDF or DOCX.

    Args:
        path: The file.
        published: When it was published: "2023-12-20", "2023-12", "2023"; "" for what the file's name or path says.
    """
    source = read_document(path, shown=str(path))
    return source if isinstance(source, Problem) else _read(str(path), source, published or dated_by_name(str(path)))


def read_bytes(raw: bytes, *, published: str = "") -> Reading | Problem:
    """Read what came on standard input."""
    source = document_of(raw, shown="-")
    return source if isinstance(source, Problem) else _read("-", source, published)


def _read(file: str, source: SourceDocument, dated: str) -> Reading:
    return Reading(file, source, read_words(source.text, dated=dated))


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
