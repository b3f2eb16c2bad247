"""The six parts of a pot's rule, each from a closed set of kinds.

A new kind is one model here and one function in allocation/rule_steps.py; the type checker names
every other place that must know of it.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field, Tag

from overens.vocabulary.recipients import RecipientKind
from overens.writing.clauses import Clause
from overens.writing.values import (
    Code,
    Count,
    Day,
    FigureName,
    Kr,
    MaybeDay,
    Number,
    Share,
    Sourced,
    Words,
    by_key,
)


class FigureRef(Clause):
    """A figure (underlag) and the date it is measured on."""

    shorthand: ClassVar[str | None] = "underlag"

    figure: FigureName = Field(alias="underlag")
    measured_on: Day | None = Field(None, alias="per")


# --- 0. to whom (till) --------------------------------------------------------------


class Group(StrEnum):
    """A group of recipients that a pot goes to (till)."""

    REGIONS = "regioner"
    MUNICIPALITIES = "kommuner"
    MUNICIPALITIES_BY_COUNTY = "kommunerna per län"
    COUNTY_JOINT = "länsgemensamt"
    SKR = "SKR"
    RCC = "RCC"
    AGENCY = "myndighet"
    REGISTER = "kvalitetsregister"
    OTHER = "annan"
    NOT_STATED = "ej angivet"

    @property
    def kind(self) -> RecipientKind:
        """The kind of recipient in the group."""
        return _KINDS[self]


_KINDS = {
    Group.REGIONS: RecipientKind.REGION,
    Group.MUNICIPALITIES: RecipientKind.MUNICIPALITY,
    Group.MUNICIPALITIES_BY_COUNTY: RecipientKind.AREA,
    Group.COUNTY_JOINT: RecipientKind.AREA,
    Group.SKR: RecipientKind.SKR,
    Group.RCC: RecipientKind.RCC,
    Group.AGENCY: RecipientKind.AGENCY,
    Group.REGISTER: RecipientKind.REGISTER,
    Group.OTHER: RecipientKind.OTHER,
    Group.NOT_STATED: RecipientKind.OTHER,
}


class To(Clause):
    """To whom a pot goes (till): all of one kind, some of them, or one by name."""

    shorthand: ClassVar[str | None] = "grupp"

    group: Group = Field(alias="grupp")
    only: tuple[Code, ...] = Field((), alias="endast", min_length=1)
    but_not: tuple[Code, ...] = Field((), alias="utom", min_length=1)
    name: Words | None = Field(None, alias="namn")


# --- 1. key (fördelning) ------------------------------------------------------------


class ShareKey(Clause):
    """In proportion to a figure (andel av): B·w/Σw, the figure weighted or divided by another."""

    figure: FigureName = Field(alias="andel av")
    measured_on: MaybeDay | None = Field(None, alias="per")
    class_weights: dict[Code, Number] = Field({}, alias="vikter")
    divided_by: FigureRef | None = Field(None, alias="delat med")
    inferred: Words | None = Field(None, alias="härlett")
    known_from: Day | None = Field(None, alias="känd från")


class EqualKey(Clause):
    """The same to each (lika): B/n."""

    shorthand: ClassVar[str | None] = "lika"

    equal: Words = Field(alias="lika")
    inferred: Words | None = Field(None, alias="härlett")
    known_from: Day | None = Field(None, alias="känd från")


class FixedKey(Clause):
    """A fixed sum to each (fast belopp): c; what the pot holds beyond n·c stays undistributed."""

    each: Kr = Field(alias="fast belopp")
    inferred: Words | None = Field(None, alias="härlett")
    known_from: Day | None = Field(None, alias="känd från")


class BaseKey(Clause):
    """A base amount to each and the rest by a key (grundbelopp): c + (B − n·c)·w/Σw."""

    base: Kr = Field(alias="grundbelopp")
    rest: Key = Field(alias="resten")
    inferred: Words | None = Field(None, alias="härlett")
    known_from: Day | None = Field(None, alias="känd från")


class WeightedKey(Clause):
    """One key in a mix, with its share of the pot."""

    weight: Share = Field(alias="vikt")
    key: Key = Field(alias="nyckel")


class MixKey(Clause):
    """A weighted mix of keys (blandning): Σ αₖ·keyₖ, the weights summing to one."""

    parts: tuple[WeightedKey, ...] = Field(alias="blandning", min_length=2)
    inferred: Words | None = Field(None, alias="härlett")
    known_from: Day | None = Field(None, alias="känd från")


class ListKey(Clause):
    """As a published table says (lista): the key IS the table and proves nothing."""

    figure: FigureName = Field(alias="lista")
    measured_on: Day | None = Field(None, alias="per")
    inferred: Words | None = Field(None, alias="härlett")
    known_from: Day | None = Field(None, alias="känd från")


class UnknownKey(Clause):
    """A key that is not published or not found (ej publicerad); the pot is not computed."""

    shorthand: ClassVar[str | None] = "ej publicerad"

    reason: Words = Field(alias="ej publicerad")


class CaseByCaseKey(Clause):
    """Decided case by case (prövas): after application, on costs, after dialogue; not computed."""

    how: Words = Field(alias="prövas")
    by: Words | None = Field(None, alias="av")


Key = Annotated[
    Annotated[ShareKey, Tag("§share")]
    | Annotated[EqualKey, Tag("§equal")]
    | Annotated[FixedKey, Tag("§fixed")]
    | Annotated[BaseKey, Tag("§base")]
    | Annotated[MixKey, Tag("§mix")]
    | Annotated[ListKey, Tag("§list")]
    | Annotated[UnknownKey, Tag("§unknown")]
    | Annotated[CaseByCaseKey, Tag("§case")],
    by_key(
        "fördelning",
        {
            "andel av": "§share",
            "lika": "§equal",
            "fast belopp": "§fixed",
            "grundbelopp": "§base",
            "blandning": "§mix",
            "lista": "§list",
            "ej publicerad": "§unknown",
            "prövas": "§case",
        },
        {"lika": "§equal", "ej publicerad": "§unknown", "ej funnen": "§unknown"},
    ),
]


# --- 2. bounds (gränser) ------------------------------------------------------------


class KronorBound(Clause):
    """A floor or cap in kronor, the same for each recipient."""

    shorthand: ClassVar[str | None] = "belopp"

    amount: Kr = Field(alias="belopp")


class ShareBound(Clause):
    """A floor or cap as a share of a table in kronor, for instance another year's award."""

    share: Share = Field(alias="andel")
    figure: FigureName = Field(alias="av")
    measured_on: Day | None = Field(None, alias="per")


