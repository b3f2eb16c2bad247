"""An outcome and what it is held against, period by period -> two lines, with a sign for each period that met the target."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from overens.export.charts.canvas import Frame, Layer, Row, compose, strokes, words
from overens.export.charts.look import Look, Unit
from overens.export.picture import Spec
from overens.vocabulary.wording import Text

_TALL, _NARROW_TALL = 170, 140
_LINE = 22
_BROAD = 2.5
_GROUND = "●"
"""Stands under a sign, so that the line does not go through it."""
_VALUE, _COMPARED = Text("utfall", "outcome"), Text("jämförelsen", "the comparison")


@dataclass(frozen=True)
class Point:
    """One period.

    Attributes:
        name: Stands under it.
        value, compared: None where there is none.
        sign: Whether the target was met, as a sign.
        met: Whether it is drawn as met.
    """

    name: Text
    value: Fraction | None
    compared: Fraction | None
    sign: str
    met: bool


def draw_by_month(points: Sequence[Point], signs: Text, look: Look, unit: Unit, stamp: Text | None = None) -> Spec:
    """Return the two lines.

    Args:
        signs: What each sign means.
        stamp: What is said in the picture itself of where its numbers come from.
    """
    tall = _NARROW_TALL if look.narrow else _TALL
    known = [v for p in points for v in (p.value, p.compared) if v is not None] or [Fraction(0), Fraction(1)]
    low, high = min(known), max(known)
    room = max(high - low, Fraction(1)) / 8
    low, high = max(Fraction(0), low - room) if low >= 0 else low - room, high + room
    left = max(look.room(unit.say(one, look.language)) for one in (low, high)) + 8
    says = [*([(stamp, look.palette.warning, True)] if stamp else []), *_legend(points, signs, look)]
    frame = Frame(left, _LINE * len(says) + 10, look.width - left - 8, tall, 8, 26)
    xs = [frame.width * (2 * n + 1) // (2 * len(points)) for n in range(len(points))]

    def y(value: Fraction) -> int:
        return round(tall * (high - value) / (high - low))

    values = [(x, y(p.value)) if p.value is not None else None for x, p in zip(xs, points, strict=True)]
    compared = [(x, y(p.compared)) if p.compared is not None else None for x, p in zip(xs, points, strict=True)]
    ends = [low + room, high - room] if high - low > 2 * room else [low + room]
    palette = look.palette
    grid = [{"x": 0, "x2": frame.width, "y": y(one), "y2": y(one), "stroke": palette.line} for one in ends]
    numbers = [
        {"x": -6, "y": y(one), "words": unit.say(one, look.language), "fill": palette.muted}
        for one in dict.fromkeys(ends)
    ]
    layers = [
        strokes(grid),
        _broad(strokes(list(_segments(compared, palette.grey)), dashed=True)),
        _broad(strokes(list(_segments(values, palette.accent)))),
        words(list(_signs(points, values, look)), look, align="center", bold=True),
        words(numbers, look, align="right", less=2),
        words(list(_names(points, xs, tall, look)), look, align="center", less=2),
        *_said(says, frame, look),
    ]
    return compose(layers, frame, look)


def _legend(points: Sequence[Point], signs: Text, look: Look) -> list[tuple[Text, str, bool]]:
    compared = any(p.compared is not None for p in points)
    lines = Text("─── {v}   - - - {c}", "─── {v}   - - - {c}", {"v": _VALUE, "c": _COMPARED}) if compared else _VALUE
    return [(lines, look.palette.muted, False), (signs, look.palette.muted, False)]


def _said(says: Sequence[tuple[Text, str, bool]], frame: Frame, look: Look) -> Iterator[Layer]:
    for n, (text, fill, bold) in enumerate(says):
        row = {"x": -frame.left, "y": _LINE * n - frame.top + 8, "words": look.say(text), "fill": fill}
        yield words([row], look, bold=bold, less=1)


def _segments(places: Sequence[tuple[int, int] | None], stroke: str) -> Iterator[Row]:
    """Yield a line between each two periods that follow one another and both have a number."""
    for first, second in pairwise(places):
        if first is not None and second is not None:
            yield {"x": first[0], "y": first[1], "x2": second[0], "y2": second[1], "stroke": stroke}


def _broad(drawn: Layer) -> Layer:
    return {**drawn, "mark": {**drawn["mark"], "strokeWidth": _BROAD}}


def _signs(points: Sequence[Point], values: Sequence[tuple[int, int] | None], look: Look) -> Iterator[Row]:
    for point, at in zip(points, values, strict=True):
        if at is not None:
            fill = look.palette.ink if point.met else look.palette.warning
            yield {"x": at[0], "y": at[1], "words": _GROUND, "fill": look.palette.paper}
            yield {"x": at[0], "y": at[1], "words": point.sign, "fill": fill}


def _names(points: Sequence[Point], xs: Sequence[int], tall: int, look: Look) -> Iterator[Row]:
    """Yield the names under the periods; every other where they have no room."""
    step = 1 + any(look.room(look.say(p.name)) * len(points) > look.width for p in points)
    for point, x in list(zip(points, xs, strict=True))[::step]:
        yield {"x": x, "y": tall + 16, "words": look.say(point.name), "fill": look.palette.muted}
