"""A PDF -> the same with a line that says what it was made from, so that it is known again and not written over when changed."""

from __future__ import annotations

import hashlib
import re

_LINE = re.compile(rb"^%overens ([0-9a-f]{64}) ([0-9a-f]{64})\n", re.MULTILINE)
_LAST = b"startxref"
"""The line stands before the last part, as a comment: what comes after it has no place of its own in the document."""


def digest_of(*parts: bytes) -> str:
    """Return one hash of all the parts, each with its length."""
    whole = hashlib.sha256()
    for part in parts:
        whole.update(f"{len(part)}:".encode() + part)
    return whole.hexdigest()


def sealed(pdf: bytes, made_from: str) -> bytes:
    """Return the document with the line in it.

    >>> sealed(b"%PDF startxref 5 %%EOF", "0" * 64)[5:22]
    b'%overens 00000000'
    """
    head, last, tail = pdf.rpartition(_LAST)
    line = f"%overens {made_from} {hashlib.sha256(pdf).hexdigest()}\n".encode()
    return head + line + last + tail


def made_from_what(raw: bytes) -> str | None:
    """Return what a document was made from; None for a file that has no such line, or was changed afterwards."""
    found = list(_LINE.finditer(raw))
    if not found:
        return None
    line = found[-1]
    rest = raw[: line.start()] + raw[line.end() :]
    return line[1].decode() if hashlib.sha256(rest).hexdigest() == line[2].decode() else None
