"""Tables of the library -> files to take along: Parquet, CSV, JSON, and a description of them all (datapackage.json)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum

from overens.export.columns import Columns, as_table
from overens.export.csv_table import to_csv, to_excel_csv
from overens.export.data_package import described
from overens.export.json_text import json_text
from overens.export.parquet_file import to_parquet
from overens.usecases.citation import Citation, cite
from overens.usecases.library import Library
from overens.usecases.resources.document import cited_document
from overens.usecases.resources.model import Resource, taken_from
from overens.usecases.resources.parts import known_allocations
from overens.vocabulary.extras import needs_extra
from overens.vocabulary.problems import Fault
from overens.vocabulary.wording import Language, Text, plain

LICENCE = "Apache-2.0"
"""Of what the library says; each figure's own stands in `figures`."""
PACKAGE = "datapackage.json"
WHOLE = Text("Hela biblioteket", "The whole library")


class Format(Enum):
    """What a table of the library can be written as; the value is what the file's name ends in."""

    PARQUET = ".parquet"
    CSV = ".csv"
    EXCEL = ".excel.csv"
    JSON = ".json"


def cited(library: Library, title: Text, address: str, as_known_on: date | None = None) -> Citation:
    """Return how what is taken from the library is cited: by the run of all its agreements."""
    return cite(library, title, address, known_allocations(library, as_known_on), as_known_on)


def address_of(resource: Resource, as_known_on: date | None = None) -> str:
    """Return the address in the portal that shows a table of the library."""
    return f"/data/{resource.name}" + (f"?as-known-on={as_known_on}" if as_known_on else "")


def provenance(citation: Citation, language: Language) -> dict[str, str]:
    """Return what a file says of where it comes from; a day or a run that there is none of is left out."""
    said = {
        "as_known_on": citation.as_known_on.isoformat() if citation.as_known_on else "",
        "run": citation.run.whole if citation.run else "",
        "source": citation.address,
        "citation": citation.words.say(language),
        "version": citation.version,
        "licence": LICENCE,
        "language": language.value,
    }
    return {name: words for name, words in said.items() if words}


def write(columns: Columns, form: Format, citation: Citation, language: Language) -> str | bytes:
    """Return the content of one file.

    Raises:
        DoesNotFit: If a number is too large for Parquet.
        ImportError: If what writes Parquet is not installed.
    """
    match form:
        case Format.PARQUET:
            return to_parquet(columns, language, provenance(citation, language))
        case Format.CSV:
            return to_csv(as_table(columns), language)
        case Format.EXCEL:
            return to_excel_csv(as_table(columns), language)
        case Format.JSON:
            return json_text(cited_document(columns, citation, language))


def write_all(
    resources: Iterable[Resource],
    library: Library,
    form: Format,
    language: Language,
    as_known_on: date | None = None,
) -> Mapping[str, str | bytes]:
    """Return every file by its name, with the description of them all last."""
    every = list(resources)
    files: dict[str, str | bytes] = {}
    held: dict[str, Columns] = {}
    for one in every:
        columns = taken_from(one, library, as_known_on)
        name = f"{one.name}{form.value}"
        citation = cited(library, one.title, address_of(one, as_known_on), as_known_on)
        files[name], held[name] = write(columns, form, citation, language), columns
    whole = cited(library, WHOLE, "/data" + (f"?as-known-on={as_known_on}" if as_known_on else ""), as_known_on)
    return {**files, PACKAGE: json_text(described(held, files, language, provenance(whole, language)))}


def not_installed(name: str) -> Fault:
    """Return that what writes Parquet is not there, and what to install."""
    return needs_extra(plain("Parquet"), name, "data")
