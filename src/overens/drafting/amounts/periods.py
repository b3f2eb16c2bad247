"""The sums of a page -> which years each is for, and whether it is for each of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from overens.drafting.page import Page
from overens.drafting.text.sentences import Sentence
from overens.drafting.words.amounts.periods import PeriodGrammar
from overens.drafting.words.amounts.years import YearCue

_SPLIT_COSTS = 40
_SIDE_COSTS = 150
_BUDGET_COSTS = 120
_FARTHEST = 320
_FARTHEST_YEARLY = 200
_WITHIN_ROW = 30
_NEAR_THEN = 150
_BUDGET_MONTH = 9
_ONE_YEAR = 4


class Place(NamedTuple):
    """Where a sum stands, and the number of the unit that it shares with others."""

    start: int
    end: int
    group: int


class Period(NamedTuple):
    """Which years a sum is for ("2024", "2024-2026", "2024-" or ""), and whether it is for each of them."""

    years: str = ""
    per_year: bool = False


def find_periods(page: Page, places: Sequence[Place], grammar: PeriodGrammar) -> list[Period]:
    """Return the period of each place, in the same order.

    It is the years of the clause, else of the sentence, the sentences before in the paragraph, the heading, the whole document.

    Args:
        page: The document.
        places: Where the sums stand, in text order.
        grammar: The words to look with.
    """
    this_year = int(page.dated[:4]) if page.dated[:4].isdigit() else None
    of_page = _commonest(_years_of_page(page, grammar, this_year), this_year)
    bases = (of_page, _unsaid(page))
    said: list[Period | None] = []
    under: list[str] = []
    headings: dict[int, str] = {}
    block = -1
    seen = 0
    last: YearCue | None = None
    for sentence, group in _by_sentence(page, places):
        if sentence.block != block:
            block, last, seen = sentence.block, None, page.blocks[sentence.block].start
        for cue in grammar.years.find(page.text, seen, sentence.start, this_year):
            last = cue if this_year is None or cue.years[-1] >= this_year else last
        found, last = _Reading(page.text, sentence, group, grammar, this_year, bases).periods(last)
        said += found
        under += [_of_headings(page, sentence, grammar, this_year, headings)] * len(found)
        seen = sentence.end
    rest = _elsewhere(page, said, grammar, this_year) or of_page or bases[-1]
    return [_filled(period, over or rest) for period, over in zip(said, under, strict=True)]


def _filled(period: Period | None, years: str) -> Period:
    """Return the period with the years that hold where it names none; what is for each year then has no end."""
    if period is None:
        return Period(years)
    if period.years:
        return period
    return Period(f"{years}-" if period.per_year and len(years) == _ONE_YEAR else years, period.per_year)


def _by_sentence(page: Page, places: Sequence[Place]) -> list[tuple[Sentence, list[Place]]]:
    found: list[tuple[Sentence, list[Place]]] = []
    for place in places:
        sentence = page.sentence_at(place.start)
        if sentence is None:
            sentence = Sentence(0, place.end, -1)
        if found and found[-1][0] == sentence:
            found[-1][1].append(place)
        else:
            found.append((sentence, [place]))
    return found


@dataclass(frozen=True)
class _Reading:
    text: str
    sentence: Sentence
    places: list[Place]
    grammar: PeriodGrammar
    this_year: int | None
    bases: tuple[str, str]

    @cached_property
    def _starts(self) -> list[int]:
        return [place.start for place in self.places]

    @cached_property
    def _cues(self) -> list[YearCue]:
        cues = self.grammar.years.find(self.text, self.sentence.start, self.sentence.end, self.this_year)
        return [cue for cue in cues if not self._within_sum(cue.start, cue.end)]

    @cached_property
    def _splits(self) -> tuple[list[int], list[int]]:
        """Where clauses part: all places, and those where a subordinate clause begins."""
        found = list(self.grammar.splits.finditer(self.text, self.sentence.start, self.sentence.end))
        return [f.start() for f in found], [f.start() for f in found if f["side"]]

    def _within_sum(self, start: int, end: int) -> bool:
        number = bisect_left(self._starts, end) - 1
        return number >= 0 and self.places[number].end > start

    def _nearest(self, start: int, end: int) -> tuple[int, int]:
        """Return which of the sums words stand nearest to, clauses counted, and how far."""
        after = bisect_right(self._starts, start)
        sides = []
        if after:
            sides.append((self._cost(self.places[after - 1].end, start), after - 1))
        if after < len(self.places):
            sides.append((self._cost(end, self.places[after].start), after))
        cost, number = min(sides)
        return number, cost

    def _cost(self, start: int, end: int) -> int:
        splits, sides = self._splits
        parted = bisect_left(splits, end) - bisect_left(splits, start)
        side = bisect_left(sides, end) - bisect_left(sides, start)
        return max(0, end - start) + _SPLIT_COSTS * parted + _SIDE_COSTS * side

    def periods(self, last: YearCue | None) -> tuple[list[Period | None], YearCue | None]:
        """Return the period of each sum, and the years that the next sentence of the paragraph goes on from."""
        yearly = self._yearly()
        carried = self._carried(self._own_years(), last)
        turns = self._turns()
        found: list[Period | None] = []
        for cue, each_year, (turn, turns_in_all, one_by_one) in zip(carried, yearly, turns, strict=True):
            if cue is None:
                found.append(Period("", each_year) if each_year else None)
            elif len(cue.years) == turns_in_all > 1 and (one_by_one or cue.each):
                found.append(Period(str(cue.years[turn]), each_year))
            else:
                found.append(Period(_years(cue, last, self.bases), each_year or cue.each or cue.is_open))
                last = last if cue.is_end else cue
        return found, next((cue for cue in reversed(carried) if cue), last)

    def _turns(self) -> list[tuple[int, int, bool]]:
        """Return for each sum its turn in its row, how many stand there, and whether they are told one by one.

        "2,5 respektive 1,5 miljoner" is a row of two, told one by one.
        """
        rows: list[list[Place]] = []
        for place in self.places:
            if rows and self._same_row(rows[-1][-1], place):
                rows[-1].append(place)
            else:
                rows.append([place])
        found = []
        for row in rows:
            one_by_one = len(row) > 1 and self.grammar.years.is_each(self.text, row[0].end, row[-1].start)
            found += [(turn, len(row), one_by_one) for turn in range(len(row))]
        return found

    def _same_row(self, one: Place, other: Place) -> bool:
        near = other.start - one.end <= _WITHIN_ROW
        return one.group == other.group or (near and self.grammar.years.is_each(self.text, one.end, other.start))

    def _own_years(self) -> list[YearCue | None]:
        """Return for each sum the years of its clause."""
        best: list[tuple[int, YearCue] | None] = [None] * len(self.places)
        for cue in self._cues:
            number, cost = self._nearest(cue.start, cue.end)
            cost += _BUDGET_COSTS * cue.of_budget
            before = best[number]
            if cost <= _FARTHEST and (before is None or cost < before[0]):
                best[number] = (cost, cue)
        return [found[1] if found else None for found in best]

    def _yearly(self) -> list[bool]:
        found = [False] * len(self.places)
        for words in self.grammar.yearly.finditer(self.text, self.sentence.start, self.sentence.end):
            number, cost = self._nearest(words.start(), words.end())
            if cost <= _FARTHEST_YEARLY:
                found[number] = True
        row_is = {place.group for place, yearly in zip(self.places, found, strict=True) if yearly}
        return [place.group in row_is for place in self.places]

    def _then(self) -> dict[int, int]:
        """Return the sums that are for the years after those just named (därefter), and where that is said."""
        found: dict[int, int] = {}
        for words in self.grammar.then.finditer(self.text, self.sentence.start, self.sentence.end):
            after = bisect_right(self._starts, words.start())
            follows = after < len(self.places) and self.places[after].start - words.end() <= _NEAR_THEN
            number = after if follows else after - 1
            if number >= 0:
                found[number] = words.start()
        return found

    def _carried(self, own: list[YearCue | None], last: YearCue | None) -> list[YearCue | None]:
        """Return the years of each sum: its own, else those of the sum before or after it in the sentence, or before."""
        carried = list(own)
        then = self._then()
        for number, cue in enumerate(own):
            before = carried[number - 1] if number else last
            if cue is None and before is not None and number in then:
                carried[number] = YearCue(before.start, before.end, (before.years[-1] + 1,), is_open=True)
            elif cue is None and number:
                carried[number] = carried[number - 1]
            elif cue is not None and then.get(number, -1) >= max(cue.end, self.places[number].end):
                carried[number] = cue._replace(is_open=True)
        for number in range(len(carried) - 2, -1, -1):
            carried[number] = carried[number] or carried[number + 1]
        return [cue or last for cue in carried]


def _years(cue: YearCue, last: YearCue | None, bases: Sequence[str]) -> str:
    """Return the years in the form of a period; where only its end is said, it goes on from the years before, else a base."""
    first, end = cue.years[0], cue.years[-1]
    if cue.is_end and last is not None and last.years[-1] < end:
        first = last.years[-1] + 1
    elif cue.is_end:
        first = next((int(base) for base in bases if base and int(base) < end), end)
    if cue.is_open:
        return f"{first}-"
    return str(first) if first >= end else f"{first}-{end}"


def _of_headings(
    page: Page, sentence: Sentence, grammar: PeriodGrammar, this_year: int | None, known: dict[int, str]
) -> str:
    """Return the period that the nearest heading over a sentence names, if it names one; what is known is kept."""
    block = page.blocks[sentence.block]
    if block.heading not in known:
        known[block.heading] = ""
        for heading in page.headings_over(block):
            named = list(grammar.years.find(page.text, heading.start, heading.end, this_year))
            if len(named) == 1:
                known[block.heading] = _years(named[0], None, [page.dated[:4]])
                break
    return known[block.heading]


def _elsewhere(page: Page, said: Sequence[Period | None], grammar: PeriodGrammar, this_year: int | None) -> str:
    """Return the period of what says none itself: the title's, else the year that most sums are for, else ""."""
    title = page.title
    named = list(grammar.years.find(page.text, title.start, title.end, this_year)) if title else []
    if len(named) == 1:
        return _years(named[0], None, [page.dated[:4]])
    return _commonest([period.years for period in said if period is not None and len(period.years) == 4], this_year)


def _unsaid(page: Page) -> str:
    """Return the year that money is for where the document names none: its own, from the budget on the next."""
    year, month = page.dated[:4], page.dated[5:7]
    if year.isdigit() and month.isdigit() and int(month) >= _BUDGET_MONTH:
        return str(int(year) + 1)
    return year


def _years_of_page(page: Page, grammar: PeriodGrammar, this_year: int | None) -> list[str]:
    cues = grammar.years.find(page.text, 0, len(page.text), this_year)
    return [str(cue.years[0]) for cue in cues if len(cue.years) == 1 and not cue.is_open]


def _commonest(years: Sequence[str], this_year: int | None) -> str:
    """Return the year that most are, the earliest of equals; years before the document's own do not count."""
    counted = Counter(year for year in years if this_year is None or int(year) >= this_year)
    return min(counted, key=lambda year: (-counted[year], year), default="")
