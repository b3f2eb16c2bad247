"""One pot in OpenFisca's own terms: weight, amount and floor as vectors -> kronor by largest remainder, in floats."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

Floats: TypeAlias = npt.NDArray[np.float64]
Rank: TypeAlias = Callable[[Floats, Any], npt.NDArray[np.int64]]
PERIOD = "2024-01"
POT_NAMES = [f"pott_{n}" for n in range(1, 6)]


def award(weight: Any, amount: Any, floor: Any, group: Any, rank: Rank) -> Floats:
    """Return the kronor of each member, in the 64-bit floats that OpenFisca's own sums give.

    Args:
        weight: Of each member; 0 for those the gate shuts out.
        amount, floor: One number, or one for each member.
        group: The group seen from its members: `group.sum(x)` gives each member the sum over its own group.
        rank: Criteria of the members -> their rank within their group, the least first.
    """
    taking_part = weight > 0
    free, rest = weight, amount
    while np.any(floor):
        below = (free > 0) & (free * rest < floor * group.sum(free))
        if not below.any():
            break
        free = np.where(below, 0, free)
        rest = rest - floor * group.sum(below)
    exact = rest * free / group.sum(free)
    whole = np.floor(exact)
    left = np.rint(rest - group.sum(whole))
    kronor = whole + (rank(whole - exact, group) < left)
    return kronor + floor * (taking_part & (free == 0))


def by_get_rank(criteria: Floats, group: Any) -> npt.NDArray[np.int64]:
    """Rank by OpenFisca's own function, which makes one array for each place in the group."""
    ranks: npt.NDArray[np.int64] = group.reference_entity.members.get_rank(group, criteria)
    return ranks


def by_sorting(criteria: Floats, group: Any) -> npt.NDArray[np.int64]:
    """Rank by one sort of all members, equals as they stand; criteria in (-1, 0] go together with the group's number."""
    ids = group.reference_entity.members_entity_id
    order = np.argsort(ids + criteria, kind="stable")
    starts = np.searchsorted(ids, np.arange(ids[-1] + 1))
    ranks = np.empty(len(ids), dtype=np.int64)
    ranks[order] = np.arange(len(ids)) - starts[ids]
    return ranks


def add_up(names: list[str]) -> Callable[..., Any]:
    """Return the formula that sums the variables."""

    def formula(members: Any, period: Any) -> Any:
        return sum(members(name, period) for name in names)

    return formula
