"""A year's calendar: of the year's money, or of what falls in the year; filtered, for one place or for all."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from overens.followup.model import EventKind
from overens.usecases.calendar import Asked, YearCalendar, show_calendar
from overens.usecases.library import Library, open_library
from overens.vocabulary.recipients import RecipientKind
from tests.cli.own_files import agreement, write

MORE = """\
skyldigheter:
  - {vad: rapport, vem: regionerna, senast: "2025-02", källa: k}
  - {vad: utan dag, vem: SKR, senast: ej funnet, källa: k}
"""


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """Return a library of one agreement for 2024, with dates in 2023 and 2025, and one for 2025."""
    this = agreement(key="lika", more=MORE)
    nxt = agreement(key="lika").replace("prov-2024", "nasta-2025").replace("avser: 2024", "avser: 2025")
    return open_library(
        [write(tmp_path, prov_yaml=this, nasta_yaml=nxt.replace("2023-12-20", "2024-12-20"))], shipped=False
    )


def found(answer: YearCalendar) -> list[tuple[str, str]]:
    """Return whose and when of each event."""
    return [(event.agreement, str(event.when)) for event in answer.calendar.events]


def test_the_years_money_has_dates_in_other_years(library: Library) -> None:
    answer = show_calendar(library, Asked(2024))

    assert found(answer) == [("prov-2024", "2023-12-20"), ("prov-2024", "2025-02"), ("prov-2024", "ej funnet")]
    assert answer.undated_elsewhere == 0


def test_what_falls_in_the_year_may_be_another_years_money(library: Library) -> None:
    assert found(show_calendar(library, Asked(2025, during=True))) == [("prov-2024", "2025-02")]
    assert found(show_calendar(library, Asked(2024, during=True))) == [
        ("nasta-2025", "2024-12-20"),
        ("prov-2024", "ej funnet"),
    ]


def test_undated_events_of_other_years_are_counted_for_they_may_fall_in_it(library: Library) -> None:
    assert show_calendar(library, Asked(2025, during=True)).undated_elsewhere == 1
    assert show_calendar(library, Asked(2024, during=True)).undated_elsewhere == 0


@pytest.mark.parametrize(
    ("asked", "whens"),
    [
        (Asked(2024, kinds=(EventKind.DECISION,)), ["2023-12-20"]),
        (Asked(2024, first=date(2025, 2, 28)), ["2025-02", "ej funnet"]),
        (Asked(2024, first=date(2025, 3, 1)), ["ej funnet"]),
        (Asked(2024, last=date(2023, 12, 31)), ["2023-12-20", "ej funnet"]),
        (Asked(2024, agreements=("prov-2024",)), ["2023-12-20", "2025-02", "ej funnet"]),
        (Asked(1999), []),
        (Asked(2024, as_known_on=date(2023, 12, 19)), []),
    ],
)
def test_only_what_is_asked_for(library: Library, asked: Asked, whens: list[str]) -> None:
    assert [str(event.when) for event in show_calendar(library, asked).calendar.events] == whens


def test_mine_is_what_the_place_itself_must_do(library: Library) -> None:
    region = library.register.get(RecipientKind.REGION, "06")
    events = show_calendar(library, Asked(2024, region, mine=True)).calendar.events

    assert [(event.kind, event.own) for event in events] == [(EventKind.DUTY, True)]


def test_a_place_that_nothing_reaches_says_so(library: Library) -> None:
    municipality = library.register.get(RecipientKind.MUNICIPALITY, "0680")
    answer = show_calendar(library, Asked(2024, municipality))

    assert (answer.reached, answer.calendar.events) == (False, ())


def test_the_shipped_calendar_has_the_requisition_of_2024_with_what_it_concerns() -> None:
    shipped = open_library()
    answer = show_calendar(shipped, Asked(2024, shipped.register.get(RecipientKind.REGION, "06")))
    kinds = {m.event.kind: m for m in answer.calendar.may_lapse if m.event.name == "tillganglighet-2024"}
    requisition = kinds[EventKind.REQUISITION]

    assert str(requisition.event.when) == "2024-12-01"
    assert requisition.stake.awarded_kr == 86_550_482
    assert requisition.stake.part_of_kr == 450_000_000
