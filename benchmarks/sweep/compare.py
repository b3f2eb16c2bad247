"""What a form found beside the exact kronor -> how many cells differ, by how much, and how many sums do not close."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from benchmarks.sweep.numpy_form import Ints


@dataclass(frozen=True)
class Difference:
    """How a form's totals differ from the exact ones.

    Attributes:
        cells: Recipient × scenario, all that were looked at.
        differing: Those in which the kronor are not the same.
        largest: The most kronor that any of them is wrong by.
        not_closing: Scenarios in which the totals do not sum to the pots.
    """

    cells: int
    scenarios: int
    differing: int
    largest: float
    not_closing: int

    def words(self) -> str:
        """Return the difference as a sentence."""
        if not self.differing and not self.not_closing:
            return f"none of {self.cells:,} cells differs"
        share = 100 * self.differing / self.cells
        return (
            f"{self.differing:,} of {self.cells:,} cells differ ({share:.2g} %), by up to {self.largest:,.0f} kr; "
            f"in {self.not_closing:,} of {self.scenarios:,} scenarios the sum is not the pots'"
        )


def compare(found: npt.ArrayLike, exact: Ints, terms: Ints) -> Difference:
    """Hold a form's totals, scenario × recipient, against the exact ones of the same scenarios.

    Args:
        found: Integers or floats; a float counts as it stands, and differs where it is not the whole krona.
        terms: Scenario × pot × (amount, …), for the sums.
    """
    wide = np.asarray(found).astype(np.float64)  # holds every float32, and every integer below 2**53
    apart = np.abs(wide - exact)
    not_closing = int((wide.sum(axis=1) != terms[:, :, 0].sum(axis=1)).sum())
    return Difference(exact.size, len(exact), int((apart > 0).sum()), float(apart.max()), not_closing)
