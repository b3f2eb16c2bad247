"""The problem -> the project's own fast engine: a plan, the compiled kernel, and how long compiling takes."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import cache

import numpy as np

from benchmarks.sweep.model import POTS, WITH_FLOOR, WITH_GATE, Problem
from benchmarks.sweep.numpy_form import Ints, per_mille_older
from overens.agreement.rules import Fate
from overens.allocation.sweep.machine import Machine, load_machine
from overens.allocation.sweep.plan import PotPlan, SweepPlan, Table, vary, vary_threshold
from overens.allocation.sweep.result import Sweep
from overens.allocation.sweep.run import sweep
from overens.vocabulary.recipients import Recipient, RecipientKind
from overens.vocabulary.wording import Language

WORKERS = 2


@cache
def machine(folder: str = "") -> Machine:
    """Return the compiled kernel; one for the whole run.

    Raises:
        SystemExit: If it cannot be compiled here; says why.
    """
    made = load_machine(folder, lambda text: print(text.say(Language.ENGLISH)))
    if isinstance(made, Machine):
        return made
    sys.exit(made.say(Language.ENGLISH))


def compilation() -> str:
    """Say how long the kernel takes to get, in a process of its own: compiled, and then found where it was kept."""
    with tempfile.TemporaryDirectory() as folder:
        cold, kept = (_get(folder) for _ in range(2))
    return f"the kernel: compiled in {cold:.1f} s, found where it was kept in {kept:.2f} s (import of Numba included)"


def _get(folder: str) -> float:
    code = "import sys; from overens.allocation.sweep.machine import load_machine; load_machine(sys.argv[1], lambda _: None)"
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code, folder], check=True)
    return time.perf_counter() - start


def totals(problem: Problem, terms: Ints, workers: int = WORKERS) -> Callable[[], Ints]:
    """Return the work: from the table of terms to scenario × recipient, all that it takes included.

    Raises:
        AssertionError: If the numbers have no room in 64 bits.
    """
    compiled, base = machine(), _plan(problem)

    def work() -> Ints:
        found = sweep(_varied(base, problem, terms), compiled, workers=workers)
        assert isinstance(found, Sweep), found
        return np.asarray(found.totals)

    return work


def _plan(problem: Problem) -> SweepPlan:
    """Return the five pots as they are before anything differs."""
    recipients = tuple(Recipient(RecipientKind.REGION, code, code, code) for code in problem.codes)
    tables = {Table.AMOUNT: (0,), Table.COEFFICIENTS: (0, 0), Table.WEIGHTS: (*problem.population, *problem.older)}
    pots = (PotPlan((f"pott {n + 1}",), 0, len(recipients), tables=tables, fate=Fate.STAYS_WHOLE) for n in range(POTS))
    return SweepPlan(recipients, tuple(pots))


def _varied(plan: SweepPlan, problem: Problem, terms: Ints) -> SweepPlan:
    per_mille = per_mille_older(problem).tolist()
    for pot in range(POTS):
        amount, alpha, floor, gate = (terms[:, pot, column : column + 1] for column in range(4))
        plan = vary(plan, pot, Table.AMOUNT, amount)
        plan = vary(plan, pot, Table.COEFFICIENTS, np.hstack([alpha, 100 - alpha]))
        if pot in WITH_FLOOR:
            plan = vary(plan, pot, Table.FLOORS, floor)
        if pot in WITH_GATE:
            plan = vary_threshold(plan, pot, per_mille, gate)
    return plan
