"""The words of years and clauses -> patterns that tell which years a sum is for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from overens.drafting.phrases import compile_phrases
from overens.drafting.words.amounts.patterns import any_of
from overens.drafting.words.amounts.words import PeriodWords
from overens.drafting.words.amounts.years import YearGrammar


@dataclass(frozen=True)
class PeriodGrammar:
    """The words of periods, ready to look with."""

    words: PeriodWords

    @cached_property
    def years(self) -> YearGrammar:
        """The words of years."""
        return YearGrammar(self.words)

    @cached_property
    def yearly(self) -> re.Pattern[str]:
        """What says that a sum is for each year."""
        signs = any_of(self.words.yearly_slash)
        return re.compile(rf"{compile_phrases(self.words.yearly).pattern}|{signs}(?!\w)", re.IGNORECASE)

    @cached_property
    def then(self) -> re.Pattern[str]:
        """What says that a sum is for the years after those just named."""
        return re.compile(rf"(?<!\w){any_of(self.words.then)}(?!\w)", re.IGNORECASE)

    @cached_property
    def splits(self) -> re.Pattern[str]:
        """What parts the clauses of a sentence; the group 'side' parts off a subordinate one."""
        return re.compile(
            rf"(?<!\w)(?:(?P<side>{any_of(self.words.sides)})|{any_of(self.words.splits)})(?!\w)|[,;](?=\s)|[()]",
            re.IGNORECASE,
        )
