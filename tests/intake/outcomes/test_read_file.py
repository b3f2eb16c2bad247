"""Workbooks made to harm, broken or no workbooks at all -> a sentence each; sound ones -> their cells."""

from __future__ import annotations

from pathlib import Path

import pytest

from overens.figures.outcomes.grid import GridCell, Sheet, Written
from overens.intake.documents.limits import MOST_CELLS, MOST_SHEETS
from overens.intake.outcomes.read_file import Rows, read_outcome_file
from overens.vocabulary.problems import Problem
from overens.vocabulary.wording import NO_BREAK_SPACE, Language
from tests.intake.documents.builders import docx, p, package, pdf
from tests.intake.documents.workbooks import number, row, words, workbook

pytest.importorskip("openpyxl", reason="the extra 'excel' is not installed: no workbook can be read")

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
LAUGHS = '<!DOCTYPE w [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
ONE = workbook({"a": row(1, number("A1", 1))})
FAR = row(1, number("A1", 1)) + row(1048576, number("XFD1048576", 1))


def read(folder: Path, raw: bytes) -> list[Sheet] | Rows | Problem:
    path = folder / "utfall"
    path.write_bytes(raw)
    return read_outcome_file(path, shown="utfall")


def cells(folder: Path, raw: bytes) -> dict[tuple[int, int], GridCell]:
    found = read(folder, raw)
    assert isinstance(found, list), found
    return dict(found[0].cells)


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        pytest.param(workbook({"a": FAR}), "Cellen XFD1048576 har innehåll; längre bort än", id="one far cell"),
        pytest.param(workbook({"a": row(9999999, "<c><v>1</v></c>")}), "Cellen A9999999 har innehåll", id="a far row"),
        pytest.param(
            workbook({"a": row(1, number("A1", 1))}, {"xl/media/b.bin": b"\0" * 90_000_000}),
            "Filen är packad så att den blir orimligt stor; den packas inte upp.",
            id="a zip bomb",
        ),
        pytest.param(
            workbook({"a": "x"}, {"xl/sharedStrings.xml": f"{LAUGHS}<sst>&b;</sst>"}),
            "Filen har en dokumenttypsdeklaration (DOCTYPE), som ingen Excelfil behöver",
            id="an entity bomb",
        ),
        pytest.param(
            workbook({"a": "x"}, {"xl/styles.xml": f"\ufeff{LAUGHS}<s/>".encode("utf-16-le")}),
            "Filen har en dokumenttypsdeklaration (DOCTYPE)",
            id="an entity bomb in UTF-16",
        ),
        pytest.param(
            workbook({"a": "".join(row(n, *(f"<c><v>{n * m}</v></c>" for m in range(500))) for n in range(1, 403))}),
            f"Filen har fler än {MOST_CELLS // 1000}{NO_BREAK_SPACE}000 ifyllda celler.",
            id="many cells",
        ),
        pytest.param(
            workbook({f"b{n}": "" for n in range(MOST_SHEETS + 1)}), "Filen har fler än 100 blad.", id="many sheets"
        ),
        pytest.param(
            workbook({"a": ""}, {"xl/vbaProject.bin": b"x"}), "Filen har makron; en sådan läses inte.", id="macros"
        ),
        pytest.param(
            workbook({"a": ""}, {"xl/externalLinks/externalLink1.xml": "<x/>"}),
            "Filen hämtar värden ur andra filer.",
            id="links",
        ),
        pytest.param(OLE, "Det är en fil från äldre Excel (.xls).", id="xls"),
        pytest.param(OLE + "EncryptedPackage".encode("utf-16-le"), "Dokumentet är låst med lösenord.", id="locked"),
        pytest.param(package({"content.xml": "<x/>"}), "Det är ett kalkylblad i ett annat format", id="ods"),
        pytest.param(package({"xl/workbook.bin": "x"}), "Det är ett kalkylblad i ett annat format", id="xlsb"),
        pytest.param(docx(p("x")), "Det är ett zip-arkiv, ingen Excelfil.", id="docx"),
        pytest.param(pdf("x"), "Det är ett dokument (pdf), ingen tabell med utfall.", id="pdf"),
        pytest.param(ONE[:400], "Filen börjar som en Excelfil men är skadad", id="half a file"),
        pytest.param(workbook({"a": "<row"}), "Filen börjar som en Excelfil men är skadad", id="half a sheet"),
        pytest.param(b"\x00\x01\x02" * 99, "Det är ingen text: filen har tecken som ingen text har.", id="noise"),
        pytest.param(b"", "Dokumentet har ingen text.", id="empty"),
        pytest.param(b"# k: v\n", "Dokumentet har ingen text.", id="a head only"),
        pytest.param(b'a;"' + b"x" * 200_000, "Ett fält är längre än 131 072 tecken", id="a huge field"),
    ],
)
def test_what_cannot_be_read_is_a_sentence_in_both_languages(tmp_path: Path, raw: bytes, sentence: str) -> None:
    found = read(tmp_path, raw)
    assert isinstance(found, Problem), found
    assert found.say().removeprefix("utfall:1:1: ").startswith(sentence)
    assert found.say(Language.ENGLISH) != found.say()


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    found = read_outcome_file(tmp_path / "ingen.xlsx", shown="ingen.xlsx")
    assert isinstance(found, Problem)