Bound = Annotated[
    Annotated[KronorBound, Tag("§kronor_bound")] | Annotated[ShareBound, Tag("§share_bound")],
    by_key("gräns", {"belopp": "§kronor_bound", "andel": "§share_bound"}, any_word="§kronor_bound"),
]


class Bounds(Clause):
    """The least and the most a recipient may get (golv, tak); the rest is shared again among the unbound."""

    floor: Bound | None = Field(None, alias="golv")
    cap: Bound | None = Field(None, alias="tak")


# --- 3. eligibility (villkor) -------------------------------------------------------


class Met(StrEnum):
    """Who meets a condition, when it is not a list."""

    ALL = "alla"
    NONE = "ingen"
    NOT_KNOWN = "ej känt"


class MetBy(Clause):
    """Who meets a condition (uppfylls av): all, none, not known, or by list."""

    shorthand: ClassVar[str | None] = "av"

    who: Met = Field(Met.ALL, alias="av")
    only: tuple[Code, ...] = Field((), alias="endast", min_length=1)
    but_not: tuple[Code, ...] = Field((), alias="utom", min_length=1)


class GivenCondition(Clause):
    """A condition (villkor) whose outcome is given: a plan handed in, an agency's assessment, a list."""

    what: Words = Field(alias="krav")
    met_by: MetBy = Field(alias="uppfylls av")
    assessed_by: Words | None = Field(None, alias="bedöms av")
    due: MaybeDay | None = Field(None, alias="senast")
    known_from: Day | None = Field(None, alias="känd från")
    source: Sourced | None = Field(None, alias="källa")


class ThresholdCondition(Clause):
    """A condition (villkor) decided by a figure: at least, or at most, so much."""

    what: Words = Field(alias="krav")
    figure: FigureName = Field(alias="nyckeltal")
    measured_on: Day | None = Field(None, alias="per")
    at_least: Number | None = Field(None, alias="minst")
    at_most: Number | None = Field(None, alias="högst")
    source: Sourced | None = Field(None, alias="källa")


Condition = Annotated[
    Annotated[GivenCondition, Tag("§given")] | Annotated[ThresholdCondition, Tag("§threshold")],
    by_key("villkor", {"uppfylls av": "§given", "nyckeltal": "§threshold"}),
]


# --- 4. performance (prestation) stands in performance.py ---------------------------


# --- 5. unearned (ej intjänat) ------------------------------------------------------


class Fate(StrEnum):
    """What becomes of money that nobody earned (ej intjänat). Never assumed: four answers occur."""

    LAPSES = "förfaller"
    BONUS_POT = "bonuspott"
    STAYS_WHOLE = "delas av dem som uppfyller villkoren"
    THE_BEST = "de bästa"
    NOT_FOUND = "ej funnet"


class Unearned(Clause):
    """The fate of unearned money (ej intjänat)."""

    shorthand: ClassVar[str | None] = "blir"

    fate: Fate = Field(alias="blir")
    count: Count | None = Field(None, alias="antal")
    per: FigureRef | None = Field(None, alias="per invånare enligt")
    paid: MaybeDay | None = Field(None, alias="betalas")
    source: Sourced | None = Field(None, alias="källa")


# --- 6. rounding (avrundning) -------------------------------------------------------


class Method(StrEnum):
    """How exact shares become whole kronor (avrundning)."""

    LARGEST_REMAINDER = "största rest"
    NEAREST = "närmaste"
    DOWN = "nedåt"


class Rounding(Clause):
    """How shares become whole kronor, to what unit, and who gets the rest (avrundning)."""

    shorthand: ClassVar[str | None] = "sätt"

    method: Method = Field(Method.LARGEST_REMAINDER, alias="sätt")
    unit: Kr | None = Field(None, alias="till")
    rest_to: Code | None = Field(None, alias="resten till")
    inferred: Words | None = Field(None, alias="härlett")
