"""The shipped lists -> 21 regions, 290 municipalities and 21 counties, known by code and by name."""

from __future__ import annotations

import pytest

from overens.intake.register import read_register
from overens.vocabulary.recipients import RecipientKind

REGION, MUNICIPALITY, AREA = RecipientKind.REGION, RecipientKind.MUNICIPALITY, RecipientKind.AREA


def test_there_are_21_regions_290_municipalities_and_21_counties_in_code_order() -> None:
    register = read_register()

    for listed, n in ((register.regions, 21), (register.municipalities, 290), (register.areas, 21)):
        codes = [recipient.code for recipient in listed]
        assert len(codes) == n
        assert codes == sorted(set(codes))


def test_310_organisations_have_311_roles_for_gotland_has_two() -> None:
    register = read_register()

    assert len(register.regions) + len(register.municipalities) == 311
    gotland = [r for r in (*register.regions, *register.municipalities) if r.county == "09"]
    assert [(r.kind, r.code) for r in gotland] == [(REGION, "09"), (MUNICIPALITY, "0980")]


@pytest.mark.parametrize(
    ("kind", "code", "name", "short"),
    [
        (REGION, "06", "Region Jönköpings län", "Jönköpings län"),
        (REGION, "14", "Västra Götalandsregionen", "Västra Götaland"),
        (MUNICIPALITY, "0680", "Jönköpings kommun", "Jönköping"),
        (MUNICIPALITY, "0305", "Håbo kommun", "Håbo"),
        (AREA, "06", "Jönköpings län", "Jönköpings län"),
    ],
)
def test_names_are_the_official_ones(kind: RecipientKind, code: str, name: str, short: str) -> None:
    found = read_register().get(kind, code)

    assert found is not None
    assert found.name == name
    assert found.short_name == short or kind is AREA


def test_every_municipality_lies_in_the_county_its_code_begins_with() -> None:
    assert [m.code for m in read_register().municipalities if m.code[:2] != m.county] == []


def test_a_code_is_text_and_of_its_own_kind() -> None:
    register = read_register()

    assert register.get(REGION, "6") is None
    assert register.get(REGION, "0680") is None
    assert register.get(MUNICIPALITY, "06") is None


def test_it_is_read_once() -> None:
    assert read_register() is read_register()
