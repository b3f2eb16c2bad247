"""The first bytes of a document, and its name where they do not say -> what it is."""

from __future__ import annotations

import re
from enum import StrEnum

from overens.intake.documents.document import Format


class Foreign(StrEnum):
    """What else people have that is no document for the reader."""

    OLD_OFFICE = "old_office"
    LOCKED_OFFICE = "locked_office"
    RICH_TEXT = "rich_text"
    PICTURE = "picture"
    ARCHIVE = "archive"
    PROGRAM = "program"
    BINARY = "binary"


_HEAD = 4_096
_PDF_WITHIN = 1_024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_SIGNS = (
    (b"{\\rtf", Foreign.RICH_TEXT),
    (b"\x89PNG", Foreign.PICTURE),
    (b"\xff\xd8\xff", Foreign.PICTURE),
    (b"GIF8", Foreign.PICTURE),
    (b"II*\x00", Foreign.PICTURE),
    (b"MM\x00*", Foreign.PICTURE),
    (b"BM", Foreign.PICTURE),
    (b"\x1f\x8b", Foreign.ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", Foreign.ARCHIVE),
    (b"Rar!\x1a", Foreign.ARCHIVE),
    (b"MZ", Foreign.PROGRAM),
    (b"\x7fELF", Foreign.PROGRAM),
)
_LETTERS = (b"BM", b"MZ")
"""Signs that a text may begin with as well; they count only before a zero."""

_SOON = 64
_PAGE = re.compile(
    r"\s*+(?:<\?xml[^>]*+>\s*+|<!--.*?-->\s*+)*+<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_ELEMENT = re.compile(r"</(?:p|div|h[1-6]|table|ul|ol|body|html|span|a)\s*>", re.IGNORECASE)
_MARKDOWN = re.compile(r"^(?:#{1,6} \S|\| *:?-{3,})", re.MULTILINE)


def kind_of(raw: bytes) -> Format | Foreign | None:
    """Return what the first bytes say; None if they may be text."""
    head = raw[:_HEAD]
    if b"%PDF-" in head[:_PDF_WITHIN]:
        return Format.PDF
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Format.DOCX
    if head.startswith(_OLE):
        return Foreign.LOCKED_OFFICE if _LOCKED in raw else Foreign.OLD_OFFICE
    certain = b"\x00" in head[:_SOON]
    return next((kind for sign, kind in _SIGNS if head.startswith(sign) and (certain or sign not in _LETTERS)), None)


def text_kind(text: str, suffix: str) -> Format:
    """Return how a text is written: by how it begins, else by its name, else by the marks in it.

    >>> text_kind("<!DOCTYPE html><p>369 miljoner", ".txt"), text_kind("# Uppdrag", ""), text_kind("369 miljoner", ".md")
    (<Format.HTML: 'html'>, <Format.MARKDOWN: 'markdown'>, <Format.MARKDOWN: 'markdown'>)
    """
    head = text[:_HEAD].removeprefix("\ufeff")
    if _PAGE.match(head) or (suffix in (".html", ".htm", ".xhtml") and _ELEMENT.search(text)):
        return Format.HTML
    if suffix in (".md", ".markdown") or (suffix != ".txt" and _MARKDOWN.search(head)):
        return Format.MARKDOWN
    return Format.TEXT
