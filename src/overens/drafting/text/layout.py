"""Clean text -> blocks: headings, paragraphs, list items, speech and rows of tables, each under its headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from overens.drafting.text.clean import CleanText
from overens.drafting.text.words import TextGrammar

_LONGEST_HEADING = 160
_SHORT_LINE = 70
_HASHES = re.compile(r" {0,3}(#{1,6}) +")
_BULLET = re.compile(r" {0,12}(?:[*•·▪◦]|[-–] (?=\S)|[0-9]{1,2}[.)]) *")
_DASH = re.compile(r" {0,3}[-–] ?(?=[^\s0-9-])")


class BlockKind(StrEnum):
    """What a block of a document is."""

    TITLE = "titel"
    HEADING = "rubrik"
    PARAGRAPH = "stycke"
    ITEM = "punkt"
    SPEECH = "citat"
    LINE = "rad"
    ROW = "tabellrad"
    FRAME = "ram"


@dataclass(frozen=True)
class Block:
    """A block of the document.

    Attributes:
        start: Where its words begin in the clean text, after any sign for heading or item.
        end: Where they end.
        level: Of a heading, 1 highest; 0 of everything else.
        heading: Index of the nearest heading above, or -1.
        group: Number of the run of lines without a blank line between that it belongs to.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    heading: int = -1
    group: int = 0


@dataclass(frozen=True)
class _Line:
    start: int
    end: int
    words: str


def lay_out(clean: CleanText, grammar: TextGrammar) -> tuple[Block, ...]:
    """Return the blocks in order. Every line with words belongs to one block."""
    blocks: list[Block] = []
    path: list[int] = []
    titled = False
    for group, lines in enumerate(_groups(clean.text)):
        for block in _blocks_of(lines, grammar):
            kind, level = block.kind, block.level
            if kind is BlockKind.HEADING:
                if not titled:
                    kind, level, titled = BlockKind.TITLE, 1, True
                path = [n for n in path if blocks[n].level < level]
            blocks.append(Block(kind, block.start, block.end, level, path[-1] if path else -1, group))
            if level:
                path.append(len(blocks) - 1)
    return tuple(blocks)


def _groups(text: str) -> Iterator[list[_Line]]:
    """Yield the runs of lines that no blank line parts."""
    lines: list[_Line] = []
    start = 0
    for raw in text.split("\n"):
        words = raw.strip(" ")
        if words:
            begin = start + len(raw) - len(raw.lstrip(" "))
            lines.append(_Line(begin, begin + len(words), words))
        elif lines:
            yield lines
            lines = []
        start += len(raw) + 1
    if lines:
        yield lines


def _blocks_of(lines: list[_Line], grammar: TextGrammar) -> Iterator[Block]:
    """Yield the blocks of one run of lines: marked lines by themselves, the others joined."""
    plain: list[_Line] = []
    for line in lines:
        kind = _marked(line.words)
        if kind is None and grammar.is_frame(line.words):
            kind = BlockKind.FRAME
        if kind is None:
            plain.append(line)
            continue
        yield from _joined(plain, len(lines) == len(plain))
        plain = []
        yield _block(kind, line, grammar)
    yield from _joined(plain, len(lines) == len(plain))


def _marked(words: str) -> BlockKind | None:
    """Return the kind of a line that its first sign tells, or None for plain words."""
    if words[0] == "|":
        return BlockKind.ROW
    if words[0] == "#" and _HASHES.match(words):
        return BlockKind.HEADING
    return BlockKind.ITEM if words[0] in "*•·▪◦-–0123456789" and _BULLET.match(words) else None


def _block(kind: BlockKind, line: _Line, grammar: TextGrammar) -> Block:
    """Return a line as a block of its own, without the sign that told its kind."""
    level = skip = 0
    if kind is BlockKind.HEADING:
        found = _HASHES.match(line.words)
        level, skip = (len(found[1]), found.end()) if found else (2, 0)
    elif kind is BlockKind.ITEM:
        bullet = _BULLET.match(line.words)
        skip = bullet.end() if bullet and not line.words[0].isdigit() else 0
        if line.words[0] in "-–" and grammar.is_speech(line.words):
            kind = BlockKind.SPEECH
    return Block(kind, min(line.start + skip, line.end), line.end, level)


def _joined(lines: list[_Line], alone: bool) -> Iterator[Block]:
    """Yield plain lines as one paragraph, or line by line where they are short like those of a list."""
    if not lines:
        return
    first, rest = lines[0], lines[1:]
    if _is_heading(first, alone or bool(rest), rest):
        yield Block(BlockKind.HEADING, first.start, first.end, 3 if first.words.endswith(":") else 2)
        lines = rest
    if not lines:
        return
    if _DASH.match(lines[0].words) and len(lines) == 1:
        yield Block(BlockKind.SPEECH, lines[0].start, lines[0].end)
    elif _is_listed(lines):
        yield from (Block(BlockKind.LINE, line.start, line.end) for line in lines)
    else:
        yield Block(BlockKind.PARAGRAPH, lines[0].start, lines[-1].end)


def _is_listed(lines: list[_Line]) -> bool:
    """Tell whether most lines are short, without being a sentence that runs on from line to line to its full stop."""
    runs_on = lines[-1].words[-1] in ".!?" and any(line.words[0].islower() for line in lines[1:])
    return len(lines) >= 3 and not runs_on and sum(len(line.words) < _SHORT_LINE for line in lines) > 0.7 * len(lines)


def _is_heading(line: _Line, apart: bool, rest: list[_Line]) -> bool:
    """Tell whether a plain line is a heading: short, apart, and no sentence."""
    words = line.words
    if not apart or len(words) > _LONGEST_HEADING or words[0] in "-–*|" or words[-1] in ".!?,;":
        return False
    if not rest:
        return words[-1] != ":" and any(c.isalpha() for c in words) and not words[0].islower()
    return (
        len(rest) == 1 and rest[0].words[-1] in ".!?" and rest[0].words[0].isupper() and len(rest[0].words) > len(words)
    )
