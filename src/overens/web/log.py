"""What happened -> one JSON line on stderr: never a visitor's address, never what was searched for."""

from __future__ import annotations

import json
import logging
import sys
from contextlib import suppress
from datetime import UTC, datetime


def note(event: str, level: str = "info", **values: object) -> None:
    """Write one line; a log that cannot be written to stops nothing.

    Args:
        event: What happened, in one word.
        level: "info", "warning" or "error".
        values: What else to say; times are in milliseconds, sizes in bytes.
    """
    now = datetime.now(UTC).isoformat(timespec="milliseconds")
    line = json.dumps({"time": now, "level": level, "event": event, **values}, ensure_ascii=False, default=str)
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
