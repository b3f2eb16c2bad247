"""A PDF -> the Markdown of its pages, without what is repeated at the head and foot of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from overens.intake.documents.answer import Reading, Refusal, Refused, Remark, Values
from overens.intake.documents.limits import MOST_PAGES, MOST_TEXT
from overens.intake.documents.marks import join_blocks
from overens.intake.documents.pdf_blocks import blocks_of
from overens.intake.documents.pdf_lines import Line, lines_of
from overens.intake.documents.pdf_page import Page, read_page
from overens.intake.documents.pdf_tables import part_tables

_PASSWORD = 4
_EDGE = 0.14
"""Share of a page's height that is its head or foot."""

_APART = 0.8
"""Space, in heights of letters, between a head or foot and the text."""

_LONGEST_PAGE_NUMBER = 12
_DIGITS = re.compile(r"[0-9]++")
_LAST_BYTES = 2_048


def read_pdf(raw: bytes) -> Reading:
    """Return the Markdown of a PDF.

    Raises:
        Refused: If it is encrypted, damaged, or only pictures of text.
    """
    pages, count = _pages(raw)
    lines = [lines_of(page) for page in pages]
    if not any(lines):
        raise Refused(Refusal.SCANNED, pages=count)
    repeated = _repeated(lines, pages)
    kept = [
        line
        for one, page in zip(lines, pages, strict=True)
        for line in one
        if _key(line, page) not in repeated and not _is_page_number(line, page, count)
    ]
    return Reading(join_blocks(blocks_of(part_tables(kept, pages))), count, tuple(_remarks(raw, lines, count)))


def _pages(raw: bytes) -> tuple[list[Page], int]:
    """Return the pages that are read, and how many there are."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(raw)
        count = len(document)
    except pypdfium2.PdfiumError as error:
        raise Refused(Refusal.ENCRYPTED if error.err_code == _PASSWORD else Refusal.DAMAGED) from error
    pages: list[Page] = []
    letters = 0
    for n in range(min(count, MOST_PAGES)):
        try:
            page = document[n]
            pages.append(read_page(page, n))
            page.close()
        except pypdfium2.PdfiumError:  # one page may be broken and the rest whole
            pages.append(Page([], [], [], 1, n))
        letters += sum(len(word.text) for word in pages[-1].words)
        if letters > MOST_TEXT:
            raise Refused(Refusal.TOO_MUCH, most=MOST_TEXT)
    return pages, count


def _repeated(lines: list[list[Line]], pages: list[Page]) -> set[tuple[str, int]]:
    """Return the lines at the edges of most pages: three at least, or both of two if they stand apart from the text."""
    counts = Counter(
        key
        for one, page in zip(lines, pages, strict=True)
        for key in {_key(line, page) for line in (one if len(pages) > 2 else _outermost(one))}
        if key
    )
    return {key for key, n in counts.items() if n * 2 > len(pages) and n >= min(3, max(len(pages), 2))}


def _outermost(lines: list[Line]) -> list[Line]:
    """Return the first and the last line of a page if they stand apart from the others."""
    ends = [(lines[0], lines[1]), (lines[-2], lines[-1])] if len(lines) > 1 else []
    apart = [below.top - above.bottom > _APART * min(above.size, below.size) for above, below in ends]
    return [line for line, one in zip((lines[0], lines[-1]), apart, strict=True) if one] if ends else lines


def _key(line: Line, page: Page) -> tuple[str, int] | None:
    """Return what is the same in a repeated line: its words without numbers, and its height; None in the middle of a page."""
    middle = (line.top + line.bottom) / 2 / page.height
    if _EDGE < middle < 1 - _EDGE:
        return None
    return _DIGITS.sub("#", line.text), round(middle * 100)


def _is_page_number(line: Line, page: Page, count: int) -> bool:
    """Return whether the line at the edge of the page is but its number, and how many there are."""
    if len(line.text) > _LONGEST_PAGE_NUMBER or _key(line, page) is None or any(map(str.isalpha, line.text)):
        return False
    numbers = _DIGITS.findall(line.text)
    return numbers in ([str(page.number + 1)], [str(page.number + 1), str(count)])


def _remarks(raw: bytes, lines: list[list[Line]], count: int) -> Iterator[tuple[Remark, Values]]:
    empty = sum(not one for one in lines)
    if empty:
        yield Remark.PAGES_WITHOUT_TEXT, {"n": empty, "pages": count}
    if count > len(lines):
        yield Remark.PAGES_CUT, {"read": len(lines), "pages": count}
    if b"%%EOF" not in raw[-_LAST_BYTES:]:
        yield Remark.CUT_OFF, {}
