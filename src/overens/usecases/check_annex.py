"""A table of one's own and a pot -> the table against the rule, cell by cell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from overens.allocation.annex import basis_of
from overens.allocation.model import Allocation, Basis, PotAllocation
from overens.figures.model import FigureKind, Series, SeriesKey
from overens.intake.read_text import read_text
from overens.intake.table_file import TableCell, read_table
from overens.usecases.library import Library
from overens.vocabulary.problems import Place, Problem
from overens.vocabulary.recipients import Recipient

LARGEST_TABLE = 5_000_000


@dataclass(frozen=True)
class CheckedCell:
    """One recipient: what the table says and what the rule gives, in kronor; None where one is silent."""

    recipient: Recipient
    table_kr: int | None
    computed_kr: int | None
    place: Place | None

    @property
    def is_equal(self) -> bool:
        """Whether both say the same to the krona."""
        return self.table_kr == self.computed_kr


@dataclass(frozen=True)
class CheckedTable:
    """A table against a rule: every cell, and what the comparison is worth."""

    allocation: Allocation
    pot: PotAllocation
    cells: tuple[CheckedCell, ...]
    basis: Basis
    problems: tuple[Problem, ...]

    @property
    def equal(self) -> int:
        """How many of the table's cells equal the rule."""
        return sum(cell.is_equal for cell in self.cells if cell.table_kr is not None)

    @property
    def of(self) -> int:
        """How many cells the table has."""
        return sum(cell.table_kr is not None for cell in self.cells)


def check_annex(library: Library, table: Path, allocation: Allocation, pot: PotAllocation) -> CheckedTable:
    """Compare a table with the amounts that the pot's rule gives.

    Returns:
        A cell for every recipient that either names, in code order, and every problem in the table.
    """
    text = read_text(table, shown=str(table), largest=LARGEST_TABLE)
    if isinstance(text, Problem):
        return CheckedTable(allocation, pot, (), Basis.INDEPENDENT, (text,))
    kind = pot.recipients[0].kind
    cells, problems = read_table(text, kind, library.register, file=str(table))
    by_code = {cell.recipient.code: cell for cell in cells}
    computed = {award.recipient.code: award.amount.kr for award in pot.awards}
    everyone = {r.code: r for r in (*pot.recipients, *(cell.recipient for cell in cells))}
    return CheckedTable(
        allocation,
        pot,
        tuple(_cell(everyone[code], by_code.get(code), computed.get(code)) for code in sorted(everyone)),
        _basis(library, pot, by_code),
        tuple(problems),
    )


def _cell(who: Recipient, cell: TableCell | None, computed: int | None) -> CheckedCell:
    return CheckedCell(who, cell.kr if cell else None, computed, cell.place if cell else None)


def _basis(library: Library, pot: PotAllocation, cells: Mapping[str, TableCell]) -> Basis:
    """Return what the comparison is worth; the table counts as known if a published one has the same values."""
    kind = pot.recipients[0].kind
    derived = {name for one in pot.used for name in one.derived_from}
    values = {code: Fraction(cell.kr) for code, cell in cells.items()}
    for name in sorted(derived):
        for one in library.snapshot([(name, kind)]).named(name, kind):
            if {code: value for code, value in one.values.items() if value is not None} == values:
                return basis_of(pot.pot.key, one, pot.used)
    return basis_of(pot.pot.key, _as_series(pot, values), pot.used)


def _as_series(pot: PotAllocation, values: Mapping[str, Fraction]) -> Series:
    key = SeriesKey("", pot.recipients[0].kind, "")
    return Series(
        key, "", "kr", dict(values), FigureKind.OFFICIAL, "", "", "", "", (), 0, False, False, None, "", Place("")
    )
