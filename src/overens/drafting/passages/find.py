"""A page -> the sentences that speak of a rule."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from overens.drafting.lexicon import Lexicon
from overens.drafting.model import Cue, Judged, Passage
from overens.drafting.page import Page
from overens.drafting.text.layout import BlockKind
from overens.drafting.words.rules import RuleGrammar

_LONGEST = 2_000
_NOT_READ = (BlockKind.FRAME, BlockKind.ROW)


def find_passages(page: Page, lexicon: Lexicon) -> list[Passage]:
    """Return the passages in text order; a sentence is one if it speaks both of money and of how it is divided."""
    return list(_passages(page, lexicon.rules))


def _passages(page: Page, grammar: RuleGrammar) -> Iterator[Passage]:
    for sentence in page.sentences:
        if page.blocks[sentence.block].kind in _NOT_READ:
            continue
        start, end = sentence.start, min(sentence.end, sentence.start + _LONGEST)
        if not grammar.money.search(page.lower, start, end):
            continue
        kind = _judge(page, start, end, grammar)
        if kind is not None:
            span = page.span(start, start + len(page.text[start : sentence.end].rstrip()))
            yield Passage(span, page.clean.source[span.start : span.end], kind)


def _judge(page: Page, start: int, end: int, grammar: RuleGrammar) -> Judged[str] | None:
    """Return the kinds that the sentence may speak of, the one with most and longest cues first, or None."""
    cues: list[Cue] = []
    weight: dict[str, int] = defaultdict(int)
    for place in grammar.any_kind.finditer(page.lower, start, end):
        for kind, strength, pattern in grammar.kinds:
            if found := pattern.match(page.lower, place.start(), end):
                cues.append(Cue(page.text[slice(*found.span())], kind, strength, page.span(*found.span())))
                weight[kind] += strength * len(found[0].split())
    if not any(cue.strength > 1 for cue in cues):
        return None
    best, *others = sorted(weight, key=lambda kind: -weight[kind])
    return Judged(best, tuple(others), tuple(cues), sure=not others)
