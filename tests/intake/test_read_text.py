"""A file on disk -> its text, or where and why it cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from overens.intake.read_text import read_text
from overens.vocabulary.problems import Problem
from overens.vocabulary.wording import Language


def problem_in(path: Path, largest: int = 1_000) -> Problem:
    """Return the problem that reading the file gives."""
    found = read_text(path, shown="prov.yaml", largest=largest)
    assert isinstance(found, Problem)
    return found


def write(path: Path, raw: bytes) -> Path:
    """Write bytes to a file."""
    path.write_bytes(raw)
    return path


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"", ""),
        ("Jönköping åäö".encode(), "Jönköping åäö"),
        (b"\xef\xbb\xbfid: x\n", "id: x\n"),
        ("a\u00a0b\u202fc\u00ad".encode(), "a\u00a0b\u202fc\u00ad"),
        (b"a\r\nb\r\n", "a\r\nb\r\n"),
    ],
)
def test_text_is_utf_8_with_or_without_a_byte_order_mark(tmp_path: Path, raw: bytes, text: str) -> None:
    assert read_text(write(tmp_path / "f", raw), shown="f", largest=1_000) == text


@pytest.mark.parametrize(
    ("before", "line", "column"),
    [
        (b"", 1, 1),
        (b"slag: ", 1, 7),
        (b"id: x\nslag: ", 2, 7),
        (b"id: x\r\n\r\nslag: ", 3, 7),
    ],
)
def test_the_byte_that_is_not_utf_8_is_found_where_it_stands(
    tmp_path: Path, before: bytes, line: int, column: int
) -> None:
    problem = problem_in(write(tmp_path / "f", before + "överenskommelse".encode("latin-1")))

    assert (problem.place.file, problem.place.line, problem.place.column) == ("prov.yaml", line, column)
    assert problem.message.say().startswith("Byten 0xF6 är inte UTF-8; filen är troligen sparad som Latin-1")
    assert problem.message.say(Language.ENGLISH).startswith("The byte 0xF6 is not UTF-8")
    assert problem.remedy.say() == "Spara om filen som UTF-8."


def test_the_column_is_of_characters_as_an_editor_counts_them(tmp_path: Path) -> None:
    problem = problem_in(write(tmp_path / "f", "åäö: ".encode() + b"\xf6"))

    assert (problem.place.line, problem.place.column) == (1, 6)


@pytest.mark.parametrize("before", ["slag: ", "id: x\nslag: ", "id: x\n\nslag: "])
def test_a_byte_order_mark_moves_neither_the_place_nor_the_byte(tmp_path: Path, before: str) -> None:
    raw = before.encode() + b"\xf6"

    marked, bare = (problem_in(write(tmp_path / "f", mark + raw)) for mark in (b"\xef\xbb\xbf", b""))

    assert marked.place == bare.place
    assert marked.message.say() == bare.message.say()
    assert "0xF6" in marked.message.say()


@pytest.mark.parametrize(
    "raw", ["id: x".encode("utf-16"), "id: x".encode("utf-32"), b"\x00\xff\xfe", b"%PDF-1.7\n\xe2"]
)
def test_other_encodings_and_binary_files_are_refused(tmp_path: Path, raw: bytes) -> None:
    assert "är inte UTF-8" in problem_in(write(tmp_path / "f", raw)).message.say()


def test_exactly_the_largest_size_is_read_and_one_byte_more_is_not(tmp_path: Path) -> None:
    path = write(tmp_path / "f", b"x" * 1_000)

    assert read_text(path, shown="f", largest=1_000) == "x" * 1_000
    assert problem_in(path, largest=999).message.say().replace("\u00a0", " ") == "Filen är 1 000 byte; högst 999 läses."
    assert problem_in(path, largest=999).remedy.say().startswith("Dela upp filen")


def test_a_file_that_is_too_large_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "f", b"x" * 1_000)
    monkeypatch.setattr(Path, "open", lambda _: pytest.fail("it was read"))

    assert problem_in(path, largest=10).place.line == 1


def test_a_file_that_is_not_there_is_said_not_to_be_there(tmp_path: Path) -> None:
    problem = problem_in(tmp_path / "saknas.yaml")

    assert str(problem.place) == "prov.yaml:1:1"
    assert "finns inte" in problem.message.say()
    assert "No such file" not in problem.message.say()
    assert "does not exist" in problem.message.say(Language.ENGLISH)
    assert problem.remedy.say()


def test_a_folder_where_a_file_should_be_is_said_in_the_language_asked_for(tmp_path: Path) -> None:
    problem = problem_in(tmp_path, largest=1_000_000)

    assert "Is a directory" not in problem.message.say()
    assert "mapp" in problem.message.say()


def test_a_file_without_rights_is_said_in_the_language_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, *_: object, **__: object) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    path = write(tmp_path / "f", b"x")
    monkeypatch.setattr(Path, "open", refuse)

    problem = problem_in(path)

    assert problem.message.say().startswith("Filen går inte att läsa")
    assert "Permission denied" not in problem.message.say()
    assert "rättigheter" in problem.remedy.say()
    assert "permissions" in problem.remedy.say(Language.ENGLISH)
