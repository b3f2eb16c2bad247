"""Documents made to harm, broken or not documents at all -> a sentence each, and nothing left running."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
import zlib
from io import BytesIO
from pathlib import Path

import pytest

from overens.intake.documents import call_child, read
from overens.intake.documents.answer import Refusal, Refused, unpack
from overens.intake.documents.call_child import End, read_in_child
from overens.intake.documents.document import Format, SourceDocument
from overens.intake.documents.limits import MOST_BYTES, MOST_MEMBERS
from overens.intake.documents.read import document_of
from overens.vocabulary.problems import Problem
from overens.vocabulary.wording import NO_BREAK_SPACE, Language
from tests.intake.documents.builders import at, docx, locked_pdf, p, package, pdf


def said(raw: bytes) -> str:
    """Return the problem that the bytes give, as a person sees it; there must be one, in both languages."""
    found = document_of(raw, shown="fil")
    assert isinstance(found, Problem), found
    assert found.say(Language.ENGLISH) != found.say()
    assert "Traceback" not in found.say()
    return found.say().replace(NO_BREAK_SPACE, " ").removeprefix("fil:1:1: ")


def text_of(raw: bytes) -> SourceDocument:
    """Return the document that the bytes are."""
    found = document_of(raw, shown="fil")
    assert isinstance(found, SourceDocument), found.say()
    return found


def bomb() -> bytes:
    """Return a Word document of some kilobytes that unpacks to 90 MB."""
    return docx(p("x"), {"word/media/bild.bin": b"\0" * 90_000_000})


def overlapping() -> bytes:
    """Return a Word document with two members that are the same bytes."""
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as packed:
        packed.writestr("word/document.xml", "<w/>")
        packed.writestr("word/styles.xml", "<w/>")
        packed.infolist()[1].header_offset = 0
    return held.getvalue()


def with_first_flag(raw: bytes) -> bytes:
    """Return the package with every member said to be encrypted."""
    return raw.replace(b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00")


ENTITY = '<!DOCTYPE w [<!ENTITY f SYSTEM "file:///etc/hostname">]>'
LAUGHS = '<!DOCTYPE w [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        pytest.param(b"", "Dokumentet har ingen text. Kontrollera att det är rätt fil.", id="empty"),
        pytest.param(b" \r\n\t\xc2\xa0\n", "Dokumentet har ingen text.", id="only space"),
        pytest.param(b"\xef\xbb\xbf", "Dokumentet har ingen text.", id="only a byte order mark"),
        pytest.param(b"<html><script>x</script></html>", "Dokumentet har ingen text.", id="a page without text"),
        pytest.param(docx("<w:p/>"), "Dokumentet har ingen text.", id="a Word document without text"),
        pytest.param(OLE, "Det är en fil från äldre Office (.doc, .xls, .msg). Öppna den och spara", id="doc"),
        pytest.param(
            OLE + "EncryptedPackage".encode("utf-16-le"), "Dokumentet är låst med lösenord.", id="a locked docx"
        ),
        pytest.param(package({"xl/workbook.xml": "<x/>"}), "Det är ett kalkylblad", id="xlsx"),
        pytest.param(package({"content.xml": "<x/>"}), "Det är ett kalkylblad eller ett OpenDocument", id="odt"),
        pytest.param(package({"a.txt": "x"}), "Det är ett zip-arkiv, inget Word-dokument.", id="zip"),
        pytest.param(b"{\\rtf1 hej}", "Det är en RTF-fil.", id="rtf"),
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0", "Det är en bild; texten i den läses inte.", id="png"),
        pytest.param(b"MZ\x90\0\x03\0", "Det är ett program, inget dokument.", id="exe"),
        pytest.param(b"\x1f\x8b\x08\0", "Det är ett arkiv med packade filer.", id="gz"),
        pytest.param(b"abc\0def", "Det är ingen text:", id="a zero in the text"),
        pytest.param(bytes(range(1, 32)) * 9, "Det är ingen text:", id="control signs"),
        pytest.param(bytes(70_000), "Det är ingen text:", id="only zeros"),
        pytest.param(bomb(), "Filen är packad så att den blir orimligt stor; den packas inte upp.", id="a zip bomb"),
        pytest.param(overlapping(), "Filen är packad så att den blir orimligt stor", id="overlapping members"),
        pytest.param(
            package({f"a{n}": "" for n in range(MOST_MEMBERS + 1)}), "Filen är packad så att", id="many members"
        ),
        pytest.param(
            docx(p("x"), {"../../etc/x": "x"}), "Filen har delar med dubbla namn,", id="a name that leads out"
        ),
        pytest.param(docx(p("x"), {"a" * 300: "x"}), "Filen har delar med dubbla namn,", id="a long name"),
        pytest.param(with_first_flag(docx(p("x"))), "Dokumentet är låst med lösenord.", id="an encrypted zip"),
        pytest.param(docx(p("&f;"), prolog=ENTITY), "Filen har en dokumenttypsdeklaration (DOCTYPE)", id="xxe"),
        pytest.param(docx(p("&b;"), prolog=LAUGHS), "Filen har en dokumenttypsdeklaration", id="a billion laughs"),
        pytest.param(
            docx(p("x"), {"word/styles.xml": f"{ENTITY}<w/>"}),
            "Filen har en dokumenttypsdeklaration",
            id="xxe in styles",
        ),
        pytest.param(docx("<w:p>"), "Filen börjar som ett Word-dokument men är skadad", id="broken xml"),
        pytest.param(docx(p("x"))[:-30], "Filen börjar som ett Word-dokument men är skadad", id="a cut docx"),
        pytest.param(b"PK\x03\x04" + b"\xff" * 999, "Filen börjar som ett Word-dokument men är skadad", id="no zip"),
        pytest.param(pdf([], []), "PDF:en har ingen text (2 sidor); den är troligen inskannad.", id="scanned"),
        pytest.param(locked_pdf(), "Dokumentet är låst med lösenord. Öppna det, ta bort", id="a locked pdf"),
        pytest.param(
            b"%PDF-1.7\n\xe2\xe3", "Filen börjar som en PDF men är skadad eller ofullständig.", id="a cut pdf"
        ),
        pytest.param(
            b"<html>" + b"<div>" * 100_000, "Webbsidan har element inuti element i fler än 5 000 led.", id="deep html"
        ),
        pytest.param(
            docx("".join(f"<w:p{n}>" for n in range(9))),
            "Filen börjar som ett Word-dokument men är skadad",
            id="open xml",
        ),
        pytest.param(b"x" * (MOST_BYTES + 1), "Filen är 25 000 001 byte; högst 25 000 000 läses. Dela upp", id="large"),
        pytest.param(b"x" * 10_000_001, "Dokumentet har mer än 10 000 000 tecken.", id="much text"),
    ],
)
def test_what_is_no_document_is_said_to_be_what_it_is(raw: bytes, sentence: str) -> None:
    assert said(raw).startswith(sentence)


def test_fifty_thousand_nested_elements_of_a_word_document_are_walked_without_recursion() -> None:
    deep = "<w:sdt>" * 50_000 + p("längst in") + "</w:sdt>" * 50_000

    assert text_of(docx(deep)).text == "längst in\n"


def test_a_page_with_a_hundred_thousand_rows_is_read() -> None:
    found = text_of(f"<html><table>{'<tr><td>Blekinge<td>14 000' * 100_000}</table>".encode())

    assert found.text.count("\n| Blekinge | 14 000 |") == 100_000 - 1


def test_what_a_document_refers_to_outside_itself_is_not_fetched_but_said() -> None:
    picture = (
        '<Relationships><Relationship Type="x/image" Target="http://example.invalid/a.png" TargetMode="External"/>'
        '<Relationship Type="x/hyperlink" Target="http://example.invalid" TargetMode="External"/></Relationships>'
    )

    found = text_of(docx(p("369 miljoner"), {"word/_rels/document.xml.rels": picture}))

    assert found.text == "369 miljoner\n"
    assert [note.message.say() for note in found.notes] == [
        "Dokumentet hänvisar till bilder eller mallar utanför sig (1, först http://example.invalid/a.png); de hämtas inte."
    ]


def test_a_pdf_whose_page_unpacks_to_more_than_memory_is_said() -> None:
    squeeze = zlib.compressobj(9)
    spaces = b"".join(squeeze.compress(b" " * 10_000_000) for _ in range(120)) + squeeze.flush()

    assert said(pdf(raw_page=spaces)).startswith(
        "Dokumentet går inte att läsa: det är skadat, eller kräver mer än 768 MB"
    )


def test_a_pdf_that_ends_abruptly_is_read_as_far_as_it_goes_and_says_so() -> None:
    found = text_of(pdf([at(70, 700, "369 miljoner")])[:-18])

    assert found.text == "369 miljoner\n"
    assert [note.message.say() for note in found.notes] == ["PDF:en slutar tvärt; sidor kan saknas."]


def test_only_the_first_pages_of_a_long_pdf_are_read_and_that_is_said() -> None:
    found = text_of(pdf(*[[at(70, 700, "x")]] * 501))

    assert found.pages == 501
    assert [note.message.say() for note in found.notes] == ["Bara de första 500 av 501 sidor är lästa."]


PROBES = {
    "memory": "x = bytearray(3_000_000_000)",
    "time": "while True: pass",
    "file": "open('/etc/hostname')",
    "connection": "import socket; socket.socket()",
    "written": "import sys; sys.stdout.write('rubbish' * 9); sys.stdout.flush(); raise ValueError",
    "crash": "import os; os.kill(os.getpid(), 11)",
    "deep": "f = lambda: f(); f()",
}


def child_that(
    does: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *, wait: float = 20
) -> Refused | End | object:
    """Return what comes of a child whose parser does this."""
    probe = tmp_path / "prob.py"
    probe.write_text(
        "import socket\nfrom overens.intake.documents import child\n"
        f"def parse(raw):\n    {does}\n    raise SystemExit('it could')\n"
        "child.CHILD_SECONDS = 1\nchild._reader = lambda name: parse\nchild.main()\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(call_child, "_CHILD", "prob")
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    return read_in_child(b"x", Format.PDF, wait=wait)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
@pytest.mark.parametrize(
    ("does", "ends"),
    [
        ("memory", Refusal.MEMORY),
        ("time", End.TOO_SLOW),
        ("file", Refusal.DAMAGED),
        ("connection", Refusal.DAMAGED),
        ("written", Refusal.DAMAGED),
        ("crash", End.BROKE),
        ("deep", Refusal.MEMORY),
    ],
)
def test_the_child_is_held_within_its_limits(
    does: str, ends: object, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    found = child_that(PROBES[does], monkeypatch, tmp_path)

    assert (found.why if isinstance(found, Refused) else found) == ends


def test_a_child_that_waits_is_ended_by_the_clock(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert child_that("import time; time.sleep(60)", monkeypatch, tmp_path, wait=0.5) == End.TOO_SLOW


def test_a_child_that_cannot_be_started_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nonexistent/python")

    assert said(pdf([at(70, 700, "x")])).startswith("Datorn lät inte programmet starta den process som läser")


@pytest.mark.parametrize("ending", list(End))
def test_every_ending_has_its_sentence(ending: End, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read, "read_in_child", lambda *_: ending)

    assert "{" not in said(b"%PDF-1.7")


@pytest.mark.parametrize("why", list(Refusal))
def test_every_refusal_has_its_sentence(why: Refusal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        read, "read_in_child", lambda *_: Refused(why, pages=3, most=4, name="pypdfium2", cell="D4", rows=5, columns=6)
    )

    assert "{" not in said(b"%PDF-1.7")


def test_a_parser_that_is_not_installed_is_named_with_the_extra_that_has_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "pypdfium2.py").write_text("raise ModuleNotFoundError(name='pypdfium2')", encoding="utf-8")
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])

    assert said(pdf([at(70, 700, "x")])) == (
        "För att läsa en PDF behövs pypdfium2, som inte är installerat."
        " Installera tillägget 'read': pip install \"overens[read]\""
    )


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"Traceback",
        b"[]",
        b"1",
        b'{"text": 1}',
        b'{"text": 1, "pages": null, "remarks": []}',
        b'{"why": "x"}',
        b"[" * 99_999,
    ],
)
def test_rubbish_is_no_answer(raw: bytes) -> None:
    assert unpack(raw) is None


def test_the_child_imports_little_before_its_parser() -> None:
    listed = subprocess.run(
        [sys.executable, "-c", "import sys, overens.intake.documents.child as c; print(len(sys.modules))"],
        capture_output=True,
        check=True,
        text=True,
        env={"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )

    assert int(listed.stdout) < 130
