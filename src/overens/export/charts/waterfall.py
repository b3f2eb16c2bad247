"""A sum, what moved it, and the sum it became -> a waterfall, each step with its signed kronor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from overens.export.charts.canvas import Row, across, boxes, compose, strokes
from overens.export.charts.look import KR, Look
from overens.export.charts.rows import THICK, Rows, lay_rows, name_layers, number_column
from overens.export.picture import Spec
from overens.vocabulary.wording import Text

SMALL = 8
"""When every level between is less than an eighth from the first, the steps are drawn by themselves, else they would not be seen."""


@dataclass(frozen=True)
class WaterfallStep:
    """One step of a waterfall (trappsteg), in kronor: what it gives, or below nought takes."""

    name: Text
    kr: int


@dataclass(frozen=True)
class _Drawn:
    """One row: from where to where, and its number; a level that is only said has no box."""

    name: str
    number: str
    start: int
    end: int
    fill: str
    boxed: bool = True
    level: bool = False
    kr: int = 0


def draw_waterfall(before: WaterfallStep, steps: Sequence[WaterfallStep], after: WaterfallStep, look: Look) -> Spec:
    """Return the waterfall; the steps sum to the difference.

    Raises:
        ValueError: If they do not.
    """
    if before.kr + sum(step.kr for step in steps) != after.kr:
        raise ValueError(f"{before.kr} + {[step.kr for step in steps]} != {after.kr}")
    rows = _by_themselves(before, steps, after, look) if _small(before, steps) else _whole(before, steps, after, look)
    names, numbers = [row.name for row in rows], [row.number for row in rows]
    laid = lay_rows(names, numbers, look, 4)
    ends = [0, *(end for row in rows for end in (row.start, row.end) if row.boxed)]
    low, high = min(ends), max(*ends, 1)
    pixels = [(end - low) * laid.frame.width // (high - low) for end in (0, *(row.end for row in rows))]
    ground = {"x": pixels[0], "x2": pixels[0], "y": 0, "y2": laid.frame.height, "stroke": look.palette.muted}
    bridges = [] if laid.above else _bridges(rows, laid, pixels[1:], look)
    layers = [
        boxes([_box(row, y) for row, y in zip(rows, laid.middle, strict=True) if row.boxed], across(low, high)),
        *([strokes(bridges)] if bridges else []),
        number_column(numbers, laid, look),
        *name_layers(names, [row.level for row in rows], laid, look),
        *([] if laid.above else [strokes([ground])]),
    ]
    return compose(layers, laid.frame, look)


def _box(row: _Drawn, y: int) -> Row:
    return {
        "from": row.start,
        "to": row.end,
        "kr": row.kr,
        "near": y - THICK // 2,
        "far": y + THICK // 2,
        "fill": row.fill,
        "stroke": row.fill,
        "about": f"{row.name}: {row.number}",
    }


def _bridges(rows: Sequence[_Drawn], laid: Rows, ends: Sequence[int], look: Look) -> list[Row]:
    """Return thin lines from where each box ends to where the next begins."""
    return [
        {"x": x, "x2": x, "y": y + THICK // 2, "y2": below - THICK // 2, "stroke": look.palette.muted}
        for (row, y, x), (after, below, _) in pairwise(zip(rows, laid.middle, ends, strict=True))
        if row.boxed and after.boxed
    ]


def _small(before: WaterfallStep, steps: Sequence[WaterfallStep]) -> bool:
    levels = list(accumulate((step.kr for step in steps), initial=0))
    return max(map(abs, levels)) * SMALL < before.kr


def _moves(start: int, steps: Sequence[WaterfallStep], look: Look) -> list[_Drawn]:
    rows = []
    for step in steps:
        fill = look.palette.accent if step.kr >= 0 else look.palette.warning
        number = KR.signed(step.kr, look.language)
        rows.append(_Drawn(look.say(step.name), number, start, start + step.kr, fill, kr=step.kr))
        start += step.kr
    return rows


def _level(step: WaterfallStep, look: Look, *, boxed: bool) -> _Drawn:
    return _Drawn(
        look.say(step.name),
        KR.say(step.kr, look.language),
        0,
        step.kr,
        look.palette.grey,
        boxed=boxed,
        level=True,
        kr=step.kr,
    )


def _whole(before: WaterfallStep, steps: Sequence[WaterfallStep], after: WaterfallStep, look: Look) -> list[_Drawn]:
    return [_level(before, look, boxed=True), *_moves(before.kr, steps, look), _level(after, look, boxed=True)]


def _by_themselves(
    before: WaterfallStep, steps: Sequence[WaterfallStep], after: WaterfallStep, look: Look
) -> list[_Drawn]:
    """Return the steps from nought, then the whole difference, with the sums before and after only said."""
    kr = after.kr - before.kr
    name = look.say(Text("Skillnad", "Difference"))
    whole = _Drawn(name, KR.signed(kr, look.language), 0, kr, look.palette.grey, kr=kr)
    first, last = _level(before, look, boxed=False), _level(after, look, boxed=False)
    return [first, *_moves(0, steps, look), whole, last]
