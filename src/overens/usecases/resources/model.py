"""A table of the library: its fields with their kinds, its key, and what fills it from a library as known on a day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from overens.export.columns import Cell, Columns, Field, Row, in_columns
from overens.usecases.library import Library
from overens.vocabulary.wording import Text

Rows: TypeAlias = Callable[[Library, date | None], Iterable[Row]]


@dataclass(frozen=True)
class Resource:
    """A table of the library (tabell ur biblioteket).

    Attributes:
        name: In the plural, as in addresses and file names.
        key: The fields that tell its rows apart.
        columns: A library and the day it is as known on (None: all that is known) -> field -> cells, in the order of the key.
    """

    name: str
    title: Text
    about: Text
    key: tuple[str, ...]
    fields: tuple[Field, ...]
    columns: Callable[[Library, date | None], Mapping[str, Sequence[Cell]]]


def make(name: str, title: Text, about: Text, key: tuple[str, ...], fields: tuple[Field, ...], rows: Rows) -> Resource:
    """Return a resource whose rows are made in any order, a cell for each field; the library keeps what was made."""

    def columns(library: Library, day: date | None) -> Mapping[str, Sequence[Cell]]:
        kept = library.kept.on(day).tables
        if name not in kept:
            made = in_columns(fields, key, rows(library, day))
            kept[name] = {field: tuple(cells) for field, cells in made.items()}
        return kept[name]

    return Resource(name, title, about, key, fields, columns)


def taken_from(resource: Resource, library: Library, as_known_on: date | None = None) -> Columns:
    """Return the resource filled from the library, as known on the day."""
    one = resource
    return Columns(one.name, one.title, one.about, one.key, one.fields, one.columns(library, as_known_on))
