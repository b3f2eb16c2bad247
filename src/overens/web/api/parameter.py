"""A parameter as it is described to programs, and what is written in its place -> its value, or what would be right."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from urllib.parse import parse_qsl

from overens.vocabulary.names import did_you_mean
from overens.vocabulary.problems import Fault
from overens.vocabulary.wording import Text
from overens.web.parameters import doubled, shown
from overens.web.refused import Refused

LONGEST = 200
"""Characters in a text that is searched for."""
LARGEST = 10**15
"""The largest number that is read, either way: more kronor than there are, and exact in every program."""
_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,15})")
DAY = "^(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}$"
"""A day that anybody may ask for (RFC 3339)."""
NOT_TYPED = "\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ufffd"
"""Characters that no layer of the portal lets through: nobody types them."""

Schema = dict[str, Any]


@dataclass(frozen=True)
class Parameter:
    """What may stand after the question mark, or in a place of the address, by one name.

    Attributes:
        schema: Its JSON Schema, as in the description: what it allows is read, and nothing else.
        read: The words -> the value; ValueError for words that cannot be meant.
        right: What would be right to write.
        example: A value that may be meant.
        default: The value where it is not given.
    """

    name: str
    about: Text
    schema: Schema
    read: Callable[[str], Any]
    right: Text
    example: str
    default: Any = None
    values: Sequence[str] = field(default=())

    @property
    def is_list(self) -> bool:
        """Whether it is several values."""
        return bool(self.schema["type"] == "array")

    def value_of(self, words: str) -> Any:  # noqa: ANN401 - the value's type is the parameter's own
        """Return the value that the words mean.

        Raises:
            Refused: If they mean none.
        """
        try:
            return self.read(words)
        except ValueError:
            raise Refused(422, _unreadable(self, words)) from None


# --- the kinds ----------------------------------------------------------------------


def whole(
    name: str, about: Text, low: int, high: int, default: int | None = None, example: int | None = None
) -> Parameter:
    """Return a parameter that is a whole number from low to high."""

    def read(words: str) -> int:
        if not _INTEGER.fullmatch(words) or not low <= int(words) <= high:
            raise ValueError
        return int(words)

    schema: Schema = {"type": "integer", "minimum": low, "maximum": high}
    right = Text("ett heltal från {low} till {high}", "a whole number from {low} to {high}", {"low": low, "high": high})
    given = {"default": default} if default is not None else {}
    return Parameter(
        name, about, {**schema, **given}, read, right, str(example if example is not None else default), default
    )


def text(
    name: str, about: Text, example: str, pattern: str = f"^[^{NOT_TYPED}]+$", right: Text | None = None
) -> Parameter:
    """Return a parameter that is words, exactly as they stand in the answer.

    Args:
        right: What would be right to write; None for any text that is not too long.
    """
    allowed = re.compile(pattern)

    def read(words: str) -> str:
        if not words or len(words) > LONGEST or not allowed.match(words) or "\n" in words:
            raise ValueError
        return words

    schema: Schema = {"type": "string", "minLength": 1, "maxLength": LONGEST, "pattern": pattern}
    some = Text("text, högst {n} tecken", "text, at most {n} characters", {"n": LONGEST})
    return Parameter(name, about, schema, read, right or some, example)


def chosen(name: str, about: Text, values: Sequence[str], default: str | None = None) -> Parameter:
    """Return a parameter that is one of the values."""

    def read(words: str) -> str:
        if words not in values:
            raise ValueError
        return words

    given = {"default": default} if default is not None else {}
    schema: Schema = {"type": "string", "enum": list(values), **given}
    return Parameter(name, about, schema, read, _one_of(values), default or values[0], default, values)


def chosen_several(name: str, about: Text, values: Sequence[str], example: str) -> Parameter:
    """Return a parameter that is some of the values, each once, with commas between."""

    def read(words: str) -> tuple[str, ...]:
        several = tuple(words.split(","))
        if not set(several) <= set(values) or len(set(several)) < len(several):
            raise ValueError
        return several

    items: Schema = {"type": "string", "enum": list(values)}
    schema: Schema = {"type": "array", "items": items, "minItems": 1, "uniqueItems": True}
    several = Text(
        "ett eller flera, var och ett en gång, med komma emellan: {values}",
        "one or more, each once, with commas between: {values}",
        {"values": ", ".join(values)},
    )
    return Parameter(name, about, schema, read, several, example, values=values)


def day(name: str, about: Text) -> Parameter:
    """Return a parameter that is a day."""

    def read(words: str) -> date:
        if not re.fullmatch(DAY, words):
            raise ValueError
        return date.fromisoformat(words)

    right = Text("en dag, som 2024-01-31", "a day, as 2024-01-31")
    return Parameter(name, about, {"type": "string", "format": "date", "pattern": DAY}, read, right, "2024-01-31")


def truth(name: str, about: Text) -> Parameter:
    """Return a parameter that is true or false."""

    def read(words: str) -> bool:
        if words not in ("true", "false"):
            raise ValueError
        return words == "true"

    return Parameter(name, about, {"type": "boolean"}, read, _one_of(("true", "false")), "true")


def _one_of(values: Sequence[str]) -> Text:
    return Text("ett av: {values}", "one of: {values}", {"values": ", ".join(values)})


# --- reading a query ----------------------------------------------------------------


def written_query(query: str, parameters: Sequence[Parameter]) -> dict[str, str]:
    """Return what is written for each name; the parts of a list may stand with commas between, or each by itself.

    Raises:
        Refused: If a name is unknown or doubled.
    """
    known = {one.name: one for one in parameters}
    found: dict[str, str] = {}
    for name, words in parse_qsl(query, keep_blank_values=True):
        if name not in known:
            raise Refused(422, _unknown(name, known))
        if name in found and not known[name].is_list:
            raise Refused(422, doubled(name, found[name], words))
        found[name] = f"{found[name]},{words}" if name in found else words
    return found


def read_query(query: str, parameters: Sequence[Parameter]) -> dict[str, Any]:
    """Return each parameter's value by its name; its default where it is not given.

    Raises:
        Refused: If a name is unknown or doubled, or a value cannot be meant.
    """
    found = written_query(query, parameters)
    return {one.name: one.value_of(found[one.name]) if one.name in found else one.default for one in parameters}


def _unknown(name: str, known: Collection[str]) -> Fault:
    near = did_you_mean(name, known)
    return Fault.of(
        "Parametern '{name}' finns inte här.",
        "Menade du '{near}'?" if near else "Här finns: {known}." if known else "Adressen tar inga parametrar.",
        "There is no parameter '{name}' here.",
        "Did you mean '{near}'?" if near else "There are: {known}." if known else "The address takes no parameters.",
        name=shown(name),
        near=near,
        known=", ".join(known),
    )


def _unreadable(parameter: Parameter, words: str) -> Fault:
    near = did_you_mean(words, [one for one in parameter.values if not one.startswith("-")])
    guess = Text(" Menade du '{near}'?", " Did you mean '{near}'?", {"near": near}) if near else ""
    return Fault.of(
        "'{name}' kan inte vara '{words}'.",
        "Skriv {right}.{guess}",
        "'{name}' cannot be '{words}'.",
        "Write {right}.{guess}",
        name=parameter.name,
        words=shown(words),
        right=parameter.right,
        guess=guess,
    )


def read_words(words: Mapping[str, str], parameters: Sequence[Parameter]) -> dict[str, Any]:
    """Return the value of each named place in the address.

    Raises:
        Refused: If one cannot be meant; there is then nothing at the address.
    """
    try:
        return {one.name: one.value_of(words[one.name]) for one in parameters}
    except Refused as refused:
        raise Refused(404, refused.fault) from None
