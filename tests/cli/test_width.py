"""No line is wider than the terminal, and no number is cut to make it so."""

from __future__ import annotations

import re

import pytest

from tests.cli.running import asked, document

REGION = "region jönköpings län"
QUESTIONS: tuple[tuple[str, ...], ...] = (
    ("year", "2021"),
    ("year", "2024"),
    ("year", "2025"),
    ("place", REGION, "2021"),
    ("place", REGION, "2024"),
    ("place", "region jämtland härjedalen", "2024"),
    ("place", "håbo", "2024"),
    ("place", "gotland", "2020"),
    ("place", "västra götalands län", "2024"),
    ("calendar", REGION, "2024"),
    ("calendar", "2024", "--during", "--today", "2024-10-01"),
    ("calendar", "håbo", "2021", "--during"),
    ("agreement", "tillganglighet-2021"),
    ("agreement", "covid-vaccination-2021"),
    ("agreement", "kvinnors-halsa-2021"),
    ("agreement", "tillganglighet-2023"),
    ("agreement", "tillganglighet-2024"),
    ("agreement", "god-och-nara-vard-2024"),
    ("agreement", "omstallning-socialtjanst-2024"),
    ("explain", REGION, "kvinnors-halsa-2024/befolkning"),
    ("explain", "region gotland", "tillganglighet-2024/bup"),
    ("check",),
    ("check", "--contradictions"),
    ("figures", "list"),
    ("figures", "show", "befolkning"),
    ("figures", "show", "N79223"),
    ("year", "1999"),
    ("lead-time",),
    ("lead-time", "2022"),
    ("lead-time", "2024"),
    ("lead-time", "2024", "--payments"),
    ("lead-time", "--payments"),
)
each_page = pytest.mark.parametrize("question", QUESTIONS, ids=" ".join)


def too_wide(question: tuple[str, ...], columns: int) -> list[str]:
    """Return the lines wider than the terminal, but for a web address that stands alone on its line."""
    lines = asked(*question, columns=columns).lines
    return [line for line in lines if len(line) > columns and not _is_address(line)]


def _is_address(line: str) -> bool:
    (*marks, word) = line.split(" ")
    return not any(mark.strip("·0123456789.") for mark in marks) and re.search(r"\w\.\w+/\w", word) is not None


@pytest.mark.parametrize("columns", [80, 120])
@each_page
def test_every_line_fits(question: tuple[str, ...], columns: int) -> None:
    assert too_wide(question, columns) == []


@pytest.mark.parametrize("question", QUESTIONS[:6], ids=" ".join)
def test_every_line_fits_in_english(question: tuple[str, ...]) -> None:
    assert too_wide((*question, "--lang", "en"), 80) == []


@pytest.mark.parametrize("columns", [80, 120])
def test_the_kronor_of_a_place_are_never_cut(columns: int) -> None:
    lines = asked("place", REGION, "2024", columns=columns).lines
    awards = [row["award"]["awarded_kr"] for row in document("place", REGION, "2024")["pots"] if row["award"]]

    assert len(awards) >= 8
    for kr in awards:
        assert any(f"{kr:,} kr".replace(",", "\u00a0").replace(" kr", "\u00a0kr") in line for line in lines), kr


@pytest.mark.parametrize("columns", [80, 120])
def test_the_kronor_of_an_agreement_are_never_cut(columns: int) -> None:
    page = asked("agreement", "tillganglighet-2024", columns=columns).lines
    awards = [a for pot in document("agreement", "tillganglighet-2024")["pots"] for a in pot["awards"]]

    for award in awards:
        kr = f"{award['awarded_kr']:,}".replace(",", "\u00a0")
        assert any(f"{kr}\u00a0kr" in line for line in page), award["name"]


@pytest.mark.parametrize("columns", [80, 120])
def test_the_table_of_the_year_has_each_region_on_one_line(columns: int) -> None:
    lines = asked("year", "2024", columns=columns).lines

    (jonkoping,) = [line for line in lines if line.startswith("Jönköpings län  ") and "," in line]
    assert re.split(r"\s{2,}", jonkoping.replace("\u00a0", " ")) == [
        "Jönköpings län", "389", "165,6", "201,7", "21,8", "215,2",
    ]  # fmt: skip


def test_a_wide_terminal_is_not_filled_beyond_120_columns() -> None:
    assert too_wide(("check", "--contradictions"), 120) == []
    assert max(map(len, asked("check", "--contradictions", columns=400).lines)) <= 120
