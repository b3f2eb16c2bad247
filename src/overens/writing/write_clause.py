"""A checked clause -> its YAML text in the one fixed form, which reads back as the same clause."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import Discriminator, Tag
from pydantic.fields import FieldInfo

from overens.writing.clauses import Clause, InWords
from overens.writing.write_tree import Keyed, Part, Scalar, other_than_text, write_tree


def write_clause(clause: Clause) -> str:
    """Return the clause as YAML with Swedish keys in the order of the model, without what is as by default.

    Reading the text gives an equal clause, and writing that one gives the same text.
    """
    return write_tree(Keyed(_said(clause)))


def _said(clause: Clause) -> dict[str, Part]:
    """Return the keys that say more than the default does, with their values."""
    fields = type(clause).model_fields.items()
    return {
        field.alias or name: _part(value, _hint(field))
        for name, field in fields
        if (value := getattr(clause, name)) != field.get_default(call_default_factory=True)
    }


def _hint(field: FieldInfo) -> Any:
    """Return the type of the field with all that stands beside it."""
    return Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation


def _part(value: Any, hint: Any) -> Part:
    """Return how a value of the type is written."""
    match value:
        case Clause():
            return _clause(value, hint)
        case Enum():
            return Scalar(str(value.value))
        case dict():
            return Keyed({key: _named(_part(item, _inner(hint, 1))) for key, item in value.items()})
    written = next((one.write(value) for one in _beside(hint) if isinstance(one, InWords)), None)
    match written:
        case str():
            return Scalar(written)
        case (only,):
            return _words(only)
        case tuple():
            return [_words(one) for one in written]
    if isinstance(value, tuple):
        return [_part(item, _inner(hint, 0)) for item in value]
    return _words(value)


def _words(words: str) -> Scalar:
    return Scalar(words, other_than_text(words))


def _named(part: Part) -> Part:
    """Return what stands under a name of its own, a pot or a source: it takes lines of its own."""
    return Keyed(part.entries, is_block=True) if isinstance(part, Keyed) else part


def _clause(clause: Clause, hint: Any) -> Part:
    """Return the clause as keys, or as a bare word where that says the same."""
    said = _said(clause)
    short = clause.shorthand
    if short is None or not said.keys() <= {short}:
        return Keyed(said)
    name, field = next((n, f) for n, f in type(clause).model_fields.items() if (f.alias or n) == short)
    word = _part(getattr(clause, name), _hint(field))
    return word if isinstance(word, Scalar) and _picks(word.text, type(clause), hint) else Keyed({short: word})


def _picks(word: str, kind: type[Clause], hint: Any) -> bool:
    """Tell whether the bare word is read as the kind, where there are several to choose from."""
    for choice in _beside(hint):
        if isinstance(choice, Discriminator) and callable(choice.discriminator):
            return choice.discriminator(word) == _tags(hint).get(kind)
    return True


def _tags(hint: Any) -> dict[Any, str]:
    """Return kind -> tag, for a type that is one of several kinds."""
    if get_origin(hint) is Annotated:
        kind, *beside = get_args(hint)
        tag = next((str(one.tag) for one in beside if isinstance(one, Tag)), None)
        return _tags(kind) if tag is None else {kind: tag}
    return {kind: tag for one in _choices(hint) for kind, tag in _tags(one).items()}


def _beside(hint: Any) -> Iterator[Any]:
    """Yield what stands beside a type: Annotated[X, a, b] | None -> a, b."""
    if get_origin(hint) is Annotated:
        inner, *beside = get_args(hint)
        yield from beside
        yield from _beside(inner)
    for one in _choices(hint):
        yield from _beside(one)


def _inner(hint: Any, n: int) -> Any:
    """Return the n:th type within a tuple or dict: tuple[X, ...] | None -> X."""
    if get_origin(hint) is Annotated:
        return _inner(get_args(hint)[0], n)
    several = [one for one in _choices(hint) if one is not type(None)]
    return _inner(several[0], n) if several else get_args(hint)[n]


def _choices(hint: Any) -> tuple[Any, ...]:
    return get_args(hint) if get_origin(hint) in (Union, UnionType) else ()
