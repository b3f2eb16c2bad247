"""overens fmt: what is rewritten, only told, shown or refused; a refused file is untouched to the byte."""

from __future__ import annotations

import errno
import io
import os
import stat
import sys
from pathlib import Path

import pytest

from tests.cli.own_files import agreement, write
from tests.cli.running import Answer, overens
from tests.cli.shapes import has, is_problem

TEXT = agreement()


def fixed(text: str) -> str:
    """Return the text in the fixed form."""
    return str(overens_stdin(text).out)


def overens_stdin(text: str, *args: str) -> Answer:
    """Run 'overens fmt -' with the text on standard input."""
    before = sys.stdin
    sys.stdin = io.TextIOWrapper(io.BytesIO(text.encode("utf-8", "surrogateescape")), encoding="utf-8")
    try:
        return overens("fmt", "-", *args)
    finally:
        sys.stdin = before


def test_a_file_is_rewritten_keeps_its_rights_and_is_then_as_it_should_be(tmp_path: Path) -> None:
    path = write(tmp_path, prov_yaml=TEXT) / "prov.yaml"
    path.chmod(0o640)

    first, second = overens("fmt", path), overens("fmt", path)

    assert (first.code, first.err) == (0, "")
    assert f"{path}: skrevs om," in first.said
    assert path.read_text(encoding="utf-8") == fixed(TEXT) != TEXT
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert "0 filer skrevs om, 1 i fast form redan" in second.said
    assert list(tmp_path.iterdir()) == [path]
    assert overens("check", path).code == 0


@pytest.mark.parametrize("option", ["--check", "--diff"])
def test_to_tell_is_not_to_write(tmp_path: Path, option: str) -> None:
    path = write(tmp_path, prov_yaml=TEXT) / "prov.yaml"

    answer = overens("fmt", option, path)

    assert answer.code == 1
    assert "skulle skrivas om" in answer.said
    assert path.read_text(encoding="utf-8") == TEXT
    overens("fmt", path)
    assert overens("fmt", option, path).code == 0


def test_the_difference_is_shown_line_by_line(tmp_path: Path) -> None:
    lines = overens("fmt", "--diff", write(tmp_path, prov_yaml=TEXT), "--lang", "en").lines

    assert any(line.startswith("--- ") for line in lines)
    assert "+    källa: k" in lines
    assert lines[-1].startswith("1 file would be rewritten")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (TEXT.replace("2023-12-20", "2023-02-31"), 5),
        (TEXT.replace("namn: Prov", "namn: Prov # en anteckning"), 2),
        ("a: [", 2),
        ("", 1),
        (TEXT.replace("namn: Prov", "namn: &x Prov"), 2),
        (TEXT.replace("namn: Prov", "namn: Prov\nnamn: Två"), 3),
        (TEXT.replace("namn: Prov", "namm: Prov"), 2),
    ],
)
def test_a_refused_file_is_untouched_and_the_others_are_rewritten(tmp_path: Path, text: str, line: int) -> None:
    folder = write(tmp_path, prov_yaml=text, sund_yaml=TEXT.replace("prov-2024", "sund-2024"))

    answer = overens("fmt", folder)

    assert answer.code == 1
    assert f"prov.yaml:{line}:" in answer.said
    assert "1 orörda på grund av problem" in answer.said
    assert (folder / "prov.yaml").read_bytes() == text.encode()
    assert overens("fmt", "--check", folder / "sund.yaml").code == 0


def test_comments_are_dropped_only_when_asked(tmp_path: Path) -> None:
    path = write(tmp_path, prov_yaml=f"# rubrik\n{TEXT}") / "prov.yaml"

    refused, done = overens("fmt", path), overens("fmt", path, "--drop-comments")

    assert (refused.code, done.code) == (1, 0)
    assert (
        "prov.yaml:1:1: Kommentaren '# rubrik' finns inte i den fasta formen. Flytta den till 'anmärkning'"
        in refused.said
    )
    assert "1 kommentar borttagna." in done.said
    assert path.read_text(encoding="utf-8") == fixed(TEXT)


