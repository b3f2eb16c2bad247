"""The elements of a Word document, one by one as they open and close -> blocks of Markdown."""

from __future__ import annotations

from dataclasses import dataclass, field

from overens.intake.documents.docx_styles import Styles, outline_level
from overens.intake.documents.docx_xml import Attributes
from overens.intake.documents.marks import Block, heading, item, item_or_paragraph, raised, span, table_or_frame

_PASSED_OVER = frozenset(
    ("del", "moveFrom", "Fallback", "pPrChange", "rPrChange", "tblPrChange", "sectPr", "instrText")
)
_SAYS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "\u00ad"}
_ON = ("", "1", "true", "on")


@dataclass
class _Paragraph:
    words: list[str] = field(default_factory=list)
    style: str = ""
    level: int | None = None
    is_item: bool | None = None


@dataclass
class _Cell:
    words: list[str] = field(default_factory=list)
    wide: int = 1
    continues: bool = False


class BodyWriter:
    """Takes elements and text in the order of the document, and gathers blocks."""

    def __init__(self, styles: Styles) -> None:
        """Begin an empty document."""
        self._styles = styles
        self._blocks: list[Block] = []
        self._paragraphs: list[_Paragraph] = []  # a text box stands within the paragraph that holds it
        self._tables = 0
        self._rows: list[list[str]] = []
        self._cell = _Cell()
        self._passed_over = 0
        self._is_text = self._hidden = self._raised = False
        self._in_format = False
        self._marks: dict[str, str] = {}
        self._notes = 0
        self._in_notes = False
        self._note_mark = ""

    def begin_notes(self) -> None:
        """Say that what follows is notes, each to be given its mark."""
        self._in_notes = True

    def say(self, text: str) -> None:
        """Add text, if it stands where text is shown."""
        if self._is_text and not self._passed_over and not self._hidden and self._paragraphs:
            self._paragraphs[-1].words.append(raised(text) if self._raised else text)

    def enter(self, tag: str, attributes: Attributes) -> None:
        """Open an element."""
        if tag in _PASSED_OVER or self._passed_over:
            self._passed_over += 1
        elif tag == "t":
            self._is_text = True
        elif tag == "r":
            self._hidden = self._raised = False
        elif tag == "p":
            self._paragraphs.append(_Paragraph())
        elif tag in ("tbl", "tr", "tc", "gridSpan", "vMerge"):
            self._enter_table(tag, attributes)
        elif tag in ("footnote", "endnote") and self._in_notes:
            self._begin_note(tag, attributes)
        elif self._paragraphs:
            self._enter_in_paragraph(tag, attributes)

    def leave(self, tag: str) -> None:
        """Close an element."""
        if self._passed_over:
            self._passed_over -= 1
        elif tag == "t":
            self._is_text = False
        elif tag == "pPr":
            self._hidden = self._raised = self._in_format = False
        elif tag == "p" and self._paragraphs:
            self._finish_paragraph(self._paragraphs.pop())
        elif tag == "tc" and self._tables == 1:
            self._finish_cell()
        elif tag == "tbl":
            self._finish_table()

    def finish(self) -> list[Block]:
        """Return the blocks."""
        return self._blocks

    def _enter_in_paragraph(self, tag: str, attributes: Attributes) -> None:
        current = self._paragraphs[-1]
        value = attributes.get("val", "")
        if tag == "pPr":
            self._in_format = True
        elif tag in _SAYS and not self._in_format:
            self._is_text = True
            self.say(_SAYS[tag])
            self._is_text = False
        elif tag == "pStyle":
            current.style = value
        elif tag == "outlineLvl":
            current.level = outline_level(value)
        elif tag == "numId":
            current.is_item = value != "0"
        elif tag in ("vanish", "webHidden"):
            self._hidden = value in _ON
        elif tag == "vertAlign":
            self._raised = value == "superscript"
        elif tag in ("footnoteReference", "endnoteReference"):
            self._notes += 1
            mark = raised(str(self._notes))
            self._marks[tag.removesuffix("Reference") + attributes.get("id", "")] = mark
            current.words.append(mark)

    def _begin_note(self, tag: str, attributes: Attributes) -> None:
        if attributes.get("type", "normal") != "normal":  # the line above notes
            self._passed_over += 1
        else:
            self._note_mark = self._marks.get(tag + attributes.get("id", ""), "")

    def _finish_paragraph(self, done: _Paragraph) -> None:
        words = "".join(done.words)
        if self._tables:
            self._cell.words.append(words)
            return
        if not words.strip():
            return
        if self._in_notes:
            words, self._note_mark = f"{self._note_mark} {words.strip()}".strip(), ""
        level = done.level if done.level is not None else self._styles.levels.get(done.style)
        is_item = done.is_item if done.is_item is not None else done.style in self._styles.items
        if level and not self._in_notes:
            self._blocks.append(heading(level, words))
        else:
            self._blocks.append(item(words) if is_item else item_or_paragraph(words.lstrip()))

    def _enter_table(self, tag: str, attributes: Attributes) -> None:
        if tag == "tbl":
            self._tables += 1
            self._rows = [] if self._tables == 1 else self._rows
        elif self._tables != 1:
            return
        elif tag == "tr":
            self._rows.append([])
        elif tag == "tc":
            self._cell = _Cell()
        elif tag == "vMerge":
            self._cell.continues = attributes.get("val", "continue") == "continue"
        else:
            self._cell.wide = span(attributes.get("val"))

    def _finish_cell(self) -> None:
        if self._rows:
            words = "" if self._cell.continues else " ".join(filter(None, map(str.strip, self._cell.words)))
            self._rows[-1] += [words, *[""] * (self._cell.wide - 1)]
        self._cell = _Cell()

    def _finish_table(self) -> None:
        self._tables = max(self._tables - 1, 0)
        if self._tables:
            return
        rows = [row for row in self._rows if any(row)]
        self._blocks += table_or_frame(rows)
        self._rows = []
