"""An agreement and its pots, as written."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from overens.agreement.performance import Performance
from overens.agreement.rules import Bounds, Condition, Key, Rounding, To, Unearned
from overens.agreement.terms import (
    AnnexRef,
    Application,
    Contradiction,
    Duty,
    Earmark,
    Instalment,
    NotFound,
    Outside,
    PassThrough,
    Predecessor,
    Repayment,
    Requisition,
    Source,
    Use,
)
from overens.vocabulary.money import Mark
from overens.vocabulary.sources import GrantKind, Status
from overens.writing.clauses import Clause
from overens.writing.values import Day, MaybeDay, MaybeKr, Slug, Sourced, Texts, Words, Years, YesNo


class Pot(Clause):
    """A sum with ONE rule and one kind of recipient (pott), or a group of pots that sum to it."""

    name: Words = Field(alias="namn")
    amount: MaybeKr = Field(alias="belopp")
    mark: Mark = Field(Mark.VERIFIED, alias="märke")
    derivation: Words | None = Field(None, alias="härledning")
    open_ended: YesNo = Field(False, alias="öppen ram")
    status: Status | None = Field(None)
    known_from: Day | None = Field(None, alias="känd från")
    source: Sourced = Field(alias="källa")
    pots: dict[Slug, Pot] = Field({}, alias="potter")
    to: To | None = Field(None, alias="till")
    key: Key | None = Field(None, alias="fördelning")
    bounds: Bounds | None = Field(None, alias="gränser")
    conditions: tuple[Condition, ...] = Field((), alias="villkor")
    performance: Performance | None = Field(None, alias="prestation")
    unearned: Unearned | None = Field(None, alias="ej intjänat")
    rounding: Rounding = Field(default_factory=Rounding, alias="avrundning")
    annex: AnnexRef | None = Field(None, alias="bilaga")
    instalments: tuple[Instalment, ...] = Field((), alias="utbetalning")
    application: Application | None = Field(None, alias="ansökan")
    requisition: Requisition | None = Field(None, alias="rekvisition")
    use: Use | None = Field(None, alias="användning")
    repayment: tuple[Repayment, ...] = Field((), alias="återbetalning")
    duties: tuple[Duty, ...] = Field((), alias="skyldigheter")
    earmarks: tuple[Earmark, ...] = Field((), alias="öronmärkt")
    pass_through: PassThrough | None = Field(None, alias="förmedlas via")
    agency_cost: MaybeKr | None = Field(None, alias="myndighetens egen kostnad")
    predecessor: Predecessor | None = Field(None, alias="föregående")
    replaces: Words | None = Field(None, alias="återkrav och ny utbetalning")
    remark: Words | None = Field(None, alias="anmärkning")


class Agreement(Clause):
    """An agreement between the state and SKR (överenskommelse), or another act that gives the money."""

    id: Slug
    series: Slug | None = Field(None, alias="serie")
    name: Words = Field(alias="namn")
    kind: GrantKind = Field(alias="slag")
    parties: Texts = Field((), alias="parter")
    years: Years = Field(alias="avser")
    decided: MaybeDay = Field(alias="beslutad")
    known_from: Day | None = Field(None, alias="känd från")
    status: Status
    paid_by: Words | None = Field(None, alias="utbetalare")
    appropriations: Texts = Field((), alias="anslag")
    total: MaybeKr = Field(alias="belopp")
    mark: Mark = Field(Mark.VERIFIED, alias="märke")
    source: Sourced = Field(alias="källa")
    sources: dict[Slug, Source] = Field(alias="källor", min_length=1)
    pots: dict[Slug, Pot] = Field(alias="potter", min_length=1)
    outside: tuple[Outside, ...] = Field((), alias="utanför")
    earmarks: tuple[Earmark, ...] = Field((), alias="öronmärkt")
    application: Application | None = Field(None, alias="ansökan")
    requisition: Requisition | None = Field(None, alias="rekvisition")
    use: Use | None = Field(None, alias="användning")
    repayment: tuple[Repayment, ...] = Field((), alias="återbetalning")
    duties: tuple[Duty, ...] = Field((), alias="skyldigheter")
    predecessor: Predecessor | None = Field(None, alias="föregående")
    contradictions: tuple[Contradiction, ...] = Field((), alias="motsägelser")
    not_found: tuple[NotFound, ...] = Field((), alias="ej funnet")
    remark: Words | None = Field(None, alias="anmärkning")

    def leaves(self) -> Iterator[tuple[tuple[str, ...], Pot]]:
        """Yield every pot that has a rule of its own, with its path, in the order of the file."""
        return ((path, pot) for path, pot in walk(self.pots) if not pot.pots)

    def groups(self) -> Iterator[tuple[tuple[str, ...], Pot]]:
        """Yield every pot that is a sum of pots, with its path, in the order of the file."""
        return ((path, pot) for path, pot in walk(self.pots) if pot.pots)


def walk(pots: dict[str, Pot], above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Pot]]:
    """Yield every pot with its path, parents before children."""
    for name, pot in pots.items():
        path = (*above, name)
        yield path, pot
        yield from walk(pot.pots, path)
