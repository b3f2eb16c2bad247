"""Blocks of a document -> Markdown: headings, paragraphs, items, tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from overens.drafting.text.clean import clean_text

_SPACES = re.compile(r"[ \t\r\n\f\v]+")
_SPACES_WITHIN_LINE = re.compile(r"[ \t\r\f\v]+")
_AROUND_BREAK = re.compile(r" ?\n ?")
_WIDEST = 100
_CONTROLS = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 127, 0xFFFE, 0xFFFF])
_HYPHENATED = re.compile("[-\u2010\u00ad]\n")
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_BULLET = re.compile(r"[•·●▪◦‣⁃∙■□➢►\uf0b7\uf0a7o] +(?=\S)")


class Block(NamedTuple):
    """One block as it stands in the Markdown."""

    text: str
    is_item: bool = False


def heading(level: int, text: str) -> Block:
    """Return a heading of level 1 to 6."""
    return Block(f"{'#' * min(max(level, 1), 6)} {one_line(text)}")


def paragraph(text: str) -> Block:
    """Return a paragraph; breaks of lines in it stay."""
    return Block(_AROUND_BREAK.sub("\n", _SPACES_WITHIN_LINE.sub(" ", text)).strip(" \n"))


def item(text: str) -> Block:
    """Return one item of a list."""
    return Block(f"* {paragraph(text).text}", is_item=True)


def item_or_paragraph(text: str) -> Block:
    """Return an item if the text begins with a printed bullet, else a paragraph; a dash may begin what somebody says, and stays.

    >>> item_or_paragraph("• 14 miljoner").text, item_or_paragraph("14 miljoner").text
    ('* 14 miljoner', '14 miljoner')
    """
    bullet = _BULLET.match(text)
    return item(text[bullet.end() :]) if bullet else paragraph(text)


def table(rows: Sequence[Sequence[str]]) -> Block:
    """Return a table, with its first row as the header.

    >>> print(table([["Region", "Kronor"], ["Blekinge", "14"]]).text)
    | Region | Kronor |
    | --- | --- |
    | Blekinge | 14 |
    """
    columns = max(map(len, rows))
    lines = [_row([*row, *[""] * (columns - len(row))]) for row in rows]
    lines.insert(1, _row(["---"] * columns))
    return Block("\n".join(lines))


def table_or_frame(rows: Sequence[Sequence[str]]) -> list[Block]:
    """Return a table, or the paragraphs of a single column, which is but a frame around text."""
    if rows and max(map(len, rows)) == 1:
        return [paragraph(cell) for row in rows for cell in row]
    return [table(rows)] if rows else []


def span(said: str | None) -> int:
    """Return how many columns or rows a cell says that it reaches over, within reason."""
    return min(max(int(said), 1), _WIDEST) if said and said.isascii() and said.isdigit() and len(said) < 6 else 1


def join_blocks(blocks: Iterable[Block]) -> str:
    """Return the blocks as one text, with an empty line between them but not between items."""
    parts: list[str] = []
    before: Block | None = None
    for block in blocks:
        if before is not None:
            parts.append("\n" if before.is_item and block.is_item else "\n\n")
        parts.append(block.text)
        before = block
    return "".join([*parts, "\n"] if parts else []).translate(_CONTROLS)


def one_line(text: str) -> str:
    r"""Return the text on one line, with one space where there was any, and words whole that were broken at a hyphen.

    >>> one_line("tilläggs-\növerenskommelsen om hälso-\noch sjukvård")
    'tilläggsöverenskommelsen om hälso- och sjukvård'
    """
    whole = clean_text(text).text if _HYPHENATED.search(text) else text
    return _SPACES.sub(" ", whole).strip(" ")


def raised(text: str) -> str:
    """Return digits above the line as such, so that the mark of a note never lengthens a number.

    >>> "369" + raised("1")
    '369¹'
    """
    return text.translate(_SUPERSCRIPTS)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(one_line(cell).replace('|', chr(92) + '|') for cell in cells)} |"
