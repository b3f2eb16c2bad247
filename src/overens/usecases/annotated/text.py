"""A document's text -> HTML: every block as what it is, its sums marked with number and role, its dates as times."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from overens.drafting.model import ReadAmount, ReadDate, Role, Span
from overens.drafting.text.layout import Block, BlockKind
from overens.drafting.wording import said
from overens.export.html_file import Html, element, join, text
from overens.usecases.read import Reading
from overens.vocabulary.wording import NO_BREAK_SPACE, WITHIN_NUMBER, Language, Text

_DEEPEST = 6
_DAY = re.compile(r"\d{4}-\d{2}(?:-\d{2})?", re.ASCII)
_LEGEND = Text(
    "Varje markerat belopp har ett nummer och sin roll; numret leder till listan av belopp, och tillbaka. '?' är osäkert. "
    "Siffran till höger är radens nummer i filen.",
    "Each marked sum has a number and its role; the number leads to the list of sums, and back. '?' is uncertain. "
    "The figure to the right is the number of the line in the file.",
)

_TABLE = Text("Tabell", "Table")
_AS_PRINTED = Text("Raderna som de står i texten", "The rows as they stand in the text")


def document_text(reading: Reading, language: Language) -> Html:
    """Return the legend and the text."""
    writer = _Writer(reading, language)
    return join((_legend(language), element("div", *writer.blocks(), class_="document", lang="sv")))


def _legend(language: Language) -> Html:
    shown = (element("li", element("mark", text(said(role).say(language)), class_=role.name.lower())) for role in Role)
    return join((element("p", text(_LEGEND.say(language))), element("ul", *shown, class_="legend")))


@dataclass
class _Writer:
    """Writes the blocks of one document."""

    reading: Reading
    language: Language

    def __post_init__(self) -> None:
        said_of = self.reading.said
        marks: list[tuple[Span, ReadAmount | ReadDate]] = [(amount.mention.span, amount) for amount in said_of.amounts]
        marks += [(date.span, date) for date in said_of.dates]
        self._marks = sorted(marks, key=lambda mark: mark[0])
        self._starts = [span.start for span, _ in self._marks]
        self._spans = [said_of.page.span(block.start, block.end) for block in said_of.page.blocks]

    def blocks(self) -> Iterator[Html]:
        """Yield the blocks as HTML: items as lists, lines that belong together as one paragraph."""
        numbered = enumerate(self.reading.said.page.blocks)
        for (kind, _), run in groupby(numbered, key=lambda pair: (_joined(pair[1]), pair[1].group)):
            members = list(run)
            if kind is BlockKind.ITEM:
                yield element("ul", *(element("li", self._line(n), self._words(n)) for n, _ in members))
            elif kind in (BlockKind.LINE, BlockKind.ROW):
                yield self._rows(members)
            else:
                yield from (self._block(n, block) for n, block in members)

    def _rows(self, members: Sequence[tuple[int, Block]]) -> Html:
        """Return lines as they stand; folded up, with a way to the table, where they were read as one."""
        lines = element("p", join(self._lines(members)), class_="rows")
        start, end = self._spans[members[0][0]].start, self._spans[members[-1][0]].end
        tables = enumerate(self.reading.said.tables, 1)
        links = [
            element("a", text(f"{_TABLE.say(self.language)} {n}"), href=f"#table-{n}")
            for n, table in tables
            if table.span.start < end and start < table.span.end
        ]
        if not links:
            return lines
        summary = element("summary", text(_AS_PRINTED.say(self.language)), lang=self.language.value)
        way = element("p", join(links, " · "), lang=self.language.value)
        return join((way, element("details", summary, lines)))

    def _lines(self, members: Sequence[tuple[int, Block]]) -> Iterator[Html]:
        for at, (n, _) in enumerate(members):
            yield self._line(n) if at == 0 else Html("<br>")
            yield self._words(n)

    def _block(self, n: int, block: Block) -> Html:
        if block.kind in (BlockKind.TITLE, BlockKind.HEADING):
            return element(f"h{self._depth(block)}", self._line(n), self._words(n))
        if block.kind is BlockKind.SPEECH:
            return element("blockquote", element("p", self._line(n), self._words(n)))
        frame = "frame" if block.kind is BlockKind.FRAME else None
        return element("p", self._line(n), self._words(n), class_=frame)

    def _depth(self, block: Block) -> int:
        """Return the level of a heading: one below the section's own, and one more for each heading over it."""
        depth = 3
        while block.heading >= 0 and depth < _DEEPEST:
            block = self.reading.said.page.blocks[block.heading]
            depth += 1
        return depth

    def _line(self, n: int) -> Html:
        return element("span", text(f"{self.reading.places.line(self._spans[n].start)} "), class_="line")

    def _words(self, n: int) -> Html:
        """Return the block's words as they stand in the document, with the marks that begin in it."""
        source, span = self.reading.source.text, self._spans[n]
        parts, at = [], span.start
        for index in range(bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)):
            (start, end), value = self._marks[index]
            if start < at or end > span.end:
                continue
            parts += [text(source[at:start]), self._mark(source[start:end], value)]
            at = end
        return join((*parts, text(source[at : span.end])))

    def _mark(self, words: str, value: ReadAmount | ReadDate) -> Html:
        if isinstance(value, ReadDate):
            day = value.iso if _DAY.fullmatch(value.iso) else None
            return element("time", text(words), datetime=day) if day else text(words)
        n, role = str(self.reading.number(value)), said(value.role.chosen).say(self.language)
        doubt = "" if value.role.sure and value.receiver.sure else "?"
        link = element("a", text(f"{n} {role}{doubt}"), href=f"#amount-{n}", lang=self.language.value)
        return element(
            "mark",
            text(f"{WITHIN_NUMBER.sub(NO_BREAK_SPACE, words)} "),
            link,
            id=f"mark-{n}",
            class_=value.role.chosen.name.lower(),
        )


def _joined(block: Block) -> BlockKind:
    """Return the kind by which neighbours are written together; other kinds stand by themselves."""
    return block.kind if block.kind in (BlockKind.ITEM, BlockKind.LINE, BlockKind.ROW) else BlockKind.PARAGRAPH
