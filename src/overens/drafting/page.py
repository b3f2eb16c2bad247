"""A document's text -> a page: clean text, blocks, sentences, and what each place stands under."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from overens.drafting.model import Span
from overens.drafting.text.clean import CleanText, clean_text
from overens.drafting.text.layout import Block, BlockKind, lay_out
from overens.drafting.text.sentences import Sentence, split_sentences
from overens.drafting.text.words import TextGrammar


@dataclass(frozen=True)
class Page:
    """A document laid out to be read. All positions are in the clean text; `span` leads back to the document.

    Attributes:
        dated: What is known from elsewhere of when the document was published: "2023-12-20", "2023-12", "2023" or "".
    """

    clean: CleanText
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    dated: str = ""

    @property
    def text(self) -> str:
        """The clean text."""
        return self.clean.text

    @cached_property
    def lower(self) -> str:
        """The clean text in lower case, every letter in its place."""
        lowered = self.text.lower()
        if len(lowered) == len(self.text):
            return lowered
        return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in self.text)

    def span(self, start: int, end: int) -> Span:
        """Return where a stretch of the clean text stands in the document."""
        return self.clean.span(start, end)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.start for block in self.blocks]

    def sentence_at(self, position: int) -> Sentence | None:
        """Return the sentence that the position stands in or after, or None before the first."""
        found = bisect_right(self._sentence_starts, position)
        return self.sentences[found - 1] if found else None

    def block_at(self, position: int) -> Block | None:
        """Return the block that the position stands in or after, or None before the first."""
        found = bisect_right(self._block_starts, position)
        return self.blocks[found - 1] if found else None

    def headings_over(self, block: Block) -> list[Block]:
        """Return the headings that a block stands under, the nearest first."""
        found = []
        while block.heading >= 0:
            block = self.blocks[block.heading]
            found.append(block)
        return found

    @cached_property
    def title(self) -> Block | None:
        """The title, or None."""
        return next((block for block in self.blocks if block.kind is BlockKind.TITLE), None)


def lay_out_page(source: str, grammar: TextGrammar, *, dated: str = "") -> Page:
    """Return the document laid out."""
    clean = clean_text(source)
    blocks = lay_out(clean, grammar)
    return Page(clean, blocks, split_sentences(clean, blocks, grammar), dated)
