"""The plain NumPy form: 64-bit integers, scenarios × recipients, a block of scenarios at a time."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from benchmarks.sweep.model import POTS, WITH_FLOOR, WITH_GATE, Problem, Scenario, check_int64

Ints: TypeAlias = npt.NDArray[np.int64]
BLOCK = 1024


def table(scenarios: list[Scenario]) -> Ints:
    """Return scenario × pot × (amount, alpha, floor, gate)."""
    rows = [[(t.amount, t.alpha, t.floor, t.gate) for t in scenario] for scenario in scenarios]
    return np.array(rows, dtype=np.int64)


def per_mille_older(problem: Problem) -> Ints:
    """Return each recipient's share aged 65 and over in whole per mille, rounded down: at least t exactly if this is."""
    return np.array(problem.older) * 1000 // np.array(problem.population)


def totals(problem: Problem, scenarios: list[Scenario], block: int = BLOCK) -> Ints:
    """Return scenario × recipient: what each gets of the five pots together."""
    check_int64(problem, scenarios)
    return totals_of(problem, table(scenarios), block)


def totals_of(problem: Problem, terms: Ints, block: int = BLOCK) -> Ints:
    """Do the same from a table of terms that has been checked."""
    population, older, shares = np.array(problem.population), np.array(problem.older), per_mille_older(problem)
    out = np.zeros((len(terms), len(problem.codes)), dtype=np.int64)
    for start in range(0, len(terms), block):
        here = slice(start, start + block)
        for pot in range(POTS):
            out[here] += _divide(terms[here, pot], pot, population, older, shares)
    return out


def _divide(terms: Ints, pot: int, population: Ints, older: Ints, shares: Ints) -> Ints:
    amount, alpha, floor, gate = (terms[:, [n]] for n in range(4))
    weights = alpha * population + (100 - alpha) * older
    if pot in WITH_GATE:
        weights *= shares >= gate
    if pot in WITH_FLOOR:
        return _filled(weights, amount, floor)
    return _apportion(weights, amount)


def _filled(weights: Ints, amount: Ints, floor: Ints) -> Ints:
    """Raise those below the floor to it, and divide the rest among the others until nobody is below."""
    taking_part = weights > 0
    free, rest = weights, amount
    while True:
        below = (free > 0) & (free * rest < floor * free.sum(axis=1, keepdims=True))
        if not below.any():
            break
        free = np.where(below, 0, free)
        rest = rest - floor * below.sum(axis=1, keepdims=True)
    return _apportion(free, rest) + floor * (taking_part & (free == 0))


def _apportion(weights: Ints, amount: Ints) -> Ints:
    """Divide by largest remainder; between equal remainders the first recipient comes first."""
    recipients = weights.shape[1]
    whole = weights.sum(axis=1, keepdims=True)
    product = weights * amount
    kronor = product // whole
    order = (product - kronor * whole) * recipients + np.arange(recipients - 1, -1, -1)
    left = amount - kronor.sum(axis=1, keepdims=True)
    last = np.take_along_axis(np.sort(order, axis=1), recipients - np.maximum(left, 1), axis=1)
    return kronor + ((order >= last) & (left > 0))
