"""The digits or words that end at a place -> the number they mean, and whether they are printed as numbers are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from overens.drafting.words.amounts.patterns import any_of, plain_key
from overens.drafting.words.amounts.words import NumberWords

_WINDOW = 56
_MOST_DIGITS = 15
_MOST_DECIMALS = 6
_DIGITS = r"(?<![\w])(?<![^\W\d_]-)(?<!\d[.,:])\d++(?:(?:[ ]{1,2}|\n[ ]{0,4}|[.,])\d++)*+"
_PART = re.compile(r"(\D*)(\d+)")
_WORD = re.compile(r"[^\W\d_]+")
_YEAR = re.compile(r"(?:19|20)\d\d")


class NumberRead(NamedTuple):
    """A number in the clean text.

    Attributes:
        step: What its last digit is worth.
        literal: Whether it is printed as numbers are; if not, it was read as a misprint.
        in_words: Whether it is written in words.
    """

    start: int
    end: int
    value: Fraction
    step: Fraction
    literal: bool = True
    in_words: bool = False


class _Part(NamedTuple):
    between: str
    digits: str
    start: int


@dataclass(frozen=True)
class NumberGrammar:
    """The words of numbers, ready to read with."""

    words: NumberWords

    @cached_property
    def _spelled(self) -> dict[str, Fraction]:
        """Every number in words up to 999."""
        basic = {word: int(value) for word, value in self.words.numerals.items()}
        tens = {word: value for word, value in basic.items() if value >= 20}
        ones = {word: value for word, value in basic.items() if value < 10}
        small = basic | {ten + one: tens[ten] + ones[one] for ten in tens for one in ones}
        hundred = self.words.hundred
        hundreds = {hundred: 100} | {
            one + gap + hundred: 100 * value for one, value in ones.items() for gap in ("", " ")
        }
        whole = small | hundreds | {h + s: hundreds[h] + small[s] for h in hundreds for s in small}
        return {word: Fraction(value) for word, value in whole.items()}

    @cached_property
    def _run(self) -> re.Pattern[str]:
        """Digits, grouped or not, that end where one looks."""
        return re.compile(rf"{_DIGITS}(?P<sign>{any_of(self.words.fraction_signs)})?[ \n]{{0,2}}\Z")

    @cached_property
    def _label(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w){any_of(self.words.labels)}\s?\Z", re.IGNORECASE)

    @cached_property
    def _vague(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w){any_of(self.words.vague)}\s{{1,2}}\Z", re.IGNORECASE)

    @cached_property
    def join(self) -> re.Pattern[str]:
        """What stands after a number that shares the unit of the next."""
        joins = any_of(self.words.joins)
        words = any_of(word for word in self.words.ranges if word.isalpha())
        signs = any_of(word for word in self.words.ranges if not word.isalpha())
        return re.compile(
            rf"(?:(?P<word>,?\s{joins}\s)|(?P<to>\s{words}\s)|(?P<dash>\s?{signs}\s?)|(?P<comma>,\s))\Z", re.IGNORECASE
        )

    @cached_property
    def _opens(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w){any_of(self.words.opens)}\s\Z", re.IGNORECASE)

    def opens_range(self, text: str, floor: int, start: int) -> bool:
        """Tell whether the word before a number begins a range that may fall ('från 80 till 50 miljoner')."""
        return self._opens.search(text, max(floor, start - 12), start) is not None

    def is_label(self, text: str, floor: int, start: int) -> bool:
        """Tell whether what stands before makes a number the number of something."""
        return self._label.search(text, max(floor, start - 20), start) is not None

    def ending_at(self, text: str, floor: int, end: int, *, whole_kronor: bool) -> NumberRead | None:
        """Return the number that ends at a place (white space may follow it), or None.

        Args:
            text: The clean text.
            floor: Nothing before this place belongs to the number.
            end: Where it ends.
            whole_kronor: Whether kronor follow, and no magnitude.
        """
        low = max(floor, end - _WINDOW)
        found = self._run.search(text, low, end)
        if found is not None:
            return self._digits(text, floor, found, whole_kronor)
        return self._in_words(text, low, end)

    def _digits(self, text: str, floor: int, found: re.Match[str], whole_kronor: bool) -> NumberRead | None:
        run = found[0]
        parts = [_Part(p[1], p[2], found.start() + p.start(2)) for p in _PART.finditer(run)]
        end = parts[-1].start + len(parts[-1].digits)
        if sign := found["sign"]:
            last = parts[-1]
            value = int(last.digits[-_MOST_DIGITS:]) + self.words.fraction_signs[sign]
            return NumberRead(last.start, end + 1, value, Fraction(1, 10))
        parts, decimals, literal = _decimals(parts, whole_kronor)
        if not parts:
            return None
        taken = _well_grouped(parts)
        rest = parts[: len(parts) - len(taken)]
        if rest and not self._stands_apart(text, floor, rest, taken, whole_kronor):
            cut = max((n + 1 for n, part in enumerate(rest) if _YEAR.fullmatch(part.digits)), default=0)
            taken, literal = parts[cut:], False
        digits = "".join(part.digits for part in taken)
        if len(digits) > _MOST_DIGITS or len(decimals) > _MOST_DECIMALS:
            return None
        value = int(digits + decimals) * Fraction(1, 10 ** len(decimals))
        return NumberRead(taken[0].start, end, value, Fraction(1, 10 ** len(decimals)), literal)

    def _stands_apart(self, text: str, floor: int, rest: list[_Part], taken: list[_Part], whole_kronor: bool) -> bool:
        """Tell whether digits before a number are a year, or the number of something, and no part of it."""
        first = taken[0]
        if first.digits[0] == "0" and len(first.digits) > 1:
            return False
        return (
            not whole_kronor
            or "," in first.between
            or "\n" in first.between
            or _YEAR.fullmatch(rest[-1].digits) is not None
            or len(rest[-1].digits) > 3
            or self.is_label(text, floor, rest[-1].start)
        )

    def _in_words(self, text: str, low: int, end: int) -> NumberRead | None:
        words = list(_WORD.finditer(text, low, end))[-4:]
        if not words or text[words[-1].end() : end].strip(" \n"):
            return None
        stop = words[-1].end()
        for word in words:
            start = word.start()
            if start and (text[start - 1].isalnum() or text[start - 1] == "_"):
                continue
            value = self._value(plain_key(text[start:stop]))
            if value is not None:
                vague = self._vague.search(text, max(0, start - 20), start)
                step = Fraction(1) if value.denominator == 1 else Fraction(1, 10)
                return None if vague else NumberRead(start, stop, value, step, in_words=True)
        return None

    def _value(self, key: str) -> Fraction | None:
        """Return what a number in words means, or None."""
        if (value := self._spelled.get(key)) is not None:
            return value
        if (part := self.words.fractions.get(key)) is not None:
            return part
        for tail, part in self.words.added.items():
            if key.endswith(f" {tail}"):
                before = self._spelled.get(key.removesuffix(f" {tail}"))
                return None if before is None else before + part
        if key.endswith(self.words.thousand):
            before = self._spelled.get(key.removesuffix(self.words.thousand).strip())
            return None if before is None else before * 1000
        return None


def _decimals(parts: list[_Part], whole_kronor: bool) -> tuple[list[_Part], str, bool]:
    """Return the groups before the decimal comma, the decimals, and whether they are printed as they should."""
    last = parts[-1]
    if last.between == ".":
        if len(last.digits) == 3 or len(parts) == 1:
            return parts, "", True
        return parts[:-1], last.digits, False
    if last.between != ",":
        return parts, "", True
    alone = len(parts) == 2 and len(parts[0].digits) <= 3
    by_commas = len(parts) > 2 and all(part.between == "," and len(part.digits) == 3 for part in parts[1:])
    if by_commas or (whole_kronor and alone and len(last.digits) == 3):
        return parts, "", False
    return parts[:-1], last.digits, True


def _well_grouped(parts: list[_Part]) -> list[_Part]:
    """Return the longest end of the groups that is one number: threes, and up to three digits first."""
    first = len(parts) - 1
    while first and len(parts[first].digits) == 3 and len(parts[first - 1].digits) <= 3:
        first -= 1
    return parts[first:]
