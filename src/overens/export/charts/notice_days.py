"""Days of notice by year -> bars to the left (before) and right (after) of 1 January, with 30 November marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from overens.export.charts.canvas import Row, across, boxes, compose, strokes, words
from overens.export.charts.look import Look
from overens.export.charts.rows import THICK, lay_rows, name_layers, number_column
from overens.export.picture import Spec
from overens.notice.lead_time import BUDGETS_AFTER_YEAR_END
from overens.vocabulary.wording import Text, whole_number

_TOP = 30


@dataclass(frozen=True)
class YearNotice:
    """How early the money of a year was known (dagar till årsskiftet).

    Attributes:
        days: Days from when half was known to 1 January; below nought: after it.
        low, high: What the sources leave open; None when there is no bound.
        unsure: Whether every sum of the year is uncertain.
    """

    year: int
    days: int
    low: int | None
    high: int | None
    unsure: bool = False


def draw_notice_days(years: Sequence[YearNotice], look: Look) -> Spec:
    """Return a bar for each year; time goes from left to right."""
    names = [str(one.year) for one in years]
    numbers = [look.say(_days(one.days)) for one in years]
    rows = lay_rows(names, numbers, look, _TOP)
    ends = [-day for one in years for day in (one.days, one.low, one.high) if day is not None]
    low, high = min(*ends, -BUDGETS_AFTER_YEAR_END - 24), max(*ends, 12)
    scale = across(low, high)
    at = {day: (day - low) * rows.frame.width // (high - low) for day in (0, -BUDGETS_AFTER_YEAR_END)}
    bars = [_bar(one, y, look) for one, y in zip(years, rows.middle, strict=True)]
    spans = [_span(one, y, look) for one, y in zip(years, rows.middle, strict=True) if one.low != one.high]
    budgets, new_year = (
        (Text("30 nov.", "30 Nov"), Text("1 jan.", "1 Jan"))
        if look.narrow
        else (
            Text("30 november", "30 November"),
            Text("1 januari", "1 January"),
        )
    )
    said = {"y": -14, "fill": look.palette.muted}
    lines = {day: _line(x, rows.frame.height, look.palette.muted) for day, x in at.items()}
    layers = [
        strokes([lines[-BUDGETS_AFTER_YEAR_END]], dashed=True),
        boxes(bars, scale),
        *([boxes([span for span in spans if span], scale)] if any(spans) else []),
        strokes([lines[0]]),
        words(
            [{**said, "x": at[-BUDGETS_AFTER_YEAR_END] + 4, "words": look.say(budgets)}], look, align="right", less=1
        ),
        words([{**said, "x": at[0] - 4, "words": look.say(new_year)}], look, less=1),
        number_column(numbers, rows, look),
        *name_layers(names, [False] * len(names), rows, look),
    ]
    return compose(layers, rows.frame, look)


def _days(days: int) -> Text:
    noun = Text("dag", "day") if abs(days) == 1 else Text("dagar", "days")
    values: dict[str, object] = {"n": whole_number(abs(days)), "noun": noun}
    if days == 0:
        return Text("samma dag", "the same day")
    return (
        Text("{n} {noun} före", "{n} {noun} before", values)
        if days > 0
        else Text("{n} {noun} efter", "{n} {noun} after", values)
    )


def _bar(one: YearNotice, y: int, look: Look) -> Row:
    palette = look.palette
    colour = palette.accent if one.days >= 0 else palette.warning
    fill = palette.missing if one.unsure else colour
    stroke = palette.muted if one.unsure else colour
    sure = look.say(Text(" (osäkra belopp)", " (uncertain amounts)")) if one.unsure else ""
    return {
        "from": min(0, -one.days),
        "to": max(0, -one.days),
        "days": one.days,
        "near": y - THICK // 2,
        "far": y + THICK // 2,
        "fill": fill,
        "stroke": stroke,
        "about": f"{one.year}: {look.say(_days(one.days))}{sure}",
    }


def _span(one: YearNotice, y: int, look: Look) -> Row | None:
    """Return a thin line over what the sources leave open."""
    if one.low is None or one.high is None:
        return None
    ink = look.palette.ink
    return {
        "from": -one.high,
        "to": -one.low,
        "near": y,
        "far": y + 1,
        "fill": ink,
        "stroke": ink,
        "about": str(one.year),
    }


def _line(x: int, height: int, colour: str) -> Row:
    return {"x": x, "x2": x, "y": 0, "y2": height, "stroke": colour}
