"""Rows for a page: cells with links, numbers set right, a total that says which column of the download it sums."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from overens.usecases.wording.amounts import ROUGH, kr_words, millions_words
from overens.vocabulary.recipients import Recipient, RecipientKind
from overens.vocabulary.wording import Text, join_texts, plain


@dataclass(frozen=True)
class SumOf:
    """Which column of which of the page's tables a number is the sum of, where other columns have these values.

    Attributes:
        column: Its name; several, with spaces between, where the number is the sum of them all.
    """

    column: str
    where: tuple[tuple[str, str], ...] = ()
    table: str = ""


@dataclass(frozen=True)
class CellView:
    """One cell.

    Attributes:
        value: The number it shows, exact, where it is one.
        sum_of: What of the download it is the sum of.
        note: A remark shown under it, small.
        rough: Whether the number is shown as rounded.
        level: How far it is set in, for a part of what stands above.
    """

    text: Text
    href: str = ""
    value: int | None = None
    sum_of: SumOf | None = None
    note: Text | None = None
    rough: bool = False
    level: int = 0


@dataclass(frozen=True)
class Column:
    """A column: its heading, whether it holds numbers or days, and the download's column it is sorted by."""

    heading: Text
    number: bool = False
    sort: str = ""
    day: bool = False


@dataclass(frozen=True)
class Grid:
    """A table on a page; the first cell of each row is its heading.

    Attributes:
        own: The numbers of the rows that the page is about, from 0.
    """

    caption: Text
    columns: tuple[Column, ...]
    rows: tuple[tuple[CellView, ...], ...]
    total: tuple[CellView, ...] = ()
    own: frozenset[int] = frozenset()


def words(text: Text | str, href: str = "", note: Text | None = None) -> CellView:
    """Return a cell of words."""
    return CellView(text if isinstance(text, Text) else plain(text), href, note=note)


def place_name(who: Recipient) -> str:
    """Return what a place is called in a table: a county in full, so that it is not taken for its region."""
    return who.name if who.kind is RecipientKind.AREA else who.short_name


def money(
    amount: int | None, sum_of: SumOf | None = None, *, rough: bool = False, note: Text | None = None
) -> CellView:
    """Return a cell of kronor; a dash for what is not known, ≈ before what is rounded."""
    return CellView(plain(kr_words(amount, exact=not rough)), value=amount, sum_of=sum_of, note=note, rough=rough)


def mkr(amount: int | None, sum_of: SumOf | None = None, *, rough: bool = False, unit: bool = False) -> CellView:
    """Return a cell of kronor shown in millions with one decimal; its value is the exact kronor."""
    sign, after = ROUGH if rough else "", "\u00a0Mkr" if unit else ""
    number = millions_words(amount) if amount else plain("0")
    said = join_texts([plain(sign), number, plain(after)], "")
    return CellView(said if amount is not None else plain("–"), value=amount, sum_of=sum_of, rough=True)


def grid(
    caption: Text, columns: Sequence[Column], rows: Sequence[Sequence[CellView]], total: Sequence[CellView] = ()
) -> Grid:
    """Return a grid; every row must have a cell for each column."""
    assert all(len(row) == len(columns) for row in (*rows, *([total] if total else [])))
    return Grid(caption, tuple(columns), tuple(tuple(row) for row in rows), tuple(total))
