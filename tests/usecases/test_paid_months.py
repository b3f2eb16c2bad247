"""Kronor by month: each payment counted once, the county's money left out, what has no month apart."""

from __future__ import annotations

import pytest

from overens.followup.model import EventKind
from overens.usecases.calendar import Asked, show_calendar
from overens.usecases.library import Library, open_library
from overens.usecases.paid_months import paid_by_month, paid_table
from overens.vocabulary.recipients import RecipientKind


@pytest.fixture(scope="module")
def library() -> Library:
    return open_library()


def test_months_come_in_order_and_what_has_none_comes_last(library: Library) -> None:
    months = [one.month for one in paid_by_month(show_calendar(library, Asked(2024)))]

    assert months == [*sorted(month for month in months if month), None]


def test_the_sum_is_that_of_the_payments_that_go_to_the_place_itself(library: Library) -> None:
    who = library.register.get(RecipientKind.REGION, "06")
    answer = show_calendar(library, Asked(2024, who))
    own = [e for e in answer.calendar.events if (e.agreement, e.pot) not in answer.shared_pots]

    assert sum(one.kr for one in paid_by_month(answer)) == sum(
        event.kr or 0 for event in own if event.kind is EventKind.PAYMENT
    )
    assert sum(row[1] for row in paid_table(answer).rows if isinstance(row[1], int)) > 0


def test_money_of_the_county_is_not_the_municipalitys(library: Library) -> None:
    who = library.register.get(RecipientKind.MUNICIPALITY, "0682")
    answer = show_calendar(library, Asked(2024, who))
    pots = {(e.agreement, e.pot) for e in answer.calendar.events if e.kind is EventKind.PAYMENT}

    assert answer.shared_pots
    assert sum(one.kr for one in paid_by_month(answer)) == sum(
        e.kr or 0
        for e in answer.calendar.events
        if e.kind is EventKind.PAYMENT and (e.agreement, e.pot) in pots - answer.shared_pots
    )