def test_a_cell_is_what_it_holds_and_no_float_comes_out(tmp_path: Path) -> None:
    styles = (
        '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        '<cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="9"/></cellXfs></styleSheet>'
    )
    rows = row(
        2,
        number("B2", "33.3"),
        number("C2", "1E3"),
        number("K2", "312.00000000000006"),
        words("D2", "x"),
        '<c r="E2" s="1"><v>45292</v></c>',
        '<c r="F2" s="2"><v>0.45</v></c>',
        '<c r="G2" t="e"><v>#DIV/0!</v></c>',
        '<c r="H2" t="b"><v>1</v></c>',
        '<c r="I2"><f>1+1</f></c>',
        '<c r="J2"><f>1+1</f><v>2</v></c>',
        '<c r="XFD2" s="1"/>',
    )
    found = cells(tmp_path, workbook({"a": rows}, {"xl/styles.xml": styles}))
    said = {at: (cell.kind, cell.words) for at, cell in found.items()}
    assert said == {
        (2, 2): (Written.NUMBER, "33.3"),
        (2, 3): (Written.NUMBER, "1000"),
        (2, 4): (Written.TEXT, "x"),
        (2, 5): (Written.DATE, "2024-01-01"),
        (2, 6): (Written.PER_CENT, "0.45"),
        (2, 7): (Written.ERROR, "#DIV/0!"),
        (2, 8): (Written.TRUTH, "SANT"),
        (2, 9): (Written.FORMULA, "=1+1"),
        (2, 10): (Written.NUMBER, "2"),
        (2, 11): (Written.NUMBER, "312"),
    }


def test_what_a_sheet_says_of_its_size_is_not_believed(tmp_path: Path) -> None:
    sheet = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        '<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>7</v></c></row></sheetData></worksheet>'
    )
    raw = workbook({"a": ""}, {"xl/worksheets/sheet1.xml": sheet})
    assert cells(tmp_path, raw) == {(1, 1): GridCell(Written.NUMBER, "7")}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# k: v\na;b\n1 000;2,5\n", {(3, 1): "1 000", (3, 2): "2,5"}),
        ("\ufeff# k: v;;;\r\na;b\r\n1;2\r\n", {(3, 1): "1", (3, 2): "2"}),
        ('"# k: ""v""";;\na,b\n1,2.5\n', {(3, 1): "1", (3, 2): "2.5"}),
    ],
)
def test_rows_know_their_lines_and_the_head_is_without_what_spreadsheets_add(
    tmp_path: Path, text: str, found: dict[tuple[int, int], str]
) -> None:
    answer = read(tmp_path, text.encode())
    assert isinstance(answer, Rows)
    assert answer.head in (("# k: v",), ('# k: "v"',))
    assert {at: cell.words for at, cell in answer.sheet.cells.items() if at[0] == 3} == found
