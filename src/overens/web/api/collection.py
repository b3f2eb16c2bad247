"""A table's columns and what is asked of them -> the rows that fit, in the order asked for, a page at a time, still as columns."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from overens.export.columns import Cell, Field, FieldKind, JsonCell, in_json
from overens.usecases.resources.model import Resource
from overens.vocabulary.periods import FIRST_YEAR, LAST_YEAR
from overens.vocabulary.wording import Language, Text, swedish_order
from overens.web.api.parameter import LARGEST, Parameter, Schema, chosen, chosen_several, day, text, truth, whole

DEFAULT_LIMIT = 20
"""As the profile asks (FNS.09)."""
MOST_ROWS = 1_000
LAST_OFFSET = 10_000_000
RANGED = (FieldKind.KRONOR, FieldKind.YEAR, FieldKind.DAY)
"""Kinds of fields that may be asked for from and to, both included."""
NOT_ASKED_FOR = (FieldKind.SHARE, FieldKind.VALUE)
"""Kinds of fields that are exact fractions, which nobody asks for by value."""

Columns = Mapping[str, Sequence[Cell]]

LANGUAGE = chosen(
    "lang",
    Text("Språk för meningar och fel.", "Language of sentences and errors."),
    [one.value for one in Language],
    Language.SWEDISH.value,
)
AS_KNOWN_ON = day(
    "as_known_on",
    Text(
        "Som det var känt den dagen; annars allt som är känt.", "As it was known on that day; else all that is known."
    ),
)


@dataclass(frozen=True)
class Page:
    """Some of the rows that fit.

    Attributes:
        columns: Field -> its cells, as they are written in JSON.
        total: How many rows fit in all.
    """

    columns: Mapping[str, list[JsonCell]]
    total: int


# --- what may be asked --------------------------------------------------------------


def parameters_of(resource: Resource) -> tuple[Parameter, ...]:
    """Return what may stand after the question mark: each field, ranges of numbers and days, and how much in which order."""
    asked = [one for one in resource.fields if one.kind not in NOT_ASKED_FOR]
    names = [one.name for one in resource.fields]
    either_way = [way + name for name in names for way in ("", "-")]
    return (
        *(parameter for one in asked for parameter in _of_field(one)),
        chosen_several("fields", Text("Bara de här fälten.", "Only these fields."), names, ",".join(resource.key)),
        chosen_several(
            "sort",
            Text(
                "Ordna efter fälten; - före ger fallande. Okänt kommer sist.",
                "Order by the fields; - before one for descending. What is unknown comes last.",
            ),
            either_way,
            resource.key[0],
        ),
        replace(
            whole("limit", Text("Högst så många rader.", "At most so many rows."), 1, MOST_ROWS, DEFAULT_LIMIT),
            right=_NOT_ALL,
        ),
        whole("offset", Text("Hoppa över så många rader.", "Skip so many rows."), 0, LAST_OFFSET, 0),
        AS_KNOWN_ON,
        LANGUAGE,
    )


_NOT_ALL = Text(
    "ett heltal från 1 till {most}, och följ länken 'next' i svaret till resten; allt på en gång finns som filer (overens export)",
    "a whole number from 1 to {most}, and follow the link 'next' in the answer to the rest; everything at once exists as files "
    "(overens export)",
    {"most": MOST_ROWS},
)


def _of_field(one: Field) -> list[Parameter]:
    """Return how a field is asked for: by its value and, for numbers and days, from and to."""
    named: list[tuple[str, Text]] = [
        (one.name, Text("{about}: just detta.", "{about}: exactly this.", {"about": one.about}))
    ]
    if one.kind in RANGED:
        named += [
            (f"{one.name}_from", Text("{about}: från och med.", "{about}: from, inclusive.", {"about": one.about})),
            (f"{one.name}_to", Text("{about}: till och med.", "{about}: to, inclusive.", {"about": one.about})),
        ]
    return [_parameter(one, name, about) for name, about in named]


def _parameter(one: Field, name: str, about: Text) -> Parameter:
    match one.kind:
        case FieldKind.KRONOR:
            return whole(name, about, -LARGEST, LARGEST, example=1_000_000)
        case FieldKind.COUNT:
            return whole(name, about, 0, LARGEST, example=1)
        case FieldKind.YEAR:
            return whole(name, about, FIRST_YEAR, LAST_YEAR, example=2024)
        case FieldKind.DAY:
            return day(name, about)
        case FieldKind.TRUTH:
            return truth(name, about)
        case _ if one.values:
            return chosen(name, about, one.values)
        case _:
            return text(name, about, "06" if one.name == "code" else "kvinnors-halsa-2024")


# --- what fits ----------------------------------------------------------------------


def select(resource: Resource, columns: Columns, asked: Mapping[str, Any], language: Language) -> Page:
    """Return the page of rows that fit all that is asked.

    Args:
        columns: The whole table.
        asked: A value, or None, for every parameter of the resource.
        language: Of cells that are sentences.
    """
    rows = list(range(_length(columns)))
    for field in resource.fields:
        fits = _fits(field, asked, language)
        if fits is not None:
            cells = columns[field.name]
            rows = [n for n in rows if fits(cells[n])]
    for way in reversed(asked["sort"] or ()):
        rows = _ordered(rows, columns[way.removeprefix("-")], language, descending=way.startswith("-"))
    shown = rows[asked["offset"] : asked["offset"] + asked["limit"]]
    names = asked["fields"] or [one.name for one in resource.fields]
    return Page({name: [in_json(columns[name][n], language) for n in shown] for name in names}, len(rows))


def _fits(one: Field, asked: Mapping[str, Any], language: Language) -> Callable[[Cell], bool] | None:
    """Return whether a cell fits what is asked of the field; None where nothing is. The unknown fits nothing."""
    exactly, low, high = (asked.get(name) for name in (one.name, f"{one.name}_from", f"{one.name}_to"))
    if exactly is None and low is None and high is None:
        return None

    def fits(cell: Cell) -> bool:
        known: Any = cell.say(language) if isinstance(cell, Text) else cell
        if known is None or (exactly is not None and known != exactly):
            return False
        return (low is None or known >= low) and (high is None or known <= high)

    return fits


def _ordered(rows: list[int], cells: Sequence[Cell], language: Language, *, descending: bool) -> list[int]:
    """Return the rows by their cells; those alike stay in their order, and what is unknown comes last both ways."""

    def by(n: int) -> Any:  # noqa: ANN401 - cells of one column are of one kind, which can be compared
        cell = in_json(cells[n], language) if isinstance(cells[n], Text) else cells[n]
        return (swedish_order(cell), cell) if isinstance(cell, str) else cell

    known = sorted((n for n in rows if cells[n] is not None), key=by, reverse=descending)
    return [*known, *(n for n in rows if cells[n] is None)]


def _length(columns: Columns) -> int:
    return len(next(iter(columns.values())))


# --- how it is described ------------------------------------------------------------

_TYPES: Mapping[FieldKind, Schema] = {
    FieldKind.TEXT: {"type": "string"},
    FieldKind.KRONOR: {"type": "integer", "format": "int64"},
    FieldKind.COUNT: {"type": "integer", "format": "int64"},
    FieldKind.YEAR: {"type": "integer"},
    FieldKind.SHARE: {"type": "string"},
    FieldKind.VALUE: {"type": "string"},
    FieldKind.DAY: {"type": "string", "format": "date"},
    FieldKind.TRUTH: {"type": "boolean"},
}


def cell_schema(one: Field) -> Schema:
    """Return what a cell of the field may be; null where it may be unknown."""
    schema = dict(_TYPES[one.kind])
    if one.values:
        schema["enum"] = [*one.values, *([None] if one.nullable else [])]
    if one.nullable:
        schema["type"] = [schema["type"], "null"]
    return schema


def columns_schema(resource: Resource, language: Language) -> Schema:
    """Return what the columns may hold; all have as many cells."""
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            one.name: {
                "type": "array",
                "maxItems": MOST_ROWS,
                "description": one.about.say(language),
                "items": cell_schema(one),
            }
            for one in resource.fields
        },
    }
