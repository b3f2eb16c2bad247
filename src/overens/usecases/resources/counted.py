"""A library as known on a day -> its tables, each with how many rows it has."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from overens.export.csv_table import Table
from overens.usecases.documents.parts import Document
from overens.usecases.library import Library
from overens.usecases.resources.all import RESOURCES
from overens.usecases.resources.document import fields_document
from overens.usecases.resources.model import Resource, taken_from
from overens.vocabulary.wording import Language, Text


@dataclass(frozen=True)
class Counted:
    """A table of the library, and how many rows it has."""

    resource: Resource
    rows: int


def count_rows(library: Library, as_known_on: date | None = None) -> tuple[Counted, ...]:
    """Return every table with its number of rows."""
    return tuple(Counted(one, taken_from(one, library, as_known_on).length) for one in RESOURCES.values())


def counted_document(found: Iterable[Counted], language: Language) -> Document:
    """Return every table with its fields (overens export --json)."""
    return {"resources": [{**fields_document(one.resource, language), "rows": one.rows} for one in found]}


def counted_table(found: Iterable[Counted]) -> Table:
    """Every table of the library, one a row."""
    return Table(
        Text("Tabeller", "Tables"),
        ("name", "title", "rows", "fields", "about"),
        (
            Text("Namn", "Name"),
            Text("Tabell", "Table"),
            Text("Rader", "Rows"),
            Text("Fält", "Fields"),
            Text("Vad", "What"),
        ),
        tuple(
            (one.resource.name, one.resource.title, one.rows, len(one.resource.fields), one.resource.about)
            for one in found
        ),
    )
