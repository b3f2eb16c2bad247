"""A page -> its days and months with the year that is meant, and what each is the date of."""

from __future__ import annotations

from overens.drafting.lexicon import Lexicon
from overens.drafting.model import ReadDate
from overens.drafting.page import Page


def find_dates(page: Page, lexicon: Lexicon) -> list[ReadDate]:
    """Return the dates in text order."""
    return []
