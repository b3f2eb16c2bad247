"""The calendar file as a calendar program reads it: parsed back, nothing is lost and nothing is made up."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from overens.export.calendar_file import CalendarFile, to_ics
from overens.followup.model import Event, EventKind
from overens.vocabulary.periods import When
from overens.vocabulary.wording import Language, Text, plain
from overens.writing.values import Missing
from tests.builders import when

FILE = CalendarFile(plain("Statsbidrag 2024"), "region 06", date(2024, 2, 1), Language.SWEDISH)


def event(on: When | Missing, what: str = "Rekvirera", *, n: int = 0, own: bool = True, **more: Any) -> Event:
    """Return a requisition."""
    kind = more.pop("kind", EventKind.REQUISITION)
    return Event(kind, on, plain(what), "prov-2024", "a", n, plain("regionen"), own, **more)


def parsed(*events: Event, file: CalendarFile = FILE) -> Any:
    """Return the file as read back by a parser."""
    return icalendar.Calendar.from_ical(to_ics(events, file))


def entries(*events: Event) -> list[Any]:
    """Return the entries of the file."""
    return list(parsed(*events).walk("VEVENT"))


@pytest.mark.parametrize(
    ("written", "first", "end", "summary"),
    [
        ("2024-12-01", date(2024, 12, 1), date(2024, 12, 2), "Rekvirera (prov-2024/a)"),
        (
            "2024-12",
            date(2024, 12, 1),
            date(2025, 1, 1),
            "Någon gång i 2024-12, dag ej angiven: Rekvirera (prov-2024/a)",
        ),
        ("2024", date(2024, 1, 1), date(2025, 1, 1), "Under 2024, dag ej angiven: Rekvirera (prov-2024/a)"),
    ],
)
def test_a_day_is_a_day_and_a_month_spans_it_and_says_so(written: str, first: date, end: date, summary: str) -> None:
    (entry,) = entries(event(when(written)))

    assert (entry["dtstart"].dt, entry["dtend"].dt) == (first, end)
    assert entry["dtstart"].params["VALUE"] == "DATE"
    assert str(entry["summary"]) == summary


def test_what_has_no_date_is_counted_and_is_no_entry() -> None:
    calendar = parsed(event(when("2024-12-01")), event(Missing.NOT_FOUND, n=1), event(Missing.NOT_STATED, n=2))

    assert len(calendar.walk("VEVENT")) == 1
    assert str(calendar["x-wr-caldesc"]) == (
        "Händelser med datum: 1. Händelser vars datum inte är funna, och som därför inte står här: 2."
    )


def test_uids_are_apart_and_stay_when_a_date_is_mended() -> None:
    one, other = entries(event(when("2024-12-01")), event(when("2024-12-01"), n=1))
    (mended,) = entries(event(when("2024-12-15")))
    (elsewhere,) = parsed(event(when("2024-12-01")), file=CalendarFile(FILE.name, "kommun 0680", *_rest())).walk(
        "VEVENT"
    )

    assert one["uid"] == mended["uid"]
    assert len({str(entry["uid"]) for entry in (one, other, elsewhere)}) == 3


def _rest() -> tuple[date, Language]:
    return FILE.stamped_on, FILE.language


def test_the_same_events_give_the_same_file_stamped_by_no_clock() -> None:
    (entry,) = entries(event(when("2024-12-01")))

    assert entry["dtstamp"].dt.date() == FILE.stamped_on
    assert to_ics([event(when("2024-12-01"))], FILE) == to_ics([event(when("2024-12-01"))], FILE)


@pytest.mark.parametrize(
    ("more", "alarms"),
    [
        ({}, 1),
        ({"own": False}, 0),
        ({"kind": EventKind.REPAYMENT}, 1),
        ({"kind": EventKind.PAYMENT}, 0),
        ({"kind": EventKind.CONDITION, "met": True}, 0),
    ],
)
def test_a_deadline_of_ones_own_rings_fourteen_days_before(more: dict[str, Any], alarms: int) -> None:
    (entry,) = entries(event(when("2024-12-01"), **more))

    assert [alarm["trigger"].dt for alarm in entry.walk("VALARM")] == [timedelta(days=-14)] * alarms


WORDS = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=200)


@given(WORDS)
def test_any_words_come_back_as_they_were(what: str) -> None:
    (entry,) = entries(event(when("2024-12-01"), what))

    assert str(entry["summary"]) == f"{what} (prov-2024/a)"


@given(WORDS)
def test_lines_end_in_crlf_and_are_folded_at_75_bytes(what: str) -> None:
    text = to_ics([event(when("2024-12-01"), what, kr=1_000_000)], FILE)
    lines = text.split("\r\n")

    assert lines[-1] == ""
    assert "\n" not in "".join(lines)
    assert max(len(line.encode()) for line in lines) <= 75


def test_kronor_keep_their_no_break_spaces_and_commas_are_escaped() -> None:
    text = to_ics([event(when("2024-12-01"), "a, b; c", kr=1_000_000)], FILE).replace("\r\n ", "")

    assert "1\u00a0000\u00a0000\u00a0kr" in text
    assert "SUMMARY:a\\, b\\; c" in text


def test_it_speaks_the_language_asked_for() -> None:
    english = CalendarFile(Text("Kalender", "Calendar"), "alla", FILE.stamped_on, Language.ENGLISH)
    calendar = parsed(event(when("2024-12"), if_late="rätten förfaller"), file=english)
    (entry,) = calendar.walk("VEVENT")

    assert str(calendar["name"]) == "Calendar"
    assert str(entry["summary"]).startswith("Some time in 2024-12, no day stated")
    assert "If late: rätten förfaller" in str(entry["description"])


def test_no_events_still_make_a_file() -> None:
    assert str(parsed()["x-wr-caldesc"]).startswith("Händelser med datum: 0.")
