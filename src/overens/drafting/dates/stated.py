"""Clean text -> the days, months and periods that stand in it, with the years that are written out."""

from __future__ import annotations

import re
from bisect import bisect_right
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from overens.drafting.page import Page
from overens.drafting.words.dates import DateGrammar

_LOOK_BACK = 60
_MOST_LISTED = 12
_BARE = re.compile(r"(?<![\w/:.-])((?:19|20)[0-9]{2})(?![0-9]|[/:]\w)(?:[–-](?:20)?[0-9]{2}(?![0-9]))?")


class Day(NamedTuple):
    """A day or, with day None, a month. The last day of a month whose length is not yet known is 0."""

    year: int | None
    month: int
    day: int | None

    def iso(self) -> str:
        """Return the date, or "" if its year is not known or there is no such day."""
        if self.year is None or not self.exists():
            return ""
        month = f"{self.year:04}-{self.month:02}"
        if self.day is None:
            return month
        return f"{month}-{self.day or monthrange(self.year, self.month)[1]:02}"

    def exists(self) -> bool:
        """Tell whether there is such a day in the calendar; 29 February in a year that is not known is."""
        return self.day is None or self.day <= monthrange(self.year or 2000, self.month)[1]


@dataclass(frozen=True)
class Stated:
    """A day, a month or a period as it stands in the clean text.

    Attributes:
        last: Where a period ends, else None.
    """

    start: int
    end: int
    first: Day
    last: Day | None = None

    @property
    def has_year(self) -> bool:
        """Whether its year is known."""
        return self.first.year is not None

    def in_year(self, year: int) -> Stated:
        """Return the same in a year; a period that passes a new year ends in it."""
        if self.last is None:
            return replace(self, first=self.first._replace(year=year))
        begins = year - (self.first.month > self.last.month)
        return replace(self, first=self.first._replace(year=begins), last=self.last._replace(year=year))


def stated_dates(page: Page, grammar: DateGrammar) -> list[Stated]:
    """Return every date in text order, listed days and years as dates of their own."""
    text = page.lower
    joined: list[Stated] = []
    for found in grammar.atom.finditer(text):
        one = _atom(page, found, grammar)
        if one is None:
            continue
        before = joined[-1] if joined else None
        if before is not None and (period := _period(text, before, one, grammar)):
            joined[-1] = period
        else:
            joined.append(one)
    return [date for one in joined if _apart(text, one) for date in _with_listed(text, one, grammar)]


def _atom(page: Page, found: re.Match[str], grammar: DateGrammar) -> Stated | None:
    """Return one day or month, or None for what only looks like one."""
    if found["month"]:
        return _named(page, found, grammar)
    for form in ("iso", "part", "point"):
        if found[f"{form}_day"]:
            year = found[f"{form}_year"]
            day = Day(int(year) if year else None, int(found[f"{form}_month"]), int(found[f"{form}_day"]))
            before = page.lower[max(0, found.start() - 12) : found.start()]
            known = 1 <= day.month <= 12 and 1 <= day.day <= 31 if day.day else False
            return Stated(*found.span(), day) if known and (year or grammar.before_fraction.search(before)) else None
    return None


def _named(page: Page, found: re.Match[str], grammar: DateGrammar) -> Stated | None:
    """Return a date with the name of its month; the day in front only if it can be one."""
    name, year = found["month"], int(found["year"]) if found["year"] else None
    start = found.start()
    day = int(found["day"]) if found["day"] else None
    if found["ordinal"]:
        spoken = grammar.before_day.search(page.lower[max(0, start - 12) : start])
        day = grammar.ordinals[found["ordinal"]] if spoken else None
    if day is None or day > 31 or (day == 0 and not found["ordinal"]):
        start, day = found.start("month"), None
        if not _is_month(page, found, name, year, grammar):
            return None
    return Stated(start, found.end(), Day(year, grammar.month_numbers[name], day))


def _is_month(page: Page, found: re.Match[str], name: str, year: int | None, grammar: DateGrammar) -> bool:
    """Tell whether the name of a month without a day is one: abbreviations need a year, capitals a beginning."""
    if name in grammar.with_day or (name in grammar.short and year is None):
        return False
    start = found.start("month")
    if page.text[start].islower() or year is not None:
        return True
    sentence = page.sentence_at(start)
    return sentence is not None and not page.lower[sentence.start : start].strip(' "”»(*')


def _apart(text: str, one: Stated) -> bool:
    """Tell whether the date is no part of a longer word, as in 'juni-mötet' and 'covid-maj'."""
    after = text[one.end : one.end + 2]
    before = text[max(0, one.start - 2) : one.start]
    return not (after[:1] == "-" and after[1:].isalpha()) and not (before[1:] == "-" and before[:1].isalpha())


def _period(text: str, first: Stated, last: Stated, grammar: DateGrammar) -> Stated | None:
    """Return the period that two dates are together, or None."""
    gap = text[first.end : last.start]
    if first.last or last.last or len(gap) > _LOOK_BACK:
        return None
    months = first.first.day is None and last.first.day is None
    between = not first.has_year and grammar.between.search(text[max(0, first.start - 12) : first.start])
    through = months and (grammar.through.fullmatch(gap) or (between and grammar.listing.fullmatch(gap)))
    if not through and not grammar.dash.fullmatch(gap):
        return None
    period = Stated(first.start, last.end, first.first, last.first)
    row = grammar.last_year_of_row.match(text, last.end) if months and last.has_year and not first.has_year else None
    if row:
        ends = last.first._replace(year=int(row["year"]))
        return Stated(first.start, row.end(), first.first._replace(year=last.first.year), ends)
    return period.in_year(last.first.year) if last.first.year and first.first.year is None else period


def _with_listed(text: str, one: Stated, grammar: DateGrammar) -> Iterator[Stated]:
    """Yield the days listed before a date, the date, and the years listed after it."""
    if one.first.day is not None and one.last is None:
        earlier, one = _listed_days(text, one, grammar)
        yield from earlier
    yield one
    position = one.end
    for _ in range(_MOST_LISTED if one.first.day is not None and one.has_year else 0):
        found = grammar.listed_year.match(text, position)
        if not found:
            return
        yield replace(one.in_year(int(found["year"])), start=found.start("year"), end=found.end())
        position = found.end()


def _listed_days(text: str, one: Stated, grammar: DateGrammar) -> tuple[list[Stated], Stated]:
    """Return the days without a month before a date, and the date, from its first day if it is a period."""
    days: list[Stated] = []
    start = one.start
    for _ in range(_MOST_LISTED):
        low = max(0, start - _LOOK_BACK)
        found = grammar.listed_day.search(text[low:start])
        if not found or not 1 <= int(found["day"]) <= 31:
            break
        begin = low + found.start()
        day = one.first._replace(day=int(found["day"]))
        if found["dash"]:
            return [], Stated(begin, one.end, day, one.first)
        days.append(Stated(begin, begin + len(found["day"]), day))
        start = begin
    spoken = grammar.before_day.search(text[max(0, start - 12) : start])
    return (days[::-1], one) if days and spoken else ([], one)


def known_years(text: str) -> list[tuple[int, int]]:
    """Return every year that stands in the text, as its place and the year; of a row of years the first."""
    return [(found.start(), int(found[1])) for found in _BARE.finditer(text)]


def years_within(years: list[tuple[int, int]], start: int, end: int) -> list[tuple[int, int]]:
    """Return those that stand within a stretch."""
    return years[bisect_right(years, (start, 0)) : bisect_right(years, (end, 0))]
