"""A sum of money as it stands in a document -> the interval that its words allow, and the words a file writes it with."""

from __future__ import annotations

from overens.drafting.model import AmountMention, Hedge
from overens.vocabulary.money import Amount, amount_words, near

_BOUNDS = {
    Hedge.EXACT: "",
    Hedge.AT_LEAST: "drygt",
    Hedge.NEARLY: "knappt",
    Hedge.ABOUT: "cirka",
    Hedge.AT_MOST: "upp till",
}


def money_of(mention: AmountMention) -> Amount:
    """Return the amount with the interval that its hedge and its last printed digit allow."""
    bound = _BOUNDS[mention.hedge]
    if mention.hedged_as == Hedge.AT_LEAST.value:
        bound = Hedge.AT_LEAST.value
    return near(mention.kr, _digit(mention), bound)


def file_words(money: Amount) -> str:
    """Return the words that an agreement file writes the amount with; whole kronor where no others say it."""
    try:
        return amount_words(money)
    except ValueError:
        return amount_words(Amount.exactly(money.kr))


def _digit(mention: AmountMention) -> int:
    """Return what the last printed digit is worth, as a power of ten: a half billion is not printed in billions."""
    digit = 1
    while digit * 10 <= mention.exact_to and mention.kr and mention.kr % (digit * 10) == 0:
        digit *= 10
    return digit
