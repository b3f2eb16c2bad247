"""A pot with requirements + variables -> what each value of an outcome earns, as whole parts of the own share."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from overens.agreement.comparison import read_comparison
from overens.agreement.performance import Ladder, Requirements
from overens.allocation.earn_requirements import Demand, degree, demand_of, ladder_demand
from overens.allocation.earnings import Cell, Earnings
from overens.allocation.model import PotAllocation
from overens.scenario.variables import STEP, Variable


@dataclass(frozen=True)
class Graph:
    """What one outcome earns, step by step: from each value on, so many parts of the own share.

    Attributes:
        variable: Which variable gives the value.
        code: Whose share.
        starts: In thousandths, ascending; below the first, parts[0].
        parts: One more than there are starts.
    """

    variable: int
    code: str
    starts: tuple[int, ...]
    parts: tuple[int, ...]

    def at(self, value: int) -> int:
        """Return the parts that the value earns."""
        return self.parts[bisect_right(self.starts, value)]


@dataclass(frozen=True)
class GradedPot:
    """A pot of which each earns a part of its own share (graderad pott), the parts of a common whole.

    Attributes:
        of: The whole.
        fixed: Code -> parts that the known outcomes earn.
        graphs: What each drawn outcome earns.
    """

    of: int
    fixed: Mapping[str, int]
    graphs: tuple[Graph, ...]

    def parts(self, values: Sequence[int]) -> dict[str, int]:
        """Return the parts that each earns in one draw; values in thousandths, in the order of the variables."""
        parts = dict(self.fixed)
        for graph in self.graphs:
            parts[graph.code] += graph.at(values[graph.variable])
        return parts


def graded(pot: PotAllocation, variables: Sequence[Variable]) -> GradedPot | None:
    """Return the pot's graphs; None where its rule does not grade own shares, or a drawn outcome is compared with another.

    Args:
        pot: Computed, with the variables at any values.
    """
    performance = pot.pot.performance
    earnings = pot.base.earnings if pot.base else None
    if earnings is None or not isinstance(performance, Requirements | Ladder):
        return None
    demands = (
        (ladder_demand(performance),)
        if isinstance(performance, Ladder)
        else tuple(demand_of(one) for one in performance.requirements)
    )
    at = {(v.series.figure, v.series.measured_on, v.code): n for n, v in enumerate(variables)}
    months = {(v.series.figure, v.series.measured_on) for v in variables}
    if any(_is_drawn_otherwise(demand, earnings, months) for demand in demands):
        return None
    fixed: dict[str, Fraction] = dict.fromkeys(earnings.earned, Fraction(0))
    drawn: list[tuple[int, str, tuple[int, ...], tuple[Fraction, ...]]] = []
    for cell in earnings.cells:
        demand = demands[cell.requirement]
        whole = demand.share / len(earnings.periods)
        n = at.get((demand.outcome, cell.period, cell.code))
        if n is None:
            fixed[cell.code] += whole * _degree(demand, cell.value, cell, earnings)
        else:
            starts = _starts(demand, cell)
            below = (starts[0] - 1, *starts)
            parts = tuple(whole * _degree(demand, Fraction(value, STEP), cell, earnings) for value in below)
            drawn.append((n, cell.code, starts, parts))
    of = lcm(*(p.denominator for p in fixed.values()), *(p.denominator for *_, parts in drawn for p in parts))
    graphs = tuple(Graph(n, code, starts, tuple(int(p * of) for p in parts)) for n, code, starts, parts in drawn)
    return GradedPot(of, {code: int(part * of) for code, part in fixed.items()}, graphs)


def _is_drawn_otherwise(demand: Demand, earnings: Earnings, months: set[tuple[str, str]]) -> bool:
    """Tell whether a drawn month stands behind a requirement in another way than as the month that is paid for."""
    drawn = {month for figure, month in months if figure == demand.outcome}
    comparison = read_comparison(demand.better_than) if demand.better_than else None
    earlier = {one for period in earnings.periods for one in (comparison.periods(period) if comparison else ())}
    return bool(drawn & earlier) or not drawn <= set(earnings.periods)


def _degree(demand: Demand, value: Fraction, cell: Cell, earnings: Earnings) -> Fraction:
    return degree(demand, value, cell.compared, lower_is_better=earnings.lower_is_better[cell.requirement])[1]


def _starts(demand: Demand, cell: Cell) -> tuple[int, ...]:
    """Return every value, in thousandths, at which what is earned can change: at a bound, or just above it."""
    bounds = [level for level in (demand.at_least, demand.at_most) if level is not None]
    if cell.compared is not None:
        bounds.append(cell.compared)
        for step in demand.steps:
            if isinstance(step.start, Fraction):
                bounds += [cell.compared + step.start, cell.compared - step.start]
    found = {int(bound * STEP // 1) for bound in bounds}
    return tuple(sorted({*found, *(one + 1 for one in found)})) or (0,)
