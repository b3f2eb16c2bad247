"""Kronor, millions, amounts and cells as a person reads them."""

from __future__ import annotations

from fractions import Fraction

from overens.cli.language import language
from overens.export.csv_table import Cell
from overens.usecases.wording.amounts import millions_words
from overens.vocabulary.wording import Text, decimal_number, kronor, whole_number


def say(text: Text) -> str:
    """Return the sentence in the language of this run."""
    return text.say(language())


def kr(amount: int | None) -> str:
    """Return kronor, or a dash for what is not known."""
    return "–" if amount is None else kronor(amount)


def mkr(amount: int | None) -> str:
    """Return millions with one decimal and no unit, or a dash for what is not known."""
    return say(millions_words(amount))


def tenths(amount: int) -> str:
    """Return millions with a decimal only where there is one."""
    return decimal_number(Fraction(amount, 1_000_000), 1, language())


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
