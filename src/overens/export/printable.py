"""Words from anyone -> words that the fonts of a document hold, in lines that can be broken."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

NOT_HELD = "□"
"""Stands for a sign that no font of the document holds."""
AS_THEY_ARE = ("address", "href", "qr", "whole_run")
"""What is followed or compared, so that nothing may be put into it: lines break in it anyway, or it is a line of its own."""
LONGEST_UNBROKEN = 30
"""Signs in a row without a place to break the line, before one is made."""

_ZERO_WIDTH_SPACE = "\u200b"
_HELD = (
    " -~\u00a0-\u00ac\u00ae-\u024f\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce\u0400-\u0477\u048c-\u04c4\u04d0-\u04f9"
    "\u1e00-\u1eff\u2010-\u2027\u202f-\u2037\u2039-\u203e\u2044\u20ac\u2116\u2122\u2153-\u215e\u2190-\u2199\u2200-\u220d"
    "\u220f-\u222e\u2248\u2260-\u2262\u2264\u2265\u25a0\u25a1"
)
"""The signs that the upright, the bold and the slanted font all hold; a test sets every one of them."""
_NOT_HELD = re.compile(f"[^{_HELD}]")
_UNSEEN = re.compile(r"[^\S\u00a0\u202f]+")
_LONG = re.compile(rf"[^\s\u00a0-]{{{LONGEST_UNBROKEN}}}(?=\S)")


def printable(value: object) -> object:
    r"""Return data with all its words made printable.

    >>> printable({"name": "Håbo 😀", "rows": [1, None, "a\tb"]})
    {'name': 'Håbo □', 'rows': [1, None, 'a b']}
    """
    match value:
        case str():
            return _LONG.sub(lambda long: long[0] + _ZERO_WIDTH_SPACE, _held(value))
        case Mapping():
            return {name: _held(one) if name in AS_THEY_ARE else printable(one) for name, one in value.items()}
        case list() | tuple():
            return [printable(one) for one in value]
        case _:
            return value


def _held(words: str) -> str:
    composed = unicodedata.normalize("NFC", words)
    seen = "".join(" " if sign in "\t\n\r\v\f\u2028\u2029" else sign for sign in composed if _is_seen(sign))
    return _NOT_HELD.sub(NOT_HELD, _UNSEEN.sub(" ", seen))


def _is_seen(sign: str) -> bool:
    """Tell whether a sign is more than an order to what shows it: turned writing, joiners, bells."""
    return sign in "\t\n\r\v\f" or unicodedata.category(sign) not in ("Cc", "Cf", "Cs", "Co", "Cn")
