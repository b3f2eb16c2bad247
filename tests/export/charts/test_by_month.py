"""Lines by month and ranges draw just the values they are given, with gaps where there is none, and say where they come from."""

from __future__ import annotations

from fractions import Fraction

import pytest

from overens.export.charts.by_month import Point, draw_by_month
from overens.export.charts.look import MKR, Look, Unit
from overens.export.charts.spans import Span, draw_spans
from overens.export.picture import PALETTES, Size, Theme
from overens.vocabulary.wording import Language, Text, plain

UNIT = Unit(plain("%"), 1, 1)
SIGNS = Text("● uppfyllt", "● met")
STAMP = Text("Påhittade utfall", "Made-up outcomes")
LOOKS = [Look(language, theme, size) for language in Language for theme in Theme for size in Size]


def point(name: str, value: int | None, compared: int | None) -> Point:
    first, second = (None if one is None else Fraction(one) for one in (value, compared))
    return Point(plain(name), first, second, "●", met=True)


POINTS = [point("jan", 60, 50), point("feb", 62, 50), point("mar", None, 50), point("apr", 70, None)]


def values(spec: dict[str, object]) -> list[dict[str, object]]:
    return [row for layer in spec["layer"] for row in layer["data"]["values"]]  # type: ignore[attr-defined]  # a specification is JSON


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look.language}-{look.theme}-{look.size}")
def test_a_line_goes_between_periods_that_have_values_and_no_other(look: Look) -> None:
    drawn = values(draw_by_month(POINTS, SIGNS, look, UNIT, STAMP))
    palette = PALETTES[look.theme]
    strokes = [row["stroke"] for row in drawn if "stroke" in row]
    assert strokes.count(palette.accent) == 1
    assert strokes.count(palette.grey) == 2
    assert sum(row.get("words") == "●" and row["fill"] == palette.ink for row in drawn) == 3
    assert STAMP.say(look.language) in {row.get("words") for row in drawn}


def test_one_value_alone_is_drawn() -> None:
    drawn = values(draw_by_month([point("2024", 0, None)], SIGNS, LOOKS[0], UNIT))
    assert [row for row in drawn if row.get("words") == "●"]
    assert STAMP.say() not in {row.get("words") for row in drawn}


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look.language}-{look.theme}-{look.size}")
def test_a_range_is_hatched_from_its_least_to_its_most(look: Look) -> None:
    spans = [Span("Gotland", 2_000_000, 5_000_000), Span("Skåne", 0, 9_000_000)]
    bars = [row for row in values(draw_spans(spans, look, MKR)) if "from" in row]
    assert [(row["from"], row["to"]) for row in bars] == [(2_000_000, 5_000_000), (0, 9_000_000)]
    assert {row["fill"] for row in bars} == {PALETTES[look.theme].hatched}
