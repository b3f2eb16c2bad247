"""overens read of what was made to harm: nothing is obeyed, nothing grows out of hand, and a sentence says what is wrong."""

from __future__ import annotations

import csv
import gc
import os
import re
import subprocess
import weakref
from pathlib import Path

import pytest

from tests.cli.running import SCRIPT, overens
from tests.cli.test_wrong_use import wrong

OBEYED = re.compile("[\x1b\x07\x9b\u202e\u2066]")
EVIL = (
    "Till kajer går 5 miljoner kronor \x1b]0;titel\x07\x1b[31mi år \x9b31m\u202eoch </mark><script>x</script> 2031.\n"
    + "Kajen. " * 90
)


def on_terminal(*args: str | Path) -> str:
    """Return all that the command writes to a terminal, on stdout and stderr."""
    inside, outside = os.openpty()
    with subprocess.Popen([str(SCRIPT), *map(str, args)], stdin=outside, stdout=outside, stderr=outside):
        os.close(outside)
        written = b""
        try:
            while part := os.read(inside, 65_536):
                written += part
        except OSError:  # the other end is closed: Linux says so with an error
            pass
    os.close(inside)
    return written.decode()


@pytest.mark.parametrize("form", ["--csv", "--csv-excel", "--json", "--html", "--draft"])
def test_a_terminal_obeys_nothing_in_the_text_whatever_the_form(tmp_path: Path, form: str) -> None:
    file = tmp_path / "elak.txt"
    file.write_text(EVIL, encoding="utf-8")

    said = on_terminal("read", file, form, "--no-library")

    assert "Det är ingen text" not in said
    assert len(said) > 300
    assert not OBEYED.search(said)


def test_a_program_gets_the_text_exactly_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "elak.txt"
    file.write_text(EVIL, encoding="utf-8")

    assert "\x1b[31mi år" in overens("read", file, "--csv").out


def test_a_file_name_is_told_on_one_line_that_a_terminal_does_not_obey(tmp_path: Path) -> None:
    said = overens("read", tmp_path / "rad\nbryt\x1b[31m\u202e.txt").err

    assert said.count("\n") == 1
    assert "rad bryt [31m .txt:1:1: Filen går inte att läsa (den finns inte)." in said
    assert not OBEYED.search(on_terminal("read", tmp_path / "\x1b[31m\u202e.txt"))


@pytest.mark.parametrize("form", ["", "--csv", "--html"])
def test_thousands_of_values_in_one_sentence_each_quote_only_the_words_around_them(tmp_path: Path, form: str) -> None:
    file = tmp_path / "utan-punkt.txt"
    sums = " och ".join(f"{n} miljoner kronor den {n % 28 + 1} mars 2031" for n in range(1, 1501))
    file.write_text(f"Till kajer går {sums}.\n", encoding="utf-8")

    answer = overens("read", file, *filter(None, [form]), "--no-library")

    assert answer.code == 0
    assert len(answer.out) < 3_000 * 2_500


def test_the_words_around_a_value_hold_the_value(tmp_path: Path) -> None:
    file = tmp_path / "utan-punkt.txt"
    sums = " och ".join(f"{n} miljoner kronor" for n in range(1, 301))
    file.write_text(f"Till kajer går {sums}.\n", encoding="utf-8")

    rows = list(csv.DictReader(overens("read", file, "--csv").lines))

    assert len(rows) == 300
    assert all(row["text"] in row["sentence"] for row in rows)
    assert rows[0]["sentence"].startswith("Till kajer går 1 miljoner")
    assert rows[0]["sentence"].endswith(" …")
    assert rows[150]["sentence"].startswith("… ")
    assert rows[-1]["sentence"].endswith("300 miljoner kronor.")


def test_a_date_over_two_lines_that_were_taken_for_a_sentence_each_has_both(tmp_path: Path) -> None:
    file = tmp_path / "rader.txt"
    file.write_text("Ansökan ska ha kommit in senast den 1 december\n\n2031 till hamnen.\n", encoding="utf-8")

    answer = overens("read", file, "--json").json

    text = file.read_text(encoding="utf-8")
    for date in answer["dates"]:
        held = text[date["sentence"]["start"] : date["sentence"]["end"]]
        assert date["text"] in held


@pytest.mark.parametrize("form", [(), ("--json",), ("--html",), ("--draft",)])
def test_the_document_itself_is_never_written_over(tmp_path: Path, form: tuple[str, ...]) -> None:
    file = tmp_path / "beslut.txt"
    file.write_text("Till kajer går 5 miljoner kronor.\n", encoding="utf-8")
    (tmp_path / "lank.txt").symlink_to(file)

    for out in (file, tmp_path / "lank.txt"):
        assert "är dokumentet som läses; ange en annan fil." in wrong("read", file, *form, "--out", out)[0]
    assert file.read_text(encoding="utf-8") == "Till kajer går 5 miljoner kronor.\n"


ROWS = "".join(
    f"| Region {name} | {n} |\n" for n, name in enumerate(("Uppsala", "Skåne", "Dalarna", "Halland", "Gävleborg"), 1)
)
WITH_TABLE = (
    "# Hamnar 2031\n\nRegionerna får totalt 15 miljoner kronor under 2031.\n\n"
    f"Fördelning, miljoner kronor\n\n| Region | Miljoner kronor |\n| --- | --- |\n{ROWS}| Summa | 15 |\n"
)


def test_a_table_that_was_mended_by_hand_is_not_written_over_with_a_draft(tmp_path: Path) -> None:
    file, draft = tmp_path / "hamnar.md", tmp_path / "utkast.yaml"
    file.write_text(WITH_TABLE, encoding="utf-8")
    assert overens("read", file, "--draft", "--out", draft).code == 0
    assert overens("read", file, "--draft", "--out", draft).code == 0
    (table,) = (tmp_path / "underlag").iterdir()
    table.write_text("lagad\n", encoding="utf-8")
    draft.unlink()

    said = wrong("read", file, "--draft", "--out", draft)[0]

    assert f"{table} finns redan och är en annan;" in said
    assert table.read_text(encoding="utf-8") == "lagad\n"
    assert not draft.exists()


def test_nothing_is_written_beside_a_device_or_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    file = tmp_path / "hamnar.md"
    file.write_text(WITH_TABLE, encoding="utf-8")

    assert overens("read", file, "--draft", "--out", tmp_path / "saknas" / "utkast.yaml").code == 3
    assert "hör tabellen underlag/" in overens("read", file, "--draft", "--out", "/dev/null").err
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize("form", ["--csv", "--all"])
def test_only_one_document_is_held_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    from overens.usecases import read

    made: list[weakref.ref[read.Reading]] = []
    most: list[int] = []

    def counted(path: Path, *, published: str = "") -> object:
        found = original(path, published=published)
        assert isinstance(found, read.Reading)
        made.append(weakref.ref(found))
        gc.collect()
        most.append(sum(one() is not None for one in made))
        return found

    original = read.read_file
    monkeypatch.setattr(read, "read_file", counted)
    file = tmp_path / "hamnar.md"
    file.write_text(WITH_TABLE, encoding="utf-8")

    assert overens("read", *[file] * 6, form, "--no-library", "--out", tmp_path / "svar").code == 0
    assert max(most) <= 3
