"""Performance -> tables: recipient by pot, and requirement by month; kronor are integers or exact."""

from __future__ import annotations

from overens.export.csv_table import Cell, Table
from overens.scenario.progress import Marked, PeriodMark
from overens.usecases.performance import Performance, PlaceLine, PotPerformance
from overens.usecases.requirement_lines import RequirementLine
from overens.usecases.tables import AGREEMENT, CODE, KIND, NAME, POT
from overens.usecases.to_earn import MADE_UP
from overens.usecases.wording.performance import mark_words
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Text

_REQUIREMENT = Text("Krav", "Requirement")
_OUTCOME = Text("Utfall", "Outcome")
_PERIOD = Text("Period", "Period")
_EARNED = Text("Intjänat", "Earned")


def lines_table(performance: Performance) -> Table:
    """One row for each pot and recipient; what is not known is empty, a range is least and most."""
    rows = [
        _line(pot, line)
        for pot in performance.pots
        for line in pot.lines
        if performance.who is None or _is(line.who, performance.who)
    ]
    return Table(
        Text("Prestation {asked}", "Performance {asked}", {"asked": performance.asked.words}),
        (
            *("agreement", "pot", "kind", "code", "name"),
            *("ceiling_kr", "earned_kr", "missed_kr", "bonus_kr", "awarded_kr", "range_low_kr", "range_high_kr"),
            *(mark.name.lower() for mark in PeriodMark),
            "state",
            "made_up",
        ),
        (
            *(AGREEMENT, POT, KIND, CODE, NAME),
            Text("Tak", "Ceiling"),
            _EARNED,
            Text("Missat", "Missed"),
            Text("Bonus", "Bonus"),
            Text("Tilldelat", "Awarded"),
            Text("Spann, lägst", "Range, least"),
            Text("Spann, högst", "Range, most"),
            *(mark_words(mark) for mark in PeriodMark),
            Text("Läge", "State"),
            MADE_UP,
        ),
        tuple(rows),
    )


def _line(pot: PotPerformance, line: PlaceLine) -> tuple[Cell, ...]:
    return (
        *name_cells(pot),
        line.who.kind.name.lower(),
        line.who.code,
        line.who.name,
        line.ceiling_kr,
        line.earned_kr,
        line.missed_kr,
        line.bonus_kr,
        line.awarded_kr,
        line.low_kr,
        line.high_kr,
        *(line.marks.get(mark, 0) for mark in PeriodMark),
        "so_far" if pot.is_so_far else pot.pot.state.name.lower(),
        made_up_cell(pot),
    )


def months_table(performance: Performance) -> Table:
    """One row for each pot, requirement, recipient and period: the outcome, what it was held against, and its kronor."""
    rows = [
        _month(pot, pot.requirements[cell.requirement], cell, who)
        for pot in performance.pots
        for who in pot.pot.recipients
        if performance.who is None or _is(who, performance.who)
        for cell in (pot.progress.of(who.code) if pot.progress else ())
    ]
    return Table(
        Text("Krav och månader {asked}", "Requirements and months {asked}", {"asked": performance.asked.words}),
        (
            *("agreement", "pot", "requirement", "outcome", "kind", "code", "name"),
            *("period", "mark", "value", "compared", "unit", "earned", "ceiling", "made_up"),
        ),
        (
            *(AGREEMENT, POT, _REQUIREMENT, _OUTCOME, KIND, CODE, NAME),
            _PERIOD,
            Text("Läge", "State"),
            Text("Värde", "Value"),
            Text("Jämfört med", "Compared with"),
            Text("Enhet", "Unit"),
            _EARNED,
            Text("Högst", "At most"),
            MADE_UP,
        ),
        tuple(rows),
    )


def _month(pot: PotPerformance, line: RequirementLine, cell: Marked, who: Recipient) -> tuple[Cell, ...]:
    return (
        *name_cells(pot),
        line.name,
        line.outcome,
        who.kind.name.lower(),
        who.code,
        who.name,
        cell.period,
        cell.mark.name.lower(),
        cell.value,
        cell.compared,
        line.unit,
        cell.earned,
        cell.ceiling,
        made_up_cell(pot),
    )


def name_cells(pot: PotPerformance) -> tuple[str, str]:
    """Return the cells that name the pot: its agreement and itself."""
    return pot.allocation.agreement.id, pot.pot.id


def made_up_cell(pot: PotPerformance) -> Text | None:
    """Return the cell that says that some outcome of the pot is made up."""
    return MADE_UP if pot.synthetic else None


def _is(who: Recipient, other: Recipient) -> bool:
    return (who.kind, who.code) == (other.kind, other.code)
