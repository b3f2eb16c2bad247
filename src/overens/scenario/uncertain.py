"""How uncertain an outcome is, as a person writes it: between which values it will lie, and what moves together."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

from pydantic import Field

from overens.scenario.values import Months
from overens.writing.clauses import Clause
from overens.writing.values import FigureName, Number, Texts, Words


class Spread(Clause):
    """Where an outcome will lie (fördelning): the least, the greatest, and points between; straight lines between them."""

    least: Number = Field(alias="lägst")
    p10: Number | None = Field(None)
    p50: Number | None = Field(None)
    p90: Number | None = Field(None)
    greatest: Number = Field(alias="högst")

    @property
    def points(self) -> tuple[tuple[int, Fraction], ...]:
        """Per cent and value of each point, in order."""
        said = ((0, self.least), (10, self.p10), (50, self.p50), (90, self.p90), (100, self.greatest))
        return tuple((percent, value) for percent, value in said if value is not None)


class Around(StrEnum):
    """What the spread is counted from (kring); without it the spread is of values as they are."""

    OUTCOME = "utfallet"
    YEAR_BEFORE = "samma månad året före"


class Together(StrEnum):
    """What moves together (följs åt): drawn once for all of them."""

    NOTHING = "inget"
    MONTHS = "månaderna"
    RECIPIENTS = "mottagarna"
    EVERYTHING = "allt"


class Uncertain(Clause):
    """An outcome that is not known (osäkert): whose, when, and where it will lie."""

    name: Words | None = Field(None, alias="namn")
    outcome: FigureName = Field(alias="utfall")
    who: Texts = Field((), alias="för")
    when: Months = Field(alias="per")
    spread: Spread = Field(alias="fördelning")
    around: Around | None = Field(None, alias="kring")
    together: Together = Field(Together.NOTHING, alias="följs åt")
