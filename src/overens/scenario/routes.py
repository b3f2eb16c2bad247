"""A requirement that was not wholly met in a period -> the nearest outcome that would have given more, and how far it was."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from overens.agreement.model import Pot
from overens.agreement.performance import Ladder, Requirements, Step, StepTable, UnitPrices, VolumeShare
from overens.allocation.earn_requirements import Demand, degree, demand_of, ladder_demand
from overens.allocation.earnings import Cell, Earnings, How
from overens.allocation.outcomes import SHARE
from overens.vocabulary.money import Amount

_WHOLE = Fraction(100)
_LITTLE = Fraction(1, 1000)
"""How far beyond a comparison an outcome is put that is to be better than it, in percentage points."""


@dataclass(frozen=True)
class Route:
    """The nearest way to more of a requirement in one period (väg till kravet).

    Attributes:
        target: The outcome that is enough or, where `strict`, that must be passed.
        gap: How far the outcome was from it, in its unit; 0 where it was the same as a comparison that must be passed.
        value: An outcome that is enough.
        worth: What it would have given beyond what was earned, in kronor before rounding, bonus and the recipient's ceiling.
    """

    how: How
    target: Fraction
    gap: Fraction
    strict: bool
    value: Fraction
    worth: Fraction

    @property
    def per_unit(self) -> Fraction | None:
        """Kronor for each percentage point or act on the way; None where there is no distance to go."""
        return self.worth / self.gap if self.gap else None


def unit_of(earnings: Earnings, requirement: int) -> str:
    """Return the unit of the outcome that measures the requirement; empty where none does."""
    name = earnings.outcomes[requirement]
    return next((one.unit for one in earnings.series if one.key.figure == name), "")


def route_to_more(pot: Pot, earnings: Earnings, cell: Cell) -> Route | None:
    """Return the nearest way to more of the requirement; None where all is earned, or no outcome can give more."""
    n = cell.requirement
    match pot.performance:
        case Requirements():
            routes = _to_demand(demand_of(pot.performance.requirements[n]), earnings, cell)
        case Ladder():
            routes = _to_demand(ladder_demand(pot.performance), earnings, cell)
        case UnitPrices():
            routes = _to_next_act(pot.performance, cell)
        case StepTable():
            routes = _to_next_step(pot.performance.steps, cell)
        case VolumeShare():
            routes = _to_one_more(earnings, cell)
        case _:
            routes = iter(())
    found = [one for one in routes if one.worth > 0]
    return min(found, key=lambda one: (one.gap, one.strict), default=None)


# --- requirements and ladders -------------------------------------------------------


def _to_demand(demand: Demand, earnings: Earnings, cell: Cell) -> Iterator[Route]:
    if not cell.missed:
        return
    share = unit_of(earnings, cell.requirement) == SHARE
    lower = earnings.lower_is_better[cell.requirement]
    for how, target, strict in _targets(demand, cell, lower=lower):
        value = _beyond(target, share=share, lower=lower) if strict else target
        if value is None or value < 0 or (share and value > _WHOLE):
            continue
        whole_act = strict and not share
        gap = abs((value if whole_act else target) - cell.value)
        _, part = degree(demand, value, cell.compared, lower_is_better=lower)
        assert cell.ceiling is not None
        yield Route(
            how, value if whole_act else target, gap, strict and share, value, cell.ceiling * part - cell.earned
        )


def _targets(demand: Demand, cell: Cell, *, lower: bool) -> Iterator[tuple[How, Fraction, bool]]:
    """Yield each outcome that is enough or, where true, that must be passed."""
    if demand.at_least is not None and cell.value < demand.at_least:
        yield How.LEVEL, demand.at_least, False
    if demand.at_most is not None and cell.value > demand.at_most:
        yield How.LEVEL, demand.at_most, False
    if cell.compared is None:
        return
    if not demand.steps:
        yield How.BETTER, cell.compared, True
    gain = cell.compared - cell.value if lower else cell.value - cell.compared
    for step in demand.steps:
        if isinstance(step.start, Fraction) and step.start > gain:
            yield How.STEP, cell.compared - step.start if lower else cell.compared + step.start, False


def _beyond(target: Fraction, *, share: bool, lower: bool) -> Fraction | None:
    """Return an outcome that is better than this one: a little for a share, else the next whole number."""
    if not share:
        return Fraction(ceil(target) - 1 if lower else floor(target) + 1)
    room = target if lower else _WHOLE - target
    if room <= 0:
        return None
    little = min(_LITTLE, room / 2)
    return target - little if lower else target + little


# --- volumes ------------------------------------------------------------------------


def _to_next_act(prices: UnitPrices, cell: Cell) -> Iterator[Route]:
    """Yield the next act that is paid for: the next whole one beyond the baseline."""
    price, base = prices.prices[cell.requirement].price, cell.compared or Fraction(0)
    assert isinstance(price, Amount)
    value = cell.value + 1 if cell.value >= base else Fraction(floor(base) + 1)
    worth = price.kr * (value - max(base, cell.value))
    yield Route(How.ACTS, value, value - cell.value, False, value, worth)


def _to_next_step(steps: tuple[Step, ...], cell: Cell) -> Iterator[Route]:
    base = cell.compared or Fraction(0)
    for step in steps:
        if isinstance(step.start, Fraction) and step.amount and base + step.start > cell.value:
            value = base + step.start
            yield Route(How.STEP, value, value - cell.value, False, value, step.amount.kr - cell.earned)


def _to_one_more(earnings: Earnings, cell: Cell) -> Iterator[Route]:
    """Yield one act more of a volume that shares the whole pot with everybody else's."""
    done = {c: _counted(c) for c in earnings.cells}
    total, mine = sum(done.values(), Fraction(0)), sum((v for c, v in done.items() if c.code == cell.code), Fraction(0))
    base = cell.compared or Fraction(0)
    value = cell.value + 1 if cell.value >= base else Fraction(floor(base) + 1)
    more = value - max(base, cell.value)
    if total:
        worth = earnings.whole * ((mine + more) / (total + more) - mine / total)
        yield Route(How.ACTS, value, value - cell.value, False, value, worth)


def _counted(cell: Cell) -> Fraction:
    return max(Fraction(0), cell.value - (cell.compared or Fraction(0)))
