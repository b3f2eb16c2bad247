"""Boxes, words and rules at stated places -> layers, and the layers -> a specification."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from overens.export.charts.look import MARGIN, Look, Number
from overens.export.picture import FONT, Spec
from overens.vocabulary.wording import MINUS, NO_BREAK_SPACE, Language

if TYPE_CHECKING:
    import altair as alt

Layer: TypeAlias = Spec
Scale: TypeAlias = dict[str, Any]
Row: TypeAlias = Mapping[str, object]
Align: TypeAlias = Literal["left", "center", "right"]


@dataclass(frozen=True)
class Frame:
    """Where in a picture its values are drawn, in units of the picture.

    Attributes:
        left, right, top, bottom: Room for words round the values.
        width, height: Of the values.
    """

    left: int
    top: int
    width: int
    height: int
    right: int
    bottom: int = 4


def across(low: Number, high: Number) -> Scale:
    """Return a straight scale over just these values; the same space for the same kronor."""
    return {"domain": [drawn(low), drawn(high)], "nice": False, "zero": False}


def drawn(value: Number) -> int | float:
    """Return the number as a specification holds it: kronor stay whole."""
    return value if isinstance(value, int) else float(value)


def boxes(rows: Sequence[Row], scale: Scale, *, upright: bool = False) -> Layer:
    """Return boxes from `from` to `to` on the scale, and from `near` to `far` across it, in `fill` and `stroke`."""
    return layer(_upright_boxes() if upright else _boxes(), rows, **{"y" if upright else "x": scale})


def at_value(rows: Sequence[Row], scale: Scale, look: Look) -> Layer:
    """Return the `words` of each row beside the place on the scale that they are about, `at`."""
    return layer(_words("at:Q", look.letters, "left", 6), rows, x=scale)


def words(rows: Sequence[Row], look: Look, *, align: Align = "left", bold: bool = False, less: int = 0) -> Layer:
    """Return the `words` of each row at `x` and `y`, in units of the picture from the corner of the values."""
    return layer(_words("x:Q", look.letters - less, align, 0, bold=bold), rows)


def swatches(rows: Sequence[Row]) -> Layer:
    """Return boxes at `x`, `x2`, `y` and `y2` in units of the picture, in `fill` and `stroke`."""
    return layer(_swatches(), rows)


def strokes(rows: Sequence[Row], *, dashed: bool = False) -> Layer:
    """Return straight lines from `x`, `y` to `x2`, `y2` in units of the picture, in `stroke`."""
    return layer(_strokes(dashed=dashed), rows)


def layer(marks: Layer, rows: Sequence[Row], **scales: Scale) -> Layer:
    """Return the marks with the rows they are drawn from, and the scale of each channel that has one.

    What is drawn is put in here, and not before: Altair walks through every row, and that takes longer than to draw it.
    """
    encoding = {**marks["encoding"]}
    for channel, scale in scales.items():
        encoding[channel] = {**encoding[channel], "scale": scale}
    return {**marks, "encoding": encoding, "data": {"values": [dict(row) for row in rows]}}


def marks_of(chart: alt.Chart) -> Layer:
    """Return a chart as the layer that it is, without data."""
    spec = chart.to_dict()
    return {key: spec[key] for key in ("mark", "encoding", "projection") if key in spec}


@cache
def _boxes() -> Layer:
    import altair as alt

    chart = alt.Chart(alt.NamedData(name="rows")).mark_rect(strokeWidth=1)
    return marks_of(
        chart.encode(
            x=alt.X("from:Q", axis=None),
            x2="to:Q",
            y=alt.Y("near:Q", scale=None, axis=None),
            y2="far:Q",
            fill=alt.Fill("fill:N", scale=None),
            stroke=alt.Stroke("stroke:N", scale=None),
            tooltip=alt.Tooltip("about:N"),
        )
    )


@cache
def _upright_boxes() -> Layer:
    import altair as alt

    chart = alt.Chart(alt.NamedData(name="rows")).mark_rect(strokeWidth=1)
    return marks_of(
        chart.encode(
            y=alt.Y("from:Q", axis=None),
            y2="to:Q",
            x=alt.X("near:Q", scale=None, axis=None),
            x2="far:Q",
            fill=alt.Fill("fill:N", scale=None),
            stroke=alt.Stroke("stroke:N", scale=None),
            tooltip=alt.Tooltip("about:N"),
        )
    )


@cache
def _words(x: str, size: int, align: Align, dx: int, *, bold: bool = False) -> Layer:
    import altair as alt

    chart = alt.Chart(alt.NamedData(name="rows")).mark_text(
        align=align, baseline="middle", dx=dx, fontSize=size, fontWeight=600 if bold else 400
    )
    return marks_of(
        chart.encode(
            x=alt.X(x, scale=None, axis=None),
            y=alt.Y("y:Q", scale=None, axis=None),
            text="words:N",
            fill=alt.Fill("fill:N", scale=None),
            tooltip=alt.Tooltip("about:N"),
        )
    )


@cache
def _swatches() -> Layer:
    import altair as alt

    chart = alt.Chart(alt.NamedData(name="rows")).mark_rect(strokeWidth=1)
    return marks_of(
        chart.encode(
            x=alt.X("x:Q", scale=None, axis=None),
            x2="x2:Q",
            y=alt.Y("y:Q", scale=None, axis=None),
            y2="y2:Q",
            fill=alt.Fill("fill:N", scale=None),
            stroke=alt.Stroke("stroke:N", scale=None),
        )
    )


@cache
def _strokes(*, dashed: bool) -> Layer:
    import altair as alt

    chart = alt.Chart(alt.NamedData(name="rows")).mark_rule(strokeWidth=1, strokeDash=[4, 3] if dashed else [])
    return marks_of(
        chart.encode(
            x=alt.X("x:Q", scale=None, axis=None),
            x2="x2:Q",
            y=alt.Y("y:Q", scale=None, axis=None),
            y2="y2:Q",
            stroke=alt.Stroke("stroke:N", scale=None),
        )
    )


def compose(layers: Iterable[Layer], frame: Frame, look: Look) -> Spec:
    """Return the layers as one specification, each on its own scale, just as large as the frame says."""
    return {
        "layer": list(layers),
        "resolve": {"scale": {"x": "independent", "y": "independent"}},
        "width": frame.width,
        "height": frame.height,
        "autosize": {"type": "none", "contains": "content"},
        "padding": {
            "left": frame.left + MARGIN,
            "right": frame.right + MARGIN,
            "top": frame.top + MARGIN,
            "bottom": frame.bottom + MARGIN,
        },
        "background": look.palette.paper,
        "config": _config(look.language),
    }


@cache
def _config(language: Language) -> Spec:
    import altair as alt

    config = alt.Config(font=FONT, locale=alt.Locale(number=_numbers(language)), view=alt.ViewConfig(stroke=None))
    spec: Spec = config.to_dict()
    return spec


def _numbers(language: Language) -> dict[str, object]:
    """Return how the browser writes numbers: as the rest of the page."""
    decimal = "," if language is Language.SWEDISH else "."
    kronor = ["", f"{NO_BREAK_SPACE}kr"]
    return {"decimal": decimal, "thousands": NO_BREAK_SPACE, "grouping": [3], "currency": kronor, "minus": MINUS}
