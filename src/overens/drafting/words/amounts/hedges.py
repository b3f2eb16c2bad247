"""The words around a sum -> how near the document says that it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from overens.drafting.model import Hedge
from overens.drafting.words.amounts.patterns import any_of, plain_key
from overens.drafting.words.amounts.words import HedgeWords

_WINDOW = 72


class HedgeRead(NamedTuple):
    """How near a sum is said to be, in which words, and where they begin."""

    hedge: Hedge
    words: str
    start: int


@dataclass(frozen=True)
class HedgeGrammar:
    """The words of nearness, ready to look with."""

    words: HedgeWords

    @cached_property
    def _kinds(self) -> dict[str, Hedge]:
        words = self.words
        kinds = {
            Hedge.ABOUT: (*words.about, *words.about_after),
            Hedge.NEARLY: words.nearly,
            Hedge.AT_LEAST: (*words.at_least, *words.at_least_after),
            Hedge.AT_MOST: (*words.at_most, *words.at_most_after),
        }
        return {plain_key(phrase): kind for kind, phrases in kinds.items() for phrase in phrases}

    @cached_property
    def single_words(self) -> frozenset[str]:
        """The words of nearness that are one word each."""
        return frozenset(phrase for phrase in self._kinds if " " not in phrase)

    @cached_property
    def _before(self) -> re.Pattern[str]:
        words = self.words
        hedges = any_of((*words.at_least, *words.nearly, *words.about, *words.at_most))
        return re.compile(
            rf"(?<![\w-])(?P<hedge>{hedges})(?:(?:\s{{1,2}}|,\s){any_of(words.between)}){{0,3}}\s{{0,2}}[(*[]{{0,3}}\Z",
            re.IGNORECASE,
        )

    @cached_property
    def _after(self) -> re.Pattern[str]:
        words = self.words
        hedges = any_of((*words.at_least_after, *words.about_after, *words.at_most_after))
        return re.compile(rf",?\s{{1,2}}\(?(?P<hedge>{hedges})(?!\w)", re.IGNORECASE)

    def before(self, text: str, floor: int, start: int) -> HedgeRead | None:
        """Return the hedge that ends at a place, or None."""
        found = self._before.search(text, max(floor, start - _WINDOW), start)
        return self._read(found) if found else None

    def after(self, text: str, end: int, stop: int) -> HedgeRead | None:
        """Return the hedge that follows a sum, or None."""
        found = self._after.match(text, end, min(stop, end + _WINDOW))
        return self._read(found) if found else None

    def _read(self, found: re.Match[str]) -> HedgeRead:
        words = " ".join(found["hedge"].split())
        return HedgeRead(self._kinds[plain_key(words)], words.lower(), found.start())
