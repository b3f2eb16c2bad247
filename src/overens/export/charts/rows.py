"""Names and numbers -> rows down a picture: names beside what is drawn where there is room, else above it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import altair as alt

from overens.export.charts.canvas import Frame, Layer, Row, at_value, drawn, words
from overens.export.charts.look import Look, Number

THICK = 16
_BESIDE, _ABOVE = 26, 46
_WORDS_AT_MOST = 0.6
"""The part of the breadth that names and numbers may take beside what is drawn."""


@dataclass(frozen=True)
class Rows:
    """Where each row stands.

    Attributes:
        middle: Of what is drawn in each row, down from the top.
        above: Whether names and numbers stand above it.
    """

    frame: Frame
    middle: tuple[int, ...]
    above: bool

    @property
    def words_at(self) -> tuple[int, ...]:
        """Where the words of each row stand, down from the top."""
        return tuple(y - THICK // 2 - 12 for y in self.middle) if self.above else self.middle


def lay_rows(names: Sequence[str], numbers: Sequence[str], look: Look, top: int, bottom: int = 4) -> Rows:
    """Return where the rows stand below the top."""
    left, right = (max(map(look.room, texts)) + 10 for texts in (names, numbers))
    above = left + right > look.width * _WORDS_AT_MOST
    step = _ABOVE if above else _BESIDE
    first = step - THICK // 2 - 4 if above else step // 2
    width = look.width - 2 if above else look.width - left - right
    frame = Frame(1 if above else left, top, width, step * len(names), 1 if above else right, bottom)
    return Rows(frame, tuple(first + step * n for n in range(len(names))), above)


def name_layers(
    names: Sequence[str], numbers: Sequence[str], own: Sequence[bool], rows: Rows, look: Look
) -> list[Layer]:
    """Return the names, the own ones bold; one too long for its room is cut, and whole when pointed at."""
    layers = []
    for bold in (False, True):
        said: list[Row] = []
        for name, number, mine, y in zip(names, numbers, own, rows.words_at, strict=True):
            if mine is bold:
                room = rows.frame.width - look.room(number) - 16
                shown = look.lines(name, room, 1)[0] if rows.above else name
                fill = look.palette.accent if bold else look.palette.ink
                said.append({"x": 0 if rows.above else -10, "y": y, "words": shown, "about": name, "fill": fill})
        if said:
            layers.append(words(said, look, align="left" if rows.above else "right", bold=bold))
    return layers


def number_layer(numbers: Sequence[str], ends: Sequence[Number], rows: Rows, scale: alt.Scale, look: Look) -> Layer:
    """Return the numbers: where each row's bar ends, or on the line of its name."""
    fill = look.palette.ink
    if rows.above:
        return number_column(numbers, rows, look)
    said = [
        {"at": drawn(end), "y": y, "words": number, "about": number, "fill": fill}
        for number, end, y in zip(numbers, ends, rows.words_at, strict=True)
    ]
    return at_value(said, scale, look)


def number_column(numbers: Sequence[str], rows: Rows, look: Look) -> Layer:
    """Return the numbers under one another at the right edge."""
    x = rows.frame.width + (0 if rows.above else rows.frame.right)
    said = [
        {"x": x, "y": y, "words": number, "about": number, "fill": look.palette.ink}
        for number, y in zip(numbers, rows.words_at, strict=True)
    ]
    return words(said, look, align="right")
