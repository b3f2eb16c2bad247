"""Faults in single cells -> one problem for each kind of fault and sheet, with the cells it stands in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from overens.figures.outcomes.grid import address
from overens.vocabulary.problems import Fault, Severity
from overens.vocabulary.wording import Language, Text, counted, plain

MOST_SHOWN = 20
"""How many cells are named of one fault; how many more there are is said."""
_LONGEST_VALUE = 24


@dataclass(frozen=True)
class Spot:
    """Where something stands: a cell of a sheet or, in a file of rows, a line; row 0 is the sheet as a whole.

    Attributes:
        sheet: The sheet's name; empty in a file of rows.
        column: The column; 0 for the whole row.
    """

    sheet: str
    row: int = 0
    column: int = 0

    @property
    def cell(self) -> str:
        """The address as spreadsheets show it, or the line."""
        if not self.row:
            return ""
        return address(self.row, max(1, self.column)) if self.sheet else str(self.row)


@dataclass(frozen=True)
class Found:
    """Something wrong in one place.

    Attributes:
        fault: What is wrong; the same fault in several places is told once.
        value: What stands there, to be shown beside the cell.
    """

    spot: Spot
    fault: Fault
    value: str = ""
    severity: Severity = Severity.ERROR


@dataclass(frozen=True)
class OutcomeProblem:
    """One kind of fault in one sheet, with every cell that it stands in."""

    sheet: str
    cells: tuple[str, ...]
    values: tuple[str, ...]
    fault: Fault
    severity: Severity

    @property
    def where(self) -> Text:
        """The sheet and the cells; at most so many as are shown."""
        shown = [_with_value(cell, value) for cell, value in zip(self.cells, self.values, strict=True)][:MOST_SHOWN]
        values: dict[str, object] = {"sheet": self.sheet, "cells": ", ".join(shown), "more": self._more()}
        if not self.sheet:
            line = counted(len(self.cells), ("Rad", "Raderna"), ("Line", "Lines"))
            words = Text(line.sv.split()[-1], line.en.split()[-1]) if shown else plain("")
            return (
                Text("{line} {cells}{more}", "{line} {cells}{more}", {**values, "line": words}) if shown else plain("")
            )
        if not shown:
            return Text("Blad '{sheet}'", "Sheet '{sheet}'", values)
        if len(self.cells) == 1:
            return Text("Blad '{sheet}', cell {cells}", "Sheet '{sheet}', cell {cells}", values)
        return Text("Blad '{sheet}', cellerna {cells}{more}", "Sheet '{sheet}', cells {cells}{more}", values)

    def _more(self) -> Text:
        n = len(self.cells) - MOST_SHOWN
        return Text(" och {n} till", " and {n} more", {"n": str(n)}) if n > 0 else plain("")

    def say(self, language: Language = Language.SWEDISH) -> str:
        """Return severity, place, message and remedy as one line."""
        warning = ("varning: " if language is Language.SWEDISH else "warning: ") if self._is_warning else ""
        where = self.where.say(language)
        fault = f"{self.fault.message.say(language)} {self.fault.remedy.say(language)}"
        return f"{warning}{where}: {fault}" if where else f"{warning}{fault}"

    @property
    def _is_warning(self) -> bool:
        return self.severity is Severity.WARNING


def grouped(found: Iterable[Found]) -> list[OutcomeProblem]:
    """Return one problem for each fault and sheet, by the first place it stands in; errors before warnings."""
    given = list(found)
    sheets = list(dict.fromkeys(one.spot.sheet for one in given))
    groups: dict[tuple[str, str, Severity], list[Found]] = {}
    for one in sorted(given, key=lambda one: (sheets.index(one.spot.sheet), one.spot.row, one.spot.column)):
        groups.setdefault((one.spot.sheet, one.fault.message.say(), one.severity), []).append(one)
    problems = [
        OutcomeProblem(
            sheet,
            tuple(one.spot.cell for one in places if one.spot.row),
            tuple(one.value for one in places if one.spot.row),
            places[0].fault,
            severity,
        )
        for (sheet, _, severity), places in groups.items()
    ]
    return sorted(problems, key=lambda one: one.severity is not Severity.ERROR)


def _with_value(cell: str, value: str) -> str:
    short = value if len(value) <= _LONGEST_VALUE else value[: _LONGEST_VALUE - 1] + "…"
    return f"{cell} ('{short}')" if value else cell
