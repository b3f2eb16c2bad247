"""Events by date: months after the days in them, the undated last, whatever order the file has."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overens.followup.calendar import compose_calendar, only, only_agreements
from overens.followup.model import EventKind
from overens.vocabulary.periods import When
from tests.followup.asking import WHO, allocation_of, calendar_of, rows_of

DATES = ["2024-03-31", "2024-03", "2024", "2024-04-01", "2023-12-30", "ej funnet"]
IN_ORDER = ["2023-12-30", "2024-03-31", "2024-03", "2024-04-01", "2024", "ej funnet"]


def duties(dates: list[str]) -> str:
    """Return a duty of the regions on each of the dates."""
    return "skyldigheter:\n" + "".join(f"  - {{vad: d, vem: regionerna, senast: {when}, källa: k}}\n" for when in dates)


@given(st.permutations(DATES))
def test_the_order_of_the_file_is_of_no_account(dates: list[str]) -> None:
    found = [str(e.when) for e in calendar_of(duties(dates)).events if e.kind is EventKind.DUTY]

    assert found == IN_ORDER


@given(st.dates(date(2000, 1, 1), date(2030, 12, 31)), st.integers(0, 400))
def test_an_event_is_within_a_span_or_passed_but_never_both_before_and_in_it(day: date, length: int) -> None:
    last = date.fromordinal(day.toordinal() + length)
    for event in calendar_of(duties(DATES)).events:
        if not isinstance(event.when, When):
            assert not event.passed(day)
            assert not event.within(day, last)
        else:
            assert event.within(day, last) + event.passed(day) + (event.when.first > last) == 1


@pytest.mark.parametrize(
    ("when", "today", "passed"),
    [
        ("2024-03-31", "2024-03-31", False),
        ("2024-03-31", "2024-04-01", True),
        ("2024-03", "2024-03-31", False),
        ("2024", "2024-12-31", False),
        ("2024", "2025-01-01", True),
    ],
)
def test_a_month_has_passed_only_when_its_last_day_has(when: str, today: str, passed: bool) -> None:
    (event,) = [e for e in calendar_of(duties([when])).events if e.kind is EventKind.DUTY]

    assert event.passed(date.fromisoformat(today)) is passed


def test_choosing_events_chooses_what_may_lapse_too() -> None:
    chosen = only(calendar_of(duties(DATES)), lambda event: str(event.when) == "2024-03")

    assert [str(e.when) for e in chosen.events] == [str(m.event.when) for m in chosen.may_lapse] == ["2024-03"]


def test_choosing_agreements_chooses_what_is_not_found_of_them() -> None:
    whole = calendar_of(duties(DATES))

    assert only_agreements(whole, ["prov-2024"]) == whole
    none = only_agreements(whole, ["annat"])
    assert (none.events, none.may_lapse, none.need_not_found, none.gaps) == ((), (), (), ())


def test_the_day_it_speaks_from_is_the_latest_in_the_file_or_the_day_asked_about() -> None:
    rows = rows_of(allocation_of())

    assert compose_calendar(rows, (), WHO).checked_on == date(2023, 12, 20)
    assert compose_calendar(rows, (), WHO, date(2024, 2, 1)).checked_on == date(2024, 2, 1)
    assert compose_calendar((), (), WHO).checked_on is None
