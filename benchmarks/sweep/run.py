"""10 000 scenarios by each form -> seconds, ratios beside the goals, and the cells in which a form is not exact."""

from __future__ import annotations

import os
import platform
import sys
from importlib.metadata import version
from pathlib import Path

from benchmarks.sweep import kernel, numpy_form
from benchmarks.sweep.compare import compare
from benchmarks.sweep.forms import Form, exact_kronor, other_forms
from benchmarks.sweep.model import POTS, SEED, Problem, check_int64, draw, municipalities, regions
from benchmarks.sweep.timing import SCENARIOS, Timing, timed

ONE_SCENARIO_MS = 1.0


def main() -> int:
    """Print both problems; return 1 if a goal is missed or the kernel is not exact."""
    print(_machine())
    print(kernel.compilation())
    return max([_measure(problem) for problem in (regions(), municipalities())])


def _machine() -> str:
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.exists() else []
    model = next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), platform.processor())
    packages = ", ".join(f"{name} {version(name)}" for name in ("numpy", "numba", "openfisca-core"))
    return f"{model}, {os.cpu_count()} cores, {platform.system()}; Python {platform.python_version()}, {packages}"


def _measure(problem: Problem) -> int:
    scenarios = draw(problem, SCENARIOS)
    check_int64(problem, scenarios)
    terms = numpy_form.table(scenarios)
    exact = exact_kronor(problem, scenarios, terms)
    print(f"\n{SCENARIOS:,} scenarios × {POTS} pots × {problem.name} ({problem.of_the_older}; seed {SEED})", flush=True)
    swept, alone = (timed(kernel.totals(problem, terms, workers), SCENARIOS, 15) for workers in (kernel.WORKERS, 1))
    others = []
    for form in other_forms(problem, scenarios, terms, exact):
        others.append(form)
        swept = swept.and_again(timed(kernel.totals(problem, terms), SCENARIOS, 5))  # so that a slow moment hits both
    ours = [
        Form(f"Överens, the kernel in {workers}", timing, compare(timing.found, exact, terms))
        for workers, timing in ((f"{kernel.WORKERS} threads", swept), ("one thread", alone))
    ]
    print(f"{'':52}{'best, s':>10}{'/ kernel':>11}{'goal':>9}")
    met = [_print(form, swept) for form in (*ours, *others)]
    exactly = not any(form.difference.differing for form in ours)
    print(f"the kernel is {'' if exactly else 'NOT '}exact to the krona in every cell")
    in_time = _one_scenario(problem, terms)
    return int(not (all(met) and exactly and in_time))


def _print(form: Form, swept: Timing) -> bool:
    """Print a form; return whether its goal is met, or it has none."""
    times = form.timing.per_10_000 / swept.per_10_000
    met = form.goal is None or times >= form.goal
    goal = "" if form.goal is None else f"{form.goal:>7g} ×{'' if met else '  MISSED'}"
    print(f"{form.name:52}{form.timing.per_10_000:>10.4f}{times:>9.1f} ×{goal}")
    print(f"    {form.timing.words()}\n    {form.difference.words()}")
    return met


def _one_scenario(problem: Problem, terms: numpy_form.Ints) -> bool:
    one = timed(kernel.totals(problem, terms[:1]), 1, 101)
    milliseconds = 1000 * min(one.seconds)
    met = milliseconds <= ONE_SCENARIO_MS
    print(f"one scenario, warm: {milliseconds:.3f} ms (goal {ONE_SCENARIO_MS:g} ms{'' if met else ', MISSED'})")
    return met


if __name__ == "__main__":
    sys.exit(main())
