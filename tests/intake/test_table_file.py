"""A table as people have it, from Excel or by hand -> kronor for each recipient, or problems cell by cell."""

from __future__ import annotations

import pytest

from overens.intake.register import read_register
from overens.intake.table_file import read_table
from overens.vocabulary.problems import Problem
from overens.vocabulary.recipients import RecipientKind
from overens.vocabulary.wording import Language
from tests.builders import said

REGION, MUNICIPALITY, AREA = RecipientKind.REGION, RecipientKind.MUNICIPALITY, RecipientKind.AREA


def read(text: str, kind: RecipientKind = REGION) -> dict[str, int]:
    """Return code -> kronor of a table without problems."""
    cells, problems = read_table(text, kind, read_register(), file="t.csv")
    assert said(problems) == []
    return {cell.recipient.code: cell.kr for cell in cells}


def problems_of(text: str, kind: RecipientKind = REGION) -> list[Problem]:
    """Return the problems of a table."""
    return read_table(text, kind, read_register(), file="t.csv")[1]


# --- how tables look ----------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "kod;belopp\n06;47803842\n",
        "kod,belopp\n06,47803842\n",
        "kod\tbelopp\n06\t47803842\n",
        "\ufeffkod;belopp\r\n06;47803842\r\n",
        "Kod;Namn;Belopp\n06;Jönköping;47 803 842\n",
        "namn;belopp\nRegion Jönköpings län;47803842\n",
        "Region;Kronor\nJönköpings län;47 803 842 kr\n",
        "Mottagare;Summa\nREGION JÖNKÖPINGS LÄN;47 803 842,00\n",
        "region_code,region,published_kr\n06,x,47803842\n",
        "belopp;kod\n47803842;06\n",
        "kod;belopp\n6;47803842\n",
        '"kod";"belopp"\n"06";"47803842"\n',
        "# hämtad 2024-02-05\nkod;belopp\n06;47803842\n",
        "kod;belopp\n\n06;47803842\n;\n",
        "kod;belopp;anmärkning\n06;47803842;se not 1\n",
    ],
)
def test_the_same_row_in_many_dresses(text: str) -> None:
    assert read(text) == {"06": 47_803_842}


@pytest.mark.parametrize(
    "amount",
    [
        "47 803 842",
        "47\u00a0803\u00a0842",
        "47\u202f803\u202f842",
        "47\u2009803\u2009842",
        "47.803.842",
        "47 803 842 kr",
        "47 803 842\u00a0kr",
        "47 803 842 kronor",
        "47 803 842 SEK",
        "47 803 842,0",
        "47803842,00",
        " 47803842 ",
    ],
)
def test_amounts_as_swedes_write_them(amount: str) -> None:
    assert read(f"kod;belopp\n06;{amount}\n") == {"06": 47_803_842}


def test_below_zero_is_read_with_either_minus() -> None:
    assert read("kod;belopp\n06;-5\n09;−1 000\n") == {"06": -5, "09": -1_000}


@pytest.mark.parametrize("word", ["Totalt", "Summa", "Riket", "TOTAL", "totalt "])
def test_the_row_of_the_total_is_passed_over(word: str) -> None:
    assert read(f"namn;belopp\nRegion Gotland;1\n{word};1\n") == {"09": 1}
    assert read("kod;belopp\n09;1\n00;1\n") == {"09": 1}


@pytest.mark.parametrize("who", ["09", "9", "Gotland", "Region Gotland", "gotland", "GOTLAND"])
def test_in_a_table_of_regions_gotland_is_the_region(who: str) -> None:
    assert read(f"kod;belopp\n{who};1\n") == {"09": 1}


@pytest.mark.parametrize(
    ("who", "kind", "code"),
    [
        ("0680", MUNICIPALITY, "0680"),
        ("680", MUNICIPALITY, "0680"),
        ("114", MUNICIPALITY, "0114"),
        ("Jönköping", MUNICIPALITY, "0680"),
        ("Jönköpings kommun", MUNICIPALITY, "0680"),
        ("Gotland", MUNICIPALITY, "0980"),
        ("Håbo", MUNICIPALITY, "0305"),
        ("Jönköpings län", AREA, "06"),
        ("Sörmland", AREA, "04"),
        ("Södermanlands län", AREA, "04"),
        ("Västra Götaland", REGION, "14"),
        ("VGR", REGION, "14"),
        ("Jönköpings län", REGION, "06"),
        ("Jönköping", REGION, "06"),
        ("Region Jönköping", REGION, "06"),
    ],
)
def test_codes_without_their_zero_and_short_names_mean_the_one_of_the_tables_kind(
    who: str, kind: RecipientKind, code: str
) -> None:
    assert read(f"namn;belopp\n{who};1\n", kind) == {code: 1}


