"""Boxes, words and rules at stated places -> layers, and the layers -> a specification."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

import altair as alt

from overens.export.charts.look import FONT, MARGIN, Look, Number
from overens.export.picture import Spec
from overens.vocabulary.wording import MINUS, NO_BREAK_SPACE, Language

Layer: TypeAlias = alt.Chart
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


def across(low: Number, high: Number) -> alt.Scale:
    """Return a straight scale over just these values; the same space for the same kronor."""
    return alt.Scale(domain=[drawn(low), drawn(high)], nice=False, zero=False)


def drawn(value: Number) -> int | float:
    """Return the number as a specification holds it: kronor stay whole."""
    return value if isinstance(value, int) else float(value)


def boxes(rows: Sequence[Row], scale: alt.Scale, *, upright: bool = False) -> Layer:
    """Return boxes from `from` to `to` on the scale, and from `near` to `far` across it, in `fill` and `stroke`."""
    along, along2, over, over2 = ("y", "y2", "x", "x2") if upright else ("x", "x2", "y", "y2")
    ends = {"x": alt.X, "y": alt.Y}
    chart: Layer = (
        alt.Chart(_data(rows))
        .mark_rect(strokeWidth=1)
        .encode(
            **{
                along: ends[along]("from:Q", scale=scale, axis=None),
                along2: "to:Q",
                over: ends[over]("near:Q", scale=None, axis=None),
                over2: "far:Q",
            },
            fill=alt.Fill("fill:N", scale=None),
            stroke=alt.Stroke("stroke:N", scale=None),
            tooltip=_tooltip(),
        )
    )
    return chart


def at_value(rows: Sequence[Row], scale: alt.Scale, look: Look, *, align: Align = "left", dx: int = 6) -> Layer:
    """Return the `words` of each row beside the place on the scale that they are about, `at`."""
    return _words(rows, alt.X("at:Q", scale=scale, axis=None), look.letters, align, dx)


def words(rows: Sequence[Row], look: Look, *, align: Align = "left", bold: bool = False, less: int = 0) -> Layer:
    """Return the `words` of each row at `x` and `y`, in units of the picture from the corner of the values."""
    return _words(rows, alt.X("x:Q", scale=None, axis=None), look.letters - less, align, 0, bold=bold)


def _words(rows: Sequence[Row], x: alt.X, size: int, align: Align, dx: int, *, bold: bool = False) -> Layer:
    chart: Layer = (
        alt.Chart(_data(rows))
        .mark_text(align=align, baseline="middle", dx=dx, fontSize=size, fontWeight=600 if bold else 400)
        .encode(
            x=x,
            y=alt.Y("y:Q", scale=None, axis=None),
            text="words:N",
            fill=alt.Fill("fill:N", scale=None),
            tooltip=_tooltip(),
        )
    )
    return chart


def swatches(rows: Sequence[Row]) -> Layer:
    """Return boxes at `x`, `x2`, `y` and `y2` in units of the picture, in `fill` and `stroke`."""
    chart: Layer = (
        alt.Chart(_data(rows))
        .mark_rect(strokeWidth=1)
        .encode(
            x=alt.X("x:Q", scale=None, axis=None),
            x2="x2:Q",
            y=alt.Y("y:Q", scale=None, axis=None),
            y2="y2:Q",
            fill=alt.Fill("fill:N", scale=None),
            stroke=alt.Stroke("stroke:N", scale=None),
        )
    )
    return chart


def strokes(rows: Sequence[Row], *, dash: Sequence[int] = (), width: float = 1) -> Layer:
    """Return straight lines from `x`, `y` to `x2`, `y2` in units of the picture, in `stroke`."""
    chart: Layer = (
        alt.Chart(_data(rows))
        .mark_rule(strokeWidth=width, strokeDash=list(dash))
        .encode(
            x=alt.X("x:Q", scale=None, axis=None),
            x2="x2:Q",
            y=alt.Y("y:Q", scale=None, axis=None),
            y2="y2:Q",
            stroke=alt.Stroke("stroke:N", scale=None),
        )
    )
    return chart


def compose(layers: Iterable[Layer], frame: Frame, look: Look) -> Spec:
    """Return the layers as one specification, each on its own scale, just as large as the frame says."""
    palette = look.palette
    chart = alt.layer(*layers).resolve_scale(x="independent", y="independent")
    chart = chart.properties(
        width=frame.width,
        height=frame.height,
        autosize=alt.AutoSizeParams(type="none", contains="content"),
        padding={
            "left": frame.left + MARGIN,
            "right": frame.right + MARGIN,
            "top": frame.top + MARGIN,
            "bottom": frame.bottom + MARGIN,
        },
        background=palette.paper,
    )
    chart = chart.configure_view(stroke=None, clip=False).configure(
        font=FONT, locale={"number": _numbers(look.language)}, view={"stroke": None}
    )
    spec: Spec = chart.to_dict(validate=False)
    return spec


def _numbers(language: Language) -> dict[str, object]:
    """Return how the browser writes numbers: as the rest of the page."""
    decimal = "," if language is Language.SWEDISH else "."
    kronor = ["", f"{NO_BREAK_SPACE}kr"]
    return {"decimal": decimal, "thousands": NO_BREAK_SPACE, "grouping": [3], "currency": kronor, "minus": MINUS}


def _data(rows: Sequence[Row]) -> alt.InlineData:
    return alt.InlineData(values=[dict(row) for row in rows])


def _tooltip() -> alt.Tooltip:
    return alt.Tooltip("about:N")
