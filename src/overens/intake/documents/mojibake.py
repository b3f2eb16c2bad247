"""A text -> letters in it that were decoded wrongly, once or twice, with what they once were."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

_LETTERS = "åäöÅÄÖéÉüÜ–—‘’‚“”„•…§€´·½°\u00a0\u00ad\ufeff"
_READ_AS = ("cp1252", "latin-1", "mac_roman", "cp850", "cp437")
_TRUE_LETTERS = re.compile("[åäöÅÄÖ]")
_LOST = "\ufffd"
_CERTAIN = 3
_TRUE_FOR_EACH = 50
_AROUND = 24


class Garbled(NamedTuple):
    """Letters read wrongly: where the first stands, its word as it is and as it was, and how many there are."""

    at: int
    sample: str
    mended: str
    n: int


def find_garbled(text: str) -> Garbled | None:
    """Return the letters that were read wrongly, or None; a few among many true letters may be quoted.

    >>> find_garbled("En Ã¶verenskommelse om 369 miljoner")
    Garbled(at=3, sample='Ã¶verenskommelse', mended='överenskommelse', n=1)
    >>> find_garbled("En överenskommelse på Å–Ä, à la carte") is None
    True
    """
    wrong, leads = _wrong()
    if not any(lead in text for lead in leads):
        return None
    found = list(_pattern().finditer(text))
    true = len(_TRUE_LETTERS.findall(text))
    if not found or (len(found) < _CERTAIN and len(found) * _TRUE_FOR_EACH < true):
        return None
    clearest = next((one for one in found if wrong[one[0]].isalpha()), found[0])
    sample = _word(text, clearest.start(), clearest.end())
    return Garbled(clearest.start(), sample, _pattern().sub(lambda one: wrong[one[0]], sample), len(found))


def lost_letters(text: str) -> tuple[int, str, int] | None:
    """Return where the first letter stands that no longer can be told, its word, and how many there are."""
    at = text.find(_LOST)
    return (at, _word(text, at, at + 1), text.count(_LOST)) if at >= 0 else None


@cache
def _wrong() -> tuple[dict[str, str], tuple[str, ...]]:
    """Return what each letter becomes when its UTF-8 is read as something older, and the signs that these begin with."""
    wrong: dict[str, str] = {}
    for read_as in _READ_AS:
        for letter in _LETTERS:
            once = _misread(letter, read_as)
            wrong.setdefault(once, letter)
            wrong.setdefault(_misread(once, read_as), letter)
    return wrong, tuple(sorted({one[0] for one in wrong}))


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(_wrong()[0], key=len, reverse=True))))


def _misread(text: str, read_as: str) -> str:
    return "".join(_sign(byte, read_as) for byte in text.encode("utf-8"))


def _sign(byte: int, read_as: str) -> str:
    """Return what the byte is in the old table; those that it leaves empty are control signs, as browsers read them."""
    try:
        return bytes((byte,)).decode(read_as)
    except UnicodeDecodeError:
        return chr(byte)


def _word(text: str, start: int, end: int) -> str:
    before = text[max(0, start - _AROUND) : start]
    after = text[end : end + _AROUND]
    return (before.split() if before and not before[-1].isspace() else [""])[-1] + text[start:end] + _first(after)


def _first(after: str) -> str:
    return after.split(maxsplit=1)[0] if after and not after[0].isspace() else ""
