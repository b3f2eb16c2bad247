"""Clean text -> its lines that have words, and which of them a blank line parts from the one before."""

from __future__ import annotations

import re
from typing import NamedTuple

_LINE = re.compile(r"[^\n]+")


class Line(NamedTuple):
    """A line without the spaces around it. `apart` if a blank line, or nothing, stands before it."""

    start: int
    end: int
    apart: bool


def lines_of(text: str) -> list[Line]:
    r"""Return the lines with words in order.

    >>> lines_of(" a\nb\n\nc")
    [Line(start=1, end=2, apart=True), Line(start=3, end=4, apart=False), Line(start=6, end=7, apart=True)]
    """
    lines: list[Line] = []
    last = -2
    for found in _LINE.finditer(text):
        words = found[0].strip(" ")
        if not words:
            continue
        start = found.start() + len(found[0]) - len(found[0].lstrip(" "))
        lines.append(Line(start, start + len(words), found.start() != last + 1))
        last = found.end()
    return lines
