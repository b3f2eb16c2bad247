"""Days and the share of the money known by each -> a curve in steps, with 30 November and 1 January marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import cache

from overens.export.charts.canvas import (
    Align,
    Frame,
    Layer,
    Row,
    across,
    compose,
    drawn,
    layer,
    marks_of,
    strokes,
    words,
)
from overens.export.charts.look import Look
from overens.export.picture import Spec
from overens.notice.lead_time import BUDGETS_AFTER_YEAR_END
from overens.vocabulary.periods import month_words
from overens.vocabulary.wording import Text, percent

_TALL = 260
_TOP, _BOTTOM, _LEFT = 46, 30, 58
_SPARE = 20
"""Days shown before the first and after the last."""


@dataclass(frozen=True)
class KnownBy:
    """How much of a year's money was known by a day (känt den dagen), as a share of the whole, from nought to one."""

    day: date
    share: Fraction


def draw_known_curve(points: Sequence[KnownBy], year: int, look: Look) -> Spec:
    """Return the curve; the points are by day, and the last is the whole."""
    new_year = date(year, 1, 1)
    budgets = new_year - timedelta(days=BUDGETS_AFTER_YEAR_END)
    days = [(one.day - new_year).days for one in points]
    low, high = min(*days, -BUDGETS_AFTER_YEAR_END) - _SPARE, max(*days, 0) + _SPARE
    frame = Frame(_LEFT, _TOP, look.width - _LEFT - 6, _TALL, 6, _BOTTOM)

    def across_at(day: date) -> int:
        return ((day - new_year).days - low) * frame.width // (high - low)

    layers = [
        *_grid(frame, look),
        _curve(
            [(low, Fraction(0)), *((n, one.share) for n, one in zip(days, points, strict=True))],
            low,
            high,
            look,
            new_year,
        ),
        *_marked(budgets, points, across_at(budgets), look, left=True),
        *_marked(new_year, points, across_at(new_year), look, left=False),
        words(_months(new_year, low, high, frame.width, look), look, align="center", less=2),
    ]
    return compose(layers, frame, look)


def share_by(points: Sequence[KnownBy], day: date) -> Fraction:
    """Return the share that was known by the day."""
    return max((one.share for one in points if one.day <= day), default=Fraction(0))


def _grid(frame: Frame, look: Look) -> list[Layer]:
    quarters = [(n, _TALL - _TALL * n // 4) for n in range(5)]
    lines = [{"x": 0, "x2": frame.width, "y": y, "y2": y, "stroke": look.palette.line} for _, y in quarters]
    said = [
        {"x": -8, "y": y, "words": look.say(percent(Fraction(n, 4), 0)), "fill": look.palette.muted}
        for n, y in quarters
    ]
    return [strokes(lines), words(said, look, align="right", less=2)]


def _curve(steps: Sequence[tuple[int, Fraction]], low: int, high: int, look: Look, new_year: date) -> Layer:
    rows = [
        {
            "days": n,
            "share": drawn(share * 100),
            "about": f"{new_year + timedelta(days=n)}: {look.say(percent(share, 0))}",
        }
        for n, share in [*steps, (high, steps[-1][1])]
    ]
    return layer(_area(look.palette.scale[0], look.palette.accent), rows, x=across(low, high), y=across(0, 100))


@cache
def _area(fill: str, stroke: str) -> Layer:
    import altair as alt

    chart = alt.Chart(alt.NamedData(name="rows")).mark_area(
        interpolate="step-after", color=fill, opacity=1, line=alt.OverlayMarkDef(color=stroke, strokeWidth=2.5)
    )
    return marks_of(
        chart.encode(x=alt.X("days:Q", axis=None), y=alt.Y("share:Q", axis=None), tooltip=alt.Tooltip("about:N"))
    )


def _marked(day: date, points: Sequence[KnownBy], x: int, look: Look, *, left: bool) -> list[Layer]:
    """Return a day's line with its name and the share known by it, above the curve."""
    name = Text("30 november", "30 November") if left else Text("1 januari", "1 January")
    share = percent(share_by(points, day), 0)
    align: Align = "right" if left else "left"
    at = x + 3 if left else x - 3
    line = {"x": x, "x2": x, "y": -8, "y2": _TALL, "stroke": look.palette.ink}
    return [
        strokes([line], dashed=left),
        words([{"x": at, "y": -34, "words": look.say(name), "fill": look.palette.muted}], look, align=align, less=2),
        words([{"x": at, "y": -17, "words": look.say(share), "fill": look.palette.ink}], look, align=align, bold=True),
    ]


def _months(new_year: date, low: int, high: int, width: int, look: Look) -> list[Row]:
    """Return the names of months in their middle, and no closer than they can be read."""
    first = new_year + timedelta(days=low)
    month = date(first.year, first.month, 1)
    rows: list[Row] = []
    free = 0
    while (month - new_year).days < high:
        after = (month + timedelta(days=32)).replace(day=1)
        middle = ((month - new_year).days + (after - new_year).days) // 2
        x = (middle - low) * width // (high - low)
        said = look.say(month_words(month.month))[:3]
        room = look.room(said) // 2 + 4
        if x - room >= free and x + room <= width:
            rows.append({"x": x, "y": _TALL + 16, "words": said, "fill": look.palette.muted})
            free = x + room
        month = after
    return rows
