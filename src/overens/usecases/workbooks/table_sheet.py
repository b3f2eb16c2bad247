"""A table and the formulas of its columns -> a sheet that recalculates to the table's own values."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TypeAlias

from overens.export.csv_table import Cell as TableCell
from overens.export.csv_table import Table
from overens.export.workbook.model import (
    Cell,
    Column,
    Formula,
    Inside,
    Link,
    Look,
    NamedRange,
    Sheet,
    Span,
    Styled,
    Tone,
    sheet_names,
    span_of,
)
from overens.vocabulary.wording import Language, Text

SUM, SUBTOTAL = "SUM(", "SUBTOTAL(109,"
"""How columns are summed; the second counts only the rows that a filter shows."""
_COUNTED = {SUM: "COUNT(", SUBTOTAL: "SUBTOTAL(102,"}
"""How what is known in a column is counted, that is summed so."""
_LONGEST_CRITERION = 250
"""Characters; a little fewer than a spreadsheet compares with."""


@dataclass(frozen=True)
class Here:
    """A row of a sheet, whose cells are called by their columns' names."""

    names: tuple[str, ...]
    span: Span
    row: int

    def __call__(self, name: str) -> str:
        """Return the row's cell in a column: E5."""
        return self.span.cell(self.names.index(name), self.row)

    def above(self, name: str) -> str:
        """Return all cells of the column that are above the row: E$5:E8."""
        column = self.names.index(name)
        return f"{self.span.cell(column, self.span.first)}:{self.span.cell(column, self.row - 1)}"


Written: TypeAlias = Callable[[Here, Mapping[str, TableCell]], str]
"""The row's cells, and its values -> a formula; empty for the value as it is."""
ToPage: TypeAlias = Callable[[Mapping[str, TableCell]], str]
"""A row's values -> an address, or a cell."""


@dataclass(frozen=True)
class Plan:
    """How a table becomes a sheet.

    Attributes:
        name: The sheet's name.
        key: What the table is called among named ranges.
        formulas: Column -> its formula; where the table's cell is empty there is none.
        summed: Columns with a total.
        totals: Column -> the formula of its total and what it gives, for totals that are no sums.
        links: Column -> the address that its words lead to.
        inside: Column -> the cell of the workbook that its words lead to; empty for none.
        inputs: Columns of numbers that may be changed, so that others follow.
        looks: Column -> how it is shown, where its name does not say so.
    """

    name: str
    key: str
    notes: tuple[Text, ...] = ()
    formulas: Mapping[str, Written] = field(default_factory=dict)
    summed: Sequence[str] = ()
    totals: Mapping[str, tuple[Callable[[Here], str], int | Fraction]] = field(default_factory=dict)
    links: Mapping[str, ToPage] = field(default_factory=dict)
    inside: Mapping[str, ToPage] = field(default_factory=dict)
    inputs: Sequence[str] = ()
    looks: Mapping[str, Look] = field(default_factory=dict)
    widths: Mapping[str, int] = field(default_factory=dict)
    frozen: int = 1
    filtered: bool = False
    by: str = SUM


