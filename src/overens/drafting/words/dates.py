"""The words of dates (sprak/datum.yaml): months, ordinals, which year is meant, and what a date is the date of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from re import Pattern

from pydantic import Field

from overens.drafting.model import DateRole
from overens.drafting.phrases import compile_lowered
from overens.writing.clauses import Clause
from overens.writing.values import Words

USE = "användning"
"""What the cues of a date say where the sentence speaks of using money, which is nobody's deadline."""

_YEAR = r"(?:19|20)[0-9]{2}(?![0-9])"


class DateWords(Clause):
    """What sprak/datum.yaml says."""

    months: tuple[tuple[Words, ...], ...] = Field(alias="månader", min_length=12, max_length=12)
    with_day: tuple[Words, ...] = Field(alias="kräver dag")
    month_word: tuple[Words, ...] = Field(alias="månad")
    ordinals: tuple[Words, ...] = Field(alias="ordningstal", min_length=31, max_length=31)
    last_day: tuple[Words, ...] = Field(alias="sista dagen")
    before_day: tuple[Words, ...] = Field(alias="före dag")
    before_fraction: tuple[Words, ...] = Field(alias="före bråk")
    through: tuple[Words, ...] = Field(alias="period")
    between: tuple[Words, ...] = Field(alias="mellan")
    listing: tuple[Words, ...] = Field(alias="uppräkning")
    this_year: tuple[Words, ...] = Field(alias="i år")
    next_year: tuple[Words, ...] = Field(alias="nästa år")
    last_year: tuple[Words, ...] = Field(alias="förra året")
    year_after: tuple[Words, ...] = Field(alias="året efter")
    year_before: tuple[Words, ...] = Field(alias="året före")
    same_year: tuple[Words, ...] = Field(alias="samma år")
    forward: tuple[Words, ...] = Field(alias="framåt")
    backward: tuple[Words, ...] = Field(alias="bakåt")
    applying: tuple[Words, ...] = Field(alias="begäran")
    repaying: tuple[Words, ...] = Field(alias="återbetalning")
    reporting: tuple[Words, ...] = Field(alias="redovisning")
    handing_in: tuple[Words, ...] = Field(alias="inlämning")
    paying: tuple[Words, ...] = Field(alias="utbetalning")
    deciding: tuple[Words, ...] = Field(alias="beslut")
    last_by: tuple[Words, ...] = Field(alias="sista dag")
    not_last: tuple[Words, ...] = Field(alias="ej sista dag")
    used_by: tuple[Words, ...] = Field(alias="använt till")
    done: tuple[Words, ...] = Field(alias="gjort")


