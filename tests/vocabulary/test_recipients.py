"""Who there is: 21 regions, 290 municipalities, 21 counties, and Gotland in two roles."""

from __future__ import annotations

from overens.intake.register import read_register
from overens.vocabulary.recipients import RecipientKind
from tests.builders import AREA, MUNICIPALITY, REGION

REGISTER = read_register()


def test_there_are_311_roles_and_310_organisations() -> None:
    assert [len(REGISTER.of(kind)) for kind in (REGION, MUNICIPALITY, AREA)] == [21, 290, 21]
    both = [m for m in REGISTER.municipalities if m.code == "0980"]
    assert len(REGISTER.regions) + len(REGISTER.municipalities) - len(both) == 310


def test_everyone_stands_in_code_order_and_once() -> None:
    for kind in (REGION, MUNICIPALITY, AREA):
        codes = [recipient.code for recipient in REGISTER.of(kind)]
        assert codes == sorted(set(codes))


def test_every_municipality_lies_in_a_county() -> None:
    counties = {area.code for area in REGISTER.areas}
    assert {m.county for m in REGISTER.municipalities} == counties
    assert all(m.code.startswith(m.county) for m in REGISTER.municipalities)


def test_a_recipient_is_found_by_role_and_code() -> None:
    region, area = REGISTER.get(REGION, "06"), REGISTER.get(AREA, "06")
    assert region is not None
    assert area is not None
    assert (region.name, area.name) == ("Region Jönköpings län", "Jönköpings län")
    assert REGISTER.get(MUNICIPALITY, "06") is None
    assert REGISTER.get(REGION, "02") is None


def test_kinds_that_are_not_listed_have_nobody() -> None:
    assert REGISTER.of(RecipientKind.SKR) == ()
    assert len(REGISTER.everyone) == 332
