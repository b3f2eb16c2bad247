"""An agreement -> a workbook: its pots as a tree that sums by formulas, each pot's sheet, recipients, dates, sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from overens.allocation.model import Allocation, GroupSum, PotAllocation, State
from overens.export.csv_table import Table
from overens.export.workbook.model import (
    Cell,
    Column,
    Formula,
    Inside,
    Look,
    Sheet,
    Workbook,
    letter,
    quoted,
    sheet_names,
)
from overens.usecases.agreement_tables import Level, known_amount, levels, recipients_table
from overens.usecases.citation import Citation
from overens.usecases.wording.agreement import state_words
from overens.usecases.workbooks.cover import COVER, Identity, cover_sheet
from overens.usecases.workbooks.pot_sheets import PotSheets, Who, pot_sheets
from overens.usecases.workbooks.sources_sheet import SOURCES, sources_sheet
from overens.usecases.workbooks.table_sheet import table_sheet
from overens.vocabulary.recipients import RecipientKind, Register
from overens.vocabulary.wording import Language, Text, join_texts

Path = tuple[str, ...]
_POTS = Text("Potter", "Pots")
_RECIPIENTS = Text("Mottagare", "Recipients")
_DATES = Text("Datum och villkor", "Dates and conditions")
_WHOLE = Text("Hela avtalet", "The whole agreement")
_HEADING_ROW = 4
"""The row above the tree: title, note and an empty row stand before it."""


@dataclass(frozen=True)
class _Names:
    """The names of the sheets that are not a pot's."""

    cover: str
    pots: str
    recipients: str
    dates: str
    sources: str


def agreement_workbook(
    allocation: Allocation, register: Register, dates: Table, language: Language, citation: Citation | None
) -> Workbook:
    """Return the workbook of an agreement.

    Args:
        dates: What happens and must be done, as a table.
    """
    wanted = [one.say(language) for one in (COVER, _POTS, _RECIPIENTS, _DATES, SOURCES)]
    names = _Names(*sheet_names(wanted))
    of = _pots_of(allocation, register, language, wanted)
    tree = _Tree(allocation, of, names.pots, language)
    receivers = _recipients_sheet(allocation, of, names.recipients, language)
    sheets = [
        tree.sheet(),
        *(sheet for one in of.values() for sheet in one.sheets),
        *([receivers] if receivers else []),
        table_sheet(dates, names.dates, language, title=_DATES.say(language)),
        sources_sheet([(allocation, pot) for pot in allocation.pots], names.sources, language),
    ]
    contents = [(sheet.name, sheet.title if sheet.title != sheet.name else "") for sheet in sheets]
    title = allocation.agreement.name
    cover = cover_sheet(names.cover, title, citation, contents, language, tree.identity())
    ranges = [name for one in of.values() for name in one.names]
    return Workbook(title, (cover, *sheets), tuple({one.name.casefold(): one for one in ranges}.values()))


def _pots_of(
    allocation: Allocation, register: Register, language: Language, taken: Sequence[str]
) -> dict[Path, PotSheets]:
    """Return the sheets of each pot that is computed, by its path."""
    found: dict[Path, PotSheets] = {}
    used = list(taken)
    for pot in allocation.pots:
        if pot.state is State.COMPUTED:
            one = pot_sheets(allocation, pot, register, language, used, in_one=True, suffix=pot.id)
            used += [sheet.name for sheet in one.sheets]
            found[pot.path] = one
    return found


# --- the pots as a tree -------------------------------------------------------------

_HEADINGS = (
    (Text("Namn", "Name"), Look.TEXT, 52),
    (Text("Nivå", "Level"), Look.COUNT, 8),
    (Text("Belopp", "Amount"), Look.KRONOR, 18),
    (Text("Tilldelat", "Awarded"), Look.KRONOR, 18),
    (Text("Förfallet", "Lapsed"), Look.KRONOR, 16),
    (Text("Ej fördelat", "Undistributed"), Look.KRONOR, 18),
    (Text("Utöver potterna inom", "Beyond the pots within"), Look.KRONOR, 18),
    (Text("Anmärkning", "Remark"), Look.TEXT, 60),
)
_AMOUNT, _AWARDED, _LAPSED, _LEFT = "C", "D", "E", "F"
_NOTE = Text(
    "Summorna är formler; en pott som inte är beräknad har inga kronor, bara sitt belopp och varför.",
    "The sums are formulas; a pot that is not computed has no kronor, only its amount and why.",
)


