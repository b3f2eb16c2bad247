"""Part 4 of a pot's rule: performance (prestation), the kinds that occur, validated here and mostly computed later."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field, Tag

from overens.agreement.rules import FigureRef
from overens.writing.clauses import Clause
from overens.writing.values import (
    Count,
    Day,
    FigureName,
    Kr,
    MaybeNumber,
    MaybeShare,
    Words,
    by_key,
)


class Measured(Clause):
    """When performance is measured (mäts)."""

    start: Day = Field(alias="från")
    end: Day = Field(alias="till")
    every: Words | None = Field(None, alias="varje")


class Requirement(Clause):
    """A performance requirement (krav): better than a comparison, or at least a level; its share of the pot."""

    indicator: Words = Field(alias="nyckeltal")
    better_than: Words | None = Field(None, alias="bättre än")
    or_at_least: MaybeNumber | None = Field(None, alias="eller minst")
    share: MaybeShare = Field(alias="andel av potten")


class GivenEarned(Clause):
    """What each recipient earned (intjänat), given as a table in kronor."""

    figure: FigureName = Field(alias="intjänat")
    measured_on: Day | None = Field(None, alias="per")
    measured: Measured | None = Field(None, alias="mäts")


class Requirements(Clause):
    """Requirements, each its own share of the pot (krav). Validated here, not yet computed."""

    requirements: tuple[Requirement, ...] = Field(alias="krav", min_length=1)
    measured: Measured | None = Field(None, alias="mäts")


class Step(Clause):
    """A step: from this value on, this share or sum."""

    start: MaybeNumber = Field(alias="från")
    share: MaybeShare | None = Field(None, alias="andel")
    amount: Kr | None = Field(None, alias="belopp")


class Ladder(Clause):
    """An improvement ladder (trappa): graded shares of the ceiling. Validated here, not yet computed."""

    indicator: Words = Field(alias="trappa")
    steps: tuple[Step, ...] = Field((), alias="steg")
    measured: Measured | None = Field(None, alias="mäts")


class UnitPrice(Clause):
    """One kind of act and its price (styckpris)."""

    what: Words = Field(alias="vad")
    price: Kr = Field(alias="pris")
    above: FigureRef | None = Field(None, alias="utöver")


class UnitPrices(Clause):
    """Price × max(0, volume − baseline), up to a ceiling (styckpriser). Validated here, not yet computed."""

    prices: tuple[UnitPrice, ...] = Field(alias="styckpriser", min_length=1)
    ceiling: FigureRef | None = Field(None, alias="tak")
    national_cap: Count | None = Field(None, alias="högst antal i riket")
    measured: Measured | None = Field(None, alias="mäts")


class StepTable(Clause):
    """A sum for each size of change (stegtabell). Validated here, not yet computed."""

    indicator: Words = Field(alias="stegtabell")
    steps: tuple[Step, ...] = Field(alias="steg", min_length=1)
    measured: Measured | None = Field(None, alias="mäts")


class NamedLevels(Clause):
    """Named performance levels (nivåer), lowest first. Validated here, not yet computed."""

    levels: tuple[Words, ...] = Field(alias="nivåer", min_length=2)
    measured: Measured | None = Field(None, alias="mäts")


class UnknownPerformance(Clause):
    """Performance whose requirements are not found (ej funnet); not computed."""

    shorthand: ClassVar[str | None] = "ej funnet"

    reason: Words = Field(alias="ej funnet")
    measured: Measured | None = Field(None, alias="mäts")


Performance = Annotated[
    Annotated[GivenEarned, Tag("§earned")]
    | Annotated[Requirements, Tag("§requirements")]
    | Annotated[Ladder, Tag("§ladder")]
    | Annotated[UnitPrices, Tag("§unit_prices")]
    | Annotated[StepTable, Tag("§step_table")]
    | Annotated[NamedLevels, Tag("§levels")]
    | Annotated[UnknownPerformance, Tag("§unknown")],
    by_key(
        "prestation",
        {
            "intjänat": "§earned",
            "krav": "§requirements",
            "trappa": "§ladder",
            "styckpriser": "§unit_prices",
            "stegtabell": "§step_table",
            "nivåer": "§levels",
            "ej funnet": "§unknown",
        },
        {"ej funnet": "§unknown"},
    ),
]
