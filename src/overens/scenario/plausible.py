"""A pot whose thresholds no source gives + the outcomes -> the least and the most of each over the plausible thresholds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

from overens.allocation.model import PotAllocation, State
from overens.allocation.parameters import Parameter
from overens.allocation.pots import allocate_pot
from overens.figures.model import Snapshot
from overens.scenario.progress import with_levels
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
    for values in combinations:
        tried = allocate_pot(pot.path, with_levels(pot.pot, dict(zip(grid, values, strict=True))), figures)
        if tried.state is not State.COMPUTED:
            return tried.reason or Text("potten kan inte beräknas", "the pot cannot be computed")
        kr = {r.code: 0 for r in tried.recipients} | {a.recipient.code: a.amount.kr for a in tried.awards}
        low = {code: min(one, low.get(code, one)) for code, one in kr.items()}
        high = {code: max(one, high.get(code, one)) for code, one in kr.items()}
        sums.append(tried.awarded_kr)
    return Range(grid, low, high, (min(sums), max(sums)), len(sums), together)


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
