"""A pot's performance rule + outcomes -> what each recipient earned; one function per kind of rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import assert_never

from overens.agreement.performance import (
    GivenEarned,
    Ladder,
    NamedLevels,
    Performance,
    Requirements,
    StepTable,
    UnitPrices,
    UnknownPerformance,
    VolumeShare,
)
from overens.allocation.earn_levels import earn_by_levels
from overens.allocation.earn_requirements import demand_of, earn_by_demands, ladder_demand
from overens.allocation.earn_volumes import earn_by_prices, earn_by_steps, earn_by_volume
from overens.allocation.earnings import Earnings
from overens.figures.model import Snapshot
from overens.vocabulary.recipients import Recipient


def earn(
    performance: Performance,
    own: Mapping[str, Fraction],
    whole: Fraction,
    recipients: Sequence[Recipient],
    figures: Snapshot,
) -> Earnings:
    """Return what each recipient earned, and what became of each requirement.

    Args:
        performance: A rule of which every parameter is known (see parameters_of).
        own: Code -> the most each can get by the key, in kronor; empty where there is no key.
        whole: What the key gives out in all, or the pot.
        recipients: Those that can earn anything; nothing is earned where there are none.
        figures: The outcomes among them.

    Raises:
        NotComputed: If an outcome is missing or cannot be compared.
    """
    if not recipients:
        return Earnings((), (), (), (), {}, {})
    match performance:
        case Requirements():
            demands = tuple(demand_of(one) for one in performance.requirements)
            return earn_by_demands(demands, performance.measured, own, recipients, figures)
        case Ladder():
            return earn_by_demands((ladder_demand(performance),), performance.measured, own, recipients, figures)
        case UnitPrices():
            return earn_by_prices(performance, own, recipients, figures)
        case StepTable():
            return earn_by_steps(performance, recipients, figures)
        case VolumeShare():
            return earn_by_volume(performance, whole, recipients, figures)
        case NamedLevels():
            return earn_by_levels(performance, own, recipients)
        case GivenEarned() | UnknownPerformance():
            raise AssertionError("what is given or unknown is not earned by outcomes")
        case _:
            assert_never(performance)


def is_capped_by_key(performance: Performance) -> bool:
    """Tell whether what the key gives is the most that each can earn; sums and volumes know no such bound."""
    match performance:
        case Requirements() | Ladder() | UnknownPerformance():
            return True
        case NamedLevels():
            return all(level.amount is None for level in performance.levels)
        case UnitPrices():
            return performance.ceiling is None
        case StepTable() | VolumeShare() | GivenEarned():
            return False
        case _:
            assert_never(performance)
