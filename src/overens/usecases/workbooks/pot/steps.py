"""The steps of a pot's arithmetic, in words and formulas that name each other, before they stand in any sheet."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import TypeAlias

from overens.export.workbook.model import Look, Tone
from overens.vocabulary.wording import Text

Value: TypeAlias = int | Fraction | str | Text | None


@dataclass(frozen=True)
class PotFact:
    """One number or word for the whole pot (uppgift).

    Attributes:
        name: By which formulas call it; empty for what none calls.
        formula: In terms of names in braces: {pott}-{n}*{grund}; {vikt:all} is everyone's. Empty for what is given.
        value: What is given, or what the formula gives.
    """

    name: str
    label: Text
    value: Value
    formula: str = ""
    look: Look = Look.KRONOR
    tone: Tone = Tone.PLAIN
    note: Text | None = None


@dataclass(frozen=True)
class PotField:
    """One number or word for each recipient (fält på pottens blad).

    Attributes:
        formula: In terms of names in braces: {vikt} is the same recipient's, {vikt:all} everyone's,
            {vikt:above} of all down to this one.
        values: In the order of the recipients: what is given, or what the formula gives.
        summed: Whether the column has a total.
    """

    name: str
    heading: Text
    values: tuple[Value, ...]
    formula: str = ""
    look: Look = Look.KRONOR
    tone: Tone = Tone.PLAIN
    summed: bool = False

    @property
    def total(self) -> int | Fraction:
        """The sum of the numbers."""
        return sum(value for value in self.values if isinstance(value, int | Fraction))


@dataclass(frozen=True)
class PotStep:
    """A step of a pot's arithmetic, headed as on the page (steg)."""

    heading: Text
    facts: tuple[PotFact, ...] = ()
    fields: tuple[PotField, ...] = ()
    notes: tuple[Text, ...] = field(default=())
