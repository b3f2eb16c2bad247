"""Headings, sentences and tables -> lines that fit the terminal; numbers set right, words wrapped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import click

from overens.cli.terminal import on_one_line
from overens.vocabulary.wording import WITHIN_NUMBER

GAP = "  "
NARROWEST = 8
_DEEPEST = 8


@dataclass
class Page:
    """What a person reads: lines no wider than the terminal (figures are never cut or wrapped)."""

    width: int = 80
    lines: list[str] = field(default_factory=list)

    def text(self) -> str:
        """Return the page as text."""
        return "\n".join(self.lines) + "\n"

    def blank(self) -> None:
        """Leave a line empty."""
        self.lines.append("")

    def heading(self, words: str) -> None:
        """Add a heading with a line of space before it."""
        self.blank()
        self.lines += [click.style(line, bold=True) for line in _wrap(words, self.width)]

    def line(self, words: str, *, dim: bool = False, colour: str | None = None) -> None:
        """Add a sentence, wrapped."""
        styled = dim or colour is not None
        self.lines += [click.style(one, dim=dim, fg=colour) if styled else one for one in _wrap(words, self.width)]

    def verbatim(self, line: str, *, colour: str | None = None) -> None:
        """Add a line as it stands in a file, however long."""
        text = on_one_line(line)
        self.lines.append(click.style(text, fg=colour) if colour else text)

    def notes(self, sentences: Iterable[str], mark: str = "·") -> None:
        """Add sentences as a list."""
        for sentence in sentences:
            self.item(mark, sentence)

    def item(self, mark: str, sentence: str, *, dim: bool = False) -> None:
        """Add a sentence after a mark, its further lines set in under it."""
        first, rest = f"{mark} ", " " * (len(mark) + 1)
        for n, one in enumerate(_wrap(sentence, self.width - len(first))):
            text = (first if n == 0 else rest) + one
            self.lines.append(click.style(text, dim=True) if dim else text)

    def margin(
        self, label: str, words: str, width: int, *, bold: bool = False, mark: re.Pattern[str] | None = None
    ) -> None:
        """Add a paragraph beside a label set right in a margin of the width; what the mark finds stands out."""
        for n, one in enumerate(_wrap(words, self.width - width)):
            beside = click.style(label.rjust(width - 2), dim=True) + "  " if n == 0 else " " * width
            shown = mark.sub(lambda found: click.style(found[0], bold=True, fg="cyan"), one) if mark else one
            self.lines.append(beside + (click.style(shown, bold=True) if bold else shown))

    def tree(self, depth: int, mark: str, sentence: str, *, dim: bool = False, colour: str | None = None) -> None:
        """Add a sentence after a mark, set in by its depth; its further lines stand under it."""
        before = "  " * min(depth, _DEEPEST)
        for n, one in enumerate(_wrap(sentence, self.width - len(before) - len(mark) - 1)):
            text = before + (mark if n == 0 else " " * len(mark)) + " " + one
            self.lines.append(click.style(text, dim=dim, fg=colour) if dim or colour else text)

    def table(
        self,
        headings: Sequence[str],
        rows: Iterable[Sequence[str]],
        *,
        right: Iterable[int] = (),
        whole: Iterable[int] = (),
        total: Sequence[str] | None = None,
    ) -> None:
        """Add a table.

        Args:
            right: Columns set right and never wrapped: numbers.
            whole: Columns never wrapped: ids.
            total: A last row under a line.
        """
        body = [list(row) for row in rows]
        every = [*body, list(total)] if total else body
        widths = _widths(list(headings), every, set(right), set(whole), self.width)
        rule = GAP.join("─" * width for width in widths)
        self._row(list(headings), widths, set(right), bold=True)
        self.lines.append(rule)
        for row in body:
            self._row(row, widths, set(right))
        if total:
            self.lines.append(rule)
            self._row(list(total), widths, set(right), bold=True)

    def _row(self, cells: list[str], widths: list[int], numbers: set[int], *, bold: bool = False) -> None:
        columns = [_wrap(cell, width) for cell, width in zip(cells, widths, strict=True)]
        for n in range(max(len(column) for column in columns)):
            parts = [
                (column[n] if n < len(column) else "").rjust(width) if i in numbers else
                (column[n] if n < len(column) else "").ljust(width)
                for i, (column, width) in enumerate(zip(columns, widths, strict=True))
            ]  # fmt: skip
            text = GAP.join(parts).rstrip()
            self.lines.append(click.style(text, bold=True) if bold else text)


_BREAKS = re.compile(r"(?<=[-/._])")
_NUMBER = re.compile(r"(?:[≈≤≥<>]\u00a0)?[0-9][0-9\u00a0,.]*(?:\u00a0(?:kr|%|Mkr))?")


def _wrap(words: str, width: int) -> list[str]:
    """Return the words in lines of the width; a longer word is broken after a hyphen, slash or point if it can be."""
    width = max(width, NARROWEST)
    lines = [""]
    for word in WITHIN_NUMBER.sub("\u00a0", on_one_line(words)).split(" "):
        pieces = [word] if len(word) <= width else _pieces(word, width)
        for n, piece in enumerate(pieces):
            gap = " " if lines[-1] and n == 0 else ""
            if len(lines[-1]) + len(gap) + len(piece) <= width:
                lines[-1] += gap + piece
            else:
                lines.append(piece)
    return lines[1:] if lines[0] == "" and len(lines) > 1 else lines


def _pieces(word: str, width: int) -> list[str]:
    """Return the parts of a word that is too long; a number is never broken."""
    if _NUMBER.fullmatch(word):
        return [word]
    parts = [part for part in _BREAKS.split(word) if part]
    return [part[at : at + width] for part in parts for at in range(0, len(part), width)]


def _widths(headings: list[str], rows: list[list[str]], numbers: set[int], ids: set[int], width: int) -> list[int]:
    """Return column widths that fit: numbers as wide as they are; words give way first, ids last."""
    wanted = [max([len(row[n]) for row in rows] or [0]) for n in range(len(headings))]
    least = [_least(headings[n], [row[n] for row in rows], n in numbers) for n in range(len(headings))]
    wanted = [max(w, min(len(h), w + 10), low) for w, h, low in zip(wanted, headings, least, strict=True)]
    room = width - len(GAP) * (len(headings) - 1)
    words = [n for n in range(len(headings)) if n not in numbers | ids]
    for floor in (24, 0):
        for columns in (words, sorted(ids), sorted(numbers)):
            _shrink(wanted, columns, [max(low, floor if n not in numbers else 0) for n, low in enumerate(least)], room)
    return wanted


def _shrink(wanted: list[int], columns: list[int], least: list[int], room: int) -> None:
    """Take from the widest of the columns, one character at a time, until all fit or none can give more."""
    while sum(wanted) > room:
        can = [n for n in columns if wanted[n] > least[n]]
        if not can:
            return
        wanted[max(can, key=lambda n: wanted[n])] -= 1


def _least(heading: str, cells: list[str], number: bool) -> int:
    """Return the least width a column can have: its widest number and, for words, a few letters."""
    unbroken = [len(cell) for cell in cells] if number else [len(m) for cell in cells for m in _NUMBER.findall(cell)]
    return max([NARROWEST, *unbroken]) if not number else max([*unbroken, min(len(heading), NARROWEST)])
