"""overens outcomes: exit codes, what is said, what is written, and JSON."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from overens.intake.register import read_register
from tests.cli.running import overens
from tests.cli.shapes import has

CODES = [one.code for one in read_register().regions]
HEAD = """\
# källa: Provmätningen
# känd från: 2024-03-15
# slag: syntetisk
# licens: fri
# nyckeltal:
#   op: {namn: Operationer, mått: volym}
nyckeltal;per;kod;värde
"""
SOUND = HEAD + "".join(f"op;2024-01;{code};7\n" for code in CODES)
TODAY = ("--today", "2026-01-01")


def outcomes(folder: Path, text: str = SOUND) -> Path:
    path = folder / "utfall.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_template_is_written_once_and_never_over(tmp_path: Path) -> None:
    path = tmp_path / "mall.csv"
    args = ("outcomes", "template", "--indicator", "op", "--from", "2024-01", "--to", "2024-02", "-o", path)
    assert overens(*args).code == 0
    before = path.read_bytes()
    again = overens(*args)
    assert (again.code, "finns redan och skrivs inte över" in again.said) == (2, True)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("--from", "2024-02", "--to", "2024-01", "-o", "m.csv"), "varken månader eller år i följd"),
        (("--from", "2024-01", "--to", "2024-02", "-o", "m.ods"), "ska sluta på .xlsx eller .csv"),
        (("--from", "2024-01", "--to", "2024-02"), "-o"),
        (("--from", "i fjol", "--to", "2024-02", "-o", "m.csv"), "'i fjol' är inget datum"),
    ],
)
def test_wrong_use_of_a_template_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, args: tuple[str, ...], words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    answer = overens("outcomes", "template", "--indicator", "op", *args)
    assert (answer.code, list(tmp_path.iterdir())) == (2, [])
    assert words in answer.said


def test_check_writes_nothing_and_tells_a_gap_without_failing(tmp_path: Path) -> None:
    answer = overens("outcomes", "check", outcomes(tmp_path, SOUND + "op;2024-02;01;5\n"), *TODAY)
    assert answer.code == 0
    assert "varning: Region Uppsala saknar värde för 2024-02." in answer.said
    assert list(tmp_path.iterdir()) == [tmp_path / "utfall.csv"]


def test_errors_are_told_in_either_language_and_nothing_is_written(tmp_path: Path) -> None:
    path = outcomes(tmp_path, SOUND.replace(";01;7", ";01;sju"))
    answer = overens("outcomes", "import", path, "--to", tmp_path / "ut", *TODAY)
    assert answer.code == 1
    assert "Rad 8 ('sju'): Där står text i stället för ett tal." in answer.said
    assert "Inget har skrivits." in answer.said
    english = overens("outcomes", "import", path, "--to", tmp_path / "ut", *TODAY, language="en")
    assert "Line 8 ('sju'): There is text instead of a number." in english.said
    assert not (tmp_path / "ut").exists()


def test_import_check_and_show_go_together(tmp_path: Path) -> None:
    folder = tmp_path / "ut"
    answer = overens("outcomes", "import", outcomes(tmp_path), "--to", folder, *TODAY)
    assert (answer.code, "Skrev" in answer.said) == (0, True)
    assert overens("check", folder).code == 0
    shown = overens("figures", "show", "op", "--library", folder)
    assert "syntetisk" in shown.said
    assert "inget nytt" in overens("outcomes", "import", outcomes(tmp_path), "--to", folder, *TODAY).said


def test_json_has_problems_by_cell_and_the_files_written(tmp_path: Path) -> None:
    answer = overens("outcomes", "import", outcomes(tmp_path), "--to", tmp_path / "ut", *TODAY, "--json").json
    has(answer, file=str, known_from=str, kind=str, indicators=list, problems=list, figures=list)
    assert answer["indicators"] == [{"id": "op", "values": 21, "periods": ["2024-01"]}]
    assert [(one["id"], one["becomes"], one["values"]) for one in answer["figures"]] == [("op", "first", 21)]
    wrong = overens("outcomes", "check", outcomes(tmp_path, SOUND.replace(";7\n", ";-1\n")), *TODAY, "--json").parsed
    (problem,) = wrong["problems"]
    has(problem, cells=list, severity=str, message=str, remedy=str)
    assert (problem["sheet"], problem["cells"][:2], problem["severity"]) == (None, ["8", "9"], "error")


def test_a_full_disk_is_told_with_exit_3_and_nothing_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    answer = overens("outcomes", "import", outcomes(tmp_path), "--to", tmp_path / "ut", *TODAY)
    assert (answer.code, "Disken är full" in answer.said) == (3, True)
    assert list((tmp_path / "ut").iterdir()) == []


@pytest.mark.parametrize("name", ["finns-inte.xlsx", "."])
def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, name: str) -> None:
    answer = overens("outcomes", "check", tmp_path / name, *TODAY)
    assert answer.code == 1
    assert "Traceback" not in answer.said


def test_a_folder_that_is_a_file_is_wrong_use(tmp_path: Path) -> None:
    answer = overens("outcomes", "import", outcomes(tmp_path), "--to", tmp_path / "utfall.csv", *TODAY)
    assert (answer.code, "är en fil; ange en mapp" in answer.said) == (2, True)
