"""Pictures of answers: the table holds just what is drawn, the title is true, and nothing empty is drawn."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from functools import cache
from typing import Any

import pytest

from overens.export.charts.bars import Bar
from overens.export.charts.look import KR
from overens.export.picture import Picture, Size, Theme, to_json, to_svg
from overens.notice.standing import Standing
from overens.usecases.compare import amendment_sides, show_changes, year_side
from overens.usecases.lead_time import LeadSeries, show_lead_series
from overens.usecases.library import Library, open_library
from overens.usecases.pictures.agreement import agreement_pictures
from overens.usecases.pictures.change import change_pictures
from overens.usecases.pictures.compose import all_equal, leaders
from overens.usecases.pictures.lead import known_by, lead_pictures, lead_year_pictures
from overens.usecases.pictures.months import month_pictures, peer_pictures
from overens.usecases.pictures.place import place_pictures
from overens.usecases.pictures.year import most_title, year_pictures
from overens.usecases.place import show_place
from overens.usecases.year import show_year
from overens.vocabulary.periods import month_words
from overens.vocabulary.recipients import RecipientKind
from overens.vocabulary.wording import NO_BREAK_SPACE, Language, Text, plain
from tests.export.charts.drawing import rows

SV, EN = Language.SWEDISH, Language.ENGLISH
S = Standing
REGION, MUNICIPALITY, AREA = RecipientKind.REGION, RecipientKind.MUNICIPALITY, RecipientKind.AREA


@cache
def library() -> Library:
    return open_library()


@cache
def series() -> LeadSeries:
    return show_lead_series(library())


@cache
def inhabitants() -> dict[str, int]:
    (read,) = library().read_figures(("befolkning", REGION))
    values = next(one.values for one in read.series if one.key.measured_on == "2023-12-31")
    return {code: int(value) for code, value in values.items() if value is not None}


def place(kind: RecipientKind, code: str, year: int = 2024) -> tuple[Picture, ...]:
    who = library().register.get(kind, code)
    assert who is not None
    return place_pictures(show_place(library(), who, year))


def changes(before: int, after: int, region: str | None = None) -> tuple[Picture, ...]:
    who = library().register.get(REGION, region) if region else None
    one, other = (year_side(library(), year, None) for year in (before, after))
    return change_pictures(show_changes(library(), one, other, who))


def agreement(name: str) -> tuple[Picture, ...]:
    return agreement_pictures(library().allocation(name), library().register)


def months(*kr: int) -> list[Bar]:
    return [Bar(month_words(n), {S.CERTAIN: one} if one else {}) for n, one in enumerate(kr, 1)]


@cache
def every() -> tuple[Picture, ...]:
    return (
        *year_pictures(show_year(library(), 2024), inhabitants()),
        *place(REGION, "06"),
        *place(AREA, "06"),
        *agreement("god-och-nara-vard-2024"),
        *agreement("omstallning-socialtjanst-2024"),
        *changes(2023, 2024),
        *changes(2023, 2024, "06"),
        *lead_pictures(series()),
        *lead_year_pictures(series().of(2024)),
        *month_pictures(months(5, 0, 7), Bar(plain("ingen"), {S.TO_EARN: 3}), plain("Ale"), 2024),
        *peer_pictures(
            [Bar(plain("Ale"), {S.CERTAIN: 5}, own=True), Bar(plain("Bo"), {S.CERTAIN: 4})], KR, plain(""), "kr"
        ),
    )


def title(pictures: Iterable[Picture], name: str, language: Language = SV) -> str:
    return next(one for one in pictures if one.name == name).title.say(language).replace(NO_BREAK_SPACE, " ")


def drawn(spec: dict[str, Any]) -> list[Any]:
    """Return every value in the picture, in the order of the rows."""
    shapes = spec["layer"][0]["data"]["values"]
    if isinstance(shapes, dict):
        (found,) = shapes["objects"].values()
        return [
            shape["properties"]["value"] for shape in found["geometries"] if shape["properties"]["value"] is not None
        ]
    if shares := [row["share"] / 100 for row in rows(spec, "share")]:
        return shares[1:-1]
    return [row[field] for field in ("value", "kr", "days") for row in rows(spec, field)]


def in_table(picture: Picture) -> list[Any]:
    numbers = [cell for row in picture.table.rows for cell in row[1:] if isinstance(cell, int | Fraction) and cell]
    if picture.name == "dagar":
        return [row[1] for row in picture.table.rows]
    return [float(cell) if isinstance(cell, Fraction) else cell for cell in numbers]


@pytest.mark.parametrize("size", Size)
def test_the_table_holds_just_what_is_drawn(size: Size) -> None:
    for picture in every():
        found = drawn(to_json(picture, SV, Theme.LIGHT, size))
        if picture.name == "varfor":  # the sums before and after may only be said, and the difference drawn beside them
            steps = [row[1] for row in picture.table.rows[1:-1]]
            assert [kr for kr in found if kr in steps][: len(steps)] == steps, picture.name
        else:
            assert sorted(found) == pytest.approx(sorted(in_table(picture)), rel=1e-12), picture.name
            assert sum(found) == pytest.approx(sum(in_table(picture)), rel=1e-12), picture.name


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("theme", Theme)
def test_every_picture_is_drawn_in_both_languages_and_themes(language: Language, theme: Theme) -> None:
    assert len({picture.name for picture in every()}) > 10
    for picture in every():
        svg = to_svg(picture, language, theme)
        assert not [word for word in ("undefined", "NaN", "null") if word in svg], picture.name
        assert "{" not in picture.title.say(language) + picture.description.say(language), picture.name


def test_names_of_pictures_are_addresses_of_their_own() -> None:
    for pictures in (year_pictures(show_year(library(), 2024), inhabitants()), agreement("god-och-nara-vard-2024")):
        names = [one.name for one in pictures]
        assert len(set(names)) == len(names)
        assert all(name.replace("-", "").isalpha() and name.isascii() for name in names)


def test_the_regions_bars_sum_to_the_year_s_own_rows() -> None:
    year = show_year(library(), 2024)
    bars = next(one for one in year_pictures(year) if one.name == "regioner")
    computed = {row[0].say(): row[1] + row[2] for row in bars.table.rows}  # type: ignore[union-attr,operator]  # text and kronor

    assert computed == {
        row.recipient.short_name: row.verified_kr + row.inferred_kr + row.outside_kr for row in year.regions
    }


def test_a_region_s_bars_sum_to_what_its_page_says_is_computed() -> None:
    who = library().register.get(REGION, "06")
    assert who is not None
    shown = show_place(library(), who, 2024)
    (picture,) = place_pictures(shown)

    assert sum(in_table(picture)) == shown.total_kr + sum(row.ceiling_kr or 0 for row in shown.rows if not row.award)


def test_the_map_names_the_one_with_most_per_inhabitant() -> None:
    pictures = year_pictures(show_year(library(), 2024), inhabitants())
    each = {row[1].say(): row[2] for row in pictures[0].table.rows}  # type: ignore[union-attr]  # text
    most = max(each, key=lambda name: each[name])  # type: ignore[arg-type,return-value]  # all have a number

    assert title(pictures, "karta").startswith(f"{most} får mest per invånare 2024: ")
    assert title(pictures, "karta", EN).startswith(f"Most per inhabitant in 2024: {most}, ")


@pytest.mark.parametrize(
    ("kr", "sv", "en"),
    [
        ((5, 3, 1), "A får mest per invånare 2024: 5 kr", "Most per inhabitant in 2024: A, 5 kr"),
        ((5, 5, 1), "A och B får mest per invånare 2024: 5 kr var", "Most per inhabitant in 2024: A and B, 5 kr each"),
        ((5, 5, 5), "Alla får lika mycket per invånare 2024: 5 kr", "All get the same per inhabitant in 2024: 5 kr"),
        ((5, 5, 5, 5, 1), "Mellan 1 kr och 5 kr per invånare 2024", "Between 1 kr and 5 kr per inhabitant in 2024"),
    ],
)
def test_a_tie_is_told_as_one(kr: tuple[int, ...], sv: str, en: str) -> None:
    named = [(plain(name), one) for name, one in zip("ABCDE", kr, strict=False)]
    said = most_title(named, 2024, KR)

    assert [said.say(one).replace(NO_BREAK_SPACE, " ") for one in (SV, EN)] == [sv, en]


def test_nobody_leads_where_nobody_has_anything() -> None:
    assert leaders([], KR) is None
    assert leaders([(plain("A"), 0), (plain("B"), 0)], KR) is None
    assert not all_equal([(plain("A"), 0)])


@pytest.mark.parametrize(
    "pictures",
    [
        lambda: year_pictures(show_year(library(), 1999)),
        lambda: year_pictures(show_year(library(), 2024, date(2001, 1, 1)), inhabitants()),
        lambda: place(REGION, "06", 1999),
        lambda: changes(2024, 2024),
        lambda: changes(1999, 2024),
        lambda: agreement("at-tjanster-2024"),
        lambda: lead_year_pictures(series().of(1999)),
        lambda: lead_pictures(show_lead_series(library(), date(1999, 1, 1))),
        lambda: month_pictures(months(0, 0), None, plain("Ale"), 2024),
        lambda: peer_pictures([Bar(plain("Ale"), {S.CERTAIN: 5}, own=True)], KR, plain(""), "kr"),
        lambda: peer_pictures([Bar(plain("Ale"), {S.CERTAIN: 5}), Bar(plain("Bo"), {})], KR, plain(""), "kr"),
    ],
)
def test_where_nothing_can_be_drawn_there_is_no_picture(pictures: Any) -> None:
    assert pictures() == ()


def test_all_municipalities_with_the_same_are_a_map_that_says_so() -> None:
    (picture,) = agreement("omstallning-socialtjanst-2024")

    assert title([picture], "karta-kommuner") == "290 kommuner får lika mycket var: 650 000 kr"
    assert title([picture], "karta-kommuner", EN) == "290 municipalities get the same each: 650 000 kr"


def test_the_waterfall_says_the_difference_and_its_steps_sum_to_it() -> None:
    for pictures in (changes(2023, 2024), changes(2023, 2024, "06")):
        (picture,) = pictures
        first, *steps, last = (row[1] for row in picture.table.rows)
        assert first + sum(steps) == last  # type: ignore[operator,arg-type]  # kronor
        assert f"{last - first:,}".replace(",", " ").replace("-", "−") in title(pictures, "varfor")  # type: ignore[operator]  # kronor


def test_every_amendment_that_changes_something_has_its_waterfall() -> None:
    for name in library().amends:
        told = show_changes(library(), *amendment_sides(library(), name))
        differs = any(line.causes for line in told.lines)
        assert len(change_pictures(told)) == int(differs)


def test_the_title_of_the_years_counts_those_in_time() -> None:
    in_time = [one for one in series().years.values() if one.main and one.main.median.middle >= 0]
    of = [one for one in series().years.values() if one.main]
    said = f"{len(in_time)} av {len(of)} år var hälften av pengarna känd till årsskiftet"

    assert title(lead_pictures(series()), "dagar") == said


@pytest.mark.parametrize("year", sorted(series().years))
def test_the_curve_of_a_year_agrees_with_its_measures(year: int) -> None:
    one = series().of(year)
    assert one.main is not None
    points = known_by(one)

    assert points[-1].share == 1
    by_new_year = max((point.share for point in points if point.day <= date(year, 1, 1)), default=Fraction(0))
    assert by_new_year == one.main.in_time.middle


@pytest.mark.parametrize(
    ("kr", "apart", "said"),
    [
        ((5, 0, 7), 0, "Mest kommer i mars: 7 kr av 12 kr"),
        ((5, 5, 1), 0, "Mest kommer i januari och februari: 5 kr var av 11 kr"),
        ((5, 0, 0), 9, "För 9 kr av 14 kr är månaden inte funnen"),
        ((4, 4, 4), 0, "12 kr till Ale 2024, månad för månad"),
    ],
)
def test_the_title_of_the_months(kr: tuple[int, ...], apart: int, said: str) -> None:
    without = Bar(Text("månad ej funnen", "month not found"), {S.CERTAIN: apart}) if apart else None

    assert title(month_pictures(months(*kr), without, plain("Ale"), 2024), "manader") == said


def test_a_place_among_similar_ones_is_marked_and_counted() -> None:
    bars = [
        Bar(plain(name), {S.CERTAIN: kr}, own=name == "Nässjö")
        for name, kr in (("Nässjö", 4), ("Eksjö", 4), ("Ale", 9))
    ]
    pictures = peer_pictures(bars, KR, Text("per invånare", "per inhabitant"), "kr_per_inhabitant")

    assert title(pictures, "liknande") == "Nässjö: 4 kr per invånare. Av 2 liknande får 1 mer och 0 mindre"
    assert pictures[0].table.names == ("name", "certain_kr_per_inhabitant")
