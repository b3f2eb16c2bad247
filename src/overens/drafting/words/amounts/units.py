"""A stretch of text -> its units of money: magnitude and currency, misspelt ones too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from overens.drafting.phrases import compile_phrases
from overens.drafting.words.amounts.patterns import any_of, plain_key
from overens.drafting.words.amounts.words import UnitWords

_LETTERS = "abcdefghijklmnopqrstuvwxyzåäö"
_NEXT = re.compile(r"[ \n]{1,2}(?P<word>[^\W\d_]+)(?!\w)|[ \n]{0,2}(?P<sign>[^\w\s])")
_WORD_BEFORE = re.compile(r"(?<!\w)[^\W\d_]{5,11}\s\Z")
_BROKEN = r"(?:-[ ]?)?"
_BREAKABLE = 5


class UnitRead(NamedTuple):
    """A unit in the clean text.

    Attributes:
        size: What one of it is worth in kronor.
        has_currency: Whether it says that it is money, by itself.
        literal: Whether it is spelt as it should be.
    """

    start: int
    end: int
    size: int
    has_currency: bool
    literal: bool = True


@dataclass(frozen=True)
class UnitGrammar:
    """The words of units, ready to look with."""

    words: UnitWords

    @cached_property
    def _sizes(self) -> dict[str, int]:
        words = self.words
        return {
            plain_key(word): int(size) for word, size in (words.sizes | words.money_sizes | words.small_sizes).items()
        }

    @cached_property
    def _money_sizes(self) -> frozenset[str]:
        return frozenset(self.words.money_sizes)

    @cached_property
    def _misspelt(self) -> dict[str, str]:
        """What a word that is one letter wrong should be."""
        right = {*self._sizes, *self.words.currency, *self.words.not_misspelt}
        wrong = {odd: word for word in self.words.misspelt for odd in _one_letter_wrong(word)}
        return {odd: word for odd, word in wrong.items() if odd not in right}

    @cached_property
    def _unit(self) -> re.Pattern[str]:
        words = self.words
        currency = _breakable(words.currency)
        sizes = _breakable((*words.sizes, *words.money_sizes))
        stems = any_of(word for word in words.sizes if len(word) > 4 and word[-1] != "s")
        tails = "(?:" + "|".join(re.escape(word.removesuffix("*")) + r"[^\W\d_]*" for word in words.compounds) + ")"
        return re.compile(
            rf"(?<![^\W\d_])(?<![^\W\d_]-)(?:(?P<size>{sizes})(?!\w)(?:\.?\s{{1,2}}(?P<with>{currency})(?!\w))?"
            rf"|(?P<small>{any_of(words.small_sizes)})\s{{1,2}}(?P<of>{currency})(?!\w)"
            rf"|(?P<currency>{currency})(?!\w))"
            rf"|(?<=\d)-(?P<compound>{stems})-?s?(?={tails})"
            rf"|(?<=\d)[ ]?(?P<sign>{any_of(words.signs)})(?!\w)"
            rf"|(?<=\d[ \n])(?P<odd>[^\W\d_]{{5,9}}+)(?!\w)",
            re.IGNORECASE,
        )

    @cached_property
    def _doubled(self) -> re.Pattern[str]:
        return re.compile(rf"\s{{1,2}}{any_of(self.words.currency)}(?!\w)", re.IGNORECASE)

    @cached_property
    def _goes_on(self) -> re.Pattern[str]:
        return compile_phrases(self.words.goes_on)

    @cached_property
    def _counted(self) -> frozenset[str]:
        return frozenset((*self.words.counted, *self.words.foreign))

    def find(self, text: str, start: int, end: int) -> Iterator[UnitRead]:
        """Yield the units in a stretch of the clean text, whatever stands before them."""
        for found in self._unit.finditer(text, start, end):
            if found["odd"] is not None:
                right = self._misspelt.get(found["odd"].casefold())
                if right is None:
                    continue
                size = self._sizes.get(right, 1)
                unit = UnitRead(found.start(), found.end(), size, right not in self._sizes, literal=False)
            elif found["compound"] is not None:
                size = self._sizes[plain_key(found["compound"])]
                yield UnitRead(found.start(), found.end("compound"), size, has_currency=True)
                continue
            else:
                unit = self._read(found)
            yield self._with_currency(text, unit, end)

    def misspelt_size(self, text: str, floor: int, unit: UnitRead) -> UnitRead | None:
        """Return the unit with the misspelt magnitude that stands before its currency, or None."""
        before = _WORD_BEFORE.search(text, max(floor, unit.start - 14), unit.start)
        right = self._misspelt.get(before[0].strip().casefold()) if before else None
        if before is None or right is None or right not in self._sizes:
            return None
        return unit._replace(start=before.start(), size=self._sizes[right], literal=False)

    def is_money(self, text: str, unit: UnitRead, end: int) -> bool:
        """Tell whether what follows a unit without currency leaves it money, or is what is counted."""
        if unit.has_currency:
            return True
        found = _NEXT.match(text, unit.end, end)
        if found is None:
            return True
        word = found["word"] or found["sign"]
        if word.casefold() in self._counted:
            return False
        return found["word"] is None or word[0].isupper() or self._goes_on.fullmatch(word) is not None

    def _read(self, found: re.Match[str]) -> UnitRead:
        if found["sign"] is not None:
            return UnitRead(found.start("sign"), found.end(), 1, has_currency=True)
        printed = found["size"] or found["small"]
        currency = found["with"] or found["of"] or found["currency"]
        key = _mended(printed) if printed else ""
        right = "-" not in (printed or "") + (currency or "") and not (currency and key in self._money_sizes)
        return UnitRead(
            found.start(), found.end(), self._sizes.get(key, 1), bool(currency) or key in self._money_sizes, right
        )

    def _with_currency(self, text: str, unit: UnitRead, end: int) -> UnitRead:
        """Return the unit with a misspelt or doubled currency after it."""
        if not unit.has_currency:
            found = _NEXT.match(text, unit.end, end)
            right = self._misspelt.get(found["word"].casefold()) if found and found["word"] else None
            if found is None or right is None or right in self._sizes:
                return unit
            unit = unit._replace(end=found.end(), has_currency=True, literal=False)
        if doubled := self._doubled.match(text, unit.end, end):
            unit = unit._replace(end=doubled.end(), literal=False)
        return unit


def _breakable(words: tuple[str, ...]) -> str:
    """Return a pattern of any of the words, in which a long one may be broken by a hyphen."""
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(_letters(word) for word in longest_first) + ")"


def _letters(word: str) -> str:
    if len(word) < _BREAKABLE or " " in word:
        return any_of([word])
    return _BROKEN.join(map(re.escape, word))


def _mended(printed: str) -> str:
    return plain_key(re.sub(r"- ?", "", printed))


def _one_letter_wrong(word: str) -> set[str]:
    """Return every word that is one letter away: left out, too many, wrong, or two that changed places."""
    cuts = [(word[:n], word[n:]) for n in range(len(word) + 1)]
    left_out = {a + b[1:] for a, b in cuts if b}
    swapped = {a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1}
    wrong = {a + c + b[1:] for a, b in cuts if b for c in _LETTERS}
    too_many = {a + c + b for a, b in cuts for c in _LETTERS}
    return (left_out | swapped | wrong | too_many) - {word}
