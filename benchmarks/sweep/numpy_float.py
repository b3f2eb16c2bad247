"""The plain NumPy form as it is mostly written: shares in 64-bit floats, rounded at the end."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from benchmarks.sweep.model import POTS, WITH_FLOOR, Problem
from benchmarks.sweep.numpy_form import BLOCK, Ints

Floats: TypeAlias = npt.NDArray[np.float64]


def totals_of(problem: Problem, terms: Ints, block: int = BLOCK) -> Floats:
    """Return scenario × recipient: what each gets of the five pots together."""
    population, older = np.array(problem.population), np.array(problem.older)
    out = np.zeros((len(terms), len(problem.codes)))
    for start in range(0, len(terms), block):
        here = slice(start, start + block)
        for pot in range(POTS):
            out[here] += _divide(terms[here, pot], pot, population, older)
    return out


def _divide(terms: Ints, pot: int, population: Ints, older: Ints) -> Floats:
    amount, alpha, floor, gate = (terms[:, [n]].astype(np.float64) for n in range(4))
    share = alpha / 100
    takes_part = older / population >= gate / 1000
    free = np.where(takes_part, share * population + (1 - share) * older, 0)
    rest = amount
    while pot in WITH_FLOOR:
        below = (free > 0) & (rest * free / free.sum(axis=1, keepdims=True) < floor)
        if not below.any():
            break
        free = np.where(below, 0, free)
        rest = rest - floor * below.sum(axis=1, keepdims=True)
    exact = rest * free / free.sum(axis=1, keepdims=True)
    kronor = np.floor(exact)
    left = np.rint(rest - kronor.sum(axis=1, keepdims=True))
    rank = np.argsort(np.argsort(kronor - exact, axis=1, kind="stable"), axis=1)
    found: Floats = kronor + (rank < left) + floor * (takes_part & (free == 0))
    return found
