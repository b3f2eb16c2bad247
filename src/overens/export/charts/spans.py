"""Ranges from a least to a most -> hatched bars down a picture, each with its name and both its ends: never an amount."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from overens.export.charts.canvas import across, boxes, compose, drawn, strokes
from overens.export.charts.look import Look, Unit
from overens.export.charts.rows import THICK, lay_rows, name_layers, number_layer
from overens.export.picture import Spec


@dataclass(frozen=True)
class Span:
    """One range (spann)."""

    name: str
    low: int
    high: int


def draw_spans(spans: Sequence[Span], look: Look, unit: Unit) -> Spec:
    """Return the ranges in the order given, on one scale from nought."""
    names = [one.name for one in spans]
    numbers = [f"{unit.bare(one.low, look.language)}–{unit.say(one.high, look.language)}" for one in spans]
    rows = lay_rows(names, numbers, look, 4)
    scale = across(0, max(*(one.high for one in spans), 1))
    palette = look.palette
    bars = [
        {
            "from": drawn(one.low),
            "to": drawn(one.high),
            "near": y - THICK // 2,
            "far": y + THICK // 2,
            "fill": palette.hatched,
            "stroke": palette.accent,
            "about": f"{one.name}: {number}",
        }
        for one, y, number in zip(spans, rows.middle, numbers, strict=True)
    ]
    zero = {"x": 0, "x2": 0, "y": 0, "y2": rows.frame.height, "stroke": palette.muted}
    layers = [
        boxes(bars, scale),
        number_layer(numbers, [one.high for one in spans], rows, scale, look),
        *name_layers(names, [False] * len(spans), rows, look),
        *([] if rows.above else [strokes([zero])]),
    ]
    return compose(layers, rows.frame, look)
