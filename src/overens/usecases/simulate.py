"""Scenarios on the library's agreements -> who gets more and less, which change moved what, and who pays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from overens.allocation.model import Allocation, State
from overens.figures.population import Population
from overens.scenario.attribute import Kronor, Who, awards_of
from overens.scenario.certain import Predictability, predictability
from overens.scenario.effects import PotMove, pot_moves
from overens.scenario.moved import Balance, Qualification, balance, qualifications
from overens.scenario.nothing import moves_nothing, why_nothing
from overens.scenario.read_scenario import WrittenScenario
from overens.scenario.scenario_file import Scenario
from overens.scenario.stack import Made, Stage, ground_stage, lock, stack
from overens.usecases.library import Library
from overens.usecases.population import show_populations
from overens.usecases.scenario_files import ground_for, unknown_agreements
from overens.vocabulary.money import SURE, Precision
from overens.vocabulary.problems import Place, Problem, blocking, in_order
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Text


@dataclass(frozen=True)
class SimulationStep:
    """One change and what it moves, over all pots that are compared.

    Attributes:
        kr: What it gives (above zero) or takes from each recipient, in kronor; those it leaves alone are not there.
        pots_kr: How much more the pots hold after it than before it.
        together: Numbers of the steps before it, from 1, that cannot be told apart from it in some pot.
        nothing: Why it changes nothing; None where it changes something.
        now_computed, no_longer_computed: Pots that it makes possible, or impossible, to compute, as agreement/pot.
    """

    number: int
    made: Made
    kr: Kronor
    pots_kr: int
    together: tuple[int, ...] = ()
    nothing: Text | None = None
    now_computed: tuple[str, ...] = ()
    no_longer_computed: tuple[str, ...] = ()

    @property
    def gained_kr(self) -> int:
        """What those who gain by it get more, in kronor."""
        return sum(kr for kr in self.kr.values() if kr > 0)

    @property
    def lost_kr(self) -> int:
        """What those who lose by it get less, in kronor."""
        return -sum(kr for kr in self.kr.values() if kr < 0)


@dataclass(frozen=True)
class Row:
    """One recipient before and after, over all pots that are compared, in kronor; the effects sum to the difference.

    Attributes:
        effects: What each step gives or takes.
        population: The inhabitants its kronor are divided by, or why there are none.
    """

    who: Recipient
    before_kr: int
    after_kr: int
    effects: tuple[int, ...]
    population: Population | Text

    @property
    def difference_kr(self) -> int:
        """After minus before."""
        return self.after_kr - self.before_kr

    @property
    def difference_share(self) -> Fraction | None:
        """The difference as a share of what was got before; None where nothing was."""
        return Fraction(self.difference_kr, self.before_kr) if self.before_kr else None

    @property
    def per_inhabitant(self) -> Fraction | None:
        """The difference in kronor per inhabitant, exactly; None where the inhabitants are not known."""
        return self.population.share(self.difference_kr) if isinstance(self.population, Population) else None


@dataclass(frozen=True)
class Simulation:
    """Scenarios tried on the agreements they name (simulering).

    Attributes:
        scenarios: In the order they were applied.
        given: What was assumed before: scenarios that are part of what is compared with.
        before, after: The agreements without and with all changes.
        pots: Every pot of those agreements.
        steps: Every change, in order; what keeps a total is a step of its own.
        rows: Everyone who gets something of a pot that is compared, who gains most first.
        newly_qualified, no_longer_qualified: Who gets something of a pot, or meets its conditions, on one side only.
    """

    scenarios: tuple[Scenario, ...]
    given: tuple[Scenario, ...]
    day: date | None
    before: tuple[Allocation, ...]
    after: tuple[Allocation, ...]
    pots: tuple[PotMove, ...]
    steps: tuple[SimulationStep, ...]
    rows: tuple[Row, ...]
    newly_qualified: tuple[Qualification, ...]
    no_longer_qualified: tuple[Qualification, ...]
    balance: Balance
    predictable_before: Predictability
    predictable_after: Predictability

    def __post_init__(self) -> None:
        assert all(sum(row.effects) == row.difference_kr for row in self.rows)
        assert sum(row.difference_kr for row in self.rows) == self.balance.awarded_kr

    @property
    def changes_nothing(self) -> bool:
        """Whether no step changes anything."""
        return all(step.nothing is not None for step in self.steps)

    @property
    def compared(self) -> tuple[PotMove, ...]:
        """The pots that are computed before and after; only they are in the sums."""
        return tuple(pot for pot in self.pots if pot.is_compared)

    @property
    def not_compared(self) -> tuple[PotMove, ...]:
        """The pots that are not computed before, or not after, or neither; in no sum."""
        return tuple(pot for pot in self.pots if not pot.is_compared)

    @property
    def not_sure(self) -> tuple[str, ...]:
        """The pots whose amounts, as agreed, rest on an inference or on something printed roughly."""
        awards = ((pot.name, award.amount) for pot in self.compared for award in pot.before.awards)
        rough = (name for name, kr in awards if kr.mark not in SURE or kr.precision is not Precision.EXACT)
        return tuple(dict.fromkeys(rough))

    @property
    def gaining(self) -> tuple[Row, ...]:
        """Those who get more, who gains most first."""
        return tuple(row for row in self.rows if row.difference_kr > 0)

    @property
    def losing(self) -> tuple[Row, ...]:
        """Those who get less, who loses most first."""
        return tuple(row for row in reversed(self.rows) if row.difference_kr < 0)

    @property
    def before_kr(self) -> int:
        """What all get before of what is compared, in kronor."""
        return sum(row.before_kr for row in self.rows)

    @property
    def after_kr(self) -> int:
        """What all get after of what is compared, in kronor."""
        return sum(row.after_kr for row in self.rows)

    def row_of(self, who: Recipient) -> Row | None:
        """Return the recipient's row, or None."""
        return next((row for row in self.rows if (row.who.kind, row.who.code) == (who.kind, who.code)), None)


