"""A page -> every sum of money in it outside tables, in text order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from overens.drafting.amounts.periods import Period, Place, find_periods
from overens.drafting.amounts.sums import SumRead, find_sums
from overens.drafting.lexicon import Lexicon
from overens.drafting.model import AmountMention, Span
from overens.drafting.page import Page
from overens.drafting.text.layout import BlockKind
from overens.vocabulary.wording import NO_BREAK_SPACE, whole_number


def find_amounts(page: Page, lexicon: Lexicon, taken: Sequence[tuple[int, int]]) -> list[AmountMention]:
    """Return the sums of money in text order.

    Args:
        page: The document.
        lexicon: The words to read with.
        taken: Stretches of the clean text that tables have, in order; what stands there is no mention.
    """
    sums = list(_outside(_sums(page, lexicon), taken))
    places = [Place(found.start, found.end, found.group) for found in sums]
    periods = find_periods(page, places, lexicon.amounts.periods)
    per_units = {found.group: _per_unit(page, sums, number, lexicon) for number, found in enumerate(sums)}
    return [_mention(page, found, period, per_units[found.group]) for found, period in zip(sums, periods, strict=True)]


def _sums(page: Page, lexicon: Lexicon) -> Iterator[SumRead]:
    for block in page.blocks:
        if block.kind is not BlockKind.ROW:
            yield from find_sums(page.text, block.start, block.end, lexicon.amounts)


def _outside(sums: Iterator[SumRead], taken: Sequence[tuple[int, int]]) -> Iterator[SumRead]:
    """Yield the sums that stand in none of the stretches; both are in order."""
    number = 0
    for found in sums:
        while number < len(taken) and taken[number][1] <= found.start:
            number += 1
        if number == len(taken) or taken[number][0] >= found.end:
            yield found


def _per_unit(page: Page, sums: Sequence[SumRead], number: int, lexicon: Lexicon) -> str:
    """Return what a sum is counted per, from the words of its sentence that no other sum is nearer to."""
    found = sums[number]
    sentence = page.sentence_at(found.start)
    begin, stop = (sentence.start, sentence.end) if sentence else (0, len(page.text))
    if number and sums[number - 1].end > begin:
        begin = sums[number - 1].end
    if number + 1 < len(sums):
        stop = min(stop, sums[number + 1].start)
    return lexicon.amounts.per_unit.find(page.text, begin, found.start, found.end, stop)


def _mention(page: Page, found: SumRead, period: Period, per_unit: str) -> AmountMention:
    span = page.span(found.start, found.end)
    return AmountMention(
        span=span,
        at=Span(found.start, found.end),
        text=page.clean.source[span.start : span.end],
        kr=found.kr,
        hedge=found.hedge,
        hedged_as=found.hedged_as,
        per_year=period.per_year,
        period=period.years,
        per_unit=per_unit,
        printed_as="" if found.literal else whole_number(found.kr).replace(NO_BREAK_SPACE, " "),
        exact_to=found.exact_to,
    )
