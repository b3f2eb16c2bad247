"""Similar places: who they are, what is compared, and what is said not to be."""

from __future__ import annotations

from functools import cache

import pytest

from overens.figures.population import Population
from overens.notice.standing import Standing
from overens.usecases.documents.peers import peers_document
from overens.usecases.library import Library, open_library
from overens.usecases.peers import Peers, show_peers
from overens.usecases.peers_table import peers_table
from overens.usecases.place import show_place
from overens.vocabulary.recipients import RecipientKind
from tests.builders import AREA, EN, MUNICIPALITY, REGION, SV, plain_spaces


@cache
def library() -> Library:
    """Return the shipped library, read once."""
    return open_library()


def peers_of(kind: RecipientKind, code: str, year: int = 2024) -> Peers:
    """Return a place and those like it."""
    who = library().register.get(kind, code)
    assert who is not None
    return show_peers(library(), who, year)


def test_a_municipality_is_like_those_of_its_group_nearest_in_population() -> None:
    peers = peers_of(MUNICIPALITY, "0682")
    group = [one for one in library().register.municipalities if one.group == peers.recipient.group]
    apart = [abs((one.inhabitants or 0) - (peers.itself.inhabitants or 0)) for one in peers.others]

    assert {one.recipient.group for one in peers.places} == {peers.recipient.group}
    assert len(peers.others) == 5 < len(group)
    assert apart == sorted(apart)
    assert peers.itself.recipient == peers.recipient not in [one.recipient for one in peers.others]
    assert plain_spaces(peers.why.say()) == (
        "De 5 kommuner i samma kommungrupp, B5 Lågpendlingskommun nära större stad (SKR:s gruppering 2017) "
        "vars folkmängd per 2023-12-31 ligger närmast."
    )


def test_of_a_small_group_there_are_fewer() -> None:
    peers = peers_of(MUNICIPALITY, "0180")

    assert {one.recipient.short_name for one in peers.others} == {"Göteborg", "Malmö"}
    assert peers.why.say(EN).startswith("The 2 municipalities in the same municipality group, A1")


@pytest.mark.parametrize(("kind", "nearest"), [(REGION, "Region Halland"), (AREA, "Hallands län")])
def test_regions_and_counties_are_like_the_nearest_in_population(kind: RecipientKind, nearest: str) -> None:
    peers = peers_of(kind, "06")

    assert len(peers.others) == 5
    assert nearest in {one.recipient.name for one in peers.others}
    assert all(one.recipient.group is None for one in peers.places)


@pytest.mark.parametrize("year", [2024, 2026])
def test_a_county_has_what_its_region_and_municipalities_get_and_its_own(year: int) -> None:
    peers = peers_of(AREA, "06", year)
    place = show_place(library(), peers.recipient, year)

    assert (peers.itself.computed_kr or 0) == place.total_kr + sum(kr or 0 for _, kr in place.members)
    whole = {pot.amount.kr for a in library().of_year(year) for pot in library().allocation(a.id).pots if pot.amount}
    not_computed = peers.itself.sums[Standing.NOT_COMPUTED].part_of_kr or 0
    assert not_computed <= sum(whole), "a pot that is not computed is counted once, not once a municipality"
    assert "länet får gemensamt" in peers.why.say()


def test_only_what_is_computed_for_all_is_compared_and_the_rest_is_named() -> None:
    peers = peers_of(REGION, "06")
    place = show_place(library(), peers.recipient, 2024)

    assert peers.itself.computed_kr == place.total_kr
    assert {"at-tjanster-2024/block-1", "cancer-2024/rehabilitering"} <= set(peers.not_compared)
    named = {f"{row.allocation.agreement.id}/{row.pot.id}" for row in place.rows if row.award}
    assert not named & set(peers.not_compared)


def test_a_municipality_says_that_the_sum_of_its_county_is_not_compared() -> None:
    peers = peers_of(MUNICIPALITY, "0682")

    assert "god-och-nara-vard-2024/kommuner" in peers.not_compared
    assert Standing.SHARED in peers.itself.sums


@pytest.mark.parametrize("year", [2021, 2024])
def test_every_place_has_its_sums_and_its_share_of_them(year: int) -> None:
    for who in library().register.everyone:
        peers = show_peers(library(), who, year)
        assert 2 <= len(peers.others) <= 5
        for one in peers.places:
            sums = [one.sums[s].awarded_kr or 0 for s in (Standing.CERTAIN, Standing.INFERRED) if s in one.sums]
            assert sum(sums) == (one.computed_kr or 0)
            assert isinstance(one.population, Population)
            assert (one.per_inhabitant or 0) * one.population.inhabitants == (one.computed_kr or 0)
            assert (one.per_inhabitant is None) is (one.computed_kr is None), "nothing computed is not 0 kronor each"


def test_table_and_document_say_what_the_page_says() -> None:
    peers = peers_of(REGION, "06")
    table, document = peers_table(peers), peers_document(peers, SV)

    assert [row[7] for row in table.rows] == [one.computed_kr for one in peers.places]
    assert [one["computed_kr"] for one in document["places"]] == [one.computed_kr for one in peers.places]
    assert [one["sums"]["to_earn"]["part_of_kr"] for one in document["places"]] == [row[10] for row in table.rows]
    assert document["why"] == peers.why.say()
    assert peers_document(peers_of(MUNICIPALITY, "0682"), SV)["places"][1]["group"]["year"] == 2017


def test_a_year_without_agreements_compares_nothing() -> None:
    peers = peers_of(REGION, "06", 1999)

    assert [one.computed_kr for one in peers.places] == [None] * 6
    assert peers.not_compared == ()
