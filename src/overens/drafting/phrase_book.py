"""Phrases that each say something -> where they stand in a text, and what is said there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import Generic, NamedTuple, TypeVar

from overens.drafting.phrases import phrase_pattern

T = TypeVar("T")
_WORD = re.compile(r"(?<![\w-])\w+")
_EITHER = re.compile(r"\(([^()]*)\)")
_ENDING = re.compile(r"\*\w+")
_KEY = 2
"""How many letters of a phrase's first word it is looked up by."""
_Bucket = tuple[re.Pattern[str], tuple[tuple[T, ...], ...]]
"""A pattern with a group for each of its phrases, and what each group says."""


class Found(NamedTuple, Generic[T]):
    """Where a phrase stands, and everything that it says."""

    start: int
    end: int
    says: tuple[T, ...]


@dataclass(frozen=True)
class PhraseBook(Generic[T]):
    """Phrases and what each says. Each word of a text is looked up once, however many phrases there are.

    >>> book = PhraseBook((("öronmärk*", "flagga"), ("av (dessa|de) medel", "del")))
    >>> [found.says for found in book.find("Av dessa medel öronmärks hälften", 0, 32)]
    [('del',), ('flagga',)]
    """

    said: Sequence[tuple[str, T]]

    @cached_property
    def _by_end(self) -> dict[str, tuple[T, ...]]:
        """What is said of any word that ends so ('*verket')."""
        ends: dict[str, tuple[T, ...]] = {}
        for phrase, says in self.said:
            if _ENDING.fullmatch(phrase):
                ends[phrase[1:].lower()] = (*ends.get(phrase[1:].lower(), ()), says)
        return ends

    @cached_property
    def _ends(self) -> tuple[str, ...]:
        return tuple(self._by_end)

    @cached_property
    def _by_start(self) -> dict[str, _Bucket[T]]:
        buckets: dict[str, dict[str, tuple[T, ...]]] = {}
        for phrase, says in self.said:
            if _ENDING.fullmatch(phrase):
                continue
            for plain in _alternatives(phrase.lower()):
                start = plain[:_KEY]
                bucket = buckets.setdefault(start if start.isalpha() and len(start) == _KEY else "", {})
                bucket[plain] = (*bucket.get(plain, ()), says)
        return {start: _bucket(phrases) for start, phrases in buckets.items()}

    def find(self, text: str, start: int, end: int) -> Iterator[Found[T]]:
        """Yield what is found between two places, the longest phrase at each, none within another."""
        buckets, after = self._by_start, start
        anywhere = buckets.get("")
        for word in _WORD.finditer(text, start, end):
            place = word.start()
            if place < after:
                continue
            keyed = _match(buckets.get(text[place : place + _KEY].lower()), text, place, end)
            other = _match(anywhere, text, place, end) or self._ending(word)
            found = other if other and (keyed is None or other.end > keyed.end) else keyed
            if found:
                after = found.end
                yield found

    def _ending(self, word: re.Match[str]) -> Found[T] | None:
        lower = word[0].lower() if self._ends else ""
        if not lower.endswith(self._ends):
            return None
        says = (says for end, says in self._by_end.items() if lower.endswith(end))
        return Found(word.start(), word.end(), next(says))


def _match(bucket: _Bucket[T] | None, text: str, place: int, end: int) -> Found[T] | None:
    match = bucket[0].match(text, place, end) if bucket else None
    return Found(place, match.end(), bucket[1][match.lastindex - 1]) if bucket and match and match.lastindex else None


def _bucket(phrases: Mapping[str, tuple[T, ...]]) -> _Bucket[T]:
    """Return a pattern with one group for each phrase, and what each group says, the longest phrase first."""
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase.replace("*", "")), phrase))
    either = "|".join(f"({phrase_pattern(phrase)})" for phrase in longest_first)
    return re.compile(rf"(?:{either})(?![\w])", re.IGNORECASE), tuple(phrases[phrase] for phrase in longest_first)


def _alternatives(phrase: str) -> Iterator[str]:
    """Yield the phrase once for each way through its '(a|b)'."""
    pieces: Sequence[str] = _EITHER.split(phrase)
    for choice in product(*(piece.split("|") if n % 2 else (piece,) for n, piece in enumerate(pieces))):
        yield " ".join("".join(choice).split())
