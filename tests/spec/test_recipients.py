"""`till`: to whom a pot goes: regions, municipalities, counties, or one by name."""

from __future__ import annotations

import pytest

from overens.allocation.model import State
from overens.intake.register import read_register
from overens.vocabulary.recipients import RecipientKind
from tests.builders import AREA, MUNICIPALITY, REGION, divide, kronor_of, series, why_not

REGISTER = read_register()


@pytest.mark.parametrize(
    ("to", "kind", "n"),
    [
        ("regioner", REGION, 21),
        ("kommuner", MUNICIPALITY, 290),
        ("kommunerna per län", AREA, 21),
        ("länsgemensamt", AREA, 21),
        ("{grupp: kommuner, utom: ['0980']}", MUNICIPALITY, 289),
        ("{grupp: regioner, endast: ['09', '25']}", REGION, 2),
    ],
)
def test_a_group_is_everyone_of_its_kind_in_code_order(to: str, kind: RecipientKind, n: int) -> None:
    pot = divide(f"belopp: 290 kr\ntill: {to}\nfördelning: lika", register=REGISTER)
    codes = [award.recipient.code for award in pot.awards]
    assert {award.recipient.kind for award in pot.awards} == {kind}
    assert (len(codes), codes) == (n, sorted(codes))
    assert pot.awarded_kr == 290


def test_money_for_the_municipalities_of_a_county_goes_to_the_area_and_is_not_split() -> None:
    figure = series("t", {r.code: 10 for r in REGISTER.areas}, kind=AREA, unit="kr")
    pot = divide("belopp: 210 kr\ntill: kommunerna per län\nfördelning: {lista: t}", figure, register=REGISTER)
    award = next(award for award in pot.awards if award.recipient.code == "06")
    assert (award.recipient.kind, award.recipient.name, award.amount.kr) == (AREA, "Jönköpings län", 10)
    assert len(award.recipient.shared_by) == 13
    assert {"0643", "0680"} <= set(award.recipient.shared_by)
    assert all(code.startswith("06") for code in award.recipient.shared_by)
    assert len({code for a in pot.awards for code in a.recipient.shared_by}) == 290


def test_county_joint_money_is_shared_by_the_region_and_its_municipalities() -> None:
    pot = divide("belopp: 21 kr\ntill: länsgemensamt\nfördelning: lika", register=REGISTER)
    gotland = next(award.recipient for award in pot.awards if award.recipient.code == "09")
    assert gotland.shared_by == ("09", "0980")


def test_gotland_can_be_awarded_in_each_of_its_roles() -> None:
    for group, kind, code in (("regioner", REGION, "09"), ("kommuner", MUNICIPALITY, "0980")):
        pot = divide(f"belopp: 5 kr\ntill: {{grupp: {group}, endast: ['{code}']}}\nfördelning: lika", register=REGISTER)
        (award,) = pot.awards
        assert (award.recipient.kind, award.recipient.code, award.amount.kr) == (kind, code, 5)


@pytest.mark.parametrize(
    ("to", "kind", "code", "name"),
    [
        ("SKR", RecipientKind.SKR, "SKR", "Sveriges Kommuner och Regioner"),
        ("RCC", RecipientKind.RCC, "RCC", "Regionala cancercentrum"),
        ("kvalitetsregister", RecipientKind.REGISTER, "kvalitetsregister", "Nationella kvalitetsregister"),
        ("{grupp: myndighet, namn: Socialstyrelsen}", RecipientKind.AGENCY, "Socialstyrelsen", "Socialstyrelsen"),
        ("{grupp: annan, namn: Inera}", RecipientKind.OTHER, "Inera", "Inera"),
    ],
)
def test_a_single_recipient_gets_the_whole_pot(to: str, kind: RecipientKind, code: str, name: str) -> None:
    pot = divide(f"belopp: 18 000 000 kr\ntill: {to}")
    (award,) = pot.awards
    assert (award.recipient.kind, award.recipient.code, award.recipient.name) == (kind, code, name)
    assert (award.amount.kr, award.ceiling_kr, award.earned_kr) == (18_000_000, 18_000_000, 18_000_000)
    assert (pot.state, pot.undistributed_kr) == (State.COMPUTED, 0)


def test_when_the_source_does_not_say_who_nobody_is_given_anything() -> None:
    pot = divide("belopp: 100 kr\ntill: ej angivet")
    assert why_not(pot) == "mottagarna är inte angivna"
    assert (pot.recipients, pot.undistributed_kr) == ((), 100)


def test_an_award_is_found_by_role_and_code_together() -> None:
    pot = divide("belopp: 42 kr\ntill: kommunerna per län\nfördelning: lika", register=REGISTER)
    area, region = REGISTER.get(AREA, "06"), REGISTER.get(REGION, "06")
    assert area is not None
    assert region is not None
    assert pot.award_to(region) is None
    assert not pot.is_for(region)
    award = pot.award_to(area)
    assert award is not None
    assert award.amount.kr == 2


@pytest.mark.parametrize("to", ["SKR", "RCC", "regioner"])
def test_a_kronor_sum_is_conserved_whoever_gets_it(to: str) -> None:
    pot = divide(f"belopp: 1 000 001 kr\ntill: {to}\nfördelning: lika", register=REGISTER)
    assert sum(kronor_of(pot).values()) + pot.lapsed_kr + pot.undistributed_kr == 1_000_001
