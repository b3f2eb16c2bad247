"""A year, and perhaps a place -> the page of what is due next: what may be lost first, then month by month."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from overens.followup.model import Calendar, Event, EventKind, MayLapse
from overens.followup.wording import when_words
from overens.notice.stake import stake_words
from overens.usecases.calendar import Asked as CalendarAsked
from overens.usecases.calendar import YearCalendar, show_calendar
from overens.usecases.calendar_file import calendar_file
from overens.usecases.calendar_tables import calendar_table
from overens.usecases.documents.calendar import calendar_document
from overens.usecases.paid_months import month_of, paid_table
from overens.usecases.source_links import Footnotes
from overens.usecases.wording.calendar import (
    calendar_title,
    doubtful_words,
    month_of_year,
    undated_elsewhere,
)
from overens.usecases.wording.dates import distance_words, gaps_counted, need_words, paid_words, undated_words
from overens.usecases.wording.nothing import no_agreements, not_known_then, nothing_reaches
from overens.vocabulary.periods import When
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Text, plain
from overens.web.answer import Answer, Elsewhere
from overens.web.asked import Asked
from overens.web.event_grid import agreement_name, pot_name
from overens.web.find import find_place, find_year
from overens.web.form import Form
from overens.web.grid import CellView
from overens.web.ordering import ordered
from overens.web.pages.calendar_filters import chosen_place, filters_shown, read_filters
from overens.web.pages.calendar_paid import paid_grid

TAKES = ("kind", "agreement", "from", "to", "mine", "during", "today", "place")
"""What both of the calendar's addresses take."""


@dataclass(frozen=True)
class Happening:
    """An event as a row of the page.

    Attributes:
        state: How far away it is, from today.
        agreement: Its agreement's name, and the pot's within it.
        kr: What is paid, linked to why where it is the place's own.
        sources: Their numbers among the page's.
    """

    event: Event
    when: Text
    state: Text | None
    passed: bool
    agreement: Text
    pot: str
    href: str
    kr: CellView
    sources: list[int]


@dataclass(frozen=True)
class MonthShown:
    """The events of a month, or of a year whose month is not stated."""

    name: Text
    rows: list[Happening]

    @property
    def passed(self) -> bool:
        """Whether everything in it has passed."""
        return all(row.passed for row in self.rows)

    @property
    def count(self) -> int:
        """How many events it has."""
        return len(self.rows)


def _undated(asked: Asked, found: YearCalendar) -> YearCalendar:
    """Return the calendar without its day, unless that was asked for: a file must not change because a day has gone."""
    return found if "today" in asked.values else replace(found, asked=replace(found.asked, today=None))


@dataclass(frozen=True)
class _Page:
    """What the rows of a page are made from: the question, its calendar, and the sources named so far."""

    asked: Asked
    found: YearCalendar
    notes: Footnotes

    @property
    def who(self) -> Recipient | None:
        """Whose calendar it is; for all together the sources of dates are left to the agreements' pages, for they are many."""
        return self.found.asked.recipient


def answer(asked: Asked) -> Answer | Elsewhere:
    """Return the calendar of every agreement; with a place chosen, its address."""
    year = find_year(asked)
    elsewhere = chosen_place(asked, year)
    return elsewhere if elsewhere is not None else _answer(asked, year, None)


def place_answer(asked: Asked) -> Answer | Elsewhere:
    """Return a place's calendar; with another place chosen, that one's address."""
    year = find_year(asked)
    found = find_place(asked, f"/{year}/{{}}/kalender")
    if isinstance(found, Elsewhere):
        return found
    elsewhere = chosen_place(asked, year)
    return elsewhere if elsewhere is not None else _answer(asked, year, found)


def _answer(asked: Asked, year: int, who: Recipient | None) -> Answer:
    wanted = read_filters(asked, year, who)
    found = show_calendar(asked.library, wanted)
    table = calendar_table(found)
    ordered(table, asked.sort, asked.language)  # so that a column that is not there is said on the page too
    return Answer(
        calendar_title(wanted),
        "calendar.html",
        _context(_Page(asked, found, Footnotes())),
        {"events": table, "months": paid_table(found)},
        lambda language: calendar_document(found, language),
        files={Form.ICS: lambda language, _: calendar_file(_undated(asked, found), language)},
        allocations=tuple(asked.library.allocation(name, asked.as_known_on) for name in _behind(found)),
    )


def _behind(found: YearCalendar) -> list[str]:
    """Return the agreements that the calendar tells of."""
    calendar = found.calendar
    missing = (gap.agreement for gap in (*calendar.gaps, *calendar.need_not_found))
    return sorted({*(event.agreement for event in calendar.events), *missing})


