"""Names of counties, regions and municipalities are known in all the ways they are written."""

from __future__ import annotations

import pytest

from overens.drafting.tables.places import places_of
from overens.intake.lexicon import shipped_lexicon
from overens.intake.register import read_register
from overens.vocabulary.recipients import RecipientKind
from tests.drafting.tables.reading import only

PLACES = places_of(read_register(), shipped_lexicon().tables)


@pytest.mark.parametrize(
    ("code", "names"),
    [
        (
            "01",
            "Stockholm|Region Stockholm|Stockholms län|Stockholms läns landsting|STOCKHOLM|Stockholm*|01 Stockholm|Stockholm 1)",
        ),
        (
            "04",
            "Sörmland|Södermanland|Region Sörmland|Södermanlands län|Landstinget Sörmland|Södermanlands läns landsting",
        ),
        ("06", "Jönköping|Jönköpings län|Region Jönköpings län|Landstinget i Jönköpings län|Region Jönköping"),
        ("07", "Kronoberg|Kronobergs län|Region Kronoberg|Landstinget Kronoberg"),
        ("14", "Västra Götaland|Västra Götalandsregionen|VGR|Västra Götalands län|Region Västra Götaland"),
        ("18", "Örebro|Örebro län|Region Örebro län|Örebro läns landsting"),
        ("20", "Dalarna|Dalarnas län|Region Dalarna|Landstinget Dalarna"),
        (
            "23",
            "Jämtland|Jämtland Härjedalen|Jämtland-Härjedalen|Jämtland/Härjedalen|Region Jämtland Härjedalen|Jämtlands län",
        ),
    ],
)
def test_a_county_is_known_by_any_of_its_names(code: str, names: str) -> None:
    assert {name: PLACES.find(name).county for name in names.split("|")} == dict.fromkeys(names.split("|"), code)


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("0180", "Stockholms kommun|Stockholms stad|Stockholm stad"),
        ("0682", "Nässjö|Nässjö kommun|nässjö KOMMUN"),
        ("2080", "Falun|Falu kommun|Falun kommun|Faluns kommun"),
        ("0305", "Håbo|Håbo kommun"),
        ("0643", "Habo|Habo kommun"),
    ],
)
def test_a_municipality_is_known_by_any_of_its_names(code: str, names: str) -> None:
    assert {name: PLACES.find(name).municipality for name in names.split("|")} == dict.fromkeys(names.split("|"), code)


def test_everyone_in_the_register_is_found_by_the_official_and_the_short_name() -> None:
    for one in read_register().everyone:
        found = PLACES.find(one.name)
        assert one.code == (found.municipality if one.kind is RecipientKind.MUNICIPALITY else found.county)
        assert one.code in PLACES.find(one.short_name)


@pytest.mark.parametrize("name", ["", "SKR", "Regionen", "Region", "Övre Norrland", "Kommun", "x" * 5000])
def test_what_is_no_place_is_none(name: str) -> None:
    assert not any(PLACES.find(name))


@pytest.mark.parametrize(
    ("typed", "county"),
    [
        ("Region Upsala", "03"),
        ("Västernorland", "22"),
        ("Gävelborg", "21"),
        ("Vsätra Götaland", "14"),
        ("Norrland", None),
        ("Skne", None),
    ],
)
def test_one_wrong_letter_is_understood_where_only_one_name_is_near(typed: str, county: str | None) -> None:
    near = PLACES.nearest(typed)
    assert (near[1].county if near else None) == county


def test_names_of_both_are_municipalities_where_most_are() -> None:
    text = "| Mottagare | kr |\n|---|---|\n| Uppsala | 5 |\n| Enköping | 4 |\n| Knivsta | 3 |\n"
    assert [row.code for row in only(text).rows] == ["0380", "0381", "0330"]
    headed = "| Kommun | kr |\n|---|---|\n| Uppsala | 5 |\n| Örebro | 4 |\n"
    assert [row.code for row in only(headed).rows] == ["0380", "1880"]
    assert [row.code for row in only(headed.replace("Kommun", "Region")).rows] == ["03", "18"]


def test_a_misspelt_name_gets_its_code_among_known_ones() -> None:
    text = "| Region | kr |\n|---|---|\n| Region Upsala | 5 |\n| Skåne | 4 |\n| SKR | 3 |\n"
    assert [(row.name, row.code) for row in only(text).rows] == [("Region Upsala", "03"), ("Skåne", "12"), ("SKR", "")]
