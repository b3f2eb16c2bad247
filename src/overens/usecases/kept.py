"""What has been computed as known on a day -> the same again without computing, for the days last asked about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # what keeps things need not read the code that makes them
    from overens.allocation.model import Allocation, PotAllocation
    from overens.allocation.run_record import RunRecord
    from overens.export.columns import Cell
    from overens.scenario.compare import Comparison
    from overens.scenario.plausible import Range
    from overens.scenario.progress import Progress
    from overens.usecases.search_entries import Entry
    from overens.vocabulary.wording import Text

MOST_DAYS = 12
"""How many days are kept: as known on can be any day, and a day holds up to every allocation and table of the library,
some 18 MB."""

ReadingKey = tuple[str, int]
"""An agreement's id, and which of its readings it is."""


@dataclass
class Kept:
    """What has been computed as known on one day.

    Attributes:
        runs: What was computed from what, of each allocation.
        comparisons: Two whole years compared, the earlier first.
        progress: How far each pot that is earned has come, and its range, by agreement and pot; with the pot itself.
        search: Everything that a search can find; None until it is searched.
        tables: The library's tables as columns, by name.
    """

    allocations: dict[ReadingKey, Allocation] = field(default_factory=dict)
    runs: dict[ReadingKey, RunRecord] = field(default_factory=dict)
    comparisons: dict[tuple[int, int], Comparison] = field(default_factory=dict)
    progress: dict[tuple[str, str], tuple[PotAllocation, Progress | None, Range | Text | None]] = field(
        default_factory=dict
    )
    search: tuple[Entry, ...] | None = None
    tables: dict[str, Mapping[str, Sequence[Cell]]] = field(default_factory=dict)


@dataclass
class KeptDays:
    """What has been computed, by day; beyond the most days, the one asked about longest ago is dropped."""

    days: dict[date | None, Kept] = field(default_factory=dict)

    def on(self, day: date | None) -> Kept:
        """Return what is kept of the day. Two that ask at once may compute a thing twice, never wrongly."""
        kept = self.days.pop(day, None) or Kept()
        self.days[day] = kept
        for oldest in list(self.days)[:-MOST_DAYS]:
            self.days.pop(oldest, None)
        return kept
