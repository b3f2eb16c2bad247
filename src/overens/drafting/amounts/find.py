"""A page -> every sum of money in it outside tables, in text order."""

from __future__ import annotations

from collections.abc import Sequence

from overens.drafting.lexicon import Lexicon
from overens.drafting.model import AmountMention
from overens.drafting.page import Page


def find_amounts(page: Page, lexicon: Lexicon, taken: Sequence[tuple[int, int]]) -> list[AmountMention]:
    """Return the sums of money in text order.

    Args:
        page: The document.
        lexicon: The words to read with.
        taken: Stretches of the clean text that tables have, in order; what stands there is no mention.
    """
    return []
