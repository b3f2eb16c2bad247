"""The bytes of a text -> the text, the encoding it is in, and how sure that is; None for what is no text."""

from __future__ import annotations

import codecs
from typing import NamedTuple

_LOOKED_AT = 4_096
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\v\x1a\x1b"))
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


class Decoded(NamedTuple):
    """A text and its encoding.

    Attributes:
        sure: Whether the bytes themselves say that they are in the encoding.
        at: Offset in code points of the first letter that another encoding would give otherwise.
    """

    text: str
    encoding: str
    sure: bool = True
    at: int = 0


def decode(raw: bytes) -> Decoded | None:
    r"""Return the text: UTF-8, UTF-16 or UTF-32 if the bytes say so, else Windows-1252 or Latin-1; None if they are no text.

    A UTF-8 byte order mark stays in the text, so that offsets are those of the file read as UTF-8.

    >>> decode("å".encode("utf-16"))
    Decoded(text='å', encoding='utf-16', sure=True, at=0)
    >>> decode(b"\x89PNG\r\n\x00") is None
    True
    """
    wide = _wide(raw)
    if wide:
        return _in(raw, wide)
    if b"\x00" in raw or _is_binary(raw):
        return None
    try:
        return Decoded(raw.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        return _older(raw, error.start)


def _wide(raw: bytes) -> str | None:
    """Return an encoding of two or four bytes to a letter, by its mark or by where the zeros stand."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return encoding
    head = raw[: _LOOKED_AT & ~1]
    if len(head) < 8 or len(raw) % 2:
        return None
    first, second = head[::2].count(0), head[1::2].count(0)
    most = len(head) // 2
    if second * 10 > most * 6 and first * 20 < most:
        return "utf-16-le"
    if first * 10 > most * 6 and second * 20 < most:
        return "utf-16-be"
    return None


def _in(raw: bytes, encoding: str) -> Decoded | None:
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        text = raw.decode(encoding, "replace")
        if text.count("\ufffd") * 10 > len(text):
            return None
    return None if "\x00" in text else Decoded(text, encoding)


def _is_binary(raw: bytes) -> bool:
    controls = len(raw) - len(raw.translate(None, _CONTROLS))
    return controls * 100 > len(raw)


def _older(raw: bytes, at: int) -> Decoded:
    """Return the text in the encoding that most of its letters fit: damaged UTF-8, or one byte to a letter."""
    text = raw.decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    right = sum(text.count(letter) for letter in "åäöÅÄÖ–”")
    if right > wrong:
        return Decoded(text, "utf-8", sure=False, at=text.index("\ufffd"))
    try:
        return Decoded(raw.decode("cp1252"), "windows-1252", sure=False, at=at)
    except UnicodeDecodeError:
        return Decoded(raw.decode("latin-1"), "latin-1", sure=False, at=at)
