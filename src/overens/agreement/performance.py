"""Part 4 of a pot's rule: performance (prestation), the kinds that occur, each naming the outcomes that decide it."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field, Tag

from overens.agreement.rules import FigureRef, MetBy
from overens.figures.header import Plausible
from overens.writing.clauses import Clause
from overens.writing.values import (
    Count,
    Day,
    FigureName,
    Kr,
    MaybeKr,
    MaybeNumber,
    MaybeShare,
    Words,
    by_key,
)


class Measured(Clause):
    """When performance is measured (mäts): from, to, and whether month by month."""

    start: Day = Field(alias="från")
    end: Day = Field(alias="till")
    every: Words | None = Field(None, alias="varje")


class Step(Clause):
    """A step: from this value on, this share or sum."""

    start: MaybeNumber = Field(alias="från")
    share: MaybeShare | None = Field(None, alias="andel")
    amount: Kr | None = Field(None, alias="belopp")


class Requirement(Clause):
    """A performance requirement (krav): better than a comparison, or at least a level; its share of the pot.

    With steps the improvement on the comparison, in the unit of the outcome, gives a graded share.
    """

    indicator: Words = Field(alias="nyckeltal")
    outcome: FigureName | None = Field(None, alias="utfall")
    better_than: Words | None = Field(None, alias="bättre än")
    or_at_least: MaybeNumber | None = Field(None, alias="eller minst")
    or_at_most: MaybeNumber | None = Field(None, alias="eller högst")
    plausible: Plausible | None = Field(None, alias="rimligt")
    share: MaybeShare = Field(alias="andel av potten")
    steps: tuple[Step, ...] = Field((), alias="steg")
    inferred: Words | None = Field(None, alias="härlett")


class GivenEarned(Clause):
    """What each recipient earned (intjänat), given as a table in kronor, or in percent of its own share."""

    figure: FigureName = Field(alias="intjänat")
    measured_on: Day | None = Field(None, alias="per")
    measured: Measured | None = Field(None, alias="mäts")


class Requirements(Clause):
    """Requirements, each its own share of the pot (krav), paid month by month where it is measured so."""

    requirements: tuple[Requirement, ...] = Field(alias="krav", min_length=1)
    measured: Measured | None = Field(None, alias="mäts")


class Ladder(Clause):
    """An improvement ladder (trappa): graded shares of the ceiling by the improvement on a comparison."""

    indicator: Words = Field(alias="trappa")
    outcome: FigureName | None = Field(None, alias="utfall")
    better_than: Words | None = Field(None, alias="bättre än")
    steps: tuple[Step, ...] = Field((), alias="steg")
    measured: Measured | None = Field(None, alias="mäts")


class UnitPrice(Clause):
    """One kind of act and its price (styckpris): what is beyond a baseline, by a table or by earlier outcomes."""

    what: Words = Field(alias="vad")
    price: MaybeKr = Field(alias="pris")
    outcome: FigureName | None = Field(None, alias="utfall")
    above: FigureRef | None = Field(None, alias="utöver")
    better_than: Words | None = Field(None, alias="bättre än")
    share: MaybeShare | None = Field(None, alias="andel av potten")
    inferred: Words | None = Field(None, alias="härlett")


class Shortage(StrEnum):
    """What is done when more is earned than the pot holds (om potten inte räcker)."""

    SCALED = "minskas i proportion"
    NOT_FOUND = "ej funnet"


class UnitPrices(Clause):
    """Price × max(0, volume − baseline), up to a ceiling (styckpriser)."""

    prices: tuple[UnitPrice, ...] = Field(alias="styckpriser", min_length=1)
    ceiling: FigureRef | None = Field(None, alias="tak")
    national_cap: Count | None = Field(None, alias="högst antal i riket")
    shortage: Shortage = Field(Shortage.NOT_FOUND, alias="om potten inte räcker")
    measured: Measured | None = Field(None, alias="mäts")


class StepTable(Clause):
    """A sum for each size of a change (stegtabell): that of the highest step reached."""

    indicator: Words = Field(alias="stegtabell")
    outcome: FigureName | None = Field(None, alias="utfall")
    above: FigureRef | None = Field(None, alias="utöver")
    better_than: Words | None = Field(None, alias="bättre än")
    steps: tuple[Step, ...] = Field(alias="steg", min_length=1)
    shortage: Shortage = Field(Shortage.NOT_FOUND, alias="om potten inte räcker")
    measured: Measured | None = Field(None, alias="mäts")


class VolumeShare(Clause):
    """The whole pot in proportion to a volume, or to its increase (efter volym)."""

    what: Words = Field(alias="efter volym")
    outcome: FigureName | None = Field(None, alias="utfall")
    above: FigureRef | None = Field(None, alias="utöver")
    better_than: Words | None = Field(None, alias="bättre än")
    measured: Measured | None = Field(None, alias="mäts")


class Level(Clause):
    """A named level (nivå): what it gives, and who reached it."""

    shorthand: ClassVar[str | None] = "nivå"

    name: Words = Field(alias="nivå")
    share: MaybeShare | None = Field(None, alias="andel")
    amount: Kr | None = Field(None, alias="belopp")
    reached_by: MetBy | None = Field(None, alias="nådd av")


class NamedLevels(Clause):
    """Named performance levels (nivåer), lowest first; the highest reached counts."""

    levels: tuple[Level, ...] = Field(alias="nivåer", min_length=2)
    shortage: Shortage = Field(Shortage.NOT_FOUND, alias="om potten inte räcker")
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
    | Annotated[VolumeShare, Tag("§volume")]
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
            "efter volym": "§volume",
            "nivåer": "§levels",
            "ej funnet": "§unknown",
        },
        {"ej funnet": "§unknown"},
    ),
]


def outcomes_of(performance: Performance | None) -> tuple[str, ...]:
    """Return the figures that measure the performance, in the order of the file; few rules name any."""
    match performance:
        case Requirements():
            named = [one.outcome for one in performance.requirements]
        case UnitPrices():
            named = [one.outcome for one in performance.prices]
        case Ladder() | StepTable() | VolumeShare():
            named = [performance.outcome]
        case _:
            return ()
    return tuple(dict.fromkeys(name for name in named if name is not None))
