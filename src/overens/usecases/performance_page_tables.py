"""Pots that are earned -> the tables of their pages: pot by pot, requirement by requirement, month by month, and what was missed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from overens.export.csv_table import Cell, Table
from overens.scenario.counterfactual import Counterfactual, MissedPeriod, RequirementResult
from overens.scenario.plausible import Range
from overens.scenario.progress import Marked, PeriodMark
from overens.usecases.performance import PotPerformance
from overens.usecases.performance_tables import made_up_cell, name_cells
from overens.usecases.requirement_lines import RequirementLine
from overens.usecases.tables import AGREEMENT, POT
from overens.usecases.to_earn import MADE_UP
from overens.usecases.wording.performance import mark_words
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Text

_YEAR = Text("År", "Year")
_NAME = Text("Namn", "Name")
_STATE = Text("Läge", "State")
_REQUIREMENT = Text("Krav", "Requirement")
_PERIOD = Text("Period", "Period")
_EARNED = Text("Intjänat", "Earned")


def pots_table(pots: Iterable[PotPerformance]) -> Table:
    """One row for each pot: its kronor so far, a range where values are missing, and how many are."""
    return Table(
        Text("Potter som tjänas in", "Pots that are earned"),
        (
            "agreement",
            "pot",
            "year",
            "name",
            "amount_kr",
            "state",
            "earned_kr",
            "missed_kr",
            "bonus_kr",
            "awarded_kr",
            "lapsed_kr",
            "undistributed_kr",
            "range_low_kr",
            "range_high_kr",
            "missing",
            "made_up",
        ),
        (
            AGREEMENT,
            POT,
            _YEAR,
            _NAME,
            Text("Belopp", "Amount"),
            _STATE,
            _EARNED,
            Text("Missat", "Missed"),
            Text("Bonuspott", "Bonus pot"),
            Text("Tilldelat", "Awarded"),
            Text("Förfallet", "Lapsed"),
            Text("Ofördelat", "Undistributed"),
            Text("Spann, lägst", "Range, least"),
            Text("Spann, högst", "Range, most"),
            Text("Saknade värden", "Missing values"),
            MADE_UP,
        ),
        tuple(_pot_row(pot) for pot in pots),
    )


def _pot_row(pot: PotPerformance) -> tuple[Cell, ...]:
    one, spread = pot.pot, pot.range
    ends = spread.awarded if isinstance(spread, Range) else (None, None)
    return (
        *name_cells(pot),
        pot.allocation.agreement.years[0],
        one.pot.name,
        one.amount.kr if one.amount else None,
        state_of(pot),
        pot.earned_kr,
        pot.missed_kr,
        pot.bonus_kr,
        one.awarded_kr if pot.is_computed else None,
        pot.lapsed_kr,
        one.undistributed_kr if pot.is_computed else None,
        *ends,
        len(one.missing),
        made_up_cell(pot),
    )


def state_of(pot: PotPerformance) -> str:
    """Return how far the pot has come, as programs are told."""
    return "so_far" if pot.is_so_far else pot.pot.state.name.lower()


def requirements_table(pot: PotPerformance, who: Recipient | None) -> Table:
    """One row for each requirement: its target and share, how many months went which way, and the kronor it gave."""
    return Table(
        Text("Kraven", "The requirements"),
        (
            *("agreement", "pot", "requirement", "outcome", "target", "share"),
            *(mark.name.lower() for mark in PeriodMark),
            *("earned", "ceiling", "made_up"),
        ),
        (
            AGREEMENT,
            POT,
            _REQUIREMENT,
            Text("Utfall", "Outcome"),
            Text("Målet", "Target"),
            Text("Andel", "Share"),
            *(mark_words(mark) for mark in PeriodMark),
            _EARNED,
            Text("Högst", "At most"),
            MADE_UP,
        ),
        tuple(_requirement(pot, one, cells_of(pot, one, who)) for one in pot.requirements),
    )


def cells_of(pot: PotPerformance, one: RequirementLine, who: Recipient | None) -> tuple[Marked, ...]:
    """Return what became of a requirement, of a recipient or of all, in the order of the periods."""
    cells = pot.progress.cells if pot.progress else ()
    return tuple(c for c in cells if c.requirement == one.number and (who is None or c.code == who.code))


def triggered(pot: PotPerformance, cells: Sequence[Marked]) -> Fraction | None:
    """Return the kronor that a requirement gave in the periods that count, before rounding; None where they are not known."""
    counted = pot.progress.counted if pot.progress else ()
    known = [c.earned for c in cells if c.period in counted]
    return sum((kr for kr in known if kr is not None), Fraction(0)) if known and None not in known else None


def _requirement(pot: PotPerformance, one: RequirementLine, cells: Sequence[Marked]) -> tuple[Cell, ...]:
    ceilings = [c.ceiling for c in cells]
    whole = None if pot.progress is None or pot.progress.volumes or None in ceilings else ceilings
    return (
        *name_cells(pot),
        one.name,
        one.outcome,
        one.target,
        one.share,
        *(sum(1 for c in cells if c.mark is mark) for mark in PeriodMark),
        triggered(pot, cells),
        sum((c for c in whole if c is not None), Fraction(0)) if whole else None,
        made_up_cell(pot),
    )


def met_table(pot: PotPerformance) -> Table:
    """One row for each requirement and period: how many met it, missed it, or have no outcome."""
    periods = pot.progress.periods if pot.progress else ()
    return Table(
        Text("Hur många som uppfyllt", "How many met"),
        ("agreement", "pot", "requirement", "period", *(mark.name.lower() for mark in PeriodMark), "made_up"),
        (AGREEMENT, POT, _REQUIREMENT, _PERIOD, *(mark_words(mark) for mark in PeriodMark), MADE_UP),
        tuple(_met(pot, one, period) for one in pot.requirements for period in periods),
    )


def _met(pot: PotPerformance, one: RequirementLine, period: str) -> tuple[Cell, ...]:
    cells = [cell for cell in cells_of(pot, one, None) if cell.period == period]
    counts = (sum(1 for c in cells if c.mark is mark) for mark in PeriodMark)
    return (*name_cells(pot), one.name, period, *counts, made_up_cell(pot))


# --- what was missed ----------------------------------------------------------------

Way = tuple[RequirementResult, MissedPeriod]


def ways_of(found: Counterfactual) -> list[Way]:
    """Return every missed period, those with the most kronor for the least distance first."""
    ways = [(one, missed) for one in found.requirements for missed in one.missed]
    return sorted(ways, key=lambda way: _rank(way[1]))


def _rank(missed: MissedPeriod) -> tuple[int, Fraction]:
    if missed.route is None:
        return 2, Fraction(0)
    each = missed.route.per_unit
    return (0, Fraction(0)) if each is None else (1, -each)


def missed_table(pot: PotPerformance) -> Table:
    """One row for each missed period: how far it was to the nearest way, and the kronor that was worth."""
    return Table(
        Text("Vad som missades", "What was missed"),
        (
            *("agreement", "pot", "requirement", "period", "value", "unit"),
            *("gap", "worth", "per_unit", "made_up"),
        ),
        (
            AGREEMENT,
            POT,
            _REQUIREMENT,
            _PERIOD,
            Text("Utfall", "Outcome"),
            Text("Enhet", "Unit"),
            Text("Det fattades", "Short by"),
            Text("Värt", "Worth"),
            Text("Per enhet", "Per unit"),
            MADE_UP,
        ),
        tuple(_missed(pot)),
    )


def _missed(pot: PotPerformance) -> Iterator[tuple[Cell, ...]]:
    for one, missed in ways_of(pot.counterfactual) if pot.counterfactual else ():
        route = missed.route
        yield (
            *name_cells(pot),
            one.name,
            missed.cell.period,
            missed.cell.value,
            one.unit,
            route.gap if route else None,
            route.worth if route else missed.worth,
            route.per_unit if route else None,
            made_up_cell(pot),
        )
