"""A scenario as a person writes it: named changes of pots and figures."""

from __future__ import annotations

from pydantic import Field

from overens.agreement.performance import Performance
from overens.agreement.rules import Bounds, Condition, Key, Rounding, To, Unearned
from overens.agreement.terms import Instalment
from overens.scenario.uncertain import Uncertain
from overens.scenario.values import Months, Moved, NewValue
from overens.writing.clauses import Clause
from overens.writing.values import FigureName, Kr, Slug, Texts, Words, YesNo


class Change(Clause):
    """One change: parts of a pot's rule written anew, one value deep in it, or the values of a figure."""

    name: Words | None = Field(None, alias="namn")
    within: Words | None = Field(None, alias="i")
    amount: Kr | None = Field(None, alias="belopp")
    to: To | None = Field(None, alias="till")
    key: Key | None = Field(None, alias="fördelning")
    bounds: Bounds | None = Field(None, alias="gränser")
    conditions: tuple[Condition, ...] = Field((), alias="villkor", min_length=1)
    performance: Performance | None = Field(None, alias="prestation")
    unearned: Unearned | None = Field(None, alias="ej intjänat")
    rounding: Rounding | None = Field(None, alias="avrundning")
    instalments: tuple[Instalment, ...] = Field((), alias="utbetalning", min_length=1)
    value: Words | None = Field(None, alias="värde")
    outcome: FigureName | None = Field(None, alias="utfall")
    figure: FigureName | None = Field(None, alias="underlag")
    who: Texts = Field((), alias="för")
    when: Months | None = Field(None, alias="per")
    becomes: NewValue | None = Field(None, alias="blir")
    moves: Moved | None = Field(None, alias="ändras")
    removed: Texts = Field((), alias="tas bort")
    remark: Words | None = Field(None, alias="anmärkning")

    @property
    def of_figure(self) -> str | None:
        """The figure whose values it changes, if it does; an outcome is a figure."""
        return self.outcome or self.figure


PARTS = (
    "belopp",
    "till",
    "fördelning",
    "gränser",
    "villkor",
    "prestation",
    "ej intjänat",
    "avrundning",
    "utbetalning",
)
"""The parts of a pot that a change may write anew, by their keys."""


class Scenario(Clause):
    """A scenario (scenario): changes in stated order, tried on agreements that stay as they are."""

    name: Words = Field(alias="namn")
    agreement: Slug | None = Field(None, alias="gäller")
    changes: tuple[Change, ...] = Field((), alias="ändringar", min_length=1)
    uncertain: tuple[Uncertain, ...] = Field((), alias="osäkert", min_length=1)
    same_total: YesNo = Field(False, alias="samma summa")
    taken_from: Words | None = Field(None, alias="tas från")
    remark: Words | None = Field(None, alias="anmärkning")
