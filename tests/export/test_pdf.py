"""Words as data -> a PDF: its structure, the same bytes each time, and words that nobody meant to be set."""

from __future__ import annotations

import copy
import re
from datetime import date
from functools import cache
from itertools import pairwise
from typing import Any

import pypdfium2
import pytest
import segno

from overens.export.pdf import as_data, typeset
from overens.export.printable import printable
from overens.intake.register import read_register
from overens.usecases.library import Library, open_library
from overens.usecases.printed.sheet import sheet_of
from overens.usecases.printed.write import print_notice
from overens.vocabulary.names import find_recipients
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Language
from tests.builders import EN, SV
from tests.pdf_reader import dark, elements, is_tagged, pages_of, words_of

DAY = date(2024, 1, 1)
ADDRESS = "https://statsbidrag.example.se/2024/nassjo"


@cache
def library() -> Library:
    return open_library()


def place(name: str) -> Recipient:
    return find_recipients(name, read_register())[0]


@cache
def _sheet(name: str, year: int, language: Language) -> dict[str, Any]:
    return sheet_of(print_notice(library(), place(name), year, address=ADDRESS), language)


def sheet(name: str = "nässjö", year: int = 2024, language: Language = SV) -> dict[str, Any]:
    """Return the words of a notice, that a test may change."""
    return copy.deepcopy(_sheet(name, year, language))


@pytest.mark.parametrize(
    ("name", "year"), [("region jönköpings län", 2024), ("jönköpings län", 2024), ("nässjö", 1999)]
)
@pytest.mark.parametrize("language", [SV, EN])
def test_a_screen_reader_can_follow_it(name: str, year: int, language: Language) -> None:
    words = sheet(name, year, language)
    raw = typeset("notice", words, DAY)
    found = elements(raw)
    kinds = [one.kind for one in found]

    assert is_tagged(raw)
    assert f"/Lang({language.value})".encode() in raw.replace(b" ", b"")
    assert b"pdfuaid:part>1" in raw
    assert pypdfium2.PdfDocument(raw).get_metadata_value("Title") == words["title"]
    figures = [one for one in found if one.kind == "Figure"]
    assert [one.alt for one in figures] == [words["qr"]]
    levels = [int(kind[1]) for kind in kinds if kind in ("H1", "H2", "H3")]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert kinds.count("Table") == 0 or kinds.count("TH") >= 2 * kinds.count("Table")


def test_the_same_words_are_the_same_bytes() -> None:
    assert typeset("notice", sheet(), DAY) == typeset("notice", sheet(), DAY)
    assert typeset("notice", sheet(), DAY) != typeset("notice", sheet(), date(2024, 1, 2))


def test_nothing_of_the_machine_or_the_clock_is_in_it() -> None:
    raw = typeset("notice", sheet(), DAY)

    assert b"/tmp" not in raw
    assert set(re.findall(rb"D:(20\d{6})|xmp:\w+Date>(20[\d-]{8})", raw)) == {(b"20240101", b""), (b"", b"2024-01-01")}


@pytest.mark.parametrize(
    "name",
    [
        '#read("/etc/passwd")',
        "#panic() $x$ *fet* _kursiv_ `kod` <etikett> @ref = rubrik",
        "\\#[ ] { } // /* */ ~ -- --- ...",
        "\"citat\" och 'citat'",
        "]; #let x = 1; [",
    ],
)
def test_words_are_never_read_as_source(name: str) -> None:
    words = sheet()
    words["title"] = words["first"]["largest"]["rows"][0][0]["text"] = name

    said = words_of(typeset("notice", words, DAY))

    assert said.count(" ".join(name.split())) >= 2


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Håbo \u202emok\u202c", "Håbo mok"),
        ("a\x00\x07\x1bb", "ab"),
        ("rad\nett\ttvå", "rad ett två"),
        ("😀 中文 שלום عربى", "□ □□ □□□□ □□□□"),
        ("A\u030angstro\u0308m", "Ångström"),
        ("e\u0335\u0336\u0337", "e□□□"),
        ("\ud800", ""),
    ],
)
def test_what_no_font_holds_is_shown_as_a_square(name: str, shown: str) -> None:
    words = sheet()
    words["title"] = f"Prov {name} slut"

    assert " ".join(f"Prov {shown} slut".split()) in pages_of(typeset("notice", words, DAY))[0]


