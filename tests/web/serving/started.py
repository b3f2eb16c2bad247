"""A portal in a process of its own, started for one test and stopped after it, whatever happens."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx

ROOT = Path(__file__).parents[3]
TINY = Path(__file__).with_name("tiny_portal.py")


@dataclass
class Started:
    """A portal that answers."""

    process: subprocess.Popen[str]
    port: int
    errors: list[str] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def get(self, path: str, **options: str) -> httpx.Response:
        return httpx.get(self.url + path, timeout=20, headers=options or None)

    def connect(self, sends: bytes = b"", *, takes: int | None = None) -> socket.socket:
        """Return a connection on which so much has been sent, and that takes few bytes at a time."""
        made = socket.socket()
        made.settimeout(20)
        if takes is not None:
            made.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, takes)
        made.connect(("127.0.0.1", self.port))
        made.sendall(sends)
        return made

    def children(self) -> set[int]:
        """Return the processes that serve."""
        tasks = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return {int(pid) for pid in tasks.read_text(encoding="utf-8").split()}

    def stop(self, how: signal.Signals = signal.SIGTERM) -> int:
        self.process.send_signal(how)
        return self.process.wait(20)


@contextmanager
def started(*command: str) -> Iterator[Started]:
    """Start the command, wait for the port that it prints, and stop it afterwards."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("OVERENS_")}
    environment["PYTHONPATH"] = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment, cwd=ROOT
    ) as process:
        errors: list[str] = []
        assert process.stderr is not None
        assert process.stdout is not None
        thread = threading.Thread(target=errors.extend, args=(process.stderr,), daemon=True)
        thread.start()
        try:
            found = re.search(r"(\d+)/?(?: \(.*)?$", process.stdout.readline().strip())
            assert found, "".join(errors)
            yield Started(process, int(found[1]), errors)
        finally:
            if process.poll() is None:
                process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
            thread.join(20)


def tiny_portal(processes: int = 1, *options: str) -> tuple[str, ...]:
    """Return the command that serves the tiny portal."""
    return (sys.executable, str(TINY), str(processes), *options)


def portal(*options: str) -> tuple[str, ...]:
    """Return the command that serves the real portal on a free port."""
    start = "from overens.cli.start import main; main()"
    return (sys.executable, "-c", start, "serve", "--port", "0", *options)
