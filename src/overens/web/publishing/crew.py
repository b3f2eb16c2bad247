"""Work and how many do it -> the work done in so many processes, which share what is read and end when the first one does."""

from __future__ import annotations

import errno
import gc
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection, Pipe, wait
from typing import Any, TypeVar

W = TypeVar("W")
R = TypeVar("R")
CHUNK = 8
"""Pieces of work that are handed over at a time."""


@contextmanager
def crew(number: int, work: Callable[[W], R]) -> Iterator[Callable[[Sequence[W]], Iterator[tuple[W, R]]]]:
    """Yield what does pieces of work, each once, and yields each with its result as it is done; in no order.

    Args:
        number: How many processes; 1 does the work here.
        work: What is done with a piece; both it and what it returns must bear to be sent. Where it draws pictures
            nothing may have been drawn here before: the engine's own threads do not come along.
    """
    if number == 1:
        yield lambda pieces: ((piece, work(piece)) for piece in pieces)
        return
    ends: list[Connection] = []
    pids: list[int] = []
    gc.freeze()  # what is read by now is shared, and never looked through again
    try:
        for _ in range(number):
            _hire(work, ends, pids)
        yield lambda pieces: _done(pieces, ends)
    finally:
        for end in ends:
            end.close()  # which each takes as the end of its work
        for pid in pids:
            os.waitpid(pid, 0)
        gc.unfreeze()


def _hire(work: Callable[[Any], Any], ends: list[Connection], pids: list[int]) -> None:
    mine, theirs = Pipe()
    pid = os.fork()
    if pid:
        theirs.close()
        ends.append(mine)
        pids.append(pid)
        return
    try:
        for end in (*ends, mine):
            end.close()  # so that theirs ends when the first process does
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process hears it, and ends the others
        _serve(work, theirs)
    finally:
        os._exit(0)


def _serve(work: Callable[[Any], Any], end: Connection) -> None:
    while True:
        try:
            pieces = end.recv()
        except EOFError:
            return
        try:
            answer: object = [work(piece) for piece in pieces]
        except Exception as error:  # noqa: BLE001 - told where it can be said
            answer = error
        end.send(answer)


def _done(pieces: Sequence[W], ends: Sequence[Connection]) -> Iterator[tuple[W, Any]]:
    waiting = [pieces[n : n + CHUNK] for n in range(0, len(pieces), CHUNK)][::-1]
    busy: dict[Connection, Sequence[W]] = {}
    for end in ends:
        _hand_over(end, waiting, busy)
    while busy:
        for one in wait(list(busy)):
            assert isinstance(one, Connection)
            chunk = busy.pop(one)
            answers = _answer(one)
            _hand_over(one, waiting, busy)
            yield from zip(chunk, answers, strict=True)


def _hand_over(end: Connection, waiting: list[Sequence[W]], busy: dict[Connection, Sequence[W]]) -> None:
    if waiting:
        busy[end] = waiting.pop()
        try:
            end.send(list(busy[end]))
        except BrokenPipeError:
            raise ChildProcessError(errno.ECHILD, os.strerror(errno.ECHILD)) from None


def _answer(end: Connection) -> list[Any]:
    try:
        answers = end.recv()
    except (EOFError, ConnectionResetError):
        raise ChildProcessError(errno.ECHILD, os.strerror(errno.ECHILD)) from None
    if isinstance(answers, Exception):
        raise answers
    assert isinstance(answers, list)
    return answers
