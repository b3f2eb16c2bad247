"""What a person sees: Swedish numbers, no colour in a pipe, and never 0 kr for what is not known."""

from __future__ import annotations

import os
import pty
import re
import subprocess
from contextlib import suppress
from functools import cache
from pathlib import Path

import pytest

from overens.cli.show.page import Page
from overens.intake.register import shipped_library
from tests.cli.own_files import agreement, write
from tests.cli.running import SCRIPT, asked, document, overens, process

REGION = "region jönköpings län"
PAGES: tuple[tuple[str, ...], ...] = (
    ("year", "2024"),
    ("place", REGION, "2024"),
    ("agreement", "tillganglighet-2024"),
    ("explain", REGION, "kvinnors-halsa-2024/befolkning"),
    ("check",),
    ("figures", "show", "befolkning"),
)
each_page = pytest.mark.parametrize("page", PAGES, ids=" ".join)


def line_with(text: str, *words: str) -> str:
    """Return the one line that holds all the words."""
    (found,) = [line for line in text.splitlines() if all(word in line for word in words)]
    return found


# --- numbers ------------------------------------------------------------------------


@cache
def quoted() -> str:
    """Return all that stands in the library: words that are shown as their source wrote them."""
    texts = (path.read_text(encoding="utf-8") for path in shipped_library().rglob("*") if path.is_file())
    return " ".join(" ".join(texts).split())


@each_page
def test_numbers_are_grouped_in_threes_by_no_break_spaces(page: tuple[str, ...]) -> None:
    text = asked(*page).out

    assert re.search(r"\d\u00a0\d{3}\b", text)
    loose = set(re.findall(r"(?<![\w.,/-])\d{1,3}(?: \d{3})+(?: kr)?(?![\w/-])", text))
    assert [number for number in loose if number not in quoted()] == []
    bare = set(re.findall(r"(?<![\w.-])\d{7,}(?![\w-])", text))
    assert [number for number in bare if number not in quoted()] == []


@each_page
def test_kronor_stick_to_their_number(page: tuple[str, ...]) -> None:
    loose = re.findall(r"[\d\u00a0]*\d kr\b", asked(*page).out)

    assert [words for words in loose if words not in quoted()] == []


def test_a_number_in_a_quoted_sentence_is_not_broken_at_the_end_of_a_line() -> None:
    broken = {}
    for width in range(20, 80):
        page = Page(width)
        page.line("Källan säger 1 367 000 000 kr och 9 842 Mkr, och tabellen säger 1 357 000 000 kr för 2024.")
        lines = [" ".join(line.split()) for line in page.lines]
        for number in ("1 367 000 000", "9 842", "1 357 000 000"):
            if not any(number in line for line in lines):
                broken[width] = lines

    assert broken == {}


def test_below_zero_is_a_real_minus() -> None:
    stockholm = line_with(asked("year", "2024").out, "Stockholm   ", ",")

    assert "\u221258,4" in stockholm
    assert "-58" not in stockholm


def test_the_year_says_the_sums_of_the_printed_table() -> None:
    total = next(line for line in asked("year", "2024").lines if line.startswith("Summa"))

    *printed, outside = re.split(r"\s{2,}", total.replace("\u00a0", " "))
    kr = sum(region["outside_table_kr"] for region in document("year", "2024")["regions"])
    assert printed == ["Summa", "9 842", "4 517,0", "5 486,0", "−161,0"]
    assert outside.replace(" ", "") == f"{kr / 1_000_000:.1f}".replace(".", ",")


def test_the_identity_of_an_agreement_is_shown() -> None:
    text = asked("agreement", "kvinnors-halsa-2024").out.replace("\u00a0", " ")

    assert "Tilldelat 1 535 000 000 + förfallet 0 + ej fördelat 0 = 1 535 000 000 kr." in text


def test_an_amount_that_is_rough_has_its_sign_and_one_that_is_exact_has_none() -> None:
    text = asked("place", REGION, "2024").out.replace("\u00a0", " ")

    assert "≈ 107 600 000 kr" in line_with(text, "107 600 000 kr", "vardbehov:")
    assert "≈" not in line_with(text, "47 803 842 kr", "säkert")


# --- what is not computed -----------------------------------------------------------


def test_a_pot_that_is_not_computed_says_so_in_its_agreement() -> None:
    bup = line_with(asked("agreement", "tillganglighet-2024").out, "ej beräknad ")

    assert bup.startswith("bup")
    assert re.search(r"(?<![\d\u00a0])0\u00a0kr", bup) is None


def test_a_pot_that_is_not_computed_says_so_to_a_place_with_the_most_it_can_be() -> None:
    bup = line_with(asked("place", REGION, "2024").out.replace("\u00a0", " "), "del av ≈ 450 000 000 kr")

    assert "ej beräknat" in bup
    assert re.search(r"(?<!\d)(?<!\d )0 kr", bup) is None


def test_a_ceiling_is_the_most_and_a_floor_the_least() -> None:
    ceiling = asked("place", "region gotland", "2021").out.replace("\u00a0", " ")
    floor = asked("place", "håbo", "2020").out.replace("\u00a0", " ")

    assert "högst ≈ 4 277 307 kr" in ceiling
    assert "minst 100 000 kr" in floor


@pytest.mark.parametrize("agreement", ["psykisk-halsa-2021", "covid-testning-2021", "krisstod-2020"])
def test_an_agreement_of_which_nothing_is_computed_awards_no_0_kr(agreement: str) -> None:
    text = asked("agreement", agreement).out

    assert "ej beräknad" in text
    assert re.search(r"(?<![\d\u00a0])0\u00a0kr", text) is None


