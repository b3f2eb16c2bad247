"""Small charts, and the values that a specification draws."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any, TypeVar

from overens.export.charts.look import KR, Look
from overens.export.charts.map import Land, draw_map
from overens.export.picture import Spec

T = TypeVar("T")


def land(outside: tuple[str, ...] = ()) -> Land:
    """Return a country of three squares in a row: a, b and c."""
    arcs = [
        [[0, 0], [0, 1], [1, 0], [0, -1], [-1, 0]],
        [[1, 0], [0, 1], [1, 0], [0, -1], [-1, 0]],
        [[2, 0], [0, 1], [1, 0], [0, -1], [-1, 0]],
    ]
    shapes = [
        {"type": "Polygon", "properties": {"code": code}, "arcs": [[n]]} for n, code in enumerate(("a", "b", "c"))
    ]
    transform = {"scale": [1, 1], "translate": [14, 60]}
    collection = {"type": "GeometryCollection", "geometries": shapes}
    topology = {"type": "Topology", "transform": transform, "arcs": arcs, "objects": {"land": collection}}
    return Land(topology, "land", {"a": "Ale", "b": "Boden", "c": "Cederby"}, outside)


def land_map(look: Look) -> Spec:
    """Return a map on which c has no value."""
    return draw_map(land(), {"a": 10, "b": 300}, look, KR)


def curve(point: Callable[[date, Fraction], T]) -> list[T]:
    """Return two steps of a curve: a fifth in September, the rest in February."""
    return [point(date(2023, 9, 20), Fraction(1, 5)), point(date(2024, 2, 1), Fraction(1))]


def rows(spec: Spec, name: str) -> list[dict[str, Any]]:
    """Return the rows of every layer whose rows have the field."""
    found = [layer["data"]["values"] for layer in spec["layer"] if isinstance(layer["data"]["values"], list)]
    return [row for values in found for row in values if name in row]


def said(spec: Spec) -> list[str]:
    """Return all words in the picture."""
    return [row["words"] for row in rows(spec, "words")]
