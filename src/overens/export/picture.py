"""A picture's specification -> SVG, PNG and JSON: self-contained, described in words, hatched where money is not certain."""

from __future__ import annotations

import hashlib
import json
import re
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from textwrap import wrap
from threading import Lock
from typing import Any, TypeAlias, TypeVar

from overens.export.csv_table import Table
from overens.export.finish_svg import TITLE_SIZE, finish, size_of, with_title
from overens.vocabulary.wording import Language, Text

Spec: TypeAlias = dict[str, Any]
T = TypeVar("T", str, bytes)
FONT = "system-ui, sans-serif"
_LETTER = 58
"""How broad a letter of a title is, in hundredths of its height."""
KEPT = 24_000_000
"""How much of finished pictures is kept, in characters and bytes: one is some 10 kB, a map of the municipalities 140, a PNG more."""
PIXELS = 2
"""Pixels of a PNG for each unit of the picture, for sharp screens and print."""


class Theme(StrEnum):
    """The colours of a page (tema)."""

    LIGHT = "light"
    DARK = "dark"


class Size(StrEnum):
    """How broad a picture is drawn: for a page, or for a telephone (bredd)."""

    WIDE = "wide"
    NARROW = "narrow"


@dataclass(frozen=True)
class Palette:
    """The colours of a theme; the page's style sheet has the same.

    Attributes:
        accent: What is certain, solid.
        second: What is inferred.
        hatched, missing: Stand for hatching in a specification, and are the same nowhere else.
        empty: Land that a map is not about.
        scale: A single hue from little to much.
        lost: Another hue, for what is lost, from little to much.
    """

    paper: str
    ink: str
    muted: str
    line: str
    accent: str
    second: str
    warning: str
    grey: str
    hatched: str
    missing: str
    empty: str
    scale: tuple[str, ...]
    lost: tuple[str, ...]

    @property
    def hatches(self) -> dict[str, tuple[str, str]]:
        """Each colour that stands for hatching -> the colour of its strokes, and of what is between them."""
        return {self.hatched: (self.accent, self.paper), self.missing: (self.grey, self.paper)}


PALETTES = {
    Theme.LIGHT: Palette(
        paper="#fbfaf7",
        ink="#1c2521",
        muted="#56635d",
        line="#d9ddd6",
        accent="#0b5d51",
        second="#7fb3a5",
        warning="#8a4b08",
        grey="#9aa39e",
        hatched="#cfe1dc",
        missing="#e4e7e3",
        empty="#e0e2dc",
        scale=("#c3dcd3", "#98c4b7", "#68a697", "#37867b", "#0b5d51", "#063b35"),
        lost=("#ecd3b3", "#c98f55", "#8a4b08"),
    ),
    Theme.DARK: Palette(
        paper="#141a18",
        ink="#e8ece9",
        muted="#a3afa9",
        line="#33403b",
        accent="#6fc7b4",
        second="#3f7d70",
        warning="#e0a458",
        grey="#6b7772",
        hatched="#274a43",
        missing="#262e2b",
        empty="#27302d",
        scale=("#2b5a51", "#367567", "#46917f", "#5fb19f", "#8bd3c4", "#c3efe5"),
        lost=("#5a4527", "#9a6a35", "#e0a458"),
    ),
}


@dataclass(frozen=True)
class Picture:
    """A picture (bild) with its finding, what is drawn in words, and its table.

    Attributes:
        name: Its part of an address: "karta".
        title: States the finding: "Gotland fick mest per invånare: 1 234 kr".
        description: What is drawn, for those who do not see it.
        table: The same numbers as a table.
        draw: Makes the Vega-Lite specification, without the title, which the page has as a caption.
        draw_narrow: Makes it for a telephone; where there is none, the broad one serves.
    """

    name: str
    title: Text
    description: Text
    table: Table
    draw: Callable[[Language, Theme], Spec]
    draw_narrow: Callable[[Language, Theme], Spec] | None = None


def to_json(picture: Picture, language: Language, theme: Theme, size: Size = Size.WIDE) -> Spec:
    """Return the Vega-Lite specification, complete in itself: no address, no data to fetch.

    `usermeta.hatches` tells which colours stand for hatching, for one who draws it in a browser.
    """
    draw = picture.draw if size is Size.WIDE or picture.draw_narrow is None else picture.draw_narrow
    spec = {key: value for key, value in draw(language, theme).items() if key != "$schema"}  # a name; never fetched
    said = {"description": picture.description.say(language)}
    return {**spec, **said, "usermeta": {"hatches": PALETTES[theme].hatches}}


