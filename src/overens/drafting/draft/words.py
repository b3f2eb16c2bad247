"""Words, amounts and dates of a document -> what an agreement file can have in their place, or that it is to be filled in."""

from __future__ import annotations

from collections.abc import Iterable

from overens.agreement.checks import LARGEST_PLAUSIBLE
from overens.drafting.model import ReadDate
from overens.drafting.money import file_words
from overens.vocabulary.money import Amount, parse_amount
from overens.vocabulary.periods import When, parse_when
from overens.writing.faults import TO_FILL_IN
from overens.writing.values import Missing
from overens.writing.write_tree import Scalar, other_than_text

LONGEST_NAME = 160
LONGEST_TEXT = 1500
_LONGEST_ID = 40


def words(text: str, longest: int = LONGEST_NAME) -> str:
    """Return the text on one line, with nothing that a file cannot hold, cut after a whole word where it is long."""
    plain = " ".join("".join(sign if sign.isprintable() else " " for sign in text[: 4 * longest]).split())
    return plain if len(plain) <= longest else plain[:longest].rpartition(" ")[0] + " …"


def said(text: str, hint: str = "", longest: int = LONGEST_NAME) -> Scalar:
    """Return the words as a value; to be filled in, if there are none."""
    plain = words(text, longest)
    return Scalar(plain, other_than_text(plain)) if plain else to_fill_in(hint)


def to_fill_in(hint: str = "") -> Scalar:
    """Return what stands for a value that a person is to write, with what it may be."""
    return Scalar(f"{TO_FILL_IN} ({words(hint)})" if hint else TO_FILL_IN)


def either(choices: Iterable[str]) -> str:
    """Return the choices as words: 'del eller öronmärkt'."""
    *first, last = dict.fromkeys(choices)
    return f"{', '.join(first)} eller {last}" if first else last


def printed(money: Amount | None) -> tuple[Scalar, Amount | None]:
    """Return an amount as a file writes it, and what the file then says; no more than can be is to be filled in."""
    if money is None:
        return Scalar(Missing.NOT_FOUND.value), None
    if money.kr > LARGEST_PLAUSIBLE:
        return to_fill_in("mer än hela statsbudgeten"), None
    text = file_words(money)
    read = parse_amount(text)
    return (Scalar(text), read) if isinstance(read, Amount) else (to_fill_in(text), None)


def day(date: ReadDate) -> Scalar:
    """Return a date as a file writes it; to be filled in where no file can have it."""
    written = parse_when(date.iso)
    return Scalar(date.iso) if isinstance(written, When) else to_fill_in(date.iso or date.text)


def short_id(name: str, otherwise: str) -> str:
    """Return an id of the first words of a slug."""
    if len(name) <= _LONGEST_ID:
        return name or otherwise
    return name[: _LONGEST_ID + 1].rpartition("-")[0] or name[:_LONGEST_ID]
