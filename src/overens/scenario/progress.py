"""A pot earned by outcomes -> each requirement month by month as far as there are outcomes, and the kronor so far."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

from overens.agreement.comparison import Every
from overens.agreement.performance import Ladder, Measured, Requirements, StepTable, UnitPrices
from overens.allocation.earn import earn
from overens.allocation.earn_requirements import earn_by_demands
from overens.allocation.earnings import Cell, Earnings, How
from overens.allocation.model import NotComputed, PotAllocation
from overens.allocation.outcomes import Period, outcomes_in, periods_of
from overens.figures.model import Series, Snapshot
from overens.scenario.earnable import able_of, own_of
from overens.scenario.open_requirements import OpenRequirement, open_requirements
from overens.vocabulary.periods import When, parse_when
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Text

Recipients = Sequence[Recipient]


class PeriodMark(StrEnum):
    """What became of a requirement in a period (periodens läge)."""

    MET = "uppfyllt"
    PARTLY = "delvis"
    MISSED = "missat"
    OPEN = "går inte att avgöra"
    NO_DATA = "utfall saknas"


@dataclass(frozen=True)
class Marked:
    """One requirement, recipient and period, as far as it is known.

    Attributes:
        value: The outcome, in its own unit; None where there is none.
        compared: What it is compared with; None where nothing is, or it is missing.
        earned, ceiling: Kronor before rounding; None where they are not known.
        why: What is missing; None where nothing is.
    """

    requirement: int
    period: str
    code: str
    mark: PeriodMark
    value: Fraction | None = None
    compared: Fraction | None = None
    earned: Fraction | None = None
    ceiling: Fraction | None = None
    why: Text | None = None


@dataclass(frozen=True)
class Progress:
    """How far a pot's performance has come (läget), recipient by recipient.

    Attributes:
        periods: All periods that the rule measures.
        counted: Those of them for which all recipients have outcomes of all requirements; kronor are of these.
        earned: Code -> kronor earned in the periods counted, before rounding; empty where kronor are not known.
        ceilings: Code -> the most that can be earned in all periods, before rounding; empty where that is not known.
        series: The outcomes that were read.
        volumes: Whether the outcomes are numbers of acts, which count together: nothing is missed until the last period.
    """

    periods: tuple[str, ...]
    counted: tuple[str, ...]
    cells: tuple[Marked, ...]
    earned: Mapping[str, Fraction]
    ceilings: Mapping[str, Fraction]
    series: tuple[Series, ...] = ()
    volumes: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether every period is counted."""
        return self.counted == self.periods

    def of(self, code: str, requirement: int | None = None) -> tuple[Marked, ...]:
        """Return the recipient's cells, of one requirement if given, in the order of requirements and periods."""
        return tuple(c for c in self.cells if c.code == code and requirement in (None, c.requirement))

    def missed(self) -> Mapping[str, Fraction]:
        """Return what each could have earned in the periods counted and did not: code -> kronor before rounding."""
        found: dict[str, Fraction] = {}
        if self.volumes:
            return found
        for cell in self.cells:
            if cell.period in self.counted and cell.ceiling is not None and cell.earned is not None:
                found[cell.code] = found.get(cell.code, Fraction(0)) + cell.ceiling - cell.earned
        return found


def progress_of(pot: PotAllocation, figures: Snapshot) -> Progress | None:
    """Return how far the pot's performance has come; None where it is not measured by outcomes in periods.

    Args:
        pot: Computed or not; what its rule does not say is left open, never assumed.
        figures: Those that the pot is computed from, as known on its day.
    """
    if pot.base is not None and pot.base.earnings is not None and pot.base.earnings.cells:
        return _of_computed(pot.base.earnings)
    performance = pot.pot.performance
    if not able_of(pot, figures) or not isinstance(performance, Requirements | Ladder | UnitPrices | StepTable):
        return None
    if performance.measured is None:
        return None
    if isinstance(performance, UnitPrices | StepTable):
        return _of_volumes(pot, performance, performance.measured, figures) if not pot.missing else None
    return _of_demands(pot, tuple(open_requirements(performance)), performance.measured, figures)


def _of_computed(earnings: Earnings) -> Progress:
    cells = tuple(_marked(cell, earnings) for cell in earnings.cells)
    return Progress(
        earnings.periods,
        earnings.periods,
        cells,
        earnings.earned,
        earnings.ceilings,
        earnings.series,
        earnings.volumes,
    )


def _marked(cell: Cell, earnings: Earnings) -> Marked:
    if earnings.volumes:
        mark = PeriodMark.MET if cell.earned else PeriodMark.MISSED
    else:
        mark = PeriodMark.MISSED if cell.how is How.MISSED else PeriodMark.PARTLY if cell.missed else PeriodMark.MET
    return Marked(cell.requirement, cell.period, cell.code, mark, cell.value, cell.compared, cell.earned, cell.ceiling)


# --- requirements, of which some value may be unknown -------------------------------


