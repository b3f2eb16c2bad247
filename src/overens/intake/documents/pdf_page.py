"""A page of a PDF -> its words and ruled lines, with where they stand, in points from the upper left as the page is shown."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from overens.intake.documents.marks import raised

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

_NAME_LENGTH = 128
_THIN = 3
_SMALLEST_DOT, _LARGEST_DOT = 1.5, 8
DOT = "•"
_MOST_PATHS = 20_000
_UPRIGHT = 0.1
_JUMP = 0.2
"""Letters further apart than this, in heights of letters, may stand at another height."""

_HEIGHT = 1.15
"""From the top to the bottom of letters, in sizes of the font: the boxes that fonts state differ within a line."""

_ABOVE = 0.79
"""The share of that which stands above the foot of the letters."""

_SPACES = frozenset((0, 9, 10, 13, 32, 160, 0x2009, 0x202F, 0xFFFE))


class Word(NamedTuple):
    """A run of letters without space: what it says, its box, and how it is set."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    bold: bool

    @property
    def middle(self) -> float:
        """The height that the word stands at."""
        return (self.top + self.bottom) / 2


class Rule(NamedTuple):
    """A ruled line, standing or lying."""

    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True)
class Page:
    """The words of a page in the order they were written, and its ruled lines.

    Attributes:
        number: Of the page, from 0.
    """

    words: list[Word]
    standing: list[Rule]
    lying: list[Rule]
    height: float
    number: int


class _Letter(NamedTuple):
    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float


def read_page(page: PdfPage, number: int) -> Page:
    """Return the words and ruled lines of the page; dots that are drawn before words are words."""
    turn = _Turn(page)
    found = Page(_words(page, turn), [], [], page.get_height(), number)
    _add_drawn(found, page, turn)
    return found


class _Turn:
    """From the coordinates of the page's content to the page as it is shown."""

    def __init__(self, page: PdfPage) -> None:
        left, bottom, right, top = page.get_bbox()
        self.quarters = page.get_rotation() // 90
        self._box = (left, bottom, right, top)

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """Return left, right, top and bottom, downwards from the upper left."""
        x0, y0, x1, y1 = self._box
        match self.quarters:
            case 1:
                return bottom - y0, top - y0, left - x0, right - x0
            case 2:
                return x1 - right, x1 - left, bottom - y0, top - y0
            case 3:
                return y1 - top, y1 - bottom, x1 - right, x1 - left
            case _:
                return left - x0, right - x0, y1 - top, y1 - bottom


def _words(page: PdfPage, turn: _Turn) -> list[Word]:
    """Return the words: letters that follow each other without a space, a jump or a new line."""
    words: list[Word] = []
    letters: list[_Letter] = []
    bold = False
    for letter, is_bold in _letters(page, turn):
        if letter is None or (letters and not _follows(letter, letters[-1], letters[0])):
            if letters:
                words.append(_word(letters, bold=bold))
            letters = []
        if letter is not None:
            bold = is_bold if not letters else bold
            letters.append(letter)
    if letters:
        words.append(_word(letters, bold=bold))
    return words


