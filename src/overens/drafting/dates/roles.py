"""A date with the words around it -> what it is the date of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from overens.drafting.dates.stated import Stated
from overens.drafting.dates.words import DateGrammar
from overens.drafting.model import Cue, DateRole, Judged
from overens.drafting.page import Page
from overens.drafting.text.layout import BlockKind
from overens.drafting.text.sentences import Sentence

_FAR = 300
_GAP = 25
_NOBODY = Judged(DateRole.OTHER)
_BARE = (BlockKind.ITEM, BlockKind.LINE, BlockKind.ROW, BlockKind.HEADING)


@dataclass(frozen=True)
class _Heard:
    """A cue near a date: which role it speaks for and how far away it stands."""

    role: DateRole
    far: int
    cue: Cue


def judge_dates(page: Page, dates: Sequence[Stated], grammar: DateGrammar) -> list[Judged[DateRole]]:
    """Return what each date is the date of, in the same order."""
    judged: list[Judged[DateRole]] = []
    ends = _ends(page, dates, grammar)
    last_sentence: Sentence | None = None
    for n, one in enumerate(dates):
        sentence = page.sentence_at(one.start)
        if sentence is None:
            judged.append(_NOBODY)
            continue
        follows = n > 0 and sentence is last_sentence
        low = max(sentence.start, one.start - _FAR, dates[n - 1].end if follows else 0)
        high = max(one.end, min(sentence.end, one.end + _FAR, ends[n]))
        judged.append(_judge(page, sentence, one, (low, high), judged[-1] if follows else None, grammar))
        last_sentence = sentence
    return judged


def _ends(page: Page, dates: Sequence[Stated], grammar: DateGrammar) -> list[int]:
    """Return how far the words after each date are its own: to the next date that is not listed with it."""
    ends = [len(page.text)] * len(dates)
    for n in range(len(dates) - 2, -1, -1):
        here, after = dates[n], dates[n + 1]
        listed = after.start - here.end <= _GAP and grammar.listing.fullmatch(page.text, here.end, after.start)
        ends[n] = ends[n + 1] if listed else after.start
    return ends


def _judge(
    page: Page,
    sentence: Sentence,
    one: Stated,
    around: tuple[int, int],
    earlier: Judged[DateRole] | None,
    grammar: DateGrammar,
) -> Judged[DateRole]:
    """Return the role of one date.

    Args:
        around: From where to where the words belong to this date.
        earlier: What the date before in the same sentence is, or None.
    """
    text = page.text
    low, high = around
    if grammar.not_last.search(text[max(0, one.start - 24) : one.start]):
        return _NOBODY
    listed = earlier is not None and grammar.listing.fullmatch(text, low, one.start) is not None
    before = [] if listed else _heard(page, low, one.start, grammar, one.start)
    after = _heard(page, one.end, high, grammar, one.end)
    heard = before or after
    if not heard and earlier is not None:
        return earlier
    chosen = _chosen(heard)
    if chosen is None:
        return _NOBODY
    if chosen is not DateRole.OTHER and not _is_last_day(page, sentence, one, (low, high), grammar, earlier):
        return Judged(DateRole.OTHER, (chosen,), tuple(h.cue for h in heard), sure=False)
    others = tuple(dict.fromkeys(h.role for h in heard if h.role is not chosen))
    return Judged(chosen, others, tuple(h.cue for h in heard), sure=not others)


def _heard(page: Page, low: int, high: int, grammar: DateGrammar, at: int) -> list[_Heard]:
    """Return the cues in a stretch of the text beside a date, the nearest first."""
    heard = [
        _Heard(role, abs(at - (found.end() if found.end() <= at else found.start())), _cue(page, *found.span(), says, 2))
        for says, role, pattern in grammar.roles
        for found in pattern.finditer(page.text, low, high)
    ]
    if not heard:
        heard = [
            _Heard(DateRole.REPORT_BY, abs(at - found.start()), _cue(page, *found.span(), DateRole.REPORT_BY.value, 1))
            for found in grammar.handing_in.finditer(page.text, low, high)
        ]
    return sorted(heard, key=lambda one: one.far)


def _cue(page: Page, start: int, end: int, says: str, strength: int) -> Cue:
    return Cue(page.text[start:end], says, strength, page.span(start, end))


def _chosen(heard: Sequence[_Heard]) -> DateRole | None:
    """Return the role that the nearest cue speaks for; what is repaid and reported by one day is repaid."""
    if not heard:
        return None
    role = heard[0].role
    both = role is DateRole.REPORT_BY and any(one.role is DateRole.REPAY_BY for one in heard)
    return DateRole.REPAY_BY if both else role


def _is_last_day(
    page: Page,
    sentence: Sentence,
    one: Stated,
    around: tuple[int, int],
    grammar: DateGrammar,
    earlier: Judged[DateRole] | None,
) -> bool:
    """Tell whether something is to be done by the date, and has not already been."""
    text, (low, high) = page.text, around
    low = max(sentence.start, one.start - _FAR)
    if grammar.last_by.search(text, low, one.start):
        return True
    if earlier is not None and earlier.chosen is not DateRole.OTHER:
        return True
    if grammar.done.search(text, low, high):
        return False
    if page.dated and one.first.iso() > page.dated:
        return True
    return grammar.last_by.search(text, one.end, high) is not None or page.blocks[sentence.block].kind in _BARE
