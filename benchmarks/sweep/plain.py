"""The exact reference: the project's own functions over fractions -> each recipient's kronor in a scenario."""

from __future__ import annotations

from fractions import Fraction

from benchmarks.sweep.model import Problem, Scenario, Terms
from overens.allocation.apportion import largest_remainder
from overens.allocation.bounds import fill


def totals(problem: Problem, scenarios: list[Scenario]) -> list[list[int]]:
    """Return what each recipient gets of the five pots together, scenario by scenario."""
    return [_totals_of(problem, scenario) for scenario in scenarios]


def _totals_of(problem: Problem, scenario: Scenario) -> list[int]:
    sums = dict.fromkeys(problem.codes, 0)
    for terms in scenario:
        for code, kr in divide(problem, terms).items():
            sums[code] += kr
    return list(sums.values())


def divide(problem: Problem, terms: Terms) -> dict[str, int]:
    """Return the kronor of one pot to those that take part: key, gate, floor, largest remainder."""
    rows = zip(problem.codes, problem.population, problem.older, strict=True)
    weights = {
        code: terms.alpha * people + (100 - terms.alpha) * older
        for code, people, older in rows
        if older * 1000 >= terms.gate * people
    }
    whole = sum(weights.values())
    exact = {code: Fraction(terms.amount * weight, whole) for code, weight in weights.items()}
    if terms.floor:
        exact = fill(Fraction(terms.amount), exact, dict.fromkeys(exact, Fraction(terms.floor)), {})
    return largest_remainder(exact)
