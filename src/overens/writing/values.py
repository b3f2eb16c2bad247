"""Types for the values that stand in written files: amounts, dates, shares, codes, words."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum
from fractions import Fraction
from typing import Annotated, Any, TypeVar

from pydantic import (
    BeforeValidator,
    Discriminator,
    Field,
    PlainValidator,
    StringConstraints,
    WithJsonSchema,
)

from overens.vocabulary.money import Amount, amount_words, parse_amount
from overens.vocabulary.periods import When, parse_when, parse_years, year_spans
from overens.vocabulary.problems import Fault
from overens.vocabulary.wording import Text
from overens.writing.clauses import InWords, from_words
from overens.writing.numbers import count_words, number_words, parse_count, parse_number, parse_share, share_words

T = TypeVar("T")


def _text_schema(description: str, *examples: str, number: bool = False) -> WithJsonSchema:
    kinds: Any = ["string", "integer"] if number else "string"
    return WithJsonSchema({"type": kinds, "description": description, "examples": list(examples)})


Kr = Annotated[
    Amount,
    PlainValidator(from_words(parse_amount)),
    InWords(amount_words),
    _text_schema(
        "Belopp: 'kr' är exakt, 'Mkr' och 'miljarder' är avrundade, drygt/knappt/upp till är gränser.",
        "1 535 000 000 kr",
        "182,5 Mkr",
        "drygt 86 Mkr",
    ),
]

Day = Annotated[
    When,
    PlainValidator(from_words(parse_when)),
    InWords(str),
    _text_schema("Datum: dag, månad eller år.", "2023-12-20", "2023-12", number=True),
]

Years = Annotated[
    tuple[int, ...],
    PlainValidator(from_words(parse_years)),
    InWords(year_spans),
    _text_schema("År, eller första–sista.", "2024", "2020–2022", number=True),
]

Words = Annotated[str, StringConstraints(min_length=1, max_length=2000, strip_whitespace=True)]


def _parse_slug(words: str) -> str | Fault:
    if re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", words) and len(words) <= 80:
        return words
    return Fault.of(
        "'{words}' kan inte vara ett id.",
        "Använd små bokstäver a–z, siffror och bindestreck, till exempel 'kvinnors-halsa-2024'.",
        "'{words}' cannot be an id.",
        "Use lower-case a–z, digits and hyphens, for instance 'kvinnors-halsa-2024'.",
        words=words,
    )


Slug = Annotated[
    str,
    PlainValidator(from_words(_parse_slug)),
    _text_schema("Id: små bokstäver, siffror, bindestreck.", "kvinnors-halsa-2024"),
]


def _parse_name(words: str) -> str | Fault:
    if re.fullmatch(r"[\w.-]{1,80}", words):
        return words
    return Fault.of(
        "'{words}' är inget namn på ett underlag.",
        "Skriv underlagets id, till exempel 'befolkning'.",
        "'{words}' is not the name of a figure.",
        "Write the figure's id, for instance 'befolkning'.",
        words=words[:80],
    )


FigureName = Annotated[str, PlainValidator(from_words(_parse_name)), _text_schema("Underlagets id.", "befolkning")]


def _parse_code(words: str) -> str | Fault:
    if re.fullmatch(r"\d{2}|\d{4}", words):
        return words
    return Fault.of(
        "'{words}' är ingen kod.",
        "Skriv länets två siffror ('06') eller kommunens fyra ('0680').",
        "'{words}' is not a code.",
        "Write the county's two digits ('06') or the municipality's four ('0680').",
        words=words,
    )


Code = Annotated[
    str,
    PlainValidator(from_words(_parse_code)),
    _text_schema("Länskod eller kommunkod som text.", "06", "0680", number=True),
]


Share = Annotated[
    Fraction, PlainValidator(from_words(parse_share)), InWords(share_words), _text_schema("Andel.", "1/2", "50 %")
]


Number = Annotated[
    Fraction,
    PlainValidator(from_words(parse_number)),
    InWords(number_words),
    _text_schema("Tal.", "70", "37,5", number=True),
]


def _parse_yes_no(words: str) -> bool | Fault:
    match words.strip().casefold():
        case "ja":
            return True
        case "nej":
            return False
        case _:
            return Fault.of(
                "'{words}' är varken ja eller nej.",
                "Skriv 'ja' eller 'nej'.",
                "'{words}' is neither ja nor nej.",
                "Write 'ja' or 'nej'.",
                words=words,
            )


def _yes_no_words(value: bool) -> str:
    return "ja" if value else "nej"


YesNo = Annotated[
    bool, PlainValidator(from_words(_parse_yes_no)), InWords(_yes_no_words), WithJsonSchema({"enum": ["ja", "nej"]})
]


Count = Annotated[
    int, PlainValidator(from_words(parse_count)), InWords(count_words), _text_schema("Heltal.", "5", number=True)
]


class Missing(StrEnum):
    """What a source does not say (ej funnet), and how that is known."""

    NOT_FOUND = "ej funnet"
    NOT_PUBLISHED = "ej publicerat"
    NOT_KNOWN = "ej känt"
    NOT_STATED = "ej angivet"


_MISSING = {
    Missing.NOT_FOUND: "not found",
    Missing.NOT_PUBLISHED: "not published",
    Missing.NOT_KNOWN: "not known",
    Missing.NOT_STATED: "not stated",
}


def missing_words(missing: Missing) -> Text:
    """Return what is missing as words in either language."""
    return Text(missing.value, _MISSING[missing])


def _or_missing(parse: Callable[[str], T | Fault]) -> Callable[[str], T | Missing | Fault]:
    def read(words: str) -> T | Missing | Fault:
        return Missing(words.strip()) if words.strip() in set(Missing) else parse(words)

    return read


MaybeKr = Annotated[
    Amount | Missing,
    PlainValidator(from_words(_or_missing(parse_amount))),
    InWords(amount_words),
    _text_schema("Belopp, eller att det inte är funnet.", "182,5 Mkr", "ej funnet"),
]
MaybeDay = Annotated[
    When | Missing,
    PlainValidator(from_words(_or_missing(parse_when))),
    InWords(str),
    _text_schema("Datum, eller att det inte är funnet.", "2024-12-01", "ej funnet", number=True),
]
MaybeShare = Annotated[
    Fraction | Missing,
    PlainValidator(from_words(_or_missing(parse_share))),
    InWords(share_words),
    _text_schema("Andel, eller att den inte är funnen.", "1/9", "ej publicerat"),
]
MaybeNumber = Annotated[
    Fraction | Missing,
    PlainValidator(from_words(_or_missing(parse_number))),
    InWords(number_words),
    _text_schema("Tal, eller att det inte är funnet.", "70", "ej publicerat", number=True),
]


class _ByKey(Discriminator):
    """A discriminator that can stand in `X | None`, which needs a hash."""

    __hash__ = object.__hash__


def by_key(
    part: str, kinds: dict[str, str], words: dict[str, str] | None = None, any_word: str | None = None
) -> Discriminator:
    """Return what picks a kind by the key that only it has, or by a bare word.

    Args:
        part: The Swedish name of the part, for the problem.
        kinds: Key that shows the kind -> the kind's tag.
        words: Bare word -> the kind's tag.
        any_word: The tag for any other bare word, if one kind is written so.
    """
    bare = words or {}

    def choose(value: Any) -> str | None:
        if isinstance(value, str):
            return bare.get(value.strip(), any_word)
        if isinstance(value, dict):
            return next((tag for key, tag in kinds.items() if key in value), None)
        return None

    return _ByKey(
        choose,
        custom_error_type="kind",
        custom_error_message="kind",
        custom_error_context={"part": part, "kinds": ", ".join(dict.fromkeys([*kinds, *bare]))},
    )


def _one_or_many(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


def _one_or_many_schema(description: str) -> WithJsonSchema:
    many = {"type": "array", "items": {"type": "string"}, "minItems": 1}
    return WithJsonSchema({"anyOf": [{"type": "string"}, many], "description": description})


Sourced = Annotated[
    tuple[Slug, ...],
    BeforeValidator(_one_or_many),
    InWords(tuple),
    Field(min_length=1),
    _one_or_many_schema("En källa, eller en lista av källor: namn under 'källor'."),
]
Slugs = Annotated[
    tuple[Slug, ...],
    BeforeValidator(_one_or_many),
    InWords(tuple),
    Field(min_length=1),
    _one_or_many_schema("Ett id, eller en lista av id."),
]
Texts = Annotated[
    tuple[Words, ...],
    BeforeValidator(_one_or_many),
    InWords(tuple),
    _one_or_many_schema("En text, eller en lista av texter."),
]
