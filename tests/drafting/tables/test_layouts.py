"""Every way in which recipients and numbers are set out is read."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.drafting.tables.reading import Cells, cells, only, read_tables, taken_words

THREE: Cells = [("Uppsala", "03", 1200), ("Gotland", "09", 45), ("Skåne", "12", 2111)]

LAYOUTS = {
    "heading over the line": "| Region | Mkr |\n| --- | --- |\n| Uppsala | 1 200 |\n| Gotland | 45 |\n| Skåne | 2 111 |",
    "heading below an empty one": "|  |  |\n| --- | --- |\n| **Region** | **Mkr** |\n| Uppsala | 1 200 |\n| Gotland | 45 |\n"
    "| Skåne | 2 111 |",
    "no heading": "|  |  |\n| --- | --- |\n| Uppsala | 1 200 |\n| Gotland | 45 |\n| Skåne | 2 111 |",
    "first row as heading": "| Uppsala | 1 200 |\n| --- | --- |\n| Gotland | 45 |\n| Skåne | 2 111 |",
    "no outer strokes": "Region | Mkr\n--- | ---\nUppsala | 1 200\nGotland | 45\nSkåne | 2 111",
    "no line of dashes": "| Region | Mkr |\n| Uppsala | 1 200 |\n| Gotland | 45 |\n| Skåne | 2 111 |",
    "blank lines between rows": "| Region | Mkr |\n|---|---|\n\n| Uppsala | 1 200 |\n\n| Gotland | 45 |\n\n| Skåne | 2 111 |",
    "heading inside": "| Region | Mkr |\n|---|---|\n| Uppsala | 1 200 |\n| **Södra** |  |\n| Gotland | 45 |\n| Skåne | 2 111 |",
    "heading repeated": "| Region | Mkr |\n|---|---|\n| Uppsala | 1 200 |\n| Region | Mkr |\n| Gotland | 45 |\n| Skåne | 2 111 |",
    "bold, links and remains of HTML": "| Region | Mkr |\n|---|---|\n| **Uppsala** | 1&nbsp;200 |\n"
    "| [Gotland](https://a.se/b) | <b>45</b> |\n"
    "| Skåne<sup>1</sup> | 2 111\\* |",
    "number, years and words beside": "| Nr | Region | Startår | Mkr | Anm. |\n|---|---|---|---|---|\n| 1 | Uppsala | 2024 | 1 200 | ny |\n"
    "| 2 | Gotland | 2023 | 45 | ny |\n| 3 | Skåne | 2024 | 2 111 | |",
    "code beside": "| Kod | Region | Mkr |\n|---|---|---|\n| 03 | Uppsala | 1 200 |\n| 09 | Gotland | 45 |\n| 12 | Skåne | 2 111 |",
    "halves side by side": "| Region | Mkr | Region | Mkr |\n|---|---|---|---|\n| Uppsala | 1 200 | Skåne | 2 111 |\n| Gotland | 45 | | |",
    "recipients as headings": "| | Uppsala | Gotland | Skåne |\n|---|---|---|---|\n| Medel (Mkr) | 1 200 | 45 | 2 111 |",
    "plain lines": "Region Belopp\nMiljoner kronor\nUppsala 1 200\n Gotland  45\nSkåne 2 111 ",
    "colon and unit": "Uppsala: 1 200 miljoner kronor\nGotland: 45 miljoner kronor\nSkåne: 2 111 miljoner kronor",
    "comma and unit": "Uppsala, 1 200 mnkr\nGotland, 45 mnkr\nSkåne, 2 111 mnkr",
    "items with a dash": "* Uppsala – 1 200 mnkr\n* Gotland – 45 mnkr\n* Skåne – 2 111 mnkr",
    "items apart": "- Uppsala: 1 200 mnkr\n\n- Gotland: 45 mnkr\n\n- Skåne: 2 111 mnkr",
    "numbered items": "1. Uppsala 1 200 mnkr\n2. Gotland 45 mnkr\n3. Skåne 2 111 mnkr",
    "bold names": "**Uppsala:** 1 200 mnkr\n**Gotland:** 45 mnkr\n**Skåne:** 2 111 mnkr",
    "a verb between": "* Uppsala får 1 200 miljoner kronor\n* Gotland får 45 miljoner kronor\n* Skåne får cirka 2 111 miljoner kronor",
    "number first": "* 1 200 mnkr till Uppsala\n* 45 mnkr till Gotland\n* 2 111 mnkr till Skåne",
    "brackets": "Uppsala (1 200 mnkr)\nGotland (45 mnkr)\nSkåne (2 111 mnkr)",
    "more words after": "* Uppsala: 1 200 mnkr, varav 3 mnkr för vård\n* Gotland: 45 mnkr\n* Skåne: 2 111 mnkr (preliminärt)",
    "semicolons": "Region;Mkr\nUppsala;1 200\nGotland;45\nSkåne;2 111",
    "tabs": "Region\tMkr\nUppsala\t1 200\nGotland\t45\nSkåne\t2 111",
    "lines of their own": "Region\nMkr\nUppsala\n1 200\nGotland\n45\nSkåne\n2 111",
    "lines of their own, apart": "Region\n\nMkr\n\nUppsala\n\n1 200\n\nGotland\n\n45\n\nSkåne\n\n2 111",
}


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_a_table_of_three_is_read_in_any_layout(layout: str) -> None:
    for text in (layout, f"# Medel\n\nMedlen i miljoner kronor:\n\n{layout}\n\nMer finns att läsa på webbplatsen.\n"):
        assert cells(only(text)) == THREE


def test_every_column_of_values_is_a_table_with_its_own_heading() -> None:
    text = (
        "| **Län** | **Medel 2025 (kr)** | **Antal platser** | **Andel** |\n|---|---|---|---|\n"
        "| Uppsala län | 9 310 000 | 910 | 12 % |\n| Gotlands län | 340 000 | <5 | 3,5 % |\n"
    )
    read = [(table.header, table.unit.chosen.value, [row.value for row in table.rows]) for table in read_tables(text)]
    assert read == [
        ("Medel 2025 (kr)", "kr", [9_310_000, 340_000]),
        ("Antal platser", "antal", [910, None]),
        ("Andel", "procent", [12, Fraction(7, 2)]),
    ]


@pytest.mark.parametrize(
    ("lines", "values"),
    [
        ("Uppsala 12 34\nGotland 5 6\nSkåne 2 111 371", [[12, 5, 2111], [34, 6, 371]]),
        ("Region 2025 2026\nUppsala 371 429\nGotland 110 106\nSkåne 161 162", [[371, 110, 161], [429, 106, 162]]),
        ("Uppsala\t371\t4 429\nGotland\t1 110\t106\nSkåne\t161\t162", [[371, 1110, 161], [4429, 106, 162]]),
        ("Uppsala\n371\n429\nGotland\n110\n106\nSkåne\n161\n162", [[371, 110, 161], [429, 106, 162]]),
        ("Uppsala 4,5 9\nGotland – 2\nSkåne 1,5 3", [[Fraction(9, 2), None, Fraction(3, 2)], [9, 2, 3]]),
    ],
)
def test_numbers_on_plain_lines_are_parted_as_all_rows_allow(lines: str, values: list[list[object]]) -> None:
    assert [[row.value for row in table.rows] for table in read_tables(lines)] == values


def test_a_misprinted_group_does_not_make_two_columns() -> None:
    lines = "Uppsala 544 99 160\n" + "".join(f"{name} 1 000 000\n" for name in ("Skåne", "Gotland", "Halland") * 3)
    assert only(lines.replace("Halland 1 000 000\nSkåne", "Halland 1 000 000\nBlekinge")).rows[0].value == 54_499_160


def test_a_row_alone_over_the_table_is_its_caption_years_are_headings_and_an_empty_cell_is_no_row() -> None:
    text = (
        "| **Satsning på vård (mnkr)** | | |\n|---|---|---|\n|  | **2026** | **2027** |\n| **Nya platser** | 12 | 1 500 |\n"
        "| **Utbildning** |  | 3,5 |\n"
    )
    first, second = read_tables(text)
    assert (first.header, first.unit.chosen.value, cells(first)) == (
        "2026",
        "Mkr",
        [("Nya platser", "", 12)],
    )
    assert (second.header, [row.value for row in second.rows]) == ("2027", [1500, Fraction(7, 2)])


def test_rows_that_are_no_recipients_have_no_codes() -> None:
    text = (
        "| Ökning | Tilldelning |\n|---|---|\n| 2 tjänster | 3 miljoner kronor |\n| 3 tjänster | 4,5 miljoner kronor |"
    )
    assert cells(only(text)) == [("2 tjänster", "", 3), ("3 tjänster", "", Fraction(9, 2))]
    programmes = "| Program | mnkr |\n|---|---|\n| Övre Norrland | 8 |\n| Stockholm | 4 |\n| Västsverige | 5 |"
    assert [row.code for row in only(programmes).rows] == ["", "", ""]


def test_what_is_no_table_is_left() -> None:
    for text in (
        "| Aktivitet | Dag |\n|---|---|\n| Ansökan | 2024-01-31 |\n| Svar | 31 mars |",
        "* Samordning: 8 000 000 kr\n* Utvärdering: 5 000 000 kr\n* Försök: 7 000 000 kr",
        "* Region Skåne får 12 mnkr för att bygga\n* Region Uppsala får 5 mnkr för sin vård\n* Gotland får 1 mnkr för resor",
        "Stockholm den 3 maj 2024\n\nTelefon 08-405 10 00\nMobil 076-127 00 00",
        "Region Skåne får 3 miljoner kronor. Region Uppsala får 2 miljoner kronor.",
        "Region Skåne 040-12 34 56\nRegion Uppsala 018-12 34 56\nRegion Gotland 0498-12 34 56",
        "Region Skåne 2024-01-31\nRegion Uppsala 2024-02-28\nRegion Gotland 2024-03-31",
        "Region Skåne 12 mars\nRegion Uppsala 13 april\nRegion Gotland 14 maj",
        "|---|\n|---|\n",
        "",
    ):
        assert read_tables(text) == []
        assert taken_words(text) == []


def test_what_a_table_takes_is_its_lines_and_what_follows_a_row_is_free() -> None:
    text = (
        "Region Belopp\n* Uppsala: 12 mnkr, varav 3 mnkr för vård\n* Gotland: 1 mnkr\n* Skåne: 5 mnkr\nTotalt 18 mnkr\n"
    )
    assert taken_words(text) == [
        "Region Belopp",
        "* Uppsala: 12 mnkr",
        "* Gotland: 1 mnkr",
        "* Skåne: 5 mnkr",
        "Totalt 18 mnkr",
    ]


def test_places_lead_back_to_the_document_with_its_soft_hyphens() -> None:
    text = "# A\u00adB\r\n\r\n| Region | kr |\r\n|---|---|\r\n| Upp\u00adsala | 1\u00a0200 |\r\n| Skåne | 5 |\r\n"
    row = only(text).rows[0]
    assert (text[slice(*row.name_at)], text[slice(*row.value_at)], row.printed) == (
        "Upp\u00adsala",
        "1\u00a0200",
        "1 200",
    )