@dataclass(frozen=True)
class Live:
    """A table as a sheet of a workbook (levande blad): formulas elsewhere ask it where its cells stand."""

    table: Table
    plan: Plan
    sheet: Sheet

    def column(self, name: str) -> str:
        """Return a column's rows, for formulas in other sheets."""
        return self.sheet.span.elsewhere(self.table.names.index(name))

    def cell(self, name: str, row: int) -> str:
        """Return a cell, for formulas in other sheets; rows are counted from 0."""
        return self.sheet.span.elsewhere(self.table.names.index(name), self.sheet.span.first + row)

    def sum(self, name: str) -> Formula:
        """Return a column's sum, for other sheets."""
        if not self.table.rows:
            return Formula("=0", 0)
        return Formula(f"={known_sum(self.table, name, self.column(name))}", known_sum_of(self.table, name))

    def all_nought(self, name: str) -> Formula:
        """Return the sum of a column of differences, each without its sign, so that they do not even out."""
        n = self.table.names.index(name)
        value = sum(abs(cell) for row in self.table.rows if isinstance(cell := row[n], int))
        return Formula(f"=SUMPRODUCT(ABS({self.column(name)}))" if self.table.rows else "=0", value)

    def sum_where(self, name: str, *same: tuple[str, str]) -> str:
        """Return the sum of the column over the rows where other columns are the same as (column, criterion)."""
        return f"SUMIFS({self.column(name)},{','.join(f'{self.column(one)},{as_what}' for one, as_what in same)})"

    @property
    def ranges(self) -> tuple[NamedRange, ...]:
        """Names for its columns of kronor: pots_amount_kr."""
        if not self.table.rows:
            return ()
        named = {name: f"{self.plan.key}_{name}".replace("-", "_") for name in self.table.names if name.endswith("_kr")}
        return tuple(NamedRange(words, self.column(name)) for name, words in named.items())


def live(table: Table, plan: Plan, language: Language) -> Live:
    """Return the table as a sheet; a formula stands where the table has a value, and shows that until it is recalculated."""
    title, notes = table.title.say(language), tuple(note.say(language) for note in plan.notes)
    span = span_of(plan.name, len(notes), len(table.rows))
    columns = {
        name: Column(heading.say(language), plan.looks.get(name) or _look(table, name), plan.widths.get(name))
        for name, heading in zip(table.names, table.headings, strict=True)
    }
    rows = [
        _row(dict(zip(table.names, row, strict=True)), plan, columns, language, Here(table.names, span, span.first + n))
        for n, row in enumerate(table.rows)
    ]
    total = _total(table, plan, language, Here(table.names, span, span.last + 1)) if table.rows else ()
    frozen = min(plan.frozen, len(columns))
    sheet = Sheet(plan.name, title, tuple(columns.values()), rows, notes, total, frozen, plan.filtered)
    return Live(table, plan, sheet)


def _look(table: Table, name: str) -> Look:
    """Return how a column is shown, by its name and by what it holds."""
    n = table.names.index(name)
    values = [row[n] for row in table.rows if row[n] is not None]
    if name.endswith("kr"):
        return Look.KRONOR
    if name.endswith("per_inhabitant"):
        return Look.ORE
    if not values or not all(isinstance(value, int | Fraction) for value in values):
        return Look.TEXT
    return (
        Look.DECIMALS if any(isinstance(value, Fraction) and value.denominator > 1 for value in values) else Look.COUNT
    )


def _row(
    values: Mapping[str, TableCell], plan: Plan, columns: Mapping[str, Column], language: Language, here: Here
) -> list[Cell]:
    return [_cell(plan, name, values, column.look, here, language) for name, column in columns.items()]


def _cell(plan: Plan, name: str, values: Mapping[str, TableCell], look: Look, here: Here, language: Language) -> Cell:
    """Return a cell: words, maybe with a link, a formula, or a number; one that stands among formulas is told apart."""
    value = values[name]
    shown = value.say(language) if isinstance(value, Text) else value
    if shown is None:
        return None
    if isinstance(shown, Fraction) and shown.denominator == 1:
        shown = int(shown)
    if isinstance(shown, str) and name in plan.links and (href := plan.links[name](values)):
        return Link(shown, href)
    if isinstance(shown, str) and name in plan.inside and (cell := plan.inside[name](values)):
        return Inside(shown, cell)
    if formula := plan.formulas[name](here, values) if name in plan.formulas else "":
        return Formula(f"={formula}", shown)
    if isinstance(shown, str) or not (name in plan.inputs or name in plan.formulas):
        return shown
    return Styled(shown, look, Tone.INPUT if name in plan.inputs else Tone.FIXED)


