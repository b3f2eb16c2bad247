"""All words of sums -> one grammar for each kind of words, compiled once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from overens.drafting.words.amounts.hedges import HedgeGrammar
from overens.drafting.words.amounts.numbers import NumberGrammar
from overens.drafting.words.amounts.per_unit import PerUnitGrammar
from overens.drafting.words.amounts.periods import PeriodGrammar
from overens.drafting.words.amounts.units import UnitGrammar
from overens.drafting.words.amounts.words import AmountWords


@dataclass(frozen=True)
class AmountGrammar:
    """All words of sums, ready to look with."""

    words: AmountWords

    @cached_property
    def numbers(self) -> NumberGrammar:
        """The words of numbers."""
        return NumberGrammar(self.words.numbers)

    @cached_property
    def units(self) -> UnitGrammar:
        """The words of units."""
        return UnitGrammar(self.words.units)

    @cached_property
    def hedges(self) -> HedgeGrammar:
        """The words of nearness."""
        return HedgeGrammar(self.words.hedges)

    @cached_property
    def periods(self) -> PeriodGrammar:
        """The words of years."""
        return PeriodGrammar(self.words.periods)

    @cached_property
    def per_unit(self) -> PerUnitGrammar:
        """The words of prices."""
        return PerUnitGrammar(self.words.per_unit)
