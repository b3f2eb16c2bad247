"""Dates as they stand -> the same, each in the year that is meant."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from overens.drafting.dates.stated import Stated, known_years, years_within
from overens.drafting.page import Page
from overens.drafting.words.dates import DateGrammar

_NEAR = 160
_AFTER = 40
_LONGEST_GAP = 25


def in_their_years(page: Page, stated: Sequence[Stated], grammar: DateGrammar) -> list[Stated]:
    """Return the dates in the same order, with a year where one can be known from the text or its own date."""
    years = known_years(page.lower)
    dates = _shared_backwards(page.lower, stated, grammar)
    around = _Around(page, grammar, years, _dated(page.dated), _commonest(years, dates))
    base = around.dated[0] if around.dated else around.commonest
    before: Stated | None = None
    found: list[Stated] = []
    for one in dates:
        date = one if one.has_year else around.infer(one, before, base)
        found.append(date)
        before = date if date.has_year else before
    return found


@dataclass(frozen=True)
class _Around:
    """What the year of a date is inferred from."""

    page: Page
    grammar: DateGrammar
    years: list[tuple[int, int]]
    dated: tuple[int, ...]
    commonest: int | None
    tenses: dict[int, list[tuple[int, int]]] = field(default_factory=dict)

    def infer(self, one: Stated, before: Stated | None, base: int | None) -> Stated:
        """Return the date in the year that is meant, or as it is."""
        said = self._said(one, before, base)
        if said is None:
            direction = self._direction(one)
            near = self._by_dated(one, direction)
            past_new_year = one.last is not None and one.first.month > one.last.month
            said = self._in_sentence(one, before, direction) or (near + past_new_year if near else base)
        return one if said is None else one.in_year(said)

    def _said(self, one: Stated, before: Stated | None, base: int | None) -> int | None:
        """Return the year that words directly after the date say ("i år", "året efter")."""
        earlier = before.first.year if before else base
        for name, pattern in self.grammar.relative_year.items():
            if pattern.match(self.page.lower, one.end):
                year, step = {
                    "this_year": (base, 0),
                    "next_year": (base, 1),
                    "last_year": (base, -1),
                    "year_before": (earlier, -1),
                    "year_after": (earlier, 1),
                    "same_year": (earlier, 0),
                }[name]
                return None if year is None else year + step
        return None

    def _direction(self, one: Stated) -> int:
        """Return 1 for a date that is to come, -1 for one that has been, 0 if the sentence does not say."""
        sentence = self.page.sentence_at(one.start)
        if sentence is None:
            return 0
        tenses = self._tenses(sentence.start, sentence.end)
        before = bisect_left(tenses, (one.start, 0)) - 1
        if before >= 0 and tenses[before][0] >= one.start - _NEAR:
            return tenses[before][1]
        after = bisect_left(tenses, (one.end, -2))
        return tenses[after][1] if after < len(tenses) and tenses[after][0] < one.end + _NEAR else 0

    def _tenses(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return where a sentence speaks of what is to come (1) and has been (-1), looked for once a sentence."""
        if start not in self.tenses:
            forward = [(found.start(), 1) for found in self.grammar.forward.finditer(self.page.lower, start, end)]
            backward = [(found.start(), -1) for found in self.grammar.backward.finditer(self.page.lower, start, end)]
            self.tenses[start] = sorted(forward + backward)
        return self.tenses[start]

    def _in_sentence(self, one: Stated, before: Stated | None, direction: int) -> int | None:
        """Return the year that stands nearest in the sentence, first to the left, if it can be the one."""
        sentence = self.page.sentence_at(one.start)
        if sentence is None:
            return None
        left = years_within(self.years, max(sentence.start, one.start - _NEAR), one.start)
        near = [year for _, year in left[::-1]]
        if before and before.first.year and before.start >= sentence.start:
            near.insert(0, (before.last or before.first).year or before.first.year)
        near += [year for _, year in years_within(self.years, one.end, min(sentence.end, one.end + _AFTER))]
        return next((year for year in near if self._can_be(one, year, direction)), None)

    def _can_be(self, one: Stated, year: int, direction: int) -> bool:
        """Tell whether the year goes with the tense, as far as the document's own date is known."""
        if not self.dated or direction == 0:
            return True
        there = (year, one.first.month)[: len(self.dated)]
        return there >= self.dated[:2] if direction > 0 else there <= self.dated[:2]

    def _by_dated(self, one: Stated, direction: int) -> int | None:
        """Return the year next to the document's own date, in the direction of the tense."""
        if not self.dated:
            return None
        if len(self.dated) == 1:
            return self.dated[0]
        year, month = self.dated[:2]
        if direction > 0 and one.first.month == month and self.commonest == year + 1:
            return year + 1  # what is to come and would fall in the month of the document is of the year it speaks of
        ahead = (one.first.month - month) % 12
        if direction > 0 or (direction == 0 and ahead <= 6):
            return year + (one.first.month < month)
        return year - (one.first.month > month)


def _shared_backwards(text: str, stated: Sequence[Stated], grammar: DateGrammar) -> list[Stated]:
    """Return the dates, those listed before one with a year in its year."""
    dates = list(stated)
    for n in range(len(dates) - 2, -1, -1):
        here, after = dates[n], dates[n + 1]
        gap = text[here.end : after.start] if after.start - here.end <= _LONGEST_GAP else "."
        if not here.has_year and after.first.year is not None and grammar.listing.fullmatch(gap):
            dates[n] = here.in_year(after.first.year)
    return dates


def _dated(dated: str) -> tuple[int, ...]:
    """Return the document's own date as numbers: year, month, day, as far as they are known."""
    return tuple(int(part) for part in dated.split("-")) if dated else ()


def _commonest(years: Sequence[tuple[int, int]], dates: Sequence[Stated]) -> int | None:
    """Return the year that the document speaks most of, or None if it names none."""
    counted = Counter(year for _, year in years)
    counted.update(date.first.year for date in dates if date.first.year is not None)
    return counted.most_common(1)[0][0] if counted else None
