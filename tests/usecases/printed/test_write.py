"""A place and a year -> its printed notice: every pot, the page's own kronor, and each number explained."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Any

import pytest

from overens.notice.standing import Standing
from overens.usecases.library import Library, open_library
from overens.usecases.place_page import PlacePage, show_place_page
from overens.usecases.printed.model import PrintedTable
from overens.usecases.printed.sheet import sheet_of
from overens.usecases.printed.write import notice_pdf, print_notice
from overens.vocabulary.names import find_recipients
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Language
from tests.builders import EN, SV, plain_spaces
from tests.pdf_reader import pages_of, words_of

PLACES = ["region jönköpings län", "nässjö", "region gotland", "gotlands kommun", "jönköpings län", "region stockholm"]


@cache
def library() -> Library:
    return open_library()


def place(name: str) -> Recipient:
    return find_recipients(name, library().register)[0]


@cache
def page(name: str, year: int = 2024) -> PlacePage:
    return show_place_page(library(), place(name), year)


@cache
def printed(name: str, year: int = 2024, language: Language = SV) -> bytes:
    return notice_pdf(print_notice(library(), place(name), year), language)


def pots_table(name: str) -> PrintedTable:
    table = print_notice(library(), place(name), 2024).appendix[0].blocks[0]
    assert isinstance(table, PrintedTable)
    return table


def whole(words: str) -> int:
    """Return the kronor of '≈ 380 756 217 kr'."""
    assert re.fullmatch(r"(≈ )?[\d ]+ kr", plain_spaces(words)), words
    return int("".join(filter(str.isdigit, words)))


def test_the_first_page_says_of_a_grant_that_it_is_not_decided() -> None:
    table = print_notice(library(), place("region jönköpings län"), 2024).first.largest
    assert table is not None
    told = {row[0].text.say(): (row[2].text.say(), row[2].note and row[2].note.say()) for row in table.rows}
    assert told["Påslag i vårändringsbudgeten"] == ("Säkert", "aviserad")
    assert told["Efter vårdbehov, ur budgetpropositionen"] == ("Säkert", None)


@pytest.mark.parametrize("name", PLACES)
@pytest.mark.parametrize("language", [SV, EN])
def test_the_first_page_says_the_kronor_of_the_places_page(name: str, language: Language) -> None:
    first = pages_of(printed(name, 2024, language))[0]

    for stake in page(name).parts.sums.values():
        for kr in (stake.awarded_kr, stake.part_of_kr, stake.at_most_kr):
            assert kr is None or f"{kr:,} kr".replace(",", " ") in first
    assert " 0 kr" not in first


@pytest.mark.parametrize("name", PLACES)
def test_every_pot_stands_in_the_appendix_and_they_sum_to_the_first_page(name: str) -> None:
    table, sums = pots_table(name), page(name).parts.sums
    by_standing = dict.fromkeys((Standing.CERTAIN, Standing.INFERRED), 0)
    pots = [pot for part in page(name).parts.parts for pot in part.pots]

    assert [row[0].text.say() for row in table.rows] == [pot.row.pot.pot.name for pot in pots]
    for pot, row in zip(pots, table.rows, strict=True):
        if pot.standing in by_standing:
            by_standing[pot.standing] += whole(row[1].text.say())
    assert by_standing == {how: (sums[how].awarded_kr or 0) if how in sums else 0 for how in by_standing}
    assert [whole(row[1].text.say()) for row in table.totals] == [
        sums[how].awarded_kr for how in by_standing if how in sums
    ]


@pytest.mark.parametrize("name", PLACES)
@pytest.mark.parametrize("language", [SV, EN])
def test_every_number_of_a_source_is_explained_and_every_source_named(name: str, language: Language) -> None:
    sheet = sheet_of(print_notice(library(), place(name), 2024), language)
    *sections, sources = sheet["appendix"]
    listed = [one["number"] for one in sources["blocks"][0]["listed"]]

    assert set(_cited(sections)) == set(listed)
    assert listed == list(range(1, len(listed) + 1))


def _cited(value: Any) -> list[int]:
    match value:
        case dict():
            own = list(value.get("sources", []))
            return own + [n for key, one in value.items() if key != "sources" for n in _cited(one)]
        case list():
            return [n for one in value for n in _cited(one)]
        case _:
            return []


def test_each_computed_pot_is_explained_with_its_key() -> None:
    said = words_of(printed("region jönköpings län"))

    assert "1 367 000 000 × 369 201 / 10 557 682 ≈ 47 803 842,4533 kr" in said
    assert "Säkerhet: verifierat, exakt." in said


def test_contradictions_are_those_that_touch_the_place() -> None:
    region, town = words_of(printed("region jönköpings län")), words_of(printed("nässjö"))

    assert "Där källorna säger olika" in town
    assert "0,675 Mkr är inte förklarat" in region
    assert "Stockholm skulle få 18,7" in town
    assert "Stockholm skulle få 18,7" not in region


def test_a_year_without_grants_says_so_on_one_page() -> None:
    (only,) = pages_of(printed("nässjö", 1999))

    assert "Inget i biblioteket når Nässjö kommun 1999. Det betyder inte att inga pengar gavs." in only
    assert "kr" not in only.replace("skriv", "").split()


def test_what_has_passed_is_not_what_must_be_done_next() -> None:
    late = print_notice(library(), place("region jönköpings län"), 2024, date(2024, 10, 15)).first
    assert late.to_do is not None

    days = [row[0].text.say() for row in late.to_do.rows]
    assert days[0] == "2024-11-01"
    assert days[-1] == "ej funnet"


def test_duties_that_have_all_passed_are_not_said_to_be_missing() -> None:
    first = print_notice(library(), place("högsby"), 2019, date(2026, 1, 1)).first

    assert first.to_do is None
    assert [one.say() for one in first.to_do_words if one] == [
        "Inget av det ligger framåt; det som är passerat står i bilagan."
    ]


@pytest.mark.parametrize("year", [2018, 2021, 2023, 2025, 2026])
def test_the_first_page_is_one_page_whatever_the_year(year: int) -> None:
    for name in ("region västra götaland", "region skåne", "malmö", "uppsala län"):
        pages = pages_of(notice_pdf(print_notice(library(), place(name), year, address="https://a.example/x"), SV))
        assert len(pages) == 1 or pages[1].startswith("Bilaga")


def test_one_in_ten_of_all_places_is_set_in_both_languages() -> None:
    for n, who in enumerate(library().register.everyone):
        if n % 30 == 0:
            for language in Language:
                raw = notice_pdf(print_notice(library(), who, 2024), language)
                assert who.name in pages_of(raw)[0]


def test_it_says_of_which_day_it_speaks_on_each_page_and_the_whole_run_once() -> None:
    notice = print_notice(library(), place("nässjö"), 2024, date(2024, 2, 1))
    raw = notice_pdf(notice, SV)
    assert notice.citation is not None
    assert notice.citation.run is not None

    pages = pages_of(raw)
    for n, words in enumerate(pages, 1):
        assert f"som det var känt 2024-02-01 · körning {notice.citation.short_run}" in words
        assert f"sida {n} av {len(pages)}" in words
    assert words_of(raw).replace(" ", "").count(notice.citation.run.whole) == 1


def test_prose_names_agreements_by_their_names() -> None:
    sheet = sheet_of(print_notice(library(), place("region jönköpings län"), 2024), SV)
    told = [one for section in sheet["appendix"] for one in section["blocks"] if one["kind"] in ("words", "list")]
    said = " ".join(str(words) for one in told for words in (one.get("text", ""), *one.get("texts", ())))
    assert "Om rekvisition krävs är inte funnet för " in said
    undated = [words for one in told if one["kind"] == "list" for words in one["texts"]]
    ids = {agreement.id for agreement in library().of_year(2024, None)}
    assert undated
    assert [words for words in undated if any(one in words for one in ids)] == []
    needs = next(one["text"] for one in told if one.get("text", "").startswith("Om rekvisition krävs"))
    assert not any(one in needs for one in ids)
