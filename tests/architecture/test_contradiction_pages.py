"""A contradiction has a page of its own: under a stable name, with both values, both sources, and what it means in kronor."""

from __future__ import annotations

from pathlib import Path

import pytest

from overens.usecases.library import open_library
from pages.contradictions import contradiction_pages
from pages.coverage import coverage_page
from pages.other_amount import amount_in
from tests.builders import plain_spaces
from tests.cli.own_files import agreement, write

CONTRADICTION = """\
motsägelser:
  - {{om: {about}, källa: annan, säger: "{says}", använt: "{used}", skäl: beslutet gäller}}
"""
OTHER = "  annan: {titel: En annan text, utgivare: Tidningen, datum: 2024-01, adress: prov.se/text}\n"


def pages_of(folder: Path, about: str, says: str, used: str = "1 000 000 kr", **changes: str) -> dict[str, str]:
    """Return the pages about an own agreement with one contradiction."""
    text = agreement(more=CONTRADICTION.format(about=about, says=says, used=used), **changes)
    own = write(folder / "eget", prov_yaml=text.replace("potter:\n", OTHER + "potter:\n"))
    pages = contradiction_pages(open_library([own], shipped=False))
    return {name: plain_spaces(page) for name, page in pages.items()}


def test_it_has_a_stable_name_both_values_and_both_sources(tmp_path: Path) -> None:
    pages = pages_of(tmp_path, "potter.a.belopp", "2 000 000 kr")

    assert sorted(pages) == ["motsagelser.md", "motsagelser/prov-2024--potter-a-belopp--annan.md"]
    page = pages["motsagelser/prov-2024--potter-a-belopp--annan.md"]
    for words in (
        "# Prov: beloppet i potten ”Till alla”",
        "| en källa säger | 2 000 000 kr |",
        "| det här används | 1 000 000 kr |",
        "Beslutet gäller.",
        "- En annan text, Tidningen, 2024-01, <https://prov.se/text>",
        "- Källan, adress ej angiven",
    ):
        assert words in page


def test_two_from_one_source_about_one_value_have_a_page_each(tmp_path: Path) -> None:
    one = CONTRADICTION.format(about="belopp", says="2 Mkr", used="1 Mkr")
    text = agreement(more=one + one.split("\n", 1)[1])
    own = write(tmp_path / "eget", prov_yaml=text.replace("potter:\n", OTHER + "potter:\n"))

    names = sorted(contradiction_pages(open_library([own], shipped=False)))
    assert names[1:] == ["motsagelser/prov-2024--belopp--annan-2.md", "motsagelser/prov-2024--belopp--annan.md"]


@pytest.mark.parametrize(
    ("about", "says", "expected"),
    [
        ("potter.a.belopp", "2 100 000 kr", "Region Stockholm | 47 620 kr | 100 000 kr | 52 380 kr |"),
        ("belopp", "2 100 000 kr", "Källans tal är 1 100 000 kr större än det som används"),
        ("belopp", "2 100 000 kr", "Mottagarnas kronor räknas pott för pott"),
        ("belopp", "1 Mkr", "Talen går ihop"),
        ("beslutad", "2024-01-01", "Det går inte att säga i kronor."),
    ],
)
def test_what_it_means_in_kronor_is_computed_or_said_not_to_be_known(
    tmp_path: Path, about: str, says: str, expected: str
) -> None:
    pages = pages_of(tmp_path, about, says, key="lika")
    (page,) = (text for name, text in pages.items() if name != "motsagelser.md")
    assert expected in page


@pytest.mark.parametrize(
    ("words", "kr"),
    [
        ("drygt 86 miljoner kronor till alla", 86_000_000),
        ("252 miljoner kronor (rubriken)", 252_000_000),
        ("1,8 miljarder", 1_800_000_000),
        ("15,35", None),
        ("31 februari 2021", None),
        ("3 139, 3 049, 70 och 85 Mkr", None),
        ("400 kr och 300 kr", None),
    ],
)
def test_an_amount_is_read_only_where_there_is_one_and_it_is_plain(words: str, kr: int | None) -> None:
    amount = amount_in(words)
    assert (amount.kr if amount else None) == kr


def test_a_library_with_errors_still_has_its_pages(tmp_path: Path) -> None:
    """While one file is being mended the pages of all others can be made; but nothing is computed."""
    pages = pages_of(tmp_path, "potter.a.belopp", "2 000 000 kr", total="3 000 000 kr")
    assert "större än det som används" in pages["motsagelser/prov-2024--potter-a-belopp--annan.md"]
    assert "| mottagare |" not in pages["motsagelser/prov-2024--potter-a-belopp--annan.md"]
    assert "prov-2024" in coverage_page(open_library([tmp_path / "eget"], shipped=False))
