"""What is drawn -> the same draws as draw_rows gives, worked out many at a time where NumPy and the kernel are there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, TypeAlias

from overens.agreement.rules import Fate
from overens.allocation.sweep.fits import why_too_large
from overens.allocation.sweep.from_pots import NotPlanned, plan_of
from overens.allocation.sweep.machine import Machine, Tell, load_machine
from overens.allocation.sweep.plan import SweepPlan, vary_grades
from overens.allocation.sweep.result import FAST
from overens.allocation.sweep.run import sweep
from overens.scenario.drawn import DrawnPot
from overens.scenario.graded import Graph
from overens.scenario.variables import Variable
from overens.usecases.chance import chances
from overens.usecases.draw import Draw, draw_rows
from overens.usecases.draws import Way
from overens.vocabulary.problems import Fault
from overens.vocabulary.wording import Text

Numbers: TypeAlias = Any
"""Whole numbers in a NumPy array; NumPy need not be installed, so that its types cannot be named."""
BLOCK = 500
"""Draws that are made at a time."""
_WIDEST = 2**30
"""Thousandths that a spread may reach over: times a chance they are less than 64 bits."""
_MOST = 2**62
"""What a value in thousandths, or a grade, is below: the sum of two is less than 64 bits."""


@dataclass(frozen=True)
class FastDraw:
    """What is drawn, with the kernel and the plan of each pot."""

    draw: Draw
    machine: Machine
    plans: tuple[SweepPlan, ...]


def fast_draw(draw: Draw, folder: str, tell: Tell) -> FastDraw | Text:
    """Return what is drawn, ready for the kernel; or why it is to be drawn plainly.

    Args:
        folder: Where the compiled kernel is kept.
        tell: Receives a sentence before it is compiled.
    """
    wide = any(abs(high - low) >= _WIDEST for one in draw.variables for (_, low), (_, high) in pairwise(one.points))
    if wide or any(abs(value) >= _MOST for one in draw.variables for _, value in one.points):
        return Text(
            "Utfallen är för stora för räknekärnan: den enkla räkningen används, som ger samma kronor.",
            "The outcomes are too large for the kernel: the plain engine is used, which gives the same kronor.",
        )
    plans: list[SweepPlan] = []
    for pot in draw.pots:
        plan = _plan(pot)
        if plan is None or not _has_room(pot, plan):
            return Text(
                "En pott har ingen plats i räknekärnan: den enkla räkningen används, som ger samma kronor.",
                "A pot has no place in the kernel: the plain engine is used, which gives the same kronor.",
            )
        plans.append(plan)
    machine = load_machine(folder, tell)
    return machine if isinstance(machine, Text) else FastDraw(draw, machine, tuple(plans))


def _has_room(pot: DrawnPot, plan: SweepPlan) -> bool:
    """Tell whether the steps of the pot's graphs, its grades, and all that comes of them are less than 64 bits."""
    if pot.graded is None or pot.graded.of >= _MOST:
        return False
    if any(abs(start) >= _MOST for graph in pot.graded.graphs for start in graph.starts):
        return False
    all_earned = [[pot.graded.of] * len(pot.recipients)]
    return why_too_large(vary_grades(plan, 0, all_earned, pot.graded.of)) is None


def _plan(pot: DrawnPot) -> SweepPlan | None:
    """Return the plan of the pot's own shares, to which each draw gives its grades; None where it has no such.

    A bonus pot within caps is settled otherwise for performance than for the conditions that a plan knows.
    """
    rule = pot.middle.pot
    capped = rule.bounds is not None and rule.bounds.cap is not None
    is_bonus = rule.unearned is not None and rule.unearned.fate is Fate.BONUS_POT
    if pot.graded is None or rule.conditions or (capped and is_bonus):
        return None
    own = rule.model_copy(update={"performance": None, "annex": None})
    plan = plan_of([(pot.middle.path, own)], pot.figures)
    if isinstance(plan, NotPlanned) or [r.code for r in plan.recipients] != [r.code for r in pot.recipients]:
        return None
    return plan


def fast_way(fast: FastDraw) -> Way:
    """Return how the kernel makes the draws; what has no room in its 64 bits is made plainly."""

    def rows(first: int, last: int) -> Iterable[Sequence[int]]:
        made = fast_rows(fast, first, last)
        return draw_rows(fast.draw, first, last) if isinstance(made, Fault) else made

    return Way(FAST, rows, BLOCK)


def fast_rows(fast: FastDraw, first: int, last: int) -> list[list[int]] | Fault:
    """Return each draw from first up to, not with, last, as draw_rows does; or what has no room in 64 bits."""
    import numpy as np

    draw = fast.draw
    drawn = np.array([chances(draw.seed, n, draw.chances) for n in range(first, last)], dtype=np.int64)
    values = [_values(one, drawn[:, one.chance]) for one in draw.variables]
    at = {(r.kind, r.code): n for n, r in enumerate(draw.places)}
    rows: Numbers = np.zeros((last - first, draw.width), dtype=np.int64)
    rows[:, : len(draw.places)] = [draw.fixed.get((r.kind, r.code), 0) for r in draw.places]
    for n, (pot, plan) in enumerate(zip(draw.pots, fast.plans, strict=True)):
        assert pot.graded is not None
        codes = [r.code for r in pot.recipients]
        fixed = [pot.graded.fixed.get(code, 0) for code in codes]
        grades = np.tile(np.array(fixed, dtype=np.int64), (last - first, 1))
        for graph in pot.graded.graphs:
            grades[:, codes.index(graph.code)] += _parts(graph, values[graph.variable])
        made = sweep(vary_grades(plan, 0, grades, pot.graded.of), fast.machine)
        if isinstance(made, Fault):
            return made
        places = [at[r.kind, r.code] for r in pot.recipients]
        rows[:, places] += np.asarray(made.totals)
        end = len(draw.places) + 2 * n
        rows[:, end] = np.asarray(made.lapsed)[:, 0]
        rows[:, end + 1] = np.asarray(made.undistributed)[:, 0]
    made_rows: list[list[int]] = rows.tolist()
    return made_rows


def _values(one: Variable, chance: Numbers) -> Numbers:
    """Return Variable.value of every chance."""
    import numpy as np

    starts, ends = (np.array([point[k] for point in one.points], dtype=np.int64) for k in (0, 1))
    n = np.searchsorted(starts, chance, side="right")
    low, high, at, after = ends[n - 1], ends[n], starts[n - 1], starts[n]
    values = low + (high - low) * (chance - at) // (after - at)
    values -= values % one.step
    if one.least is not None:
        values = np.maximum(values, one.least)
    return values if one.greatest is None else np.minimum(values, one.greatest)


def _parts(graph: Graph, values: Numbers) -> Numbers:
    """Return Graph.at of every value."""
    import numpy as np

    found = np.searchsorted(np.array(graph.starts, dtype=np.int64), values, side="right")
    return np.array(graph.parts, dtype=np.int64)[found]
