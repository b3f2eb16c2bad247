"""Headings, sentences and tables -> lines that fit the terminal; numbers set right, words wrapped."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import click

GAP = "  "
NARROWEST = 8


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
        numbers, kept = set(right), set(right) | set(whole)
        widths = _widths([list(headings), *body, *([list(total)] if total else [])], kept, self.width)
        rule = GAP.join("─" * width for width in widths)
        self._row(list(headings), widths, numbers, bold=True)
        self.lines.append(rule)
        for row in body:
            self._row(row, widths, numbers)
        if total:
            self.lines.append(rule)
            self._row(list(total), widths, numbers, bold=True)

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


def _wrap(words: str, width: int) -> list[str]:
    """Return the words in lines of the width; a word with no room is kept whole, numbers are never broken."""
    return textwrap.wrap(words, max(width, NARROWEST), break_long_words=False, break_on_hyphens=False) or [""]


def _widths(rows: list[list[str]], kept: set[int], width: int) -> list[int]:
    """Return column widths: numbers and ids as wide as they are, words sharing what is left."""
    wanted = [max(len(row[n]) for row in rows) for n in range(len(rows[0]))]
    room = width - len(GAP) * (len(wanted) - 1)
    flexible = [n for n in range(len(wanted)) if n not in kept]
    left = room - sum(wanted[n] for n in kept)
    while flexible and sum(wanted[n] for n in flexible) > left:
        widest = max(flexible, key=lambda n: wanted[n])
        if wanted[widest] <= NARROWEST:
            break
        wanted[widest] -= 1
    return [max([w, *_longest_word(rows, n)]) if n in flexible else w for n, w in enumerate(wanted)]


def _longest_word(rows: list[list[str]], n: int) -> list[int]:
    return [min(40, max((len(word) for word in row[n].split(" ")), default=0)) for row in rows]
