"""A year, agreement or pot -> what must be reached, what was, month by month, and the kronor it brings; for a place or all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from overens.agreement.rules import Fate
from overens.allocation.apportion import round_shares
from overens.allocation.model import Allocation, PotAllocation, State
from overens.allocation.unearned import fate_of
from overens.figures.model import FigureKind, Snapshot
from overens.scenario.counterfactual import Counterfactual, counterfactual
from overens.scenario.given import Given
from overens.scenario.plausible import Range, range_of
from overens.scenario.progress import PeriodMark, Progress, progress_of
from overens.usecases.library import Library
from overens.usecases.performance_scope import Asked, assumed, scope_of, sorted_out
from overens.usecases.requirement_lines import RequirementLine, requirement_lines
from overens.vocabulary.money import Precision
from overens.vocabulary.problems import Problem
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Text

_SHARED_AGAIN = (Fate.BONUS_POT, Fate.STAYS_WHOLE, Fate.THE_BEST)


@dataclass(frozen=True)
class PlaceLine:
    """One recipient of a pot: kronor and months; what is not known is None, never 0.

    Attributes:
        ceiling_kr: The most it can earn itself.
        earned_kr: What it earned; of a pot that is not computed, in the periods that all have outcomes for.
        missed_kr: What it could have earned in those periods and did not.
        bonus_kr: What it got of the unearned, of a computed pot where that is shared again.
        awarded_kr: All it gets of a computed pot.
        low_kr, high_kr: What it may get over the plausible thresholds: a range, never an amount.
        marks: How many requirements and periods stand in each way.
    """

    who: Recipient
    ceiling_kr: int | None
    earned_kr: int | None
    missed_kr: int | None
    bonus_kr: int | None
    awarded_kr: int | None
    low_kr: int | None
    high_kr: int | None
    marks: Mapping[PeriodMark, int]


@dataclass(frozen=True)
class PotPerformance:
    """One pot that is earned (prestation), as far as it has come.

    Attributes:
        requirements: What must be reached, in the order of the rule; empty where what was earned is given as a table.
        progress: Month by month; None where the rule is not measured by outcomes, or nothing of it can be read.
        range: Over the plausible thresholds where values are missing, or why there is no range; None where none is missing.
        lines: Every recipient of the pot, in the order of their codes.
        counterfactual: Of the place asked about, where the pot is computed; None otherwise.
        figures: What the pot is computed from, as known on the day.
        synthetic: Outcomes that are made up (påhittade utfall), by id.
        given: Values that the asker gave.
    """

    allocation: Allocation
    pot: PotAllocation
    requirements: tuple[RequirementLine, ...]
    progress: Progress | None
    range: Range | Text | None
    lines: tuple[PlaceLine, ...]
    counterfactual: Counterfactual | None
    figures: Snapshot
    synthetic: tuple[str, ...] = ()
    given: tuple[Given, ...] = ()

    @property
    def name(self) -> str:
        """The pot as it is asked for: AVTAL/POTT."""
        return f"{self.allocation.agreement.id}/{self.pot.id}"

    @property
    def is_computed(self) -> bool:
        """Whether the pot is divided; else what is shown is so far, a range, or nothing."""
        return self.pot.state is State.COMPUTED

    @property
    def is_exact(self) -> bool:
        """Whether the kronor are known to the krona; else they are shown with ≈."""
        amounts = [award.amount for award in self.pot.awards] if self.is_computed else [self.pot.amount]
        return all(one is None or one.precision is Precision.EXACT for one in amounts)

    @property
    def is_so_far(self) -> bool:
        """Whether kronor are of the periods that all have outcomes for, and the pot itself is not computed."""
        progress = self.progress
        return not self.is_computed and progress is not None and bool(progress.counted and progress.earned)

    @property
    def earned_kr(self) -> int | None:
        """What all earned, or have earned so far."""
        return _sum(line.earned_kr for line in self.lines)

    @property
    def missed_kr(self) -> int | None:
        """What all could have earned and did not, or so far."""
        return _sum(line.missed_kr for line in self.lines)

    @property
    def bonus_kr(self) -> int | None:
        """What of the unearned is shared again, or so far will be; None where it is not."""
        if fate_of(self.pot.pot) not in _SHARED_AGAIN:
            return None
        return sum(award.bonus_kr for award in self.pot.awards) if self.is_computed else self.missed_kr

    @property
    def lapsed_kr(self) -> int | None:
        """What of the unearned lapses, or so far will; None where it does not."""
        if fate_of(self.pot.pot) is not Fate.LAPSES:
            return None
        return self.pot.lapsed_kr if self.is_computed else self.missed_kr

    def line_of(self, who: Recipient) -> PlaceLine | None:
        """Return the recipient's line, or None."""
        return next((line for line in self.lines if (line.who.kind, line.who.code) == (who.kind, who.code)), None)


@dataclass(frozen=True)
class Performance:
    """The pots of a year, agreement or name that are earned (prestation), for a place or for all.

    Attributes:
        who: The place asked about; None for all.
        pots: Those that reach the place, in the order of the files.
        elsewhere: Pots that are earned and do not go to the place, by name.
    """

    asked: Asked
    who: Recipient | None
    as_known_on: date | None
    pots: tuple[PotPerformance, ...]
    elsewhere: tuple[str, ...] = ()

    @property
    def synthetic(self) -> tuple[str, ...]:
        """Outcomes that are made up, by id."""
        return tuple(dict.fromkeys(name for pot in self.pots for name in pot.synthetic))


