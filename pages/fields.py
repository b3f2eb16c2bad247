"""A model of a written part -> its keys as rows: what may stand there, and whether it must."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum
from types import UnionType
from typing import Annotated, Union, get_args, get_origin, get_type_hints

from overens.agreement.rules import Bound, Condition, Key
from overens.writing import values
from overens.writing.clauses import Clause
from pages.markdown import code

_WORDS: tuple[tuple[object, str], ...] = (
    (Key, "en nyckel"),
    (Bound, "ett belopp, eller en andel av en tabell"),
    (Condition, "ett villkor"),
    (values.Kr, "belopp"),
    (values.MaybeKr, "belopp, eller `ej publicerat`"),
    (values.Day, "datum"),
    (values.MaybeDay, "datum, eller `ej funnet`"),
    (values.Words, "text"),
    (values.FigureName, "underlagets id"),
    (values.Code, "kod"),
    (values.Share, "andel: `1/2` eller `50 %`"),
    (values.MaybeShare, "andel, eller `ej publicerat`"),
    (values.Number, "tal"),
    (values.MaybeNumber, "tal, eller `ej publicerat`"),
    (values.Count, "heltal"),
    (values.Sourced, "namn på en källa, eller en lista"),
)
"""What to call each kind of value."""

PARTS = {
    "FigureRef": "underlag och datum",
    "MetBy": "vilka som klarar villkoret",
    "Level": "nivå",
    "Measured": "mätning",
    "Plausible": "rimliga gränser",
    "Requirement": "prestationskrav",
    "Step": "steg",
    "UnitPrice": "styckpris",
    "WeightedKey": "nyckel med vikt",
}
"""What to call the parts that stand inside a kind, by the name of their model."""


def rows(kind: type[Clause]) -> list[tuple[str, str, str]]:
    """Return key, what may stand there, and whether it must, for each key of the part."""
    hints = get_type_hints(kind, include_extras=True)
    return [
        (code(field.alias or name), _words(hints[name]), "ja" if field.is_required() else "nej")
        for name, field in kind.model_fields.items()
    ]


def parts_within(kinds: Iterable[type[Clause]]) -> tuple[type[Clause], ...]:
    """Return every part that stands inside the kinds and is no kind itself, in the order of their names."""
    wanted, found = list(kinds), set[type[Clause]]()
    while wanted:
        for part in _parts(wanted.pop()):
            if part not in found:
                found.add(part)
                wanted.append(part)
    return tuple(sorted(found, key=lambda part: PARTS[part.__name__]))


def _parts(kind: type[Clause]) -> Iterator[type[Clause]]:
    for hint in get_type_hints(kind, include_extras=True).values():
        for inner in _inside(hint):
            if isinstance(inner, type) and issubclass(inner, Clause):
                yield inner


def _inside(hint: object) -> Iterator[object]:
    """Yield the types in a hint, but not the kinds within a part of the rule, which have sections of their own."""
    if any(hint == known for known, _ in _WORDS):
        return
    if get_args(hint):
        for inner in get_args(hint):
            yield from _inside(inner)
    else:
        yield hint


def _words(hint: object) -> str:
    for known, words in _WORDS:
        if hint == known:
            return words
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _words(inner[0])
    if origin in (Union, UnionType):
        return ", eller ".join(_words(one) for one in inner if one is not type(None))
    if origin is tuple:
        return f"en lista: {_words(inner[0])}"
    if origin is dict:
        return f"{_words(inner[0])} och {_words(inner[1])}, par för par"
    if isinstance(hint, type) and issubclass(hint, Enum):
        return "ett av " + ", ".join(code(member.value) for member in hint)
    return PARTS[getattr(hint, "__name__", str(hint))]
