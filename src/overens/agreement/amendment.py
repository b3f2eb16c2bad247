"""A supplementary agreement or a replaced decision, as written: what it changes in another agreement, and from when."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from pydantic import Field

from overens.agreement.model import Pot
from overens.agreement.terms import (
    Application,
    Contradiction,
    Duty,
    Earmark,
    NotFound,
    Outside,
    Repayment,
    Requisition,
    Source,
    Use,
)
from overens.vocabulary.sources import GrantKind, Status
from overens.writing.clauses import Clause
from overens.writing.values import Day, MaybeDay, MaybeKr, Slug, Sourced, Texts, Words


class Months(Clause):
    """The months an amendment is for (gäller)."""

    start: Day = Field(alias="från")
    end: Day = Field(alias="till")


class ReplacedList(StrEnum):
    """A list of the agreement that an amendment replaces instead of adding to (ersätter)."""

    DUTIES = "skyldigheter"
    REPAYMENT = "återbetalning"
    EARMARKS = "öronmärkt"
    OUTSIDE = "utanför"
    NOT_FOUND = "ej funnet"
    CONTRADICTIONS = "motsägelser"


class Amendment(Clause):
    """A change of an agreement (ändring): pots it replaces, adds and takes away, and terms, known from a day."""

    id: Slug
    amends: Slug = Field(alias="ändrar")
    after: Slug | None = Field(None, alias="efter")
    name: Words = Field(alias="namn")
    kind: GrantKind = Field(alias="slag")
    parties: Texts = Field((), alias="parter")
    decided: MaybeDay = Field(alias="beslutad")
    known_from: Day | None = Field(None, alias="känd från")
    applies: Months | None = Field(None, alias="gäller")
    status: Status
    total: MaybeKr | None = Field(None, alias="belopp")
    source: Sourced = Field(alias="källa")
    sources: dict[Slug, Source] = Field(alias="källor", min_length=1)
    pots: dict[Slug, Pot] = Field({}, alias="potter")
    placed_in: dict[Slug, Slug] = Field({}, alias="läggs i")
    removed: tuple[Slug, ...] = Field((), alias="tas bort")
    replaced_lists: tuple[ReplacedList, ...] = Field((), alias="ersätter")
    outside: tuple[Outside, ...] = Field((), alias="utanför")
    earmarks: tuple[Earmark, ...] = Field((), alias="öronmärkt")
    application: Application | None = Field(None, alias="ansökan")
    requisition: Requisition | None = Field(None, alias="rekvisition")
    use: Use | None = Field(None, alias="användning")
    repayment: tuple[Repayment, ...] = Field((), alias="återbetalning")
    duties: tuple[Duty, ...] = Field((), alias="skyldigheter")
    contradictions: tuple[Contradiction, ...] = Field((), alias="motsägelser")
    not_found: tuple[NotFound, ...] = Field((), alias="ej funnet")
    unread: Words | None = Field(None, alias="ej läst")
    remark: Words | None = Field(None, alias="anmärkning")


class AmendmentOutline(Amendment):
    """An amendment whose pots are not looked into: that is done where they will stand, in the agreement it changes."""

    pots: dict[Slug, Any] = Field({}, alias="potter")