def test_standard_input_goes_to_standard_output() -> None:
    answer = overens_stdin(TEXT)

    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith("id: prov-2024\n")
    assert overens_stdin(answer.out).out == answer.out
    assert overens_stdin(answer.out, "--check").code == 0


def test_standard_input_with_errors_gives_nothing_on_standard_output() -> None:
    answer = overens_stdin(TEXT.replace("2023-12-20", "igår"))

    assert (answer.code, answer.out) == (1, "")
    assert answer.err.startswith("-:5:11: 'igår' är inget datum.")
    assert overens_stdin("\udcff").err.startswith("-:1:1: Byten 0xFF")


def test_standard_input_stands_alone(tmp_path: Path) -> None:
    answer = overens("fmt", "-", tmp_path)

    assert answer.code == 2
    assert "utan andra filer" in answer.err


def test_windows_line_ends_become_the_one_kind(tmp_path: Path) -> None:
    path = write(tmp_path, prov_yaml=TEXT.replace("\n", "\r\n").encode()) / "prov.yaml"

    assert overens("fmt", path).code == 0
    assert path.read_bytes() == fixed(TEXT).encode()


# --- what the machine refuses -------------------------------------------------------


@pytest.mark.parametrize(
    ("stopped", "code"), [(KeyboardInterrupt(), 130), (OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)), 3)], ids=str
)
def test_what_stops_it_half_way_says_how_many_were_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stopped: BaseException, code: int
) -> None:
    folder = write(tmp_path, a_yaml=TEXT, b_yaml=TEXT.replace("prov-2024", "andra-2024"))

    def refuse(path: Path, text: str) -> None:
        if path.name == "b.yaml":
            raise stopped
        path.write_text(text, encoding="utf-8")

    monkeypatch.setattr("overens.usecases.rewrite.write_whole", refuse)

    answer = overens("fmt", folder)

    assert answer.code == code
    assert "Avbrutet. 1 fil hann skrivas om, var och en hel; kör igen för resten." in answer.err
    assert "Inget har skrivits" not in answer.err


def test_a_file_that_its_owner_has_locked_is_not_rewritten(tmp_path: Path) -> None:
    path = write(tmp_path, prov_yaml=TEXT) / "prov.yaml"
    path.chmod(0o444)

    answer = overens("fmt", path)

    assert answer.code == 3
    assert str(path) in answer.err
    assert path.read_text(encoding="utf-8") == TEXT


def test_a_sum_beyond_all_reason_is_refused(tmp_path: Path) -> None:
    answer = overens("fmt", write(tmp_path, prov_yaml=agreement("9" * 60 + " kr")))

    assert answer.code == 1
    assert "är orimligt stort. Räkna nollorna" in answer.said


# --- as JSON ------------------------------------------------------------------------


def test_the_document_says_what_became_of_each_file(tmp_path: Path) -> None:
    folder = write(tmp_path, a_yaml=TEXT, b_yaml="a: [", c_yaml=fixed(TEXT))

    answer = overens("fmt", folder, "--json")

    assert (answer.code, answer.err) == (1, "")
    assert sorted(answer.parsed) == ["files", "problems"]
    for file in answer.parsed["files"]:
        has(file, file=str, kind=str, result=str, written=bool, lines_changed=int, comments_dropped=int)
        assert file["kind"] in {"agreement", "amendment", "series", "totals", "announcements"}
    assert [(f["result"], f["written"]) for f in answer.parsed["files"]] == [
        ("changed", True),
        ("refused", False),
        ("unchanged", False),
    ]
    assert [f["text"] for f in answer.parsed["files"]] == [fixed(TEXT), None, fixed(TEXT)]
    for problem in answer.parsed["problems"]:
        is_problem(problem)


def test_a_file_that_cannot_be_read_has_no_kind(tmp_path: Path) -> None:
    (file,) = overens("fmt", tmp_path / "finns-inte.yaml", "--json").parsed["files"]

    assert (file["kind"], file["result"], file["text"]) == (None, "refused", None)
