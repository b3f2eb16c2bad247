"""A figure file's text -> exact values with their places."""

from __future__ import annotations

from fractions import Fraction

import pytest

from overens.figures.model import FigureKind, Series, SeriesKey
from overens.figures.read_figure import LARGEST_FILE, read_figure
from overens.vocabulary.money import Mark
from overens.vocabulary.problems import Place
from tests.builders import EN, MUNICIPALITY, REGION, block, said, when

HEAD = """\
# id: antal-sangar
# namn: Vårdplatser
# enhet: antal
# mottagare: regioner
# licens: CC0
# serier:
#   "2023": {slag: officiell, källa: {titel: Tabellen, utgivare: SKR, adress: skr.se}}
"""
ROWS = """\
per,kod,namn,värde
2023,01,Stockholm,10
2023,03,Uppsala,11.5
"""


def read(text: str) -> list[Series]:
    found, head, cells, problems = read_figure(text, file="f")
    assert said(problems) == []
    assert head is not None
    assert len(cells) == sum(len(one.values) for one in found)
    return found


def faults(text: str) -> list[str]:
    problems = read_figure(text, file="f")[3]
    assert all(p.message.say() != p.message.say(EN) for p in problems)
    return said(problems)


def test_a_figure_file_is_a_head_and_rows() -> None:
    (one,) = read(HEAD + ROWS)
    assert one.key == SeriesKey("antal-sangar", REGION, "2023")
    assert one.values == {"01": Fraction(10), "03": Fraction(23, 2)}
    assert (one.name, one.unit, one.licence) == ("Vårdplatser", "antal", "CC0")
    assert (one.source, one.publisher, one.address) == ("Tabellen", "SKR", "skr.se")
    assert (one.kind, one.mark, one.rounded_to, one.total_known) == (FigureKind.OFFICIAL, Mark.VERIFIED, 0, False)
    assert one.total == Fraction(43, 2)


def test_values_are_exact_and_no_float_comes_near_them() -> None:
    (one,) = read(HEAD + "per,kod,värde\n2023,01,0.1\n2023,03,0.2\n")
    assert one.total == Fraction(3, 10)


def test_a_semicolon_file_has_decimal_comma_and_spaces_in_its_numbers() -> None:
    (one,) = read(HEAD + "per;kod;namn;värde\n2023;01;Stockholm;1 234,5\n2023;03;Uppsala;1\u00a0000\u202f000\n")
    assert one.values == {"01": Fraction(2469, 2), "03": Fraction(1_000_000)}


def test_two_dots_mean_not_published() -> None:
    (one,) = read(HEAD + "per,kod,värde\n2023,01,..\n2023,03,1\n")
    assert one.values == {"01": None, "03": Fraction(1)}
    assert one.total == 1


@pytest.mark.parametrize("minus", ["-", "−"])
def test_a_minus_may_be_either_sign(minus: str) -> None:
    assert read(HEAD + f"per,kod,värde\n2023,01,{minus}1.5\n")[0].values == {"01": Fraction(-3, 2)}


def test_columns_may_stand_in_any_order_and_empty_lines_between() -> None:
    (one,) = read(HEAD + "\ufeffvärde , KOD,per,anmärkning\n".removeprefix("\ufeff") + "5,01,2023,\n\n7,03,2023,x\n")
    assert one.values == {"01": Fraction(5), "03": Fraction(7)}


def test_a_byte_order_mark_and_windows_line_ends() -> None:
    assert read(("\ufeff" + HEAD + ROWS).replace("\n", "\r\n"))[0].values == {"01": Fraction(10), "03": Fraction(23, 2)}


def test_several_dates_are_several_series_each_with_its_own_kind() -> None:
    head = HEAD + block("""
        #   "2022-11-01":
        #     slag: underförstådd
        #     källa: Löst ur tabellen
        #     löst ur: [tabell-a, tabell-b]
        #     datum härlett: ja
        #     känd från: 2023-02
        #     summa: 3
        #     avrundat till: 100 000
        #     anmärkning: se tabellen
        """)
    first, second = read(head + "per,kod,värde\n2023,01,1\n2022-11-01,01,3\n")
    assert [one.key.measured_on for one in (first, second)] == ["2023", "2022-11-01"]
    assert [one.values for one in (first, second)] == [{"01": 1}, {"01": 3}]
    assert (second.kind, second.mark) == (FigureKind.IMPLIED, Mark.INFERRED)
    assert (second.derived_from, second.known_from) == (("tabell-a", "tabell-b"), when("2023-02"))
    assert (second.rounded_to, second.total_known, second.remark) == (100_000, True, "se tabellen")


