"""A year -> its announcement as a page, and as Markdown and Word; every form is written from the same manuscript."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from overens.export.docx_file import to_docx
from overens.export.manuscript import Block, Bullets, Heading, Note, Paragraph, ShownTable
from overens.export.markdown import to_markdown
from overens.export.web_address import web_address
from overens.usecases.citation import Citation
from overens.usecases.documents.press import press_document
from overens.usecases.pot_sums import pot_sums_table
from overens.usecases.press_release import PressRelease, show_press_release
from overens.usecases.press_tables import COUNTIES, MISSING, REGIONS, press_counties_table, press_regions_table
from overens.usecases.press_text import tables_of, write_press_release
from overens.usecases.wording.press import title_words
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Language, Text, plain, whole_number
from overens.web.answer import Answer
from overens.web.asked import Asked
from overens.web.citing import citation_of
from overens.web.find import find_year
from overens.web.form import Form
from overens.web.grid import CellView, Grid, SumOf, place_name, words
from overens.web.table_grid import Row, Shown, plain_cell, table_grid


def answer(asked: Asked) -> Answer:
    """Return the year's announcement; of a year in which nothing is known, that there is none."""
    release = show_press_release(asked.library, find_year(asked), asked.as_known_on)
    register = asked.library.register

    def markdown(language: Language, citation: Citation | None) -> str:
        return to_markdown(write_press_release(release, register, citation), language)

    def word(language: Language, citation: Citation | None) -> bytes:
        return to_docx(write_press_release(release, register, citation), language)

    title = title_words(release.year.year)
    pots = Text("Potter {year}, kronor", "Pots {year}, kronor", {"year": str(release.year.year)})
    bare = Answer(title, "press.html", {}, allocations=release.year.allocations)
    manuscript = write_press_release(release, register, citation_of(bare, asked))
    tables = {
        REGIONS: press_regions_table(release),
        COUNTIES: press_counties_table(release),
        "pots": pot_sums_table(release.sums, pots),
    }
    tables |= {name: one.table for name, one in tables_of(manuscript).items()}
    return replace(
        bare,
        context={"of_year": release.year, "blocks": [_shown(asked, release, one) for one in manuscript.blocks]},
        tables=tables,
        undated=frozenset({MISSING}),
        document=lambda language: press_document(release, manuscript, language),
        files={Form.DOCX: word, Form.MARKDOWN: markdown},
    )


def _shown(asked: Asked, release: PressRelease, block: Block) -> dict[str, Any]:
    """Return a block for the template: what it is, and what it shows."""
    match block:
        case Heading():
            return {"is": "heading", "level": block.level, "text": block.text, "href": _link(asked, block.path)}
        case Paragraph():
            return {"is": "paragraph", "text": block.text, "lead": block.lead}
        case Bullets():
            return {"is": "list", "items": block.items}
        case Note():
            return {"is": "note", "text": block.text}
        case ShownTable():
            return {"is": "table", "grid": _grid(asked, release, block), "name": block.name}


def _link(asked: Asked, path: str) -> str:
    return asked.link(path) if path else ""


def _grid(asked: Asked, release: PressRelease, shown: ShownTable) -> Grid:
    places = {row.recipient.code: row.recipient for row in release.year.regions} if shown.name == REGIONS else {}
    places |= {row.area.code: row.area for row in release.counties} if shown.name == COUNTIES else {}

    def column(name: str, *, number: bool) -> Shown:
        if number:
            return Shown(name, total=shown.total is not None, amount=_number)
        return Shown(name, lambda row: _words(asked, release.year.year, places, row, name))

    columns = [column(name, number=number) for name, number in zip(shown.columns, shown.numbers, strict=True)]
    return table_grid(shown.table, columns, shown.caption, shown.name, shown.total)


def _number(kr: int | None, sum_of: SumOf | None = None) -> CellView:
    """Return whole kronor without their unit, which the caption says."""
    return CellView(plain("–" if kr is None else whole_number(kr)), value=kr, sum_of=sum_of)


def _words(asked: Asked, year: int, places: dict[str, Recipient], row: Row, name: str) -> CellView:
    """Return a cell of words, with a link where it names a place or an address."""
    if name == "name" and (who := places.get(str(row.get("code")))) is not None:
        return words(place_name(who), asked.link(f"/{year}/{asked.addresses.word(who)}"))
    if name == "address" and row[name]:
        return words(str(row[name]), web_address(str(row[name])))
    return plain_cell(name, row[name])