def show_performance(
    library: Library,
    asked: Asked,
    who: Recipient | None = None,
    day: date | None = None,
    given: Sequence[Given] = (),
) -> tuple[Performance | None, list[Problem]]:
    """Return the pots that are earned, or every problem with what was given.

    Args:
        who: A recipient to be told about: what it missed, and what other outcomes would have given it.
        day: As known on this day; None for all that is known.
        given: Values for parameters that no source gives.
    """
    scope = scope_of(library, asked, day)
    wanted, problems = sorted_out(scope, given)
    if problems:
        return None, problems
    found: list[PotPerformance] = []
    elsewhere: list[str] = []
    for written, allocation, pots in scope:
        changed, now, wrong = assumed(library, written, allocation, pots, wanted, day)
        problems += wrong
        figures = library.snapshot_for(changed).known_on(day)
        for pot in (one for one in now.pots if one.path in {p.path for p in pots}):
            name = f"{allocation.agreement.id}/{pot.id}"
            if who is not None and not pot.is_for(who):
                elsewhere.append(name)
            elif not problems:
                found.append(show_pot(now, pot, figures, who, tuple(wanted.get(name, ()))))
    if problems:
        return None, problems
    return Performance(asked, who, day, tuple(found), tuple(elsewhere)), []


WorkedOut = tuple[Progress | None, Range | Text | None]


def worked_out(pot: PotAllocation, figures: Snapshot) -> WorkedOut:
    """Return how far the pot has come and, where values are missing, its range or why there is none."""
    return progress_of(pot, figures), range_of(pot, figures) if pot.missing else None


def show_pot(
    allocation: Allocation,
    pot: PotAllocation,
    figures: Snapshot,
    who: Recipient | None = None,
    given: tuple[Given, ...] = (),
    known: WorkedOut | None = None,
) -> PotPerformance:
    """Return how far one pot has come.

    Args:
        figures: Those that the pot was computed from, as known on its day.
        known: What is the same whoever asks, where it has been worked out.
    """
    progress, spread = known or worked_out(pot, figures)
    tell = who is not None and pot.state is State.COMPUTED and pot.award_to(who) is not None
    used = progress.series if progress else ()
    return PotPerformance(
        allocation,
        pot,
        requirements_of(pot, figures),
        progress,
        spread,
        _lines(pot, progress, spread),
        counterfactual(pot, who, figures) if tell and who is not None else None,
        figures,
        tuple(dict.fromkeys(one.key.figure for one in used if one.kind is FigureKind.SYNTHETIC)),
        given,
    )


def requirements_of(pot: PotAllocation, figures: Snapshot) -> tuple[RequirementLine, ...]:
    """Return what must be reached, requirement by requirement."""
    return requirement_lines(pot.pot, figures, pot.recipients)


def _lines(pot: PotAllocation, progress: Progress | None, spread: Range | Text | None) -> tuple[PlaceLine, ...]:
    so_far = progress if progress is not None and pot.state is not State.COMPUTED and progress.counted else None
    earned = _whole(so_far.earned, pot) if so_far else {}
    missed = _missed(so_far, earned, pot) if so_far and so_far.earned else {}
    return tuple(_line(pot, one, progress, earned, missed, spread) for one in pot.recipients)


def _missed(so_far: Progress, earned: Mapping[str, int], pot: PotAllocation) -> Mapping[str, int]:
    """Return what each missed in the periods counted, so that it and what was earned are what could have been."""
    exact = {code: so_far.earned[code] + kr for code, kr in so_far.missed().items()}
    return {code: max(0, kr - earned[code]) for code, kr in _whole(exact, pot).items()}


def _whole(exact: Mapping[str, Fraction], pot: PotAllocation) -> Mapping[str, int]:
    return round_shares(exact, pot.pot.rounding)[0] if exact else {}


def _line(
    pot: PotAllocation,
    who: Recipient,
    progress: Progress | None,
    earned: Mapping[str, int],
    missed: Mapping[str, int],
    spread: Range | Text | None,
) -> PlaceLine:
    award = pot.award_to(who) if pot.state is State.COMPUTED else None
    ends = spread if isinstance(spread, Range) else None
    cells = progress.of(who.code) if progress else ()
    computed = pot.state is State.COMPUTED
    return PlaceLine(
        who,
        award.ceiling_kr if award else _most(pot, progress, who.code),
        (award.earned_kr if award else 0) if computed else earned.get(who.code),
        (award.withheld_kr if award and award.ceiling_kr is not None else None) if computed else missed.get(who.code),
        (award.bonus_kr if award else 0) if computed and fate_of(pot.pot) in _SHARED_AGAIN else None,
        (award.amount.kr if award else 0) if computed else None,
        ends.low.get(who.code) if ends else None,
        ends.high.get(who.code) if ends else None,
        {mark: n for mark in PeriodMark if (n := sum(1 for c in cells if c.mark is mark))},
    )


def _most(pot: PotAllocation, progress: Progress | None, code: str) -> int | None:
    """Return the most that one can earn itself, whatever becomes of what others miss."""
    if code in pot.ceilings:
        return pot.ceilings[code]
    exact = progress.ceilings.get(code) if progress else None
    return int(exact) if exact is not None else None


def _sum(values: Iterator[int | None]) -> int | None:
    known = [one for one in values if one is not None]
    return sum(known) if known else None
