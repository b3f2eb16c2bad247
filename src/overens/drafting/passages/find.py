"""A page -> the sentences that speak of a rule."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from overens.drafting.lexicon import Lexicon
from overens.drafting.model import Cue, Judged, Passage
from overens.drafting.page import Page
from overens.drafting.passages.words import RuleGrammar
from overens.drafting.text.layout import BlockKind

_LONGEST = 2_000
_NOT_READ = (BlockKind.FRAME, BlockKind.ROW)


def find_passages(page: Page, lexicon: Lexicon) -> list[Passage]:
    """Return the passages in text order; a sentence is one if it speaks both of money and of how it is divided."""
    return list(_passages(page, lexicon.rules))


def _passages(page: Page, grammar: RuleGrammar) -> Iterator[Passage]:
    for sentence in page.sentences:
        if page.blocks[sentence.block].kind in _NOT_READ:
            continue
        end = min(sentence.end, sentence.start + _LONGEST)
        if grammar.money.search(page.text, sentence.start, end) and grammar.any_kind.search(page.text, sentence.start, end):
            span = page.span(sentence.start, sentence.start + len(page.text[sentence.start : sentence.end].rstrip()))
            yield Passage(span, page.clean.source[span.start : span.end], _judge(page, sentence.start, end, grammar))


def _judge(page: Page, start: int, end: int, grammar: RuleGrammar) -> Judged[str]:
    """Return the kinds that the sentence may speak of, the one with most and longest cues first."""
    cues: list[Cue] = []
    weight: dict[str, int] = defaultdict(int)
    for kind, strength, pattern in grammar.kinds:
        for found in pattern.finditer(page.text, start, end):
            cues.append(Cue(found[0], kind, strength, page.span(*found.span())))
            weight[kind] += strength * len(found[0].split())
    best, *others = sorted(weight, key=lambda kind: -weight[kind])
    return Judged(best, tuple(others), tuple(sorted(cues, key=lambda cue: cue.span)), sure=not others)
