"""overens press 2024: the year's announcement as text, Markdown, Word and JSON."""

from __future__ import annotations

import os
import pty
import sys
from pathlib import Path

import pytest

from overens.usecases.read import Reading, read_bytes, read_file
from tests.cli.own_files import AGREEMENT
from tests.cli.running import Answer, asked, document, overens, process

HOSTILE = "Stöd | till *fyrar* # <b>nya</b> `x` " + "å" * 160
"""A name of two hundred signs, with those that Markdown and pages obey."""


def test_it_is_shown_in_the_terminal() -> None:
    said = asked("press", "2024").said
    assert "De 20 bidragen för 2024 omfattar tillsammans ≈ 26 061,8 Mkr." in said
    assert "Tryckt Säkert Härlett Rest" in said
    assert asked("press", "2024", "--lang", "en").said.count("The 20 grants for 2024") == 1


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_no_line_is_wider_than_it_must_be(columns: int) -> None:
    lines = [line for line in asked("press", "2018", columns=columns).lines if "──" not in line]
    assert max(map(len, lines)) <= max(columns, 80)


def test_markdown_to_a_pipe_is_the_file(tmp_path: Path) -> None:
    out = tmp_path / "press.md"
    assert overens("press", "2024", "--markdown", "--out", out).code == 0
    assert out.read_text(encoding="utf-8") == asked("press", "2024", "--markdown").out
    assert out.read_text(encoding="utf-8").startswith("# Statsbidragen till regioner och kommuner 2024\n")


def test_word_is_the_same_bytes_each_time_and_is_read_again(tmp_path: Path) -> None:
    first, second = tmp_path / "a.docx", tmp_path / "b.docx"
    for out in (first, second):
        answer = overens("press", "2024", "--docx", "--out", out)
        assert (answer.code, answer.out) == (0, "")
    assert first.read_bytes() == second.read_bytes()
    assert isinstance(read_file(first), Reading)


def test_word_goes_down_a_pipe_but_not_to_a_terminal() -> None:
    main, terminal = pty.openpty()
    try:
        shown = process("press", "2024", "--docx", stdout=terminal)
    finally:
        os.close(terminal)
        os.close(main)
    assert (shown.code, "Ange --out FIL.docx" in shown.said) == (2, True)


def test_json_has_the_figures_and_the_text() -> None:
    told = document("press", "2024")
    assert told["total_kr"] == 26_061_800_000
    assert told["regions"][0]["computed_kr"] == 3_436_470_730
    assert sum(row["computed_kr"] for row in told["counties"]) == 938_500_000
    assert {one["block"] for one in told["text"]} == {"heading", "paragraph", "list", "note", "table"}
    assert told["citation"]["address"] == "overens press 2024"
    assert len(told["citation"]["run"]["whole"]) == 64


def test_the_day_is_cited() -> None:
    told = document("press", "2024", "--as-known-on", "2023-12-21")
    assert told["citation"]["address"] == "overens press 2024 --as-known-on 2023-12-21"
    assert (told["missing"], told["not_found"]) == ([], 0)


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("20x4",), "'20x4' är inget år"),
        ((), "ÅR"),
        (("2024", "--markdown", "--docx"), "Välj en av --json, --markdown och --docx."),
        (("2024", "--json", "--docx"), "Välj en av --json, --markdown och --docx."),
        (("2024", "--csv"), "--csv"),
        (("2024", "--docx", "--out", "."), "är en mapp"),
    ],
)
def test_wrong_use_is_said(args: tuple[str, ...], said: str) -> None:
    answer = overens("press", *args)
    assert (answer.code, said in answer.said) == (2, True), answer.said


@pytest.mark.parametrize("year", ["1990", "2015", "2027", "2100"])
def test_a_year_without_agreements_is_told_as_such(year: str) -> None:
    answer = asked("press", year)
    assert answer.code == 0
    assert f"Inget avtal för {year} finns i biblioteket" in answer.said
    assert document("press", year)["agreements"] == []


def test_without_the_extra_it_says_which_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    answer = overens("press", "2024", "--docx", "--out", tmp_path / "x.docx")
    assert answer.code == 3
    assert 'pip install "overens[word]"' in answer.said
    assert not list(tmp_path.iterdir())


def own(folder: Path, *args: str | Path) -> Answer:
    return overens("press", "2024", "--library", folder, *args)


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A library of one's own with an agreement whose names hold what Markdown and pages obey."""
    amount = "1 234 000 kr"
    written = AGREEMENT.format(total=amount, amount=amount, to="regioner", key="lika", more="")
    written = written.replace("namn: Prov", f'namn: "{HOSTILE}"').replace("namn: Till alla", f'namn: "{HOSTILE}"')
    folder = tmp_path / "avtal"
    folder.mkdir()
    (folder / "prov-2024.yaml").write_text(written, encoding="utf-8")
    return tmp_path


def test_hostile_names_break_no_form(hostile: Path) -> None:
    markdown = own(hostile, "--markdown")
    assert markdown.code == 0, markdown.err
    [heading] = [line for line in markdown.lines if line.startswith("### ") and "fyrar" in line]
    assert heading.startswith("### Stöd \\| till \\*fyrar\\* # \\<b\\>nya\\</b\\> \\`x\\` å")
    tables = [line for line in markdown.lines if line.startswith("|")]
    assert all(line.endswith("|") for line in tables)
    out = hostile / "x.docx"
    assert own(hostile, "--docx", "--out", out).code == 0
    read = [read_bytes(markdown.out.encode()), read_file(out)]
    for one in read:
        assert isinstance(one, Reading)
        assert 1_234_000 in {amount.mention.kr for amount in one.said.amounts}
    assert HOSTILE[:30] in own(hostile).said
