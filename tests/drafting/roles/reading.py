"""A short text with sums written as '100 miljoner kronor' -> what the reader makes of each, without the part that finds sums."""

from __future__ import annotations

import re
from collections.abc import Iterator

from overens.drafting.model import AmountMention, ReadAmount, Span
from overens.drafting.page import Page, lay_out_page
from overens.drafting.roles.judge import judge_amounts
from overens.intake.lexicon import shipped_lexicon

_SUM = re.compile(r"([0-9]+(?:,[0-9])?) (miljoner|miljarder|tusen) kronor(?: (?:under |för )?(20[0-9]{2}))?")
_WORTH = {"tusen": 10**3, "miljoner": 10**6, "miljarder": 10**9}


def laid_out(text: str, dated: str = "2031-05") -> Page:
    """Return the text as a page of the shipped language."""
    return lay_out_page(text, shipped_lexicon().text, dated=dated)


def mentions_in(page: Page) -> Iterator[AmountMention]:
    """Yield the sums; a year right after one is its period."""
    for found in _SUM.finditer(page.text):
        whole, _, tenth = found[1].partition(",")
        worth = _WORTH[found[2]]
        end = found.end(2) + len(" kronor")
        kr = int(whole) * worth + int(tenth or 0) * worth // 10
        yield AmountMention(
            Span(found.start(), end),
            Span(found.start(), end),
            found[0][: end - found.start()],
            kr,
            period=found[3] or "",
        )


def judged(text: str, dated: str = "2031-05") -> list[ReadAmount]:
    """Return every sum in the text with its role and receiver."""
    page = laid_out(text, dated)
    return judge_amounts(page, list(mentions_in(page)), shipped_lexicon())
