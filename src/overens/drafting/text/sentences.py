"""Blocks -> sentences, with Swedish abbreviations and numbers kept whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from overens.drafting.text.clean import CleanText
from overens.drafting.text.layout import Block, BlockKind
from overens.drafting.text.words import TextGrammar

_END = re.compile(r"""[.!?…]["”»)\]]?\s+(?=["”»(\[–-]?[A-ZÅÄÖÉ0-9])""")


@dataclass(frozen=True)
class Sentence:
    """A sentence: where it stands in the clean text, and the index of its block."""

    start: int
    end: int
    block: int


def split_sentences(clean: CleanText, blocks: Sequence[Block], grammar: TextGrammar) -> tuple[Sentence, ...]:
    """Return every sentence in order; a heading, a line and a row are one each."""
    return tuple(
        Sentence(start, end, number)
        for number, block in enumerate(blocks)
        for start, end in _of(clean.text, block, grammar)
    )


def _of(text: str, block: Block, grammar: TextGrammar) -> Iterator[tuple[int, int]]:
    start = block.start
    if block.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.SPEECH):
        for found in _END.finditer(text, block.start, block.end):
            if text[found.start()] != "." or not grammar.ends_short(text, found.start(), found.end()):
                yield start, found.end()
                start = found.end()
    if start < block.end:
        yield start, block.end
