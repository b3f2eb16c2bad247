"""A pot whose thresholds no source gives + the outcomes -> the least and the most of each over the plausible thresholds."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import product

from overens.agreement.model import Pot
from overens.agreement.performance import Requirement, Requirements
from overens.allocation.earn_requirements import demand_of, earn_by_demands
from overens.allocation.earnings import Earnings
from overens.allocation.model import NotComputed, PotAllocation, State
from overens.allocation.parameters import Parameter
from overens.allocation.perform import settle_earnings
from overens.allocation.pots import allocate_pot
from overens.figures.model import Snapshot
from overens.scenario.earnable import able_of, by_key
from overens.vocabulary.wording import Text

MOST_POINTS = 64
"""How many combinations of thresholds are computed; each is the whole pot divided exactly."""
_MOST_EACH = 21


@dataclass(frozen=True)
class Range:
    """What each may get over the plausible thresholds (spann): never an amount to count on.

    Attributes:
        grid: Path of each threshold -> the values tried, lowest first.
        together: Whether all thresholds were moved at once, for there are too many for every combination to be tried.
        low, high: Code -> the least and the most, in kronor.
        awarded: The least and the most that all get together.
        points: How many combinations were computed.
    """

    grid: Mapping[str, tuple[Fraction, ...]]
    low: Mapping[str, int]
    high: Mapping[str, int]
    awarded: tuple[int, int]
    points: int
    together: bool = False


def range_of(pot: PotAllocation, figures: Snapshot) -> Range | Text:
    """Return the range over the plausible thresholds, or why there is none.

    Args:
        figures: Those that the pot is computed from, as known on its day.
    """
    if not pot.missing:
        return Text("inget värde i regeln saknas", "no value of the rule is missing")
    without = next((one for one in pot.missing if one.low is None or one.high is None), None)
    if without is not None:
        return Text(
            "{what}: inget rimligt spann är angivet", "{what}: no plausible range is given", {"what": without.what}
        )
    together = 2 ** len(pot.missing) > MOST_POINTS
    grid = {one.path: grid_of(one, 1 if together else len(pot.missing)) for one in pot.missing}
    combinations = zip(*grid.values(), strict=True) if together else product(*grid.values())
    low: dict[str, int] = {}
    high: dict[str, int] = {}
    sums = []
    awards = _awarded_by(pot, figures)
    for values in combinations:
        try:
            kr = awards(dict(zip(grid, values, strict=True)))
        except NotComputed as stop:
            return stop.reason
        low = {code: min(one, low.get(code, one)) for code, one in kr.items()}
        high = {code: max(one, high.get(code, one)) for code, one in kr.items()}
        sums.append(sum(kr.values()))
    return Range(grid, low, high, (min(sums), max(sums)), len(sums), together)


_Levels = Mapping[str, Fraction]
"""Path of each threshold -> its level; or code -> kronor."""


def _awarded_by(pot: PotAllocation, figures: Snapshot) -> Callable[[_Levels], Mapping[str, int]]:
    """Return what divides the pot by levels, in kronor: each requirement is held against each of its levels only once."""
    performance, part, able = pot.pot.performance, by_key(pot, figures), able_of(pot, figures)
    if not isinstance(performance, Requirements) or not part or any(one.conditions for one in pot.pot.instalments):
        return lambda levels: _whole_pot(pot, levels, figures)
    kept: dict[tuple[int, object, object], Earnings] = {}

    def held(n: int, one: Requirement) -> Earnings:
        key = (n, one.or_at_least, one.or_at_most)
        if key not in kept:
            demand = demand_of(one)
            own = {code: kr * demand.share for code, kr in part.own.items()}
            alone = replace(demand, share=Fraction(1))
            kept[key] = earn_by_demands((alone,), performance.measured, own, able, figures)
        return kept[key]

    def awards(levels: _Levels) -> Mapping[str, int]:
        changed = with_levels(pot.pot, levels)
        assert isinstance(changed.performance, Requirements)
        requirements = changed.performance.requirements
        earnings = _together([held(n, one) for n, one in enumerate(requirements)], requirements, part.own)
        settled = settle_earnings(changed, changed.performance, part, earnings, able, figures)
        return {**{r.code: 0 for r in pot.recipients}, **settled.awarded}

    return awards


def _together(parts: Sequence[Earnings], requirements: Sequence[Requirement], own: _Levels) -> Earnings:
    """Return the requirements as the rule has them together."""
    codes = parts[0].earned
    return replace(
        parts[0],
        names=tuple(name for one in parts for name in one.names),
        outcomes=tuple(name for one in parts for name in one.outcomes),
        cells=tuple(replace(cell, requirement=n) for n, one in enumerate(parts) for cell in one.cells),
        earned={code: sum((one.earned[code] for one in parts), Fraction(0)) for code in codes},
        shares=tuple(one.share if isinstance(one.share, Fraction) else None for one in requirements),
        ceilings={code: own[code] for code in codes},
        lower_is_better=tuple(lower for one in parts for lower in one.lower_is_better),
    )


def _whole_pot(pot: PotAllocation, levels: _Levels, figures: Snapshot) -> Mapping[str, int]:
    tried = allocate_pot(pot.path, with_levels(pot.pot, levels), figures)
    if tried.state is not State.COMPUTED:
        raise NotComputed(tried.reason or Text("potten kan inte beräknas", "the pot cannot be computed"))
    return {r.code: 0 for r in tried.recipients} | {a.recipient.code: a.amount.kr for a in tried.awards}


def grid_of(parameter: Parameter, among: int) -> tuple[Fraction, ...]:
    """Return the values tried of one threshold: both ends and, evenly between them, as many as the combinations allow.

    >>> [str(one) for one in grid_of(Parameter("x", Text("x", "x"), Fraction(60), Fraction(80)), 3)]
    ['60', '200/3', '220/3', '80']
    """
    assert parameter.low is not None
    assert parameter.high is not None
    each = next((n for n in range(_MOST_EACH, 2, -1) if n**among <= MOST_POINTS), 2)
    step = (parameter.high - parameter.low) / (each - 1)
    return tuple(parameter.low + step * n for n in range(each))


def with_levels(pot: Pot, levels: Mapping[str, Fraction]) -> Pot:
    """Return the pot with levels for requirements that no source gives, by their paths: 'prestation/krav/1/eller minst'."""
    performance = pot.performance
    assert isinstance(performance, Requirements)
    requirements = list(performance.requirements)
    names = {"eller minst": "or_at_least", "eller högst": "or_at_most"}
    for path, level in levels.items():
        _, _, number, key = path.split("/")
        n = int(number) - 1
        requirements[n] = requirements[n].model_copy(update={names[key]: level})
    changed = performance.model_copy(update={"requirements": tuple(requirements)})
    return pot.model_copy(update={"performance": changed})
