"""A folder -> agreement files, tables of totals and figures, told apart by their names alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from overens.intake.library_folder import LibraryFiles, add_file, figure_name, list_library
from overens.intake.register import shipped_library
from overens.vocabulary.recipients import RecipientKind
from overens.vocabulary.wording import Language

REGION, MUNICIPALITY, AREA = RecipientKind.REGION, RecipientKind.MUNICIPALITY, RecipientKind.AREA


def touch(folder: Path, *names: str) -> Path:
    """Make empty files in a folder; nothing here is ever opened."""
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
    return folder


def agreements(found: LibraryFiles) -> list[str]:
    """Return the shown names of the agreement files."""
    return [file.shown for file in found.agreements]


def test_agreements_are_yaml_at_any_depth_in_order(tmp_path: Path) -> None:
    touch(tmp_path, "b.yml", "a.yaml", "avtal/2024/c.yaml", "avtal/2023/d.yaml")

    assert agreements(list_library([(tmp_path, "")])) == ["a.yaml", "b.yml", "avtal/2023/d.yaml", "avtal/2024/c.yaml"]


def test_hidden_files_and_folders_are_passed_over(tmp_path: Path) -> None:
    touch(tmp_path, ".dold.yaml", ".git/a.yaml", "avtal/.b.yaml.swp", "avtal/.c.yaml", "d.yaml", ".venv/x/e.yaml")

    found = list_library([(tmp_path, "")])

    assert agreements(found) == ["d.yaml"]
    assert found.problems == []


def test_a_folder_whose_own_name_is_hidden_is_read_when_it_is_asked_for(tmp_path: Path) -> None:
    touch(tmp_path / ".mitt", "a.yaml")

    assert agreements(list_library([(tmp_path / ".mitt", "")])) == ["a.yaml"]


def test_other_files_are_none_of_our_business(tmp_path: Path) -> None:
    touch(tmp_path, "README.md", "beslut.pdf", "tabell.xlsx", "anteckningar.txt", "avtal.yaml.bak")

    found = list_library([(tmp_path, "")])

    assert (found.agreements, found.published, found.figures, found.problems) == ([], [], {}, [])


def test_figures_are_named_by_id_and_recipients(tmp_path: Path) -> None:
    touch(tmp_path, "underlag/befolkning.regioner.csv", "befolkning.kommuner.csv", "medel-2024.lan.csv")

    found = list_library([(tmp_path, "mitt")])

    assert {key: [file.shown for file in files] for key, files in found.figures.items()} == {
        ("befolkning", REGION): ["mitt/underlag/befolkning.regioner.csv"],
        ("befolkning", MUNICIPALITY): ["mitt/befolkning.kommuner.csv"],
        ("medel-2024", AREA): ["mitt/medel-2024.lan.csv"],
    }


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("befolkning.regioner.csv", ("befolkning", REGION)),
        ("N79223.regioner.csv", ("N79223", REGION)),
        ("befolkning-0-4-ar.kommuner.csv", ("befolkning-0-4-ar", MUNICIPALITY)),
        ("a.b.lan.csv", ("a.b", AREA)),
        ("befolkning.csv", None),
        (".regioner.csv", None),
        ("befolkning.län.csv", None),
        ("befolkning.regioner.csv.bak", None),
        ("befolkning.REGIONER.csv", None),
    ],
)
def test_what_a_file_name_says(name: str, meant: tuple[str, RecipientKind] | None) -> None:
    assert figure_name(name) == meant


def test_a_csv_whose_name_does_not_say_what_it_is_is_a_problem_with_what_to_call_it(tmp_path: Path) -> None:
    touch(tmp_path, "underlag/befolkning.csv")

    (problem,) = list_library([(tmp_path, "")]).problems

    assert problem.place.file == "underlag/befolkning.csv"
    assert problem.message.say() == "Filnamnet 'befolkning.csv' säger inte vilket underlag det är."
    assert "'befolkning.regioner.csv', '.kommuner.csv' eller '.lan.csv'" in problem.remedy.say()
    assert problem.message.say(Language.ENGLISH) == "The file name 'befolkning.csv' does not say which figure it is."


def test_tables_of_totals_stand_in_a_folder_of_their_own(tmp_path: Path) -> None:
    touch(tmp_path, "sammanstallningar/regiontabell.yaml", "avtal/a.yaml")

    found = list_library([(tmp_path, "")])

    assert [file.shown for file in found.published] == ["sammanstallningar/regiontabell.yaml"]
    assert agreements(found) == ["avtal/a.yaml"]


def test_a_library_that_lies_in_a_folder_of_that_name_is_not_taken_for_a_table_of_totals(tmp_path: Path) -> None:
    touch(tmp_path / "sammanstallningar", "avtal/a.yaml")

    found = list_library([(tmp_path / "sammanstallningar", "")])

    assert (agreements(found), found.published) == (["avtal/a.yaml"], [])


def test_the_register_of_recipients_is_no_figure(tmp_path: Path) -> None:
    touch(tmp_path, "mottagare/regioner.csv")

    found = list_library([(tmp_path, "")])

    assert (found.figures, found.problems) == ({}, [])


def test_several_folders_come_in_the_order_given_each_under_its_name(tmp_path: Path) -> None:
    touch(tmp_path / "ett", "a.yaml", "x.regioner.csv")
    touch(tmp_path / "två", "a.yaml", "x.regioner.csv")

    found = list_library([(tmp_path / "två", "två"), (tmp_path / "ett", "")])

    assert agreements(found) == ["två/a.yaml", "a.yaml"]
    assert [file.shown for file in found.figures[("x", REGION)]] == ["två/x.regioner.csv", "x.regioner.csv"]


@pytest.mark.parametrize("is_file", [False, True])
def test_a_folder_that_is_none_is_a_problem(tmp_path: Path, is_file: bool) -> None:
    path = tmp_path / "bibliotek"
    if is_file:
        path.touch()

    (problem,) = list_library([(path, str(path))]).problems

    assert str(problem.place) == f"{path}:1:1"
    assert problem.message.say() == ("Det är en fil, inte en mapp." if is_file else "Mappen finns inte.")


def test_the_same_folder_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "x.regioner.csv").touch()

    found = list_library([(tmp_path, "a"), (tmp_path / ".", "b")])

    assert [file.shown for file in found.figures[("x", REGION)]] == ["a/x.regioner.csv"]


def test_a_single_file_is_added_by_its_name(tmp_path: Path) -> None:
    found = LibraryFiles()

    for name in ("a.yaml", "x.regioner.csv", "README.md"):
        add_file(found, tmp_path / name, name)

    assert agreements(found) == ["a.yaml"]
    assert list(found.figures) == [("x", REGION)]


def test_a_link_that_leads_round_in_a_circle_does_not(tmp_path: Path) -> None:
    touch(tmp_path, "avtal/a.yaml")
    (tmp_path / "avtal" / "igen").symlink_to(tmp_path)

    assert agreements(list_library([(tmp_path, "")])) == ["avtal/a.yaml"]


def test_the_shipped_library_is_listed_without_problems() -> None:
    found = list_library([(shipped_library(), "")])

    assert found.problems == []
    assert "avtal/2024/kvinnors-halsa-2024.yaml" in agreements(found)
    assert all(len(files) == 1 for files in found.figures.values())