def test_a_cell_knows_its_line_and_column() -> None:
    cells, _ = read_table("# not\nkod;namn;belopp\n06;x;1\n09;Gotland;2\n", REGION, read_register(), file="t.csv")

    assert [str(cell.place) for cell in cells] == ["t.csv:3:6", "t.csv:4:12"]


def test_a_line_within_quotes_does_not_move_the_lines_after_it() -> None:
    text = 'namn;belopp;not\nRegion Skåne;1;"två\nrader"\nRegion Gotland;2;\n'
    cells, _ = read_table(text, REGION, read_register(), file="t.csv")

    assert [(cell.recipient.code, cell.place.line) for cell in cells] == [("12", 2), ("09", 4)]


def test_a_comment_below_the_head_does_not_move_the_lines_after_it() -> None:
    cells, _ = read_table("kod;belopp\n06;1\n# rättad\n09;2\n", REGION, read_register(), file="t.csv")

    assert [(cell.recipient.code, cell.place.line) for cell in cells] == [("06", 2), ("09", 4)]


# --- what is wrong in them ----------------------------------------------------------


def test_the_misprint_of_december_2023_is_found_with_row_and_column() -> None:
    text = "Region;Belopp\nStockholm;1 000\nJönköpings län;544 99 160\nGotland;2 000\n"

    assert said(problems_of(text)) == ["t.csv:3:16: '544 99 160' är inte hela kronor. Skriv till exempel 47 803 842."]
    assert said(problems_of(text), Language.ENGLISH) == [
        "t.csv:3:16: '544 99 160' is not whole kronor. Write for instance 47 803 842."
    ]


@pytest.mark.parametrize(
    "amount",
    [
        "",
        "-",
        "..",
        "1,5",
        "1 000,50",
        "12 34",
        "1,000,000",
        "tusen",
        "1e6",
        "5 Mkr",
        "NaN",
        "=1+1",
        "1 000 000 0",
    ],
)
def test_what_is_not_whole_kronor_is_never_guessed(amount: str) -> None:
    (problem,) = problems_of(f"kod;belopp\n06;{amount}\n")

    assert str(problem.place) == "t.csv:2:4"
    assert "är inte hela kronor." in problem.message.say()


@pytest.mark.parametrize("amount", ["47.803", "٤٧ ٨٠٣"])
def test_a_point_that_may_be_decimal_and_other_digits_are_not_read(amount: str) -> None:
    assert len(problems_of(f"kod;belopp\n06;{amount}\n")) == 1


def test_a_code_beside_the_name_of_another_is_told() -> None:
    assert said(problems_of("kod;namn;belopp\n01;Uppsala;5\n03;Region Uppsala;7\n04;Södermanlands region;9\n")) == [
        "t.csv:2:1: Koden 01 är Region Stockholm, men namnet bredvid är 'Uppsala'. Rätta koden eller namnet."
    ]


def test_who_is_nobody_of_the_kind_is_named() -> None:
    assert said(problems_of("kod;belopp\n02;1\nSkövde;2\n")) == [
        "t.csv:2:1: '02' är ingen region. Skriv koden ('06', '0680') eller namnet.",
        "t.csv:3:1: 'Skövde' är ingen region. Skriv koden ('06', '0680') eller namnet.",
    ]
    assert "'0680' är ingen region" in said(problems_of("kod;belopp\n0680;1\n"))[0]


def test_who_is_nobody_is_said_in_english_with_an_english_kind() -> None:
    (line,) = said(problems_of("kod;belopp\nx;1\n", MUNICIPALITY), Language.ENGLISH)

    assert line.startswith("t.csv:2:1: 'x' is no municipality.")


def test_the_same_twice_is_said_with_the_first_line() -> None:
    assert said(problems_of("kod;belopp\n06;1\n09;1\nJönköpings län;2\n")) == [
        "t.csv:4:1: Region Jönköpings län står två gånger; första gången på rad 2. Ta bort den ena raden."
    ]


def test_a_table_without_the_columns_says_which_it_needs() -> None:
    assert said(problems_of("# not\nområde;pengar\nx;1\n")) == [
        "t.csv:2:1: Kolumnerna 'område, pengar' säger inte vem och hur mycket."
        " Döp en kolumn till 'kod' eller 'namn' och en till 'belopp'."
    ]


@pytest.mark.parametrize("text", ["", "\ufeff", "# bara en not\n"])
def test_an_empty_table(text: str) -> None:
    (problem,) = problems_of(text)

    assert problem.message.say() == "Tabellen är tom."


def test_every_problem_is_told_at_once_and_the_sound_rows_are_kept() -> None:
    cells, problems = read_table("kod;belopp\n06;x\n99;1\n09;5\n", REGION, read_register(), file="t.csv")

    assert [problem.place.line for problem in problems] == [2, 3]
    assert [(cell.recipient.code, cell.kr) for cell in cells] == [("09", 5)]
