"""A table with a key and numbers -> a JSON-stat 2.0 dataset: keys as dimensions, columns of numbers as one more."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import prod
from typing import Any

from overens.export.csv_table import Cell, Table
from overens.vocabulary.problems import Fault
from overens.vocabulary.wording import Language, Text, exact_decimal, plain

TIME = ("year", "month", "period", "measured_on")
GEO = ("code",)
KEYS = (
    *TIME,
    "agreement",
    "id",
    "series",
    "figure",
    "pot",
    "path",
    "requirement",
    "recipients",
    "kind",
    *GEO,
    "variant",
    "what",
    "to",
    "in",
    "number",
    "step",
)
"""Names of columns that tell rows apart."""
NUMBERED = ("year", "number", "step")
"""Those of them that may be numbers; elsewhere a number counts something."""
NAMED = ("code", "agreement", "id", "series", "figure", "pot", "path", "step")
"""Those of them that a column of names may name."""
AT_NEED = ("standing", "name", "known_from", "when")
"""Names of columns that do so where those before do not suffice."""
STATUS = ("mark", "certainty", "standing")
"""Names of columns that say how the numbers of their row are known, the first that there is."""
TOLD = ("made_up",)
"""Names of columns whose words no reader of the numbers may miss: they stand as notes."""
_UNKNOWN = {"month": Text("månad ej funnen", "month not found")}
"""What a category without an id is called, in the dimensions where that says more than a dash."""
METRIC = "metric"
"""The dimension whose categories are the columns of numbers."""
MOST_CELLS = 20_000_000
"""Cells of a cube that a reader can lay out; in practice nearly all of them are absent in the larger ones."""


@dataclass(frozen=True)
class Cube:
    """How a table becomes a cube: names of its columns by what they are.

    Attributes:
        keys: Those that tell rows apart, each a dimension.
        metrics: Those of numbers.
        status: The one that says how the numbers are known; None where there is none.
    """

    keys: tuple[str, ...]
    metrics: tuple[str, ...]
    status: str | None


def cube_of(table: Table) -> Cube | None:
    """Return how the table becomes a cube; None where nothing tells its rows apart, or it has no numbers."""
    keys = [name for n, name in enumerate(table.names) if name in KEYS and (name in NUMBERED or not _numbers(table, n))]
    for more in (None, *(name for name in AT_NEED if name in table.names)):
        keys += [more] if more is not None else []
        if keys and _apart(table, keys):
            break
    else:
        return None
    metrics = tuple(name for n, name in enumerate(table.names) if name not in keys and _numbers(table, n))
    status = next((name for name in STATUS if name in table.names and name not in keys), None)
    size = prod(len(_categories(table, key, Language.SWEDISH)) for key in keys) * len(metrics)
    if not table.rows or not metrics or METRIC in table.names or size > MOST_CELLS:
        return None
    return Cube(tuple(keys), metrics, status)


def _apart(table: Table, keys: Sequence[str]) -> bool:
    at = [table.names.index(key) for key in keys]
    found = {tuple(_id(row[n], Language.SWEDISH) for n in at) for row in table.rows}
    return len(found) == len(table.rows)


def _numbers(table: Table, n: int) -> bool:
    cells = [row[n] for row in table.rows if row[n] is not None]
    return all(isinstance(cell, int | Fraction) for cell in cells) and (bool(cells) or table.names[n].endswith("_kr"))


def no_cube(table: Table) -> Fault:
    """Return why the table cannot be had as JSON-stat."""
    return Fault.of(
        "Tabellen '{title}' går inte att ge som JSON-stat: den är tom, saknar tal, har rader som ingen nyckel "
        "skiljer åt, eller är för gles.",
        "Ta den som .csv eller .json.",
        "The table '{title}' cannot be given as JSON-stat: it is empty, has no numbers, has rows that no key "
        "tells apart, or is too sparse.",
        "Take it as .csv or .json.",
        title=table.title,
    )


def to_json_stat(
    table: Table,
    cube: Cube,
    language: Language,
    words: Mapping[str, Mapping[str, Text]],
    about: Mapping[str, Any],
) -> str:
    """Return the dataset as text, its numbers exact: as an array where every cell is there, else only the cells there are.

    A cell that is there and not known is null.

    Args:
        words: Name of a column -> identifier in it -> what that is called, for statuses and kinds.
        about: What the dataset says of itself besides: source, updated, extension.
    """
    categories = {key: _categories(table, key, language) for key in cube.keys}
    size = [*(len(found) for found in categories.values()), len(cube.metrics)]
    cells = _cells(table, cube, categories, language)
    statuses = {n: status for n, (_, status) in cells.items() if status}
    document = {
        "version": "2.0",
        "class": "dataset",
        "label": table.title.say(language),
        **about,
        **_notes(table, language),
        "id": [*cube.keys, METRIC],
        "size": size,
        "role": _role(cube),
        "dimension": {
            **{key: _dimension(table, cube, key, categories[key], language, words) for key in cube.keys},
            METRIC: _metric(table, cube, language),
        },
        **({"status": {str(n): status for n, status in statuses.items()}} if statuses else {}),
    }
    used = dict.fromkeys(statuses.values())
    if used:
        labels = _labels(used, words.get(cube.status or "", {}), language)
        document["extension"] = {**document.get("extension", {}), "status": {"label": labels}}
    head = json.dumps(document, ensure_ascii=False)
    return f'{head[:-1]}, "value": {_values(cells, prod(size))}}}\n'


def _notes(table: Table, language: Language) -> dict[str, list[str]]:
    columns = [n for n, name in enumerate(table.names) if name in TOLD]
    said = (
        f"{table.headings[n].say(language)}: {_id(row[n], language)}" for n in columns for row in table.rows if row[n]
    )
    notes = list(dict.fromkeys(said))
    return {"note": notes} if notes else {}


def _cells(
    table: Table, cube: Cube, categories: Mapping[str, Sequence[str]], language: Language
) -> dict[int, tuple[Cell, str]]:
    """Return the place in the cube -> the number and its status, of every cell that the table has."""
    places = {key: {name: n for n, name in enumerate(found)} for key, found in categories.items()}
    at = {name: n for n, name in enumerate(table.names)}
    cells: dict[int, tuple[Cell, str]] = {}
    for row in table.rows:
        place = 0
        for key in cube.keys:
            place = place * len(places[key]) + places[key][_id(row[at[key]], language)]
        status = _id(row[at[cube.status]], language) if cube.status else ""
        for n, metric in enumerate(cube.metrics):
            cell = row[at[metric]]
            cells[place * len(cube.metrics) + n] = (cell, status if cell is not None else "")
    return dict(sorted(cells.items()))


def _values(cells: Mapping[int, tuple[Cell, str]], whole: int) -> str:
    if len(cells) == whole:
        return f"[{', '.join(_number(cell) for cell, _ in cells.values())}]"
    return f"{{{', '.join(f'{_quoted(n)}: {_number(cell)}' for n, (cell, _) in cells.items())}}}"


def _quoted(n: int) -> str:
    return f'"{n}"'


def _number(cell: Cell) -> str:
    """Return a number as it stands in JSON, with every digit that CSV has."""
    if cell is None:
        return "null"
    return exact_decimal(cell) if isinstance(cell, Fraction) else str(cell)


def _id(cell: Cell, language: Language) -> str:
    match cell:
        case None:
            return ""
        case Text():
            return cell.say(language)
        case Fraction():
            return exact_decimal(cell)
        case _:
            return str(cell)


def _categories(table: Table, key: str, language: Language) -> list[str]:
    n = table.names.index(key)
    return list(dict.fromkeys(_id(row[n], language) for row in table.rows))


def _role(cube: Cube) -> dict[str, list[str]]:
    time, geo = [key for key in cube.keys if key in TIME], [key for key in cube.keys if key in GEO]
    return {**({"time": time} if time else {}), **({"geo": geo} if geo else {}), "metric": [METRIC]}


def _dimension(
    table: Table,
    cube: Cube,
    key: str,
    found: Sequence[str],
    language: Language,
    words: Mapping[str, Mapping[str, Text]],
) -> dict[str, Any]:
    labels = _labels(found, words.get(key, {}), language)
    if key == _named(table, cube, language):
        n, name = table.names.index(key), table.names.index("name")
        labels = {_id(row[n], language): _id(row[name], language) for row in table.rows}
    heading = table.headings[table.names.index(key)].say(language)
    unknown = _UNKNOWN.get(key, plain("–")).say(language)
    return {
        "label": heading,
        "category": {"index": list(found), "label": {one: labels.get(one, one or unknown) for one in found}},
    }


def _labels(found: Iterable[str], words: Mapping[str, Text], language: Language) -> dict[str, str]:
    return {one: words[one].say(language) for one in found if one in words}


def _named(table: Table, cube: Cube, language: Language) -> str | None:
    """Return the key whose categories the column of names names: the last in which each always has the same name."""
    if "name" not in table.names or "name" in cube.keys:
        return None
    name = table.names.index("name")
    for key in (one for one in reversed(cube.keys) if one in NAMED):
        n = table.names.index(key)
        pairs = {(_id(row[n], language), _id(row[name], language)) for row in table.rows}
        if len(pairs) == len({one for one, _ in pairs}):
            return key
    return None


def _metric(table: Table, cube: Cube, language: Language) -> dict[str, Any]:
    at = {name: n for n, name in enumerate(table.names)}
    return {
        "label": Text("Uppgift", "Measure").say(language),
        "category": {
            "index": list(cube.metrics),
            "label": {one: table.headings[at[one]].say(language) for one in cube.metrics},
            "unit": {one: _unit(one, [row[at[one]] for row in table.rows], language) for one in cube.metrics},
        },
    }


def _unit(name: str, cells: Sequence[Cell], language: Language) -> dict[str, Any]:
    decimals = max(
        (len(exact_decimal(cell).partition(".")[2]) for cell in cells if isinstance(cell, Fraction)), default=0
    )
    label = {"label": Text("kronor", "kronor").say(language)} if name.endswith("_kr") or name == "kr" else {}
    return {**label, "decimals": decimals}
