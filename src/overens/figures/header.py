"""The head of a figure file: what the values are, and for each date their source and kind."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from overens.figures.model import FigureKind
from overens.vocabulary.recipients import RecipientKind
from overens.writing.clauses import Clause
from overens.writing.values import Day, FigureName, Number, Words, YesNo


class Recipients(StrEnum):
    """For whom a figure file has values (mottagare)."""

    REGIONS = "regioner"
    MUNICIPALITIES = "kommuner"
    COUNTIES = "län"

    @property
    def kind(self) -> RecipientKind:
        """The kind of recipient."""
        return {
            Recipients.REGIONS: RecipientKind.REGION,
            Recipients.MUNICIPALITIES: RecipientKind.MUNICIPALITY,
            Recipients.COUNTIES: RecipientKind.AREA,
        }[self]


class FigureSource(Clause):
    """Who published the values, and where."""

    shorthand: ClassVar[str | None] = "titel"

    title: Words = Field(alias="titel")
    publisher: Words = Field("", alias="utgivare")
    address: Words = Field("", alias="adress")


class SeriesHead(Clause):
    """What is known about the values of one date, or of each month from one to another."""

    kind: FigureKind = Field(alias="slag")
    source: FigureSource = Field(alias="källa")
    derived_from: tuple[FigureName, ...] = Field((), alias="löst ur")
    date_inferred: YesNo = Field(False, alias="datum härlett")
    known_from: Day | None = Field(None, alias="känd från")
    total: Number | None = Field(None, alias="summa")
    rounded_to: Number | None = Field(None, alias="avrundat till")
    national: Number | None = Field(None, alias="riket")
    remark: Words = Field("", alias="anmärkning")


class BreakHead(Clause):
    """From when values are not comparable with those before (brott), and why."""

    shorthand: ClassVar[str | None] = "från"

    since: Day = Field(alias="från")
    remark: Words = Field("", alias="anmärkning")


class Plausible(Clause):
    """The least and the greatest value that can be true."""

    least: Number | None = Field(None, alias="minst")
    greatest: Number | None = Field(None, alias="högst")


class FigureHead(Clause):
    """The head of a figure file (underlag)."""

    id: FigureName
    name: Words = Field(alias="namn")
    unit: Words = Field(alias="enhet")
    recipients: Recipients = Field(alias="mottagare")
    licence: Words = Field(alias="licens")
    lower_is_better: YesNo | None = Field(None, alias="lägre är bättre")
    breaks: tuple[BreakHead, ...] = Field((), alias="brott")
    plausible: Plausible = Field(Plausible(), alias="rimligt")
    remark: Words = Field("", alias="anmärkning")
    series: dict[Annotated[str, Field(min_length=4)], SeriesHead] = Field(alias="serier", min_length=1)
