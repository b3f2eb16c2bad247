"""The elements of a web page, one by one as they open and close -> blocks of Markdown."""

from __future__ import annotations

from collections.abc import Mapping

from overens.intake.documents.marks import Block, heading, item, paragraph, raised, span, table_or_frame

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "header",
        "hr",
        "legend",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "ul",
    ]
) | frozenset(_HEADINGS)


class BlockWriter:
    """Takes elements and text in the order of the page, and gathers blocks."""

    def __init__(self) -> None:
        """Begin an empty page."""
        self._blocks: list[Block] = []
        self._words: list[str] = []
        self._in_item = False
        self._raised = 0
        self._preformatted = 0
        self._tables = 0
        self._rows: list[list[str]] = []
        self._spans: dict[int, int] = {}
        self._span = (1, 1)

    def say(self, text: str) -> None:
        """Add words to what is being said."""
        if self._raised:
            text = raised(text.strip())
        elif not self._preformatted:
            text = text.replace("\n", " ")
        self._words.append(text)

    def enter(self, tag: str, attributes: Mapping[str, str | None]) -> None:
        """Open an element."""
        if tag == "br":
            self._words.append("\n")
        elif tag == "sup":
            self._raised += 1
        elif tag == "table":
            self._enter_table()
        elif self._tables:
            self._enter_in_table(tag, attributes)
        elif tag in _BLOCKS:
            self._flush()
            self._in_item = tag == "li" or (self._in_item and tag not in ("ul", "ol"))
            self._preformatted += tag == "pre"

    def leave(self, tag: str) -> None:
        """Close an element."""
        if tag == "sup":
            self._raised = max(self._raised - 1, 0)
        elif tag == "table":
            self._leave_table()
        elif self._tables:
            self._leave_in_table(tag)
        elif tag in _HEADINGS:
            words = self._taken()
            if words.strip():
                self._blocks.append(heading(_HEADINGS[tag], words))
        elif tag in _BLOCKS:
            self._flush()
            self._in_item = self._in_item and tag not in ("li", "ul", "ol")
            self._preformatted -= tag == "pre" and self._preformatted > 0

    def finish(self) -> list[Block]:
        """Return the blocks."""
        self._flush()
        return self._blocks

    def _taken(self) -> str:
        words = "".join(self._words)
        self._words = []
        return words

    def _flush(self) -> None:
        words = self._taken()
        if not words.strip():
            return
        self._blocks.append(item(words) if self._in_item else paragraph(words))
        self._in_item = False

    def _enter_table(self) -> None:
        if self._tables:
            self._words.append(" ")
        else:
            self._flush()
            self._rows, self._spans = [], {}
        self._tables += 1

    def _leave_table(self) -> None:
        self._tables = max(self._tables - 1, 0)
        if self._tables:
            return
        self._words = []
        rows = [row for row in self._rows if any(cell.strip() for cell in row)]
        self._blocks += table_or_frame(rows)

    def _enter_in_table(self, tag: str, attributes: Mapping[str, str | None]) -> None:
        if self._tables > 1:
            self._words.append(" ")
        elif tag == "tr":
            self._rows.append([])
        elif tag == "caption":
            self._words = []
        elif tag in ("td", "th"):
            self._words = []
            self._span = span(attributes.get("colspan")), span(attributes.get("rowspan"))
        elif tag in _BLOCKS:
            self._words.append(" ")

    def _leave_in_table(self, tag: str) -> None:
        if self._tables > 1:
            self._words.append(" ")
        elif tag in ("td", "th"):
            self._add_cell(self._taken())
        elif tag == "caption":
            words = self._taken()
            if words.strip():
                self._blocks.append(paragraph(words))
        elif tag == "tr" and self._rows:
            below = max((column for column, left in self._spans.items() if left), default=-1)
            while len(self._rows[-1]) <= below:
                if not self._spans.get(len(self._rows[-1])):
                    self._rows[-1].append("")
                self._skip_taken()

    def _add_cell(self, words: str) -> None:
        if not self._rows:
            self._rows.append([])
        self._skip_taken()
        row = self._rows[-1]
        wide, high = self._span
        if high > 1:
            self._spans.update(dict.fromkeys(range(len(row), len(row) + wide), high - 1))
        row += [words, *[""] * (wide - 1)]

    def _skip_taken(self) -> None:
        """Leave empty the columns that a cell of an earlier row reaches down into."""
        row = self._rows[-1] if self._rows else []
        while self._spans.get(len(row), 0):
            self._spans[len(row)] -= 1
            row.append("")
