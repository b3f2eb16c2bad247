"""Rows with kronor by certainty -> horizontal bars from nought, each with its name and its number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from overens.export.charts.canvas import Frame, Layer, Row, across, boxes, compose, drawn, numbers, strokes, words
from overens.export.charts.certainty import COUNTED, fill_of, in_order, legend, legend_height, standing_words
from overens.export.charts.look import Look, Number, Unit
from overens.export.picture import Spec
from overens.notice.standing import Standing
from overens.vocabulary.wording import Text

THICK, THIN = 16, 12
_BESIDE = 0.36
"""The greatest part of the breadth that names beside the bars may take; longer ones stand above them."""


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
    """Return the bars in the order given."""
    standings = in_order(standing for bar in bars for standing, value in bar.parts.items() if value)
    shown = standings if standings != [Standing.CERTAIN] else []
    numbered = [amounts(bar.parts, look, unit) for bar in bars]
    right = max(look.room(text) for text in numbered) + 10
    broadest = max(look.room(look.say(bar.name)) for bar in bars)
    above = broadest > look.width * _BESIDE
    left = 0 if above else broadest + 10
    step, thick = (48, THICK) if above else (26, THICK)
    top = legend_height(shown, look) if shown else 4
    frame = Frame(left, top, look.width - left - right, step * len(bars), right)
    middle = [step * n + (step - thick // 2 - 7 if above else step // 2) for n in range(len(bars))]
    scale = across(0, max(max(bar.whole for bar in bars), 1))
    layers = [
        boxes([row for bar, y in zip(bars, middle, strict=True) for row in _parts(bar, y, thick, look, unit)], scale),
        numbers(
            [
                {"at": drawn(bar.whole), "y": y, "words": text, "fill": look.palette.ink, "about": _about(bar, text, look)}
                for bar, y, text in zip(bars, middle, numbered, strict=True)
            ],
            scale,
            look,
        ),
        *_names(bars, middle, look, frame, above=above),
        strokes([{"x": 0, "x2": 0, "y": 0, "y2": frame.height, "stroke": look.palette.muted}]),
        *legend(shown, look, left),
    ]
    return compose(layers, frame, look)


def amounts(parts: Mapping[Standing, Number], look: Look, unit: Unit) -> str:
    """Return what is computed and, never added to it, what may come: 412 Mkr + högst 12 Mkr."""
    counted = [value for standing, value in parts.items() if standing in COUNTED]
    open_ = sum(value for standing, value in parts.items() if standing not in COUNTED)
    said = [unit.say(sum(counted), look.language)] if counted and (sum(counted) or not open_) else []
    if open_:
        said.append(look.say(Text("högst {kr}", "at most {kr}", {"kr": unit.say(open_, look.language)})))
    return " + ".join(said) or unit.say(0, look.language)


def _parts(bar: Bar, y: int, thick: int, look: Look, unit: Unit) -> list[Row]:
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
                "near": y - thick // 2,
                "far": y + thick // 2,
                "fill": fill,
                "stroke": stroke,
                "about": f"{look.say(bar.name)}: {said}",
            }
        )
        so_far += value
    return [row for row in rows if row["value"]]


def _names(bars: Sequence[Bar], middle: Sequence[int], look: Look, frame: Frame, *, above: bool) -> list[Layer]:
    layers = []
    for own in (False, True):
        rows = []
        for bar, y in zip(bars, middle, strict=True):
            if bar.own is own:
                name = look.say(bar.name)
                said = look.lines(name, look.width, 1)[0] if above else name
                place = {"x": 0, "y": y - 20} if above else {"x": -10, "y": y}
                fill = look.palette.accent if own else look.palette.ink
                rows.append({**place, "words": said, "about": name, "fill": fill})
        if rows:
            layers.append(words(rows, look, align="left" if above else "right", bold=own))
    return layers


def _about(bar: Bar, text: str, look: Look) -> str:
    return f"{look.say(bar.name)}: {text}"
