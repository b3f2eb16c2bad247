"""Headings, paragraphs, lists, tables and notes -> one document that every form is written from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from overens.export.csv_table import Cell, Table
from overens.vocabulary.wording import (
    NO_BREAK_SPACE,
    WITHIN_NUMBER,
    Language,
    Text,
    exact_decimal,
    whole_number,
)


@dataclass(frozen=True)
class Heading:
    """A heading (rubrik).

    Attributes:
        level: 2 for a section, 3 for what stands in one; the document's own title is 1.
        path: The portal's page about it; empty where there is none.
    """

    text: Text
    level: int = 2
    path: str = ""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph (stycke)."""

    text: Text
    lead: bool = False


@dataclass(frozen=True)
class Bullets:
    """Sentences one under the other (lista)."""

    items: tuple[Text, ...]


@dataclass(frozen=True)
class Note:
    """A remark, set smaller (anmärkning)."""

    text: Text


@dataclass(frozen=True)
class ShownTable:
    """Columns of a table, with the sums of those that hold kronor (tabell).

    Attributes:
        name: The table's name among the downloads.
        columns: Names of the table's columns that are shown; the first one heads its row.
        caption: What the table shows, and its unit.
        total: What the row of sums is called; None for no such row.
    """

    name: str
    table: Table
    columns: tuple[str, ...]
    caption: Text
    total: Text | None = None

    @property
    def headings(self) -> list[Text]:
        """The headings of the columns shown."""
        return [self.table.headings[n] for n in self._shown]

    @property
    def rows(self) -> list[list[Cell]]:
        """The rows, of the columns shown."""
        return [[row[n] for n in self._shown] for row in self.table.rows]

    @property
    def numbers(self) -> list[bool]:
        """Which of the columns shown hold kronor."""
        return [name.endswith("_kr") for name in self.columns]

    @property
    def sums(self) -> list[Cell]:
        """The row of sums; a column in which nothing is known has none."""
        assert self.total is not None
        return [self.total, *(self._sum(n) for n in range(1, len(self.columns)))]

    @property
    def _shown(self) -> list[int]:
        return [self.table.names.index(name) for name in self.columns]

    def _sum(self, n: int) -> Cell:
        known = [row[n] for row in self.rows if isinstance(row[n], int)]
        return sum(value for value in known if isinstance(value, int)) if self.numbers[n] and known else None


Block: TypeAlias = Heading | Paragraph | Bullets | Note | ShownTable


@dataclass(frozen=True)
class Manuscript:
    """A document in both languages, before it has a form (manus).

    Attributes:
        day: The day it is as known on, by which its files are dated; None where none is said.
    """

    title: Text
    blocks: tuple[Block, ...]
    day: date | None = None


_BREAKS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]+")
"""What no line of words holds: line breaks, turned writing, and signs that a document cannot hold."""


def said(text: Text | str, language: Language) -> str:
    r"""Return the words on one line, with no line break within a number.

    >>> said("12 345 kr\nper år", Language.SWEDISH).replace("\xa0", "~")
    '12~345~kr per år'
    """
    words = text if isinstance(text, str) else text.say(language)
    return WITHIN_NUMBER.sub(NO_BREAK_SPACE, _BREAKS.sub(" ", words)).strip()


def cell_said(cell: Cell, language: Language) -> str:
    """Return a cell as it is shown: numbers grouped, a dash for what is not known."""
    match cell:
        case None:
            return "–"
        case int():
            return whole_number(cell)
        case Text() | str():
            return said(cell, language)
        case _:
            return exact_decimal(cell)
