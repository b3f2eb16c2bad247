"""A PDF's bytes -> what a test asks of it: its words page by page, its structure, and how a page looks."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import create_string_buffer
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from tests.builders import plain_spaces


@dataclass(frozen=True)
class Element:
    """An element of the document's structure: H1, Table, TH, Figure …, with its text instead of what is drawn."""

    kind: str
    alt: str


def pages_of(raw: bytes) -> list[str]:
    """Return each page's words on one line, with ordinary spaces."""
    document = pypdfium2.PdfDocument(raw)
    return [" ".join(plain_spaces(page.get_textpage().get_text_bounded()).split()) for page in document]


def words_of(raw: bytes) -> str:
    """Return all words of the document."""
    return " ".join(pages_of(raw))


def is_tagged(raw: bytes) -> bool:
    """Tell whether the document says that it has a structure."""
    return bool(pdfium.FPDFCatalog_IsTagged(pypdfium2.PdfDocument(raw)))


def elements(raw: bytes) -> list[Element]:
    """Return the structure of every page, in the order it is read."""
    found: list[Element] = []
    for page in pypdfium2.PdfDocument(raw):
        tree = pdfium.FPDF_StructTree_GetForPage(page)
        for n in range(pdfium.FPDF_StructTree_CountChildren(tree)):
            found += _below(pdfium.FPDF_StructTree_GetChildAtIndex(tree, n))
    return found


def _below(element: object) -> Iterator[Element]:
    yield Element(_string(pdfium.FPDF_StructElement_GetType, element), _string(_alt, element))
    for n in range(pdfium.FPDF_StructElement_CountChildren(element)):
        child = pdfium.FPDF_StructElement_GetChildAtIndex(element, n)
        if child:
            yield from _below(child)


_alt = pdfium.FPDF_StructElement_GetAltText


def _string(read: object, element: object) -> str:
    assert callable(read)
    size = read(element, None, 0)
    held = create_string_buffer(max(size, 2))
    read(element, held, size)
    return held.raw[: max(size - 2, 0)].decode("utf-16-le")


def dark(raw: bytes, page: int, scale: int) -> list[list[bool]]:
    """Return which pixels of a page are dark, row by row from its top; `scale` pixels to a point."""
    bitmap = pypdfium2.PdfDocument(raw)[page].render(scale=scale, grayscale=True)
    held = bytes(bitmap.buffer)
    return [
        [value < 128 for value in held[row * bitmap.stride : row * bitmap.stride + bitmap.width]]
        for row in range(bitmap.height)
    ]
