"""The money of a place agreement by agreement: sums, notice, and last year's."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from functools import cache

import pytest

from overens.notice.compose import compose_notice
from overens.notice.rows import Certainty
from overens.notice.standing import Standing
from overens.usecases.documents.place_parts import parts_document
from overens.usecases.library import Library, open_library
from overens.usecases.place import show_place
from overens.usecases.place_parts import AgreementPart, PlaceParts, show_parts
from overens.usecases.place_parts_table import parts_table
from overens.vocabulary.recipients import RecipientKind
from tests.builders import MUNICIPALITY, REGION, SV


@cache
def library() -> Library:
    """Return the shipped library, read once."""
    return open_library()


def parts_of(kind: RecipientKind, code: str, year: int = 2024, day: date | None = None) -> PlaceParts:
    """Return a place's parts."""
    who = library().register.get(kind, code)
    assert who is not None
    return show_parts(library(), who, year, day)


def part(parts: PlaceParts, agreement: str) -> AgreementPart:
    """Return the part of one agreement."""
    (found,) = [one for one in parts.parts if one.agreement.id == agreement]
    return found


def test_the_parts_have_the_sums_of_the_place_and_of_its_notice() -> None:
    parts = parts_of(REGION, "06")
    place = show_place(library(), parts.recipient, 2024)
    notice = compose_notice(place.rows, place.shared, parts.recipient, 2024)

    assert parts.sums[Standing.CERTAIN].awarded_kr == place.sum_of(Certainty.CERTAIN)
    assert {standing: parts.sums.get(standing) for standing in Standing} == {
        standing: notice.sum_of(standing) for standing in Standing
    }
    assert [one.agreement.id for one in parts.parts] == [a.id for a in notice.agreements]


def test_each_agreement_says_when_it_was_known_and_how_many_days_before() -> None:
    known = part(parts_of(REGION, "06"), "kvinnors-halsa-2024").known

    assert known is not None
    assert known.days.middle == (date(2024, 1, 1) - known.when.first).days
    assert known.days_to_budgets.middle == known.days.middle - 32
    assert isinstance(known.days.middle, Fraction)


def test_no_agreement_was_known_later_than_the_day_asked_about() -> None:
    then = date(2023, 12, 31)
    known = [one.known for one in parts_of(REGION, "06", day=then).parts if one.known]

    assert known
    assert all(one.when.known_on(then) for one in known)


def test_against_last_year_is_what_the_comparison_of_the_series_says() -> None:
    parts = parts_of(REGION, "06")
    last = part(parts, "kvinnors-halsa-2024").last_year

    assert last is not None
    assert last.series == "kvinnors-halsa"
    assert parts.last_year is not None
    assert (parts.last_year.before_kr, parts.last_year.difference_kr) == (73_409_476, -2_689_249)
    assert part(parts, "at-tjanster-2024").last_year is None, "what is not computed is not compared"
    assert sum(one.last_year.difference_kr for one in parts.parts if one.last_year) == parts.last_year.difference_kr


def test_what_the_county_shares_is_a_pot_of_its_agreement_and_no_award() -> None:
    shared = part(parts_of(MUNICIPALITY, "0682"), "god-och-nara-vard-2024")

    assert [one.standing for one in shared.pots] == [Standing.SHARED]
    assert shared.sums[Standing.SHARED].part_of_kr == 29_000_000
    assert Standing.CERTAIN not in shared.sums


def test_agreements_come_by_id_also_those_shared_in_the_county() -> None:
    ids = [one.agreement.id for one in parts_of(MUNICIPALITY, "0682").parts]

    assert ids == sorted(ids)
    assert "god-och-nara-vard-2024" in ids


def test_as_known_before_anything_there_are_no_parts_and_no_sums() -> None:
    parts = parts_of(REGION, "06", 2024, date(2015, 1, 1))

    assert (parts.parts, dict(parts.sums), parts.last_year) == ((), {}, None)
    assert parts_table(parts).rows == ()


@pytest.mark.parametrize("year", [2017, 2022, 2024, 2026])
def test_the_table_of_every_place_sums_to_the_place(year: int) -> None:
    for who in library().register.everyone:
        rows = parts_table(show_parts(library(), who, year)).rows
        place = show_place(library(), who, year)
        assert sum(int(str(row[2] or 0)) + int(str(row[3] or 0)) for row in rows) == place.total_kr


def test_the_document_says_what_the_table_says() -> None:
    parts = parts_of(REGION, "06")
    document, rows = parts_document(parts, SV), parts_table(parts).rows

    assert [one["agreement"] for one in document["agreements"]] == [row[0] for row in rows]
    assert [(one["last_year"] or {}).get("difference_kr") for one in document["agreements"]] == [r[-1] for r in rows]
    assert {one["year"] for one in document["only_one_year"]} <= {2023, 2024}
    assert all(one["why"] for one in document["only_one_year"])
