"""The front page: a year in a few sums that add up, what is due next, and what became known last."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from overens.followup.model import EventKind
from overens.usecases.documents.front import front_document
from overens.usecases.front import MOST_DUE, Front, show_front
from overens.usecases.front_tables import due_table, glance_table, known_table
from overens.usecases.glance import Reach, show_glance
from overens.usecases.library import Library, open_library
from overens.usecases.year import show_year
from overens.vocabulary.periods import When
from tests.builders import EN, SV


@cache
def library() -> Library:
    """Return the shipped library, read once."""
    return open_library()


def front(day: str, known: str | None = None) -> Front:
    """Return the front page on a day."""
    return show_front(library(), date.fromisoformat(day), date.fromisoformat(known) if known else None)


@pytest.mark.parametrize("year", range(2017, 2027))
def test_a_year_at_a_glance_has_every_krona_once(year: int) -> None:
    glance, shown = show_glance(library(), year), show_year(library(), year)

    assert glance.agreements == len(shown.allocations)
    assert glance.certain_kr + glance.inferred_kr == sum(a.whole.awarded_kr for a in shown.allocations)
    named = sum(a.whole.amount.kr for a in shown.allocations if a.whole.amount)
    assert glance.total.kr >= named
    assert (glance.total.kr == named) or glance.without_total
    if not shown.tables:
        assert glance.to[Reach.REGIONS].certain_kr == sum(row.verified_kr for row in shown.regions)


def test_the_front_page_shows_the_newest_year_and_the_one_before() -> None:
    page = front("2026-11-22")

    assert page.glance is not None
    assert page.before is not None
    assert (page.glance.year, page.before.year) == (2026, 2025)


def test_what_is_due_next_comes_by_date_from_today_on() -> None:
    page = front("2024-03-01")
    days = [event.when.last for event in page.due if isinstance(event.when, When)]

    assert len(days) == len(page.due) == MOST_DUE
    assert days == sorted(days)
    assert days[0] >= date(2024, 3, 1)
    assert page.due_more > 0
    assert not {event.kind for event in page.due} & {EventKind.DECISION, EventKind.KNOWN}
    assert page.nothing_due is None


def test_long_after_everything_it_says_what_was_the_last() -> None:
    page = front("2090-01-01")

    assert (page.due, page.due_more) == ((), 0)
    assert page.nothing_due is not None
    assert page.nothing_due.say().startswith("Inget förfaller efter 2090-01-01, så långt biblioteket vet. Det sista")
    assert page.nothing_due.say(EN).startswith("Nothing is due after 2090-01-01")


def test_as_known_before_anything_there_is_no_year_and_nothing_due() -> None:
    page = front("1995-01-01", "1995-01-01")

    assert (page.glance, page.before, page.known) == (None, None, ())
    assert page.nothing_due is not None
    assert glance_table(page).rows == ()


def test_what_became_known_last_is_never_later_than_the_day() -> None:
    for day in ("2024-03-01", "2021-06-30"):
        known = front(day).known
        assert known
        assert all(one.known.last <= date.fromisoformat(day) for one in known)
        assert [one.known.last for one in known] == sorted((one.known.last for one in known), reverse=True)


def test_tables_and_document_say_what_the_page_says() -> None:
    page = front("2024-03-01", "2024-03-01")
    document = front_document(page, SV)
    assert page.glance is not None
    rows = [row for row in glance_table(page).rows if row[0] == page.glance.year]

    assert sum(int(str(row[5])) for row in rows[:-1]) == rows[-1][5] == document["year"]["total"]["kr"]
    assert [row[4] for row in due_table(page).rows] == [event.what for event in page.due]
    assert len(document["due"]) == len(page.due)
    assert [row[2] for row in known_table(page).rows] == [one["name"] for one in document["became_known"]]
