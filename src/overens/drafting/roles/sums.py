"""Sums in text order -> how they compare: which is the sum of others, which the same as one before."""

from __future__ import annotations

from collections.abc import Sequence

from overens.drafting.model import AmountMention

SMALL = 100_000
"""Fewer kronor than any grant."""
_MOST_PARTS = 30
_FEWEST_PARTS = 2


def same_sum(one: AmountMention, other: AmountMention) -> bool:
    """Tell whether both may be the same sum, one of them more roughly said: 1,3 miljarder and 1 320 000 000."""
    return abs(one.kr - other.kr) <= max(_slack(one), _slack(other))


def summands(mentions: Sequence[AmountMention], sections: Sequence[int | None]) -> tuple[set[int], set[int]]:
    """Return which mentions are the sum of those next to them, and which are among those that are summed.

    The parts stand one after another, after their sum or before it, for the same years and in its section; those of a
    sum that is in no section (None) may stand in any. A sum that is said again is passed over.
    """
    sums: set[int] = set()
    parts: set[int] = set()
    for order in (1, -1):
        for n in range(len(mentions)):
            run = _run(mentions, sections, n, order)
            if run:
                sums.add(n)
                parts.update(run)
    return sums - parts, parts


def _run(mentions: Sequence[AmountMention], sections: Sequence[int | None], n: int, step: int) -> list[int]:
    """Return those beside the mention, forward or backward, that sum to it, or nothing."""
    whole, run, total, slack = mentions[n], list[int](), 0, _slack(mentions[n])
    at = n + step
    while 0 <= at < len(mentions) and abs(at - n) <= _MOST_PARTS:
        if mentions[at].kr < SMALL:
            return []
        if run or not same_sum(mentions[at], whole):
            if sections[n] not in (None, sections[at]) or other_years(mentions[at], whole):
                return []
            run.append(at)
            total += mentions[at].kr
            if total > whole.kr + slack:
                return []
            if len(run) >= _FEWEST_PARTS and abs(total - whole.kr) <= slack:
                return run
        at += step
    return []


def other_years(one: AmountMention, other: AmountMention) -> bool:
    """Tell whether a part is for years that are not among those of the whole."""
    first, last = other.period[:4], other.period[-4:]
    return bool(one.period and other.period) and not first <= one.period[:4] <= one.period[-4:] <= last


def _slack(mention: AmountMention) -> int:
    """Return how far from the printed sum the sum may lie: half of its last digit that is not zero, at most 5 %."""
    step = 1
    while mention.kr and step * 20 <= mention.kr and mention.kr % (step * 10) == 0:
        step *= 10
    return min(step // 2, mention.kr // 20)
