"""One function -> several processes that run it, watched: replaced when they die, stopped in order, none left behind."""

from __future__ import annotations

import os
import select
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from overens.web.log import note

STOPS = (signal.SIGTERM, signal.SIGINT)
STOP_SECONDS = 12.0
"""How long a process may take to stop; what it is answering has 10 of them."""
DEATHS = 5
DEATHS_SECONDS = 60.0
"""So many deaths in so long a time, and the whole is given up: what kills them is not chance."""
GIVEN_UP = 4

Work = Callable[[Callable[[], None], int], None]
"""What one process does: told how to say that it is ready, and a file that ends when the first process is gone."""


@dataclass
class _Watched:
    """The processes that run, and when others died."""

    work: Work
    ready: tuple[int, int]
    alive: tuple[int, int]
    running: set[int] = field(default_factory=set)
    died_at: list[float] = field(default_factory=list)

    def say_ready(self) -> None:
        """Say, from a process, that it is ready."""
        os.write(self.ready[1], b"1")


def run_processes(number: int, work: Work, on_ready: Callable[[], None]) -> int:
    """Run the work in so many processes until told to stop, by SIGTERM or Ctrl-C.

    Args:
        number: How many.
        work: What each does.
        on_ready: Called once, when all have said that they are ready.

    Returns:
        The exit code: 0, 130 where it was interrupted, 4 where the processes died again and again.
    """
    watched = _Watched(work, os.pipe(), os.pipe())
    with _signals() as told:
        try:
            for _ in range(number):
                _start(watched)
            code = _until_stopped(watched, told, number, on_ready)
        finally:
            _stop(watched, told)
    return code


def _until_stopped(watched: _Watched, told: int, number: int, on_ready: Callable[[], None]) -> int:
    waiting = number
    while True:
        seen, _, _ = select.select([told, watched.ready[0]], [], [])
        if watched.ready[0] in seen:
            ready = len(os.read(watched.ready[0], 64))  # also from those that replace others
            waiting -= ready
            if waiting <= 0 < waiting + ready:
                on_ready()
        signals = os.read(told, 64) if told in seen else b""
        if signal.SIGINT in signals:
            return 128 + signal.SIGINT
        if signal.SIGTERM in signals:
            return 0
        if signal.SIGCHLD in signals and not _replace_dead(watched):
            return GIVEN_UP


def _start(watched: _Watched) -> None:
    sys.stdout.flush()
    sys.stderr.flush()
    pid = os.fork()
    if pid:
        watched.running.add(pid)
        return
    code = 1
    try:
        signal.set_wakeup_fd(-1)
        for one in (*STOPS, signal.SIGCHLD):
            signal.signal(one, signal.SIG_DFL)
        os.close(watched.alive[1])  # so that the other end is closed when the first process is gone
        watched.work(watched.say_ready, watched.alive[0])
        code = 0
    except BaseException as error:  # noqa: BLE001 - the process ends here whatever happens
        note("process_fault", "error", traceback="".join(traceback.format_exception(error)))
    finally:
        os._exit(code)


def _replace_dead(watched: _Watched) -> bool:
    """Start a new process for each that died; return whether it is worth going on."""
    for pid, status in _reap(watched):
        note("process_died", "error", pid=pid, code=os.waitstatus_to_exitcode(status))
        now = time.monotonic()
        watched.died_at = [at for at in watched.died_at if now - at < DEATHS_SECONDS] + [now]
        if len(watched.died_at) >= DEATHS:
            return False
        _start(watched)
    return True


def _stop(watched: _Watched, told: int) -> None:
    """Ask all to stop, and end those that do not in time, or at once at a second Ctrl-C."""
    _send(watched, signal.SIGTERM)
    until = time.monotonic() + STOP_SECONDS
    while watched.running and time.monotonic() < until:
        if select.select([told], [], [], 0.2)[0] and signal.SIGINT in os.read(told, 64):
            break
        list(_reap(watched))
    _send(watched, signal.SIGKILL)
    for pid in watched.running:
        os.waitpid(pid, 0)
    for end in (*watched.ready, *watched.alive):
        os.close(end)


def _send(watched: _Watched, what: signal.Signals) -> None:
    for pid in watched.running:
        os.kill(pid, what)


def _reap(watched: _Watched) -> Iterator[tuple[int, int]]:
    """Yield those that have ended, with how."""
    for pid in list(watched.running):
        ended, status = os.waitpid(pid, os.WNOHANG)
        if ended:
            watched.running.discard(pid)
            yield pid, status


@contextmanager
def _signals() -> Iterator[int]:
    """Yield a file from which the numbers of the signals that come can be read, one byte each."""
    told, tell = os.pipe()
    for end in (told, tell):
        os.set_blocking(end, False)
    before = {one: signal.signal(one, lambda *_: None) for one in (*STOPS, signal.SIGCHLD)}
    woken = signal.set_wakeup_fd(tell, warn_on_full_buffer=False)
    try:
        yield told
    finally:
        signal.set_wakeup_fd(woken)
        for one, handler in before.items():
            signal.signal(one, handler)
        os.close(told)
        os.close(tell)
