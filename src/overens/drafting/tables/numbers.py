"""What stands in a cell -> a number with its unit, as exactly as it is printed."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from overens.drafting.words.tables import Measure, TableGrammar

_MOST_DIGITS = 18
_LONGEST = 120
_NUMBER = re.compile(r"(?P<sign>[-–+] ?)?(?P<whole>\d[\d .']*+)(?:,(?P<decimals>\d++))?")
_GROUPED = re.compile(r"\d{1,3}(?:[ .']\d{3})*+|\d++")
_POINTS = re.compile(r"\d{1,3}(?:\.\d{3})++")
_COMMAS = re.compile(r"[-–+]?\d{1,3}(?:,\d{3}){2,9}")
_YEAR = re.compile(r"(?:19|20)\d\d(?: ?[-–/] ?(?:(?:19|20)?\d\d)?)?\*?")
_YEAR_HEAD = re.compile(r"(?:19|20)\d\d(?!\d)\D*+")
_NOTE = re.compile(r"(?:[\s*¹²³⁴†]|\b\d\)|\[\w{1,3}\])*+(?:\([^()]{1,60}\))?[\s*.]*")


class Figure(NamedTuple):
    """A number in a cell.

    Attributes:
        measure: Its unit, where the cell names one.
        printed: The number itself as printed, without unit.
        digits: Its digits, decimals with them.
        decimals: How many of them stand after the comma.
        odd: Whether its groups are not of three digits ('544 99 160').
        loose: Whether other words follow ('12 platser').
    """

    value: Fraction
    measure: Measure | None
    printed: str
    digits: str
    decimals: int
    odd: bool
    loose: bool


def read_figure(words: str, grammar: TableGrammar) -> Figure | None:
    """Return the number that the cell has, or None for words, dates, codes with a leading zero, and signs for no number.

    Args:
        words: The cell without marks for bold and links.
        grammar: The words to read with.
    """
    if not words or len(words) > _LONGEST:
        return None
    if not (words[0].isdigit() or words[0] in "-–+"):
        hedge = grammar.roughly.match(words)
        words = words[hedge.end() :] if hedge else ""
    if _COMMAS.fullmatch(words):
        words = words.replace(",", " ")
    found = _NUMBER.match(words)
    if found is None:
        return None
    rest = words[found.end() :].strip()
    measure = grammar.measure(rest) if rest else None
    loose = bool(rest) and measure is None and not _is_note(rest)
    if loose:
        shorter = _NOTE.search(rest)
        measure = grammar.measure(rest.split("(")[0].rstrip(" *")) if shorter else None
        loose = measure is None
    if loose and not (rest[0].isalpha() and words[found.end()] == " " and len(rest.split()) <= 3):
        return None
    return _figure(found, measure, loose)


def _figure(found: re.Match[str], measure: Measure | None, loose: bool) -> Figure | None:
    whole, decimals = found["whole"].rstrip(" .'"), found["decimals"] or ""
    odd = _GROUPED.fullmatch(whole) is None
    if "." in whole and not decimals and not _POINTS.fullmatch(whole) and whole.count(".") == 1 and odd:
        whole, decimals = whole.split(".")
        odd = _GROUPED.fullmatch(whole) is None
    digits = re.sub(r"\D", "", whole) + decimals
    if len(digits) > _MOST_DIGITS or (whole[0] == "0" and len(whole) > 1 and not decimals):
        return None
    value = Fraction(int(digits), 10 ** len(decimals))
    negative = (found["sign"] or "")[:1] in ("-", "–")
    return Figure(-value if negative else value, measure, found[0].rstrip(" .'"), digits, len(decimals), odd, loose)


def _is_note(rest: str) -> bool:
    """Tell whether what follows a number only refers to a note, or stands in brackets."""
    return _NOTE.fullmatch(rest) is not None


def begins_with_year(words: str) -> bool:
    """Tell whether a heading is a year and words after it ('2024 (mnkr)')."""
    return len(words) < _LONGEST and _YEAR_HEAD.fullmatch(words) is not None


def is_year(words: str) -> bool:
    """Tell whether the words are a year or years ('2024', '2024–2026').

    >>> is_year("2024"), is_year("2 024"), is_year("5950")
    (True, False, False)
    """
    return len(words) < 12 and _YEAR.fullmatch(words) is not None
