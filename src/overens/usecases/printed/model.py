"""What a notice holds when it is printed: a first page, and the sections of its appendix."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from overens.usecases.citation import Citation
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Text, plain


@dataclass(frozen=True)
class PrintedCell:
    """One cell of a table.

    Attributes:
        note: A remark under it, small.
        sources: Numbers of the sources that it rests on.
    """

    text: Text
    note: Text | None = None
    sources: tuple[int, ...] = ()


@dataclass(frozen=True)
class PrintedColumn:
    """A column: its heading, how broad it is beside the others, and whether it holds kronor."""

    heading: Text
    broad: int = 1
    kronor: bool = False


@dataclass(frozen=True)
class PrintedTable:
    """A table with its heading row; the totals stand last."""

    columns: tuple[PrintedColumn, ...]
    rows: tuple[tuple[PrintedCell, ...], ...]
    totals: tuple[tuple[PrintedCell, ...], ...] = ()

    def __post_init__(self) -> None:
        assert all(len(row) == len(self.columns) for row in (*self.rows, *self.totals))


@dataclass(frozen=True)
class PrintedWords:
    """A paragraph; what it is about stands first, apart."""

    text: Text
    about: Text | None = None
    sources: tuple[int, ...] = ()


@dataclass(frozen=True)
class PrintedList:
    """Sentences of one kind, one below the other, and what they are about."""

    about: Text
    texts: tuple[Text, ...]


@dataclass(frozen=True)
class PrintedSource:
    """A source with its number, and the address that it is read at; empty where it has none."""

    number: int
    words: str
    href: str


@dataclass(frozen=True)
class PrintedSources:
    """The sources, in the order that they are first named."""

    listed: tuple[PrintedSource, ...]


Block: TypeAlias = PrintedTable | PrintedWords | PrintedList | PrintedSources


@dataclass(frozen=True)
class Section:
    """A heading and what stands under it."""

    heading: Text
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class PrintedSum:
    """One way of standing, with its kronor: several where they are not of one kind, as at most and part of.

    Attributes:
        computed: Whether it is what is awarded; else it is what may come beside that.
    """

    name: Text
    meaning: Text
    kronor: tuple[Text, ...]
    pots: Text
    between: Text | None
    computed: bool


@dataclass(frozen=True)
class FirstPage:
    """What a reader in a hurry needs.

    Attributes:
        nothing: Said in the place of all else where no grant reaches the place.
        to_do: What must be done next; None where nothing is found.
        to_do_words, largest_more: What stands under each table, by how many of its rows are shown.
    """

    from_what: Text
    nothing: Text | None
    sums: tuple[PrintedSum, ...] = ()
    to_do: PrintedTable | None = None
    to_do_words: tuple[Text | None, ...] = ()
    largest: PrintedTable | None = None
    largest_more: tuple[Text | None, ...] = ()
    last_year: Text | None = None
    how_sure: Text | None = None


@dataclass(frozen=True)
class PrintedNotice:
    """A place's notice of a year, as it is printed (tryckt besked).

    Attributes:
        seen_from: The day from which it tells what has passed, and that a file of it says it was made: no clock does.
        address: Where the place's page is read; empty where it has none.
        citation: How it is cited; None where nothing was computed.
    """

    recipient: Recipient
    year: int
    as_known_on: date | None
    seen_from: date
    title: Text
    first: FirstPage
    appendix: tuple[Section, ...]
    address: str
    citation: Citation | None


def cell(text: Text | str, note: Text | None = None, sources: Sequence[int] = ()) -> PrintedCell:
    """Return a cell of words."""
    return PrintedCell(text if isinstance(text, Text) else plain(text), note, tuple(sources))
