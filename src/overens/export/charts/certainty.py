"""How sure money is -> its fill, its words in a legend, and its place in a bar."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from overens.export.charts.canvas import Layer, Row, swatches, words
from overens.export.charts.look import Look
from overens.notice.standing import Standing
from overens.vocabulary.wording import Text

COUNTED = (Standing.CERTAIN, Standing.INFERRED)
"""What is computed; the rest is what may come, and is never added to it."""
_WORDS = {
    Standing.CERTAIN: Text("säkert", "certain"),
    Standing.INFERRED: Text("härlett", "inferred"),
    Standing.TO_EARN: Text("att tjäna in, högst", "to earn, at most"),
    Standing.NOT_COMPUTED: Text("ej beräknat, högst", "not computed, at most"),
    Standing.SHARED: Text("delas i länet", "shared in the county"),
}
SWATCH, ROW = 14, 24


def standing_words(standing: Standing) -> Text:
    """Return the words of a legend."""
    return _WORDS[standing]


def fill_of(standing: Standing, look: Look) -> tuple[str, str]:
    """Return the fill and the stroke: solid for what is computed, hatched for what may come."""
    palette = look.palette
    match standing:
        case Standing.CERTAIN:
            return palette.accent, palette.accent
        case Standing.INFERRED:
            return palette.second, palette.second
        case Standing.TO_EARN:
            return palette.hatched, palette.accent
        case Standing.NOT_COMPUTED | Standing.SHARED:
            return palette.missing, palette.muted


def in_order(found: Iterable[Standing]) -> list[Standing]:
    """Return the standings there are, the surest first."""
    there = set(found)
    return [standing for standing in Standing if standing in there]


def legend_height(standings: Sequence[Standing], look: Look) -> int:
    """Return the room that the legend takes above the values."""
    return ROW * len(_legend_lines(standings, look)) + 8


def legend(standings: Sequence[Standing], look: Look, left: int, above: int = 0) -> list[Layer]:
    """Return the legend, so far above the values and whatever stands between, from the picture's own left edge."""
    lines = _legend_lines(standings, look)
    boxes: list[Row] = []
    said: list[Row] = []
    for n, line in enumerate(lines):
        x, y = 1 - left, -above - 8 - ROW * (len(lines) - n) + ROW // 2
        for standing in line:
            fill, stroke = fill_of(standing, look)
            boxes.append(
                {"x": x, "x2": x + SWATCH, "y": y - SWATCH // 2, "y2": y + SWATCH // 2, "fill": fill, "stroke": stroke}
            )
            text = look.say(standing_words(standing))
            said.append({"x": x + SWATCH + 6, "y": y, "words": text, "about": text, "fill": look.palette.muted})
            x += _item(standing, look)
    return [swatches(boxes), words(said, look, less=1)] if boxes else []


def _item(standing: Standing, look: Look) -> int:
    return SWATCH + 6 + look.room(look.say(standing_words(standing))) + 14


def _legend_lines(standings: Sequence[Standing], look: Look) -> list[list[Standing]]:
    lines: list[list[Standing]] = []
    used = 0
    for standing in standings:
        if not lines or used + _item(standing, look) > look.width:
            lines.append([])
            used = 0
        lines[-1].append(standing)
        used += _item(standing, look)
    return lines
