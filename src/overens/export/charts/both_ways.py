"""What each gains or loses -> bars to the right of nought and to the left of it, each with its signed number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from overens.export.charts.canvas import Row, across, boxes, compose, drawn, strokes
from overens.export.charts.look import Look, Number, Unit
from overens.export.charts.rows import THICK, lay_rows, name_layers, number_column
from overens.export.picture import Spec
from overens.vocabulary.wording import Text


@dataclass(frozen=True)
class Gain:
    """One bar: a name, and what it gains or, below nought, loses."""

    name: Text
    value: Number


def draw_both_ways(gains: Sequence[Gain], look: Look, unit: Unit) -> Spec:
    """Return the bars in the order given, all from the same nought and to the same scale."""
    names = [look.say(one.name) for one in gains]
    numbers = [unit.signed(one.value, look.language) for one in gains]
    laid = lay_rows(names, numbers, look, 4)
    low, high = min(0, *(one.value for one in gains)), max(0, *(one.value for one in gains))
    whole = high - low or 1
    nought = int(-low * laid.frame.width / whole)
    ground = {"x": nought, "x2": nought, "y": 0, "y2": laid.frame.height, "stroke": look.palette.muted}
    rows = zip(gains, names, numbers, laid.middle, strict=True)
    layers = [
        boxes([_box(*row, look) for row in rows], across(low, low + whole)),
        number_column(numbers, laid, look),
        *name_layers(names, [False for _ in names], laid, look),
        *([] if laid.above else [strokes([ground])]),
    ]
    return compose(layers, laid.frame, look)


def _box(gain: Gain, name: str, number: str, y: int, look: Look) -> Row:
    fill = look.palette.accent if gain.value >= 0 else look.palette.warning
    return {
        "from": 0,
        "to": drawn(gain.value),
        "value": drawn(gain.value),
        "near": y - THICK // 2,
        "far": y + THICK // 2,
        "fill": fill,
        "stroke": fill,
        "about": f"{name}: {number}",
    }
