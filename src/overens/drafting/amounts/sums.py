"""A block of text -> the sums of money in it, number by number, with how near each is said to be."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from overens.drafting.model import Hedge
from overens.drafting.words.amounts.grammar import AmountGrammar
from overens.drafting.words.amounts.hedges import HedgeRead
from overens.drafting.words.amounts.numbers import NumberRead
from overens.drafting.words.amounts.units import UnitRead

_MILLION = 1_000_000
_LEAST_WITHOUT_UNIT = 100_000
_MOST_SHARED = 12
_LONGEST_JOIN = 16


class SumRead(NamedTuple):
    """A sum in the clean text.

    Attributes:
        group: Number of the unit that it shares; the same for "369 respektive 323 miljoner".
        exact_to: Kronor that the last printed digit is worth.
    """

    start: int
    end: int
    kr: int
    exact_to: int
    hedge: Hedge
    hedged_as: str
    literal: bool
    group: int


def find_sums(text: str, start: int, end: int, grammar: AmountGrammar) -> Iterator[SumRead]:
    """Yield the sums in a stretch of the clean text, in order."""
    floor = start
    for printed in grammar.units.find(text, start, end):
        if printed.start < floor:
            continue
        read = _number_of(text, floor, printed, grammar)
        if read is None or not grammar.units.is_money(text, read[1], end):
            continue
        number, unit = read
        yield from _shared(text, floor, end, number, unit, grammar)
        floor = unit.end


def _number_of(text: str, floor: int, unit: UnitRead, grammar: AmountGrammar) -> tuple[NumberRead, UnitRead] | None:
    """Return the number of a unit, and the unit with the misspelt magnitude before it; None if it has no number."""
    number = grammar.numbers.ending_at(text, floor, unit.start, whole_kronor=unit.size == 1)
    if number is None and unit.size == 1 and (larger := grammar.units.misspelt_size(text, floor, unit)):
        unit = larger
        number = grammar.numbers.ending_at(text, floor, unit.start, whole_kronor=False)
    if number is None or (text[unit.start].isupper() and "\n" in text[number.end : unit.start]):
        return None  # a capital on a new line begins something else, such as the unit of the table below
    return number, unit


def _shared(
    text: str, floor: int, stop: int, number: NumberRead, unit: UnitRead, grammar: AmountGrammar
) -> Iterator[SumRead]:
    """Yield the sum of a number and its unit, after those of the numbers before that share the unit."""
    row = _row(text, floor, number, grammar)
    after = grammar.hedges.after(text, unit.end, stop)
    said: HedgeRead | None = None
    for one, own in reversed(row):
        said = own or said
        last = one is number
        hedge = said or after
        size = unit.size if last or one.value < _LEAST_WITHOUT_UNIT or unit.size < _MILLION else 1
        yield SumRead(
            start=one.start,
            end=unit.end if last else one.end,
            kr=_whole(one.value * size),
            exact_to=max(1, _whole(one.step * size)),
            hedge=hedge.hedge if hedge else Hedge.EXACT,
            hedged_as=hedge.words if hedge else "",
            literal=one.literal and (unit.literal or not last),
            group=unit.start,
        )


def _row(
    text: str, floor: int, number: NumberRead, grammar: AmountGrammar
) -> list[tuple[NumberRead, HedgeRead | None]]:
    """Return a number and those before it that share its unit, the last first, each with its own hedge."""
    row: list[tuple[NumberRead, HedgeRead | None]] = []
    one: NumberRead | None = number
    while one is not None and len(row) < _MOST_SHARED:
        hedge = grammar.hedges.before(text, floor, one.start)
        row.append((one, hedge))
        one = _before(text, floor, hedge.start if hedge else one.start, one, len(row) > 1, grammar)
    return row


def _before(
    text: str, floor: int, place: int, after: NumberRead, in_row: bool, grammar: AmountGrammar
) -> NumberRead | None:
    """Return the number that ends before a place and shares the unit of the number after it, or None."""
    numbers = grammar.numbers
    found = numbers.join.search(text, max(floor, place - _LONGEST_JOIN), place)
    if found is None or (found["comma"] and not in_row):
        return None
    one = numbers.ending_at(text, floor, found.start(), whole_kronor=False)
    if one is None or one.end != found.start() or numbers.is_label(text, floor, one.start):
        return None
    printed = text[one.start : one.end]
    is_year = len(printed) == 4 and printed.isdigit() and printed[:2] in ("19", "20")
    article = one.in_words and one.value == 1 and not found["to"]
    falls = found["to"] is not None and after.value <= one.value < _LEAST_WITHOUT_UNIT
    return None if is_year or article or (falls and not numbers.opens_range(text, floor, one.start)) else one


def _whole(kronor: Fraction) -> int:
    """Return kronor rounded half up."""
    return int(kronor + Fraction(1, 2))
