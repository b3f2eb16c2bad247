"""The lines and tables of a PDF's pages -> blocks: headings by size, paragraphs over pages, tables over pages."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from overens.intake.documents.marks import Block, heading, item_or_paragraph, table
from overens.intake.documents.pdf_lines import Line
from overens.intake.documents.pdf_tables import Rows

_LARGER = 1.12
_MOST_LEVELS = 3
_LONGEST_HEADING = 160
_BEGINS_ITEM = re.compile(r"[•·●▪◦‣⁃∙■□➢►\uf0b7\uf0a7o–-] +\S")
_ENDS_SENTENCE = re.compile(r"[.:!?][⁰¹²³⁴⁵⁶⁷⁸⁹”\"]*$")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True)
class _Setting:
    """How a document is set.

    Attributes:
        size: Height of letters in the running text.
        larger: Heights of headings, largest first.
        pitch: From line to line, in heights of letters.
        right: Where a full line ends.
        bold: Whether the running text is bold.
    """

    size: float
    larger: list[float]
    pitch: float
    right: float
    bold: bool


@dataclass
class _Open:
    """The blocks so far, and the lines or rows that may go on."""

    blocks: list[Block] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    rows: Rows = field(default_factory=list)


def blocks_of(pages: list[list[Line | Rows]]) -> list[Block]:
    """Return the blocks of all pages; what goes on from one page to the next is one block."""
    lines = [part for page in pages for part in page if isinstance(part, Line)]
    setting = _setting(lines)
    now = _Open()
    for page in pages:
        for n, part in enumerate(page):
            if isinstance(part, Line):
                _end_table(now)
                if now.lines and _begins(part, now.lines[-1], setting, first=n == 0, is_first=len(now.lines) == 1):
                    _end_paragraph(now, setting)
                now.lines.append(part)
            else:
                _end_paragraph(now, setting)
                _add_rows(now, part, first=n == 0)
    _end_paragraph(now, setting)
    _end_table(now)
    return now.blocks


def _setting(lines: list[Line]) -> _Setting:
    if not lines:
        return _Setting(1, [], 1, 0, bold=False)
    sizes: Counter[float] = Counter()
    bold = 0
    for line in lines:
        sizes[_rounded(line.size)] += len(line.text)
        bold += len(line.text) if line.bold else 0
    size = max(sizes, key=lambda one: sizes[one])
    pitches = Counter(
        round((line.top - above.top) / size, 1)
        for above, line in pairwise(lines)
        if _rounded(line.size) == size == _rounded(above.size) and 0 < line.top - above.top < 2.5 * size
    )
    pitch = max(pitches, key=lambda one: pitches[one]) if pitches else 1.2
    rights = sorted(line.right for line in lines)
    return _Setting(size, _headings(sizes, size), pitch, rights[len(rights) * 9 // 10], bold * 2 > sizes.total())


def _headings(sizes: Counter[float], size: float) -> list[float]:
    """Return the sizes that are larger than the running text, largest first; sizes that hardly differ are one."""
    levels: list[float] = []
    for one in sorted((one for one in sizes if one > _LARGER * size), reverse=True):
        if not levels or one < levels[-1] / 1.06:
            levels.append(one)
    return levels


def _rounded(size: float) -> float:
    return round(size * 2) / 2


def _begins(line: Line, above: Line, setting: _Setting, *, first: bool, is_first: bool) -> bool:
    """Return whether a paragraph begins with the line.

    Args:
        line: The line.
        above: The line above it.
        setting: How the document is set.
        first: Whether the line is the first of a page, so that the distance above it says nothing.
        is_first: Whether the line above is the first of its paragraph.
    """
    if _rounded(line.size) != _rounded(above.size) and abs(line.size - above.size) > 0.06 * setting.size:
        return True
    if line.bold != above.bold or _BEGINS_ITEM.match(line.text):
        return True
    if abs(line.left - above.left) > setting.size and _moves(line, above, is_first=is_first):
        return True
    if _ENDS_SENTENCE.search(above.text) and (first or _ends_short(above, setting)):
        return True
    return not first and line.top - above.top > 1.25 * setting.pitch * line.size


def _moves(line: Line, above: Line, *, is_first: bool) -> bool:
    """Return whether the edge moves as at a new paragraph: not under a bullet, nor back after an indented first line."""
    if line.left > above.left:
        return not (is_first and (_BEGINS_ITEM.match(above.text) or len(above.cells) > 1))
    return not is_first


def _ends_short(line: Line, setting: _Setting) -> bool:
    return line.right < 0.85 * setting.right


def _end_paragraph(now: _Open, setting: _Setting) -> None:
    lines, now.lines = now.lines, []
    if not lines:
        return
    words = _joined(lines)
    level = _level(words, lines, setting)
    now.blocks.append(heading(level, words) if level else item_or_paragraph(words))


def _joined(lines: list[Line]) -> str:
    """Return the lines as one; a hyphen at the end of a line keeps its break, since it may be one of the word."""
    said: list[str] = []
    for line in lines:
        if said:
            said.append("\n" if said[-1][-1:] in "-\u00ad" else " ")
        said.append(line.text)
    return "".join(said)


def _level(words: str, lines: list[Line], setting: _Setting) -> int:
    """Return the level of heading that the lines are, or 0."""
    if len(words) > _LONGEST_HEADING or not _LETTER.search(words) or _BEGINS_ITEM.match(words):
        return 0
    size = _rounded(lines[0].size)
    if size > _LARGER * setting.size:
        smaller = sum(one > size * 1.06 for one in setting.larger)
        return min(smaller + 1, _MOST_LEVELS)
    if lines[0].bold and not setting.bold and words[-1] not in ".,;:" and size >= setting.size:
        return min(len(setting.larger), _MOST_LEVELS) + 1
    return 0


def _add_rows(now: _Open, rows: Rows, *, first: bool) -> None:
    """Begin a table, or go on with the one that ended the page before, whose header may be printed again."""
    if first and now.rows and len(now.rows[0]) == len(rows[0]):
        now.rows += rows[1:] if rows[0] == now.rows[0] else rows
        return
    _end_table(now)
    now.rows = list(rows)


def _end_table(now: _Open) -> None:
    if now.rows:
        now.blocks.append(table(now.rows))
    now.rows = []
