"""What is said of outcomes before their values: source, day, kind, and each indicator with its measure."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from overens.figures.header import BreakHead, FigureSource
from overens.figures.model import FigureKind
from overens.writing.clauses import Clause
from overens.writing.values import Day, FigureName, Words, YesNo


class Measure(StrEnum):
    """How an outcome is measured (mått): as a volume, or as a share with numerator and denominator."""

    VOLUME = "volym"
    SHARE = "andel"

    @property
    def unit(self) -> str:
        """The unit that the figure file is in."""
        return {Measure.VOLUME: "antal", Measure.SHARE: "procent"}[self]


class IndicatorHead(Clause):
    """An indicator (nyckeltal): what it is called, how it is measured, which way is better."""

    name: Words = Field(alias="namn")
    measure: Measure = Field(alias="mått")
    lower_is_better: YesNo | None = Field(None, alias="lägre är bättre")
    breaks: tuple[BreakHead, ...] = Field((), alias="brott")
    sheet: Words | None = Field(None, alias="blad")


class OutcomeHead(Clause):
    """The head of a file of outcomes (utfall): what holds for all the values in it."""

    source: FigureSource = Field(alias="källa")
    known_from: Day = Field(alias="känd från")
    kind: FigureKind = Field(alias="slag")
    licence: Words = Field(alias="licens")
    remark: Words = Field("", alias="anmärkning")
    indicators: dict[FigureName, IndicatorHead] = Field(alias="nyckeltal", min_length=1)
