"""What a year's announcement says: sums that add up, what is not known said, only what was known on the day."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from overens.export.manuscript import Bullets, Heading, Manuscript, Note, Paragraph, ShownTable
from overens.export.markdown import to_markdown
from overens.usecases.library import Library, open_library
from overens.usecases.pot_sums import PARTS, ToWhom
from overens.usecases.press_release import PressRelease, show_press_release
from overens.usecases.press_tables import press_counties_table, press_regions_table, rough_columns
from overens.usecases.press_text import tables_of, write_press_release
from overens.usecases.wording.press import together_words
from overens.vocabulary.periods import When
from overens.vocabulary.sources import GrantKind
from overens.vocabulary.wording import Language, plain

ROOT = Path(__file__).parents[2]
YEARS = range(2015, 2028)
DAY = date(2023, 12, 21)


AGREED = GrantKind.AGREEMENT


@cache
def library() -> Library:
    return open_library()


@cache
def release(year: int, day: date | None = None) -> PressRelease:
    return show_press_release(library(), year, day)


def text(year: int, day: date | None = None, language: Language = Language.SWEDISH) -> str:
    words = to_markdown(write_press_release(release(year, day), library().register), language)
    return words.replace("\u00a0", " ")


def manuscript(year: int) -> Manuscript:
    return write_press_release(release(year), library().register)


@pytest.mark.parametrize("year", YEARS)
def test_what_is_by_region_and_by_county_is_what_is_computed_for_them(year: int) -> None:
    told = release(year)
    regions = [row[-1] for row in press_regions_table(told).rows]
    counties = [row[-1] for row in press_counties_table(told).rows]
    for cells, whom in ((regions, ToWhom.REGIONS), (counties, ToWhom.MUNICIPALITIES)):
        assert sum(cell for cell in cells if isinstance(cell, int)) == told.kr("certain_kr", whom) + told.kr(
            "inferred_kr", whom
        )


@pytest.mark.parametrize("year", YEARS)
def test_every_agreement_is_told_once_and_its_pots_are_its_amount(year: int) -> None:
    told = release(year)
    headings = [one.path for one in manuscript(year).blocks if isinstance(one, Heading) and one.level == 3]
    assert sorted(headings) == sorted(f"/avtal/{one.agreement.id}" for one in told.year.allocations)
    for grant in told.grants:
        total = grant.allocation.whole.amount
        assert total is None or sum(one.amount_kr or 0 for one in grant.sums) == total.kr


def test_the_two_tables_stand_beside_the_printed_ones() -> None:
    tables = tables_of(manuscript(2024))
    assert tables["regions"].columns == (
        "name",
        "published_kr",
        "verified_kr",
        "inferred_kr",
        "residual_kr",
        "outside_table_kr",
        "computed_kr",
    )
    assert tables["regions"].sums[1] == 9_842_000_000
    assert tables["counties"].sums[1:4] == [750_000_000, 750_000_000, 0]


@pytest.mark.parametrize(
    ("year", "name", "columns"),
    [
        (2020, "regions", ("name", "verified_kr")),
        (2020, "counties", ("name", "own_kr")),
        (2021, "regions", ("name", "verified_kr", "inferred_kr", "ceiling_kr", "computed_kr")),
    ],
)
def test_columns_in_which_nothing_stands_are_left_out(year: int, name: str, columns: tuple[str, ...]) -> None:
    assert tables_of(manuscript(year))[name].columns == columns


def test_a_year_without_anything_by_region_says_so_and_shows_no_table_of_nought() -> None:
    assert "regions" not in tables_of(manuscript(2018))
    assert "Inget av detta är beräknat per region." in text(2018)
    assert "Inget av detta är beräknat per län." in text(2018)


@pytest.mark.parametrize("language", Language)
def test_a_year_without_agreements_says_so_and_what_is_missing(language: Language) -> None:
    assert release(2015).grants == ()
    said = text(2015, language=language)
    assert {"sv": "Inget avtal för 2015 finns", "en": "No agreement for 2015 is"}[language.value] in said
    assert "omfattar tillsammans" not in said
    assert "| Cancervård med kortare väntetider | 500 Mkr |" in said
    assert [type(one) for one in manuscript(2027).blocks] == [Paragraph]


def test_an_amount_that_is_not_known_is_never_nought() -> None:
    said = text(2024)
    assert "1 pott har okänt belopp och är inte med i summorna." in said
    assert "Avtalet har inget känt belopp." in said
    assert "Okänt belopp till regioner och kommuner." in said
    assert not any(line.endswith((" 0 kr.", "≈ 0,0 Mkr.")) for line in said.splitlines())


def test_amounts_are_as_sharp_as_their_sources_print_them() -> None:
    said = text(2021)
    assert "Avtalet omfattar 397 Mkr." in said
    assert "Drygt 86 Mkr till nationella kvalitetsregister." in said
    assert "Just over 86 Mkr to" in text(2021, language=Language.ENGLISH)
    assert "Avtalet omfattar 2 967 000 000 kr." in said


def test_what_is_decided_is_kept_apart_from_what_is_announced() -> None:
    assert "Status: beslutad; Påslag i vårändringsbudgeten: aviserad." in text(2024)
    assert "Ett pressmeddelande är inget beslut" in text(2024)


# --- as known on --------------------------------------------------------------------


def test_nothing_that_became_known_later_is_told() -> None:
    then = text(2024, DAY)
    assert "Som det var känt 2023-12-21." in then
    assert "vårändringsbudgeten" not in then
    assert "vårändringsbudgeten" in text(2024)
    ids = {one.allocation.agreement.id for one in release(2024, DAY).grants}
    assert not ids & set(release(2024, DAY).year.not_yet_known)
    assert not [one for one in release(2024, DAY).year.not_yet_known if one in then]
    assert "ännu inte känt i sin helhet den dagen" in then  # the sector grant, of which one part was known


def test_contradictions_and_sources_of_later_days_are_left_out_and_counted() -> None:
    then, now = release(2024, DAY), release(2024)
    kept = sum(len(one.contradictions) for one in then.grants)
    assert then.undated == sum(len(one.allocation.agreement.contradictions) for one in then.grants) - kept > 0
    assert now.undated == 0
    for grant in then.grants:
        named = {name for told in grant.contradictions for name in told.source}
        dates = [grant.allocation.agreement.sources[name].published for name in named]
        assert all(isinstance(since, When) and since.known_on(DAY) for since in dates)
    assert f"{then.undated} motsägelser är inte med" in text(2024, DAY)
    assert then.missing == ()
    assert then.not_found == 0


def test_a_day_on_which_nothing_was_known_has_nothing_to_announce() -> None:
    said = text(2024, date(2020, 1, 1))
    assert "Inget statsbidrag för 2024 var känt 2020-01-01." in said
    assert "Det finns inget att meddela." in said
    assert "## " not in said


def test_a_single_agreement_is_told_as_one() -> None:
    one, two = together_words(2024, [AGREED], plain("5 kr")), together_words(2024, [AGREED] * 2, plain("5 kr"))
    assert (one.say(), two.say()) == (
        "Det enda avtalet för 2024 omfattar 5 kr.",
        "De 2 avtalen för 2024 omfattar tillsammans 5 kr.",
    )


# --- form ---------------------------------------------------------------------------


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("year", YEARS)
def test_it_is_the_same_each_time_and_holds_no_bare_placeholder(year: int, language: Language) -> None:
    assert text(year, language=language) == text(year, language=language)
    assert "{" not in text(year, language=language)
    assert not re.search(r"\bNone\b(?! of)", text(year, language=language))


def test_every_block_has_both_languages() -> None:
    for block in manuscript(2024).blocks:
        match block:
            case Heading() | Paragraph() | Note():
                said = [block.text]
            case Bullets():
                said = [*block.items]
            case ShownTable():
                said = [block.caption, *block.headings]
        assert all(one.say(Language.SWEDISH).strip() and one.say(Language.ENGLISH).strip() for one in said)


@pytest.mark.parametrize("name", ["regions", "counties", "certainty", "contradictions", "missing", "sources"])
def test_the_columns_of_each_table_are_documented(name: str) -> None:
    written = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
    names = tables_of(manuscript(2024))[name].table.names
    if name == "regions":  # those of overens year, and one more
        assert names[-1] == "computed_kr"
        names = names[:-1]
    assert "| " + ", ".join(f"`{one}`" for one in names) + " |" in written


def test_what_is_no_agreement_makes_them_grants() -> None:
    two = together_words(2024, [AGREED, GrantKind.ORDINANCE], plain("5 kr"))
    assert two.say() == "De 2 bidragen för 2024 omfattar tillsammans 5 kr."
    assert (
        together_words(2024, [GrantKind.ORDINANCE], plain("5 kr")).say() == "Det enda bidraget för 2024 omfattar 5 kr."
    )


def test_a_table_says_in_which_columns_amounts_are_rough() -> None:
    release = show_press_release(open_library(), 2024)
    said = rough_columns(release)
    assert said is not None
    for name, heading in PARTS:
        assert (heading.say().lower() in said.say()) is not release.exact(name)
