"""Types that lead a value back to the text it was read from: fingerprint, path and stretch."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import PlainValidator, WithJsonSchema

from overens.vocabulary.problems import Fault
from overens.writing.clauses import InWords, from_words


def _parse_fingerprint(words: str) -> str | Fault:
    if re.fullmatch(r"sha256:[0-9a-f]{64}", words):
        return words
    return Fault.of(
        "'{words}' är inget fingeravtryck.",
        "Skriv 'sha256:' och 64 hexadecimala siffror, eller ta bort nyckeln.",
        "'{words}' is no fingerprint.",
        "Write 'sha256:' and 64 hexadecimal digits, or remove the key.",
        words=words[:80],
    )


def _parse_path(words: str) -> str | Fault:
    if len(words) <= 200 and all(re.fullmatch(r"[\w-]+(?: [\w-]+)*", step) for step in words.split(".")):
        return words
    return Fault.of(
        "'{words}' är ingen väg till ett värde.",
        "Skriv nycklarna med punkt emellan: 'potter.skr.belopp'.",
        "'{words}' is no path to a value.",
        "Write the keys with full stops between: 'potter.skr.belopp'.",
        words=words[:80],
    )


def _parse_stretch(words: str) -> tuple[int, int] | Fault:
    found = re.fullmatch(r"(\d{1,9})[–-](\d{1,9})", words, re.ASCII)
    if found is not None and int(found[1]) < int(found[2]):
        return int(found[1]), int(found[2])
    return Fault.of(
        "'{words}' är inget ställe i en text.",
        "Skriv första tecknet och det efter det sista, räknat från 0: '441–459'.",
        "'{words}' is no place in a text.",
        "Write the first character and the one after the last, counted from 0: '441–459'.",
        words=words[:80],
    )


def _stretch_words(stretch: tuple[int, int]) -> str:
    return f"{stretch[0]}–{stretch[1]}"


def _schema(description: str, example: str) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "description": description, "examples": [example]})


Fingerprint = Annotated[
    str,
    PlainValidator(from_words(_parse_fingerprint)),
    _schema("Fingeravtryck av texten som lästes.", "sha256:" + "0" * 64),
]
ValuePath = Annotated[
    str, PlainValidator(from_words(_parse_path)), _schema("Vägen till ett värde.", "potter.skr.belopp")
]
Stretch = Annotated[
    tuple[int, int],
    PlainValidator(from_words(_parse_stretch)),
    InWords(_stretch_words),
    _schema("Ställe i texten: första tecknet–det efter det sista, räknat från 0.", "441–459"),
]
