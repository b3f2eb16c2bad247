"""A picture as SVG, PNG and JSON: complete in itself, the same each time, hatched, with its words escaped."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import altair as alt
import pytest

from overens.export.charts.bars import Bar, draw_bars
from overens.export.charts.look import KR, Look
from overens.export.csv_table import Table
from overens.export.picture import (
    PALETTES,
    Picture,
    Size,
    Spec,
    Theme,
    _drawn,
    _in_other_colours,
    to_json,
    to_png,
    to_svg,
)
from overens.notice.standing import Standing
from overens.vocabulary.wording import Language, Text, plain

SV, EN = Language.SWEDISH, Language.ENGLISH
HOSTILE = "<script>alert(1)</script> \"'&]]> ${x}"
SVG = "{http://www.w3.org/2000/svg}"
EVERY = [(language, theme, size) for language in Language for theme in Theme for size in Size]


def picture(name: str = "Håbo") -> Picture:
    bars = [
        Bar(plain(name), {Standing.CERTAIN: 1_500, Standing.TO_EARN: 700}),
        Bar(plain("Ale"), {Standing.INFERRED: 9}),
    ]

    def draw(size: Size) -> Callable[[Language, Theme], Spec]:
        return lambda language, theme: draw_bars(bars, Look(language, theme, size), KR)

    table = Table(plain("x"), (), (), ())
    title = Text("{name} får mest", "Most goes to {name}", {"name": name})
    narrow, wide = draw(Size.NARROW), draw(Size.WIDE)
    return Picture("prov", title, Text("Staplar.", "Bars."), table, wide, narrow)


@pytest.mark.parametrize(("language", "theme", "size"), EVERY)
def test_the_svg_is_one_image_with_a_title_and_a_description(language: Language, theme: Theme, size: Size) -> None:
    root = ET.fromstring(to_svg(picture(), language, theme, size))

    assert root.get("role") == "img"
    assert root.get("lang") == language.value
    assert root.get("width") == ("680" if size is Size.WIDE else "340")
    assert [child.tag for child in root][:2] == [f"{SVG}title", f"{SVG}desc"]
    assert root.findtext(f"{SVG}title") == ("Håbo får mest" if language is SV else "Most goes to Håbo")
    assert root.findtext(f"{SVG}desc") == ("Staplar." if language is SV else "Bars.")
    assert "aria-" not in ET.tostring(root, encoding="unicode")


@pytest.mark.parametrize(("language", "theme", "size"), EVERY)
def test_nothing_points_out_of_the_picture(language: Language, theme: Theme, size: Size) -> None:
    svg = to_svg(picture(), language, theme, size)
    bare = svg.replace("http://www.w3.org/2000/svg", "").replace("http://www.w3.org/1999/xlink", "")

    assert "://" not in bare
    assert set(re.findall(r"url\((.*?)\)", svg)) <= {f"#{name}" for name in re.findall(r'<pattern id="(.*?)"', svg)}
    assert "style=" not in svg  # a strict content security policy would refuse it
    assert "href" not in bare
    assert "://" not in json.dumps(to_json(picture(), language, theme, size))


@pytest.mark.parametrize("theme", Theme)
def test_what_may_come_is_hatched_and_what_is_certain_solid(theme: Theme) -> None:
    palette = PALETTES[theme]
    svg = to_svg(picture(), SV, theme)
    hatch = f"hatch-{palette.hatched.removeprefix('#')}"

    assert svg.count(f'<pattern id="{hatch}"') == 1
    assert svg.count(f'fill="url(#{hatch})"') == 2  # the bar and the legend
    assert palette.hatched not in svg.replace(hatch, "")
    assert f'fill="{palette.accent}"' in svg
    assert to_json(picture(), SV, theme)["usermeta"]["hatches"][palette.hatched] == (palette.accent, palette.paper)


def test_no_colour_stands_both_for_itself_and_for_hatching() -> None:
    for palette in PALETTES.values():
        own = [palette.paper, palette.ink, palette.muted, palette.line, palette.accent, palette.second]
        own += [palette.warning, palette.grey, palette.empty, *palette.scale]
        assert not set(palette.hatches) & set(own)
        assert len(palette.hatches) == 2


@pytest.mark.parametrize(("language", "theme", "size"), EVERY)
def test_a_hostile_name_is_words_and_nothing_else(language: Language, theme: Theme, size: Size) -> None:
    for svg in (
        to_svg(picture(HOSTILE), language, theme, size),
        to_svg(picture(HOSTILE), language, theme, size, titled=True),
    ):
        root = ET.fromstring(svg)
        assert HOSTILE in (root.findtext(f"{SVG}title") or "")
        assert not [one for one in root.iter() if "script" in one.tag]
        assert "<script" not in svg


def test_the_same_input_gives_the_same_bytes_also_when_many_ask_at_once() -> None:
    import overens.export.picture as drawing

    with ThreadPoolExecutor(8) as many:
        svgs = set(many.map(lambda n: to_svg(picture(f"Namn {n % 2}"), SV, Theme.LIGHT), range(24)))
    pngs = [to_png(picture(), SV, Theme.DARK)]
    drawing._finished.clear()
    again = {to_svg(picture(f"Namn {n}"), SV, Theme.LIGHT) for n in (0, 1)}
    pngs.append(to_png(picture(), SV, Theme.DARK))

    assert svgs == again
    assert len(svgs) == 2
    assert pngs[0] == pngs[1]
    assert pngs[0].startswith(b"\x89PNG")


def test_no_more_is_kept_than_there_is_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    import overens.export.picture as drawing

    drawing._finished.clear()
    one = len(to_svg(picture("Många 0"), SV, Theme.LIGHT))
    monkeypatch.setattr(drawing, "KEPT", 2 * one + 10)
    for n in range(1, 5):
        to_svg(picture(f"Många {n}"), SV, Theme.LIGHT)

    assert [svg.count("Många 4") > 0 for svg in drawing._finished.values()] == [False, True]  # type: ignore[arg-type]  # all are SVG


def test_a_picture_that_leaves_its_page_has_its_title_written_and_is_higher() -> None:
    bare, titled = (ET.fromstring(to_svg(picture(), SV, Theme.LIGHT, titled=one)) for one in (False, True))

    assert "Håbo får mest" in [text.text for text in titled.iter(f"{SVG}text")]
    assert "Håbo får mest" not in [text.text for text in bare.iter(f"{SVG}text")]
    assert int(titled.get("height", 0)) > int(bare.get("height", 0))
    assert titled.get("viewBox") == f"0 0 680 {titled.get('height')}"


def test_a_picture_without_a_narrow_form_is_drawn_broad() -> None:
    one = picture()
    broad = Picture(one.name, one.title, one.description, one.table, one.draw)

    assert to_svg(broad, SV, Theme.LIGHT, Size.NARROW) == to_svg(one, SV, Theme.LIGHT, Size.WIDE)


@pytest.mark.parametrize(("language", "decimal"), [(SV, ","), (EN, ".")])
def test_the_specification_is_vega_lite_and_writes_numbers_as_the_page_does(language: Language, decimal: str) -> None:
    spec: Spec = to_json(picture(), language, Theme.LIGHT)
    number = spec["config"]["locale"]["number"]

    assert (number["decimal"], number["thousands"], number["minus"]) == (decimal, "\u00a0", "\u2212")
    assert "$schema" not in spec
    assert spec["description"] == ("Staplar." if language is SV else "Bars.")
    alt.LayerChart.from_dict({key: value for key, value in spec.items() if key != "usermeta"})  # raises where it is not


@pytest.mark.parametrize(("language", "size"), [(language, size) for language in Language for size in Size])
def test_a_dark_picture_made_of_the_light_one_is_the_one_that_is_drawn(language: Language, size: Size) -> None:
    one = picture()
    spec = to_json(one, language, Theme.DARK, size)

    made = _in_other_colours(one, spec, language, size)
    assert made is not None
    assert made == _drawn(spec, one.title.say(language), one.description.say(language), language, Theme.DARK)


def test_a_name_that_is_a_colour_keeps_its_picture_from_being_made_of_another() -> None:
    one = picture(f"Håbo {PALETTES[Theme.LIGHT].accent}")

    assert _in_other_colours(one, to_json(one, SV, Theme.DARK), SV, Size.WIDE) is None
