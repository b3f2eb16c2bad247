"""A document on disk or on standard input -> its text as it stands, how it is written, and warnings."""

from __future__ import annotations

import hashlib
import os
import threading
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overens.intake.documents import read
from overens.intake.documents.decode import decode
from overens.intake.documents.document import Format, SourceDocument
from overens.intake.documents.kinds import kind_of
from overens.intake.documents.read import document_of, read_document
from overens.vocabulary.problems import Problem, Severity
from overens.vocabulary.wording import NO_BREAK_SPACE, Language
from tests.intake.documents.builders import at, docx, p, pdf

SWEDISH = "En överenskommelse på 369 miljoner för år 2024.\r\nÄndå."


def document(raw: bytes) -> SourceDocument:
    """Return the document that the bytes are."""
    found = document_of(raw, shown="-")
    assert isinstance(found, SourceDocument), found.say()
    return found


def notes(raw: bytes) -> list[str]:
    """Return the warnings, as a person sees them."""
    found = document(raw).notes
    assert all(note.severity is Severity.WARNING for note in found)
    return [note.say().replace(NO_BREAK_SPACE, " ") for note in found]


@pytest.mark.parametrize(
    ("raw", "text", "encoding"),
    [
        (SWEDISH.encode(), SWEDISH, "utf-8"),
        (SWEDISH.encode("utf-8-sig"), "\ufeff" + SWEDISH, "utf-8"),
        (SWEDISH.encode("utf-16"), SWEDISH, "utf-16"),
        (b"\xfe\xff" + SWEDISH.encode("utf-16-be"), SWEDISH, "utf-16"),
        (SWEDISH.encode("utf-16-le"), SWEDISH, "utf-16-le"),
        (SWEDISH.encode("utf-16-be"), SWEDISH, "utf-16-be"),
        (SWEDISH.encode("utf-32"), SWEDISH, "utf-32"),
        ("a\u00a0b\u202fc\u00ad\ra\x0b".encode(), "a\u00a0b\u202fc\u00ad\ra\x0b", "utf-8"),
        (b"The agreement amounts to SEK 369 million.", "The agreement amounts to SEK 369 million.", "utf-8"),
    ],
)
def test_text_is_exactly_what_the_bytes_decode_to(raw: bytes, text: str, encoding: str) -> None:
    found = document(raw)

    assert (found.text, found.encoding, found.notes) == (text, encoding, ())
    assert found.sha256 == hashlib.sha256(raw).hexdigest()


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs", "Cc"]), min_size=8))
def test_any_text_is_read_as_it_stands_and_every_warning_points_into_it(text: str) -> None:
    raw = text.encode()
    found = document_of(raw, shown="-")

    if isinstance(found, SourceDocument) and found.format in (Format.TEXT, Format.MARKDOWN):
        assert found.text == text
        assert all(note.place.line <= text.count("\n") + 1 for note in found.notes)
    else:
        assert not text.strip() or kind_of(raw) is not None or text.lstrip("\ufeff").lstrip().startswith("<")


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_not_without_an_exception(raw: bytes) -> None:
    found = decode(raw)

    assert found is None or "\0" not in found.text


def test_offsets_are_those_of_the_file_read_as_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(SWEDISH.encode("utf-8-sig") + "\n😀 14 mnkr".encode())
    with path.open(encoding="utf-8", newline="") as file:
        text = file.read()

    found = read_document(path, shown="a.md")

    assert isinstance(found, SourceDocument)
    assert found.text == text


@pytest.mark.parametrize(
    ("raw", "text", "note"),
    [
        (
            "överenskommelse".encode("latin-1"),
            "överenskommelse",
            "-:1:1: varning: Filen är inte UTF-8; den är läst som Windows-1252. Kontrollera att å, ä och ö ser rätt ut;"
            " spara annars om filen som UTF-8.",
        ),
        (
            "a\nen – två ö".encode("cp1252"),
            "a\nen – två ö",
            "-:2:4: varning: Filen är inte UTF-8; den är läst som Windows",
        ),
        (b"sm\xf6r \x81", "smör \x81", "-:1:3: varning: Filen är inte UTF-8; den är läst som Latin-1."),
        (
            SWEDISH.encode() + b" br\xf6d",
            SWEDISH + " br\ufffdd",
            "-:2:9: varning: Förlorade tecken (1): 'br\ufffdd'. Hämta dokumentet på nytt;",
        ),
        (
            "En Ã¶verenskommelse för Ã¥r 2024".encode(),
            "En Ã¶verenskommelse för Ã¥r 2024",
            "-:1:4: varning: Felavkodade tecken (2): 'Ã¶verenskommelse' står i stället för 'överenskommelse'."
            " Texten är läst som den står. Hämta dokumentet på nytt,",
        ),
    ],
)
def test_what_is_uncertain_is_read_and_said_where_it_stands(raw: bytes, text: str, note: str) -> None:
    assert document(raw).text == text
    assert [one[: len(note)] for one in notes(raw)] == [note]


