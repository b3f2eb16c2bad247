"""A table of the library -> JSON document: its fields, and its columns whole."""

from __future__ import annotations

from overens.export.columns import Columns, in_json
from overens.usecases.citation import Citation
from overens.usecases.documents.citation import citation_document
from overens.usecases.documents.parts import Document, word
from overens.usecases.resources.model import Resource
from overens.vocabulary.wording import Language


def resource_document(columns: Columns, language: Language) -> Document:
    """Return the table by columns; exact numbers are text, days are as 2023-12-20."""
    return {
        **fields_document(columns, language),
        "rows": columns.length,
        "columns": {name: [in_json(cell, language) for cell in cells] for name, cells in columns.cells.items()},
    }


def cited_document(columns: Columns, citation: Citation, language: Language) -> Document:
    """Return the table by columns, and how it is cited (overens export TABLE --json)."""
    return {**resource_document(columns, language), "citation": citation_document(citation, language)}


def fields_document(one: Columns | Resource, language: Language) -> Document:
    """Return what a table of the library is: its key, and its fields with their kinds and closed sets."""
    return {
        "name": one.name,
        "title": one.title.say(language),
        "about": one.about.say(language),
        "key": list(one.key),
        "fields": [
            {
                "name": field.name,
                "kind": word(field.kind),
                "about": field.about.say(language),
                "values": list(field.values),
                "nullable": field.nullable,
            }
            for field in one.fields
        ],
    }
