"""Events and what is not found about dates -> tables and lists in the terminal, the same on every page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from overens.cli.language import t
from overens.cli.show.page import Page
from overens.cli.show.parts import say
from overens.followup.model import Event, Gap, MayLapse
from overens.followup.wording import when_words
from overens.notice.stake import stake_words
from overens.usecases.wording.calendar import HAPPENS, OTHERS
from overens.usecases.wording.dates import (
    NO_DATES,
    PASSED,
    UNDATED,
    distance_words,
    gaps_counted,
    paid_words,
    undated_words,
)
from overens.vocabulary.periods import When


def show_dates(
    page: Page, events: Sequence[Event], gaps: Sequence[Gap], today: date | None = None, listed: Sequence[Event] = ()
) -> None:
    """Print what happens and is to be done, by date; what has no date, and what others are to do, apart.

    Args:
        listed: Events that stand on the page already, and need not be repeated among the undated.
    """
    mine = [event for event in events if not event.others_duty]
    _show_dated(page, mine, gaps, today)
    show_undated(page, [e for e in mine if not isinstance(e.when, When) and e not in listed], gaps)
    others = [event for event in events if event.others_duty]
    if others:
        page.heading(say(OTHERS))
        page.notes(f"{say(when_words(event.when))}  {say(event.what)} ({event.name})" for event in others)


def show_own_dates(page: Page, events: Sequence[Event], gaps: Sequence[Gap]) -> None:
    """Print what concerns the place itself, by date; pots about which nothing is found are only counted."""
    mine = [event for event in events if not event.others_duty]
    _show_dated(page, mine, gaps, None)
    undated = [event for event in mine if not isinstance(event.when, When)]
    if undated or gaps:
        page.heading(say(UNDATED))
        page.notes(say(one) for one in (*undated_words(undated, ()), *gaps_counted(gaps)))


def _show_dated(page: Page, events: Iterable[Event], gaps: Sequence[Gap], today: date | None) -> None:
    dated = [event for event in events if isinstance(event.when, When)]
    if dated or gaps:
        page.heading(say(HAPPENS))
    if dated:
        show_events(page, dated, today)
    elif gaps:
        page.line(say(NO_DATES))


def show_events(page: Page, events: Iterable[Event], today: date | None = None) -> None:
    """Print dated events as a table; with a day to count from, also how far away each is."""
    rows = [
        (
            say(when_words(event.when)),
            *((say(distance_words(event, today)),) if today else ()),
            say(event.what),
            event.name,
            paid_words(event),
        )
        for event in events
    ]
    headings = (
        t("När", "When"),
        *((t("Läge", "State"),) if today else ()),
        t("Vad", "What"),
        t("Avtal", "Agreement"),
        t("Kronor", "Kronor"),
    )
    page.table(headings, rows, right=(len(headings) - 1,), whole=(0,))


def show_undated(page: Page, events: Sequence[Event], gaps: Sequence[Gap]) -> None:
    """Print events whose dates are missing, and the pots about which nothing is found."""
    if events or gaps:
        page.heading(say(UNDATED))
        page.notes(say(one) for one in undated_words(events, gaps))


def show_may_lapse(page: Page, found: Sequence[MayLapse], today: date | None) -> None:
    """Print what the recipient must ask for or do, by when, and the kronor that it concerns."""
    rows = [
        (
            say(when_words(one.event.when)),
            say(one.event.what) + _passed(one.event, today),
            one.event.name,
            say(stake_words(one.stake)),
        )
        for one in found
    ]
    headings = (t("Senast", "By"), t("Vad", "What"), t("Avtal", "Agreement"), t("Gäller", "Concerns"))
    page.table(headings, rows, whole=(0,))


def _passed(event: Event, today: date | None) -> str:
    return f" [{say(PASSED)}]" if today and event.passed(today) else ""
