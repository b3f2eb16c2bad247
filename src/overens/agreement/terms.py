"""What stands beside the formula: instalments, requisition, use, repayment, duties, and what is not found."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from pydantic import Field

from overens.agreement.rules import Condition
from overens.vocabulary.money import Mark
from overens.writing.clauses import Clause
from overens.writing.traces import Fingerprint, Stretch, ValuePath
from overens.writing.values import Code, Day, FigureName, Kr, MaybeDay, MaybeKr, Share, Sourced, Words, YesNo


class Source(Clause):
    """Where a value was written (källa), so that anyone can look it up.

    Attributes:
        fingerprint: Of the text that was read, so that the stretches are known to be of that text and no other.
        stretches: For the path of a value in the file, where in that text it stands.
    """

    title: Words = Field(alias="titel")
    publisher: Words | None = Field(None, alias="utgivare")
    address: Words | None = Field(None, alias="adress")
    registry_number: Words | None = Field(None, alias="diarienummer")
    published: MaybeDay | None = Field(None, alias="datum")
    fetched: Day | None = Field(None, alias="hämtad")
    checked: Day | None = Field(None, alias="kontrollerad")
    fingerprint: Fingerprint | None = Field(None, alias="fingeravtryck")
    stretches: dict[ValuePath, Stretch] = Field({}, alias="ställen")
    remark: Words | None = Field(None, alias="anmärkning")

    def __hash__(self) -> int:
        """Hash what names the source, since the places of its values cannot be hashed."""
        return hash((self.title, self.publisher, self.address, self.registry_number))


class Instalment(Clause):
    """One payment of a pot (utbetalning): its share or sum, its date, and what it hangs on."""

    share: Share | None = Field(None, alias="andel")
    amount: Kr | None = Field(None, alias="belopp")
    on: MaybeDay | None = Field(None, alias="datum")
    at_latest: MaybeDay | None = Field(None, alias="senast")
    covers: Words | None = Field(None, alias="avser")
    requisition: YesNo | None = Field(None, alias="rekvisition")
    conditions: tuple[Condition, ...] = Field((), alias="villkor")
    source: Sourced | None = Field(None, alias="källa")


class RequisitionNeed(StrEnum):
    """Whether money must be asked for."""

    NEEDED = "krävs"
    NOT_NEEDED = "krävs inte"
    NOT_FOUND = "ej funnet"


class Requisition(Clause):
    """Whether and by when money must be asked for (rekvisition); a late right lapses."""

    shorthand: ClassVar[str | None] = "behov"

    need: RequisitionNeed = Field(RequisitionNeed.NEEDED, alias="behov")
    due: MaybeDay | None = Field(None, alias="senast")
    if_late: Words | None = Field(None, alias="följd")
    source: Sourced | None = Field(None, alias="källa")


class Application(Clause):
    """By when money must be applied for, or interest be shown (ansökan); whoever is late gets none."""

    what: Words = Field("ansökan", alias="vad")
    to: Words | None = Field(None, alias="till")
    due: MaybeDay = Field(alias="senast")
    if_late: Words | None = Field(None, alias="följd")
    source: Sourced | None = Field(None, alias="källa")


class Use(Clause):
    """When the money may be used (användning), and whether it may be carried over."""

    start: MaybeDay | None = Field(None, alias="från")
    end: MaybeDay | None = Field(None, alias="till")
    carry_over: Words | None = Field(None, alias="överföring")
    purpose: Words | None = Field(None, alias="ändamål")
    source: Sourced | None = Field(None, alias="källa")


class Repayment(Clause):
    """Unused money goes back (återbetalning): by when and to whom."""

    what: Words = Field("oförbrukade medel", alias="vad")
    due: MaybeDay = Field(alias="senast")
    to: Words | None = Field(None, alias="till")
    source: Sourced | None = Field(None, alias="källa")


class Duty(Clause):
    """Something to hand in or do (skyldighet): what, by whom, to whom, when."""

    what: Words = Field(alias="vad")
    who: Words = Field(alias="vem")
    to: Words | None = Field(None, alias="till")
    due: MaybeDay = Field(alias="senast")
    source: Sourced = Field(alias="källa")


class Earmark(Clause):
    """A part of a pot whose use is restricted (öronmärkt, varav); it does not change the allocation."""

    name: Words = Field(alias="namn")
    amount: MaybeKr = Field(alias="belopp")
    mark: Mark = Field(Mark.VERIFIED, alias="märke")
    own_money: YesNo = Field(False, alias="mottagarnas egna")
    source: Sourced = Field(alias="källa")


class Outside(Clause):
    """Money a source names beside the total (utanför): it is shown, never added in."""

    name: Words = Field(alias="namn")
    amount: MaybeKr = Field(alias="belopp")
    mark: Mark = Field(Mark.VERIFIED, alias="märke")
    own_money: YesNo = Field(False, alias="mottagarnas egna")
    source: Sourced = Field(alias="källa")


class PassThrough(Clause):
    """Money that a lead recipient passes on (förmedlas via)."""

    shorthand: ClassVar[str | None] = "av"

    by: Words = Field(alias="av")
    to: Words | None = Field(None, alias="till")


class KnownDeviation(Clause):
    """A published amount that the rule does not give (avvikelse), and why as far as known."""

    code: Code = Field(alias="kod")
    reason: Words = Field(alias="skäl")


class AnnexRef(Clause):
    """The published amounts of a pot (bilaga), and the deviations that are known."""

    shorthand: ClassVar[str | None] = "tabell"

    figure: FigureName = Field(alias="tabell")
    measured_on: Day | None = Field(None, alias="per")
    deviations: tuple[KnownDeviation, ...] = Field((), alias="avvikelser")
    remark: Words | None = Field(None, alias="anmärkning")


class Contradiction(Clause):
    """Two sources, two values (motsägelse): both kept, one used, the reason said."""

    about: Words = Field(alias="om")
    source: Sourced = Field(alias="källa")
    says: Words = Field(alias="säger")
    used: Words = Field(alias="använt")
    reason: Words = Field(alias="skäl")


class Predecessor(Clause):
    """What this continues (föregående), and what a source says that it was, or how much it changed."""

    shorthand: ClassVar[str | None] = "är"

    of: Words = Field(alias="är")
    was: Kr | None = Field(None, alias="var")
    increase: Kr | None = Field(None, alias="ökning")
    decrease: Kr | None = Field(None, alias="minskning")
    source: Sourced | None = Field(None, alias="källa")


class NotFound(Clause):
    """Something that was looked for and not found (ej funnet)."""

    what: Words = Field(alias="vad")
    looked_in: Words | None = Field(None, alias="sökt i")
