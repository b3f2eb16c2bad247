"""Text -> the sums in it, read with the shipped lexicon."""

from __future__ import annotations

from overens.drafting.amounts.find import find_amounts
from overens.drafting.model import AmountMention
from overens.drafting.page import lay_out_page
from overens.intake.lexicon import shipped_lexicon


def read_amounts(text: str, *, dated: str = "", taken: tuple[tuple[int, int], ...] = ()) -> list[AmountMention]:
    lexicon = shipped_lexicon()
    return find_amounts(lay_out_page(text, lexicon.text, dated=dated), lexicon, taken)
