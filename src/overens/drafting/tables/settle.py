"""Tables and the sums that the text speaks of -> tables with the total and unit that the text gives them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from overens.drafting.model import AmountMention, Cue, Hedge, Judged, ReadTable, Span, Unit
from overens.drafting.page import Page
from overens.drafting.tables.numbers import read_figure
from overens.drafting.tables.sums import mend, slack
from overens.drafting.tables.units import TEXT
from overens.drafting.words.tables import TableGrammar

KRONOR = {Unit.KR: 1, Unit.TKR: 1_000, Unit.MKR: 1_000_000}
"""Kronor that one of each unit of money is worth."""

_FEWEST = 3
_ROUNDED_AT_MOST = Fraction(1, 100)


class _Stated(NamedTuple):
    """A sum in the text that may be the total of a table: kronor, how exactly, where, and whether it is one of its equal parts."""

    kr: Fraction
    below: Fraction
    above: Fraction
    span: Span
    is_share: bool = False


def settle_tables(
    tables: Sequence[ReadTable], mentions: Sequence[AmountMention], page: Page, grammar: TableGrammar
) -> list[ReadTable]:
    """Return the tables, each with the unit that makes its numbers those of the text, and the total that its rows sum to.

    A sum of the text that the rows do not sum to is never taken.
    """
    stated = list(_stated(mentions, page, grammar)) if tables else []
    return [_mended(_with_total(_with_unit(table, stated), stated), grammar) for table in tables]


def _stated(mentions: Sequence[AmountMention], page: Page, grammar: TableGrammar) -> Iterator[_Stated]:
    """Yield each sum with how far from it the whole may be; of one in equal parts also a part."""
    for mention in mentions:
        half = Fraction(mention.exact_to, 2) if mention.exact_to > 1 else Fraction(0)
        below = Fraction(0) if mention.hedge is Hedge.AT_LEAST else half
        above = Fraction(0) if mention.hedge is Hedge.NEARLY else half
        if mention.hedge in (Hedge.AT_LEAST, Hedge.NEARLY):
            below, above = 2 * below, 2 * above
        yield _Stated(Fraction(mention.kr), below, above, mention.span)
        sentence = page.sentence_at(mention.at.start)
        found = grammar.equal_parts.search(page.text, mention.at.end, sentence.end) if sentence else None
        if found:
            yield _Stated(Fraction(mention.kr, grammar.parts(found[1])), Fraction(0), Fraction(0), mention.span, True)


def _with_unit(table: ReadTable, stated: Sequence[_Stated]) -> ReadTable:
    """Return the table in the unit in which most of its numbers are sums of the text, if nothing else says its unit."""
    if table.unit.sure or table.unit.chosen not in KRONOR:
        return table
    kronor = {one.kr for one in stated}
    numbers = {row.value for row in table.rows if row.value} | {_whole(table), table.total} - {None, 0}
    hits = {unit: sum(number * worth in kronor for number in numbers if number) for unit, worth in KRONOR.items()}
    best = max(hits, key=lambda unit: (hits[unit], unit is table.unit.chosen))
    if not hits[best]:
        return table
    others = tuple(unit for unit in KRONOR if unit is not best)
    cue = Cue("", best.value, TEXT, table.span)
    return replace(table, unit=Judged(best, others, (*table.unit.cues, cue), sure=True))


def _whole(table: ReadTable) -> Fraction:
    return sum((row.value for row in table.rows if row.value is not None), Fraction(0))


def _with_total(table: ReadTable, stated: Sequence[_Stated]) -> ReadTable:
    """Return the table with the sum of the text that its rows sum to: exactly, or within what is rounded."""
    worth = KRONOR.get(table.unit.chosen)
    numbers = [row.value for row in table.rows if row.value is not None]
    if table.total is not None or worth is None or len(numbers) < _FEWEST:
        return table
    whole = _whole(table) * worth
    place = _place(numbers)
    rounding = slack(len(numbers), table.unit.chosen, place) * worth if _of_recipients(table) else Fraction(0)
    fitting = [one for one in stated if _fits(whole, one, rounding, _of_recipients(table))]
    if not fitting:
        return table
    nearest = min(fitting, key=lambda one: (abs(one.kr - whole), abs(one.span.start - table.span.start)))
    total = nearest.kr / worth
    return replace(table, total=total, total_at=nearest.span, total_is_share=nearest.is_share, sums=True)


def _fits(whole: Fraction, stated: _Stated, rounding: Fraction, roughly: bool) -> bool:
    apart = whole - stated.kr
    if not apart or not roughly:
        return not apart
    within = -stated.below - rounding <= apart <= stated.above + rounding
    return within and abs(apart) <= _ROUNDED_AT_MOST * stated.kr


def _of_recipients(table: ReadTable) -> bool:
    return 2 * sum(bool(row.code) for row in table.rows) > len(table.rows)


def _place(numbers: Sequence[Fraction]) -> Fraction:
    """Return what the last decimal of the numbers is worth."""
    return next(
        (Fraction(1, 10**n) for n in range(9) if all((one * 10**n).denominator == 1 for one in numbers)), Fraction(0)
    )


def odd_cells(table: ReadTable, grammar: TableGrammar) -> list[int]:
    """Return the rows whose numbers are oddly grouped ('544 99 160'), which is a misprint of something."""
    figures = (read_figure(row.printed, grammar) for row in table.rows)
    return [n for n, figure in enumerate(figures) if figure and figure.odd and " " in figure.printed]


def _mended(table: ReadTable, grammar: TableGrammar) -> ReadTable:
    """Return the table with its oddly grouped numbers marked, and one alone as the total needs it, if there is one way to read it so."""
    odd = odd_cells(table, grammar)
    if not odd:
        return table
    rows = list(table.rows)
    for n in odd:
        rows[n] = replace(rows[n], is_misprinted=True)
    fitting = [one for one in mend(table) if one.row in odd] if table.sums is False else []
    if len(odd) != 1 or len(fitting) != 1:
        return replace(table, rows=tuple(rows))
    rows[odd[0]] = replace(rows[odd[0]], value=fitting[0].value)
    return replace(table, rows=tuple(rows), sums=True)
