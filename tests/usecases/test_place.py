"""A place and a year: its own pots, what its county shares, its members, and by when it must do what."""

from __future__ import annotations

from functools import cache

import pytest

from overens.followup.model import EventKind
from overens.notice.rows import Certainty
from overens.usecases.library import Library, open_library
from overens.usecases.place import Place, show_place
from overens.vocabulary.periods import When
from overens.vocabulary.recipients import RecipientKind

REGION, MUNICIPALITY, AREA = RecipientKind.REGION, RecipientKind.MUNICIPALITY, RecipientKind.AREA


@cache
def library() -> Library:
    """Return the shipped library, read once."""
    return open_library()


@cache
def shown(kind: RecipientKind, code: str, year: int = 2024) -> Place:
    """Return what a place gets."""
    found = library().register.get(kind, code)
    assert found is not None
    return show_place(library(), found, year)


def kronor(place: Place) -> dict[str, int]:
    """Return agreement/pot -> kronor of each award of the place's own."""
    return {f"{r.allocation.agreement.id}/{r.pot.id}": r.award.amount.kr for r in place.rows if r.award}


def test_a_region_gets_from_the_pots_for_regions_and_from_no_other() -> None:
    place = shown(REGION, "06")

    assert {row.pot.recipients[0].kind for row in place.rows} == {REGION}
    assert kronor(place)["kvinnors-halsa-2024/befolkning"] == 47_803_842
    assert kronor(place)["kvinnors-halsa-2024/landsbygd"] == 10_152_375
    assert (place.shared, place.members) == ((), ())


def test_the_sums_of_the_21_regions_are_what_the_pots_award() -> None:
    awarded = sum(
        award.amount.kr
        for agreement in library().of_year(2024)
        for pot in library().allocation(agreement.id).pots
        for award in pot.awards
        if award.recipient.kind is REGION
    )

    assert sum(shown(REGION, region.code).total_kr for region in library().register.regions) == awarded


def test_a_municipality_shares_the_money_of_its_county_with_the_others_in_it() -> None:
    place = shown(MUNICIPALITY, "0680")

    assert kronor(place) == {"omstallning-socialtjanst-2024/kommuner": 650_000}
    (shared,) = place.shared
    assert shared.award is not None
    assert (shared.award.recipient.kind, shared.award.recipient.code) == (AREA, "06")
    assert shared.award.amount.kr == 29_000_000
    assert len(shared.award.recipient.shared_by) == 13
    assert place.total_kr == 650_000


def test_gotland_is_two_recipients_and_a_county_each_with_its_own() -> None:
    region, municipality, county = shown(REGION, "09"), shown(MUNICIPALITY, "0980"), shown(AREA, "09")

    assert "kvinnors-halsa-2024/befolkning" in kronor(region)
    assert kronor(municipality) == {"omstallning-socialtjanst-2024/kommuner": 650_000}
    assert [row.award.amount.kr for row in municipality.shared if row.award] == [5_000_000]
    assert kronor(county) == {"god-och-nara-vard-2024/kommuner": 5_000_000}
    assert [(who.kind, kr) for who, kr in county.members] == [(REGION, region.total_kr), (MUNICIPALITY, 650_000)]


@pytest.mark.parametrize(("code", "municipalities"), [("01", 26), ("06", 13), ("09", 1), ("14", 49)])
def test_a_county_has_its_region_and_municipalities_as_members(code: str, municipalities: int) -> None:
    members = shown(AREA, code).members

    assert [who.kind for who, _ in members] == [REGION] + [MUNICIPALITY] * municipalities
    assert (
        dict(zip((who.code for who, _ in members), (kr for _, kr in members), strict=True))[code]
        == shown(REGION, code).total_kr
    )


def test_every_municipality_is_a_member_of_one_county() -> None:
    codes = [who.code for area in library().register.areas for who, _ in shown(AREA, area.code).members]

    assert len(codes) == len(set(codes)) == 311


def test_what_is_certain_and_inferred_sum_to_the_total_and_the_rest_has_a_reason() -> None:
    place = shown(REGION, "06")

    assert place.sum_of(Certainty.CERTAIN) + place.sum_of(Certainty.INFERRED) == place.total_kr
    assert place.sum_of(Certainty.NOT_COMPUTED) == 0
    left = [row for row in place.rows if row.certainty is Certainty.NOT_COMPUTED]
    assert {"patologi-radiologi", "rehabilitering", "bup"} <= {row.pot.id for row in left}
    assert all(row.pot.reason and row.award is None for row in left)


def test_deadlines_come_in_order_with_those_not_found_last() -> None:
    deadlines = shown(REGION, "06").deadlines
    dated = [d.when.last for d in deadlines if isinstance(d.when, When)]

    assert len(dated) >= 10
    assert dated == sorted(dated)
    assert [isinstance(d.when, When) for d in deadlines] == [True] * len(dated) + [False] * (
        len(deadlines) - len(dated)
    )
    kinds = {(d.kind, str(d.when), d.agreement) for d in deadlines}
    assert (EventKind.REQUISITION, "2024-12-01", "tillganglighet-2024") in kinds
    assert (EventKind.REPAYMENT, "2026-03-31", "lakemedelsberedskap-2024") in kinds


def test_payments_carry_what_the_place_is_paid_each_time() -> None:
    paid = {(d.pot, str(d.when)): d.kr for d in shown(REGION, "06").deadlines if d.kind is EventKind.PAYMENT}

    assert paid[("efter-helhetsbedomning", "2024-12")] == 43_275_241
    assert paid[("bup", "2024-08")] is None, "what a pot pays that is not computed is not known"


def test_a_municipality_has_no_deadlines_of_the_regions() -> None:
    place, region = shown(MUNICIPALITY, "0680"), shown(REGION, "06")

    own = {row.allocation.agreement.id for row in (*place.rows, *place.shared)}
    assert {"omstallning-socialtjanst-2024", "god-och-nara-vard-2024"} <= own
    assert "omstallning-socialtjanst-2024" in {d.agreement for d in place.deadlines}
    assert {d.agreement for d in place.deadlines} <= own
    assert {"kvinnors-halsa-2024", "tillganglighet-2024"} <= {d.agreement for d in region.deadlines} - own


@pytest.mark.parametrize("kind", [REGION, MUNICIPALITY, AREA])
def test_a_year_without_agreements_has_nothing_for_anyone(kind: RecipientKind) -> None:
    place = shown(kind, "0680" if kind is MUNICIPALITY else "06", 1999)

    assert (place.rows, place.shared, place.deadlines, place.total_kr) == ((), (), (), 0)


def test_an_agreement_for_several_years_counts_in_its_first() -> None:
    several = [a for a in library().agreements if len(a.years) > 1]

    for agreement in several:
        assert agreement in library().of_year(agreement.years[0])
        assert agreement not in library().of_year(agreement.years[-1])


def test_the_page_keeps_others_duties_apart_and_says_what_is_met() -> None:
    deadlines = shown(REGION, "06").deadlines
    duties = {(d.by.say(), d.own) for d in deadlines if d.kind is EventKind.DUTY}
    conditions = {d.pot: d.met for d in deadlines if d.kind is EventKind.CONDITION}

    assert ("regionerna, genom sitt RCC", True) in duties
    assert {("Socialstyrelsen", False), ("RCC i samverkan", False)} <= duties
    assert conditions["efter-helhetsbedomning"] is True
