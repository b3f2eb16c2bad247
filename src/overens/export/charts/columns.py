"""Months with kronor by certainty -> upright columns from nought, with what has no month apart; bars on a telephone."""

from __future__ import annotations

from collections.abc import Sequence

from overens.export.charts.bars import Bar, draw_bars, pieces
from overens.export.charts.canvas import Frame, Row, across, boxes, compose, strokes, words
from overens.export.charts.certainty import in_order, legend, legend_height
from overens.export.charts.look import Look, Number, Unit
from overens.export.picture import Spec
from overens.notice.standing import Standing
from overens.vocabulary.wording import NO_BREAK_SPACE

_TALL = 230
_APART = 18
_OVER = 40
"""Room for the numbers above the highest column."""


def draw_columns(bars: Sequence[Bar], apart: Bar | None, look: Look, unit: Unit) -> Spec:
    """Return a column for each bar in the order given, and one apart from them for what belongs to none."""
    every = [*bars, *([apart] if apart else [])]
    if look.narrow:
        return draw_bars(every, look, unit)
    standings = in_order(standing for bar in every for standing, value in bar.parts.items() if value)
    shown = standings if standings != [Standing.CERTAIN] else []
    top = (legend_height(shown, look) if shown else 0) + _OVER
    frame = Frame(2, top, look.width - 4, _TALL, 2, 46)
    middle = _middle(len(bars), look.width - 4, apart=apart is not None)
    thick = min(34, (look.width - 40) // len(every) * 7 // 10)
    most = max(*(bar.whole for bar in every), 1)
    drawn_pieces = [one for bar, x in zip(every, middle, strict=True) for one in pieces(bar, x, thick, look, unit)]
    ground = {"x": 0, "x2": frame.width, "y": _TALL, "y2": _TALL, "stroke": look.palette.muted}
    layers = [
        boxes(drawn_pieces, across(0, most), upright=True),
        words(_numbers(every, middle, most, look, unit), look, align="center", less=2),
        words(_names(every, apart, middle, look), look, align="center", less=1),
        words(
            [{"x": 0, "y": -_OVER + 8, "words": unit.name.say(look.language), "fill": look.palette.muted}], look, less=1
        ),
        strokes([ground]),
        *legend(shown, look, frame.left, above=_OVER),
    ]
    return compose(layers, frame, look)


def _middle(n: int, width: int, *, apart: bool) -> list[int]:
    """Return where the columns stand; the one apart stands at the right edge."""
    if not apart:
        return [width * (2 * k + 1) // (2 * n) for k in range(n)]
    step = (width - _APART) // (n + 2)
    return [*(step * k + step // 2 for k in range(n)), width - step]


def _numbers(bars: Sequence[Bar], middle: Sequence[int], most: Number, look: Look, unit: Unit) -> list[Row]:
    """Return what is computed of each column, above it; over that, with ≤, what may come."""
    rows: list[Row] = []
    for bar, x in zip(bars, middle, strict=True):
        may_come = bar.whole - bar.counted
        said = [unit.bare(bar.counted, look.language)] if bar.counted else []
        said += [f"≤{NO_BREAK_SPACE}{unit.bare(may_come, look.language)}"] if may_come else []
        top = _TALL - int(bar.whole * _TALL / most)
        rows += [
            {"x": x, "y": top - 10 - 15 * n, "words": text, "fill": look.palette.ink} for n, text in enumerate(said)
        ]
    return rows


def _names(bars: Sequence[Bar], apart: Bar | None, middle: Sequence[int], look: Look) -> list[Row]:
    """Return the names under the columns: three letters of a month, two lines of what stands apart."""
    rows: list[Row] = []
    for bar, x in zip(bars, middle, strict=True):
        name = look.say(bar.name)
        for n, text in enumerate(look.lines(name, 78) if bar is apart else [name[:3]]):
            rows.append({"x": x, "y": _TALL + 14 + 16 * n, "words": text, "fill": look.palette.muted})
    return rows