@pytest.mark.parametrize("name", ["x" * 200, "Håbo " * 40, "å" * 199 + "ö", "https://a.se/" + "b" * 187])
def test_a_name_of_200_characters_stays_on_the_page(name: str) -> None:
    words = sheet()
    words["title"] = name
    for row in words["appendix"][0]["blocks"][0]["rows"]:
        row[0]["text"] = row[0]["note"] = name
    raw = typeset("notice", words, DAY)

    assert words_of(raw).replace(" ", "").replace("\u200b", "").count(name.replace(" ", "")) > 5
    wide = [line for line in dark(raw, 1, 1) if any(line[-30:])]
    assert wide == [], "nothing reaches the edge"


@pytest.mark.parametrize("style", ["title", "text", "note"])
def test_every_sign_that_is_let_through_has_a_glyph(style: str) -> None:
    """The title is bold, text upright, and both small and large; Typst refuses a sign without one."""
    every = "".join(chr(n) for n in range(0x20, 0x2600) if printable(chr(n)) == chr(n))
    words = sheet()
    lines = " ".join(every[n : n + 20] for n in range(0, len(every), 20))
    if style == "title":
        words["title"] = lines
    else:
        words["first"]["largest"]["rows"][0][0][style] = lines
        words["appendix"][0]["blocks"][0]["totals"][0][0]["text"] = lines

    assert len(every) > 900
    assert typeset("notice", words, DAY).startswith(b"%PDF")


def test_the_signs_of_kronor_are_held() -> None:
    assert printable("≈\u00a0−1\u00a0500\u00a0kr · 3,5\u00a0% – ½ × ≥ → åäöÅÄÖé") == (
        "≈\u00a0−1\u00a0500\u00a0kr · 3,5\u00a0% – ½ × ≥ → åäöÅÄÖé"
    )


def test_the_qr_code_holds_the_address() -> None:
    """Each square of the drawn code, sampled in its middle, is as the code of the address has it."""
    raw = typeset("notice", sheet(), DAY)
    code = [[bool(one) for one in row] for row in segno.make(ADDRESS, error="m", micro=False).matrix]
    scale = 6
    left, right = int(62.4 * scale), int(134 * scale)  # 2.2 cm from the edge, 2.5 cm broad
    pixels = [row[left:right] for row in dark(raw, 0, scale)]
    tall = [n for n, row in enumerate(pixels) if any(row) and n > len(pixels) // 2]
    tall = _last_run(tall, scale * 12)
    top, bottom = tall[0], tall[-1] + 1
    broad = [x for x in range(right - left) if any(pixels[y][x] for y in range(top, bottom))]
    side = (bottom - top) / len(code)

    assert abs((bottom - top) - (broad[-1] + 1 - broad[0])) <= 2, "it is square"
    sampled = [
        [pixels[int(top + (y + 0.5) * side)][int(broad[0] + (x + 0.5) * side)] for x in range(len(code))]
        for y in range(len(code))
    ]
    assert sampled == code
    assert ADDRESS in pages_of(raw)[0], "and the address stands beside it"


def _last_run(rows: list[int], tallest_gap: int) -> list[int]:
    """Return the last rows that belong together and are tall enough to be a code: the foot of the page is not."""
    runs: list[list[int]] = [[]]
    for row in rows:
        if runs[-1] and row - runs[-1][-1] > tallest_gap // 12:
            runs.append([])
        runs[-1].append(row)
    return max(runs, key=len)


def test_without_an_address_there_is_no_code_and_no_figure() -> None:
    raw = typeset("notice", {**sheet(), "address": ""}, DAY)

    assert [one for one in elements(raw) if one.kind == "Figure"] == []
    assert "QR" not in words_of(raw)


def test_an_address_too_long_for_a_code_is_still_told() -> None:
    address = "https://statsbidrag.example.se/2024/nassjo?" + "a=1&" * 200
    raw = typeset("notice", {**sheet(), "address": address}, DAY)

    assert [one for one in elements(raw) if one.kind == "Figure"] == []
    assert "https://statsbidrag.example.se/2024/nassjo?" in words_of(raw)


def test_a_source_that_is_no_web_address_is_no_link() -> None:
    data = as_data(sheet(), DAY)

    assert "javascript:" not in data
    assert b"file:" not in typeset("notice", sheet(), DAY)
