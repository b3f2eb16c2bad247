"""Answers -> tables, the same for the terminal and for CSV; kronor are integers."""

from __future__ import annotations

from overens.allocation.explain import Explanation
from overens.allocation.model import Allocation, PotAllocation
from overens.export.csv_table import Cell, Table
from overens.notice.rows import PlaceRow
from overens.usecases.check import Check
from overens.usecases.check_annex import CheckedTable
from overens.usecases.figures import FigureSummary
from overens.usecases.place import Place
from overens.vocabulary.wording import Text, plain

KIND = Text("Slag", "Kind")
CODE = Text("Kod", "Code")
NAME = Text("Namn", "Name")
AGREEMENT = Text("Avtal", "Agreement")
POT = Text("Pott", "Pot")
MARK = Text("Säkerhet", "Certainty")
WHAT = Text("Vad", "What")
LEAST, MOST = Text("Lägst", "Least"), Text("Högst", "Most")


def place_table(place: Place) -> Table:
    """Pots that reach a place, in kronor; a pot that is not computed shows its ceiling, never 0."""
    return Table(
        Text("{who} {year}, kronor", "{who} {year}, kronor", {"who": place.recipient.name, "year": str(place.year)}),
        (
            "agreement",
            "pot",
            "name",
            "awarded_kr",
            "low_kr",
            "high_kr",
            "ceiling_kr",
            "at_least_kr",
            "least_if_met_kr",
            "certainty",
            "shared",
        ),
        (
            AGREEMENT,
            POT,
            WHAT,
            Text("Tilldelat", "Awarded"),
            LEAST,
            MOST,
            Text("Tak", "Ceiling"),
            Text("Minst", "At least"),
            Text("Minst om villkoren uppfylls", "At least if conditions are met"),
            MARK,
            Text("Delas", "Shared"),
        ),
        tuple(_place_row(row, "") for row in place.rows) + tuple(_place_row(row, "area") for row in place.shared),
    )


def _place_row(row: PlaceRow, shared: str) -> tuple[Cell, ...]:
    awarded = row.awarded_kr
    return (
        row.allocation.agreement.id,
        row.pot.id,
        row.pot.pot.name,
        awarded,
        row.award.amount.low if row.award else awarded,
        row.award.amount.high if row.award else awarded,
        row.ceiling_kr,
        row.at_least_kr,
        row.least_if_met_kr,
        row.certainty.name.lower(),
        shared,
    )


def awards_table(allocation: Allocation, pots: tuple[PotAllocation, ...] | None = None) -> Table:
    """Every award under an agreement, in kronor."""
    return Table(
        Text("{name}, kronor", "{name}, kronor", {"name": allocation.agreement.name}),
        ("pot", "kind", "code", "name", "awarded_kr", "mark", "low_kr", "high_kr"),
        (POT, KIND, CODE, NAME, Text("Tilldelat", "Awarded"), MARK, LEAST, MOST),
        tuple(
            (
                pot.id,
                award.recipient.kind.name.lower(),
                award.recipient.code,
                award.recipient.name,
                award.amount.kr,
                award.amount.mark.name.lower(),
                award.amount.low,
                award.amount.high,
            )
            for pot in (pots if pots is not None else allocation.pots)
            for award in pot.awards
        ),
    )


def explanation_table(explanation: Explanation) -> Table:
    """The steps of an explanation, one a row."""
    return Table(
        plain(f"{explanation.agreement.id}/{explanation.pot.id}"),
        ("step", "kind", "text", "source"),
        (Text("Steg", "Step"), KIND, WHAT, Text("Källa", "Source")),
        tuple((n, s.kind.name.lower(), s.text, s.source) for n, s in enumerate(explanation.steps, 1)),
    )


def problems_table(check: Check) -> Table:
    """Problems, one a row."""
    return Table(
        Text("Problem", "Problems"),
        ("file", "line", "column", "severity", "message", "remedy"),
        (
            Text("Fil", "File"),
            Text("Rad", "Line"),
            Text("Kolumn", "Column"),
            KIND,
            WHAT,
            Text("Gör så här", "What to do"),
        ),
        tuple(
            (p.place.file, p.place.line, p.place.column, p.severity.name.lower(), p.message, p.remedy)
            for p in check.problems
        ),
    )


def cells_table(table: CheckedTable) -> Table:
    """A table against a rule, cell by cell, in kronor."""
    return Table(
        plain(f"{table.allocation.agreement.id}/{table.pot.id}"),
        ("kind", "code", "name", "table_kr", "computed_kr", "difference_kr"),
        (
            KIND,
            CODE,
            NAME,
            Text("Tabellen", "The table"),
            Text("Regeln", "The rule"),
            Text("Skillnad", "Difference"),
        ),
        tuple(
            (
                cell.recipient.kind.name.lower(),
                cell.recipient.code,
                cell.recipient.name,
                cell.table_kr,
                cell.computed_kr,
                None if cell.table_kr is None or cell.computed_kr is None else cell.table_kr - cell.computed_kr,
            )
            for cell in table.cells
        ),
    )


def figures_table(figures: list[FigureSummary]) -> Table:
    """Figures with the dates they are measured on."""
    return Table(
        Text("Underlag", "Figures"),
        ("id", "recipients", "name", "unit", "measured_on"),
        (Text("Id", "Id"), Text("För", "For"), NAME, Text("Enhet", "Unit"), Text("Per", "On")),
        tuple(
            (one.id, one.kind.name.lower(), one.name, one.unit, " ".join(s.key.measured_on for s in one.series))
            for one in figures
        ),
    )


def figure_table(figures: list[FigureSummary], names: dict[tuple[str, str], str]) -> Table:
    """One figure's values, one a row; what was not published is empty."""
    return Table(
        plain(figures[0].name if figures else ""),
        ("figure", "recipients", "measured_on", "kind", "code", "name", "value"),
        (
            Text("Underlag", "Figure"),
            Text("För", "For"),
            Text("Per", "On"),
            KIND,
            CODE,
            NAME,
            Text("Värde", "Value"),
        ),
        tuple(
            (
                one.id,
                one.kind.name.lower(),
                series.key.measured_on,
                series.kind.name.lower(),
                code,
                names.get((one.kind.value, code), ""),
                None if value is None else int(value) if value.denominator == 1 else value,
            )
            for one in figures
            for series in one.series
            for code, value in series.values.items()
        ),
    )
