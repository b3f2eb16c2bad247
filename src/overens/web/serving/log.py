"""What happened -> one JSON line on stderr: never a visitor's address, never what was searched for."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import structlog

Level = str
_PROCESSORS: tuple[Callable[..., Any], ...] = (
    structlog.processors.TimeStamper(fmt="iso", utc=True, key="time"),
    structlog.processors.JSONRenderer(ensure_ascii=False),
)


def note(event: str, level: Level = "info", **values: object) -> None:
    """Write one line; a log that cannot be written to stops nothing.

    Args:
        event: What happened, in one word.
        level: "info", "warning" or "error".
        values: What else to say; times are in milliseconds, sizes in bytes.
    """
    line: Any = {"event": event, "level": level, **values}
    for processor in _PROCESSORS:
        line = processor(None, level, line)
    with suppress(OSError, ValueError):
        sys.stderr.write(f"{line}\n")
        sys.stderr.flush()


class ServerLog(logging.Handler):
    """What the server under us says, as lines of the same kind."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write the record, with its traceback if it has one."""
        fault = logging.Formatter().formatException(record.exc_info) if record.exc_info else None
        more = {"traceback": fault} if fault else {}
        note("server", record.levelname.lower(), says=record.getMessage(), **more)


def take_over_server_log() -> None:
    """Let the server's warnings come out as our lines, and nothing less than warnings."""
    for name in ("uvicorn", "uvicorn.error", "uvicorn.access", "uvicorn.asgi"):
        logger = logging.getLogger(name)
        logger.handlers, logger.propagate = [], False
        logger.setLevel(logging.WARNING)
    logging.getLogger("uvicorn.error").addHandler(ServerLog())
