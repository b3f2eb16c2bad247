"""The words around a sum -> what it is counted per, if it is a price."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from overens.drafting.words.amounts.patterns import any_of
from overens.drafting.words.amounts.words import PerUnitWords

_WINDOW = 80
_BEFORE = 80


@dataclass(frozen=True)
class PerUnitGrammar:
    """The words of prices, ready to look with."""

    words: PerUnitWords

    @cached_property
    def _after(self) -> re.Pattern[str]:
        words = self.words
        signs = any_of(word for word in words.per if not word[0].isalpha())
        per = any_of(word for word in words.per if word[0].isalpha())
        unit = rf"(?!{any_of(words.no_unit)}(?!\w))(?P<unit>[^\W\d_]+(?:-[^\W\d_]+)*)"
        skipped = rf"(?:\s{any_of(words.skipped)})?+"
        between = r"(?:\s(?!\d)[\w-]{1,20}){0,2}?"
        return re.compile(
            rf"{skipped}(?:{between},?\s(?P<alone>{any_of(words.alone)})(?!\w)(?!\s\d)|(?:{between}\s{per}\s|\s?{signs}\s?){unit})",
            re.IGNORECASE,
        )

    @cached_property
    def _every(self) -> re.Pattern[str]:
        words = self.words
        return re.compile(
            rf"(?<!\w){any_of(words.every)}\s(?!{any_of(words.no_unit)}(?!\w))(?P<unit>[^\W\d_]+(?:-[^\W\d_]+)*)"
            rf"\s{any_of(words.gets)}(?:\s(?!\d)[^\W\d_]{{1,20}}){{0,5}}\s\Z",
            re.IGNORECASE,
        )

    def find(self, text: str, floor: int, start: int, end: int, stop: int) -> str:
        """Return the words that a sum is counted per ("dos", "region", "vardera"), or "".

        Args:
            text: The clean text.
            floor: Where the sum before or the sentence ends.
            start: Where the sum begins.
            end: Where it ends.
            stop: Where the next sum or the end of the sentence begins.
        """
        if found := self._after.match(text, end, min(stop, end + _WINDOW)):
            return (found["alone"] or found["unit"]).casefold()
        found = self._every.search(text, max(floor, start - _BEFORE), start)
        return found["unit"].casefold() if found else ""
