"""A sum in a page -> where it stands: sentence, block, run of lines and headings, the nearest place first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from overens.drafting.model import ReadAmount
from overens.drafting.page import Page
from overens.drafting.text.layout import BlockKind

Place: TypeAlias = tuple[str, int]
"""A kind of place and which one it is."""
_HEADINGS = (BlockKind.TITLE, BlockKind.HEADING)


@dataclass(frozen=True)
class Standing:
    """Where a sum stands: sentence, block, run of blocks without a blank line, and headings, the nearest first."""

    sentence: int
    block: int
    run: int
    kind: BlockKind | None
    headings: tuple[int, ...]

    @property
    def is_heading(self) -> bool:
        """Whether it stands in a heading."""
        return self.kind in _HEADINGS


def standing_of(amount: ReadAmount, page: Page) -> Standing:
    """Return where a sum stands."""
    position = amount.mention.at.start
    sentence, block = page.sentence_at(position), page.block_at(position)
    if block is None:
        return Standing(-1, -1, -1, None, ())
    number = sentence.block if sentence is not None else -1
    above = []
    heading = number if block.kind in _HEADINGS else block.heading
    while heading >= 0:
        above.append(heading)
        heading = page.blocks[heading].heading
    start = sentence.start if sentence is not None else -1
    return Standing(start, number, _run(page, number), block.kind, tuple(above))


def places_of(at: Standing) -> Iterator[Place]:
    """Yield the places that a sum stands in, the nearest first, and the whole document last."""
    yield "sentence", at.sentence
    yield "block", at.block
    yield "run", at.run
    for heading in (*at.headings, -1):
        yield "heading", heading


def one_is_heading(one: Standing, other: Standing) -> bool:
    """Tell whether one of the two stands in a heading."""
    return one.is_heading or other.is_heading


def is_one_list(parts: Sequence[Standing], page: Page) -> bool:
    """Tell whether three parts or more are one list of items, each with its one sum and none without."""
    numbers = sorted({one.block for one in parts})
    if len(parts) < 3 or len(numbers) != len(parts) or numbers[-1] - numbers[0] != len(numbers) - 1:
        return False
    ends = [page.blocks[n] for n in (numbers[0] - 1, numbers[-1] + 1) if 0 <= n < len(page.blocks)]
    return all(one.kind is BlockKind.ITEM for one in parts) and all(block.kind is not BlockKind.ITEM for block in ends)


def _run(page: Page, number: int) -> int:
    return page.blocks[number].group if 0 <= number < len(page.blocks) else -1
