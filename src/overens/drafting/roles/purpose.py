"""A sum and what stands around it -> what the money is for, in a few words of the document, and the heading over it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from overens.drafting.lexicon import Lexicon
from overens.drafting.page import Page
from overens.drafting.roles.surroundings import REACH, Around
from overens.drafting.text.layout import BlockKind

_MOST = 8
_LONG_WORD = 8
_LONGEST_LITTLE_WORD = 3
_STOP = re.compile(r"[;:!?()–](?=\s|$)|\.(?=\s+[A-ZÅÄÖ]|\s*$)|\n\n|,(?=\s)")
_NAME_WITHIN = 30


def purposes_of(page: Page, around: Sequence[Around], lexicon: Lexicon) -> list[str]:
    """Return what each sum is for in at most eight words, or what stands over it; "" if nothing does.

    A sum under a heading that names a sum is for the same as that.
    """
    headed: dict[int, str] = {}
    purposes = []
    for one in around:
        purpose = _said(page, one, lexicon) or headed.get(one.section) or _few_words(section_of(page, one), lexicon)
        if one.in_headline:
            headed.setdefault(one.section, purpose)
        purposes.append(purpose)
    return purposes


def _said(page: Page, around: Around, lexicon: Lexicon) -> str:
    """Return the purpose that the words beside the sum say.

    'till' and 'för' begin a purpose unless the one who gets the money comes next.
    """
    for start in _beginnings(page, around, lexicon):
        words = _few_words(page.text[start : around.after[1]], lexicon)
        if _is_enough(words):
            return words
    if around.block.kind is BlockKind.ITEM and not around.neighbour:
        words = _few_words(page.text[max(around.block.start, around.before[0]) : around.mention.at.start], lexicon)
        if _is_enough(words):
            return words
    return ""


def section_of(page: Page, around: Around) -> str:
    """Return the words of the nearest heading over the sum, or "" where there is none or only the title."""
    for heading in page.headings_over(around.block)[:1]:
        if heading.kind is not BlockKind.TITLE:
            return " ".join(page.text[heading.start : min(heading.end, heading.start + REACH)].split())
    return ""


def _beginnings(page: Page, around: Around, lexicon: Lexicon) -> Iterator[int]:
    """Yield where purposes may begin after the sum; 'för 2031' begins none."""
    for found in lexicon.roles.purposes.find(page.text, *around.after):
        named = next(
            lexicon.receivers.names.find(page.text, found.end, min(found.end + _NAME_WITHIN, around.after[1])), None
        )
        dated = page.text[found.end : found.end + 2].strip()[:1].isdigit()
        if all(found.says) and named is None and not dated:
            yield found.end


def _is_enough(words: str) -> bool:
    """Tell whether the words say something: two words, or a long one."""
    said = words.split()
    return len(said) > 1 or len("".join(said)) >= _LONG_WORD


def _few_words(text: str, lexicon: Lexicon) -> str:
    """Return the first words, up to a sign that ends them; no little word, and none of nearness, ends what was cut."""
    ends = (found.start() for found in _STOP.finditer(text))
    end = next((end for end in ends if text[end] != "," or len(text[:end].split()) > 1), len(text))
    words = text[:end].strip(" ,").split()
    kept = words[:_MOST]
    loose = lexicon.amounts.hedges.single_words
    while kept and (
        kept[-1].lower() in loose
        or kept[-1].endswith("-")
        or (len(kept[-1]) <= _LONGEST_LITTLE_WORD and (len(words) > _MOST or end == len(text)))
    ):
        kept.pop()
    return _STOP.sub("", " ".join(kept)) if kept and _STOP.search(kept[-1]) else " ".join(kept)
