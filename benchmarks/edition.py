"""One year of the portal as files -> how long it takes, and how much memory, on as many cores as the budget is for."""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

Row = tuple[str, float, float, str]
OVERENS = str(Path(sys.executable).with_name("overens"))
PROCESSES = "2"


def edition_rows() -> list[Row]:
    """Publish 2024 once, then ask for it again, which only checks it."""
    with tempfile.TemporaryDirectory() as folder:
        command = [OVERENS, "publish", f"{folder}/edition", "2024", "--processes", PROCESSES]
        first, second = _seconds(command), _seconds(command)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return [
        ("overens publish 2024, 2 processes", first, 180, "s"),
        ("the same again: every file checked", second, 15, "s"),
        ("memory of its largest process", peak, 2000, "MB"),
    ]


def _seconds(command: list[str]) -> float:
    begun = time.monotonic()
    subprocess.run(command, check=True, capture_output=True)
    return time.monotonic() - begun
