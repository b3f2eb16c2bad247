"""The lines and tables of a PDF -> blocks: headings by size and weight, paragraphs, items, tables."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from overens.intake.documents.marks import Block, heading, item_or_paragraph, table
from overens.intake.documents.pdf_lines import Line, drop
from overens.intake.documents.pdf_tables import Rows

_LARGER = 1.12
_MOST_LEVELS = 3
_LONGEST_HEADING = 160
_LONGEST_TITLE = 400
_BEGINS_ITEM = re.compile(r"[•·●▪◦‣⁃∙■□➢►\uf0b7\uf0a7o–-] +\S")
_ENDS_SENTENCE = re.compile(r"[.:!?][⁰¹²³⁴⁵⁶⁷⁸⁹”\"]*$")
_HYPHENS = "-\u2010\u00ad"
_ROOM = 0.6
"""Room beyond the next word, in heights of letters, that a line has where it was broken before it was full."""

_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True)
class _Setting:
    """How a document is set.

    Attributes:
        size: Height of letters in the running text.
        larger: Heights of headings, largest first.
        pitch: From line to line, in heights of letters.
        rights: Where a full line ends, for lines that begin at each edge.
        bold: Whether the running text is bold.
    """

    size: float
    larger: list[float]
    pitch: float
    rights: Mapping[int, float]
    bold: bool


def blocks_of(parts: Iterable[Line | Rows]) -> list[Block]:
    """Return the lines and tables of all pages as blocks."""
    parts = list(parts)
    setting = _setting([part for part in parts if isinstance(part, Line)])
    blocks: list[Block] = []
    lines: list[Line] = []
    for part in parts:
        if lines and (not isinstance(part, Line) or _begins(part, lines, setting)):
            blocks.append(_paragraph(lines, setting))
            lines = []
        if isinstance(part, Line):
            lines.append(part)
        else:
            blocks.append(table(part))
    return [*blocks, _paragraph(lines, setting)] if lines else blocks


def _setting(lines: list[Line]) -> _Setting:
    if not lines:
        return _Setting(1, [], 1, {}, bold=False)
    sizes: Counter[float] = Counter()
    bold = 0
    for line in lines:
        sizes[_rounded(line.size)] += len(line.text)
        bold += len(line.text) if line.bold else 0
    size = max(sizes, key=lambda one: sizes[one])
    pitches = Counter(
        round(down / size, 1)
        for above, line in pairwise(lines)
        if _rounded(line.size) == size == _rounded(above.size) and 0 < (down := drop(above, line) or 0) < 2.5 * size
    )
    pitch = max(pitches, key=lambda one: pitches[one]) if pitches else 1.2
    rights: dict[int, float] = {}
    for line in lines:
        edge = _edge(line, size)
        rights[edge] = max(line.right, rights.get(edge, 0))
    return _Setting(size, _headings(sizes, size), pitch, rights, bold * 2 > sizes.total())


def _headings(sizes: Counter[float], size: float) -> list[float]:
    """Return the sizes that are larger than the running text, largest first; sizes that hardly differ are one."""
    levels: list[float] = []
    for one in sorted((one for one in sizes if one > _LARGER * size), reverse=True):
        if not levels or one < levels[-1] / 1.06:
            levels.append(one)
    return levels


def _rounded(size: float) -> float:
    return round(size * 2) / 2


def _begins(line: Line, paragraph: list[Line], setting: _Setting) -> bool:
    """Return whether a paragraph begins with the line, which stands below the lines of the one before."""
    above = paragraph[-1]
    down = drop(above, line)
    if abs(line.size - above.size) > 0.06 * setting.size or line.bold != above.bold or _BEGINS_ITEM.match(line.text):
        return True
    if abs(line.left - above.left) > setting.size and _moves(line, above, is_first=len(paragraph) == 1):
        return True
    is_text = line.size < _LARGER * setting.size
    if is_text and _ENDS_SENTENCE.search(above.text) and (down is None or _is_broken(above, line, setting)):
        return True
    return down is not None and down > 1.25 * setting.pitch * line.size


def _moves(line: Line, above: Line, *, is_first: bool) -> bool:
    """Return whether the edge moves as at a new paragraph: not under a bullet, nor back after an indented first line."""
    if line.left > above.left:
        return not (is_first and (_BEGINS_ITEM.match(above.text) or len(above.cells) > 1))
    return not is_first


def _is_broken(above: Line, line: Line, setting: _Setting) -> bool:
    """Return whether the line above was broken before it was full: the first word of the next would have had room."""
    first = line.cells[0].words[0]
    edge = _edge(above, setting.size)
    room = max(setting.rights.get(near, 0) for near in (edge - 1, edge, edge + 1)) - above.right
    return room > first.right - first.left + _ROOM * line.size


def _edge(line: Line, size: float) -> int:
    return round(line.left / size)


def _paragraph(lines: list[Line], setting: _Setting) -> Block:
    words = _joined(lines, setting)
    level = _level(words, lines, setting)
    return heading(level, words) if level else item_or_paragraph(words)


def _joined(lines: list[Line], setting: _Setting) -> str:
    """Return the lines as one; a break stays if it was made, or after a hyphen, which may be one of the word."""
    said = [lines[0].text]
    for above, line in pairwise(lines):
        kept = above.text[-1] in _HYPHENS or _is_broken(above, line, setting)
        said += ["\n" if kept else " ", line.text]
    return "".join(said)


def _level(words: str, lines: list[Line], setting: _Setting) -> int:
    """Return the level of heading that the lines are, or 0."""
    if len(words) > _LONGEST_TITLE or not _LETTER.search(words) or _BEGINS_ITEM.match(words):
        return 0
    size = _rounded(lines[0].size)
    if size > _LARGER * setting.size:
        smaller = sum(one > size * 1.06 for one in setting.larger)
        return min(smaller + 1, _MOST_LEVELS)
    fits = len(words) <= _LONGEST_HEADING
    if fits and lines[0].bold and not setting.bold and words[-1] not in ".,;:" and size >= setting.size:
        return min(len(setting.larger), _MOST_LEVELS) + 1
    return 0
