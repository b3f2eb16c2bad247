"""Rows with kronor by certainty -> horizontal bars from nought, each with its name and its number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from overens.export.charts.canvas import Row, across, boxes, compose, drawn, strokes
from overens.export.charts.certainty import COUNTED, fill_of, in_order, legend, legend_height, standing_words
from overens.export.charts.look import Look, Number, Unit
from overens.export.charts.rows import THICK, lay_rows, name_layers, number_layer
from overens.export.picture import Spec
from overens.notice.standing import Standing
from overens.vocabulary.wording import Text


@dataclass(frozen=True)
class Bar:
    """One bar (stapel): a name, and a number for each certainty.

    Attributes:
        parts: What there is of each, at or above nought.
        own: Whether it is the one that the picture is about.
    """

    name: Text
    parts: Mapping[Standing, Number]
    own: bool = False

    @property
    def counted(self) -> Number:
        """What is computed."""
        return sum(self.parts.get(standing, 0) for standing in COUNTED)

    @property
    def whole(self) -> Number:
        """The length of the bar."""
        return sum(self.parts.values())


def draw_bars(bars: Sequence[Bar], look: Look, unit: Unit) -> Spec:
    """Return the bars in the order given; without a legend where all is certain."""
    standings = in_order(standing for bar in bars for standing, value in bar.parts.items() if value)
    shown = standings if standings != [Standing.CERTAIN] else []
    names = [look.say(bar.name) for bar in bars]
    numbers = [amounts(bar.parts, look, unit) for bar in bars]
    rows = lay_rows(names, numbers, look, legend_height(shown, look) if shown else 4)
    scale = across(0, max(*(bar.whole for bar in bars), 1))
    drawn_pieces = [one for bar, y in zip(bars, rows.middle, strict=True) for one in pieces(bar, y, THICK, look, unit)]
    zero = {"x": 0, "x2": 0, "y": 0, "y2": rows.frame.height, "stroke": look.palette.muted}
    layers = [
        boxes(drawn_pieces, scale),
        number_layer(numbers, [bar.whole for bar in bars], rows, scale, look),
        *name_layers(names, [bar.own for bar in bars], rows, look, look.palette.accent),
        *([] if rows.above else [strokes([zero])]),
        *legend(shown, look, rows.frame.left),
    ]
    return compose(layers, rows.frame, look)


def amounts(parts: Mapping[Standing, Number], look: Look, unit: Unit) -> str:
    """Return what is computed and, never added to it, what may come: 412 + högst 12 Mkr."""
    if Standing.SHARED in parts:  # an illustration of one's own part, which is no ceiling
        return unit.say(parts[Standing.SHARED], look.language)
    counted = sum(value for standing, value in parts.items() if standing in COUNTED)
    may_come = sum(value for standing, value in parts.items() if standing not in COUNTED)
    if not may_come:
        return unit.say(counted, look.language)
    most = Text("högst {kr}", "at most {kr}", {"kr": unit.say(may_come, look.language)})
    return f"{unit.bare(counted, look.language)} + {look.say(most)}" if counted else look.say(most)


def pieces(bar: Bar, middle: int, thick: int, look: Look, unit: Unit) -> list[Row]:
    """Return a box for each certainty there is something of, one after the other from nought."""
    rows: list[Row] = []
    so_far: Number = 0
    for standing in in_order(bar.parts):
        value = bar.parts[standing]
        fill, stroke = fill_of(standing, look)
        said = f"{look.say(standing_words(standing))} {unit.say(value, look.language)}"
        rows.append(
            {
                "from": drawn(so_far),
                "to": drawn(so_far + value),
                "value": drawn(value),
                "standing": standing.name.lower(),
                "near": middle - thick // 2,
                "far": middle + thick // 2,
                "fill": fill,
                "stroke": stroke,
                "about": f"{look.say(bar.name)}: {said}",
            }
        )
        so_far += value
    return [row for row in rows if row["value"]]
