"""A sentence in two languages -> the words one reader sees, with Swedish numbers in them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

NO_BREAK_SPACE = "\u00a0"
MINUS = "\u2212"
WITHIN_NUMBER = re.compile(r"(?<=\d) (?=\d{3}(?!\d)|kr\b|Mkr\b|%|kronor\b|miljoner\b|miljarder\b)")
"""A space within a number, or between a number and its unit, where no line may be broken."""


class Language(StrEnum):
    """The language a reader has chosen."""

    SWEDISH = "sv"
    ENGLISH = "en"


@dataclass(frozen=True)
class Text:
    r"""One sentence, in Swedish and in English, with the values that stand in it.

    A value may itself be a Text, or a Fraction (shown with the decimal sign of the language).

    >>> Text("{pot} är {kr}", "{pot} is {kr}", {"pot": "potten", "kr": kronor(1500)}).say()
    'potten är 1\xa0500\xa0kr'
    """

    sv: str
    en: str
    values: dict[str, object] = field(default_factory=dict)

    def say(self, language: Language = Language.SWEDISH) -> str:
        """Return the sentence in the language."""
        template = self.sv if language is Language.SWEDISH else self.en
        return template.format(**{name: _say_value(value, language) for name, value in self.values.items()})


YES, NO = Text("ja", "yes"), Text("nej", "no")


def plain(words: str) -> Text:
    """Return a text that reads the same in both languages: a name, a quotation."""
    return Text("{words}", "{words}", {"words": words})


def counted(n: int, sv: tuple[str, str], en: tuple[str, str]) -> Text:
    """Return a number with its noun, given as one and as many, in Swedish and in English."""
    return Text(f"{{n}} {sv[n != 1]}", f"{{n}} {en[n != 1]}", {"n": whole_number(n)})


def join_texts(texts: Iterable[Text], separator: str = " ", values: dict[str, object] | None = None) -> Text:
    """Return the texts one after the other as one text.

    Args:
        texts: The texts, in order.
        separator: What stands between them.
        values: Values for all of the texts, instead of their own.
    """
    parts = [text if values is None else Text(text.sv, text.en, values) for text in texts]
    template = separator.join(f"{{t{i}}}" for i in range(len(parts)))
    return Text(template, template, {f"t{i}": part for i, part in enumerate(parts)})


def _say_value(value: object, language: Language) -> str:
    if isinstance(value, Text):
        return value.say(language)
    if isinstance(value, Fraction | Decimal):
        return decimal_number(Fraction(value), language=language)
    return str(value)


def whole_number(number: int) -> str:
    r"""Return the number grouped in threes by no-break spaces, with a real minus sign.

    >>> whole_number(-1367000000)
    '−1\xa0367\xa0000\xa0000'
    """
    grouped = f"{abs(number):,}".replace(",", NO_BREAK_SPACE)
    return f"{MINUS}{grouped}" if number < 0 else grouped


def kronor(amount: int) -> str:
    """Return an amount as it is printed in Swedish, in both languages: 1 367 000 000 kr."""
    return f"{whole_number(amount)}{NO_BREAK_SPACE}kr"


def millions(amount: int, decimals: int = 1) -> str:
    """Return an amount in whole or tenths of millions (Mkr), rounded half away from zero."""
    return f"{decimal_number(Fraction(amount, 1_000_000), decimals)}{NO_BREAK_SPACE}Mkr"


def decimal_number(number: Fraction, decimals: int = 4, language: Language = Language.SWEDISH) -> str:
    """Return a number with at most so many decimals; decimal comma in Swedish, point in English.

    >>> decimal_number(Fraction(1825, 10), 2)
    '182,5'
    """
    unit = 10**decimals
    scaled = abs(number) * unit
    rounded = int(scaled + Fraction(1, 2))
    whole, rest = divmod(rounded, unit)
    digits = f"{rest:0{decimals}d}".rstrip("0") if decimals else ""
    comma = "," if language is Language.SWEDISH else "."
    words = whole_number(whole) + (comma + digits if digits else "")
    return f"{MINUS}{words}" if number < 0 and rounded else words


def exact_decimal(number: Fraction) -> str:
    """Return a number with a decimal point and all its decimals, at most twelve.

    >>> exact_decimal(Fraction("11.4"))
    '11.4'
    """
    scaled = int(abs(number) * 10**12 + Fraction(1, 2))
    whole, rest = divmod(scaled, 10**12)
    digits = f"{rest:012d}".rstrip("0")
    return ("-" if number < 0 and scaled else "") + str(whole) + ("." + digits if digits else "")


def percent(share: Fraction, decimals: int = 2) -> Text:
    """Return a share as a percentage, with the decimal sign of the reader's language: 3,64 %."""
    unit = 10**decimals
    rounded = Fraction(int(abs(share) * 100 * unit + Fraction(1, 2)), unit)
    words = f"{{p}}{NO_BREAK_SPACE}%"
    return Text(words, words, {"p": rounded if share >= 0 else -rounded})


_LAST_LETTERS = str.maketrans({"å": "{1", "ä": "{2", "æ": "{2", "ö": "{3", "ø": "{3", "é": "e", "ü": "y"})


def swedish_order(name: str) -> str:
    """Return a key that sorts å, ä, ö last, in that order, whatever the case.

    >>> sorted(["Örebro", "Ale", "Åre", "Älvkarleby", "Ystad"], key=swedish_order)
    ['Ale', 'Ystad', 'Åre', 'Älvkarleby', 'Örebro']
    """
    return name.casefold().translate(_LAST_LETTERS)
