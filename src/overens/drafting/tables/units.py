"""What is said of a column's unit, in its cells, headings and the words before it -> the unit, with its cues."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from overens.drafting.model import Cue, Judged, Span, Unit
from overens.drafting.tables.numbers import Figure, is_year
from overens.drafting.words.tables import Measure, TableGrammar

CELLS, HEADER, HEADING, AROUND, TEXT, SIZE = 6, 5, 4, 3, 2, 1
_LARGE = 100_000
_LONGEST = 400
_NOWHERE = Span(0, 0)


def judge_unit(
    figures: Sequence[Figure], header: str, headings: Sequence[str], around: Sequence[str], grammar: TableGrammar
) -> tuple[Judged[Unit], Fraction]:
    """Return the unit and what to multiply printed numbers by.

    Args:
        figures: The numbers of the column.
        header: The heading of the column.
        headings: Headings of the whole table, and lines between heading and rows.
        around: What stands before the table, and after it.
        grammar: The words to read with.
    """
    said = list(_said(figures, header, headings, around, grammar))
    measure, _ = max(said, key=lambda one: one[1].strength)
    others = dict.fromkeys(other.unit for other, _ in said if other.unit is not measure.unit)
    cues = tuple(cue for _, cue in said)
    sure = max(cue.strength for cue in cues) > SIZE
    return Judged(measure.unit, tuple(others) or (() if sure else _instead(measure.unit)), cues, sure), measure.factor


def _said(
    figures: Sequence[Figure], header: str, headings: Sequence[str], around: Sequence[str], grammar: TableGrammar
) -> Iterator[tuple[Measure, Cue]]:
    """Yield each unit that something speaks for, with the words."""
    in_cells = [figure.measure for figure in figures if figure.measure is not None]
    if 2 * len(in_cells) >= len(figures) and in_cells:
        common = max(dict.fromkeys(in_cells), key=in_cells.count)
        yield common, _cue(common, "", CELLS)
    for words, strength in ((header, HEADER), *((heading, HEADING) for heading in headings)):
        found = grammar.find_unit(words)
        if found is not None:
            yield found.measure, _cue(found.measure, found.words, strength)
    for told in filter(None, (_told(words, grammar) for words in around)):
        yield told[0], _cue(told[0], told[1], AROUND)
    guess = _by_size(figures, header, grammar)
    yield guess, _cue(guess, "", SIZE)


def _told(words: str, grammar: TableGrammar) -> tuple[Measure, str] | None:
    """Return the unit that a sentence tells ('avrundat till hela miljoner kronor'); that of a sum in it tells none."""
    near = words[-_LONGEST:]
    told = [found for found in grammar.find_units(near) if grammar.unit_after.search(near[: found.start])]
    return (told[-1].measure, told[-1].words) if told else None


def _by_size(figures: Sequence[Figure], header: str, grammar: TableGrammar) -> Measure:
    """Return kronor for large numbers, millions for small, and a count under a heading that is not of money."""
    largest = max((abs(figure.value) for figure in figures), default=Fraction(0))
    if largest >= _LARGE:
        return Measure(Unit.KR, Fraction(1))
    if header and not is_year(header) and not grammar.money.search(header):
        return Measure(Unit.COUNT, Fraction(1))
    if largest.denominator > 1 or largest < 10_000:
        return Measure(Unit.MKR, Fraction(1))
    return Measure(Unit.TKR, Fraction(1))


def _instead(unit: Unit) -> tuple[Unit, ...]:
    return tuple(other for other in (Unit.KR, Unit.TKR, Unit.MKR, Unit.COUNT) if other is not unit)


def _cue(measure: Measure, words: str, strength: int) -> Cue:
    return Cue(words, measure.unit.value, strength, _NOWHERE)
