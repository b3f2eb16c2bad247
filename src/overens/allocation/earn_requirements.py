"""Requirements and ladders + outcomes -> the part of its ceiling that each recipient earned in each period."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from overens.agreement.performance import Ladder, Measured, Requirement, Step
from overens.allocation.earnings import Cell, Earnings, How
from overens.allocation.model import NotComputed
from overens.allocation.outcomes import Period, compared_in, outcomes_in, periods_of
from overens.figures.model import Series, Snapshot
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Text, percent

Recipients = Sequence[Recipient]
Exact = Mapping[str, Fraction]


@dataclass(frozen=True)
class Demand:
    """One requirement of which every value is known, whichever way the file writes it."""

    name: str
    outcome: str
    better_than: str | None
    at_least: Fraction | None
    at_most: Fraction | None
    share: Fraction
    steps: tuple[Step, ...] = ()

    @property
    def level(self) -> Fraction | None:
        """The level that is enough by itself."""
        return self.at_least if self.at_least is not None else self.at_most


@dataclass(frozen=True)
class HeldAgainst:
    """The outcomes of one period held against what they are compared with."""

    period: Period
    values: Exact
    compared: Exact | None
    series: tuple[Series, ...]
    lower_is_better: bool


def demand_of(one: Requirement) -> Demand:
    """Return the requirement with its values."""
    assert one.outcome is not None
    assert isinstance(one.share, Fraction)
    at_least, at_most = (level if isinstance(level, Fraction) else None for level in (one.or_at_least, one.or_at_most))
    return Demand(one.indicator, one.outcome, one.better_than, at_least, at_most, one.share, one.steps)


def ladder_demand(ladder: Ladder) -> Demand:
    """Return the ladder as the one requirement of its pot."""
    assert ladder.outcome is not None
    return Demand(ladder.indicator, ladder.outcome, ladder.better_than, None, None, Fraction(1), ladder.steps)


def earn_by_demands(
    demands: tuple[Demand, ...], measured: Measured | None, own: Exact, recipients: Recipients, figures: Snapshot
) -> Earnings:
    """Return what each earned: own · share / periods for each requirement and period that it met, wholly or by steps."""
    assert measured is not None
    _make_a_whole(demands)
    periods = periods_of(measured)
    held = [[_hold(demand, period, recipients, figures) for period in periods] for demand in demands]
    cells = tuple(
        _cell(n, demand, one, r.code, own[r.code] * demand.share / len(periods))
        for n, demand in enumerate(demands)
        for one in held[n]
        for r in recipients
    )
    earned = dict.fromkeys((r.code for r in recipients), Fraction(0))
    for cell in cells:
        earned[cell.code] += cell.earned
    return Earnings(
        tuple(d.name for d in demands),
        tuple(d.outcome for d in demands),
        tuple(p.words for p in periods),
        cells,
        earned,
        {r.code: own[r.code] for r in recipients},
        tuple(any(one.lower_is_better for one in row) for row in held),
        tuple(d.share for d in demands),
        tuple({s.key: s for row in held for one in row for s in one.series}.values()),
    )


def _make_a_whole(demands: tuple[Demand, ...]) -> None:
    """Refuse requirements that together are more or less than the pot: nobody can say who would pay, or get, the rest."""
    whole = sum((demand.share for demand in demands), Fraction(0))
    if whole != 1:
        raise NotComputed(
            Text(
                "kravens andelar av potten är tillsammans {whole}, inte 100 %",
                "the requirements' shares of the pot are {whole} together, not 100 %",
                {"whole": percent(whole)},
            ),
            impossible=True,
        )


def _hold(demand: Demand, period: Period, recipients: Recipients, figures: Snapshot) -> HeldAgainst:
    found = outcomes_in(demand.outcome, period, recipients, figures)
    if demand.better_than is None:
        return HeldAgainst(period, found.values, None, found.series, found.lower_is_better)
    compared, series = compared_in(demand.outcome, demand.better_than, period, recipients, figures)
    return HeldAgainst(period, found.values, compared, (*found.series, *series), found.lower_is_better)


def _cell(n: int, demand: Demand, held: HeldAgainst, code: str, ceiling: Fraction) -> Cell:
    value, compared = held.values[code], held.compared[code] if held.compared is not None else None
    how, part = degree(demand, value, compared, lower_is_better=held.lower_is_better)
    return Cell(n, held.period.words, code, value, compared, demand.level, how, ceiling, ceiling * part)


def degree(
    demand: Demand, value: Fraction, compared: Fraction | None, *, lower_is_better: bool
) -> tuple[How, Fraction]:
    """Return how the requirement was met, and the part of the ceiling that gives; the same as before is not better.

    >>> one = Demand("x", "x", "samma månad 2022", Fraction(70), None, Fraction(1))
    >>> degree(one, Fraction(60), Fraction(60), lower_is_better=False)
    (<How.MISSED: 'missat'>, Fraction(0, 1))
    """
    if demand.at_least is not None and value >= demand.at_least:
        return How.LEVEL, Fraction(1)
    if demand.at_most is not None and value <= demand.at_most:
        return How.LEVEL, Fraction(1)
    if compared is None:
        return How.MISSED, Fraction(0)
    gain = compared - value if lower_is_better else value - compared
    if demand.steps:
        part = _of_steps(demand.steps, gain)
        return (How.STEP if part else How.MISSED), part
    return (How.BETTER, Fraction(1)) if gain > 0 else (How.MISSED, Fraction(0))


def _of_steps(steps: tuple[Step, ...], gain: Fraction) -> Fraction:
    """Return the share of the highest step that the gain reaches."""
    reached = [
        (step.start, step.share)
        for step in steps
        if isinstance(step.start, Fraction) and isinstance(step.share, Fraction) and gain >= step.start
    ]
    return max(reached)[1] if reached else Fraction(0)
