"""SVG as Vega draws it -> SVG with a title, a description and hatching, and no more decimals than are seen."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import escape

from overens.vocabulary.wording import Language

_ROOT = re.compile(r"<svg\b([^>]*)>")
_SIZE = re.compile(r'width="(\d+)" height="(\d+)"')
_ROLES = re.compile(r' (?:aria-[a-z]+|role)="[^"]*"')
_PLACED = re.compile(r' (?:d|transform|x|y|x1|x2|y1|y2|width|height)="[^"]*"')
_DECIMALS = re.compile(r"(\.\d)\d+")
_EMPTY = re.compile(r'<path class="(?:background|foreground)"[^>]*(?: d=""| d="M0,0h0v0h0Z")[^>]*/>')
_END = "</svg>"
TITLE_SIZE, TITLE_LINE = 19, 26
_MARGIN = 12


def finish(svg: str, title: str, description: str, language: Language, hatches: Mapping[str, tuple[str, str]]) -> str:
    """Return the SVG as one image with a name, whose marks are not read one by one.

    Args:
        hatches: A colour that stands for hatching -> the colour of its strokes, and of what is between them.
    """
    found = _ROOT.search(svg)
    assert found is not None
    body = _ROLES.sub("", _EMPTY.sub("", svg[found.end() :]))
    body = _PLACED.sub(lambda one: _DECIMALS.sub(r"\1", one[0]), body)
    patterns = []
    for stand_in, (stroke, between) in hatches.items():
        name = f"hatch-{stand_in.removeprefix('#')}"
        if f'fill="{stand_in}"' in body:
            patterns.append(_pattern(name, stroke, between))
            body = body.replace(f'fill="{stand_in}"', f'fill="url(#{name})"')
    attributes = _ROLES.sub("", found[1]).replace(' class="marks"', "")
    head = f'<svg{attributes} role="img" lang="{language.value}">'
    said = f"<title>{escape(title)}</title><desc>{escape(description)}</desc>"
    return f"{head}{said}{_definitions(patterns)}{body}"


def with_title(svg: str, lines: Sequence[str], ink: str, paper: str, font: str) -> str:
    """Return the finished SVG with its title written above it too, for a picture that leaves its page."""
    width, height = size_of(svg)
    said_size = f'width="{width}" height="{height}"'
    head = TITLE_LINE * len(lines) + _MARGIN
    whole = f'<rect width="{width}" height="{height + head}" fill="{paper}"/>'
    form = f'font-family="{font}" font-size="{TITLE_SIZE}px" font-weight="600" fill="{ink}"'
    said = "".join(
        f'<text x="{_MARGIN}" y="{_MARGIN + TITLE_LINE * n + TITLE_SIZE}" {form}>{escape(line)}</text>'
        for n, line in enumerate(lines)
    )
    start = svg.index("</desc>") + len("</desc>")
    before = svg[:start].replace(said_size, f'width="{width}" height="{height + head}"', 1)
    before = before.replace(f'viewBox="0 0 {width} {height}"', f'viewBox="0 0 {width} {height + head}"', 1)
    inside = svg[start:].removesuffix(_END)
    return f'{before}{whole}{said}<g transform="translate(0,{head})">{inside}</g>{_END}'


def size_of(svg: str) -> tuple[int, int]:
    """Return how broad and high the SVG is, in its own units."""
    size = _SIZE.search(svg)
    assert size is not None
    return int(size[1]), int(size[2])


def _definitions(patterns: list[str]) -> str:
    return f"<defs>{''.join(patterns)}</defs>" if patterns else ""


def _pattern(name: str, stroke: str, between: str) -> str:
    return (
        f'<pattern id="{name}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        f'<rect width="6" height="6" fill="{between}"/><rect width="2" height="6" fill="{stroke}"/></pattern>'
    )
