"""A document's bytes -> what a child process with limits reads in them, or how the child ended."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from contextlib import suppress
from enum import StrEnum

from overens.intake.documents.answer import Reading, Refused, unpack
from overens.intake.documents.document import Format
from overens.intake.documents.limits import CHILD_WAIT, MOST_TEXT

_CHILD = "overens.intake.documents.child"
_LONGEST_ANSWER = 8 * MOST_TEXT
_CPU_ENDED = -24
"""SIGXCPU, by number: Windows does not name it."""


class End(StrEnum):
    """How a child ended without an answer."""

    TOO_SLOW = "too_slow"
    BROKE = "broke"
    NOT_STARTED = "not_started"


def read_in_child(raw: bytes, kind: Format, *, wait: float = CHILD_WAIT) -> Reading | Refused | End:
    """Return what a child process reads in the bytes.

    The child knows nothing of this process but where Python's modules are, and is never left running.

    Args:
        raw: The document.
        kind: HTML in UTF-8, PDF or DOCX.
        wait: Seconds by the clock after which the child is ended.
    """
    command = [sys.executable, "-P", "-s", "-m", _CHILD, kind.value]
    try:
        child = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
        )
    except OSError:
        return End.NOT_STARTED
    ended = threading.Event()

    def end() -> None:
        ended.set()
        child.kill()

    clock = threading.Timer(wait, end)
    clock.start()
    try:
        answer = _converse(child, raw)
    finally:
        clock.cancel()
        child.kill()
        status = child.wait()
    if ended.is_set() or status == _CPU_ENDED:
        return End.TOO_SLOW
    return (unpack(answer) if len(answer) <= _LONGEST_ANSWER else None) or End.BROKE


def _converse(child: subprocess.Popen[bytes], raw: bytes) -> bytes:
    """Hand the child the bytes, then take its answer; it reads all before it writes."""
    assert child.stdin is not None
    assert child.stdout is not None
    with suppress(BrokenPipeError):
        child.stdin.write(raw)
    with suppress(BrokenPipeError):
        child.stdin.close()
    with child.stdout:
        return child.stdout.read(_LONGEST_ANSWER + 1)


def _environment() -> dict[str, str]:
    """Return the little that the child is told: where modules are, and what Windows needs to start anything."""
    path = os.pathsep.join(filter(None, sys.path))
    kept = {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}
    return {"PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1", **kept}
