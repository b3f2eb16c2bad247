"""Swedish words for a day, month or year -> dates with their precision."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from overens.vocabulary.problems import Fault
from overens.vocabulary.wording import Text


@dataclass(frozen=True, order=True)
class When:
    """A date as sharp as the source gave it: a day, a month or a year.

    Attributes:
        first: The earliest day it can mean.
        last: The latest day it can mean.
        words: As it was written.
    """

    first: date
    last: date
    words: str

    def known_on(self, day: date | None) -> bool:
        """Tell whether this had surely come by the day (its latest day); always, if no day is given."""
        return day is None or self.last <= day

    def __str__(self) -> str:
        return self.words


MONTHS = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
]
"""Each month as it is written in a source, January first."""

_DAY = re.compile(r"^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$", re.ASCII)
_YEARS = re.compile(r"^(\d{4})(?: ?[-–/] ?(\d{4}))?$", re.ASCII)


FIRST_YEAR, LAST_YEAR = 1990, 2100
"""The years that a file may write of."""
FIRST_ASKED, LAST_ASKED = 1900, 2199
"""The years that one may ask for; before the first file nothing was known, and that is an answer."""


def parse_when(words: str, first: int = FIRST_YEAR, last: int = LAST_YEAR) -> When | Fault:
    """Return the day, month or year the words state, or what is wrong with them.

    Args:
        first: The first year that is plausible.
        last: The last one.

    >>> parse_when("2023-12").last
    datetime.date(2023, 12, 31)
    >>> parse_when("2021-02-31").message.say()
    '31 februari 2021 finns inte.'
    """
    text = words.strip()
    found = _DAY.match(text)
    if found is None:
        return _not_a_date(text)
    year, month, day = (int(part) if part else None for part in found.groups())
    assert year is not None
    if month is not None and not 1 <= month <= 12:
        return _not_a_date(text)
    if not first <= year <= last:
        return _not_plausible(text, first, last)
    if month is None:
        return When(date(year, 1, 1), date(year, 12, 31), text)
    last_day = calendar.monthrange(year, month)[1]
    if day is None:
        return When(date(year, month, 1), date(year, month, last_day), text)
    if not 1 <= day <= last_day:
        return _no_such_day(year, month, day, last_day)
    return When(date(year, month, day), date(year, month, day), text)


def parse_asked_when(words: str) -> When | Fault:
    """Return the day, month or year that someone asks for; a fault says nothing of what a file would say instead."""
    found = parse_when(words, FIRST_ASKED, LAST_ASKED)
    if isinstance(found, When):
        return found
    sv, en = (f"{half.partition(';')[0].rstrip('.')}." for half in (found.remedy.sv, found.remedy.en))
    return Fault(found.message, Text(sv, en, found.remedy.values))


def parse_years(words: str) -> tuple[int, ...] | Fault:
    """Return the years in '2024' or '2020–2022', in order."""
    found = _YEARS.match(words.strip())
    if found is None:
        return Fault.of(
            "'{words}' är inget år.",
            "Skriv '2024' eller '2020–2022'.",
            "'{words}' is not a year.",
            "Write '2024' or '2020–2022'.",
            words=words,
        )
    first, last = int(found[1]), int(found[2] or found[1])
    if not 1990 <= first <= last <= min(first + 20, 2100):
        return Fault.of(
            "'{words}' är inga rimliga år.",
            "Skriv åren i ordning, mellan 1990 och 2100.",
            "'{words}' are not plausible years.",
            "Write the years in order, between 1990 and 2100.",
            words=words,
        )
    return tuple(range(first, last + 1))


def parse_months(words: str) -> tuple[str, ...] | Fault:
    """Return every month of '2023-01/2024-12', in order.

    >>> parse_months("2023-11/2024-01")
    ('2023-11', '2023-12', '2024-01')
    """
    ends = [parse_when(end) for end in words.split("/")]
    first, last = ends if len(ends) == 2 else (None, None)
    if isinstance(first, When) and isinstance(last, When) and _is_month(first) and _is_month(last) and first <= last:
        return months_through(first.first, last.first)
    fault = next((end for end in ends if isinstance(end, Fault)), None)
    return fault or Fault.of(
        "'{words}' är inga månader i följd.",
        "Skriv den första och den sista: '2023-01/2024-12'.",
        "'{words}' are not months in a row.",
        "Write the first and the last: '2023-01/2024-12'.",
        words=words,
    )


def months_through(first: date, last: date) -> tuple[str, ...]:
    """Return the months of two days and all between them, as they are written: '2023-01'."""
    counted = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return tuple(f"{month // 12:04d}-{month % 12 + 1:02d}" for month in counted)


def _is_month(when: When) -> bool:
    return len(when.words) == len("2023-01")


def year_spans(years: Iterable[int]) -> str:
    """Return years as a person writes them.

    >>> year_spans([2021, 2015, 2019, 2020])
    '2015, 2019–2021'
    """
    return ", ".join(year_runs(years))


def year_runs(years: Iterable[int]) -> list[str]:
    """Return years in order, those that follow one another drawn together.

    >>> year_runs([2021, 2015, 2020])
    ['2015', '2020–2021']
    """
    runs: list[list[int]] = []
    for year in sorted(set(years)):
        if runs and runs[-1][-1] == year - 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return [f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs]


_DAY_IN_TEXT = re.compile(rf"\b(\d{{1,2}})(?::?e)? ({'|'.join(MONTHS)}) (\d{{4}})\b", re.IGNORECASE)


def impossible_days(text: str) -> list[str]:
    """Return the days in a text that do not exist, as written.

    >>> impossible_days("från den 31 februari 2021 till den 1 mars 2021")
    ['31 februari 2021']
    """
    found = []
    for one in _DAY_IN_TEXT.finditer(text):
        day, month, year = int(one[1]), MONTHS.index(one[2].casefold()) + 1, int(one[3])
        if 1990 <= year <= 2100 and not 1 <= day <= calendar.monthrange(year, month)[1]:
            found.append(one[0])
    return found


_ENGLISH_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def month_words(number: int) -> Text:
    """Return a month's name; 1 is January."""
    return Text(MONTHS[number - 1], _ENGLISH_MONTHS[number - 1])


def _no_such_day(year: int, month: int, day: int, last_day: int) -> Fault:
    return Fault.of(
        "{day} {month} {year} finns inte.",
        "Månaden har {last} dagar; skriv källans datum under 'motsägelser' om det är felet i källan.",
        "{iso} does not exist.",
        "The month has {last} days; record the source's date under 'motsägelser' if the source is wrong.",
        day=str(day),
        month=MONTHS[month - 1],
        year=str(year),
        last=str(last_day),
        iso=f"{year}-{month:02d}-{day:02d}",
    )


def _not_plausible(words: str, first: int, last: int) -> Fault:
    return Fault.of(
        "'{words}' är inget rimligt datum.",
        "Skriv ett år mellan {first} och {last}.",
        "'{words}' is not a plausible date.",
        "Write a year between {first} and {last}.",
        words=words,
        first=str(first),
        last=str(last),
    )


def _not_a_date(words: str) -> Fault:
    return Fault.of(
        "'{words}' är inget datum.",
        "Skriv 2023-12-20, eller 2023-12 om dagen inte är känd.",
        "'{words}' is not a date.",
        "Write 2023-12-20, or 2023-12 when the day is not known.",
        words=words,
    )
