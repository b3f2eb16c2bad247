"""Charts draw just the values they are given, from nought, and say each of them in words."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest

from overens.export.charts.bars import Bar, amounts, draw_bars
from overens.export.charts.columns import draw_columns
from overens.export.charts.known_curve import KnownBy, draw_known_curve, share_by
from overens.export.charts.look import KR, MKR, TENTHS, Look, Number, unit_for
from overens.export.charts.map import class_breaks, draw_map
from overens.export.charts.notice_days import YearNotice, draw_notice_days
from overens.export.charts.waterfall import WaterfallStep, draw_waterfall
from overens.export.picture import PALETTES, Size, Spec, Theme
from overens.notice.standing import Standing
from overens.vocabulary.periods import month_words
from overens.vocabulary.wording import NO_BREAK_SPACE, Language, Text, plain
from tests.export.charts.drawing import curve, land, land_map, rows, said

SV, EN = Language.SWEDISH, Language.ENGLISH
S = Standing
LOOKS = [Look(language, theme, size) for language in Language for theme in Theme for size in Size]
WIDE = Look(SV, Theme.LIGHT, Size.WIDE)
NARROW = Look(SV, Theme.LIGHT, Size.NARROW)
LONG = "Mödrahälsovård, förlossningsvård och kvinnors hälsa i hela landet"


def spaced(words: list[str]) -> list[str]:
    return [one.replace(NO_BREAK_SPACE, " ") for one in words]


def scale_of(spec: Spec, channel: str = "x") -> list[Number]:
    ends: list[Number] = spec["layer"][0]["encoding"][channel]["scale"]["domain"]
    return ends


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_bars_are_stacked_from_nought_the_surest_first_and_keep_whole_kronor(look: Look) -> None:
    bar = Bar(plain("Ale"), {S.TO_EARN: 300, S.CERTAIN: 1_000, S.INFERRED: 20})
    spec = draw_bars([bar, Bar(plain("Boden"), {S.CERTAIN: 500})], look, KR)

    pieces = [(row["standing"], row["from"], row["to"], row["value"]) for row in rows(spec, "standing")]
    assert pieces == [
        ("certain", 0, 1_000, 1_000),
        ("inferred", 1_000, 1_020, 20),
        ("to_earn", 1_020, 1_320, 300),
        ("certain", 0, 500, 500),
    ]
    assert all(isinstance(row["value"], int) for row in rows(spec, "standing"))
    assert scale_of(spec) == [0, 1_320]


def test_what_may_come_is_never_added_to_what_is_computed() -> None:
    assert spaced([amounts({S.CERTAIN: 400, S.INFERRED: 12, S.TO_EARN: 5}, WIDE, KR)]) == ["412 + högst 5 kr"]
    assert spaced([amounts({S.NOT_COMPUTED: 5}, WIDE, KR)]) == ["högst 5 kr"]
    assert spaced([amounts({S.SHARED: 5}, WIDE, KR)]) == ["5 kr"]
    assert spaced([amounts({}, WIDE, KR)]) == ["0 kr"]
    assert spaced([amounts({S.TO_EARN: 5}, Look(EN, Theme.LIGHT, Size.WIDE), KR)]) == ["at most 5 kr"]


def test_a_legend_stands_where_not_all_is_certain() -> None:
    assert "säkert" not in said(draw_bars([Bar(plain("Ale"), {S.CERTAIN: 5})], WIDE, KR))
    mixed = said(draw_bars([Bar(plain("Ale"), {S.CERTAIN: 5, S.NOT_COMPUTED: 2})], WIDE, KR))
    assert {"säkert", "ej beräknat, högst"} <= set(mixed)
    assert "ej beräknat, högst" in said(draw_bars([Bar(plain("Ale"), {S.NOT_COMPUTED: 2})], WIDE, KR))


def test_the_own_bar_stands_out_by_weight_and_not_by_colour_alone() -> None:
    spec = draw_bars([Bar(plain("Ale"), {S.CERTAIN: 5}), Bar(plain("Boden"), {S.CERTAIN: 4}, own=True)], WIDE, KR)
    bold = [one for one in spec["layer"] if one["mark"].get("fontWeight") == 600]
    assert [row["words"] for one in bold for row in one["data"]["values"]] == ["Boden"]


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_a_long_name_stands_above_its_bar_in_lines_that_fit_and_is_whole_in_its_tooltip(look: Look) -> None:
    spec = draw_bars([Bar(plain(LONG), {S.CERTAIN: 5_000_000}), Bar(plain("Kort"), {S.CERTAIN: 4})], look, TENTHS)
    named = [row for row in rows(spec, "about") if row["about"] == LONG]

    assert " ".join(row["words"] for row in named) == LONG
    assert all(look.room(row["words"]) <= look.width for row in named)


def test_a_name_without_end_is_cut_and_says_so() -> None:
    lines = WIDE.lines("ord " * 80, 200)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert len(NARROW.lines("x" * 400, 100)[0]) < 20


@pytest.mark.parametrize(
    ("most", "unit", "words"),
    [
        (650_000, KR, "650 000 kr"),
        (999_999, KR, "999 999 kr"),
        (12_340_000, TENTHS, "12,3 Mkr"),
        (1_901_400_000, MKR, "1 901 Mkr"),
        (0, KR, "0 kr"),
    ],
)
def test_the_unit_follows_the_greatest(most: int, unit: object, words: str) -> None:
    assert unit_for([most, 0]) is unit
    assert spaced([unit_for([most]).say(most, SV)]) == [words]


def test_what_is_less_than_a_million_is_not_rounded_up_to_one() -> None:
    assert unit_for([582_000_000, 650_000]) is TENTHS
    assert spaced([TENTHS.say(650_000, SV), TENTHS.say(582_000_000, SV)]) == ["0,7 Mkr", "582 Mkr"]


def test_what_is_not_nought_never_looks_like_it() -> None:
    assert spaced([MKR.say(400_000, SV), TENTHS.say(9, EN), MKR.say(0, SV)]) == ["< 1 Mkr", "< 0.1 Mkr", "0 Mkr"]


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_months_keep_their_order_and_what_has_none_stands_last(look: Look) -> None:
    months = [Bar(month_words(n), {S.CERTAIN: n} if n % 2 else {}) for n in range(1, 13)]
    spec = draw_columns(months, Bar(Text("månad ej funnen", "month not found"), {S.INFERRED: 40}), look, KR)

    pieces = rows(spec, "standing")
    assert [row["value"] for row in pieces] == [1, 3, 5, 7, 9, 11, 40]
    assert [row["near"] for row in pieces] == sorted(row["near"] for row in pieces)
    assert all(row["from"] == 0 for row in pieces)
    assert scale_of(spec, "x" if look.narrow else "y") == [0, 40]


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_a_map_hatches_what_has_no_value_and_the_legend_says_so(look: Look) -> None:
    spec = land_map(look)
    shapes = spec["layer"][0]["data"]["values"]["objects"]["land"]["geometries"]
    found = {shape["properties"]["code"]: shape["properties"] for shape in shapes}

    assert {code: of["value"] for code, of in found.items()} == {"a": 10, "b": 300, "c": None}
    assert found["c"]["fill"] == PALETTES[look.theme].missing
    assert found["a"]["fill"] != found["b"]["fill"]
    missing = "inget beräknat" if look.language is SV else "nothing computed"
    assert found["c"]["about"] == f"Cederby: {missing}"
    assert missing in said(spec)


def test_land_that_a_map_is_not_about_is_empty_and_not_hatched() -> None:
    spec = draw_map(land(outside=("c",)), {"a": 10, "b": 300}, WIDE, KR)
    shapes = spec["layer"][0]["data"]["values"]["objects"]["land"]["geometries"]

    assert shapes[2]["properties"]["fill"] == PALETTES[Theme.LIGHT].empty
    assert shapes[2]["properties"]["about"] == "Cederby: får ingen del"
    assert "får ingen del" in said(spec)
    assert "inget beräknat" not in said(spec)


def test_the_classes_of_a_map_are_round_numbers_within_the_values() -> None:
    assert class_breaks([]) == []
    assert class_breaks([7, 7, 7]) == []
    breaks = class_breaks([Fraction(1234, 10), 150, 1_789, 2_222, 93_456, 120_000, 444_444])
    assert breaks == sorted(set(breaks))
    assert all(Fraction(1234, 10) < one <= 444_444 for one in breaks)
    assert all(str(one).rstrip("0").__len__() <= 2 for one in breaks)


@pytest.mark.parametrize("look", LOOKS, ids=str)
@pytest.mark.parametrize(
    ("before", "moves", "after"),
    [
        (1_000, (500, -200), 1_300),
        (1_000_000_000, (1, -5), 999_999_996),
        (0, (7,), 7),
        (50, (-50,), 0),
        (9, (3, -3), 9),
    ],
)
def test_the_steps_of_a_waterfall_meet_and_sum_to_the_krona(
    look: Look, before: int, moves: tuple[int, ...], after: int
) -> None:
    steps = [WaterfallStep(plain(f"orsak {n}"), kr) for n, kr in enumerate(moves)]
    spec = draw_waterfall(WaterfallStep(plain("2023"), before), steps, WaterfallStep(plain("2024"), after), look)
    drawn = rows(spec, "kr")
    moved = [row for row in drawn if row["about"].startswith("orsak")]

    assert [row["kr"] for row in moved] == list(moves)
    assert [row["to"] - row["from"] for row in moved] == list(moves)
    assert all(one["to"] == other["from"] for one, other in pairwise(moved))
    assert sum(row["kr"] for row in moved) == after - before
    low, high = scale_of(spec)
    assert low <= 0 <= high
    words = spaced(said(spec))
    assert all(f"{'+' if kr > 0 else '−'}{abs(kr)} kr" in words for kr in moves)


def test_a_waterfall_whose_steps_do_not_sum_is_refused() -> None:
    with pytest.raises(ValueError, match="1 \\+ \\[1\\] != 3"):
        draw_waterfall(WaterfallStep(plain("a"), 1), [WaterfallStep(plain("b"), 1)], WaterfallStep(plain("c"), 3), WIDE)


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_days_before_stand_to_the_left_and_days_after_to_the_right(look: Look) -> None:
    spec = draw_notice_days(
        [YearNotice(2023, -29, -29, -29), YearNotice(2024, 12, 10, 14), YearNotice(2025, 0, 0, 0)], look
    )

    assert [(row["from"], row["to"]) for row in rows(spec, "days")] == [(0, 29), (-12, 0), (0, 0)]
    assert [(row["from"], row["to"]) for row in rows(spec, "from") if row["about"] == "2024"] == [(-14, -10)]
    words = spaced(said(spec))
    assert ("29 dagar efter" if look.language is SV else "29 days after") in words
    assert ("12 dagar före" if look.language is SV else "12 days before") in words


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_the_curve_ends_at_the_whole_and_says_the_share_of_both_days(look: Look) -> None:
    points = curve(KnownBy)
    spec = draw_known_curve(points, 2024, look)
    shares = [row["share"] for row in rows(spec, "share")]

    assert shares == [0, 20, 100, 100]
    assert spaced(said(spec)).count("20 %") == 2
    assert share_by(points, points[0].day) == Fraction(1, 5)