def _of_demands(
    pot: PotAllocation, demands: Sequence[OpenRequirement], measured: Measured, figures: Snapshot
) -> Progress:
    periods = periods_of(measured)
    able = able_of(pot, figures)
    own = own_of(pot, figures)
    cells: list[Marked] = []
    series: dict[object, Series] = {}
    for n, one in enumerate(demands):
        priced = one.priced and bool(own)
        share = {r.code: own.get(r.code, Fraction(0)) * one.demand.share / len(periods) for r in able}
        for period in periods:
            found, read = _cells(n, one, period, share, able, figures)
            cells += found if priced else [replace(c, earned=None, ceiling=None) for c in found]
            series |= {s.key: s for s in read}
    full = {
        p.words
        for p in periods
        if not any(c.period == p.words and c.mark in (PeriodMark.NO_DATA, PeriodMark.OPEN) for c in cells)
    }
    counted = tuple(p.words for p in periods if p.words in full)
    return Progress(
        tuple(p.words for p in periods),
        counted,
        tuple(cells),
        _sums(cells, counted) if own and all(one.priced for one in demands) else {},
        {r.code: own[r.code] for r in able} if own else {},
        tuple(series.values()),
    )


def _sums(cells: Sequence[Marked], counted: Sequence[str]) -> Mapping[str, Fraction]:
    earned: dict[str, Fraction] = {}
    for cell in cells:
        if cell.earned is not None:
            kr = cell.earned if cell.period in counted else Fraction(0)
            earned[cell.code] = earned.get(cell.code, Fraction(0)) + kr
    return earned


def _cells(
    n: int, one: OpenRequirement, period: Period, own: Mapping[str, Fraction], able: Recipients, figures: Snapshot
) -> tuple[list[Marked], tuple[Series, ...]]:
    """Return the requirement in one period: of all at once or, where someone's outcome is missing, one by one.

    Args:
        own: The most that each can earn of the requirement in the period.
    """
    if not figures.named(one.demand.outcome, able[0].kind):
        return [Marked(n, period.words, who.code, PeriodMark.NO_DATA) for who in able], ()
    try:
        earnings = earn_by_demands((replace(one.demand, share=Fraction(1)),), _only(period), own, able, figures)
    except NotComputed as stop:
        if len(able) == 1:
            return [_without(n, one, period, able[0], figures, stop.reason)], ()
        each = [_cells(n, one, period, own, [who], figures) for who in able]
        return [c for found, _ in each for c in found], tuple(s for _, read in each for s in read)
    return [_decided(replace(_marked(c, earnings), requirement=n), one) for c in earnings.cells], earnings.series


def _only(period: Period) -> Measured:
    """Return the measurement of one period alone, as a whole."""
    start, end = (_when(period.parts[at]) for at in (0, -1))
    return Measured.model_construct(start=start, end=end)


def _when(words: str) -> When:
    read = parse_when(words)
    assert isinstance(read, When), words
    return read


def _decided(cell: Marked, one: OpenRequirement) -> Marked:
    """Leave open what is missed by what is known, where something of the requirement is not known."""
    if one.decided or cell.mark is PeriodMark.MET:
        return cell
    return replace(cell, mark=PeriodMark.OPEN, earned=None)


def _without(n: int, one: OpenRequirement, period: Period, who: Recipient, figures: Snapshot, why: Text) -> Marked:
    """Return the cell without its comparison, or without any outcome."""
    try:
        value = outcomes_in(one.demand.outcome, period, [who], figures).values[who.code]
    except NotComputed as stop:
        return Marked(n, period.words, who.code, PeriodMark.NO_DATA, why=stop.reason)
    level, lowest = one.demand.at_least, one.demand.at_most
    by_level = (level is not None and value >= level) or (lowest is not None and value <= lowest)
    return Marked(n, period.words, who.code, PeriodMark.MET if by_level else PeriodMark.OPEN, value, why=why)


# --- volumes ------------------------------------------------------------------------


def _of_volumes(
    pot: PotAllocation, performance: UnitPrices | StepTable, measured: Measured, figures: Snapshot
) -> Progress:
    """Return the longest run of periods, from the first, for which all have outcomes."""
    periods = periods_of(
        measured.model_copy(update={"every": Every.MONTH.value}) if measured.every is None else measured
    )
    own, able = own_of(pot, figures), able_of(pot, figures)
    whole = sum(own.values(), Fraction(0)) or Fraction(pot.amount.kr if pot.amount else 0)
    words = tuple(p.words for p in periods)
    for n in range(len(periods), 0, -1):
        run = measured.model_copy(update={"end": _when(periods[n - 1].parts[-1])})
        try:
            earnings = earn(performance.model_copy(update={"measured": run}), own, whole, able, figures)
        except NotComputed:
            continue
        return replace(_of_computed(earnings), periods=words, counted=words[:n])
    return Progress(words, (), (), {}, own, volumes=True)
