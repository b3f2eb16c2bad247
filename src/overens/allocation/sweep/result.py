"""What a sweep gives: kronor per scenario and recipient, what lapses and what is undistributed, by which engine."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from overens.allocation.sweep import layout
from overens.allocation.sweep.plan import SweepPlan
from overens.vocabulary.wording import Text

FAST = Text("snabb", "fast")
PLAIN = Text("enkel", "plain")

WHY_NOT = {
    layout.FLOORS_NEED_MORE: Text("golven kräver mer än potten", "the floors need more than the pot"),
    layout.BASES_NEED_MORE: Text("grundbeloppen kräver mer än potten", "the base amounts need more than the pot"),
    layout.NO_WEIGHTS: Text("alla vikter är 0", "all weights are 0"),
    layout.EARNED_MORE: Text("mer är intjänat än potten", "more is earned than the pot"),
    layout.FATE_NOT_SERVED: Text(
        "hur det som ingen tjänat in delas bland de bästa beräknas inte här",
        "how the unearned is shared among the best is not computed here",
    ),
}
"""Why a pot was not computed in a scenario, by Sweep.ended; it is then all undistributed."""


class Kronor(Protocol):
    """A table of whole kronor: a list of lists, or a NumPy array."""

    def __len__(self) -> int: ...
    def __getitem__(self, scenario: int, /) -> Sequence[int]: ...


@dataclass(frozen=True)
class Sweep:
    """Scenarios worked out; in each, awarded + lapsed + undistributed = pot, asserted.

    Attributes:
        engine: FAST or PLAIN.
        first: Which scenario of the plan the first row is.
        totals: Scenario by scenario, kronor for each of the plan's recipients.
        awards: The same pot by pot, the pots' recipients one after the other; None where only totals were asked for.
        awarded, lapsed, undistributed: Scenario by scenario, kronor for each pot.
        ended: Scenario by scenario, 0 for each pot that was computed, else the reason (see WHY_NOT).
    """

    plan: SweepPlan
    engine: Text
    first: int
    totals: Kronor
    awards: Kronor | None
    awarded: Kronor
    lapsed: Kronor
    undistributed: Kronor
    ended: Kronor

    def awards_of(self, pot: int, scenario: int) -> list[int]:
        """Return the kronor of each of the pot's recipients; the row counts from first."""
        assert self.awards is not None, "only totals were asked for"
        begin = sum(one.count for one in self.plan.pots[:pot])
        return [int(kr) for kr in self.awards[scenario][begin : begin + self.plan.pots[pot].count]]
