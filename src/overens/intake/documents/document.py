"""What a document gives when it has been read: its text, where that came from, and what to be careful with."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from overens.vocabulary.problems import Problem


class Format(StrEnum):
    """How a document was written."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"


@dataclass(frozen=True)
class SourceDocument:
    """A document whose text has been read.

    Attributes:
        text: For text and Markdown exactly what the bytes decode to, line ends and a UTF-8 byte order mark included, so that
            offsets are those of the file; for other formats Markdown: `#` headings, `*` items, `|` tables.
        sha256: Of the bytes, in hexadecimal.
        encoding: How the bytes were decoded; None where the format decides that itself.
        pages: How many pages a PDF has; None for others.
        notes: Warnings: letters read wrongly, pages without text.
    """

    text: str
    format: Format
    sha256: str
    encoding: str | None = None
    pages: int | None = None
    notes: tuple[Problem, ...] = ()
