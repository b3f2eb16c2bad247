"""A document's text -> the terminal: its lines' numbers, its sums marked and numbered, and what holds nothing folded."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from overens.cli.language import count, t
from overens.cli.show.page import Page
from overens.drafting.model import Span
from overens.drafting.text.layout import Block, BlockKind
from overens.usecases.read import Reading
from overens.usecases.wording.reading import table_name
from overens.vocabulary.wording import NO_BREAK_SPACE

MARKED = re.compile(r"«[^«»]*»\[\d+\]")
_SPACES = re.compile(r"[ \n]+")
_SHORT_DOCUMENT = 24
_SIGNS = "-–•*"
_SIGN = {BlockKind.ITEM: "• ", BlockKind.SPEECH: "– "}
_HEADINGS = (BlockKind.TITLE, BlockKind.HEADING)


def show_text(page: Page, reading: Reading, *, whole: bool) -> None:
    """Print the text; of a long one only the paragraphs that hold a value, under their headings."""
    blocks = reading.said.page.blocks
    kept = set(range(len(blocks))) if whole else _kept(reading)
    tables = _tables(reading)
    page.heading(t("Texten", "The text"))
    width = len(str(reading.places.line(len(reading.source.text)))) + 2
    starts = [amount.mention.at.start for amount in reading.said.amounts]
    skipped, table_shown = 0, -1
    for n, block in enumerate(blocks):
        table = tables.get(n, -1)
        if table >= 0:
            if table != table_shown:
                _fold(page, skipped, width)
                skipped, table_shown = 0, table
                _table(page, reading, table, width)
        elif n in kept:
            _fold(page, skipped, width)
            skipped = 0
            _block(page, reading, block, starts, width)
        else:
            skipped += 1
    _fold(page, skipped, width)


def _kept(reading: Reading) -> set[int]:
    """Return the blocks to show: those that hold a value, and in a short document all but the frame of its web page."""
    blocks = reading.said.page.blocks
    if len(blocks) > _SHORT_DOCUMENT:
        return _holding(reading)
    return _holding(reading) | {n for n, block in enumerate(blocks) if block.kind is not BlockKind.FRAME}


def _holding(reading: Reading) -> set[int]:
    """Return the blocks that hold a value, and the headings over them."""
    said = reading.said
    spans = [
        *(amount.mention.span for amount in said.amounts),
        *(date.span for date in said.dates),
        *(name.span for name in said.names),
        *(passage.span for passage in said.passages),
    ]
    starts = sorted(span.start for span in spans)
    kept: set[int] = set()
    for n, block in enumerate(said.page.blocks):
        span = said.page.span(block.start, block.end)
        if bisect_left(starts, span.start) < bisect_left(starts, span.end) or block.kind is BlockKind.TITLE:
            at = n
            while at >= 0 and at not in kept:
                kept.add(at)
                at = said.page.blocks[at].heading
    return kept


def _tables(reading: Reading) -> dict[int, int]:
    """Return, for each block that a table takes, the table's place among the tables; the first of those that share it."""
    said = reading.said
    spans: Sequence[Span] = [table.span for table in said.tables]
    starts = [said.page.span(block.start, block.start + 1).start for block in said.page.blocks]
    taken: dict[int, int] = {}
    for number, span in enumerate(spans):
        for n in range(bisect_left(starts, span.start), bisect_left(starts, span.end)):
            taken.setdefault(n, number)
    return taken


def _fold(page: Page, blocks: int, width: int) -> None:
    if blocks:
        n = count(blocks, ("stycke", "stycken"), ("paragraph", "paragraphs"))
        page.line(" " * width + t("… {n} utan belopp eller datum …", "… {n} without sums or dates …", n=n), dim=True)


def _table(page: Page, reading: Reading, number: int, width: int) -> None:
    table = reading.said.tables[number]
    line = str(reading.places.line(table.span.start))
    page.margin(
        line,
        t(
            "[tabell {n}: {header}, {rows}; se Tabeller]",
            "[table {n}: {header}, {rows}; see Tables]",
            n=str(number + 1),
            header=table_name(table),
            rows=count(len(table.rows), ("rad", "rader"), ("row", "rows")),
        ),
        width,
    )


def _block(page: Page, reading: Reading, block: Block, starts: Sequence[int], width: int) -> None:
    """Print a block after the number of its line; sums within « » with their number, a heading bold."""
    said = reading.said
    words, at = "", block.start
    for n in range(bisect_left(starts, block.start), bisect_left(starts, block.end)):
        begin, end = said.amounts[n].mention.at
        words += said.page.text[at:begin]
        words += f"«{NO_BREAK_SPACE.join(said.page.text[begin:end].split())}»[{n + 1}]"
        at = end
    words += said.page.text[at : block.end]
    sign = "" if words[:1] and words[0] in _SIGNS else _SIGN.get(block.kind, "")
    line = str(reading.places.line(said.page.span(block.start, block.end).start))
    page.margin(line, sign + _SPACES.sub(" ", words), width, bold=block.kind in _HEADINGS, mark=MARKED)
