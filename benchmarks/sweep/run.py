"""10 000 scenarios by each form -> seconds, ratios beside the goals, and the cells in which a form is not exact."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median

from benchmarks.sweep import kernel, numpy_form
from benchmarks.sweep.compare import compare
from benchmarks.sweep.forms import Form, exact_kronor, other_forms
from benchmarks.sweep.model import POTS, SEED, Problem, check_int64, draw, municipalities, regions
from benchmarks.sweep.timing import SCENARIOS, Timing, timed

ONE_SCENARIO_MS = 1.0


@dataclass(frozen=True)
class Measured:
    """One problem measured: seconds for the kernel and for each other form, and whether nothing else was missed."""

    kernel: float
    others: dict[str, tuple[float, float | None]]
    sound: bool


def main() -> int:
    """Print both problems and the two together; return 1 if a goal is missed for both together, or one is not exact.

    The kernel that the goals are for has 5 pots × 21 regions and 5 pots × 290 municipalities; each is shown by itself too.
    """
    print(_machine())
    print(kernel.compilation())
    parts = [_measure(problem) for problem in (regions(), municipalities())]
    return int(not (_together(parts) and all(part.sound for part in parts)))


def _together(parts: Sequence[Measured]) -> bool:
    """Print the sums of both problems; return whether every goal is met."""
    ours = sum(part.kernel for part in parts)
    print(f"\nboth together, {SCENARIOS:,} scenarios: the kernel {ours:.4f} s")
    all_met = True
    for name, (_, goal) in parts[0].others.items():
        seconds = sum(part.others[name][0] for part in parts)
        met = goal is None or seconds / ours >= goal
        all_met &= met
        wanted = "" if goal is None else f"{goal:>7g} ×{'' if met else '  MISSED'}"
        print(f"{name:52}{seconds:>10.4f}{seconds / ours:>9.1f} ×{wanted}")
    return all_met


def _machine() -> str:
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.exists() else []
    model = next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), platform.processor())
    packages = ", ".join(f"{name} {version(name)}" for name in ("numpy", "numba", "openfisca-core"))
    return f"{model}, {os.cpu_count()} cores, {platform.system()}; Python {platform.python_version()}, {packages}"


def _measure(problem: Problem) -> Measured:
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
    for form in (*ours, *others):
        _print(form, swept)
    exactly = not any(form.difference.differing for form in ours)
    print(f"the kernel is {'' if exactly else 'NOT '}exact to the krona in every cell")
    in_time = _one_scenario(problem, terms)
    seconds = {form.name: (form.timing.per_10_000, form.goal) for form in others}
    return Measured(swept.per_10_000, seconds, exactly and in_time)


def _print(form: Form, swept: Timing) -> None:
    """Print a form, and whether its goal is met by this problem alone."""
    times = form.timing.per_10_000 / swept.per_10_000
    met = form.goal is None or times >= form.goal
    goal = "" if form.goal is None else f"{form.goal:>7g} ×{'' if met else '  MISSED'}"
    print(f"{form.name:52}{form.timing.per_10_000:>10.4f}{times:>9.1f} ×{goal}")
    print(f"    {form.timing.words()}\n    {form.difference.words()}")


def _one_scenario(problem: Problem, terms: numpy_form.Ints) -> bool:
    work = kernel.totals(problem, terms[:1])
    one, alone = (timed(work, 1, 101, in_a_row=warm) for warm in (True, False))
    milliseconds = 1000 * median(one.seconds)
    met = milliseconds <= ONE_SCENARIO_MS
    print(
        f"one scenario, warm: {milliseconds:.3f} ms, the median of {len(one.seconds)} in a row"
        f" (goal {ONE_SCENARIO_MS:g} ms{'' if met else ', MISSED'}); {1000 * median(alone.seconds):.3f} ms after a pause"
    )
    return met


if __name__ == "__main__":
    sys.exit(main())
