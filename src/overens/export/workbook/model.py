"""What a workbook holds: sheets of columns and rows, formulas with what they give, named ranges."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import TypeAlias

LONGEST_NAME = 31
"""Characters of a sheet's name; the format takes no more."""
_UNNAMED = "Blad"
"""What a sheet is called whose words have nothing that can be seen."""
_BETWEEN_WORDS = " ,-"
_NOT_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\", "-"))


class Look(Enum):
    """How the cells of a column are shown."""

    TEXT = "text"
    LINE = "rad"
    KRONOR = "kronor"
    COUNT = "antal"
    SHARE = "andel"
    DECIMALS = "decimaler"
    ORE = "kronor och ören"
    DAY = "dag"
    FACTOR = "tal"


class Tone(Enum):
    """What may be done with a cell, which its colour says (ton)."""

    PLAIN = "vanlig"
    INPUT = "får ändras"
    FIXED = "räknas inte här"
    RESULT = "resultat"
    CHECK = "kontroll"


@dataclass(frozen=True)
class Formula:
    """A formula (formel), with the functions' English names and comma between arguments, and what it gives.

    Attributes:
        text: =SUM(B5:B25).
        value: What it gives, shown until the sheet is recalculated.
    """

    text: str
    value: str | int | Fraction | None


@dataclass(frozen=True)
class Link:
    """Words that lead to an address."""

    text: str
    href: str


@dataclass(frozen=True)
class Inside:
    """Words that lead to a place in the workbook: 'Blad'!A1."""

    text: str
    to: str


Plain: TypeAlias = str | int | Fraction | date | Formula | Link | Inside | None


@dataclass(frozen=True)
class Styled:
    """A cell that is shown in another manner than its column."""

    cell: Plain
    look: Look = Look.TEXT
    tone: Tone = Tone.PLAIN


Cell: TypeAlias = Plain | Styled


@dataclass(frozen=True)
class Column:
    """A column: its heading, how its cells are shown, and its width in characters; None for as wide as what it holds.

    Attributes:
        group: Written above the headings, once for columns beside each other that have the same.
    """

    heading: str
    look: Look = Look.TEXT
    width: int | None = None
    tone: Tone = Tone.PLAIN
    group: str = ""


@dataclass(frozen=True)
class Fact:
    """A row above the headings: what, how much, and a remark (uppgift)."""

    label: str
    value: Styled
    note: str = ""


@dataclass(frozen=True)
class Choice:
    """A cell whose value is chosen from others (val): B4, one of 'Blad'!$A$5:$A$25 or of what is written out."""

    cell: str
    among: str | tuple[str, ...]


@dataclass(frozen=True)
class Span:
    """Where the rows of a sheet stand, so that formulas can be written before the sheet is (spann).

    Attributes:
        first, last: Numbers of the first and the last row, counted from 1 as the spreadsheet does.

    >>> rows = Span("Andel", 5, 25)
    >>> rows.cell(1, 5), rows.column(1), rows.elsewhere(1)
    ('B5', '$B$5:$B$25', "'Andel'!$B$5:$B$25")
    """

    sheet: str
    first: int
    last: int

    def cell(self, column: int, row: int) -> str:
        """Return one cell, to be used in the same sheet; columns are counted from 0."""
        return f"{letter(column)}{row}"

    def column(self, column: int) -> str:
        """Return all of a column's rows, to be used in the same sheet."""
        return f"${letter(column)}${self.first}:${letter(column)}${self.last}"

    def elsewhere(self, column: int, row: int | None = None) -> str:
        """Return all of a column's rows, or one of them, to be used in another sheet."""
        cells = self.column(column) if row is None else f"${letter(column)}${row}"
        return f"{quoted(self.sheet)}!{cells}"


