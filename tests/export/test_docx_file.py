"""A Word file has real headings and tables, says its language, and is the same bytes each time."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn

from overens.export.csv_table import Table
from overens.export.docx_file import to_docx
from overens.export.manuscript import Manuscript, ShownTable
from overens.usecases.read import Reading, read_bytes
from overens.vocabulary.wording import Language, plain
from tests.export.test_markdown import HOSTILE, manuscript


def opened(made: Manuscript, language: Language = Language.SWEDISH):  # type: ignore[no-untyped-def]  # the writer's own type
    return docx.Document(BytesIO(to_docx(made, language)))


def test_headings_lists_and_tables_are_real() -> None:
    made = opened(manuscript("ord"))
    styles = [paragraph.style.name for paragraph in made.paragraphs]
    assert styles[:6] == ["Heading 1", "Heading 2", "Normal", "List Bullet", "List Bullet", "Note"]
    [table] = made.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["ord", "ord"],
        ["ord", "1\u00a0000"],
        ["ord", "–"],
        ["ord", "1\u00a0000"],
    ]
    assert [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows] == [True, False, False, False]
    assert {row.cells[1].paragraphs[0].alignment for row in table.rows} == {2}  # right


@pytest.mark.parametrize(("language", "tag"), [(Language.SWEDISH, "sv-SE"), (Language.ENGLISH, "en-GB")])
def test_the_language_is_said(language: Language, tag: str) -> None:
    made = opened(manuscript("ord"), language)
    assert made.core_properties.language == tag
    assert {one.get(qn("w:val")) for one in made.styles.element.iter(qn("w:lang"))} == {tag}


def test_the_same_document_is_the_same_bytes_and_is_dated_by_its_day() -> None:
    first, second = (to_docx(manuscript("ord"), Language.SWEDISH) for _ in range(2))
    assert first == second
    with ZipFile(BytesIO(first)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [name for name in parts.namelist() if "thumbnail" in name]
    dated = Manuscript(manuscript("ord").title, (), date(2023, 12, 21))
    assert opened(dated).core_properties.created.date() == date(2023, 12, 21)


def test_a_long_address_leaves_room_for_the_words_beside_it() -> None:
    names = ("title", "publisher", "address")
    row = ("ord " * 40, "Socialdepartementet", "x" * 150)
    shown = ShownTable("sources", Table(plain("ord"), names, tuple(map(plain, names)), (row,)), names, plain("ord"))
    [table] = opened(Manuscript(manuscript("ord").title, (shown,), None)).tables
    assert table.columns[1].width.cm > 3.5


def test_hostile_words_stand_as_they_are() -> None:
    made = opened(manuscript(HOSTILE))
    assert made.paragraphs[0].text == HOSTILE.replace("\n", " ")
    assert len(made.tables[0].columns) == 2


def test_signs_that_no_document_can_hold_are_left_out() -> None:
    assert opened(manuscript("a\x00b\ud800c\ufffed")).paragraphs[0].text == "a b c d"


def test_the_reader_of_documents_reads_it() -> None:
    read = read_bytes(to_docx(manuscript("Hamnar"), Language.SWEDISH))
    assert isinstance(read, Reading)
    assert read.source.text.startswith("# Hamnar")
