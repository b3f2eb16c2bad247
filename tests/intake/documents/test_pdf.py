"""A PDF -> Markdown: lines into paragraphs, columns into tables, without repeated heads and feet."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from overens.intake.documents.answer import Reading, Remark
from overens.intake.documents.pdf_text import read_pdf
from tests.intake.documents.builders import at, pdf, ruled


def text_of(*drawn: str) -> str:
    """Return the Markdown of a page drawn so."""
    return read_pdf(pdf(drawn)).text


def lines(*said: str, up: int = 700, left: int = 70, size: int = 11) -> list[str]:
    """Return the drawing of lines under each other."""
    return [at(left, up - 13 * n, text, size) for n, text in enumerate(said)]


def test_lines_become_paragraphs_and_a_hyphen_keeps_its_break() -> None:
    drawn = lines("Regeringen avsätter totalt 369 miljoner kronor till regio-", "nerna för insatser under 2024")

    assert text_of(*drawn, *lines("Nytt stycke.", up=640)) == (
        "Regeringen avsätter totalt 369 miljoner kronor till regio-\nnerna för insatser under 2024\n\nNytt stycke.\n"
    )


def test_headings_are_told_by_size_and_weight() -> None:
    drawn = [at(70, 780, "Överenskommelse", 24), at(70, 740, "Medel", 16), at(70, 720, "Utbetalning", 11, "F2")]

    assert text_of(*drawn, *lines("Medlen betalas ut av en myndighet efter", "rekvisition.", up=700)) == (
        "# Överenskommelse\n\n## Medel\n\n### Utbetalning\n\nMedlen betalas ut av en myndighet efter rekvisition.\n"
    )


def test_printed_bullets_are_items() -> None:
    drawn = [
        at(70, 700, "•"),
        at(88, 700, "14 miljoner till"),
        at(88, 687, "regionerna"),
        at(70, 674, "•"),
        at(88, 674, "2 till SKR"),
    ]

    assert text_of(*drawn) == "* 14 miljoner till regionerna\n* 2 till SKR\n"


TABLE = [
    ("Region", "Kronor", "Andel"),
    ("Blekinge", "14 000 000", "1,5"),
    ("Region Jämtland", "9 500", "0,5"),
    ("Summa", "14 009 500", "2,0"),
]
MARKDOWN = (
    "| Region | Kronor | Andel |\n| --- | --- | --- |\n| Blekinge | 14 000 000 | 1,5 |\n"
    "| Region Jämtland | 9 500 | 0,5 |\n| Summa | 14 009 500 | 2,0 |\n"
)


def table(rows: Sequence[tuple[str, ...]], up: int = 700, pitch: int = 14) -> list[str]:
    """Return the drawing of a table without ruled lines."""
    return [at(70 + 150 * c, up - pitch * r, cell) for r, row in enumerate(rows) for c, cell in enumerate(row)]


def test_words_in_columns_are_a_table() -> None:
    assert text_of(*lines("Fördelning", up=730), *table(TABLE), *lines("Efter.", up=600)) == (
        f"Fördelning\n\n{MARKDOWN}\nEfter.\n"
    )


def test_a_table_goes_on_over_pages_without_its_repeated_header() -> None:
    found = read_pdf(pdf(table(TABLE[:3], up=120), table([TABLE[0], TABLE[3], ("a", "1", "2")], up=700)))

    assert found.text == MARKDOWN + "| a | 1 | 2 |\n"
    assert found.pages == 2


def test_a_row_alone_on_the_next_page_is_of_the_table() -> None:
    found = read_pdf(pdf(table(TABLE[:3], up=120), [*table(TABLE[3:], up=700), *lines("Efter.", up=640)]))

    assert found.text == f"{MARKDOWN}\nEfter.\n"


def test_a_head_of_several_lines_is_left_out_where_it_is_printed_again() -> None:
    head = [at(70, 700, "Region"), at(220, 700, "Kronor"), at(370, 700, "Andel"), at(220, 687, "2024")]
    rows = [("Blekinge", "14 000", "1"), ("Halland", "9 500", "2"), ("Kalmar", "8 500", "3")]

    found = read_pdf(pdf([*head, *table(rows, up=660)], [*head, *table([("Skåne", "7 500", "4")], up=660)])).text

    assert found.count("Kronor") == 1
    assert found.endswith("| Kalmar | 8 500 | 3 |\n| Skåne | 7 500 | 4 |\n")


@pytest.mark.parametrize("page", [0, 1])
def test_a_name_that_reaches_its_number_is_divided_as_the_rows_beside_it(page: int) -> None:
    rows = table([("Skåne", "14 500 000"), ("Kalmar", "14 500 000")])
    tight = [at(70, 672, "Region Jämtland Härjedalen"), at(214, 672, "147 500 000")]

    found = read_pdf(pdf([*rows, *tight]) if page == 0 else pdf(rows, tight)).text

    assert "| Region Jämtland Härjedalen | 147 500 000 |" in found


def test_a_header_that_stands_beside_its_numbers_is_of_their_column() -> None:
    drawn = [at(70, 714, "Region"), at(220, 714, "Kr"), *table([("Skåne", "", ""), ("Kalmar", "", "")])]
    numbers = [at(300, 700 - 14 * n, number) for n, number in enumerate(("14 500", "9 500"))]

    assert text_of(*drawn, *numbers) == "| Region | Kr |\n| --- | --- |\n| Skåne | 14 500 |\n| Kalmar | 9 500 |\n"


def test_headers_that_stand_close_are_divided_by_the_columns_below() -> None:
    rows = [
        cell
        for n in range(3)
        for cell in (at(70, 700 - 14 * n, f"Län {n}"), at(220, 700 - 14 * n, "14 500"), at(330, 700 - 14 * n, "9 500"))
    ]

    found = text_of(at(70, 714, "Region"), at(220, 714, "Belopp i tusen kronor"), at(330, 714, "Antal barn"), *rows)

    assert found.startswith("| Region | Belopp i tusen kronor | Antal barn |\n")


def test_lines_spread_to_both_edges_are_no_table() -> None:
    spread = [
        at(70 + 120 * n, 700 - 13 * row, word)
        for row in range(4)
        for n, word in enumerate(("regionerna", "fördelar", "medlen"))
    ]

    assert "|" in text_of(*spread)
    even = [
        at(left, 700 - 13 * row, word)
        for row in range(4)
        for left, word in ((70, "nnnnnnnn"), (140, "nnnnnnnn"), (210, "nnnnnnnn"))
    ]
    assert "|" not in text_of(*even)


def test_dots_that_are_drawn_before_lines_make_them_items() -> None:
    drawn = [
        *lines("14 miljoner till regionerna", "2 miljoner till SKR", left=88),
        "74 702 4 4 re f",
        "74 689 4 4 re f",
    ]

    assert text_of(*drawn, "300 300 4 4 re f") == "* 14 miljoner till regionerna\n* 2 miljoner till SKR\n"


def test_a_line_broken_before_it_was_full_keeps_its_break() -> None:
    full = "Regeringen avsätter medel till regionerna för insatser som ska genomföras"

    assert text_of(*lines(full, "under året i", "Skåne: 14 500 kronor", "Kalmar: 9 500 kronor")) == (
        f"{full} under året i\nSkåne: 14 500 kronor\nKalmar: 9 500 kronor\n"
    )


def test_what_stands_apart_at_the_edge_of_both_pages_and_page_numbers_are_left_out() -> None:
    pages = [
        [at(70, 810, "Regeringen 2024", 8), *lines(said), at(300, 30, f"{n} (2)", 8)]
        for n, said in ((1, "Ett."), (2, "Två."))
    ]

    assert read_pdf(pdf(*pages)).text == "Ett.\n\nTvå.\n"
    assert text_of(*lines("Ett."), at(300, 30, "1 (1)", 8)) == "Ett.\n"


def test_a_word_broken_in_a_title_is_whole() -> None:
    drawn = [at(70, 780, "Uppdrag enligt tilläggs-", 24), at(70, 750, "överenskommelsen", 24)]

    assert text_of(*drawn, *lines("Medlen betalas ut av en myndighet efter", "rekvisition varje år.")).startswith(
        "# Uppdrag enligt tilläggsöverenskommelsen\n"
    )


def test_sender_and_receiver_beside_each_other_are_no_table() -> None:
    block = [("Regeringsbeslut", "III:4"), ("2017-02-09", "Kammarkollegiet"), ("Departementet", "Box 1")]

    assert "|" not in text_of(*table(block), *lines("Regeringen beslutar att medel betalas ut.", up=600))


def test_lines_between_the_same_ruled_lines_are_one_row() -> None:
    drawn = [
        *(ruled(60, 500, up) for up in (715, 686, 657, 642)),
        *table([("Region", "Belopp")], up=695),
        at(220, 705, "Högsta"),
        at(70, 675, "Region Jönköpings"),
        at(70, 662, "län"),
        at(220, 668, "14 000"),
        *table([("Summa", "14 000")], up=646),
    ]

    assert text_of(*drawn) == (
        "| Region | Högsta Belopp |\n| --- | --- |\n| Region Jönköpings län | 14 000 |\n| Summa | 14 000 |\n"
    )


def test_letters_at_the_left_that_number_a_paragraph_make_no_table() -> None:
    drawn = [
        cell
        for n in range(4)
        for cell in (at(70, 700 - 13 * n, f"{n + 1}."), at(100, 700 - 13 * n, "Regionen ska redovisa"))
    ]

    assert "|" not in text_of(*drawn)


def test_two_columns_of_running_text_are_read_one_after_the_other() -> None:
    left = lines(*[f"Vänstra spalten, rad nummer {n} av flera" for n in range(6)], left=50)
    right = lines(*[f"Högra spalten, rad nummer {n} av flera" for n in range(6)], left=310)

    found = text_of(*left, *right)

    assert "|" not in found
    assert found.index("Vänstra spalten, rad nummer 5") < found.index("Högra spalten, rad nummer 0")


def test_what_is_repeated_at_the_edges_of_most_pages_is_left_out() -> None:
    pages = [
        [at(70, 810, "Regeringskansliet"), at(500, 30, f"{n} (3)"), *lines(f"Sidan handlar om sak {n}.")]
        for n in (1, 2, 3)
    ]

    assert read_pdf(pdf(*pages)).text == "".join(
        ["Sidan handlar om sak 1.\n\n", "Sidan handlar om sak 2.\n\n", "Sidan handlar om sak 3.\n"]
    )


def test_what_stands_at_the_edge_of_one_page_is_read() -> None:
    assert read_pdf(pdf([at(70, 810, "Bilaga 1"), *lines("x")], lines("y"), lines("z"))).text.startswith("Bilaga 1")


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_a_turned_page_is_read_as_it_is_shown(rotate: int) -> None:
    turned = {
        0: "1 0 0 1 0 0 cm",
        90: "0 1 -1 0 595 0 cm",
        180: "-1 0 0 -1 595 842 cm",
        270: "0 -1 1 0 0 842 cm",
    }[rotate]

    assert read_pdf(pdf([turned, *table(TABLE, up=500)], rotate=rotate)).text == MARKDOWN


def test_the_mark_of_a_note_never_lengthens_a_number() -> None:
    assert text_of(at(70, 700, "369"), at(89, 704, "1", 6), at(96, 700, "miljoner")) == "369¹ miljoner\n"


def test_text_along_the_margin_is_left_out() -> None:
    assert text_of("q 0 1 -1 0 30 300 cm", at(0, 0, "Diarieblad"), "Q", *lines("Beslut.")) == "Beslut.\n"


def test_pages_without_text_and_a_missing_end_are_remarked() -> None:
    raw = pdf(lines("x"), [])

    assert read_pdf(raw) == Reading("x\n", 2, ((Remark.PAGES_WITHOUT_TEXT, {"n": 1, "pages": 2}),))
    assert (Remark.CUT_OFF, {}) in read_pdf(raw[:-6]).remarks


def test_a_broken_page_leaves_the_others_read() -> None:
    found = read_pdf(pdf(lines("x"), lines("y")).replace(b"[6 0 R 8 0 R]", b"[6 0 R 9 0 R]"))

    assert found.text == "x\n"
    assert found.remarks == ((Remark.PAGES_WITHOUT_TEXT, {"n": 1, "pages": 2}),)
