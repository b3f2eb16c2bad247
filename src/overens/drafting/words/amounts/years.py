"""A sentence -> the years that it names, and how it names them: from, until, in each of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from overens.drafting.words.amounts.patterns import any_of, ends_with, plain_key
from overens.drafting.words.amounts.words import PeriodWords

_WINDOW = 60
_A_YEAR = re.compile(r"(?:19|20)\d\d")
_YEAR = r"(?:19|20)\d\d(?![\w/])(?![:.,]\d)"


class YearCue(NamedTuple):
    """Years as a sentence names them.

    Attributes:
        years: The years that stand there, one or more; first and last bound the period.
        is_open: Whether it goes on without an end.
        is_end: Whether only the last year is said ("till och med 2026").
        each: Whether the sum is for each of the years ("2024 respektive 2025").
        of_budget: Whether it is the year of a budget ("i budgetpropositionen för 2025"), and money in it may be for others.
    """

    start: int
    end: int
    years: tuple[int, ...]
    is_open: bool = False
    is_end: bool = False
    each: bool = False
    of_budget: bool = False


@dataclass(frozen=True)
class YearGrammar:
    """The words of years, ready to look with."""

    words: PeriodWords

    @cached_property
    def _named(self) -> re.Pattern[str]:
        words = self.words
        first = rf"(?:{any_of(words.first)}\s)*+"
        joins = any_of(word for word in (*words.to, *words.several) if word[0].isalpha())
        signs = any_of(word for word in (*words.to, *words.several) if not word[0].isalpha())
        then = rf"(?:\s?{signs}\s?|,?\s{joins}\s)"
        return re.compile(
            rf"(?<![\w:/.,§-])(?:(?P<since>{any_of(words.since)})\s{first}|(?P<until>{any_of(words.until)})\s{first})?"
            rf"(?P<years>{_YEAR}(?:{then}{first}{_YEAR})*+)(?P<onwards>,?\s{any_of(words.onwards)}(?!\w))?"
            rf"|(?<!\w)(?P<relative>{any_of(words.relative)})(?!\w)",
            re.IGNORECASE,
        )

    @cached_property
    def _each(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w){any_of(self.words.each)}(?!\w)", re.IGNORECASE)

    @cached_property
    def _other(self) -> re.Pattern[str]:
        return ends_with(self.words.other_year)

    @cached_property
    def _budget(self) -> re.Pattern[str]:
        return ends_with(self.words.budget_year)

    @cached_property
    def _other_after(self) -> re.Pattern[str]:
        return re.compile(rf"\s{any_of(self.words.other_year_after)}(?!\w)", re.IGNORECASE)

    @cached_property
    def _relative(self) -> dict[str, int]:
        return {plain_key(word): int(years) for word, years in self.words.relative.items()}

    def is_each(self, text: str, start: int, end: int) -> bool:
        """Tell whether what stands there parts things one by one (respektive)."""
        return self._each.search(text, start, end) is not None

    def find(self, text: str, start: int, end: int, this_year: int | None) -> Iterator[YearCue]:
        """Yield the years that may be those of money, in order.

        Args:
            text: The clean text.
            start: Where to begin.
            end: Where to stop.
            this_year: The year that 'i år' means, if known.
        """
        for found in self._named.finditer(text, start, end):
            if self._other.search(text, max(start, found.start() - _WINDOW), found.start()):
                continue
            if found["relative"] is not None:
                if this_year is not None:
                    year = this_year + self._relative[plain_key(found["relative"])]
                    yield YearCue(found.start(), found.end(), (year,))
                continue
            if self._other_after.match(text, found.end(), end):
                continue
            years = tuple(int(year) for year in _A_YEAR.findall(found["years"]))
            yield YearCue(
                found.start(),
                found.end(),
                years,
                is_open=found["onwards"] is not None or (found["since"] is not None and len(years) == 1),
                is_end=found["until"] is not None and len(years) == 1,
                each=self._each.search(found["years"]) is not None,
                of_budget=self._budget.search(text, max(start, found.start() - _WINDOW), found.start()) is not None,
            )
