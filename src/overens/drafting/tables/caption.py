"""Where a table begins -> the words before it that speak of it."""

from __future__ import annotations

from overens.drafting.page import Page
from overens.drafting.text.layout import BlockKind

_LONGEST = 400


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


def _words(page: Page, heading: int) -> str:
    block = page.blocks[heading]
    return " ".join(page.text[block.start : block.end].split())
