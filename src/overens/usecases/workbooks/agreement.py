"""An agreement -> a workbook: its pots as a tree that sums by formulas, each pot's sheet, recipients, dates, sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from overens.allocation.model import Allocation, GroupSum
from overens.export.csv_table import Cell as TableCell
from overens.export.csv_table import Table
from overens.export.workbook.model import Cell, Column, Formula, Inside, Look, Sheet, Workbook, quoted
from overens.usecases.agreement_tables import Level, known_amount, levels, pot_column, recipients_table
from overens.usecases.wording.agreement import state_words
from overens.usecases.workbooks.cover import COVER, BookIdentity, Check, workbook
from overens.usecases.workbooks.dates import dates_sheet
from overens.usecases.workbooks.pot.of_book import (
    OfPots,
    adds_up,
    award_cell,
    first_cell,
    how_live,
    names_of,
    pots_checks,
    sheets_of_pots,
)
from overens.usecases.workbooks.sources import SOURCES, sources_sheet
from overens.usecases.workbooks.table_sheet import Here, Live, Plan, Written, live, named_sheets
from overens.vocabulary.recipients import RecipientKind, Register, kind_words
from overens.vocabulary.wording import Language, Text, join_texts

Path = tuple[str, ...]
_SHEETS = {
    "cover": COVER,
    "pots": Text("Potter", "Pots"),
    "recipients": Text("Mottagare", "Recipients"),
    "dates": Text("Datum och villkor", "Dates and conditions"),
    "sources": SOURCES,
}
_WHOLE = Text("Hela avtalet", "The whole agreement")
_HEADING_ROW = 4
"""The row above the tree: title, note and an empty row stand before it."""


def agreement_workbook(allocation: Allocation, register: Register, dates: Table, about: BookIdentity) -> Workbook:
    """Return the workbook of an agreement.

    Args:
        dates: What happens and must be done, as a table.
    """
    language = about.language
    names = named_sheets(_SHEETS, language)
    pots = [(allocation, pot) for pot in allocation.pots]
    of = sheets_of_pots(pots, register, language, [*names.values()])
    tree = _Tree(allocation, of, names["pots"], language)
    sheets: tuple[Live | Sheet, ...] = (
        tree.sheet(),
        *(sheet for one in of.values() for sheet in one.sheets),
        _recipients_sheet(allocation, of, names["recipients"], language),
        dates_sheet(dates, _SHEETS["dates"], names["dates"], language),
        sources_sheet([allocation], names["sources"], language),
    )
    return workbook(about, sheets, tree.checks(), how_live(of), names_of(of))


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
_AMOUNT, _AWARDED, _LAPSED, _LEFT, _BEYOND = "C", "D", "E", "F", "G"
_OVER = Text(
    "Kontroll: potterna utöver avtalets belopp, ska vara 0",
    "Check: the pots beyond the agreement's amount, to be 0",
)
_TOO_MUCH = Text("potterna summerar till mer än avtalets belopp", "the pots sum to more than the agreement's amount")
_OVER_GROUP = Text(
    "Kontroll: potterna utöver beloppet för {name}, ska vara 0",
    "Check: the pots beyond the amount of {name}, to be 0",
)
_TOO_MUCH_OF_GROUP = Text(
    "potterna summerar till mer än beloppet för {name}", "the pots sum to more than the amount of {name}"
)
_NOTE = Text(
    "Summorna är formler; en pott som inte är beräknad har inga kronor, bara sitt belopp och varför.",
    "The sums are formulas; a pot that is not computed has no kronor, only its amount and why.",
)


@dataclass(frozen=True)
class _Tree:
    """The agreement's pots in order, the whole last, each in a row of its own (träd)."""

    allocation: Allocation
    of: OfPots
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

    def checks(self) -> list[Check]:
        """Return the identity of the whole, where its amount is known, and whether all pots have room in what holds them."""
        whole = self.allocation.whole
        found = list(levels(self.allocation))
        row = _HEADING_ROW + 1 + len(found)
        room = [
            *self._room(whole, row, _OVER, _TOO_MUCH),
            *(
                check
                for n, one in enumerate(found)
                if isinstance(one, GroupSum)
                for check in self._room(one, _HEADING_ROW + 1 + n, _OVER_GROUP, _TOO_MUCH_OF_GROUP)
            ),
            *pots_checks(self.of),
        ]
        if whole.amount is None or whole.undistributed_kr is None or not self.of:
            return room
        cells = [f"{quoted(self.name)}!${column}${row}" for column in (_AMOUNT, _AWARDED, _LAPSED, _LEFT)]
        values = (whole.amount.kr, whole.awarded_kr, whole.lapsed_kr, whole.undistributed_kr)
        return [*adds_up(_WHOLE, list(zip(cells, values, strict=True))), *room]

    def _room(self, one: GroupSum, row: int, words: Text, wrong: Text) -> list[Check]:
        """Return what the pots within are beyond an amount that is known, which is to be 0."""
        if one.amount is None or one.undistributed_kr is None:
            return []
        over = Formula(
            f"=MAX(0,-{quoted(self.name)}!${_BEYOND}${row})", max(0, self._amounts_within(one.path) - one.amount.kr)
        )
        named, wrong = (replace(text, values={"name": one.name} if one.path else {}) for text in (words, wrong))
        return [Check(named, over, wrong=wrong)]

    def _row(self, one: Level, rows: Mapping[Path, int]) -> tuple[Cell, ...]:
        level = len(one.path)
        if isinstance(one, GroupSum):
            return self._group(one, rows, rows[one.path], self._indented(one.name, level), level)
        name: Cell = self._indented(one.pot.name, level)
        remark = join_texts(list(state_words(one))).say(self.language)
        found = self.of.get((self.allocation.agreement.id, one.id))
        if found is None or one.amount is None:
            amount = known_amount(one)
            left = amount.kr if amount is not None else None
            return name, level, left, None, None, left, None, remark
        name = Inside(str(name), first_cell(self.of, self.allocation.agreement.id, one.id))
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


def _recipients_sheet(allocation: Allocation, of: OfPots, name: str, language: Language) -> Live:
    """Return each recipient's kronor of each pot, read from the pots' sheets, and their sum."""
    kinds = {kind.name.lower(): kind for kind in RecipientKind}
    table = recipients_table(allocation)
    columns = {pot_column(pot): pot.id for pot in allocation.pots if pot.awards}

    def reads(pot: str) -> Written:
        def cell(_: Here, values: Mapping[str, TableCell]) -> str:
            return award_cell(of, allocation.agreement.id, pot, (kinds[str(values["kind"])], str(values["code"])))

        return cell

    def total(here: Here, _: Mapping[str, TableCell]) -> str:
        return f"SUM({here(table.names[3])}:{here(table.names[-2])})"

    formulas = {column: reads(pot) for column, pot in columns.items()} | {"sum_kr": total}
    widths = {"kind": 16, "code": 10, "name": 34} | dict.fromkeys((*columns, "sum_kr"), 18)
    plan = Plan(name, "recipients", (), formulas, (*columns, "sum_kr"), widths=widths, frozen=3, filtered=True)
    return _with_words(live(table, plan, language), kinds, language)


def _with_words(sheet: Live, kinds: Mapping[str, RecipientKind], language: Language) -> Live:
    """Return the sheet with kinds of recipients as words."""
    rows = [(kind_words(kinds[str(row[0])]).say(language), *row[1:]) for row in sheet.sheet.rows]
    return replace(sheet, sheet=replace(sheet.sheet, rows=rows))
