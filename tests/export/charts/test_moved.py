"""Charts of what is gained and lost: bars both ways from one nought, a map in two hues, no number without its sign."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overens.export.charts.both_ways import Gain, draw_both_ways
from overens.export.charts.look import KR, MKR, Look
from overens.export.charts.map import draw_map
from overens.export.charts.map_classes import class_of, moved_classes
from overens.export.picture import PALETTES, Size, Theme
from overens.vocabulary.wording import Language, plain
from tests.export.charts.drawing import land

WIDE = Look(Language.SWEDISH, Theme.LIGHT, Size.WIDE)
NARROW = Look(Language.ENGLISH, Theme.DARK, Size.NARROW)
GAINS = (Gain(plain("Ale"), 3_000_000), Gain(plain("Boden"), 0), Gain(plain("Cederby"), -1_000_000))


@pytest.mark.parametrize("look", [WIDE, NARROW])
def test_bars_go_both_ways_from_the_same_nought_to_the_same_scale(look: Look) -> None:
    boxes = draw_both_ways(GAINS, look, MKR)["layer"][0]
    rows = boxes["data"]["values"]
    assert [(row["from"], row["to"]) for row in rows] == [(0, 3_000_000), (0, 0), (0, -1_000_000)]
    assert boxes["encoding"]["x"]["scale"]["domain"] == [-1_000_000, 3_000_000]
    palette = PALETTES[look.theme]
    assert (rows[0]["fill"], rows[2]["fill"]) == (palette.accent, palette.warning)
    assert [row["about"].replace("\u00a0", " ") for row in rows] == ["Ale: +3 Mkr", "Boden: 0 Mkr", "Cederby: −1 Mkr"]


@pytest.mark.parametrize("gains", [GAINS[:1], GAINS[1:2], GAINS[2:]])
def test_one_way_alone_is_drawn_too(gains: tuple[Gain, ...]) -> None:
    low, high = draw_both_ways(gains, WIDE, MKR)["layer"][0]["encoding"]["x"]["scale"]["domain"]
    assert low <= 0 <= high
    assert low < high


def test_a_map_of_what_moves_has_one_hue_above_nought_and_another_below_it() -> None:
    spec = draw_map(land(), {"a": 10, "b": 0, "c": -10}, WIDE, KR, moved=True)
    shapes = spec["layer"][0]["data"]["values"]["objects"]["land"]["geometries"]
    palette = PALETTES[Theme.LIGHT]
    fills = [shape["properties"]["fill"] for shape in shapes]
    assert fills[0] in palette.scale
    assert fills[1] == palette.grey
    assert fills[2] in palette.lost
    assert [shape["properties"]["about"].replace("\u00a0", " ") for shape in shapes] == [
        "Ale: +10 kr",
        "Boden: 0 kr",
        "Cederby: −10 kr",
    ]


@given(st.lists(st.fractions(-1000, 1000), min_size=1, max_size=30))
def test_every_value_has_its_class_and_no_class_is_empty(values: list[Fraction]) -> None:
    classes = moved_classes(values, WIDE, KR)
    found = [class_of(value, classes) for value in values]
    assert {one.fill for one in found} == {one.fill for one in classes}
    palette = PALETTES[Theme.LIGHT]
    for value, one in zip(values, found, strict=True):
        hue = palette.scale if value > 0 else palette.lost if value < 0 else (palette.grey,)
        assert one.fill in hue
