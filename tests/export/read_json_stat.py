"""A JSON-stat dataset -> its cells, by the format alone: row-major order over the sizes; nothing of ours is used."""

from __future__ import annotations

from itertools import product
from typing import Any


def cells_of(dataset: Any) -> dict[tuple[str, ...], str]:
    """Return (a category of each dimension) -> the value as CSV would write it; a cell that is not there is not there.

    Args:
        dataset: Read with numbers as they are written, not as floats.
    """
    index = [_ordered(dataset["dimension"][name]["category"]) for name in dataset["id"]]
    assert [len(found) for found in index] == dataset["size"]
    value = dataset["value"]
    found = {}
    for place, key in enumerate(product(*index)):
        if isinstance(value, list):
            found[key] = value[place]
        elif str(place) in value:
            found[key] = value[str(place)]
    assert len(found) == len(value)
    return {
        key: "" if cell is None else format(cell, "f") if hasattr(cell, "as_tuple") else str(cell)
        for key, cell in found.items()
    }


def status_of(dataset: Any) -> dict[tuple[str, ...], str]:
    """Return the status of each cell that has one."""
    index = [_ordered(dataset["dimension"][name]["category"]) for name in dataset["id"]]
    given = dataset.get("status", {})
    return {key: given[str(place)] for place, key in enumerate(product(*index)) if str(place) in given}


def _ordered(category: Any) -> list[str]:
    index = category["index"]
    return list(index) if isinstance(index, list) else sorted(index, key=index.get)
