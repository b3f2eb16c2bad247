"""The words of a page -> its lines from above, each divided where the space is too wide for a sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from overens.intake.documents.marks import raised
from overens.intake.documents.pdf_page import DOT, Page, Rule, Word, is_raised

_WIDE = 1.0
"""A space within a line that is wider than this, in heights of letters, divides it into cells."""

_SPACE = 0.1
_EVEN = 0.12


@dataclass(frozen=True)
class Cell:
    """Words that stand together on a line."""

    words: tuple[Word, ...]

    @cached_property
    def text(self) -> str:
        """What the words say."""
        return _said(self.words)

    @property
    def left(self) -> float:
        """Where the first word begins."""
        return self.words[0].left

    @cached_property
    def right(self) -> float:
        """Where the words end."""
        return max(word.right for word in self.words)


@dataclass(frozen=True)
class Line:
    """A line of a page: its cells, its box, and how it is set."""

    cells: tuple[Cell, ...]
    top: float
    bottom: float
    size: float
    bold: bool
    page: int

    @cached_property
    def text(self) -> str:
        """The whole line."""
        return " ".join(cell.text for cell in self.cells)

    @property
    def left(self) -> float:
        """Where the line begins."""
        return self.cells[0].left

    @property
    def right(self) -> float:
        """Where the line ends."""
        return self.cells[-1].right


def lines_of(page: Page) -> list[Line]:
    """Return the lines of the page; a drawn dot that no word stands beside is none."""
    standing = sorted(page.standing, key=lambda rule: rule.left)
    places = [rule.left for rule in standing]
    rows = [row for row in _rows(page.words) if any(word.text != DOT for word in row)]
    return [_line(words, standing, places, page.number) for words in rows]


def drop(above: Line, line: Line) -> float | None:
    """Return how far below the other a line stands; None on another page, where that says nothing."""
    return line.top - above.top if line.page == above.page else None


def _rows(words: list[Word]) -> list[list[Word]]:
    """Gather words that stand at one height, whatever the order they were written in."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda one: (one.middle, one.left)):
        tallest = rows[-1][0] if rows else None
        if tallest is not None and _beside(word, tallest):
            rows[-1].append(word)
            if word.size > tallest.size:
                rows[-1][0], rows[-1][-1] = rows[-1][-1], rows[-1][0]
        else:
            rows.append([word])
    return [sorted(row, key=lambda one: one.left) for row in rows]


def _beside(word: Word, other: Word) -> bool:
    shared = min(word.bottom, other.bottom) - max(word.top, other.top)
    return shared > 0.55 * min(word.size, other.size)


def _line(words: list[Word], standing: list[Rule], places: list[float], page: int) -> Line:
    tallest = max(words, key=lambda word: word.size)
    wide = max(_WIDE * tallest.size, _spread(words))
    cells: list[list[Word]] = [[words[0]]]
    for word in words[1:]:
        before = cells[-1][-1]
        apart = word.left - before.right
        if apart > wide or (apart > 0 and _ruled_between(before, word, standing, places)):
            cells.append([word])
        else:
            cells[-1].append(word)
    bold = all(word.bold for word in words if word.text != DOT)
    cut = tuple(Cell(tuple(cell)) for cell in cells)
    return Line(cut, tallest.top, tallest.bottom, tallest.size, bold, page)


def _spread(words: list[Word]) -> float:
    """Return the widest space of a line whose words were spread to its edges, each as far from the next; else 0."""
    words = words[1:] if words[0].text == DOT else words
    spaces = [word.left - before.right for before, word in pairwise(words)]
    even = len(spaces) > 1 and max(spaces) - min(spaces) < _EVEN * words[0].size
    return max(spaces) + 1 if even and sum(word.text[0].isalpha() for word in words) * 2 > len(words) else 0


def _ruled_between(before: Word, word: Word, standing: list[Rule], places: list[float]) -> bool:
    height = word.middle
    for n in range(bisect_left(places, before.right - 1), len(standing)):
        rule = standing[n]
        if rule.left > word.left + 1:
            return False
        if rule.top - 1 <= height <= rule.bottom + 1:
            return True
    return False


def _said(words: Sequence[Word]) -> str:
    said = [words[0].text]
    for before, word in pairwise(words):
        if word.left - before.right > _SPACE * word.size:
            said += [" ", word.text]
        else:
            said.append(raised(word.text) if is_raised(word, before) else word.text)
    return "".join(said)