def _letters(page: PdfPage, turn: _Turn) -> Iterator[tuple[_Letter | None, bool]]:
    """Yield each letter with whether its word is bold; None where there is a space."""
    import pypdfium2.raw as pdfium

    text = page.get_textpage()
    raw: Any = text.raw
    box = pdfium.FS_RECTF()
    at_box = ctypes.byref(box)
    x, y = ctypes.c_double(), ctypes.c_double()
    at_x, at_y = ctypes.byref(x), ctypes.byref(y)
    name = ctypes.create_string_buffer(_NAME_LENGTH)
    flags = ctypes.c_int()
    begins = True
    bold = False
    set_in = size = top = bottom = right = 0.0
    for n in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(raw, n)
        if code in _SPACES:
            begins = True
            yield None, bold
            continue
        if begins:
            used = pdfium.FPDFText_GetFontInfo(raw, n, name, _NAME_LENGTH, ctypes.byref(flags))
            bold = b"bold" in name.raw[: min(used, _NAME_LENGTH)].lower()
            upright = _is_upright(pdfium.FPDFText_GetCharAngle(raw, n), turn)
        if not upright or not pdfium.FPDFText_GetLooseCharBox(raw, n, at_box):
            continue
        points, before = pdfium.FPDFText_GetFontSize(raw, n), right
        left, right, _, _ = turn.box(box.left, box.bottom, box.right, box.top)
        if begins or points != set_in or not -_JUMP * size < left - before < _JUMP * size:
            set_in, size = points, points * _scale(text, n) * _HEIGHT
            pdfium.FPDFText_GetCharOrigin(raw, n, at_x, at_y)
            _, _, _, foot = turn.box(x.value, y.value, x.value, y.value)
            top, bottom = foot - _ABOVE * size, foot + (1 - _ABOVE) * size
            begins = False
        shown = "-" if code == 2 else chr(code)  # pdfium marks a hyphen at the end of a line with 2
        yield _Letter(shown, left, right, top, bottom, size), bold
    text.close()


def _scale(text: PdfTextPage, n: int) -> float:
    """Return how much larger the letter is shown than its font is set."""
    import pypdfium2.raw as pdfium

    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text.raw, n, ctypes.byref(matrix))
    return math.hypot(matrix.c, matrix.d)


def _is_upright(angle: float, turn: _Turn) -> bool:
    quarter = 1.5707963
    away = (angle - turn.quarters * quarter) % (4 * quarter)
    back = (angle + turn.quarters * quarter) % (4 * quarter)
    return angle < 0 or min(away, 4 * quarter - away, back, 4 * quarter - back) < _UPRIGHT


def _follows(letter: _Letter, before: _Letter, first: _Letter) -> bool:
    apart = letter.left - before.right
    size = max(letter.size, before.size)
    overlap = min(letter.bottom, before.bottom) - max(letter.top, before.top)
    return -0.6 * size < apart < 0.6 * size and overlap > 0.3 * min(letter.size, first.size)


def _word(letters: list[_Letter], *, bold: bool) -> Word:
    largest = max(letters, key=lambda letter: letter.size)
    mixed = any(letter.size != largest.size for letter in letters)
    said = (raised(letter.text) if mixed and is_raised(letter, largest) else letter.text for letter in letters)
    return Word(
        "".join(said),
        min(letter.left for letter in letters),
        max(letter.right for letter in letters),
        largest.top,
        largest.bottom,
        largest.size,
        bold,
    )


def is_raised(one: Word | _Letter, other: Word | _Letter) -> bool:
    """Return whether one is set smaller and higher than the other, as the mark of a note is."""
    return one.size < 0.9 * other.size and one.bottom < other.bottom - 0.12 * other.size


def _add_drawn(found: Page, page: PdfPage, turn: _Turn) -> None:
    """Add the standing and the lying lines, and the dots; a box gives its four sides."""
    import pypdfium2.raw as pdfium

    for n, path in enumerate(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=2)):
        if n >= _MOST_PATHS:
            break
        left, right, top, bottom = turn.box(*path.get_bounds())
        wide, high = right - left, bottom - top
        if wide < _THIN < high:
            found.standing.append(Rule(left, right, top, bottom))
        elif high < _THIN < wide:
            found.lying.append(Rule(left, right, top, bottom))
        elif _SMALLEST_DOT < wide < _LARGEST_DOT and abs(wide - high) < _THIN / 3:
            found.words.append(Word(DOT, left, right, top, bottom, high, bold=False))
        elif wide > _THIN and high > _THIN:
            found.standing.extend((Rule(left, left, top, bottom), Rule(right, right, top, bottom)))
            found.lying.extend((Rule(left, right, top, top), Rule(left, right, bottom, bottom)))
