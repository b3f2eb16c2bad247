"""A page -> the line and the sentence of the document that a value stands in."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from overens.drafting.model import Span
from overens.drafting.page import Page

_LINE_END = re.compile(r"\r\n?|\n")


@dataclass(frozen=True)
class Places:
    """Where things stand in a document. All positions are in the document as it was read, not in the clean text."""

    page: Page

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(found.end() for found in _LINE_END.finditer(self.page.clean.source))]

    @cached_property
    def _sentences(self) -> list[Span]:
        return [self.page.span(sentence.start, sentence.end) for sentence in self.page.sentences]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [span.start for span in self._sentences]

    def line(self, position: int) -> int:
        """Return the line of the document, counted from 1, as an editor counts."""
        return bisect_right(self._line_starts, position)

    def _index(self, position: int) -> int:
        return bisect_right(self._sentence_starts, position) - 1

    def sentence(self, position: int) -> Span:
        """Return the sentence that the position stands in, or an empty span there where it stands in none."""
        index = self._index(position)
        if index < 0 or self._sentences[index].end <= position:
            return Span(position, position)
        return self._sentences[index]

    def sentence_words(self, position: int) -> str:
        """Return the same sentence as clean text on one line."""
        index = self._index(position)
        if index < 0 or self._sentences[index].end <= position:
            return ""
        sentence = self.page.sentences[index]
        return " ".join(self.page.text[sentence.start : sentence.end].split())
