"""Outcomes as they might have been, typed on a line -> the pots that they decide, divided anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from overens.allocation.outcomes import SHARE
from overens.scenario.counterfactual import HadReached, had_reached
from overens.scenario.outcome_change import ReachedOutcome
from overens.usecases.performance import Performance, PotPerformance
from overens.vocabulary.names import did_you_mean, fold
from overens.vocabulary.problems import Fault, Place, Problem
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Text
from overens.writing.numbers import parse_number

ON_A_LINE = "--if"
"""What an outcome that is typed on a line is said to stand in."""


@dataclass(frozen=True)
class If:
    """An outcome as it might have been (om): in its own unit, in the periods from one to another, or in all.

    Attributes:
        first, last: Empty for all periods that are measured.
    """

    outcome: str
    value: Fraction
    first: str = ""
    last: str = ""


@dataclass(frozen=True)
class PotIf:
    """A pot, and what it would have given with the other outcomes."""

    pot: PotPerformance
    anew: HadReached


def read_if(typed: str) -> If | Fault:
    """Return the outcome that a person typed.

    >>> read_if("bup-forsta-besok=75@2024-03")
    If(outcome='bup-forsta-besok', value=Fraction(75, 1), first='2024-03', last='2024-03')
    """
    name, equals, rest = typed.partition("=")
    words, _, when = rest.partition("@")
    if not equals or not name.strip() or not words.strip():
        return _not_an_outcome(typed)
    value = parse_number(words.strip().removesuffix("%").strip())
    if isinstance(value, Fault):
        return value
    first, _, last = when.strip().partition("/")
    return If(name.strip(), value, first, last or first)


def show_if(performance: Performance, who: Recipient, ifs: Sequence[If]) -> tuple[tuple[PotIf, ...], list[Problem]]:
    """Return each computed pot that the outcomes decide, divided anew with all of them, or every problem with them."""
    problems = []
    reached: dict[str, list[ReachedOutcome]] = {}
    for n, one in enumerate(ifs, 1):
        found = _reached(performance, who, one)
        if isinstance(found, Fault):
            problems.append(Problem(Place(ON_A_LINE, n), found))
        else:
            for name, these in found.items():
                reached.setdefault(name, []).extend(these)
    answers = []
    for pot in performance.pots:
        if pot.name in reached and not problems:
            what = had_reached(pot.pot, who, reached[pot.name], pot.figures)
            if isinstance(what, HadReached):
                answers.append(PotIf(pot, what))
            else:
                problems.append(Problem(Place(ON_A_LINE), _cannot(pot.name, what)))
    return (() if problems else tuple(answers)), problems


def _reached(performance: Performance, who: Recipient, one: If) -> dict[str, list[ReachedOutcome]] | Fault:
    """Return, by pot, the outcome in each period it is meant for."""
    names = [q.outcome for pot in performance.pots for q in pot.requirements if q.outcome]
    outcome = next((name for name in names if fold(name) == fold(one.outcome)), None)
    if outcome is None:
        return _no_outcome(one.outcome, names)
    pots = [pot for pot in performance.pots if any(q.outcome == outcome for q in pot.requirements)]
    computed = [pot for pot in pots if pot.is_computed and pot.pot.award_to(who) is not None]
    if not computed:
        return _not_computed(pots[0], who)
    if one.value < 0 or (one.value > 100 and _is_share(pots[0], outcome)):
        return _not_possible(one)
    found = {pot.name: _in_periods(pot, outcome, one) for pot in computed}
    kept = {name: reached for name, reached in found.items() if reached}
    return kept or _no_period(one, computed[0])


def _is_share(pot: PotPerformance, outcome: str) -> bool:
    return any(q.outcome == outcome and q.unit == SHARE for q in pot.requirements)


def _in_periods(pot: PotPerformance, outcome: str, one: If) -> list[ReachedOutcome]:
    assert pot.progress is not None
    numbers = {q.number for q in pot.requirements if q.outcome == outcome}
    periods = dict.fromkeys(c.period for c in pot.progress.cells if c.requirement in numbers)
    chosen = [p for p in periods if not one.first or p == f"{one.first}/{one.last}" or one.first <= p <= one.last]
    return [ReachedOutcome(outcome, period, one.value) for period in chosen]


def _not_an_outcome(typed: str) -> Fault:
    return Fault.of(
        "'{typed}' säger inte vilket utfall som hade nåtts.",
        "Skriv 'UTFALL=75', eller 'UTFALL=75@2024-03' för en månad.",
        "'{typed}' does not say which outcome had been reached.",
        "Write 'OUTCOME=75', or 'OUTCOME=75@2024-03' for one month.",
        typed=typed[:120],
    )


def _no_outcome(name: str, known: Sequence[str]) -> Fault:
    near = did_you_mean(name, known)
    return Fault.of(
        "Inget krav som visas mäts av utfallet '{name}'.",
        "Menade du '{near}'?" if near else "Där finns: {known}.",
        "No requirement shown is measured by the outcome '{name}'.",
        "Did you mean '{near}'?" if near else "There are: {known}.",
        name=name[:120],
        near=near,
        known=", ".join(dict.fromkeys(known)) or "–",
    )


def _not_computed(pot: PotPerformance, who: Recipient) -> Fault:
    why = pot.pot.reason or Text("{who} är inte med i den", "{who} has no part in it", {"who": who.name})
    return Fault.of(
        "{pot} är inte beräknad: {why}.",
        "Ge det som saknas med --given, eller utfall med --outcomes.",
        "{pot} is not computed: {why}.",
        "Give what is missing with --given, or outcomes with --outcomes.",
        pot=pot.name,
        why=why,
    )


def _not_possible(one: If) -> Fault:
    return Fault.of(
        "{value} är inget möjligt värde för '{name}'.",
        "En andel är mellan 0 och 100 procent, ett antal minst 0.",
        "{value} is no possible value of '{name}'.",
        "A share is between 0 and 100 per cent, a number at least 0.",
        value=one.value,
        name=one.outcome,
    )


def _no_period(one: If, pot: PotPerformance) -> Fault:
    assert pot.progress is not None
    periods = pot.progress.periods
    return Fault.of(
        "'{when}' mäts inte i {pot}.",
        "Perioderna är {first} till {last}.",
        "'{when}' is not measured in {pot}.",
        "The periods are {first} to {last}.",
        when=one.first if one.first == one.last else f"{one.first}/{one.last}",
        pot=pot.name,
        first=periods[0],
        last=periods[-1],
    )


def _cannot(pot: str, why: Text) -> Fault:
    return Fault.of(
        "Med de utfallen kan {pot} inte beräknas: {why}.",
        "Välj andra värden.",
        "With those outcomes {pot} cannot be computed: {why}.",
        "Choose other values.",
        pot=pot,
        why=why,
    )