@pytest.mark.parametrize("times", [1, 2])
@pytest.mark.parametrize("read_as", ["cp1252", "latin-1", "mac_roman", "cp850"])
@pytest.mark.parametrize("words", ["överenskommelse", "Östergötland", "på Åland", "2023–2024 års", "”Ett löfte”"])
def test_letters_decoded_wrongly_once_or_twice_are_recognised(words: str, read_as: str, times: int) -> None:
    wrong = words
    for _ in range(times):
        wrong = "".join(bytes([b]).decode(read_as, "ignore") or chr(b) for b in wrong.encode())

    (note,) = notes(wrong.encode())

    assert "Felavkodade" in note
    assert any(f"'{word}'" in note for word in words.split())


@pytest.mark.parametrize(
    "text",
    [
        "Å–Ä, ”på Å”, À la carte, Ângström, São, café, ½ à 1 §, Â och Ã",
        "Så skrivs det fel: Ã¶. " + "på ön är det så " * 20,
        "Résumé, naïve, Øre, Ærø, Łódź, €, £, ¥, 20 °C, m²",
    ],
)
def test_ordinary_words_are_not_taken_for_letters_decoded_wrongly(text: str) -> None:
    assert notes(text.encode()) == []


def test_letters_decoded_wrongly_are_seen_in_what_other_formats_say() -> None:
    assert "Felavkodade" in notes(docx(p("Ã¶verenskommelse")))[0]


@pytest.mark.parametrize(
    ("name", "raw", "kind"),
    [
        ("a.txt", b"369 miljoner", Format.TEXT),
        ("a.txt", b"# 369 miljoner", Format.TEXT),
        ("a.md", b"369 miljoner", Format.MARKDOWN),
        ("-", b"369 miljoner", Format.TEXT),
        ("-", b"x\n\n## 369 miljoner", Format.MARKDOWN),
        ("-", b"x\n| a |\n| --- |\n", Format.MARKDOWN),
        ("a.txt", b"\xef\xbb\xbf <!-- x -->\n<!DOCTYPE html><p>x", Format.HTML),
        ("a.md", b"<?xml version='1.0'?><html><p>x</html>", Format.HTML),
        ("a.html", b"<p>x</p>", Format.HTML),
        ("a.html", b"369 miljoner", Format.TEXT),
        ("-", "<html><p>å".encode("utf-16"), Format.HTML),
        ("-", "<html><p>å".encode("latin-1"), Format.HTML),
        ("a.txt", pdf([at(70, 700, "x")]), Format.PDF),
        ("a.md", b"\r\n" + pdf([at(70, 700, "x")]), Format.PDF),
        ("a.pdf", docx(p("x")), Format.DOCX),
        ("a.pdf", b"369 miljoner", Format.TEXT),
        ("-", b"MZ och BM st\xc3\xa5r f\xc3\xb6rst", Format.TEXT),
    ],
)
def test_the_format_is_told_by_the_bytes_and_else_by_the_name(
    name: str, raw: bytes, kind: Format, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(raw)
    found = document_of(raw, shown="-") if name == "-" else read_document(path, shown=name)

    assert isinstance(found, SourceDocument), found.say()
    assert found.format is kind


def problem(path: Path) -> str:
    """Return why the file cannot be read."""
    found = read_document(path, shown="beslut.md")
    assert isinstance(found, Problem)
    assert found.say(Language.ENGLISH)
    return found.say().replace(NO_BREAK_SPACE, " ")


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    assert problem(tmp_path / "x").startswith("beslut.md:1:1: Filen går inte att läsa (den finns inte). Kontrollera")
    assert problem(tmp_path).startswith("beslut.md:1:1: Filen går inte att läsa (det är en mapp).")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_without_rights(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("x", encoding="utf-8")
    path.chmod(0)

    assert "du har inte rätt till det" in problem(path)


def test_a_pipe_is_read_to_its_end(tmp_path: Path) -> None:
    pipe = tmp_path / "rör"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(SWEDISH.encode(),))
    writer.start()
    found = read_document(pipe, shown="rör")
    writer.join()

    assert isinstance(found, SourceDocument)
    assert found.text == SWEDISH


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="the machine has no endless file")
def test_what_never_ends_is_refused_after_the_most_that_is_read() -> None:
    assert problem(Path("/dev/zero")).startswith(
        "beslut.md:1:1: Filen är 25 000 001 byte; högst 25 000 000 läses. Dela upp"
    )


def test_a_long_line_of_digits_and_a_hundred_thousand_rows_are_read_at_once() -> None:
    begun = time.process_time()

    assert len(document(b"7" * 5_000_000).text) == 5_000_000
    assert (
        document(b"| Region | Kronor |\n| --- | --- |\n" + b"| Blekinge | 14 000 |\n" * 100_000).format
        is Format.MARKDOWN
    )
    assert len(notes("Ã¶".encode() * 100_000)) == 1
    assert time.process_time() - begun < 2


def test_text_starts_no_child(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(read, "read_in_child", lambda *_: pytest.fail("a child was started"))
    path = tmp_path / "a.md"
    path.write_text("# Uppdrag\n\nRegionerna får 14 miljoner kronor.\n" * 60, encoding="utf-8")
    begun = time.process_time()
    for _ in range(1_000):
        assert isinstance(read_document(path, shown="a.md"), SourceDocument)

    assert time.process_time() - begun < 1  # a millisecond each