@dataclass(frozen=True)
class _Tree:
    """The agreement's pots in order, the whole last, each in a row of its own (träd)."""

    allocation: Allocation
    of: Mapping[Path, PotSheets]
    name: str
    language: Language

    def sheet(self) -> Sheet:
        """Return the sheet."""
        found = list(levels(self.allocation))
        rows = {one.path: _HEADING_ROW + 1 + n for n, one in enumerate(found)}
        cells = [self._row(one, rows) for one in found]
        whole = self._group(self.allocation.whole, rows, _HEADING_ROW + 1 + len(found), _WHOLE.say(self.language), 0)
        columns = tuple(Column(text.say(self.language), look, width) for text, look, width in _HEADINGS)
        return Sheet(self.name, self.allocation.agreement.name, columns, cells, (_NOTE.say(self.language),), whole)

    def identity(self) -> Identity | None:
        """Return the cells of the whole; None where its amount is not known."""
        whole = self.allocation.whole
        if whole.amount is None or whole.undistributed_kr is None or not self.of:
            return None
        row = _HEADING_ROW + 1 + len(list(levels(self.allocation)))
        cells = [f"{quoted(self.name)}!${column}${row}" for column in (_AMOUNT, _AWARDED, _LAPSED, _LEFT)]
        values = (whole.amount.kr, whole.awarded_kr, whole.lapsed_kr, whole.undistributed_kr)
        first, second, third, fourth = zip(cells, values, strict=True)
        return Identity(first, second, third, fourth)

    def _row(self, one: Level, rows: Mapping[Path, int]) -> tuple[Cell, ...]:
        level = len(one.path)
        if isinstance(one, GroupSum):
            return self._group(one, rows, rows[one.path], self._indented(one.name, level), level)
        name: Cell = self._indented(one.pot.name, level)
        remark = join_texts(list(state_words(one))).say(self.language)
        found = self.of.get(one.path)
        if found is None or one.amount is None:
            amount = known_amount(one)
            left = amount.kr if amount is not None else None
            return name, level, left, None, None, left, None, remark
        name = Inside(str(name), f"{quoted(found.sheets[0].name)}!A1")
        values = (one.amount.kr, one.awarded_kr, one.lapsed_kr, one.undistributed_kr)
        cells = (found.amount, found.awarded, found.lapsed, found.undistributed)
        linked = [Formula(f"={cell}", value) for cell, value in zip(cells, values, strict=True)]
        return name, level, *linked, None, remark

    def _indented(self, name: str, level: int) -> str:
        return "\u2003" * (level - 1) + name

    def _group(self, one: GroupSum, rows: Mapping[Path, int], row: int, name: str, level: int) -> tuple[Cell, ...]:
        """Return a row that sums the rows of the pots right below it."""
        within = [rows[path] for path in rows if path[:-1] == one.path]
        amount = one.amount.kr if one.amount is not None else None
        awarded = Formula(_sum(_AWARDED, within), one.awarded_kr)
        lapsed = Formula(_sum(_LAPSED, within), one.lapsed_kr)
        if amount is None or one.undistributed_kr is None:
            return name, level, None, awarded, lapsed, None, None, None
        left = Formula(f"={_AMOUNT}{row}-{_AWARDED}{row}-{_LAPSED}{row}", one.undistributed_kr)
        beyond = Formula(f"={_AMOUNT}{row}-({_sum(_AMOUNT, within)[1:]})", amount - self._amounts_within(one.path))
        return name, level, amount, awarded, lapsed, left, beyond, None

    def _amounts_within(self, path: Path) -> int:
        below = [one for one in levels(self.allocation) if one.path[:-1] == path]
        return sum(amount.kr for one in below if (amount := known_amount(one)) is not None)


def _sum(column: str, rows: Sequence[int]) -> str:
    """Return the formula for the sum of some rows, in runs so that it is short.

    >>> _sum("D", [5, 6, 7, 9])
    '=SUM(D5:D7,D9)'
    """
    runs: list[list[int]] = []
    for row in rows:
        if runs and runs[-1][-1] == row - 1:
            runs[-1].append(row)
        else:
            runs.append([row])
    cells = [f"{column}{run[0]}" + (f":{column}{run[-1]}" if len(run) > 1 else "") for run in runs]
    return f"=SUM({','.join(cells)})" if cells else "=0"


# --- who gets what ------------------------------------------------------------------


def _recipients_sheet(
    allocation: Allocation, of: Mapping[Path, PotSheets], name: str, language: Language
) -> Sheet | None:
    """Return each recipient's kronor of each pot, as links to the pots' sheets, and their sum."""
    table = recipients_table(allocation)
    pots = [pot for pot in allocation.pots if pot.awards]
    if not pots:
        return None
    bare = table_sheet(table, name, language)
    first = bare.span.first
    rows = [
        (*row[:3], *_awards(row[3:-1], pots, of, _who(row)), _row_sum(first + n, len(row), row[-1]))
        for n, row in enumerate(bare.rows)
    ]
    columns = tuple(
        Column(one.heading, one.look, width)
        for one, width in zip(bare.columns, (16, 10, 34, *(18 for _ in pots), 18), strict=True)
    )
    total = tuple(_column_sum(bare, n) for n in range(3, len(columns)))
    said = Text("Summa", "Total").say(language)
    return Sheet(name, bare.title, columns, rows, (), (said, None, None, *total), frozen=3, filtered=True)


def _who(row: Sequence[Cell]) -> Who:
    return RecipientKind[str(row[0]).upper()], str(row[1])


def _awards(
    cells: Sequence[Cell], pots: Sequence[PotAllocation], of: Mapping[Path, PotSheets], who: Who
) -> Iterator[Cell]:
    for cell, pot in zip(cells, pots, strict=True):
        at = of[pot.path].awards.get(who, "")
        yield Formula(f"={at}", int(str(cell or 0))) if at else None


def _row_sum(row: int, width: int, cell: Cell) -> Formula:
    return Formula(f"=SUM(D{row}:{letter(width - 2)}{row})", int(str(cell)))


def _column_sum(sheet: Sheet, n: int) -> Formula:
    values = [row[n] for row in sheet.rows]
    return Formula(f"=SUM({sheet.span.column(n)})", sum(value for value in values if isinstance(value, int)))
