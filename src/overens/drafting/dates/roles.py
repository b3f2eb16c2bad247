"""A date with the words around it -> what it is the date of."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from overens.drafting.dates.stated import Stated
from overens.drafting.model import Cue, DateRole, Judged
from overens.drafting.page import Page
from overens.drafting.text.layout import BlockKind
from overens.drafting.text.sentences import Sentence
from overens.drafting.words.dates import DateGrammar

_FAR = 300
_GAP = 25
_BEFORE = 24
_NOBODY = Judged(DateRole.OTHER)
_LAST_DAYS = (DateRole.APPLY_BY, DateRole.REPAY_BY, DateRole.REPORT_BY)
_BARE = (BlockKind.ITEM, BlockKind.LINE, BlockKind.ROW, BlockKind.HEADING)


class _Heard(NamedTuple):
    """A cue in a sentence: where it stands, the role it speaks for, what it says and how strongly."""

    start: int
    end: int
    role: DateRole
    says: str
    strength: int


def judge_dates(page: Page, dates: Sequence[Stated], grammar: DateGrammar) -> list[Judged[DateRole]]:
    """Return what each date is the date of, in the same order."""
    judged: list[Judged[DateRole]] = []
    ends = _ends(page, dates, grammar)
    here: _Sentence | None = None
    said_to = 0
    for n, one in enumerate(dates):
        sentence = page.sentence_at(one.start)
        if sentence is None:
            judged.append(_NOBODY)
            continue
        follows = here is not None and sentence is here.sentence
        here = here if here is not None and follows else _listen(page, sentence, grammar)
        low = max(sentence.start, one.start - _FAR, said_to)
        high = max(one.end, min(sentence.end, one.end + _FAR, ends[n]))
        if grammar.not_last.search(page.lower[max(0, one.start - _BEFORE) : one.start]):
            judged.append(_NOBODY)  # what is said before it is said of the next date
            continue
        judged.append(_judge(here, one, (low, high), judged[-1] if follows else None))
        said_to = one.end
    return judged


@dataclass(frozen=True)
class _Sentence:
    """A sentence with dates in it, looked through once for all of them.

    Attributes:
        heard: The cues, in text order.
        last_by: Where words stand that make a date a last day.
        done: Where words stand for what has been done.
    """

    page: Page
    grammar: DateGrammar
    sentence: Sentence
    heard: list[_Heard]
    last_by: list[int]
    done: list[int]

    def near(self, low: int, high: int) -> list[_Heard]:
        """Return the cues in a stretch, weak ones only where there are no others."""
        first = bisect_left(self.heard, (low,))
        near = [one for one in self.heard[first : bisect_left(self.heard, (high,))] if one.end <= high]
        return [one for one in near if one.strength > 1] or near


def _listen(page: Page, sentence: Sentence, grammar: DateGrammar) -> _Sentence:
    """Return the sentence with every cue in it."""
    text, low, high = page.lower, sentence.start, sentence.end
    heard = [
        _Heard(*found.span(), role, says, strength)
        for says, role, strength, pattern in grammar.cues
        for found in pattern.finditer(text, low, high)
    ]
    last_by = [found.start() for found in grammar.last_by.finditer(text, low, high)]
    done = [found.start() for found in grammar.done.finditer(text, low, high)]
    return _Sentence(page, grammar, sentence, sorted(heard), last_by, done)


def _ends(page: Page, dates: Sequence[Stated], grammar: DateGrammar) -> list[int]:
    """Return how far the words after each date are its own: to the next date that is not listed with it."""
    ends = [len(page.lower)] * len(dates)
    for n in range(len(dates) - 2, -1, -1):
        here, after = dates[n], dates[n + 1]
        listed = after.start - here.end <= _GAP and grammar.listing.fullmatch(page.lower, here.end, after.start)
        ends[n] = ends[n + 1] if listed else after.start
    return ends


def _judge(here: _Sentence, one: Stated, around: tuple[int, int], earlier: Judged[DateRole] | None) -> Judged[DateRole]:
    """Return the role of one date.

    Args:
        around: From where to where the words belong to this date.
        earlier: What the date before in the same sentence is, or None.
    """
    text, grammar, (low, high) = here.page.lower, here.grammar, around
    listed = earlier is not None and one.start - low <= _GAP and grammar.listing.fullmatch(text, low, one.start)
    before = [] if listed else sorted(here.near(low, one.start), key=lambda cue: (-cue.end, cue.start))
    heard = before or here.near(one.end, high)
    if not heard:
        return earlier or _NOBODY
    chosen = _chosen(heard)
    cues = tuple(Cue(text[h.start : h.end], h.says, h.strength, here.page.span(h.start, h.end)) for h in heard)
    if chosen in _LAST_DAYS and not _is_last_day(here, one, high, earlier):
        return Judged(DateRole.OTHER, (chosen,), cues, sure=False)
    others = tuple(dict.fromkeys(h.role for h in heard if h.role not in (chosen, DateRole.OTHER)))
    return Judged(chosen, others, cues, sure=not others)


def _chosen(heard: Sequence[_Heard]) -> DateRole:
    """Return the role that the nearest cue speaks for; what is repaid and reported by one day is repaid."""
    role = heard[0].role
    both = role is DateRole.REPORT_BY and any(one.role is DateRole.REPAY_BY for one in heard)
    return DateRole.REPAY_BY if both else role


def _is_last_day(here: _Sentence, one: Stated, high: int, earlier: Judged[DateRole] | None) -> bool:
    """Tell whether something is to be done by the date, and has not already been."""
    low = max(here.sentence.start, one.start - _FAR)
    if _any_within(here.last_by, low, one.start):
        return True
    if earlier is not None and earlier.chosen in _LAST_DAYS:
        return True
    if _any_within(here.done, low, high):
        return False
    dated = here.page.dated
    if dated and one.first.iso() > dated:
        return True
    return _any_within(here.last_by, one.end, high) or here.page.blocks[here.sentence.block].kind in _BARE


def _any_within(places: Sequence[int], low: int, high: int) -> bool:
    """Tell whether any of the places, which are in order, lies within a stretch."""
    found = bisect_left(places, low)
    return found < len(places) and places[found] < high
