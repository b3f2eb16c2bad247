"""All grants of a year and the next: each krona of the year's page once, and nothing invented of what is not known."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from overens.usecases.coverage import Coverage
from overens.usecases.grants import AllGrants, beside, show_grants
from overens.usecases.grants_tables import COLUMNS, beside_table, grants_table
from overens.usecases.library import Library, open_library
from overens.usecases.pot_sums import pot_sums
from overens.usecases.year import show_year

YEARS = (2019, 2021, 2024, 2025, 2026)


@cache
def library() -> Library:
    return open_library()


@cache
def grants(year: int, day: date | None = None) -> AllGrants:
    return show_grants(library(), year, day)


@pytest.mark.parametrize("year", YEARS)
def test_each_pot_of_the_year_stands_in_one_row(year: int) -> None:
    for found in grants(year).years:
        sums = pot_sums(show_year(library(), found.year).allocations)
        assert sorted(str(name) for one in found.grants for name in one.pots) == sorted(str(one.name) for one in sums)
        assert found.total_kr == sum(one.amount_kr or 0 for one in sums)


@pytest.mark.parametrize("year", YEARS)
def test_a_row_is_of_one_kind_of_recipient_standing_status_and_mark(year: int) -> None:
    for found in grants(year).years:
        told = [(g.agreement.id, g.whom, g.standing, g.status, g.mark, g.amount_kr is None) for g in found.grants]
        assert len(told) == len(set(told))


def test_what_is_not_known_has_no_amount_and_says_why() -> None:
    for found in grants(2025).years:
        assert all(one.why.say() for one in found.lacking)
        assert all(one.state is not Coverage.DID_NOT_EXIST or one.amount is None for one in found.lacking)
    table = grants_table(grants(2025))
    at = {name: n for n, (name, _) in enumerate(COLUMNS)}
    lacking = [row for row in table.rows if row[at["agreement"]] is None]
    assert lacking
    assert all(row[at["amount_kr"]] is None and row[at["reason"]] for row in lacking)


def test_a_grant_of_the_year_that_the_next_lacks_is_told_both_years() -> None:
    first, second = grants(2024).years
    told = {one.series.id for one in second.grants} | {one.series.id for one in second.lacking}
    assert {one.series.id for one in first.grants} <= told
    assert not {one.series.id for one in second.grants} & {one.series.id for one in second.lacking}


def test_side_by_side_is_empty_where_a_part_is_not_known() -> None:
    found = grants(2024)
    for one in beside(found):
        for year, kr in zip(found.years, (one.before_kr, one.after_kr), strict=True):
            amounts = [grant.amount_kr for grant in year.grants if grant.series.id == one.series.id]
            whole = None if not amounts or None in amounts else sum(kr or 0 for kr in amounts)
            assert kr == whole, (year.year, one.series.id)
        assert (one.difference_kr is None) == (None in (one.before_kr, one.after_kr))
    assert any(row[-1] for row in beside_table(found).rows)


def test_before_anything_was_known_nothing_has_an_amount() -> None:
    found = grants(2024, date(2023, 1, 1))
    assert [year.total_kr for year in found.years] == [0, 0]
    assert all(one.amount is None for year in found.years for one in year.lacking)


def test_years_without_agreements_are_empty() -> None:
    found = grants(1999)
    assert [(year.grants, year.lacking) for year in found.years] == [((), ()), ((), ())]