def _total(table: Table, plan: Plan, language: Language, here: Here) -> tuple[Cell, ...]:
    if not plan.summed and not plan.totals:
        return ()
    cells: list[Cell] = [None] * len(table.names)
    cells[0] = Text("Summa", "Total").say(language)
    for name in plan.summed:
        n = table.names.index(name)
        cells[n] = Formula(f"={known_sum(table, name, here.above(name), plan.by)}", known_sum_of(table, name))
    if "rough" in table.names:
        n = table.names.index("rough")
        sign = next((row[n] for row in table.rows if row[n]), None)
        cells[n] = sign.say(language) if isinstance(sign, Text) else None
    for name, (formula, value) in plan.totals.items():
        cells[table.names.index(name)] = Formula(f"={formula(here)}", value)
    return tuple(cells)


def sum_of(table: Table, name: str) -> int:
    """Return the sum of a column of whole numbers; what is not known counts for nothing."""
    n = table.names.index(name)
    return sum(value for row in table.rows if isinstance(value := row[n], int))


def known_sum_of(table: Table, name: str) -> int | None:
    """Return the sum of a column of whole numbers; None where nothing in it is known, which is not 0."""
    n = table.names.index(name)
    return sum_of(table, name) if any(isinstance(row[n], int) for row in table.rows) else None


def known_sum(table: Table, name: str, cells: str, by: str = SUM) -> str:
    """Return the formula for the sum of a column's cells, without "="; empty where all of them are, if any may be."""
    n = table.names.index(name)
    if all(row[n] is not None for row in table.rows):
        return f"{by}{cells})"
    return f'IF({_COUNTED[by]}{cells})=0,"",{by}{cells}))'


def chosen(table: Table, names: Sequence[str]) -> Table:
    """Return the table with only these columns, in this order."""
    at = [table.names.index(name) for name in names]
    rows = tuple(tuple(row[n] for n in at) for row in table.rows)
    return Table(table.title, tuple(names), tuple(table.headings[n] for n in at), rows)


def where_anything(table: Table, always: Sequence[str]) -> Table:
    """Return the table without its kinds, and without columns in which nothing is said; some stand always."""
    there = [name for n, name in enumerate(table.names) if any(row[n] for row in table.rows)]
    return chosen(table, [name for name in table.names if name != "kind" and (name in always or name in there)])


def with_column(table: Table, name: str, heading: Text, cells: Sequence[TableCell]) -> Table:
    """Return the table with one more column, last."""
    rows = tuple((*row, cell) for row, cell in zip(table.rows, cells, strict=True))
    return Table(table.title, (*table.names, name), (*table.headings, heading), rows)


def with_rough(table: Table, after: str, heading: Text, rough: Sequence[bool]) -> Table:
    """Return the table with a column for the sign of what is not exact, right after another column."""
    n = table.names.index(after) + 1
    rows = tuple((*row[:n], heading if one else None, *row[n:]) for row, one in zip(table.rows, rough, strict=True))
    names, headings = table.names, table.headings
    return Table(table.title, (*names[:n], "rough", *names[n:]), (*headings[:n], heading, *headings[n:]), rows)


def same_as(cell: str, words: str) -> str:
    """Return a criterion that only these words meet: the cell that holds them, or the words with their wildcards tamed.

    >>> same_as("A5", "befolkning"), same_as("A5", "vad?")
    ('A5', '"=vad~?"')
    """
    if len(words) <= _LONGEST_CRITERION and not set(words) & set("*?~") and not words.startswith(("<", ">", "=")):
        return cell
    tamed = "".join(f"~{one}" if one in "*?~" else one for one in words[:_LONGEST_CRITERION])
    return quoted_words(f"={tamed}{'*' if len(words) > _LONGEST_CRITERION else ''}")


def quoted_words(words: str) -> str:
    """Return words as a formula writes them.

    >>> quoted_words('en "så kallad" pott')
    '"en ""så kallad"" pott"'
    """
    return '"' + words.replace('"', '""') + '"'


def named_sheets(names: Mapping[str, Text], language: Language) -> dict[str, str]:
    """Return each table's sheet name: short, allowed and unlike the others."""
    return dict(zip(names, sheet_names(name.say(language) for name in names.values()), strict=True))
