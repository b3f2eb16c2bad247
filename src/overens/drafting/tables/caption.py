"""Where a table begins and ends -> the words around it that speak of it."""

from __future__ import annotations

from overens.drafting.page import Page
from overens.drafting.text.layout import BlockKind

_LONGEST = 400
_NEAR = 12


def caption_before(page: Page, start: int) -> str:
    """Return the last sentence before a table and the heading over it; "" if it stands first.

    Args:
        page: The document.
        start: Where the table begins in the clean text.
    """
    sentence = page.sentence_at(start - 1) if start else None
    if sentence is None:
        return ""
    block = page.blocks[sentence.block]
    words = " ".join(page.text[sentence.start : min(sentence.end, start)].split())[-_LONGEST:]
    over = "" if block.heading < 0 else _words(page, block.heading)
    return f"{over}. {words}" if over and block.kind not in (BlockKind.HEADING, BlockKind.TITLE) else words


def note_after(page: Page, end: int) -> str:
    """Return the sentence right after a table, where it may say the unit; "" if none follows."""
    begin = end
    while begin < min(len(page.text), end + _NEAR) and page.text[begin] in "\n |":
        begin += 1
    sentence = page.sentence_at(begin)
    if sentence is None or sentence.start < end or sentence.start > begin:
        return ""
    return " ".join(page.text[sentence.start : sentence.end].split())[:_LONGEST]


def _words(page: Page, heading: int) -> str:
    block = page.blocks[heading]
    return " ".join(page.text[block.start : block.end].split())
