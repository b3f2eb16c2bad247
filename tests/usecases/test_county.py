"""A county: what each member gets, what they share, and an illustration that is in no total."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overens.allocation.apportion import apportion
from overens.figures.population import Population
from overens.notice.illustration import Illustration
from overens.usecases.county import County, Joint, show_county, show_shared
from overens.usecases.county_tables import illustration_table, members_table
from overens.usecases.documents.county import county_document
from overens.usecases.library import Library, open_library
from overens.usecases.place import show_place
from overens.vocabulary.recipients import Recipient, RecipientKind
from overens.vocabulary.wording import Text
from tests.builders import AREA, EN, MUNICIPALITY, REGION, SV, plain_spaces


@cache
def library() -> Library:
    """Return the shipped library, read once."""
    return open_library()


def who(kind: RecipientKind, code: str) -> Recipient:
    """Return a place."""
    found = library().register.get(kind, code)
    assert found is not None
    return found


def county_of(code: str, year: int = 2024) -> County:
    """Return a county."""
    return show_county(library(), who(AREA, code), year)


def shared_by(kind: RecipientKind, code: str, year: int = 2024) -> Joint:
    """Return the one thing a place shares in its county."""
    (found,) = show_shared(library(), who(kind, code), year)
    return found


def test_it_says_who_shares_what_and_why_the_parts_are_not_known() -> None:
    (joint,) = county_of("06").joint

    assert plain_spaces(joint.words.say()).replace("≈ ", "") == (
        "Jönköpings läns 13 kommuner delar 29 000 000 kr; nyckeln är inte publicerad."
    )
    assert plain_spaces(joint.words.say(EN)).replace("≈ ", "") == (
        "The 13 municipalities of Jönköpings län share 29 000 000 kr; the key is not published."
    )


def test_the_illustration_sums_to_what_is_shared_and_follows_population() -> None:
    county = county_of("06")
    (joint,) = county.joint
    assert isinstance(joint.illustration, Illustration)
    parts = joint.illustration.parts
    counts = {m.recipient.code: m.population for m in county.members if m.recipient.kind is MUNICIPALITY}

    assert sum(parts.values()) == joint.illustration.shared_kr == 29_000_000
    assert joint.illustration.measured_on == "2023-12-31"
    inhabitants = {code: count.inhabitants for code, count in counts.items() if isinstance(count, Population)}
    assert sorted(parts, key=lambda code: parts[code]) == sorted(inhabitants, key=lambda code: inhabitants[code])


def test_the_illustration_is_in_no_total() -> None:
    town = who(MUNICIPALITY, "0682")
    joint = shared_by(MUNICIPALITY, "0682")

    assert (joint.part_of(town) or 0) > 2_000_000
    assert show_place(library(), town, 2024).total_kr == 650_000
    assert {m.computed_kr for m in county_of("06").members if m.recipient == town} == {650_000}


def test_a_municipality_alone_in_its_county_is_said_to_be() -> None:
    joint = shared_by(MUNICIPALITY, "0980")

    assert plain_spaces(joint.words.say()).replace("≈ ", "") == (
        "Gotlands läns enda kommun får 5 000 000 kr; i källan står summan på länet."
    )
    assert joint.part_of(who(MUNICIPALITY, "0980")) == 5_000_000
    assert joint.part_of(who(REGION, "09")) is None


def test_what_region_and_municipalities_share_is_not_illustrated() -> None:
    joint = {one.row.pot.id: one for one in county_of("06", 2026).joint}["lansgemensamt"]

    assert isinstance(joint.illustration, Text)
    assert plain_spaces(joint.words.say()).replace("≈ ", "") == (
        "Jönköpings läns region och 13 kommuner delar en okänd del av 493 000 000 kr; "
        "fördelningsnyckeln är inte publicerad."
    )
    assert shared_by(REGION, "06", 2026).illustration == joint.illustration


@pytest.mark.parametrize("year", [2021, 2024, 2025])
def test_the_members_of_every_county_get_what_their_places_get(year: int) -> None:
    for area in library().register.areas:
        county = show_county(library(), area, year)
        members = dict(show_place(library(), area, year).members)
        assert {m.recipient: m.computed_kr for m in county.members} == {r: kr or 0 for r, kr in members.items()}


@pytest.mark.parametrize("code", ["01", "06", "09"])
def test_tables_and_document_say_the_same(code: str) -> None:
    county = county_of(code)
    document = county_document(county, SV)
    table = illustration_table(county.area, county.joint, library().register, 2024)

    assert [row[6] for row in members_table(county).rows] == [one["computed_kr"] for one in document["members"]]
    assert {row[7] for row in table.rows} == {"illustration"}
    assert {str(row[2]): row[4] for row in table.rows} == document["shared"][0]["illustration"]["parts_kr"]
    assert sum(int(str(row[4])) for row in table.rows) == document["shared"][0]["amount"]["kr"]


@given(st.integers(0, 10**12), st.dictionaries(st.from_regex(r"\A\d{4}\Z"), st.integers(1, 10**6), min_size=1))
def test_any_sum_is_divided_to_the_krona(kr: int, inhabitants: dict[str, int]) -> None:
    """The illustration refuses, by itself, parts that do not sum to what is shared."""
    assert Illustration(kr, apportion(kr, inhabitants), "2023-12-31").shared_kr == kr
    with pytest.raises(AssertionError):
        Illustration(kr + 1, apportion(kr, inhabitants), "2023-12-31")
