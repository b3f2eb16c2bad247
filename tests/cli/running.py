"""Runs the command in this process, or in one of its own, and returns what a person or a program would see."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

from overens.cli.main import run

SCRIPT = Path(sys.executable).with_name("overens")


@dataclass(frozen=True)
class Answer:
    """What one run gave: its exit code, and what it wrote to stdout and stderr."""

    code: int
    out: str
    err: str

    @property
    def parsed(self) -> Any:
        """The JSON document, whatever the exit code."""
        return json.loads(self.out)

    @property
    def json(self) -> Any:
        """The JSON document of a run that went well."""
        assert self.code == 0, self.err
        return self.parsed

    @property
    def lines(self) -> list[str]:
        """The lines of stdout."""
        return self.out.splitlines()

    @property
    def said(self) -> str:
        """All that was said, with ordinary spaces and on one line, so that a test can be typed."""
        return " ".join((self.out + " " + self.err).split())


def overens(*args: str | Path, columns: int = 100, language: str | None = None) -> Answer:
    """Run the command in this process, in a terminal of so many columns that is not a colour terminal."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("OVERENS_")}
    environment["COLUMNS"] = str(columns)
    if language is not None:
        environment["OVERENS_LANG"] = language
    with tempfile.TemporaryDirectory() as folder, patch.dict(os.environ, environment, clear=True):
        out, err = Path(folder) / "out", Path(folder) / "err"
        with (
            out.open("w", encoding="utf-8", newline="") as to_out,
            err.open("w", encoding="utf-8", newline="") as to_err,
            redirect_stdout(to_out),
            redirect_stderr(to_err),
        ):
            code = run([str(arg) for arg in args])
        return Answer(code, _text(out), _text(err))


def _text(path: Path) -> str:
    with path.open(encoding="utf-8", newline="") as text:
        return text.read()


@cache
def asked(*args: str, columns: int = 100) -> Answer:
    """Return the answer to a question about the shipped library, asked once however many tests need it."""
    return overens(*args, columns=columns)


def document(*args: str) -> Any:
    """Return the JSON answer to a question about the shipped library."""
    return asked(*args, "--json").json


def process(*args: str | Path, stdout: Any = subprocess.PIPE, cwd: Path | None = None, **environment: str) -> Answer:
    """Run the command in a process of its own, without colour or language from outside."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("OVERENS_")}
    done = subprocess.run(
        [str(SCRIPT), *map(str, args)],
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=subprocess.PIPE,
        env={**inherited, "COLUMNS": "100", **environment},
        cwd=cwd,
        timeout=30,
        check=False,
    )
    return Answer(done.returncode, (done.stdout or b"").decode(), done.stderr.decode())
