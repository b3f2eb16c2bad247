"""A rule of requirements, or a ladder -> each requirement by what is known of it, as it can be held against outcomes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from overens.agreement.comparison import read_comparison
from overens.agreement.performance import Ladder, Requirement, Requirements
from overens.allocation.earn_requirements import Demand
from overens.writing.values import Missing


@dataclass(frozen=True)
class OpenRequirement:
    """A requirement of which some value may be unknown.

    Attributes:
        decided: Whether it is known when it is missed.
        priced: Whether it is known what share of the pot it is.
    """

    demand: Demand
    decided: bool
    priced: bool


def open_requirements(performance: Requirements | Ladder) -> Iterator[OpenRequirement]:
    """Yield each requirement in the order of the rule, with only what is known of it; a ladder is one."""
    if isinstance(performance, Requirements):
        yield from (_open(one) for one in performance.requirements)
        return
    better = _comparison(performance.better_than)
    demand = Demand(
        performance.indicator, performance.outcome or "", better, None, None, Fraction(1), performance.steps
    )
    yield OpenRequirement(demand, better is not None and bool(performance.steps) and _steps_known(demand), priced=True)


def _open(one: Requirement) -> OpenRequirement:
    levels = (one.or_at_least, one.or_at_most)
    at_least, at_most = (level if isinstance(level, Fraction) else None for level in levels)
    better = _comparison(one.better_than)
    share = one.share if isinstance(one.share, Fraction) else Fraction(0)
    demand = Demand(one.indicator, one.outcome or "", better, at_least, at_most, share, one.steps)
    known = not any(isinstance(level, Missing) for level in levels) and (better is not None or one.better_than is None)
    return OpenRequirement(demand, known and _steps_known(demand), isinstance(one.share, Fraction))


def _comparison(words: str | None) -> str | None:
    return words if words is not None and read_comparison(words) is not None else None


def _steps_known(demand: Demand) -> bool:
    return all(isinstance(s.start, Fraction) and isinstance(s.share, Fraction) for s in demand.steps)
