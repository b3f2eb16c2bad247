"""Kronor, millions, amounts and cells as a person reads them."""

from __future__ import annotations

from overens.cli.language import language
from overens.export.csv_table import Cell
from overens.vocabulary.money import Amount, Precision
from overens.vocabulary.wording import Text, kronor, whole_number
from overens.vocabulary.wording import millions as in_millions


def say(text: Text) -> str:
    """Return the sentence in the language of this run."""
    return text.say(language())


def kr(amount: int | None) -> str:
    """Return kronor, or a dash for what is not known."""
    return "–" if amount is None else kronor(amount)


def mkr(amount: int | None) -> str:
    """Return millions with one decimal and no unit, or a dash for what is not known."""
    if amount is None:
        return "–"
    words = in_millions(amount).removesuffix("\u00a0Mkr")
    return words if "," in words else f"{words},0"


def whole_mkr(amount: int | None) -> str:
    """Return whole millions, for what was printed so; or a dash."""
    return "–" if amount is None else in_millions(amount, 0).removesuffix("\u00a0Mkr")


def amount_words(amount: Amount | None) -> str:
    """Return an amount with the sign of its precision, or a dash."""
    if amount is None:
        return "–"
    return kronor(amount.kr) if amount.precision is Precision.EXACT else str(amount)


def cell(value: Cell) -> str:
    """Return a cell of an answer's table as words."""
    match value:
        case None:
            return "–"
        case int():
            return whole_number(value)
        case Text():
            return say(value)
        case _:
            return str(value)
