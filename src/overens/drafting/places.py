"""A page -> the line and the sentence of the document that a value stands in."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from overens.drafting.model import Span
from overens.drafting.page import Page

_LINE_END = re.compile(r"\r\n?|\n")
_AROUND = 500
"""Characters quoted on each side of a value in a sentence without end: thousands of sums may stand in one."""


@dataclass(frozen=True)
class Places:
    """Where things stand in a document. All positions are in the document as it was read, not in the clean text."""

    page: Page

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(found.end() for found in _LINE_END.finditer(self.page.clean.source))]

    def line(self, position: int) -> int:
        """Return the line of the document, counted from 1, as an editor counts."""
        return bisect_right(self._line_starts, position)

    def sentence(self, span: Span) -> Span:
        """Return the sentence that a value stands in, or an empty span there where it stands in none.

        A value that goes on over the end of a line that was taken for a sentence has both.
        """
        held = self._held(span)
        return self.page.span(*held) if held else Span(span.start, span.start)

    def sentence_words(self, span: Span) -> str:
        """Return the same sentence as clean text on one line; of an endless one, the words around the value."""
        held = self._held(span)
        if held is None:
            return ""
        clean = self.page.clean
        start, end = held
        first = max(start, clean.index_of(span.start) - _AROUND)
        last = min(end, clean.index_of(span.end) + _AROUND)
        words = " ".join(clean.text[first:last].split())
        return f"{'… ' * (first > start)}{words}{' …' * (last < end)}"

    def _held(self, span: Span) -> tuple[int, int] | None:
        """Return where in the clean text the sentence of a value begins and ends, or None."""
        clean = self.page.clean
        at = clean.index_of(span.start)
        sentence = self.page.sentence_at(at)
        if sentence is None or at >= sentence.end:
            return None
        last = self.page.sentence_at(max(at, clean.index_of(span.end) - 1))
        return sentence.start, max(sentence.end, last.end if last is not None else 0)
