"""Work parted on processes: each piece once, faults told here, and none left behind."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from overens.export.folder.unfit import Unfit, in_the_way
from overens.web.publishing.crew import crew


def double(n: int) -> tuple[int, int]:
    return 2 * n, os.getpid()


def _full(_: int) -> int:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "x.csv")


def _die(_: int) -> int:
    os._exit(9)


@pytest.mark.parametrize("number", [1, 2, 3])
def test_each_piece_is_done_once(number: int) -> None:
    with crew(number, double) as do:
        done = sorted((piece, answer[0]) for wave in (range(50), range(50, 53), range(0)) for piece, answer in do(wave))

    assert done == [(n, 2 * n) for n in range(53)]


def test_it_is_done_elsewhere_and_nobody_is_left() -> None:
    with crew(2, double) as do:
        pids = {pid for _, (_, pid) in do(range(50))}

    assert os.getpid() not in pids
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


@pytest.mark.parametrize(("work", "code"), [(_full, errno.ENOSPC), (_die, errno.ECHILD)])
def test_a_fault_is_told_here(work: Callable[[int], int], code: int) -> None:
    with pytest.raises(OSError, match="child" if code == errno.ECHILD else "x.csv") as fault, crew(2, work) as do:
        list(do(range(50)))

    assert fault.value.errno == code


def _unfit(_: int) -> int:
    raise Unfit(in_the_way(Path("x/2024")))


@pytest.mark.parametrize("number", [1, 2])
def test_a_folder_that_is_unfit_is_told_here_with_what_would_do(number: int) -> None:
    with pytest.raises(Unfit) as unfit, crew(number, _unfit) as do:
        list(do(range(50)))

    assert unfit.value.fault == in_the_way(Path("x/2024"))


def _at_a_page(_: int) -> int:
    error = ValueError("no such thing")
    error.add_note("2024/nassjo/index.html")
    raise error


@pytest.mark.parametrize("number", [1, 2])
def test_which_page_it_was_is_told_here(number: int) -> None:
    with crew(number, _at_a_page) as do, pytest.raises(ValueError, match="no such thing") as raised:
        list(do([1]))
    assert raised.value.__notes__ == ["2024/nassjo/index.html"]
