"""Bad input, by name: files that cannot be read as text, as YAML or as a figure, and paths that lead nowhere."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from tests.cli.own_files import REGIONS, agreement, check, figure, write
from tests.cli.running import overens

HUNDRED = dict.fromkeys(REGIONS, "100")


def refused(*question: str | Path) -> str:
    """Fail unless the question is answered with problems alone; return them."""
    answer = overens(*question)
    assert (answer.code, answer.out) == (1, "")
    assert "Traceback" not in answer.err
    return answer.err


# --- anchors ------------------------------------------------------------------------


def test_a_pot_within_itself(tmp_path: Path) -> None:
    circular = agreement(more="    potter: {b: *allt}\n").replace("  a:\n", "  a: &allt\n")
    write(tmp_path, prov_yaml=circular)

    found = check(tmp_path)

    words = "Ankaret 'allt' (& eller *) används; filen kan då peka på sig själv. Skriv ut värdet i stället."
    assert found.code == 1
    assert {f"prov.yaml:12:6: {words}", f"prov.yaml:18:17: {words}"} <= set(found.swedish)
    assert [line for line in found.swedish if ": ''" in line] == [], "the file does not say ''"
    assert "the file could then point at itself. Write the value out instead." in found.english[0]
    assert "Ankaret 'allt'" in refused("agreement", "prov-2024", "--library", tmp_path)


def test_a_yaml_bomb_is_not_unfolded(tmp_path: Path) -> None:
    levels = "abcdefghi"
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n"
    for inner, outer in pairwise(levels):
        bomb += f"{outer}: &{outer} [{', '.join([f'*{inner}'] * 9)}]\n"
    write(tmp_path, bomb_yaml=bomb)

    found = check(tmp_path)

    assert found.code == 1
    assert any(line.startswith("bomb.yaml:1:4: Ankaret 'a' (& eller *) används") for line in found.swedish)
    assert max(map(len, found.swedish)) < 400


def test_a_bomb_of_aliases_does_not_become_a_bomb_of_problems(tmp_path: Path) -> None:
    write(tmp_path, bomb_yaml="id: &a x\nlista: [" + "*a, " * 5_000 + "]\n")

    found = check(tmp_path)

    assert found.code == 1
    assert len(found.swedish) < 100


def test_nesting_deeper_than_any_agreement(tmp_path: Path) -> None:
    write(tmp_path, djup_yaml="id: x\npotter: " + "[" * 100_000)

    found = check(tmp_path)

    assert found.code == 1
    assert any("nästlat djupare än 20 nivåer" in line for line in found.swedish)


# --- size ---------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["stor.yaml", "provtal.regioner.csv"])
def test_50_mb_are_refused_unread(tmp_path: Path, name: str) -> None:
    with (tmp_path / name).open("wb") as large:
        large.truncate(50_000_000)

    found = check(tmp_path)

    assert found.code == 1
    assert len(found.swedish) == 1
    assert found.swedish[0].startswith(f"{name}:1:1: Filen är 50 000 000 byte; högst ")
    assert "Dela upp filen" in found.swedish[0]
    assert "Split the file" in found.english[0]


# --- characters ---------------------------------------------------------------------


def test_a_tab_is_the_one_problem_of_its_file(tmp_path: Path) -> None:
    write(tmp_path, prov_yaml=agreement().replace("    belopp:", "\tbelopp:"))

    found = check(tmp_path)

    assert found.code == 1
    assert found.swedish == [
        "prov.yaml:14:1: Raden är indragen med tabbtecken. Dra in med mellanslag; YAML tillåter inte tabbar."
    ]
    assert found.english == [
        "prov.yaml:14:1: The line is indented with a tab. Indent with spaces; YAML does not allow tabs."
    ]


def test_an_unclosed_quote_is_the_one_problem_of_its_file(tmp_path: Path) -> None:
    write(tmp_path, prov_yaml=agreement().replace("namn: Till alla", 'namn: "Till alla'))

    found = check(tmp_path)

    assert found.code == 1
    assert len(found.swedish) == 1, "what stands before the quote is not missing"
    assert found.swedish[0].startswith("prov.yaml:")
    assert "går inte att läsa som YAML" in found.swedish[0]


def test_latin_1_in_an_agreement(tmp_path: Path) -> None:
    write(tmp_path, prov_yaml=agreement().encode("latin-1"))

    found = check(tmp_path)

    assert found.code == 1
    assert found.swedish == [
        "prov.yaml:3:7: Byten 0xF6 är inte UTF-8; filen är troligen sparad som Latin-1 eller Windows-1252."
        " Spara om filen som UTF-8."
    ]
    assert found.english[0].endswith("Save the file again as UTF-8.")


def test_latin_1_in_a_figure(tmp_path: Path) -> None:
    own = agreement(key="{andel av: provtal, per: 2023-12-31}")
    write(tmp_path, prov_yaml=own, provtal_regioner_csv=figure(HUNDRED).encode("latin-1"))

    (problem,) = check(tmp_path).swedish
    assert problem.startswith("provtal.regioner.csv:9:8: Byten 0xE4 är inte UTF-8")


def test_a_byte_order_mark_is_passed_over_and_places_do_not_move(tmp_path: Path) -> None:
    marked = b"\xef\xbb\xbf"
    write(tmp_path / "rätt", prov_yaml=marked + agreement(key="{andel av: provtal, per: 2023-12-31}").encode())
    write(tmp_path / "rätt", provtal_regioner_csv=marked + figure(HUNDRED).encode())
    write(tmp_path / "fel", prov_yaml=marked + agreement().replace("id: prov-2024", "id: Prov 2024").encode())

    assert (check(tmp_path / "rätt").code, check(tmp_path / "rätt").swedish) == (0, [])
    assert check(tmp_path / "fel").swedish[0].startswith("prov.yaml:1:5: 'Prov 2024' kan inte vara ett id.")


def test_a_control_character(tmp_path: Path) -> None:
    write(tmp_path, prov_yaml=agreement().replace("Till alla", "Till\x00alla"))

    found = check(tmp_path)

    assert found.code == 1
    assert found.swedish == [
        "prov.yaml:13:15: U+0000 är ett tecken som YAML inte tillåter. Ta bort det och spara som UTF-8."
    ]


@pytest.mark.parametrize("text", ["", "\n\n", "# bara en kommentar\n"])
def test_a_file_that_says_nothing(tmp_path: Path, text: str) -> None:
    write(tmp_path, tom_yaml=text)

    found = check(tmp_path)

    assert found.code == 1
    assert found.swedish == ["tom.yaml:1:1: Filen är tom. Börja med 'id:' och 'namn:'."]


# --- what is not ours, and what is not there ----------------------------------------


@pytest.mark.parametrize("name", ["README.md", "avtal.txt", "avtal"])
def test_a_file_that_is_neither_agreement_nor_figure(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("hej", encoding="utf-8")

    found = check(tmp_path / name)

    assert found.code == 1
    assert found.swedish == [
        f"{name}:1:1: Filen är varken ett avtal (.yaml) eller ett underlag (.csv). Ange en sådan fil, eller en mapp."
    ]
    assert found.english[0].endswith("Give such a file, or a folder.")


def test_a_csv_whose_name_says_nothing(tmp_path: Path) -> None:
    (tmp_path / "tabell.csv").write_text("kod;belopp\n", encoding="utf-8")

    (problem,) = check(tmp_path / "tabell.csv").swedish
    assert problem.startswith("tabell.csv:1:1: Filnamnet 'tabell.csv' säger inte vilket underlag det är. Döp filen ")


@pytest.mark.parametrize("name", ["saknas", "saknas.yaml", "saknas.regioner.csv"])
def test_a_path_that_leads_nowhere(tmp_path: Path, name: str) -> None:
    found = check(tmp_path / name)

    assert found.code == 1
    assert len(found.swedish) == 1
    assert found.swedish[0].startswith(f"{name}:1:1: ")
    assert "finns inte" in found.swedish[0]
    assert "does not exist" in found.english[0]


def test_an_empty_folder_is_not_called_sound(tmp_path: Path) -> None:
    answer = overens("check", tmp_path)

    assert answer.code == 1, "nothing was checked: a mistyped path must not pass"
    assert str(tmp_path) in answer.out
    assert "Traceback" not in answer.said


def test_names_with_swedish_letters_and_spaces(tmp_path: Path) -> None:
    folder = write(tmp_path / "Mina avtal åäö", prov_yaml=agreement("1.000 kr"))

    answer = overens("check", folder, columns=120)

    assert answer.code == 1
    assert f"{folder}/prov.yaml:14:13: " in answer.said
    assert overens("check", folder / "prov.yaml").code == 1
    assert f"{folder}/prov.yaml:7:9: " in refused("year", "2024", "--library", folder)


# --- what is checked ----------------------------------------------------------------


def test_what_is_in_the_library_too_is_checked_all_the_same(tmp_path: Path) -> None:
    write(tmp_path / "avtal", prov_yaml=agreement("1.000 kr"))

    alone = overens("check", tmp_path / "avtal")
    within = overens("check", tmp_path / "avtal", "--library", tmp_path)

    assert (within.code, within.out) == (alone.code, alone.out)
    assert within.code == 1


# --- figures that no agreement names ------------------------------------------------


def test_a_faulty_figure_is_found_when_it_is_what_is_checked(tmp_path: Path) -> None:
    write(tmp_path, provtal_regioner_csv=figure(HUNDRED | {"09": "elva"}))

    for path in (tmp_path / "provtal.regioner.csv", tmp_path):
        found = check(path)
        assert found.code == 1
        assert [line.split(". ")[0] for line in found.swedish if "elva" in line] == [
            "provtal.regioner.csv:18:17: 'elva' är inget värde"
        ]


def test_a_faulty_figure_is_not_shown_as_if_it_were_sound(tmp_path: Path) -> None:
    write(tmp_path, provtal_regioner_csv=figure(HUNDRED | {"09": "elva"}))

    assert "provtal.regioner.csv:18:17: 'elva' är inget värde." in refused(
        "figures", "show", "provtal", "--library", tmp_path
    )
