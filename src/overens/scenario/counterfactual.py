"""A pot that was earned by outcomes, and one recipient -> what it missed, and what other outcomes would have given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from overens.agreement.performance import StepTable
from overens.allocation.earnings import Cell, Earnings
from overens.allocation.model import Award, NotComputed, PotAllocation, State
from overens.allocation.pots import allocate_pot
from overens.figures.model import Snapshot
from overens.scenario.bonus import bonus_from, bonus_to
from overens.scenario.outcome_change import ReachedOutcome, with_outcomes
from overens.scenario.routes import Route, route_to_more, unit_of
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Text

MOST_TRIED = 6
"""How many improvements are computed exactly: those with the most kronor per unit by the rule alone, and what ties with them."""


@dataclass(frozen=True)
class MissedPeriod:
    """A period in which more of a requirement could have been earned, and the nearest way to it.

    Attributes:
        cell: The outcome, what it was held against and what it gave.
        route: None where no outcome could have given more.
    """

    cell: Cell
    route: Route | None

    @property
    def worth(self) -> Fraction | None:
        """All that the period could have given and did not, in kronor before rounding; None where it has no ceiling."""
        return self.cell.missed if self.cell.ceiling is not None else None


@dataclass(frozen=True)
class RequirementResult:
    """One requirement, or kind of act, for one recipient over all periods; kronor before rounding and bonus.

    Attributes:
        number: Its place in the rule, from 0.
        met: Periods in which all of it was earned; for acts, in which any was.
        missed: Periods in which more could have been earned.
        earned: Before the recipient's own ceiling.
        ceiling: The most it can give; None for a price without one.
    """

    number: int
    name: str
    outcome: str
    unit: str
    lower_is_better: bool
    met: tuple[str, ...]
    missed: tuple[MissedPeriod, ...]
    earned: Fraction
    ceiling: Fraction | None

    @property
    def missed_kr(self) -> Fraction | None:
        """What could have been earned and was not."""
        return None if self.ceiling is None else max(Fraction(0), self.ceiling - self.earned)


@dataclass(frozen=True)
class HadReached:
    """The pot divided anew with other outcomes of one recipient (om ni hade nått).

    Attributes:
        effects: Kronor more (above zero) or less for each recipient whose award is another.
        lapsed_kr, undistributed_kr: How much more lapses, or reaches nobody.
        pot_kr: How much larger the pot is: an open-ended one grows with what is earned.
    """

    who: Recipient
    reached: tuple[ReachedOutcome, ...]
    before: PotAllocation
    after: PotAllocation
    effects: Mapping[str, int]
    lapsed_kr: int
    undistributed_kr: int
    pot_kr: int

    def __post_init__(self) -> None:
        whole = sum(self.effects.values()) + self.lapsed_kr + self.undistributed_kr
        assert whole == self.pot_kr, f"{self.before.id}: {whole} != {self.pot_kr}"

    @property
    def mine_kr(self) -> int:
        """Kronor more for the recipient itself."""
        return self.effects.get(self.who.code, 0)

    @property
    def others_kr(self) -> int:
        """Kronor more (mostly less) for all others together."""
        return sum(self.effects.values()) - self.mine_kr


@dataclass(frozen=True)
class Improvement:
    """One missed period, reached by its nearest way and no further, with what that gives exactly."""

    requirement: RequirementResult
    missed: MissedPeriod
    route: Route
    anew: HadReached

    @property
    def kr(self) -> int:
        """What it gives the recipient, in kronor, with what it gets of the bonus pot."""
        return self.anew.mine_kr

    @property
    def per_unit(self) -> Fraction | None:
        """Kronor for each percentage point or act; None where there is no distance to go."""
        return self.kr / self.route.gap if self.route.gap else None


@dataclass(frozen=True)
class Counterfactual:
    """What one recipient earned and missed of one pot, and what could have been (kontrafaktiskt).

    Attributes:
        award: What it gets; None where it gets nothing at all.
        requirements: Empty where what was earned is given as a table, or is not measured by outcomes.
        bonus_because_of: Whose misses gave it its bonus, its own among them: code -> kronor, which sum to the bonus
            where those who missed have ceilings.
        gave_others: What its own misses gave each of the others.
        cheapest: The improvement with the most kronor per unit of its distance; several where they tie.
    """

    who: Recipient
    pot: PotAllocation
    award: Award | None
    requirements: tuple[RequirementResult, ...]
    bonus_because_of: Mapping[str, int]
    gave_others: Mapping[str, int]
    cheapest: tuple[Improvement, ...]

    @property
    def earned_kr(self) -> int:
        """What it earned itself."""
        return self.award.earned_kr if self.award else 0

    @property
    def missed_kr(self) -> int | None:
        """What it could have earned and did not; None where it has no ceiling."""
        return None if self.ceiling_kr is None else max(0, self.ceiling_kr - self.earned_kr)

    @property
    def ceiling_kr(self) -> int | None:
        """The most it could have earned."""
        return self.award.ceiling_kr if self.award else None

    @property
    def bonus_kr(self) -> int:
        """What it got of what others, and itself, did not earn."""
        return self.award.bonus_kr if self.award else 0

    @property
    def given_kr(self) -> int:
        """What its own misses gave others."""
        return sum(self.gave_others.values())


def counterfactual(pot: PotAllocation, who: Recipient, figures: Snapshot) -> Counterfactual:
    """Return what the recipient earned and missed, and what other outcomes would have given.

    Args:
        pot: A computed pot that the recipient takes part in.
        figures: Those that the pot was computed from.
    """
    assert pot.state is State.COMPUTED, pot.id
    earnings = pot.base.earnings if pot.base else None
    results = _results(pot, earnings, who) if earnings else ()
    return Counterfactual(
        who,
        pot,
        pot.award_to(who),
        results,
        bonus_to(pot, who.code),
        bonus_from(pot, who.code),
        _cheapest(pot, who, results, figures),
    )


def _results(pot: PotAllocation, earnings: Earnings, who: Recipient) -> tuple[RequirementResult, ...]:
    return tuple(_result(pot, earnings, who, n) for n in range(len(earnings.names)))


def _result(pot: PotAllocation, earnings: Earnings, who: Recipient, n: int) -> RequirementResult:
    cells = earnings.of(who.code, n)
    return RequirementResult(
        n,
        earnings.names[n],
        earnings.outcomes[n],
        unit_of(earnings, n),
        earnings.lower_is_better[n] if earnings.lower_is_better else False,
        tuple(c.period for c in cells if c.earned and (earnings.volumes or not c.missed)),
        _missed(pot, earnings, cells),
        sum((c.earned for c in cells), Fraction(0)),
        _ceiling(earnings, cells),
    )


def _ceiling(earnings: Earnings, cells: Sequence[Cell]) -> Fraction | None:
    """Return the most the requirement can give; that of a kind of act is for all periods together."""
    ceilings = [c.ceiling for c in cells if c.ceiling is not None]
    if not ceilings or len(ceilings) < len(cells):
        return None
    return ceilings[0] if earnings.volumes else sum(ceilings, Fraction(0))


def _missed(pot: PotAllocation, earnings: Earnings, cells: Sequence[Cell]) -> tuple[MissedPeriod, ...]:
    """Return the periods in which more could have been earned; of acts only the nearest, where all count alike."""
    found = [MissedPeriod(c, _route(pot, earnings, c)) for c in cells]
    if not earnings.volumes:
        return tuple(one for one in found if one.cell.missed)
    if isinstance(pot.pot.performance, StepTable):
        return tuple(one for one in found if one.route is not None)
    ways = [(one.route.gap, n) for n, one in enumerate(found) if one.route is not None]
    return (found[min(ways)[1]],) if ways else ()


def _route(pot: PotAllocation, earnings: Earnings, cell: Cell) -> Route | None:
    """Return the nearest way to more, but for one that has reached its own ceiling."""
    most = earnings.ceilings.get(cell.code)
    if earnings.volumes and most is not None and earnings.earned[cell.code] >= most:
        return None
    return route_to_more(pot.pot, earnings, cell)


# --- other outcomes -----------------------------------------------------------------


def had_reached(
    pot: PotAllocation, who: Recipient, reached: Sequence[ReachedOutcome], figures: Snapshot
) -> HadReached | Text:
    """Divide the pot anew with these outcomes of the recipient; or say why it cannot be divided then.

    Args:
        figures: Those that the pot was computed from.
    """
    try:
        changed = with_outcomes(figures, who, reached)
    except NotComputed as stop:
        return stop.reason
    after = allocate_pot(pot.path, pot.pot, changed)
    if after.state is not State.COMPUTED:
        return after.reason or Text("potten kan inte beräknas", "the pot cannot be computed")
    return _between(pot, after, who, tuple(reached))


def _between(
    before: PotAllocation, after: PotAllocation, who: Recipient, reached: tuple[ReachedOutcome, ...]
) -> HadReached:
    kr = [{award.recipient.code: award.amount.kr for award in pot.awards} for pot in (before, after)]
    moved = {code: kr[1].get(code, 0) - kr[0].get(code, 0) for code in sorted(kr[0] | kr[1])}
    assert before.amount is not None
    assert after.amount is not None
    return HadReached(
        who,
        reached,
        before,
        after,
        {code: one for code, one in moved.items() if one},
        after.lapsed_kr - before.lapsed_kr,
        after.undistributed_kr - before.undistributed_kr,
        after.amount.kr - before.amount.kr,
    )


def _cheapest(
    pot: PotAllocation, who: Recipient, results: Sequence[RequirementResult], figures: Snapshot
) -> tuple[Improvement, ...]:
    """Return the improvement with the most kronor per unit, exactly; all of them where several tie."""
    ways = [(one, missed, missed.route) for one in results for missed in one.missed if missed.route is not None]
    ranked = sorted(ways, key=lambda way: _rank(way[2].per_unit, way[2].worth), reverse=True)
    last = ranked[:MOST_TRIED][-1:]
    tried = [way for way in ranked if last and _rank_of(way[2]) >= _rank_of(last[0][2])][: 2 * MOST_TRIED]
    found = []
    for result, missed, route in tried:
        what = had_reached(pot, who, [ReachedOutcome(result.outcome, missed.cell.period, route.value)], figures)
        if isinstance(what, HadReached) and what.mine_kr > 0:
            found.append(Improvement(result, missed, route, what))
    best = max((_rank(one.per_unit, one.kr) for one in found), default=None)
    return tuple(one for one in found if _rank(one.per_unit, one.kr) == best)


def _rank_of(route: Route) -> tuple[bool, Fraction | int]:
    return _rank(route.per_unit, route.worth)


def _rank(per_unit: Fraction | None, kr: Fraction | int) -> tuple[bool, Fraction | int]:
    """Return a key that puts those with no distance to go first, then by kronor per unit."""
    return (per_unit is None, kr if per_unit is None else per_unit)
