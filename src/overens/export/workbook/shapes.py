"""A look and a tone -> the format of a cell: number formats, colours, borders."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, TypeAlias

from overens.export.workbook.model import Look, Tone

Book: TypeAlias = Any  # the writer's own workbook
Shape: TypeAlias = Any  # its format
Shapes: TypeAlias = Callable[[str, bool, Tone], Shape]
"""A look or one of the names below, whether it is a total, and its tone -> the writer's format."""
RIGHT = (Look.KRONOR, Look.COUNT, Look.SHARE, Look.DECIMALS, Look.ORE, Look.FACTOR)
"""Looks of numbers, which stand to the right."""
_NUMBERS = {
    Look.KRONOR: "#,##0_ ",  # the last sign leaves room before the next column
    Look.COUNT: "#,##0_ ",
    Look.SHARE: "0.0000%_ ",
    Look.DECIMALS: "#,##0.0000_ ",
    Look.ORE: "#,##0.00_ ",
    Look.FACTOR: "General",
    Look.DAY: "yyyy-mm-dd",
    Look.TEXT: "@",
    Look.LINE: "@",
}
_FILLS = {Tone.INPUT: "#FFF6CC", Tone.FIXED: "#E6E6E6", Tone.RESULT: "#E3F1E3"}
_HEADING = {"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}
_OTHERS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 14},
    "note": {"italic": True, "font_color": "#444444"},
    "long note": {"italic": True, "font_color": "#444444", "text_wrap": True, "valign": "top"},
    "label": {"valign": "top"},
    "group": {"bold": True, "font_color": "#0B5394"},
    "heading": _HEADING,
    "number heading": {**_HEADING, "align": "right", "indent": 1},
    "link": {"font_color": "#0B5394", "underline": 1, "valign": "top"},
    "harmless": {"num_format": "@", "text_wrap": True, "valign": "top", "quote_prefix": True},
}


def shapes_of(made: Book) -> Shapes:
    """Return the function that gives the workbook's formats, each made once, when it is first asked for."""

    @cache
    def shape(look: str, total: bool, tone: Tone) -> Shape:
        looks = _OTHERS.get(look) or _look(Look(look))
        looks = looks | ({"bold": True, "top": 1} if total else {})
        looks = looks | ({"bg_color": _FILLS[tone]} if tone in _FILLS else {})
        return made.add_format(looks | ({"bold": True} if tone in (Tone.RESULT, Tone.CHECK) else {}))

    return shape


def _look(look: Look) -> dict[str, Any]:
    shape: dict[str, Any] = {"valign": "top", "num_format": _NUMBERS[look]}
    return shape | ({"align": "right"} if look in RIGHT else {}) | ({"text_wrap": True} if look is Look.TEXT else {})
