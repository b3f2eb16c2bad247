"""A Word document -> Markdown: headings by style, lists, tables in their place, notes last."""

from __future__ import annotations

import pytest

from overens.intake.documents.docx_text import read_docx
from tests.intake.documents.builders import W, docx, p, tbl


def text_of(body: str, **parts: str | bytes) -> str:
    """Return the Markdown of a document with the body."""
    return read_docx(docx(body, {f"word/{name}.xml": part for name, part in parts.items()})).text


def run(inside: str) -> str:
    """Return a paragraph of one run."""
    return f"<w:p><w:r>{inside}</w:r></w:p>"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (p("Uppdraget", "Rubrik1") + p("Regionerna får 14 miljoner."), "# Uppdraget\n\nRegionerna får 14 miljoner.\n"),
        (p("Medel", "Egen") + p("x"), "## Medel\n\nx\n"),
        (p("Ett", "Punkt") + p("Två", "Punkt") + p("Sedan"), "* Ett\n* Två\n\nSedan\n"),
        (p("• 14 miljoner") + p("– Vi satsar"), "* 14 miljoner\n\n– Vi satsar\n"),
        (
            p("Före") + tbl(["Region", "Kronor"], ["Blekinge", "14"]) + p("Efter"),
            "Före\n\n| Region | Kronor |\n| --- | --- |\n| Blekinge | 14 |\n\nEfter\n",
        ),
        (tbl(["a|b", "c"], ["1"]), "| a\\|b | c |\n| --- | --- |\n| 1 |  |\n"),
        (tbl(["I en ram"], ["rad två"]), "I en ram\n\nrad två\n"),
        (run("<w:t>rad ett</w:t><w:br/><w:t>rad två</w:t>"), "rad ett\nrad två\n"),
        (run("<w:t>a</w:t><w:tab/><w:t>b</w:t>"), "a b\n"),
        (run('<w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>1</w:t>'), "¹\n"),
        (p("syns") + run("<w:rPr><w:vanish/></w:rPr><w:t>dolt</w:t>"), "syns\n"),
        (p("x", "Rubrik1").replace("Rubrik1", "Okänd"), "x\n"),
    ],
)
def test_blocks(body: str, text: str) -> None:
    assert text_of(body) == text


def test_what_changes_are_tracked_reads_as_if_they_were_accepted() -> None:
    inserted = "<w:ins><w:r><w:t>16</w:t></w:r></w:ins>"
    deleted = "<w:del><w:r><w:delText>14</w:delText></w:r></w:del>"

    assert text_of(f"<w:p><w:r><w:t>Medlen är </w:t></w:r>{deleted}{inserted}</w:p>") == "Medlen är 16\n"


def test_text_in_content_controls_is_read() -> None:
    assert text_of(f"<w:sdt><w:sdtContent>{p('Diarienummer')}</w:sdtContent></w:sdt>{p('x')}") == "Diarienummer\n\nx\n"


def test_a_text_box_is_read_once_though_it_is_written_twice() -> None:
    box = f"<w:txbxContent>{p('I rutan')}</w:txbxContent>"
    choice = f"<mc:AlternateContent xmlns:mc='mc'><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"

    assert text_of(f"<w:p><w:r><w:t>Utanför</w:t>{choice}</w:r></w:p>") == "I rutan\n\nUtanför\n"


def test_cells_over_several_columns_and_rows_keep_the_others_in_their_columns() -> None:
    wide = f'<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{p("2024")}</w:tc>'
    tall = f'<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{p("Norr")}</w:tc>'
    below = f"<w:tc><w:tcPr><w:vMerge/></w:tcPr>{p('')}</w:tc>"
    cell = "<w:tc>" + p("7") + "</w:tc>"
    rows = (f"<w:tc>{p('Del')}</w:tc>{wide}", tall + cell + cell, below + cell + cell)

    assert text_of(f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>") == (
        "| Del | 2024 |  |\n| --- | --- | --- |\n| Norr | 7 | 7 |\n|  | 7 | 7 |\n"
    )


def test_a_table_within_a_cell_is_the_text_of_that_cell() -> None:
    inner = f"<w:tbl><w:tr><w:tc>{p('a')}</w:tc><w:tc>{p('b')}</w:tc></w:tr></w:tbl>"

    assert (
        text_of(f"<w:tbl><w:tr><w:tc>{inner}</w:tc><w:tc>{p('c')}</w:tc></w:tr></w:tbl>")
        == "| a b | c |\n| --- | --- |\n"
    )


def test_notes_stand_last_under_the_marks_that_refer_to_them() -> None:
    notes = (
        f'<w:footnotes xmlns:w="{W}"><w:footnote w:type="separator" w:id="-1">{p("-")}</w:footnote>'
        f'<w:footnote w:id="2">{p("Prop. 2023/24:1.")}</w:footnote></w:footnotes>'
    )
    body = (
        '<w:p><w:r><w:t>369</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t> miljoner</w:t></w:r></w:p>'
    )

    assert text_of(body, footnotes=notes) == "369¹ miljoner\n\n¹ Prop. 2023/24:1.\n"


def test_styles_based_on_each_other_in_a_circle_are_ordinary_text() -> None:
    circle = "".join(
        f'<w:style w:styleId="{one}"><w:basedOn w:val="{other}"/></w:style>' for one, other in (("a", "b"), ("b", "a"))
    )

    assert text_of(p("x", "a"), styles=f'<w:styles xmlns:w="{W}">{circle}</w:styles>') == "x\n"
