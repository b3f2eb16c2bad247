"""What pots stand on -> a sheet of sources: documents and figures, with dates, marks and addresses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from overens.agreement.terms import Source
from overens.allocation.explain_steps import mark_words
from overens.allocation.model import Allocation, PotAllocation
from overens.export.web_address import web_address
from overens.export.workbook.model import Cell, Column, Link, Sheet
from overens.figures.model import Series, figure_kind_words
from overens.vocabulary.money import Mark
from overens.vocabulary.wording import Language, Text

SOURCES = Text("Källor och märken", "Sources and marks")
_HEADINGS = (
    Text("Vad", "What"),
    Text("Namn", "Name"),
    Text("Utgivare", "Publisher"),
    Text("Mätt eller daterad", "Measured or dated"),
    Text("Känd från", "Known from"),
    Text("Slag", "Kind"),
    Text("Märke", "Mark"),
    Text("Licens", "Licence"),
    Text("Adress", "Address"),
)
_WIDTHS = (12, 44, 20, 13, 13, 14, 20, 16, 40)
_DOCUMENT, _FIGURE = Text("Dokument", "Document"), Text("Underlag", "Figure")
_MARK = Text("Märke", "Mark")


def sources_sheet(found: Iterable[tuple[Allocation, PotAllocation]], name: str, language: Language) -> Sheet:
    """Return each document and each figure behind the pots, once, and what the marks mean."""
    pairs = list(found)
    documents = {
        (allocation.agreement.id, key): allocation.agreement.sources[key]
        for allocation, pot in pairs
        for key in pot.pot.source
        if key in allocation.agreement.sources
    }
    series = {one.key: one for _, pot in pairs for one in pot.used}
    rows = [
        *(_document(one, language) for one in documents.values()),
        *(_figure(one, language) for one in series.values()),
        *_marks(language),
    ]
    columns = tuple(
        Column(heading.say(language), width=width) for heading, width in zip(_HEADINGS, _WIDTHS, strict=True)
    )
    return Sheet(name, SOURCES.say(language), columns, rows)


def _document(one: Source, language: Language) -> tuple[Cell, ...]:
    dated = "" if one.published is None else str(one.published)
    return (
        _DOCUMENT.say(language),
        one.title,
        one.publisher,
        dated,
        None,
        None,
        None,
        None,
        _address(one.address),
    )


def _figure(one: Series, language: Language) -> tuple[Cell, ...]:
    return (
        _FIGURE.say(language),
        f"{one.name}: {one.source}" if one.source else one.name,
        one.publisher,
        one.key.measured_on,
        one.known_from.words if one.known_from is not None else None,
        figure_kind_words(one.kind).say(language),
        mark_words(one.mark).say(language),
        one.licence,
        _address(one.address),
    )


def _marks(language: Language) -> Iterator[tuple[Cell, ...]]:
    for mark in Mark:
        yield (_MARK.say(language), None, None, None, None, None, mark_words(mark).say(language), None, None)


def _address(address: str | None) -> Cell:
    if not address:
        return None
    href = web_address(address)
    return Link(address, href) if href else address
