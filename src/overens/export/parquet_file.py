"""Typed columns and what they rest on -> the bytes of a Parquet file, the same bytes each time."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any, TypeAlias

from overens.export.columns import Cell, Columns, Field, FieldKind, exact_words
from overens.export.does_not_fit import DoesNotFit
from overens.vocabulary.problems import Fault
from overens.vocabulary.wording import Language, Text

Arrow: TypeAlias = Any  # pyarrow has no types of its own

LEAST, MOST = -(2**63), 2**63 - 1
"""What a whole number of 64 bits holds."""
BESIDE = "_float"
"""What the column's name ends in that holds an exact number as a float too, for whoever only draws a picture."""


def to_parquet(columns: Columns, language: Language, about: Mapping[str, str]) -> bytes:
    """Return the file: whole kronor as int64, days as date32, closed sets as dictionaries, exact numbers as text.

    Args:
        about: What the file says of itself, by name: when known, of which run.

    Raises:
        DoesNotFit: If a number is too large for 64 bits.
        ImportError: If pyarrow is not installed.
    """
    import pyarrow
    from pyarrow import parquet

    made = [pair for field in columns.fields for pair in _arrays(pyarrow, columns, field, language)]
    said = {"title": columns.title.say(language), "description": columns.about.say(language), **about}
    schema = pyarrow.schema([field for field, _ in made], metadata={"key": " ".join(columns.key), **said})
    out = io.BytesIO()
    parquet.write_table(pyarrow.table([array for _, array in made], schema=schema), out, compression="zstd")
    return out.getvalue()


def _arrays(pyarrow: Arrow, columns: Columns, field: Field, language: Language) -> list[tuple[Arrow, Arrow]]:
    """Return the field with its array; an exact number stands as text and, beside it, as a float."""
    cells = columns.cells[field.name]
    kind, values = _type(pyarrow, field), _values(columns, field, cells, language)
    found = [(_field(pyarrow, field, field.name, kind, language), pyarrow.array(values, type=kind))]
    if field.kind in (FieldKind.SHARE, FieldKind.VALUE):
        near = [float(cell) if isinstance(cell, Fraction) else None for cell in cells]
        beside = _field(pyarrow, field, f"{field.name}{BESIDE}", pyarrow.float64(), language)
        found.append((beside, pyarrow.array(near, type=pyarrow.float64())))
    return found


def _field(pyarrow: Arrow, field: Field, name: str, kind: Arrow, language: Language) -> Arrow:
    said = {"description": field.about.say(language), "kind": field.kind.name.lower()}
    return pyarrow.field(name, kind, nullable=field.nullable, metadata=said)


def _type(pyarrow: Arrow, field: Field) -> Arrow:
    match field.kind:
        case FieldKind.KRONOR | FieldKind.COUNT:
            return pyarrow.int64()
        case FieldKind.YEAR:
            return pyarrow.int32()
        case FieldKind.DAY:
            return pyarrow.date32()
        case FieldKind.TRUTH:
            return pyarrow.bool_()
        case FieldKind.TEXT if field.values:
            return pyarrow.dictionary(pyarrow.int32(), pyarrow.string())
        case FieldKind.TEXT | FieldKind.SHARE | FieldKind.VALUE:
            return pyarrow.string()


def _values(columns: Columns, field: Field, cells: Sequence[Cell], language: Language) -> list[object]:
    for n, cell in enumerate(cells):
        if isinstance(cell, int) and not LEAST <= cell <= MOST:
            raise DoesNotFit(_too_large(columns, field, n, cell))
    return [_plain(cell, language) for cell in cells]


def _plain(cell: Cell, language: Language) -> object:
    match cell:
        case Text():
            return cell.say(language)
        case Fraction():
            return exact_words(cell)
        case _:
            return cell


def _too_large(columns: Columns, field: Field, n: int, cell: int) -> Fault:
    key = ", ".join(str(columns.cells[name][n]) for name in columns.key)
    return Fault.of(
        "{table} ({key}): {field} är {number}, mer än 64 bitar rymmer.",
        "Ta CSV eller JSON, som rymmer alla tal; eller rätta talet, om det är fel.",
        "{table} ({key}): {field} is {number}, more than 64 bits hold.",
        "Take CSV or JSON, which hold every number; or mend the number, if it is wrong.",
        table=columns.name,
        key=key[:100],
        field=field.name,
        number=str(cell),
    )
