"""A plan -> a sweep, by the compiled kernel where it is there and has room, else by the plain engine."""

from __future__ import annotations

from collections.abc import Callable

from overens.allocation.sweep.fast import run_fast
from overens.allocation.sweep.fits import why_too_large
from overens.allocation.sweep.machine import Machine
from overens.allocation.sweep.plain import run_plain
from overens.allocation.sweep.plan import SweepPlan
from overens.allocation.sweep.result import Sweep
from overens.allocation.sweep.wrong import what_is_wrong
from overens.vocabulary.problems import Fault


def sweep(
    plan: SweepPlan,
    machine: Machine | None,
    *,
    first: int = 0,
    last: int | None = None,
    with_awards: bool = False,
    workers: int = 2,
    done: Callable[[int], None] = lambda _: None,
) -> Sweep | Fault:
    """Work out the plan's scenarios.

    Args:
        plan: The pots, and what differs.
        machine: The compiled kernel (see machine.load_machine); None for the plain engine.
        first, last: Which scenarios, so that one can go on where one stopped; last itself is not among them.
        with_awards: Keep the kronor pot by pot too; else memory does not depend on the number of pots' recipients.
        workers: How many threads the kernel runs in.
        done: Receives how many more scenarios are done.

    Returns:
        The kronor; or, before anything is worked out, what is wrong or has no room in the kernel's 64 bits.
    """
    wrong = what_is_wrong(plan)
    if wrong is not None:
        return wrong
    end = plan.scenarios if last is None else min(last, plan.scenarios)
    if machine is None:
        return run_plain(plan, first, end, with_awards=with_awards, done=done)
    too_large = why_too_large(plan)
    if too_large is not None:
        return too_large
    return run_fast(plan, machine, first, end, with_awards=with_awards, workers=workers, done=done)
