"""The library -> the page that lists its tables to take along whole, and the page of one: its fields and first rows."""

from __future__ import annotations

from dataclasses import replace

from overens.export.columns import Columns, Field, FieldKind, as_table
from overens.export.does_not_fit import DoesNotFit
from overens.export.parquet_file import to_parquet
from overens.usecases.citation import Citation
from overens.usecases.resources.all import RESOURCES
from overens.usecases.resources.counted import count_rows, counted_document, counted_table
from overens.usecases.resources.document import resource_document
from overens.usecases.resources.files import cited, not_installed, provenance
from overens.usecases.resources.model import Resource, taken_from
from overens.usecases.resources.parts import known_allocations
from overens.vocabulary.names import did_you_mean
from overens.vocabulary.problems import Fault
from overens.vocabulary.wording import NO, YES, Language, Text, counted, plain
from overens.web.answer import Answer
from overens.web.asked import Asked
from overens.web.form import Form
from overens.web.grid import Column, Grid, grid, words
from overens.web.ordering import ordered
from overens.web.refused import Refused
from overens.web.table_grid import Shown, plain_cell, table_grid

FIRST_ROWS = 20
"""How many rows a table's page shows; its files hold all."""
_KINDS = {
    FieldKind.TEXT: plain("text"),
    FieldKind.KRONOR: Text("hela kronor", "whole kronor"),
    FieldKind.COUNT: Text("antal", "count"),
    FieldKind.YEAR: Text("år", "year"),
    FieldKind.SHARE: Text("andel, exakt", "share, exact"),
    FieldKind.VALUE: Text("tal, exakt", "number, exact"),
    FieldKind.DAY: Text("dag", "day"),
    FieldKind.TRUTH: Text("ja eller nej", "yes or no"),
}


def answer(asked: Asked) -> Answer:
    """Return the list of tables."""
    found = count_rows(asked.library, asked.as_known_on)
    table = ordered(counted_table(found), asked.sort, asked.language)
    columns = [
        Shown("name", lambda row: words(str(row["name"]), asked.link(f"/data/{row['name']}"))),
        Shown("rows", lambda row: plain_cell("rows", row["rows"])),
        Shown("about", lambda row: words(Text("{t}. {a}", "{t}. {a}", {"t": row["title"], "a": row["about"]}))),
    ]
    return Answer(
        Text("Hela biblioteket som data", "The whole library as data"),
        "data.html",
        {"listed": table_grid(table, columns, Text("Tabellerna, alla år", "The tables, all years"), "tables")},
        {"tables": table},
        lambda language: counted_document(found, language),
        allocations=tuple(known_allocations(asked.library, asked.as_known_on)),
    )


def of_table(asked: Asked) -> Answer:
    """Return one table: what its fields hold, and its first rows.

    Raises:
        Refused: If there is no such table.
    """
    resource = _find(asked.words["resource"])
    columns = taken_from(resource, asked.library, asked.as_known_on)
    table = as_table(columns)
    return Answer(
        resource.title,
        "data_table.html",
        {
            "about": resource.about,
            "fields": _fields(resource),
            "first": _first_rows(asked, columns) if columns.length else None,
            "rows": counted(columns.length, ("rad", "rader"), ("row", "rows")),
            "more": columns.length > FIRST_ROWS,
        },
        {resource.name: table},
        lambda language: resource_document(columns, language),
        allocations=tuple(known_allocations(asked.library, asked.as_known_on)),
        files={Form.PARQUET: lambda language, citation: _parquet(asked, columns, language, citation)},
    )


def _find(name: str) -> Resource:
    if name in RESOURCES:
        return RESOURCES[name]
    raise Refused(404, _no_table(name, did_you_mean(name, RESOURCES)))


def _fields(resource: Resource) -> Grid:
    rows = [
        [
            words(one.name),
            words(_KINDS[one.kind]),
            words(one.about, note=plain(", ".join(one.values)) if one.values else None),
            words(_whether(resource, one)),
        ]
        for one in resource.fields
    ]
    headings = (Text("Fält", "Field"), Text("Slag", "Kind"), Text("Vad", "What"), Text("Alltid känt", "Always known"))
    return grid(Text("Tabellens fält", "Fields of the table"), [Column(one) for one in headings], rows)


def _whether(resource: Resource, field: Field) -> Text:
    if field.name in resource.key:
        return Text("nyckel", "key")
    return NO if field.nullable else YES


def _first_rows(asked: Asked, columns: Columns) -> Grid:
    table = ordered(as_table(columns), asked.sort, asked.language)
    years = {n for n, one in enumerate(columns.fields) if one.kind is FieldKind.YEAR}
    rows = [tuple(str(cell) if n in years else cell for n, cell in enumerate(row)) for row in table.rows[:FIRST_ROWS]]
    shown = [Shown(name, heading=plain(name)) for name in table.names]
    return table_grid(replace(table, rows=tuple(rows)), shown, Text("De första raderna", "The first rows"))


def _parquet(asked: Asked, columns: Columns, language: Language, citation: Citation | None) -> bytes:
    whence = citation or cited(asked.library, columns.title, asked.target.path, asked.as_known_on)
    try:
        return to_parquet(columns, language, provenance(whence, language))
    except DoesNotFit as large:
        raise Refused(422, large.fault) from None
    except ImportError as absent:
        raise Refused(404, not_installed(absent.name or "pyarrow")) from None


def _no_table(name: str, near: str | None) -> Fault:
    return Fault.of(
        "Tabellen '{name}' finns inte.",
        "Menade du '{near}'?" if near else "Det finns: {names}.",
        "There is no table '{name}'.",
        "Did you mean '{near}'?" if near else "There are: {names}.",
        name=name[:60],
        near=near,
        names=", ".join(RESOURCES),
    )
