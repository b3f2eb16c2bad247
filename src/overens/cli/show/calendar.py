"""A calendar -> the terminal: what must be asked for, what happens when, and what is not found."""

from __future__ import annotations

from overens.cli.show.dates import show_dates, show_events, show_may_lapse, show_undated
from overens.cli.show.page import Page
from overens.cli.show.parts import say
from overens.usecases.calendar import YearCalendar
from overens.usecases.wording.calendar import (
    DOUBTFUL,
    MUST,
    NO_SUCH_EVENTS,
    calendar_title,
    doubtful_words,
    undated_elsewhere,
)
from overens.usecases.wording.dates import NOTHING_TO_ASK_FOR, need_words
from overens.usecases.wording.nothing import no_agreements, not_known_then, nothing_reaches
from overens.vocabulary.periods import When


def show_calendar(page: Page, answer: YearCalendar) -> None:
    """Print the calendar of a place, or of every agreement."""
    asked, calendar = answer.asked, answer.calendar
    page.heading(say(calendar_title(asked)))
    if answer.not_yet_known:
        page.line(say(not_known_then(answer.not_yet_known, asked.as_known_on)))
    if not answer.reached:
        if asked.recipient is not None:
            page.line(say(nothing_reaches(asked.recipient, asked.year, asked.as_known_on)))
        elif not answer.not_yet_known:
            page.line(say(no_agreements(asked.year, answer.years_in_library)))
        return
    gaps = () if asked.filtered else calendar.gaps
    if asked.filtered and not calendar.events:
        page.line(say(NO_SUCH_EVENTS))
    elif asked.recipient is None:
        dated = [event for event in calendar.events if isinstance(event.when, When)]
        if dated:
            show_events(page, dated, asked.today)
        show_undated(page, [event for event in calendar.events if not isinstance(event.when, When)], gaps)
    else:
        _must(page, answer)
        show_dates(page, calendar.events, gaps, asked.today, [one.event for one in calendar.may_lapse])
    if calendar.doubtful and not asked.filtered:
        page.heading(say(DOUBTFUL))
        page.notes(f"{one.agreement}: {say(doubtful_words(one))}" for one in calendar.doubtful)
    if answer.undated_elsewhere:
        page.blank()
        page.line(say(undated_elsewhere(answer.undated_elsewhere, asked.year)))


def _must(page: Page, answer: YearCalendar) -> None:
    """Print what must be asked for or done; that nothing is found is said only where everything was asked for."""
    found, filtered = answer.calendar.may_lapse, answer.asked.filtered
    if found or not filtered:
        page.heading(say(MUST))
    if found:
        show_may_lapse(page, found, answer.asked.today)
    elif not filtered:
        page.line(say(NOTHING_TO_ASK_FOR))
    if answer.calendar.need_not_found and (not filtered or answer.asked.mine):
        page.line(say(need_words(answer.calendar.need_not_found)))
