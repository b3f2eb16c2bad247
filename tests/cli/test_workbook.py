"""--xlsx: a file with formulas, the same as the portal's but for where that stands; and every way of asking wrongly for it."""

from __future__ import annotations

import errno
import os
import pty
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from starlette.testclient import TestClient

from overens.web.app import create_app
from overens.web.shelf import Shelf
from tests.cli.own_files import agreement, write
from tests.cli.running import overens
from tests.web.conftest import TODAY

DAY = ("--as-known-on", "2024-02-01")
SAME = {
    "/2024.xlsx": ("year", "2024"),
    "/2024/nassjo.xlsx": ("place", "nässjö", "2024"),
    "/2024/andring.xlsx?fran=2023": ("compare", "2023", "2024"),
    "/2024/alla-bidrag.xlsx": ("grants", "2024"),
    "/avtal/tillganglighet-2024.xlsx": ("agreement", "tillganglighet-2024"),
    "/2024/nassjo/omstallning-socialtjanst-2024/kommuner.xlsx": (
        "explain",
        "nässjö",
        "omstallning-socialtjanst-2024/kommuner",
    ),
}
QUESTIONS = tuple(SAME.values())


def rows(book: bytes) -> dict[str, list[list[Any]]]:
    read = load_workbook(BytesIO(book))
    return {page.title: [[cell.value for cell in row] for row in page.iter_rows()] for page in read}


def without_addresses(page: list[list[Any]]) -> list[list[Any]]:
    """Return the rows without the last column, where that leads to pages: the terminal knows no portal to lead to."""
    leads = any(row[-1] in ("Sida", "Varför: sidans adress") for row in page)
    return [row[:-1] for row in page] if leads else page


@pytest.mark.parametrize("address", SAME)
def test_both_doors_give_the_same_workbook(tmp_path: Path, address: str) -> None:
    file = tmp_path / "bok.xlsx"
    answer = overens(*SAME[address], *DAY, "--xlsx", "--out", file)
    assert (answer.code, answer.out, answer.err) == (0, "", f"Skrev {file}.\n")
    portal = TestClient(create_app(Shelf(), lambda: TODAY))
    sent = portal.get(f"{address}{'&' if '?' in address else '?'}as-known-on=2024-02-01")
    mine, theirs = rows(file.read_bytes()), rows(sent.content)
    cover = next(iter(mine))
    assert {name: page for name, page in mine.items() if name != cover} == {
        name: without_addresses(page) for name, page in theirs.items() if name != cover
    }
    differ = [(a, b) for a, b in zip(mine[cover], theirs[cover], strict=True) if a != b]
    assert all("http://testserver" in str(b) and str(a) == str(b).replace("http://testserver", "") for a, b in differ)


@pytest.mark.parametrize("question", QUESTIONS, ids=" ".join)
def test_a_workbook_needs_a_file(question: tuple[str, ...]) -> None:
    swedish, english = (overens(*question, "--xlsx", "--lang", one) for one in ("sv", "en"))
    assert (swedish.code, english.code) == (2, 2)
    assert swedish.err.startswith("--xlsx ger en fil, inte text. Ange vilken med --out")
    assert english.err.startswith("--xlsx gives a file, not text. Name it with --out")


def test_a_workbook_is_not_shown_in_a_terminal() -> None:
    ours, terminal = pty.openpty()
    try:
        answer = overens("year", "2024", "--xlsx", "--out", os.ttyname(terminal))
    finally:
        os.close(ours)
        os.close(terminal)
    assert answer.code == 2
    assert "är en terminal; en arbetsbok kan inte visas där. Ange en fil." in answer.err


@pytest.mark.parametrize("other", ["--json", "--csv", "--csv-excel"])
def test_two_forms_at_once_are_refused(tmp_path: Path, other: str) -> None:
    answer = overens("grants", "2024", "--xlsx", other, "--out", tmp_path / "x.xlsx")
    assert (answer.code, list(tmp_path.iterdir())) == (2, [])
    assert "Välj en av --json, --csv, --csv-excel och --xlsx." in answer.err


def test_a_folder_that_is_asked_for_or_is_not_there(tmp_path: Path) -> None:
    folder = overens("year", "1999", "--xlsx", "--out", tmp_path)
    nowhere = overens("year", "1999", "--xlsx", "--out", tmp_path / "finns" / "inte.xlsx")
    assert (folder.code, nowhere.code) == (2, 3)
    assert "är en mapp; ange en fil." in folder.err
    assert "den finns inte" in nowhere.err


@pytest.mark.parametrize(
    ("error", "said"), [(errno.ENOSPC, "Disken är full"), (errno.EACCES, "Det går inte att läsa eller skriva")]
)
def test_what_the_machine_refuses_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: int, said: str
) -> None:
    old = tmp_path / "bok.xlsx"
    old.write_bytes(b"det gamla")

    def refuse(*_: object) -> None:
        raise OSError(error, os.strerror(error))

    monkeypatch.setattr(os, "fsync", refuse)
    answer = overens("year", "1999", "--xlsx", "--out", old)
    assert (answer.code, old.read_bytes(), list(tmp_path.iterdir())) == (3, b"det gamla", [old])
    assert said in answer.err


def test_without_the_extra_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    answer = overens("year", "1999", "--xlsx", "--out", tmp_path / "x.xlsx")
    assert (answer.code, list(tmp_path.iterdir())) == (3, [])
    assert 'pip install "overens[excel]"' in answer.err


def test_hostile_names_are_only_words(tmp_path: Path) -> None:
    hostile = agreement(amount="1 000 000 kr").replace("namn: Prov", f"namn: \"=cmd|'/c calc'!A1{'x' * 200}\"")
    folder = write(tmp_path / "egna", **{"prov-2024.yaml": hostile})
    file = tmp_path / "bok.xlsx"
    answer = overens("grants", "2024", "--library", folder, "--xlsx", "--out", file)
    assert answer.code == 0, answer.err
    cells = [cell for page in load_workbook(file) for row in page.iter_rows() for cell in row]
    named = [cell for cell in cells if str(cell.value).startswith("=cmd")]
    assert named
    assert all(cell.data_type == "s" for cell in named)
