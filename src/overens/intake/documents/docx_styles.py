"""The styles of a DOCX -> which of them are headings of what level, and which are items of lists."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from overens.intake.documents.docx_xml import Attributes, walk_xml

_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)


@dataclass
class _Style:
    level: int | None = None
    is_item: bool = False
    based_on: str = ""


@dataclass
class Styles:
    """What paragraphs of each style are.

    Attributes:
        levels: Level of heading, from 1.
    """

    levels: dict[str, int] = field(default_factory=dict)
    items: set[str] = field(default_factory=set)


def read_styles(source: bytes | None) -> Styles:
    """Return the headings and lists among the styles; a style is what it is based on unless it says otherwise."""
    styles: dict[str, _Style] = {}
    current = _Style()

    def enter(tag: str, attributes: Attributes) -> None:
        nonlocal current
        value = attributes.get("val", "")
        if tag == "style":
            current = _Style()
            styles[attributes.get("styleId", "")] = current
        elif tag == "basedOn":
            current.based_on = value
        elif tag == "name":
            heading = _HEADING.fullmatch(value)
            current.level = int(heading[1]) if heading else 1 if value == "Title" else current.level
        elif tag == "outlineLvl":
            current.level = outline_level(value)
        elif tag == "numId":
            current.is_item = value != "0"

    if source:
        walk_xml(source, enter, lambda _: None)
    found = Styles()
    for name in styles:
        chain = _chain(name, styles)
        level = next((style.level for style in chain if style.level is not None), None)
        if level:
            found.levels[name] = level
        elif any(style.is_item for style in chain):
            found.items.add(name)
    return found


def outline_level(value: str) -> int:
    """Return the level of heading that an outline level is, from 1; 0 for ordinary text."""
    return int(value) + 1 if value in set("01234567") else 0


def _chain(name: str, styles: dict[str, _Style]) -> list[_Style]:
    """Return the style and those it is based on, nearest first; a circle ends where it closes."""
    chain: dict[str, _Style] = {}
    while name in styles and name not in chain and len(chain) < 20:
        chain[name] = styles[name]
        name = styles[name].based_on
    return list(chain.values())