def to_svg(picture: Picture, language: Language, theme: Theme, size: Size = Size.WIDE, *, titled: bool = False) -> str:
    """Return the picture as SVG, with its title and description in it; the same input gives the same text.

    Args:
        titled: Whether the title is also written above it, for a picture that leaves its page.
    """
    spec = to_json(picture, language, theme, size)
    title, description = picture.title.say(language), picture.description.say(language)

    def draw() -> str:
        other = _in_other_colours(picture, spec, language, size) if theme is Theme.DARK else None
        return other or _drawn(spec, title, description, language, theme)

    svg = _kept(str, (spec, title, language), draw)
    if not titled:
        return svg
    letters = (spec["width"] + spec["padding"]["left"] + spec["padding"]["right"]) * 100 // (TITLE_SIZE * _LETTER)
    palette = PALETTES[theme]
    return with_title(svg, wrap(title, letters, break_on_hyphens=False), palette.ink, palette.paper, FONT)


def to_png(picture: Picture, language: Language, theme: Theme, size: Size = Size.WIDE) -> bytes:
    """Return the picture as PNG with its title above it, made from its SVG."""
    svg = to_svg(picture, language, theme, size, titled=True)
    return _kept(bytes, svg, lambda: _pixels(svg))


def spec_size(picture: Picture, language: Language, theme: Theme, size: Size) -> tuple[int, int]:
    """Return how broad and high the picture is without its title, in its own units; nothing is drawn for it."""
    spec = to_json(picture, language, theme, size)
    room = spec["padding"]
    return spec["width"] + room["left"] + room["right"], spec["height"] + room["top"] + room["bottom"]


def png_size(picture: Picture, language: Language, theme: Theme, size: Size) -> tuple[int, int]:
    """Return how broad and high the picture is as PNG, in pixels."""
    width, height = size_of(to_svg(picture, language, theme, size, titled=True))
    return width * PIXELS, height * PIXELS


def prepare_drawing() -> None:
    """Read what pictures are drawn with, which takes the first of them most of a second."""
    from vl_convert import vegalite_to_svg

    import_module("altair")
    with _DRAWING:
        vegalite_to_svg({"mark": "point", "data": {"values": []}}, allowed_base_urls=[])


def _in_other_colours(picture: Picture, dark: Spec, language: Language, size: Size) -> str | None:
    """Return the dark picture made of the light one, which takes a hundredth of the time; None where that would not be the same."""
    light = to_json(picture, language, Theme.LIGHT, size)
    title = picture.title.say(language)
    colours = colours_between(json.dumps([light, title]), json.dumps([dark, title]))
    if colours is None:
        return None
    svg = to_svg(picture, language, Theme.LIGHT, size)
    if not all(len(found) == _HEX and (found in colours or found not in _THEMED) for found in _COLOUR.findall(svg)):
        return None
    if "rgb(" in svg:  # a colour between two others, which those of the other theme need not give
        return None
    return _MARKED.sub(lambda found: found[1] + colours.get(f"#{found[2]}", f"#{found[2]}")[1:], svg)


_COLOUR = re.compile(r"#[0-9a-fA-F]+\b")
_MARKED = re.compile(r"(#|hatch-)([0-9a-f]{6})\b")
"""A colour, or the name of a hatching, which is made of one."""
_HEX = len("#rrggbb")
_THEMED = frozenset(re.findall(_COLOUR, repr(PALETTES[Theme.LIGHT])))


def colours_between(one: str, other: str) -> dict[str, str] | None:
    """Return which colour of one text stands for which in the other; None where they differ in more, or not always alike.

    >>> colours_between("a #111111 b #222222", "a #333333 b #444444")
    {'#111111': '#333333', '#222222': '#444444'}
    >>> colours_between("#111111 #111111", "#333333 #444444") is None
    True
    """
    if _COLOUR.sub("#", one) != _COLOUR.sub("#", other):
        return None
    pairs = set(zip(_COLOUR.findall(one), _COLOUR.findall(other), strict=True))
    found = dict(sorted(pairs))
    return found if len(found) == len(pairs) else None


def _drawn(spec: Spec, title: str, description: str, language: Language, theme: Theme) -> str:
    from vl_convert import vegalite_to_svg

    with _DRAWING:
        bare = vegalite_to_svg(spec, allowed_base_urls=[])
    return finish(bare, title, description, language, PALETTES[theme].hatches)


def _pixels(svg: str) -> bytes:
    from vl_convert import svg_to_png

    with _DRAWING:
        return svg_to_png(svg, scale=PIXELS)


_DRAWING = Lock()
"""The engine draws one picture at a time; several at once would only wait inside it."""
_finished: OrderedDict[str, str | bytes] = OrderedDict()
_FINISHED = Lock()


def _kept(kind: type[T], of: object, make: Callable[[], T]) -> T:
    """Return what was made of the same content before, or make it."""
    content = json.dumps([kind.__name__, of], ensure_ascii=False, sort_keys=True)
    name = hashlib.sha256(content.encode()).hexdigest()
    with _FINISHED:
        before = _finished.get(name)
        if isinstance(before, kind):
            _finished.move_to_end(name)
            return before
    made = make()
    with _FINISHED:
        _finished[name] = made
        while sum(map(len, _finished.values())) > KEPT:
            _finished.popitem(last=False)
    return made
