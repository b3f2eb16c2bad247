"""What stands after the question mark -> the values a view takes, or what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import date
from urllib.parse import parse_qsl

from overens.vocabulary.names import did_you_mean
from overens.vocabulary.periods import When, parse_asked_when
from overens.vocabulary.problems import Fault
from overens.vocabulary.wording import Language
from overens.web.refused import Refused

EVERYWHERE = ("lang", "as-known-on", "table", "theme", "size", "sort")
"""What every page takes."""
REPEATED = ("kind", "agreement")
"""What may be given more than once."""
LONGEST = 200
"""Characters in one value; the longest that means anything, an agreement's id, is a third of it."""
MOST = 40
"""Fields in one question; a calendar filtered in every way has some twenty."""
MOST_OWN = 100
"""Fields of a view that takes names of its own: a rule with many requirements has some sixty."""
_SPACES = re.compile("[\u00a0\u2007\u2009\u202f]")
"""Spaces that no line is broken at, as numbers are written with on the page: a form sends them back."""
_OWN = re.compile(r"[a-z][a-z0-9-]{0,59}")

Values = Mapping[str, tuple[str, ...]]


def read_parameters(query: str, takes: Collection[str], *, own: bool = False) -> Values:
    """Return the values by name; an empty one is as if it were not there, for forms send their empty fields.

    Args:
        own: Whether the view takes any other name too; an empty value of such a name is kept.

    Raises:
        Refused: If a name is unknown or doubled, or a value is too long or holds what is not text.
    """
    known = (*EVERYWHERE, *takes)
    found: dict[str, tuple[str, ...]] = {}
    fields = parse_qsl(query, keep_blank_values=True)
    most = MOST_OWN if own else MOST
    if len(fields) > most:
        raise Refused(422, _too_many(len(fields), most))
    for name, given in fields:
        value = _SPACES.sub(" ", given)
        mine = own and name not in known and _OWN.fullmatch(name) is not None
        if name not in known and not mine:
            raise Refused(422, _unknown(name, known))
        if not value.strip() and not mine:
            continue
        if name in found and name not in REPEATED:
            raise Refused(422, doubled(name, found[name][0], value))
        if len(value) > LONGEST or not value.isprintable():
            raise Refused(422, _no_value(name, value))
        found[name] = (*found.get(name, ()), value.strip())
    return found


def one(values: Values, name: str) -> str:
    """Return the value of a name that is given at most once; empty if it is not given."""
    return values.get(name, ("",))[0]


def words(values: Values, name: str, most: int) -> str:
    """Return what somebody wrote in a field; empty if it is not given.

    Raises:
        Refused: If it is longer than the most.
    """
    value = one(values, name)
    if len(value) > most:
        raise Refused(422, _no_value(name, value, most))
    return value


def language_of(query: bytes) -> Language:
    """Return the language that stands after the question mark; Swedish where none does, or nothing readable."""
    return Language.ENGLISH if b"lang=en" in query.split(b"&") else Language.SWEDISH


def read_language(values: Values) -> Language:
    """Return the language asked for; Swedish unless another is."""
    return Language(choice(values, "lang", [language.value for language in Language]) or Language.SWEDISH)


def read_day(values: Values, name: str, *, first: bool = False) -> date | None:
    """Return the day; the last one of a month or year, or its first.

    Raises:
        Refused: If it is no date.
    """
    words = one(values, name)
    if not words:
        return None
    when = parse_asked_when(words)
    if not isinstance(when, When):
        raise Refused(422, _in(name, when))
    return when.first if first else when.last


def read_year(values: Values, name: str) -> int | None:
    """Return the year, or None if none is given."""
    words = one(values, name)
    if not words:
        return None
    if not (words.isascii() and words.isdigit() and 1990 <= int(words) <= 2100):
        raise Refused(422, _not_one_of(name, words, ["1990–2100"]))
    return int(words)


def choice(values: Values, name: str, allowed: Collection[str]) -> str:
    """Return the value, which must be one of those allowed; empty if it is not given."""
    value = one(values, name)
    if value and value not in allowed:
        raise Refused(422, _not_one_of(name, value, allowed))
    return value


def flag(values: Values, name: str) -> bool:
    """Return whether something is asked for: 1 or nothing."""
    return choice(values, name, ("1",)) == "1"


def _unknown(name: str, known: Collection[str]) -> Fault:
    near = did_you_mean(name, known)
    return Fault.of(
        "Sidan känner inte till '{name}' efter frågetecknet.",
        "Menade du '{near}'?" if near else "Sidan tar: {known}.",
        "The page does not know '{name}' after the question mark.",
        "Did you mean '{near}'?" if near else "The page takes: {known}.",
        name=shown(name),
        near=near,
        known=", ".join(known),
    )


def _too_many(n: int, most: int) -> Fault:
    return Fault.of(
        "Adressen har {n} fält efter frågetecknet.",
        "Ange högst {most}.",
        "The address has {n} fields after the question mark.",
        "Give at most {most}.",
        n=str(n),
        most=str(most),
    )


def doubled(name: str, first: str, second: str) -> Fault:
    """Return what is said of a name that is given twice."""
    return Fault.of(
        "'{name}' står två gånger, som '{first}' och som '{second}'.",
        "Ange det en gång.",
        "'{name}' is given twice, as '{first}' and as '{second}'.",
        "Give it once.",
        name=name,
        first=shown(first),
        second=shown(second),
    )


def _no_value(name: str, value: str, most: int = LONGEST) -> Fault:
    return Fault.of(
        "'{name}' har ett värde som inte går att läsa: {n} tecken, '{value}'.",
        "Skriv vanlig text, högst {most} tecken.",
        "'{name}' has a value that cannot be read: {n} characters, '{value}'.",
        "Write plain text, at most {most} characters.",
        name=name,
        n=str(len(value)),
        value=shown(value),
        most=str(most),
    )


def _not_one_of(name: str, value: str, allowed: Collection[str]) -> Fault:
    return Fault.of(
        "'{name}' kan inte vara '{value}'.",
        "Skriv ett av: {allowed}.",
        "'{name}' cannot be '{value}'.",
        "Write one of: {allowed}.",
        name=name,
        value=shown(value),
        allowed=", ".join(allowed),
    )


def _in(name: str, fault: Fault) -> Fault:
    return Fault.of(
        "{name}: {message}",
        "{remedy}",
        "{name}: {message}",
        "{remedy}",
        name=name,
        message=fault.message,
        remedy=fault.remedy,
    )


def shown(value: str) -> str:
    """Return what was written, short and without signs that cannot be seen."""
    seen = "".join(c if c.isprintable() else "·" for c in value[:61])
    return seen if len(value) <= 60 else f"{seen[:60]}…"
