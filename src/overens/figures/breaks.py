"""A break in a series of figures: from when values are not comparable with those before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from overens.vocabulary.periods import When, parse_when


@dataclass(frozen=True)
class Break:
    """A break (brott): from this period on values are not comparable with those before, and why."""

    since: When
    remark: str = ""


def break_between(breaks: Iterable[Break], one: str, other: str) -> Break | None:
    """Return the first break that keeps two periods from being compared, or None; their order does not matter.

    >>> from datetime import date
    >>> of_2024 = Break(When(date(2024, 1, 1), date(2024, 12, 31), "2024"), "ny mätning")
    >>> break_between([of_2024], "2023-05", "2024-05") is of_2024, break_between([of_2024], "2024-01", "2024-05")
    (True, None)
    """
    periods = [when for words in (one, other) if isinstance(when := parse_when(words), When)]
    if len(periods) < 2:
        return None
    earlier, later = sorted(periods)
    between = (found for found in breaks if earlier.first < found.since.first <= later.last)
    return min(between, key=lambda found: found.since, default=None)