@pytest.mark.parametrize(
    ("kind", "mark"),
    [
        ("officiell", Mark.VERIFIED),
        ("underförstådd", Mark.COMPUTED),
        ("härledd", Mark.INFERRED),
        ("syntetisk", Mark.INFERRED),
    ],
)
def test_a_figure_is_as_well_known_as_its_kind(kind: str, mark: Mark) -> None:
    assert read(HEAD.replace("officiell", kind) + ROWS)[0].mark is mark


def test_a_figure_for_municipalities() -> None:
    (one,) = read(HEAD.replace("regioner", "kommuner") + "per,kod,värde\n2023,0114,5\n")
    assert one.key.kind is MUNICIPALITY
    assert one.values == {"0114": 5}


def test_every_cell_knows_its_line_and_column() -> None:
    cells = read_figure(HEAD + ROWS, file="f")[2]
    assert [cell.place for cell in cells] == [Place("f", 9, 19), Place("f", 10, 17)]


# --- what is refused ----------------------------------------------------------------


@pytest.mark.parametrize("name", ["per", "kod", "värde"])
def test_a_missing_column_is_named(name: str) -> None:
    (fault,) = faults(HEAD + ROWS.replace(name, "annat"))
    assert fault.startswith(f"f:8:1: Kolumnen '{name}' saknas i ")


@pytest.mark.parametrize(
    ("row", "found"), [("2023,01,Stockholm,10,5", 5), ("2023,01,10", 3), ("2023;01;Stockholm;10", 1)]
)
def test_a_row_of_the_wrong_width_is_told_and_the_others_read(row: str, found: int) -> None:
    text = HEAD + ROWS.replace("2023,01,Stockholm,10", row)
    assert faults(text) == [f"f:9:1: Raden har {found} fält; huvudet har 4. Kontrollera antalet ',' på raden."]
    assert read_figure(text, file="f")[0][0].values == {"03": Fraction(23, 2)}


@pytest.mark.parametrize(
    "value",
    [
        "",
        "x",
        "1 000",
        "11,5".replace(",", "·"),
        "1e5",
        "nan",
        "inf",
        "NaN",
        "1.",
        ".5",
        "+5",
        "1/2",
        "0x10",
        ".",
        "...",
    ],
)
def test_what_is_no_value_is_told_at_its_cell(value: str) -> None:
    (fault,) = faults(HEAD + ROWS.replace("11.5", value))
    assert fault.startswith(f"f:10:17: '{value}' är inget värde.")


@pytest.mark.parametrize("value", ["11.5", "1 00", "1.000,5"])
def test_a_decimal_point_in_a_semicolon_file_is_refused(value: str) -> None:
    (fault,) = faults(HEAD + f"per;kod;värde\n2023;01;{value}\n")
    assert fault.startswith(f"f:9:9: '{value}' är inget värde.")
    assert "decimalkomma ('11,4')" in fault


def test_a_value_of_five_thousand_digits_is_refused_not_raised() -> None:
    assert len(faults(HEAD + "per,kod,värde\n2023,01," + "9" * 5_000 + "\n")) == 1


@pytest.mark.parametrize("text", ["", "\n", ROWS, "hej\n"])
def test_a_file_without_a_head_says_so(text: str) -> None:
    (fault,) = faults(text)
    assert "Filen saknar huvud." in fault or "Filen är tom." in fault


@pytest.mark.parametrize("rows", ["", "\n2023,01,x,1\n"])
def test_a_file_without_rows_says_so(rows: str) -> None:
    assert faults(HEAD + rows) == [
        "f:8:1: Filen har inga rader under huvudet. Skriv 'per,kod,namn,värde' och en rad per mottagare."
    ]


def test_too_large_a_file_is_refused_unread() -> None:
    assert "Filen är 20 000 001 tecken" in faults("#" + "x" * LARGEST_FILE)[0]


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("# enhet: antal", "# ehnet: antal", "f:3:3"),
        ("mottagare: regioner", "mottagare: regionerna", "f:4:14"),
        ("slag: officiell", "slag: oficiell", "f:7:20"),
        ("adress: skr.se", "adres: skr.se", "f:7:71"),
        ("# licens: CC0", "# licens: CC0: 1", "f:5:14"),
        ("# licens: CC0", "#licenss: CC0", "f:5:2"),
    ],
)
def test_a_fault_in_the_head_has_its_place_in_the_file(old: str, new: str, where: str) -> None:
    assert any(fault.startswith(f"{where}") for fault in faults(HEAD.replace(old, new) + ROWS))


def test_what_stands_after_broken_yaml_is_not_said_to_be_missing() -> None:
    assert len(faults(HEAD.replace("CC0", "CC0: 1") + ROWS)) == 1


def test_faults_in_head_and_rows_are_told_at_once() -> None:
    text = HEAD.replace("slag: officiell", "slag: fel").replace("CC0", "CC0\n# annat: x") + ROWS.replace("11.5", "fel")
    assert [fault.split(": ")[0] for fault in faults(text)] == ["f:6:3", "f:8:20", "f:11:17"]