def simulate(
    library: Library,
    scenarios: Sequence[WrittenScenario],
    *,
    given: Sequence[WrittenScenario] = (),
    same_total: Place | None = None,
    day: date | None = None,
) -> tuple[Simulation | None, list[Problem]]:
    """Try the scenarios, one after the other, on the agreements they name; the library stays as it is.

    Args:
        given: Scenarios that what is compared with has already: assumptions, a threshold that is not published.
        same_total: Where it was asked that each agreement keeps its total, whatever the scenarios say; None if it
            was not.
        day: As known on this day; None for all that is known.

    Returns:
        The simulation, or None and every problem with a scenario, at its line.
    """
    problems = [*unknown_agreements(library, [*given, *scenarios])]
    if problems or library.faulty:
        return None, in_order([*problems, *blocking(library.problems)])
    ground = ground_for(library, [*given, *scenarios], day)
    assumed, problems = stack(ground, ground_stage(ground), given)
    base = assumed[-1].stage if assumed else ground_stage(ground)
    made, found = stack(ground, base, scenarios)
    problems += found
    if same_total is not None and not problems:
        last = made[-1].stage if made else base
        locks, found = lock(ground, base, last, "", None, same_total)
        made, problems = [*made, *locks], problems + found
    problems += blocking(library.problems)
    if problems:
        return None, in_order(problems)
    said, said_before = (tuple(one.scenario for one in written) for written in (scenarios, given))
    return _told(library, said, said_before, base, made, day), []


# --- telling ------------------------------------------------------------------------


def _told(
    library: Library,
    scenarios: tuple[Scenario, ...],
    given: tuple[Scenario, ...],
    base: Stage,
    made: Sequence[Made],
    day: date | None,
) -> Simulation:
    stages = [base, *(one.stage for one in made)]
    pots = pot_moves([stage.allocations for stage in stages])
    compared = [pot for pot in pots if pot.is_compared]
    sides = [pot.sides for pot in compared]
    newly, no_longer = qualifications(sides)
    before, after = (tuple(stage.allocations.values()) for stage in (stages[0], stages[-1]))
    return Simulation(
        scenarios,
        given,
        day,
        before,
        after,
        pots,
        tuple(_step(n, one, stages[n], compared) for n, one in enumerate(made)),
        _rows(library, compared, before, len(made), day),
        newly,
        no_longer,
        balance(sides),
        predictability(pot for one in before for pot in one.pots),
        predictability(pot for one in after for pot in one.pots),
    )


def _step(n: int, made: Made, before: Stage, pots: Sequence[PotMove]) -> SimulationStep:
    kr: dict[Who, int] = {}
    for pot in pots:
        for who, moved in pot.effects[n].items():
            kr[who] = kr.get(who, 0) + moved
    together = sorted({one + 1 for pot in pots for one in pot.together.get(n, ())})
    names = {pot.name for pot in pots}
    nothing = why_nothing(before, made) if moves_nothing(before, made.stage) else None
    moved_kr = _held(made.stage, names) - _held(before, names)
    was, gets = _computed(before), _computed(made.stage)
    return SimulationStep(
        n + 1,
        made,
        {who: one for who, one in kr.items() if one},
        moved_kr,
        tuple(together),
        nothing,
        tuple(name for name in gets if name not in was),
        tuple(name for name in was if name not in gets),
    )


def _computed(stage: Stage) -> list[str]:
    """Return the pots that are computed, as agreement/pot."""
    pots = ((name, pot) for name, one in stage.allocations.items() for pot in one.pots)
    return [f"{name}/{pot.id}" for name, pot in pots if pot.state is State.COMPUTED]


def _held(stage: Stage, names: set[str]) -> int:
    pots = ((name, pot) for name, one in stage.allocations.items() for pot in one.pots)
    return sum(pot.amount.kr for name, pot in pots if pot.amount and f"{name}/{pot.id}" in names)


def _rows(
    library: Library, pots: Sequence[PotMove], agreements: Sequence[Allocation], steps: int, day: date | None
) -> tuple[Row, ...]:
    everyone = {
        (who.kind, who.code): who for pot in pots for side in (pot.before, pot.after) for who in side.recipients
    }
    sums = {key: [0, 0, *([0] * steps)] for key in everyone}
    got: set[Who] = set()
    for pot in pots:
        for at, kr in enumerate((awards_of(pot.before), awards_of(pot.after), *pot.effects)):
            for key, one in kr.items():
                sums[key][at] += one
        got |= pot.recipients
    people = _populations(library, [everyone[key] for key in got], agreements, day)
    rows = [Row(everyone[key], sums[key][0], sums[key][1], tuple(sums[key][2:]), people[key]) for key in got]
    return tuple(sorted(rows, key=lambda row: (-row.difference_kr, row.who.kind.value, row.who.code)))


def _populations(
    library: Library, recipients: Sequence[Recipient], agreements: Sequence[Allocation], day: date | None
) -> Mapping[Who, Population | Text]:
    """Return the inhabitants of each, of the first year that any of the agreements is for."""
    year = min((one.agreement.years[0] for one in agreements), default=0)
    return {
        (kind, code): people
        for kind in {who.kind for who in recipients}
        for code, people in show_populations(library, [w for w in recipients if w.kind is kind], year, day).items()
    }
