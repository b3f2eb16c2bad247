"""A page -> the sentences that speak of a rule."""

from __future__ import annotations

from overens.drafting.lexicon import Lexicon
from overens.drafting.model import Passage
from overens.drafting.page import Page


def find_passages(page: Page, lexicon: Lexicon) -> list[Passage]:
    """Return the passages in text order."""
    return []
