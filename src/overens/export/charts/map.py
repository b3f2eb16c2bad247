"""A value for each county or municipality -> a map in five steps of one hue, hatched where there is none."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from itertools import pairwise
from typing import Any

from overens.export.charts.canvas import Frame, Layer, Row, compose, drawn, marks_of, swatches, words
from overens.export.charts.look import Look, Number, Unit
from overens.export.charts.map_classes import Class, class_of, moved_classes
from overens.export.picture import Spec
from overens.vocabulary.wording import Text

CLASSES = 6
_TALL, _NARROW_TALL = 600, 470
_BREADTH = Fraction(45, 100)
"""How broad Sweden is, as a part of how tall, in this projection."""
_ROW = 24
MISSING, OUTSIDE = Text("inget beräknat", "nothing computed"), Text("får ingen del", "gets no part")
_NAMED = 3
"""How many of the highest and the lowest are named beside the map."""


@dataclass(frozen=True)
class Land:
    """Borders to draw (karta): TopoJSON whose shapes have a `code`.

    Attributes:
        shapes: What the shapes are called in the topology.
        names: Code -> the name to show.
        outside: Codes of those that the map is not about, who need no value.
    """

    topology: Mapping[str, Any]
    shapes: str
    names: Mapping[str, str]
    outside: Collection[str] = ()


def draw_map(land: Land, values: Mapping[str, Number], look: Look, unit: Unit, *, moved: bool = False) -> Spec:
    """Return the map; a shape whose code has no value is hatched, and the legend says so.

    Args:
        moved: Whether the values are what each gains or loses: one hue above nought, another below it.
    """
    tall = _NARROW_TALL if look.narrow else _TALL
    broad = round(tall * _BREADTH)
    left = look.width - broad - 2 if look.narrow else (look.width - broad) // 2 - 50
    frame = Frame(left, 6, broad, tall, look.width - broad - left, 6)
    classes = moved_classes(values.values(), look, unit) if moved else _classes(list(values.values()), look, unit)
    layers = [
        _shapes(land, values, classes, look, unit, moved=moved),
        *_legend(classes, _without(land, values, look), look, left),
        *([] if look.narrow else _extremes(land, values, look, unit, frame, moved=moved)),
    ]
    return compose(layers, frame, look)


def _classes(values: Sequence[Number], look: Look, unit: Unit) -> list[Class]:
    """Return the classes of one hue, the lowest first."""
    breaks = class_breaks(values)
    shades = _shades(len(breaks) + 1, look)
    said = _class_words(breaks, values, look, unit)
    return [Class(None if n == 0 else breaks[n - 1], shade, said[n]) for n, shade in enumerate(shades)]


def class_breaks(values: Sequence[Number]) -> list[int]:
    """Return the least value of each class but the lowest: round numbers that part the places about evenly.

    >>> class_breaks([1, 2, 3, 4, 5, 6])
    [2, 3, 4, 5, 6]
    """
    ordered = sorted(values)
    if not ordered:
        return []
    wanted = {_round(ordered[len(ordered) * n // CLASSES]) for n in range(1, CLASSES)}
    return sorted(one for one in wanted if ordered[0] < one <= ordered[-1])


def _round(value: Number) -> int:
    """Return the value with two figures."""
    whole = int(value)
    unit = int(10 ** max(0, len(str(abs(whole))) - 2))
    return (whole + unit // 2) // unit * unit


def _shapes(
    land: Land, values: Mapping[str, Number], classes: Sequence[Class], look: Look, unit: Unit, *, moved: bool
) -> Layer:
    say = unit.signed if moved else unit.say
    shapes = []
    for shape in land.topology["objects"][land.shapes]["geometries"]:
        code = shape["properties"]["code"]
        name = land.names[code]
        value = values.get(code)
        if value is not None:
            fill, said = class_of(value, classes).fill, say(value, look.language)
        elif code in land.outside:
            fill, said = look.palette.empty, look.say(OUTSIDE)
        else:
            fill, said = look.palette.missing, look.say(MISSING)
        of = {"code": code, "name": name, "value": None if value is None else drawn(value), "fill": fill}
        shapes.append({**shape, "properties": {**of, "about": f"{name}: {said}"}})
    kept = {key: land.topology[key] for key in ("type", "transform", "arcs")}
    topology = {**kept, "objects": {land.shapes: {"type": "GeometryCollection", "geometries": shapes}}}
    data = {"values": topology, "format": {"type": "topojson", "feature": land.shapes}}
    return {**_shape_marks(look.palette.paper), "data": data}


@cache
def _shape_marks(paper: str) -> Layer:
    import altair as alt

    chart = alt.Chart(alt.NamedData(name="shapes")).mark_geoshape(strokeJoin="round", stroke=paper, strokeWidth=0.7)
    return marks_of(
        chart.encode(fill=alt.Fill("properties.fill:N", scale=None), tooltip=alt.Tooltip("properties.about:N")).project(
            type="conicEqualArea", parallels=[57, 67], rotate=[-16.5, 0, 0]
        )
    )


def _shades(n: int, look: Look) -> list[str]:
    """Return a shade for each class; few classes are spread over the whole scale."""
    scale = look.palette.scale
    if n == 1:
        return [scale[3]]
    return [scale[round(k * (len(scale) - 1) / (n - 1))] for k in range(n)]


def _without(land: Land, values: Mapping[str, Number], look: Look) -> list[tuple[str, str, str]]:
    """Return the legend's fill, stroke and words for what has no value: hatched, or outside what the map is about."""
    palette = look.palette
    without = [code for code in land.names if code not in values]
    found = []
    if any(code not in land.outside for code in without):
        found.append((palette.missing, palette.muted, look.say(MISSING)))
    if any(code in land.outside for code in without):
        found.append((palette.empty, palette.line, look.say(OUTSIDE)))
    return found


