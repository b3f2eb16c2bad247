"""What was earned: each requirement, period and recipient with its outcome, what it was held against, and its kronor."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from overens.figures.model import Series


class How(StrEnum):
    """How a requirement was met, or that it was not (utfall mot krav)."""

    LEVEL = "når nivån"
    BETTER = "bättre än jämförelsen"
    STEP = "når ett steg"
    ACTS = "ersatta åtgärder"
    MISSED = "missat"


@dataclass(frozen=True)
class Cell:
    """One requirement, or one kind of act, for one recipient in one period (utfall mot krav).

    Attributes:
        requirement: Its place in the rule, from 0.
        period: As the outcome is dated: '2023-04', '2024', or 'från/till' for a sum over several.
        value: The outcome, in its own unit.
        compared: What it was compared with, in the same unit; None where nothing is.
        level: The level that is enough by itself; None where there is none.
        ceiling: The most it can give, in kronor before rounding; None for a price without one.
        earned: What it gave, in kronor before rounding and before the recipient's own ceiling.
    """

    requirement: int
    period: str
    code: str
    value: Fraction
    compared: Fraction | None
    level: Fraction | None
    how: How
    ceiling: Fraction | None
    earned: Fraction

    @property
    def missed(self) -> Fraction:
        """What it could have given and did not."""
        return Fraction(0) if self.ceiling is None else max(Fraction(0), self.ceiling - self.earned)


@dataclass(frozen=True)
class Earnings:
    """What each recipient earned by the requirements, before anything is done with what nobody earned.

    Attributes:
        names: Each requirement, or kind of act, in words, in the order of the rule.
        outcomes: The figure that measures each; empty for one that has none.
        periods: The periods measured.
        earned: Code -> kronor before rounding, within the recipient's own ceiling.
        ceilings: Code -> the most it can earn; empty where there is no such.
        lower_is_better: For each requirement, whether a lower outcome is the better one.
        shares: For each requirement, its share of the pot, where it has one.
        volumes: Whether the outcomes are numbers of acts, not shares or levels.
    """

    names: tuple[str, ...]
    outcomes: tuple[str, ...]
    periods: tuple[str, ...]
    cells: tuple[Cell, ...]
    earned: Mapping[str, Fraction]
    ceilings: Mapping[str, Fraction]
    lower_is_better: tuple[bool, ...] = ()
    shares: tuple[Fraction | None, ...] = ()
    series: tuple[Series, ...] = ()
    volumes: bool = False

    @property
    def whole(self) -> Fraction:
        """What all earned together, in kronor before rounding."""
        return sum(self.earned.values(), Fraction(0))

    @property
    def has_areas(self) -> bool:
        """Whether acts of several kinds each have their own part of the pot."""
        return self.volumes and bool(self.shares) and None not in self.shares

    def of(self, code: str, requirement: int | None = None) -> tuple[Cell, ...]:
        """Return the recipient's cells, of one requirement if given, in the order of requirements and periods."""
        return tuple(c for c in self.cells if c.code == code and requirement in (None, c.requirement))