def _either(words: Iterable[str]) -> str:
    """Return a pattern for any of the words, the longest first."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word.lower()).replace(r"\ ", r"\s{1,3}") for word in longest_first)


@dataclass(frozen=True)
class DateGrammar:
    """The same, ready to look with in lower case."""

    words: DateWords

    @cached_property
    def month_numbers(self) -> dict[str, int]:
        """Each name of a month, in lower case, to its number."""
        return {name.casefold(): number for number, names in enumerate(self.words.months, 1) for name in names}

    @cached_property
    def short(self) -> frozenset[str]:
        """The abbreviations of months."""
        return frozenset(name.casefold() for names in self.words.months for name in names[1:])

    @cached_property
    def with_day(self) -> frozenset[str]:
        """Names that are a month only where a day stands before."""
        return frozenset(name.casefold() for name in self.words.with_day)

    @cached_property
    def ordinals(self) -> dict[str, int]:
        """Each ordinal in letters to its day; the last day of a month is 0."""
        days = {word.casefold(): day for day, word in enumerate(self.words.ordinals, 1)}
        return days | dict.fromkeys((word.casefold() for word in self.words.last_day), 0)

    @cached_property
    def atom(self) -> Pattern[str]:
        """One day or month with the year that stands at it."""
        months, ordinals = _either(self.month_numbers), _either(self.ordinals)
        between = _either(self.words.month_word)
        return re.compile(
            rf"(?<![\w.,:])(?:(?:(?<!/)(?P<day>[0-9]{{1,2}})(?::[ae]|\.)?\s{{1,3}}|(?P<ordinal>{ordinals})\s{{1,3}})?"
            rf"(?P<month>{months})(?!\w|:\w)(?:\.?(?:,|(?:\s{{1,3}}(?:{between})){{1,2}})?\s{{0,3}}(?P<year>{_YEAR}))?"
            rf"|(?<!/)(?:(?P<iso_year>{_YEAR})-(?P<iso_month>[0-9]{{2}})-(?P<iso_day>[0-9]{{2}})(?!\w|-\w)"
            rf"|(?P<part_day>[0-9]{{1,2}})/(?P<part_month>[0-9]{{1,2}})(?:(?:\s{{1,3}}|[-/–])(?P<part_year>{_YEAR})|(?![\w/.,]\w))"
            rf"|(?P<point_day>[0-9]{{1,2}})\.(?P<point_month>[0-9]{{1,2}})\.(?P<point_year>{_YEAR})))",
        )

    @cached_property
    def before_day(self) -> Pattern[str]:
        """What stands before a day, at the end of the text before it."""
        return re.compile(rf"(?:^|\s)(?:{_either(self.words.before_day)})\s{{1,3}}$")

    @cached_property
    def before_fraction(self) -> Pattern[str]:
        """What stands before a day written as 31/12 without a year."""
        return re.compile(rf"(?:^|\s)(?:{_either(self.words.before_fraction)})\s{{1,3}}$")

    @cached_property
    def dash(self) -> Pattern[str]:
        """What joins two dates to one period, days as well as months."""
        return re.compile(rf"\s{{0,3}}[–-]\s{{0,3}}(?:(?:{_either(self.words.before_day)})\s{{1,3}})?")

    @cached_property
    def through(self) -> Pattern[str]:
        """What joins two months to one period."""
        return re.compile(rf"\s{{1,3}}(?:{_either(self.words.through)})\s{{1,3}}|/")

    @cached_property
    def between(self) -> Pattern[str]:
        """What stands before two months that a listing word makes a period."""
        return re.compile(rf"(?:^|\s)(?:{_either(self.words.between)})\s{{1,3}}$")

    @cached_property
    def listing(self) -> Pattern[str]:
        """What stands between dates that are listed and share their year."""
        words = _either((*self.words.listing, *self.words.through))
        den = _either(self.words.before_day)
        return re.compile(rf"\s{{0,3}}(?:,|\s(?:{words})\s)\s{{0,3}}(?:(?:{words})\s{{1,3}})?(?:(?:{den})\s{{1,3}})?")

    @cached_property
    def listed_day(self) -> Pattern[str]:
        """A day without its month before a listed one, or the first day of a period, at the end of the text before."""
        den = _either(self.words.before_day)
        joint = rf"(?P<dash>\s?[–-]\s?)|(?:,\s{{0,3}}|\s{{1,3}}(?:{_either(self.words.listing)})\s{{1,3}})(?:(?:{den})\s{{1,3}})?"
        return re.compile(rf"(?<![\w.,:/–-])(?P<day>[0-9]{{1,2}})(?::[ae])?(?:{joint})$")

    @cached_property
    def listed_year(self) -> Pattern[str]:
        """One more year for the day that stands before."""
        return re.compile(
            rf"(?:,\s{{0,3}}|\s{{1,3}}(?:{_either(self.words.listing)})\s{{1,3}})(?P<year>{_YEAR})(?!\w|\s{{1,3}}års)"
        )

    @cached_property
    def last_year_of_row(self) -> Pattern[str]:
        """The year that a row of years ends in, after the first of them."""
        return re.compile(rf"\s?[–-]\s?(?P<year>{_YEAR})(?!\w)")

    @cached_property
    def relative_year(self) -> dict[str, Pattern[str]]:
        """The words that say which year is meant, as they stand after a date, by what they say."""
        names = ("this_year", "next_year", "last_year", "year_before", "year_after", "same_year")
        return {name: re.compile(rf",?\s{{1,3}}(?:{_either(getattr(self.words, name))})(?!\w)") for name in names}

    @cached_property
    def forward(self) -> Pattern[str]:
        """Words for what is to come."""
        return compile_lowered(self.words.forward)

    @cached_property
    def backward(self) -> Pattern[str]:
        """Words for what has been."""
        return compile_lowered(self.words.backward)

    @cached_property
    def cues(self) -> tuple[tuple[str, DateRole, int, Pattern[str]], ...]:
        """For each list of cues: what they say, the role they speak for, how strongly, and the pattern.

        Words for handing in speak for a report only where nothing else is said.
        """
        words = self.words
        return (
            (DateRole.APPLY_BY.value, DateRole.APPLY_BY, 2, compile_lowered(words.applying)),
            (DateRole.REPAY_BY.value, DateRole.REPAY_BY, 2, compile_lowered(words.repaying)),
            (DateRole.REPORT_BY.value, DateRole.REPORT_BY, 2, compile_lowered(words.reporting)),
            (USE, DateRole.OTHER, 2, compile_lowered(words.used_by)),
            (DateRole.PAY_BY.value, DateRole.PAY_BY, 2, compile_lowered(words.paying)),
            (DateRole.DECIDED.value, DateRole.DECIDED, 2, compile_lowered(words.deciding)),
            (DateRole.REPORT_BY.value, DateRole.REPORT_BY, 1, compile_lowered(words.handing_in)),
        )

    @cached_property
    def last_by(self) -> Pattern[str]:
        """Words that make a date a last day."""
        return compile_lowered(self.words.last_by)

    @cached_property
    def not_last(self) -> Pattern[str]:
        """Words that make a date no last day, at the end of the text before it."""
        den = _either(self.words.before_day)
        return re.compile(rf"(?:^|\s)(?:{_either(self.words.not_last)})\s{{1,3}}(?:(?:{den})\s{{1,3}})?$")

    @cached_property
    def done(self) -> Pattern[str]:
        """Words for what has been done, so that the date is no last day."""
        return compile_lowered(self.words.done)
