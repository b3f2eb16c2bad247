"""A table of one's own and a pot -> the table against the rule, cell by cell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from overens.allocation.annex import basis_of
from overens.allocation.model import Allocation, Basis, PotAllocation
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
        """Whether both say the same to the krona; silence and 0 are the same."""
        return (self.table_kr or 0) == (self.computed_kr or 0)


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
    """Return what the comparison is worth.

    A table that repeats so much as one amount of a published table counts as that table: a copy with
    an error in it is no independent source.
    """
    kind = pot.recipients[0].kind
    published = [one for name in _tables_behind(pot) for one in library.snapshot([(name, kind)]).named(name, kind)]
    for table in published:
        if any(table.values.get(code) == cell.kr for code, cell in cells.items() if cell.kr):
            return basis_of(table, pot.used)
    return Basis.INDEPENDENT


def _tables_behind(pot: PotAllocation) -> list[str]:
    """Return the ids of the tables that the pot's figures are, or were solved back from."""
    return sorted({one.key.figure for one in pot.used} | {name for one in pot.used for name in one.derived_from})
