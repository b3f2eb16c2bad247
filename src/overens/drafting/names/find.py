"""A page -> the names of agreements in it, each once."""

from __future__ import annotations

from overens.drafting.lexicon import Lexicon
from overens.drafting.model import ReadName
from overens.drafting.page import Page


def find_names(page: Page, lexicon: Lexicon) -> list[ReadName]:
    """Return the names in text order, one for each agreement."""
    return []
