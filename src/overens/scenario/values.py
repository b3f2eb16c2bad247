"""Types for the values of a scenario: months from one to another, and how much a figure moves."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated

from pydantic import PlainValidator, WithJsonSchema

from overens.vocabulary.periods import When, parse_when
from overens.vocabulary.problems import Fault
from overens.writing.clauses import InWords, from_words, refuse
from overens.writing.numbers import number_words, parse_number


@dataclass(frozen=True)
class Span:
    """From one date to another, both with (period); one date alone is a span of itself."""

    first: When
    last: When

    def __str__(self) -> str:
        return self.first.words if self.first == self.last else f"{self.first.words}/{self.last.words}"

    def holds(self, when: When) -> bool:
        """Tell whether the date lies within the span; a span of one date holds just that date as it is written."""
        if self.first == self.last:
            return when.words == self.first.words
        return self.first.first <= when.first and when.last <= self.last.last


def parse_span(words: str) -> Span | Fault:
    """Return the dates in '2024-03' or '2024-03/2024-06', or what is wrong.

    >>> str(parse_span("2024-03/2024-06"))
    '2024-03/2024-06'
    """
    first, slash, last = words.partition("/")
    start = parse_when(first)
    if isinstance(start, Fault):
        return start
    end = parse_when(last) if slash else start
    if isinstance(end, Fault):
        return end
    if end.last < start.first:
        return Fault.of(
            "'{words}' slutar innan det börjar.",
            "Skriv första månaden först: '2024-03/2024-06'.",
            "'{words}' ends before it begins.",
            "Write the first month first: '2024-03/2024-06'.",
            words=words,
        )
    return Span(start, end)


@dataclass(frozen=True)
class Shift:
    """How much a figure moves (ändras): by so much of its unit, or by so many per cent of itself."""

    by: Fraction
    relative: bool = False

    def __str__(self) -> str:
        sign = "" if self.by < 0 else "+"
        return f"{sign}{number_words(self.by)}{' procent' if self.relative else ''}"

    def of(self, value: Fraction) -> Fraction:
        """Return the value moved."""
        return value * (1 + self.by / 100) if self.relative else value + self.by


def parse_shift(words: str) -> Shift | Fault:
    """Return the move in '+5', '-2,5' or '+1 procent', or what is wrong.

    >>> str(parse_shift("-2,5")), str(parse_shift("+1 procent"))
    ('-2,5', '+1 procent')
    """
    found = re.fullmatch(r"([+\-\u2212])\s*(.*?)(\s+procent)?", words.strip())
    number = parse_number(found[2]) if found and not found[2].endswith("%") else None
    if found is None or not isinstance(number, Fraction) or number < 0:
        return Fault.of(
            "'{words}' säger inte hur mycket det ändras.",
            "Skriv '+5' eller '-5' i underlagets enhet, eller '+1 procent' av värdet; ett nytt värde skrivs med 'blir'.",
            "'{words}' does not say how much it moves.",
            "Write '+5' or '-5' in the figure's unit, or '+1 procent' of the value; a new value is written with 'blir'.",
            words=words[:80],
        )
    return Shift(number if found[1] == "+" else -number, bool(found[3]))


def _word_or_words(value: object) -> str | tuple[str, ...]:
    """Return the word, or the list of words, that a value becomes; a list of one stays a list."""
    every = value if isinstance(value, list | tuple) else [value]
    if not every or not all(isinstance(one, str) and one.strip() for one in every):
        raise refuse(_no_value())
    return value.strip() if isinstance(value, str) else tuple(str(one).strip() for one in every)


def _no_value() -> Fault:
    return Fault.of(
        "Här ska stå ett värde, eller en lista av värden.",
        "Skriv till exempel '20 Mkr' eller '[\"06\", \"08\"]'; en hel grupp skrivs under sin egen nyckel ('villkor:').",
        "A value is to stand here, or a list of values.",
        "Write for instance '20 Mkr' or '[\"06\", \"08\"]'; a whole group is written under its own key ('villkor:').",
    )


NewValue = Annotated[
    tuple[str, ...] | str,
    PlainValidator(_word_or_words),
    WithJsonSchema(
        {
            "type": ["string", "number", "array"],
            "items": {"type": ["string", "number"]},
            "description": "Vad värdet blir: ett värde, eller en lista.",
            "examples": ["20 Mkr"],
        }
    ),
]
Months = Annotated[
    Span,
    PlainValidator(from_words(parse_span)),
    InWords(str),
    WithJsonSchema(
        {
            "type": ["string", "integer"],
            "description": "Datum, eller första/sista.",
            "examples": ["2024-03", "2024-03/2024-06"],
        }
    ),
]
Moved = Annotated[
    Shift,
    PlainValidator(from_words(parse_shift)),
    InWords(str),
    WithJsonSchema(
        {
            "type": ["string", "integer"],
            "description": "Hur mycket ett underlag ändras.",
            "examples": ["+5", "-2,5", "+1 procent"],
        }
    ),
]
