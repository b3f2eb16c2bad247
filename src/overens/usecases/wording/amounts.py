"""Kronor and amounts -> words, with the sign of what is rounded."""

from __future__ import annotations

from fractions import Fraction

from overens.vocabulary.money import Amount, Precision
from overens.vocabulary.wording import Text, decimal_number, kronor, plain, whole_number

ROUGH = "≈\u00a0"
"""Before kronor that are rounded."""


def kr_words(kr: int | None, *, exact: bool = True) -> str:
    """Return kronor, with ≈ before what is rounded; a dash for what is not known."""
    return "–" if kr is None else ("" if exact else ROUGH) + kronor(kr)


def amount_said(amount: Amount | None) -> str:
    """Return an amount with the sign of its precision, or a dash."""
    if amount is None:
        return "–"
    return kronor(amount.kr) if amount.precision is Precision.EXACT else str(amount)


def millions_words(kr: int | None) -> Text:
    """Return millions with one decimal and no unit, or a dash for what is not known.

    >>> millions_words(367_240_000).say()
    '367,2'
    """
    if kr is None:
        return plain("–")
    tenths = decimal_number(Fraction(kr, 100_000), 0)
    sign, digits = ("−", tenths[1:]) if tenths.startswith("−") else ("", tenths)
    tens, last = divmod(int(digits.replace("\u00a0", "")), 10)
    return Text("{n},{last}", "{n}.{last}", {"n": sign + whole_number(tens), "last": str(last)})


def whole_millions(kr: int | None) -> str:
    """Return whole millions, for what was printed so; or a dash."""
    return "–" if kr is None else decimal_number(Fraction(kr, 1_000_000), 0)


def about_millions(kr: int, *, exact: bool = True) -> Text:
    """Return millions at a glance: whole from 10 Mkr on, below that with one decimal; ≈ before what is rounded.

    >>> about_millions(1_633_000_000).say().replace("\u00a0", " ")
    '1 633 Mkr'
    """
    tenths = Fraction(abs(kr), 100_000)
    shown = Fraction(int(tenths + Fraction(1, 2)), 10) if tenths < 100 else Fraction(int(tenths / 10 + Fraction(1, 2)))
    words = f"{'' if exact else ROUGH}{{kr}}\u00a0Mkr"
    return Text(words, words, {"kr": shown if kr >= 0 else -shown})
