"""Sums of money on a page -> what stands around each: sentence, block, headings, and the words up to its neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from overens.drafting.model import AmountMention
from overens.drafting.page import Page
from overens.drafting.text.layout import Block, BlockKind
from overens.drafting.text.sentences import Sentence

REACH = 400
"""Characters on either side within which words can speak of a sum."""
HEADLINES = (BlockKind.TITLE, BlockKind.HEADING)


@dataclass(frozen=True)
class Around:
    """A sum and what stands around it, in the clean text.

    Attributes:
        before: From the sum before in the sentence, or where the sentence begins, to this one.
        after: From this one to the sum after in the sentence, or where the sentence ends.
        section: Index of the heading that it stands in or under; -1 without one.
        neighbour: Whether the sum before stands in the same sentence.
        followed: Whether the sum after does.
    """

    mention: AmountMention
    sentence: Sentence
    number: int
    block: Block
    before: tuple[int, int]
    after: tuple[int, int]
    section: int
    neighbour: bool
    followed: bool

    @property
    def in_headline(self) -> bool:
        """Whether it stands in the title or a heading."""
        return self.block.kind in HEADLINES


def look_around(page: Page, mentions: Sequence[AmountMention]) -> list[Around]:
    """Return the surroundings of each mention, in order; a page without sentences has none."""
    found: list[Around] = []
    number = 0
    for n, mention in enumerate(mentions):
        while number + 1 < len(page.sentences) and page.sentences[number + 1].start <= mention.at.start:
            number += 1
        sentence = page.sentences[number]
        start = max(sentence.start, mention.at.start - REACH, mentions[n - 1].at.end if n else 0)
        end = min(sentence.end, mention.at.end + REACH)
        if n + 1 < len(mentions):
            end = min(end, mentions[n + 1].at.start)
        block = page.blocks[sentence.block]
        found.append(
            Around(
                mention,
                sentence,
                number,
                block,
                (min(start, mention.at.start), mention.at.start),
                (mention.at.end, max(end, mention.at.end)),
                sentence.block if block.kind in HEADLINES else block.heading,
                bool(found) and found[-1].number == number,
                n + 1 < len(mentions) and mentions[n + 1].at.start < sentence.end,
            )
        )
    return found
