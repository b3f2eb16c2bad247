"""A document's text -> the same text without what only looks: soft hyphens, odd spaces, broken words; and the way back."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from overens.drafting.model import Span

_ONE_FOR_ONE = str.maketrans(
    dict.fromkeys(
        "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "
    )
    | dict.fromkeys("\u2010\u2011\u2212", "-")
    | dict.fromkeys("\u2012\u2014\u2015", "–")
    | dict.fromkeys("\x0b\x0c\x85\u2028\u2029", "\n")
)
_GONE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_ODD = re.compile(
    f"[{_GONE}]+"
    r"|\r\n?"
    r"|(?<=[a-zåäöé])-[ ]?\r?\n[ ]{0,4}(?=[a-zåäöé])(?!(?:och|eller|samt|respektive|till)\b)"
    r"|[A-Za-z][\u0300-\u036f]"
)
_COMPOSED = {"a\u030a": "å", "a\u0308": "ä", "o\u0308": "ö", "e\u0301": "é", "u\u0308": "ü"}
_COMPOSED |= {pair.capitalize(): letter.upper() for pair, letter in _COMPOSED.items()}


@dataclass(frozen=True)
class CleanText:
    """Text to read rules on, and where each of its characters stood in the document.

    Attributes:
        source: The document as it was read.
        text: The clean text.
        cuts: Positions in the clean text at which something was taken out before, in order.
        gone: For each cut, how many characters of the document are gone in all up to it.
    """

    source: str
    text: str
    cuts: tuple[int, ...]
    gone: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """Return where a stretch of the clean text stands in the document."""
        first = self._position(start)
        return Span(first, first if end <= start else self._position(end - 1) + 1)

    @cached_property
    def _kept_from(self) -> list[int]:
        """Return, for each cut, where in the document what is kept goes on."""
        return [cut + gone for cut, gone in zip(self.cuts, self.gone, strict=True)]

    def index_of(self, position: int) -> int:
        """Return where in the clean text a position of the document is; the next character, if it was taken out."""
        found = bisect_right(self._kept_from, position)
        index = position - (self.gone[found - 1] if found else 0)
        return min(index, self.cuts[found]) if found < len(self.cuts) else index

    def _position(self, index: int) -> int:
        found = bisect_right(self.cuts, index)
        return index + (self.gone[found - 1] if found else 0)


def clean_text(source: str) -> CleanText:
    r"""Return the text without soft hyphens and words broken at line ends, with plain spaces and minus signs.

    >>> clean = clean_text("1\xa0500 kro\xadnor")
    >>> clean.text, clean.span(6, 12)
    ('1 500 kronor', Span(start=6, end=13))
    """
    text = source.translate(_ONE_FOR_ONE)
    pieces: list[str] = []
    cuts: list[int] = []
    gone: list[int] = []
    last = length = lost = 0
    for found in _ODD.finditer(text):
        kept = _kept(found[0])
        before = text[last : found.start()]
        pieces += (before, kept)
        length += len(before) + len(kept)
        last = found.end()
        if len(kept) != len(found[0]):
            lost += len(found[0]) - len(kept)
            cuts.append(length)
            gone.append(lost)
    pieces.append(text[last:])
    return CleanText(source, "".join(pieces), tuple(cuts), tuple(gone))


def _kept(odd: str) -> str:
    """Return what stays of something odd: a line break, a letter with its dots, or nothing."""
    if odd[0] == "\r":
        return "\n"
    if odd[0] in _GONE or odd[0] == "-":
        return ""
    return _COMPOSED.get(odd, odd)
