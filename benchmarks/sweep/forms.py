"""The problem -> every form of it measured on the same scenarios, each beside the exact kronor."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np

from benchmarks.sweep import numpy_float, numpy_form, openfisca_loop, openfisca_vectorised, plain
from benchmarks.sweep.compare import Difference, compare
from benchmarks.sweep.model import Problem, Scenario
from benchmarks.sweep.numpy_form import Ints
from benchmarks.sweep.timing import SCENARIOS, Timing, fastest, timed

EXACT_SAMPLE = 50
LOOP_SAMPLE = 200
DOCUMENTED_SAMPLE = 1000
NUMPY_BLOCKS = (256, 512, 1024)
OPENFISCA_BLOCKS = (100, 250, 1000)


@dataclass(frozen=True)
class Form:
    """One way to compute the problem, measured.

    Attributes:
        goal: How many times faster the kernel is to be; None where nothing is promised.
    """

    name: str
    timing: Timing
    difference: Difference
    goal: float | None = None


def exact_kronor(problem: Problem, scenarios: list[Scenario], terms: Ints) -> Ints:
    """Return scenario × recipient in exact kronor: by integers, held to the project's own fractions on a sample.

    Raises:
        AssertionError: If integers and fractions are not the same to the krona.
    """
    exact = numpy_form.totals_of(problem, terms)
    sample = np.array(plain.totals(problem, scenarios[:EXACT_SAMPLE]))
    assert np.array_equal(exact[:EXACT_SAMPLE], sample), f"{problem.name}: integers and fractions differ"
    return exact


def other_forms(problem: Problem, scenarios: list[Scenario], terms: Ints, exact: Ints) -> Iterator[Form]:
    """Measure each form but the kernel; slow ones on a sample of the scenarios."""

    def measured(name: str, timing: Timing, goal: float | None = None) -> Form:
        count = timing.scenarios
        return Form(name, timing, compare(timing.found, exact[:count], terms[:count]), goal)

    def at_best(work: Callable[..., Any], blocks: tuple[int, ...], runs: int, count: int = SCENARIOS) -> Timing:
        return fastest([timed(partial(work, problem, terms[:count], block), count, runs) for block in blocks])

    sample = scenarios[:EXACT_SAMPLE]
    yield measured(
        "fractions, the project's own functions", timed(partial(plain.totals, problem, sample), len(sample), 1)
    )
    yield measured("plain NumPy, 64-bit integers", at_best(numpy_form.totals_of, NUMPY_BLOCKS, 7), 4)
    yield measured("plain NumPy, 64-bit floats", at_best(numpy_float.totals_of, NUMPY_BLOCKS[1:2], 3))
    looped = partial(openfisca_loop.totals, problem, scenarios[:LOOP_SAMPLE])
    yield measured("OpenFisca, a reform and a simulation a scenario", timed(looped, LOOP_SAMPLE, 3), 400)
    documented = at_best(openfisca_vectorised.totals_as_documented, OPENFISCA_BLOCKS, 2, DOCUMENTED_SAMPLE)
    yield measured("OpenFisca vectorised, its own get_rank", documented, 60)
    tuned = at_best(openfisca_vectorised.totals_tuned, OPENFISCA_BLOCKS, 3)
    yield measured("OpenFisca vectorised, tuned: NumPy's sort, reused", tuned)
