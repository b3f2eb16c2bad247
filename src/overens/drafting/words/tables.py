"""The words of tables (sprak/tabeller.yaml): totals, headings, units, and how the names of recipients are written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from re import Pattern
from typing import NamedTuple

from pydantic import Field

from overens.drafting.model import Unit
from overens.drafting.phrases import compile_phrases
from overens.vocabulary.names import fold
from overens.writing.clauses import Clause
from overens.writing.values import Words

_LONGEST_SPELT = 60
_LONGEST_HEADING = 400
_SIGNS = "():;.,*[]"


class TableWords(Clause):
    """What sprak/tabeller.yaml says."""

    totals: tuple[Words, ...] = Field(alias="summarader")
    subtotals: tuple[Words, ...] = Field(alias="delsummor")
    totals_of: tuple[Words, ...] = Field(alias="summan_av")
    name_heads: tuple[Words, ...] = Field(alias="namnkolumn")
    code_heads: tuple[Words, ...] = Field(alias="kodkolumn")
    no_values: tuple[Words, ...] = Field(alias="utan_värde")
    municipal_heads: tuple[Words, ...] = Field(alias="kommunkolumn")
    no_number: tuple[Words, ...] = Field(alias="inget_tal")
    roughly: tuple[Words, ...] = Field(alias="ungefär")
    name_then_number: tuple[Words, ...] = Field(alias="namn_sedan_tal")
    number_then_name: tuple[Words, ...] = Field(alias="tal_sedan_namn")
    kronor: tuple[Words, ...] = Field(alias="kronor")
    thousands: tuple[Words, ...] = Field(alias="tusental_kronor")
    millions: tuple[Words, ...] = Field(alias="miljoner_kronor")
    billions: tuple[Words, ...] = Field(alias="miljarder_kronor")
    millions_of_euro: tuple[Words, ...] = Field(alias="miljoner_euro")
    euro: tuple[Words, ...] = Field(alias="hela_euro")
    percent: tuple[Words, ...] = Field(alias="procent")
    persons: tuple[Words, ...] = Field(alias="personer")
    count: tuple[Words, ...] = Field(alias="antal")
    of_money: tuple[Words, ...] = Field(alias="pengar")
    unit_after: tuple[Words, ...] = Field(alias="enhet_efter")
    equal_parts: tuple[Words, ...] = Field(alias="lika_delar")
    numbers_of_parts: tuple[Words, ...] = Field(alias="delarnas_antal")
    county_names: tuple[Words, ...] = Field(alias="länsnamn")
    municipal_names: tuple[Words, ...] = Field(alias="kommunnamn")
    other_names: tuple[Words, ...] = Field(alias="andra_namn")


class Measure(NamedTuple):
    """A unit as printed, and what to multiply by to get numbers in the unit of the model (miljarder: Mkr, 1000)."""

    unit: Unit
    factor: Fraction


_MEASURES = {
    "kronor": Measure(Unit.KR, Fraction(1)),
    "thousands": Measure(Unit.TKR, Fraction(1)),
    "millions": Measure(Unit.MKR, Fraction(1)),
    "billions": Measure(Unit.MKR, Fraction(1000)),
    "millions_of_euro": Measure(Unit.MEUR, Fraction(1)),
    "euro": Measure(Unit.MEUR, Fraction(1, 1_000_000)),
    "percent": Measure(Unit.PERCENT, Fraction(1)),
    "persons": Measure(Unit.PERSONS, Fraction(1)),
    "count": Measure(Unit.COUNT, Fraction(1)),
}


class UnitSigns(NamedTuple):
    """Words that name a unit, where they stand in the text they were found in."""

    words: str
    measure: Measure
    start: int
    end: int


@dataclass(frozen=True)
class TableGrammar:
    """The same, ready to look with."""

    words: TableWords

    @cached_property
    def _totals(self) -> frozenset[str]:
        return frozenset(map(fold, self.words.totals))

    @cached_property
    def _subtotals(self) -> frozenset[str]:
        return frozenset(map(fold, self.words.subtotals))

    @cached_property
    def _first_of_totals(self) -> frozenset[str]:
        return frozenset(word.split()[0].casefold() for word in (*self.words.totals, *self.words.subtotals))

    @cached_property
    def _totals_of(self) -> frozenset[str]:
        return frozenset(map(fold, self.words.totals_of))

    @cached_property
    def _no_number(self) -> frozenset[str]:
        return frozenset(word.casefold() for word in self.words.no_number)

    @cached_property
    def _heads(self) -> dict[str, str]:
        kinds = {
            "name": self.words.name_heads,
            "none": self.words.no_values,
            "code": self.words.code_heads,
        }
        return {fold(word): kind for kind, words in kinds.items() for word in words}

    @cached_property
    def _municipal(self) -> frozenset[str]:
        return frozenset(map(fold, self.words.municipal_heads))

    @cached_property
    def _measures(self) -> dict[str, Measure]:
        return {
            word.casefold(): measure
            for field, measure in _MEASURES.items()
            for word in getattr(self.words, field)
            if "*" not in word
        }

    @cached_property
    def _unit_phrases(self) -> Pattern[str]:
        return _signs_too([word for field in _MEASURES for word in getattr(self.words, field)])

    @cached_property
    def _open_units(self) -> tuple[tuple[Measure, Pattern[str]], ...]:
        return tuple((measure, _signs_too(getattr(self.words, field))) for field, measure in _MEASURES.items())

    @cached_property
    def unit_after(self) -> Pattern[str]:
        """What stands just before words that tell the unit of a table, at the end of what is before them."""
        words = "|".join(re.escape(word) for word in sorted(self.words.unit_after, key=len, reverse=True))
        return re.compile(rf"(?:^|[(,:;]|\b(?:{words}))\s?$", re.IGNORECASE)

    @cached_property
    def money(self) -> Pattern[str]:
        """Words in a heading over sums of money whose unit it does not say."""
        return compile_phrases(self.words.of_money)

    @cached_property
    def roughly(self) -> Pattern[str]:
        """A hedge first in a cell."""
        words = "|".join(re.escape(word) for word in sorted(self.words.roughly, key=len, reverse=True))
        return re.compile(rf"(?:{words})\s", re.IGNORECASE)

    @cached_property
    def hedge_last(self) -> Pattern[str]:
        """A hedge last in what stands before a number."""
        words = "|".join(re.escape(word) for word in sorted(self.words.roughly, key=len, reverse=True))
        return re.compile(rf"[\s:](?:{words})$", re.IGNORECASE)

    @cached_property
    def links(self) -> Pattern[str]:
        """Words between a name and its number, last in what stands before the number."""
        words = "|".join(re.escape(word) for word in sorted(self.words.name_then_number, key=len, reverse=True))
        return re.compile(rf"\s(?:{words})$", re.IGNORECASE)

    @cached_property
    def back_links(self) -> Pattern[str]:
        """Words between a number and its name."""
        words = "|".join(re.escape(word) for word in sorted(self.words.number_then_name, key=len, reverse=True))
        return re.compile(rf"\s(?:{words})\s", re.IGNORECASE)

    @cached_property
    def equal_parts(self) -> Pattern[str]:
        """How many equal parts a sum is divided into; the first group is the number's word."""
        numbers = "|".join(map(re.escape, self.words.numbers_of_parts))
        parts = "|".join(map(re.escape, self.words.equal_parts))
        return re.compile(rf"\b({numbers})\s(?:{parts})\b", re.IGNORECASE)

    def parts(self, word: str) -> int:
        """Return the number that the word is, counted from two."""
        return [one.casefold() for one in self.words.numbers_of_parts].index(word.casefold()) + 2

    def is_total(self, name: str) -> bool:
        """Tell whether a row with the name is the sum of the others."""
        return self._is(name, self._totals)

    def is_subtotal(self, name: str) -> bool:
        """Tell whether a row with the name sums some of the others."""
        return self._is(name, self._subtotals)

    def _is(self, name: str, among: frozenset[str]) -> bool:
        first = name[:_LONGEST_SPELT].strip(_SIGNS).partition(" ")[0].strip(_SIGNS).casefold()
        if first not in self._first_of_totals or len(name) > _LONGEST_SPELT:
            return False
        words = plain_name(name)
        if words in among:
            return True
        parts = words.split()
        return any(
            " ".join(parts[:n]) in among and " ".join(parts[n:]) in self._totals_of
            for n in range(1, min(len(parts), 4))
        )

    def is_no_number(self, words: str) -> bool:
        """Tell whether a cell says that there is no number ('–', '<5', 'uppgift saknas')."""
        return words.casefold() in self._no_number or (words[:1] in ("<", ">") and len(words) < _LONGEST_SPELT)

    def head_kind(self, words: str) -> str:
        """Return what a heading says of its column: 'name', 'code', 'none' (no values) or ''."""
        return self._heads.get(plain_name(words), "") if len(words) < _LONGEST_SPELT else ""

    def is_municipal(self, words: str) -> bool:
        """Tell whether a heading says that the names are of municipalities."""
        return len(words) < _LONGEST_SPELT and plain_name(words) in self._municipal

    def measure(self, words: str) -> Measure | None:
        """Return the unit that the words are and nothing else ('(mnkr)', 'kronor'), or None."""
        bare = words.strip(" ()[]").casefold()
        return self._measures.get(bare) or self._measures.get(bare.rstrip(".:"))

    def find_unit(self, words: str) -> UnitSigns | None:
        """Return the unit that a heading names: the longest, or the first of those as long."""
        return max(self.find_units(words), key=lambda one: (_kind(one), len(one.words), -one.start), default=None)

    def find_units(self, words: str) -> list[UnitSigns]:
        """Return the units that the words name, sums of money in them aside."""
        return [
            UnitSigns(match[0], self._measure_like(match[0]), match.start(), match.end())
            for match in self._unit_phrases.finditer(words[:_LONGEST_HEADING])
            if not words[: match.start()].rstrip(" ")[-1:].isdigit()
        ]

    def _measure_like(self, words: str) -> Measure:
        """Return the unit of words found as one of the phrases."""
        exact = self._measures.get(" ".join(words.casefold().split()))
        return exact or next(measure for measure, pattern in self._open_units if pattern.fullmatch(words))


def plain_name(name: str) -> str:
    """Return the name folded, without brackets and signs around words.

    >>> plain_name("**Summa:** (kr)")
    'summa kr'
    """
    return fold(name.translate(str.maketrans(_SIGNS, " " * len(_SIGNS))))


def _kind(found: UnitSigns) -> int:
    """Return how much words for a unit say when others stand beside them: percent and numbers of things before money."""
    if found.measure.unit in (Unit.PERCENT, Unit.COUNT, Unit.PERSONS) and found.start == 0:
        return 2
    return 1 if found.measure.unit not in (Unit.COUNT, Unit.PERSONS) else 0


def _signs_too(phrases: Sequence[str]) -> Pattern[str]:
    """Return the phrases as a pattern; those that are only a sign ('%', '€') need no border."""
    signs = [phrase for phrase in phrases if not phrase[0].isalnum()]
    words = compile_phrases(phrase for phrase in phrases if phrase[0].isalnum())
    return re.compile("|".join([words.pattern, *map(re.escape, signs)]), re.IGNORECASE)