def _context(page: _Page) -> dict[str, Any]:
    asked, found = page.asked, page.found
    wanted, calendar = found.asked, found.calendar
    who = wanted.recipient
    base = f"/{wanted.year}/{asked.addresses.word(who)}" if who else f"/{wanted.year}"
    must = [one.event for one in calendar.may_lapse]
    mine = [event for event in calendar.events if who is None or not event.others_duty]
    others = [event for event in calendar.events if who is not None and event.others_duty]
    dated = [event for event in mine if isinstance(event.when, When)]
    undated = [event for event in mine if not isinstance(event.when, When) and event not in must]
    months = _months(page, dated)
    return {
        "found": found,
        "wanted": wanted,
        "who": who,
        "base": base,
        "years": asked.years,
        "nothing": _nothing(found),
        "next": _next(page, dated),
        "must": _must(page),
        "coming": [month for month in months if not month.passed],
        "past": [month for month in months if month.passed],
        "others": [_happening(page, event) for event in others],
        "undated": [_happening(page, event) for event in undated],
        "gaps": () if wanted.filtered else list(gaps_counted(calendar.gaps)),
        "gap_pots": () if wanted.filtered else list(undated_words((), calendar.gaps)),
        "need": _need(calendar, wanted),
        "doubtful": [(one, doubtful_words(one), page.notes.numbers(one.sources)) for one in calendar.doubtful],
        "paid": paid_grid(found),
        "notes": _notes(found),
        "filters": filters_shown(asked, found),
        "sources": page.notes.listed,
        "sources_elsewhere": page.who is None and bool(calendar.events),
        "agreement_name": lambda key: agreement_name(asked, key),
    }


def _nothing(found: YearCalendar) -> Text | None:
    asked = found.asked
    if found.reached:
        return None
    if asked.recipient is not None:
        return nothing_reaches(asked.recipient, asked.year, asked.as_known_on)
    if found.not_yet_known:
        return not_known_then(found.not_yet_known, asked.as_known_on)
    return no_agreements(asked.year, found.years_in_library)


def _next(page: _Page, dated: Sequence[Event]) -> tuple[Happening, ...]:
    """Return what comes first of what has not passed; several where they come on the same day."""
    today = page.found.asked.today
    left = [event for event in dated if today is None or not event.passed(today)]
    first = [event for event in left if str(event.when) == str(left[0].when)]
    return tuple(_happening(page, event) for event in first)


def _must(page: _Page) -> dict[str, list[tuple[Happening, Text]]]:
    """Return what must be asked for or done with what it concerns: what is left, what has no date, what has passed."""
    kept: dict[str, list[tuple[Happening, Text]]] = {"left": [], "undated": [], "passed": []}
    for one in page.found.calendar.may_lapse:
        kept[_stands(one, page.found)].append((_happening(page, one.event), stake_words(one.stake)))
    return kept if page.found.calendar.may_lapse else {}


def _stands(one: MayLapse, found: YearCalendar) -> str:
    if not isinstance(one.event.when, When):
        return "undated"
    return "passed" if found.asked.today and one.event.passed(found.asked.today) else "left"


def _need(calendar: Calendar, wanted: CalendarAsked) -> Text | None:
    said = calendar.need_not_found and (not wanted.filtered or wanted.mine)
    return need_words(calendar.need_not_found) if said else None


def _months(page: _Page, dated: Sequence[Event]) -> list[MonthShown]:
    """Return the events by the month of their last day; one that may fall in any month of a year stands by itself."""
    shown = []
    for key, events in groupby(dated, key=_month_key):
        rows = [_happening(page, event) for event in events]
        name = (
            month_of_year(key)
            if "-" in key
            else Text("{year}, månad ej angiven", "{year}, no month stated", {"year": key})
        )
        shown.append(MonthShown(name, rows))
    return shown


def _month_key(event: Event) -> str:
    assert isinstance(event.when, When)
    return month_of(event) or str(event.when.last.year)


def _happening(page: _Page, event: Event) -> Happening:
    today = page.found.asked.today
    dated = isinstance(event.when, When)
    agreement = page.asked.library.reading(event.agreement, page.asked.as_known_on).written.agreement
    return Happening(
        event,
        when_words(event.when),
        distance_words(event, today) if today and dated else None,
        bool(today and event.passed(today)),
        plain(agreement.name),
        pot_name(page.asked, event),
        page.asked.link(f"/avtal/{event.agreement}"),
        _kronor(page, event, agreement.years[0]),
        page.notes.numbers(event.sources) if page.who else [],
    )


def _kronor(page: _Page, event: Event, year: int) -> CellView:
    if event.kind is not EventKind.PAYMENT:
        return CellView(plain(""))
    if event.kr is None:
        return CellView(Text("ej känt", "not known"))
    shared = (
        Text("delas i länet", "shared in the county")
        if (event.agreement, event.pot) in page.found.shared_pots
        else None
    )
    who = page.found.asked.recipient
    href = (
        page.asked.link(f"/{year}/{page.asked.addresses.word(who)}/{event.agreement}/{event.pot}")
        if who and not shared
        else ""
    )
    return CellView(plain(paid_words(event)), href, event.kr, note=shared, rough=not event.exact)


def _notes(found: YearCalendar) -> list[Text]:
    asked = found.asked
    notes = []
    if found.not_yet_known and found.reached:
        notes.append(not_known_then(found.not_yet_known, asked.as_known_on))
    if found.undated_elsewhere:
        notes.append(undated_elsewhere(found.undated_elsewhere, asked.year))
    return notes
