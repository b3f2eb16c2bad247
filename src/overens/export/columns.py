"""Columns that say what they hold: a name, a kind, a closed set of words -> what typed files and CSV are made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum
from fractions import Fraction
from typing import TypeAlias

from overens.export import csv_table
from overens.vocabulary.wording import Language, Text, exact_decimal


class FieldKind(StrEnum):
    """What the cells of a column are (slag av fält)."""

    TEXT = "text"
    KRONOR = "kronor"
    COUNT = "antal"
    YEAR = "år"
    SHARE = "andel"
    VALUE = "värde"
    DAY = "dag"
    TRUTH = "ja eller nej"


Cell: TypeAlias = str | int | bool | Fraction | date | Text | None
"""Text and str in columns of TEXT, int in KRONOR, COUNT and YEAR, Fraction in SHARE and VALUE, date in DAY, bool in TRUTH."""
JsonCell: TypeAlias = str | int | bool | None
Row: TypeAlias = tuple[Cell, ...]


@dataclass(frozen=True)
class Field:
    """A column (fält).

    Attributes:
        name: As in CSV and JSON, the same in both languages.
        about: What it holds, in a few words; its heading where it is shown to people.
        values: Every word that may stand in it, where they are a closed set.
        nullable: Whether a cell may be unknown.
    """

    name: str
    kind: FieldKind
    about: Text
    values: tuple[str, ...] = ()
    nullable: bool = False


@dataclass(frozen=True)
class Columns:
    """Rows as columns of one kind each, in the order of their key.

    Attributes:
        name: What the file of it is called.
        key: The fields that tell the rows apart.
        cells: Field -> its cells, one for each row.
    """

    name: str
    title: Text
    about: Text
    key: tuple[str, ...]
    fields: tuple[Field, ...]
    cells: Mapping[str, Sequence[Cell]]

    @property
    def length(self) -> int:
        """How many rows there are."""
        return len(self.cells[self.fields[0].name])


def closed(words: type[Enum]) -> tuple[str, ...]:
    """Return a closed set of words as the English identifiers that programs read.

    >>> closed(FieldKind)[:2]
    ('text', 'kronor')
    """
    return tuple(one.name.lower() for one in words)


def in_columns(fields: Sequence[Field], key: Sequence[str], rows: Iterable[Row]) -> dict[str, list[Cell]]:
    """Return rows as columns, in the order of the key; what is unknown comes first.

    >>> fields = [Field(name, FieldKind.TEXT, Text(name, name)) for name in ("a", "b")]
    >>> in_columns(fields, ["b"], [("x", "2"), ("y", "1")])
    {'a': ['y', 'x'], 'b': ['1', '2']}
    """
    names = [one.name for one in fields]
    at = [names.index(name) for name in key]
    ordered = sorted(rows, key=lambda row: tuple((row[n] is not None, row[n]) for n in at))
    return {name: [row[n] for row in ordered] for n, name in enumerate(names)}


def exact_words(number: Fraction) -> str:
    """Return an exact number as text: as a decimal where that is the whole of it, else as a fraction.

    >>> exact_words(Fraction("11.4")), exact_words(Fraction(1, 3))
    ('11.4', '1/3')
    """
    words = exact_decimal(number)
    return words if Fraction(words) == number else f"{number.numerator}/{number.denominator}"


def in_json(cell: Cell, language: Language) -> JsonCell:
    """Return a cell as JSON has it: a day as 2024-01-31, a fraction as 0.25 or 1/3, a sentence in the language."""
    match cell:
        case Text():
            return cell.say(language)
        case Fraction():
            return exact_words(cell)
        case date():
            return cell.isoformat()
        case _:
            return cell


def as_table(columns: Columns) -> csv_table.Table:
    """Return the columns as a table for CSV: a day as 2023-12-20, yes and no as 1 and 0."""
    cells = [[_plain(cell) for cell in columns.cells[one.name]] for one in columns.fields]
    return csv_table.Table(
        columns.title,
        tuple(one.name for one in columns.fields),
        tuple(one.about for one in columns.fields),
        tuple(zip(*cells, strict=True)),
    )


def _plain(cell: Cell) -> csv_table.Cell:
    match cell:
        case bool():
            return int(cell)
        case date():
            return cell.isoformat()
        case _:
            return cell
