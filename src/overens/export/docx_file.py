"""A document -> Word (DOCX): real headings and tables, its language said, the same bytes each time."""

from __future__ import annotations

from datetime import date, datetime, time
from io import BytesIO
from itertools import zip_longest
from typing import Any, TypeAlias
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from overens.export.manuscript import Block, Bullets, Heading, Manuscript, Note, Paragraph, ShownTable, cell_said, said
from overens.vocabulary.wording import Language

Doc: TypeAlias = Any  # the writer's own document
Element: TypeAlias = Any  # an element of its XML
Grid: TypeAlias = Any  # its table
Row: TypeAlias = Any  # a row of that

_MADE = date(2024, 1, 1)
"""The day of a document that names none, so that the same document is the same bytes."""
_ZIPPED = (1980, 1, 1, 0, 0, 0)
_LANGUAGES = {Language.SWEDISH: "sv-SE", Language.ENGLISH: "en-GB"}
_BETWEEN_MARGINS = 16.6
"""Centimetres."""
_LONGEST = 40
"""A column of words gets room after its longest cell, but none after more letters than these: addresses may be broken."""
_WORD = 22
"""Letters that a column of words has room for: a word such as Socialdepartementet is not broken."""
_NUMBER = 14
"""Letters that a column of kronor has room for."""
_WIDE = 5
"""With more columns than this a table is set smaller."""


def to_docx(manuscript: Manuscript, language: Language) -> bytes:
    """Return the document's bytes.

    Raises:
        ImportError: If what writes Word files is not installed.
    """
    import docx

    made = docx.Document()
    _drop_thumbnail(made)
    _set_up(made, manuscript, language)
    made.add_heading(said(manuscript.title, language), 1)
    for block, after in zip_longest(manuscript.blocks, manuscript.blocks[1:]):
        _add(made, block, language)
        if isinstance(block, Paragraph) and isinstance(after, ShownTable):
            made.paragraphs[-1].paragraph_format.keep_with_next = True
    out = BytesIO()
    made.save(out)
    return _same_each_time(out.getvalue())


def _set_up(made: Doc, manuscript: Manuscript, language: Language) -> None:
    """Say what the document is, in which language, on which paper, and how its words look."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Cm, Pt, RGBColor

    day = datetime.combine(manuscript.day or _MADE, time())
    about = made.core_properties
    about.title, about.author, about.last_modified_by = said(manuscript.title, language)[:255], "Överens", "Överens"
    about.created = about.modified = about.last_printed = day
    about.language, about.comments, about.revision = _LANGUAGES[language], "", 1
    for section in made.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.2)
        section.top_margin = section.bottom_margin = Cm(2)
    styles = made.styles
    styles["Normal"].font.name, styles["Normal"].font.size = "Calibri", Pt(10.5)
    for name, size in (("Heading 1", 20), ("Heading 2", 14), ("Heading 3", 11.5)):
        font = styles[name].font
        font.name, font.size, font.color.rgb = "Calibri", Pt(size), RGBColor(0x1A, 0x1A, 0x1A)
        _drop(styles[name].element, "w:rPr/w:rFonts", ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"))
    note = styles.add_style("Note", WD_STYLE_TYPE.PARAGRAPH)
    note.base_style, note.font.size, note.font.color.rgb = styles["Normal"], Pt(9), RGBColor(0x44, 0x44, 0x44)
    _say_language(styles.element, _LANGUAGES[language])
    _number_pages(made)


def _drop_thumbnail(made: Doc) -> None:
    """Take away the picture of an empty page that the writer's own template has."""
    rels = made.part.package.rels
    for name in [name for name, rel in rels.items() if rel.reltype.endswith("/thumbnail")]:
        del rels[name]


def _drop(element: Element, path: str, names: tuple[str, ...]) -> None:
    """Take away attributes by which a theme's font would go before the one that is named."""
    from docx.oxml.ns import qn

    for found in element.findall("/".join(qn(one) for one in path.split("/"))):
        for name in names:
            found.attrib.pop(qn(f"w:{name}"), None)


