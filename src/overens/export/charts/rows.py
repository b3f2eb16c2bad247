"""Names and numbers -> rows down a picture: names beside what is drawn where there is room, else above it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from overens.export.charts.canvas import Frame, Layer, Row, Scale, at_value, drawn, words
from overens.export.charts.look import Look, Number
from overens.export.picture import Size

THICK = 16
_BESIDE, _LINE, _GAP = 26, 19, 14
_WORDS_AT_MOST = {Size.WIDE: 0.62, Size.NARROW: 0.74}
"""The part of the breadth that names and numbers may take beside what is drawn."""


@dataclass(frozen=True)
class Rows:
    """Where each row stands.

    Attributes:
        lines: Each row's name, in one line or more.
        middle: Of what is drawn in each row, down from the top.
        words_at: Of the first line of its name, and of its number.
        above: Whether names and numbers stand above what is drawn.
    """

    frame: Frame
    lines: tuple[list[str], ...]
    middle: tuple[int, ...]
    words_at: tuple[int, ...]
    above: bool


def lay_rows(names: Sequence[str], numbers: Sequence[str], look: Look, top: int) -> Rows:
    """Return where the rows stand below the top."""
    left, right = (max(map(look.room, texts)) + 10 for texts in (names, numbers))
    if left + right <= look.width * _WORDS_AT_MOST[look.size]:
        frame = Frame(left, top, look.width - left - right, _BESIDE * len(names), right)
        middle = tuple(_BESIDE * n + _BESIDE // 2 for n in range(len(names)))
        return Rows(frame, tuple([name] for name in names), middle, middle, above=False)
    lines = tuple(look.lines(name, look.width - right - 4) for name in names)
    ends = list(accumulate(_LINE * len(one) + THICK + _GAP for one in lines))
    middle = tuple(end - _GAP - THICK // 2 for end in ends)
    words_at = tuple(y - THICK // 2 - _LINE * len(one) + _LINE // 2 - 1 for y, one in zip(middle, lines, strict=True))
    return Rows(Frame(1, top, look.width - 2, ends[-1] - _GAP, 1), lines, middle, words_at, above=True)


def name_layers(names: Sequence[str], bold: Sequence[bool], rows: Rows, look: Look, fill: str = "") -> list[Layer]:
    """Return the names; one too long for its room is cut, and whole when pointed at.

    Args:
        bold: Which of them stand out.
        fill: Their colour.
    """
    layers = []
    for strong in (False, True):
        said: list[Row] = [
            {
                "x": 0 if rows.above else -10,
                "y": y + _LINE * n,
                "words": line,
                "about": name,
                "fill": fill if strong and fill else look.palette.ink,
            }
            for name, lines, mine, y in zip(names, rows.lines, bold, rows.words_at, strict=True)
            for n, line in enumerate(lines)
            if mine is strong
        ]
        if said:
            layers.append(words(said, look, align="left" if rows.above else "right", bold=strong))
    return layers


def number_layer(numbers: Sequence[str], ends: Sequence[Number], rows: Rows, scale: Scale, look: Look) -> Layer:
    """Return the numbers: where each row's bar ends, or on the line of its name."""
    fill = look.palette.ink
    if rows.above:
        return number_column(numbers, rows, look)
    said = [
        {"at": drawn(end), "y": y, "words": number, "fill": fill}
        for number, end, y in zip(numbers, ends, rows.words_at, strict=True)
    ]
    return at_value(said, scale, look)


def number_column(numbers: Sequence[str], rows: Rows, look: Look) -> Layer:
    """Return the numbers under one another at the right edge."""
    x = rows.frame.width + (0 if rows.above else rows.frame.right)
    said = [
        {"x": x, "y": y, "words": number, "fill": look.palette.ink}
        for number, y in zip(numbers, rows.words_at, strict=True)
    ]
    return words(said, look, align="right")