def test_in_a_year_an_agreement_that_is_not_computed_says_so() -> None:
    assert "ej beräknat" in line_with(asked("year", "2021").out, "psykisk-halsa-2021")
    assert "0,0" not in line_with(asked("year", "2021").out, "covid-testning-2021")


def test_the_members_of_a_county_are_not_said_to_get_0_kr_of_what_is_not_computed() -> None:
    answer = asked("place", "uppsala län", "2020")

    assert answer.code == 0
    assert "Uppsala län 2020" in answer.out
    assert re.search(r"(?<![\d\u00a0])0\u00a0kr", answer.out) is None


# --- nothing ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "question",
    [
        ("year", "1999"),
        ("place", REGION, "1999"),
        ("place", "håbo", "1999"),
        ("place", "jönköpings län", "1999"),
    ],
    ids=" ".join,
)
def test_an_empty_year_says_so_and_not_that_no_money_was_given(question: tuple[str, ...]) -> None:
    answer, english = asked(*question), asked(*question, "--lang", "en")

    assert answer.code == 0
    assert "Det betyder inte att inga pengar gavs." in answer.said
    assert "That does not mean that no money was given." in english.said
    assert "0\u00a0kr" not in answer.out
    assert "0,0" not in answer.out


def test_a_region_that_nothing_reaches_in_a_year_with_agreements_is_told_so(tmp_path: Path) -> None:
    folder = write(tmp_path, prov_yaml=agreement(to="{grupp: regioner, endast: ['12']}").replace("2024", "2099"))
    skane, uppsala = (overens("place", f"region {name}", "2099", "--library", folder) for name in ("skåne", "uppsala"))

    assert (skane.code, uppsala.code) == (0, 0)
    assert "prov-2099/a" in skane.out
    assert "Det betyder inte att inga pengar gavs." in uppsala.said
    assert "0\u00a0kr" not in uppsala.out


def test_a_year_of_which_no_region_has_anything_computed_does_not_say_0_for_each(tmp_path: Path) -> None:
    folder = write(tmp_path, prov_yaml=agreement(key="ej publicerad").replace("2024", "2099"))
    year = overens("year", "2099", "--library", folder)

    assert "prov-2099" in year.out
    assert "Inget av detta är beräknat per region." in year.said
    assert [line for line in year.lines if re.search(r"(?<![\d,])0,0\b", line)] == []


# --- colour -------------------------------------------------------------------------


@each_page
def test_there_is_no_colour_in_a_pipe(page: tuple[str, ...]) -> None:
    assert "\x1b" not in asked(*page).out


def test_a_process_in_a_pipe_has_no_colour_even_where_there_could_be() -> None:
    answer = process("year", "2024", TERM="xterm-256color", COLORTERM="truecolor")

    assert answer.code == 0
    assert "\x1b" not in answer.out
    assert answer.out == asked("year", "2024").out


def test_there_is_bold_in_a_terminal() -> None:
    ours, theirs = pty.openpty()
    shown = b""
    with subprocess.Popen(
        [str(SCRIPT), "place", "håbo", "2024"], stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs
    ) as running:
        os.close(theirs)
        with suppress(OSError):  # a terminal whose other end is closed
            while more := os.read(ours, 10_000):
                shown += more
        assert running.wait(timeout=30) == 0
    os.close(ours)

    assert "\x1b[1mHåbo kommun 2024" in shown.decode()


def test_a_municipality_that_shares_in_its_county_is_told_so() -> None:
    said = asked("explain", "nässjö", "god-och-nara-vard-2024/kommuner").said
    assert "Nässjö kommun är en av de 13 som delar pengarna till Jönköpings län; hur är inte publicerat." in said
    assert "hör inte till" not in said


def test_the_page_of_a_place_shows_a_published_amount_that_differs() -> None:
    page = overens("place", "region kalmar län", "2021", columns=300).out.replace("\u00a0", " ")
    row = page.partition("kvinnors-halsa-2021/tillagg")[2][:400]
    assert re.search(r"10 549 199 kr +härlett; den publicerade tabellen:[^:]*\b10 549 200 kr", row)


def test_nothing_is_praised_where_no_cell_is_equal(tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text("kod;belopp\n06;1\n", encoding="utf-8")
    said = overens("check-annex", table, "kvinnors-halsa-2024/befolkning").said
    assert "0 av 1 celler är lika" in said
    assert "likheten" not in said


def test_nothing_from_a_file_moves_the_cursor_or_turns_the_line() -> None:
    page = Page(width=60)
    page.table(("Namn", "Kronor"), [("Rad ett\nrad\x07två\x1b[2J\u202eslut", "1 kr")], right=(1,))
    page.line("hej\r\ndå")
    assert page.lines[2:] == ["Rad ett rad två [2J slut    1\u00a0kr", "hej då"]


def test_lapsed_money_has_a_column_of_its_own_where_there_is_any(tmp_path: Path) -> None:
    """What lapsed is gone; what is not distributed may still be."""
    rule = "    villkor: [{krav: plan, uppfylls av: {utom: ['01']}}]\n    ej intjänat: förfaller\n"
    (tmp_path / "a.yaml").write_text(agreement(key="lika", amount="2 100 kr", more=rule), encoding="utf-8")
    page = overens("agreement", "prov-2024", "--library", tmp_path)
    other = overens("agreement", "kvinnors-halsa-2024")

    assert "2 100 kr   2 000 kr     100 kr         0 kr" in page.out.replace("\xa0", " ")
    assert ("Förfallet" in page.out, "Förfallet" in other.out) == (True, False)