def _say_language(styles: Element, language: str) -> None:
    from docx.oxml.ns import qn

    for said_in in styles.iter(qn("w:lang")):
        said_in.set(qn("w:val"), language)


def _number_pages(made: Doc) -> None:
    """Put the page's number in the footer, as a field that the reader fills in."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    footer = made.sections[0].footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    footer._p.append(field)


def _add(made: Doc, block: Block, language: Language) -> None:
    from docx.shared import Pt

    match block:
        case Heading():
            made.add_heading(said(block.text, language), block.level)
        case Paragraph():
            run = made.add_paragraph().add_run(said(block.text, language))
            run.font.size = Pt(12) if block.lead else None
        case Bullets():
            for item in block.items:
                made.add_paragraph(said(item, language), style="List Bullet").paragraph_format.space_after = Pt(3)
        case Note():
            made.add_paragraph(said(block.text, language), style="Note")
        case ShownTable():
            _add_table(made, block, language)


# --- tables -------------------------------------------------------------------------


def _add_table(made: Doc, shown: ShownTable, language: Language) -> None:
    """Add a table whose headings stand again on each page, and whose rows are not broken."""
    from docx.shared import Cm

    caption = made.add_paragraph(said(shown.caption, language))
    caption.paragraph_format.keep_with_next = True
    rows = [*shown.rows, *([shown.sums] if shown.total is not None else [])]
    table = made.add_table(1 + len(rows), len(shown.columns))
    table.autofit = False
    _rule(table)
    said_cells = [[said(one, language) for one in shown.headings], *([cell_said(c, language) for c in r] for r in rows)]
    widths = _widths(said_cells, shown.numbers)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    for n, (row, words) in enumerate(zip(table.rows, said_cells, strict=True)):
        bold = n == 0 or (shown.total is not None and n == len(rows))
        _fill(row, words, shown.numbers, widths, bold=bold)
        _mark(row, "w:cantSplit", *(("w:tblHeader",) if n == 0 else ()))
    made.add_paragraph().paragraph_format.space_after = 0


def _widths(cells: list[list[str]], numbers: list[bool]) -> list[float]:
    """Return each column's width in centimetres: alike for numbers, for words after the longest there is."""
    most, least = (20, _NUMBER) if any(numbers) else (_LONGEST, _WORD)
    longest = [min(most, max(map(len, column))) for column in zip(*cells, strict=True)]
    wanted = [_NUMBER if number else max(least, one) for one, number in zip(longest, numbers, strict=True)]
    return [_BETWEEN_MARGINS * one / sum(wanted) for one in wanted]


def _fill(row: Row, words: list[str], numbers: list[bool], widths: list[float], *, bold: bool) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm, Pt

    for cell, said_there, number, width in zip(row.cells, words, numbers, widths, strict=True):
        cell.width = Cm(width)
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(1.5)
        run = paragraph.add_run(said_there)
        run.bold, run.font.size = bold, Pt(7.5 if len(words) > _WIDE else 9)
        if number:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _mark(row: Row, *names: str) -> None:
    from docx.oxml import OxmlElement

    about = row._tr.get_or_add_trPr()
    for name in names:
        about.append(OxmlElement(name))


def _rule(table: Grid) -> None:
    """Draw a thin line under each row, and none between columns."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    borders = OxmlElement("w:tblBorders")
    for name in ("top", "bottom", "insideH"):
        line = OxmlElement(f"w:{name}")
        for key, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "999999")):
            line.set(qn(f"w:{key}"), value)
        borders.append(line)
    table._tbl.tblPr.append(borders)


# --- bytes --------------------------------------------------------------------------


def _same_each_time(packed: bytes) -> bytes:
    """Return the package with its parts in order and without the time of packing."""
    out = BytesIO()
    with ZipFile(BytesIO(packed)) as given, ZipFile(out, "w", ZIP_DEFLATED) as written:
        names = sorted(given.namelist(), key=lambda name: (name != "[Content_Types].xml", name))
        for name in names:
            part = ZipInfo(name, _ZIPPED)
            part.compress_type, part.external_attr, part.create_system = ZIP_DEFLATED, 0o600 << 16, 3
            written.writestr(part, given.read(name))
    return out.getvalue()
