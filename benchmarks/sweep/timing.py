"""Work done several times -> its best time and spread, scaled to 10 000 scenarios."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from typing import Any

SCENARIOS = 10_000


@dataclass(frozen=True)
class Timing:
    """How long a form took.

    Attributes:
        seconds: Of each run, for `scenarios` scenarios.
        found: What the last run returned.
    """

    seconds: tuple[float, ...]
    scenarios: int
    found: Any

    @property
    def per_10_000(self) -> float:
        """The best run, scaled linearly where it was a sample."""
        return min(self.seconds) * SCENARIOS / self.scenarios

    def and_again(self, other: Timing) -> Timing:
        """Return both, as runs of the same work."""
        return Timing((*self.seconds, *other.seconds), self.scenarios, other.found)

    def words(self) -> str:
        """Return the runs, and what was scaled, in words."""
        scale = SCENARIOS / self.scenarios
        spread = f"median {median(self.seconds) * scale:.3g} s, worst {max(self.seconds) * scale:.3g} s of {len(self.seconds)}"
        return spread if scale == 1 else f"{spread}; {self.scenarios} scenarios, scaled linearly"


def timed(work: Callable[[], Any], scenarios: int, runs: int, *, in_a_row: bool = False) -> Timing:
    """Do the work once unmeasured, then that many times.

    Args:
        in_a_row: Nothing is done between the runs, as where one question follows another; else garbage is collected,
            which leaves little of what the work had in the processor's caches.
    """
    found, seconds = work(), []
    for _ in range(runs):
        if not in_a_row:
            gc.collect()
        start = time.perf_counter()
        found = work()
        seconds.append(time.perf_counter() - start)
    return Timing(tuple(seconds), scenarios, found)


def fastest(timings: list[Timing]) -> Timing:
    """Return the timing with the best run."""
    return min(timings, key=lambda one: one.per_10_000)