@dataclass(frozen=True)
class Sheet:
    """A sheet (blad): a title, notes, a row of headings, rows, and a total.

    Attributes:
        name: At most 31 characters, unlike the others whatever the case: see `sheet_names`.
        title: The cell A1.
        notes: One row each, below the title.
        rows: A cell for each column.
        total: A cell for each column, below the rows; none for no total.
        frozen: How many columns stay when one scrolls sideways.
        filtered: Whether the headings have filters.
        facts: Rows between the notes and the headings.
        choices: Cells whose value is chosen from a list.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Cell]]
    notes: tuple[str, ...] = ()
    total: tuple[Cell, ...] = ()
    frozen: int = 1
    filtered: bool = False
    facts: tuple[Fact, ...] = ()
    choices: tuple[Choice, ...] = ()

    def __post_init__(self) -> None:
        assert 0 < len(self.name) <= LONGEST_NAME, self.name
        assert all(len(row) == len(self.columns) for row in (*self.rows, *([self.total] if self.total else [])))

    @property
    def span(self) -> Span:
        """Where the rows stand."""
        return span_of(self.name, len(self.notes), len(self.rows), len(self.facts), grouped=self.grouped)

    @property
    def grouped(self) -> bool:
        """Whether there is a row of groups above the headings."""
        return any(column.group for column in self.columns)

    @property
    def first_fact(self) -> int:
        """The number of the row of the first fact, counted from 1."""
        return len(self.notes) + 3


@dataclass(frozen=True)
class NamedRange:
    """A name for cells (namngivet område): refers to 'Blad'!$B$5:$B$25."""

    name: str
    refers: str


@dataclass(frozen=True)
class Workbook:
    """A workbook (arbetsbok): its title, its sheets in order, and names for ranges in them."""

    title: str
    sheets: tuple[Sheet, ...]
    names: tuple[NamedRange, ...] = ()


def span_of(name: str, notes: int, rows: int, facts: int = 0, *, grouped: bool = False) -> Span:
    """Return where the rows of a sheet will stand that has so many notes, facts and rows.

    Title, notes, an empty row, facts with an empty row after them, groups, headings, rows.
    """
    first = notes + 4 + (facts + 1 if facts else 0) + grouped
    return Span(name, first, first + rows - 1)


def letter(column: int) -> str:
    """Return a column's letters, counted from 0.

    >>> letter(0), letter(25), letter(26)
    ('A', 'Z', 'AA')
    """
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def quoted(sheet: str) -> str:
    """Return a sheet's name as formulas write it."""
    return "'" + sheet.replace("'", "''") + "'"


def sheet_names(wanted: Iterable[str]) -> list[str]:
    """Return names that a workbook can have for its sheets: short, of allowed characters, each unlike the others.

    >>> sheet_names(["Potter", "potter", "Vårdens medarbetare, fortsatt satsning"])
    ['Potter', 'potter 2', 'Vårdens medarbetare, fortsatt']
    """
    taken: set[str] = set()
    found = []
    for words in wanted:
        bare = "".join(one for one in words.translate(_NOT_IN_NAMES) if one.isprintable()).strip(" '") or _UNNAMED
        name, n = _cut(bare, LONGEST_NAME) or _UNNAMED, 1
        while name.casefold() in taken or name.casefold() == "history":  # a name that Excel keeps for itself
            n += 1
            end = f" {n}"
            name = _cut(bare, LONGEST_NAME - len(end)) + end
        taken.add(name.casefold())
        found.append(name)
    return found


def _cut(words: str, longest: int) -> str:
    """Return as much as has room, whole words where there are some: a sign beyond the first 65 536 is counted as two.

    >>> _cut("regioner-ovrigt, god-och-nara-vard-2024", 31)
    'regioner-ovrigt, god-och-nara'
    """
    room = words.encode("utf-16-le")[: 2 * longest].decode("utf-16-le", "ignore")
    if len(room) == len(words):
        return room.strip(" '")
    end = max(f"{room}{words[len(room)]}".rfind(one) for one in _BETWEEN_WORDS)
    return (room[:end] if end >= longest // 2 else room).strip(f"{_BETWEEN_WORDS}'")
