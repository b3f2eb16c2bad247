"""The machine and the runs of a sweep: Numba absent, a folder that cannot be written to, a run that is interrupted."""

from __future__ import annotations

import sys
from inspect import signature
from pathlib import Path
from threading import Event
from types import FunctionType

import pytest

from overens.allocation.sweep import fast, pot_kernel
from overens.allocation.sweep.kernel import Floats, Row
from overens.allocation.sweep.machine import Machine, load_machine
from overens.allocation.sweep.plan import vary_amount
from overens.allocation.sweep.result import Sweep
from overens.allocation.sweep.run import sweep
from tests.allocation.test_sweep import plan, worked_out
from tests.builders import EN

# --- the machine --------------------------------------------------------------------


def test_without_numba_it_is_said_that_the_plain_form_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "numba", None)
    answer = load_machine("", lambda _: None)
    assert not isinstance(answer, Machine)
    assert answer.say().startswith("numba är inte installerat: den enkla räkningen används")
    assert answer.say(EN).startswith("numba is not installed: the plain engine is used")


def test_a_kernel_that_cannot_be_kept_is_said_to_be_compiled_each_time(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    pytest.importorskip("numba", reason="numba is in the extra [sweep], which is not installed here")
    code = f"def tiny({', '.join(signature(pot_kernel.run_scenarios).parameters)}):\n    totals[0] = 7\n"
    made: dict[str, FunctionType] = {}
    exec(code, made)  # a kernel of one line, with the same arguments: the real one takes long to compile
    monkeypatch.setattr(pot_kernel, "run_scenarios", made["tiny"])
    (tmp_path / "a file").write_text("not a folder", encoding="utf-8")
    told: list[str] = []
    answer = load_machine(str(tmp_path / "a file" / "kernel"), lambda text: told.append(text.say()))
    assert isinstance(answer, Machine)
    assert (answer.kept_in, answer.was_compiled) == ("", True)
    assert sum(words.startswith(f"Räknekärnan kan inte sparas i {tmp_path}") for words in told) == 1


# --- interrupted --------------------------------------------------------------------


def test_what_is_interrupted_is_taken_up_where_it_stopped() -> None:
    made = vary_amount(plan(60, 1, 2, 3), 0, range(10))
    finished: list[int] = []

    def done(count: int) -> None:
        finished.append(count)
        if sum(finished) == 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        sweep(made, None, done=done)
    before, after = sweep(made, None, last=sum(finished)), sweep(made, None, first=sum(finished))
    assert isinstance(before, Sweep)
    assert isinstance(after, Sweep)
    whole = worked_out(made)
    assert [before.totals[s] for s in range(4)] + [after.totals[s] for s in range(6)] == [
        whole.totals[s] for s in range(10)
    ]


@pytest.mark.parametrize("workers", [1, 2])
def test_the_kernel_begins_nothing_more_when_it_is_interrupted(monkeypatch: pytest.MonkeyPatch, workers: int) -> None:
    pytest.importorskip("numpy", reason="numpy is in the extra [sweep], which is not installed here")
    for limit in ("PIECE", "WORTH_A_THREAD"):
        monkeypatch.setattr(fast, limit, 1)
    begun: list[int] = []
    stopped = Event()

    def run(count: int, pots: Row, data: Row, axis: int, totals: Row, awards: Row, *rooms: Row | Floats) -> None:
        """Award nothing; the fourth piece and those after it are long."""
        begun.append(count)
        for place in range(len(rooms[0])):
            rooms[0][place] = 0
        if len(begun) > 3:
            stopped.wait(1)

    def done(_: int) -> None:
        if len(begun) >= 3:
            raise KeyboardInterrupt

    made = vary_amount(plan(0, 1, 2, 3), 0, [0] * 1000)
    with pytest.raises(KeyboardInterrupt):
        sweep(made, Machine(run, "", False), workers=workers, done=done)
    assert len(begun) <= 3 + workers