def _legend(classes: Sequence[Class], without: Sequence[tuple[str, str, str]], look: Look, left: int) -> list[Layer]:
    palette = look.palette
    shown = [*((one.fill, palette.line, one.said) for one in reversed(classes)), *without]
    boxes: list[Row] = []
    said: list[Row] = []
    for n, (fill, stroke, text) in enumerate(shown):
        y = 12 + _ROW * n
        boxes.append({"x": -left + 1, "x2": -left + 23, "y": y - 8, "y2": y + 8, "fill": fill, "stroke": stroke})
        said.append({"x": -left + 31, "y": y, "words": text, "about": text, "fill": palette.ink})
    return [swatches(boxes), words(said, look, less=1)]


def _class_words(breaks: Sequence[int], values: Sequence[Number], look: Look, unit: Unit) -> list[str]:
    """Return the words of each class, the lowest first."""
    if not breaks:
        ends = [unit.say(end, look.language) for end in dict.fromkeys((min(values), max(values)))]
        return ["–".join(dict.fromkeys(ends))]
    between = [f"{unit.bare(low, look.language)}–{unit.say(high, look.language)}" for low, high in pairwise(breaks)]
    under = Text("under {kr}", "below {kr}", {"kr": unit.say(breaks[0], look.language)})
    more = Text("{kr} eller mer", "{kr} or more", {"kr": unit.say(breaks[-1], look.language)})
    return [look.say(under), *between, look.say(more)]


def _extremes(
    land: Land, values: Mapping[str, Number], look: Look, unit: Unit, frame: Frame, *, moved: bool
) -> list[Layer]:
    """Return the names and numbers of the highest and the lowest, at the right of the map."""
    ordered = sorted(
        (code for code in values if code in land.names), key=lambda code: (-values[code], land.names[code])
    )
    if len(ordered) < 3 * _NAMED or values[ordered[0]] == values[ordered[-1]]:
        return []
    heads: list[Row] = []
    said: list[Row] = []
    left, right, y = frame.width + 14, frame.width + frame.right - 2, round(frame.height * 0.55)
    numbers: list[Row] = []
    for head, codes in ((Text("Mest", "Most"), ordered[:_NAMED]), (Text("Minst", "Least"), ordered[-_NAMED:])):
        heads.append({"x": left, "y": y, "words": look.say(head), "fill": look.palette.muted})
        for n, code in enumerate(codes, 1):
            number = (unit.signed if moved else unit.say)(values[code], look.language)
            name = look.lines(land.names[code], right - left - look.room(number) - 4, 1)[0]
            said.append({"x": left, "y": y + _ROW * n, "words": name, "fill": look.palette.ink})
            numbers.append({"x": right, "y": y + _ROW * n, "words": number, "fill": look.palette.ink})
        y += _ROW * (_NAMED + 1) + 12
    return [words(heads, look, less=1), words(said, look, less=1), words(numbers, look, less=1, align="right")]
