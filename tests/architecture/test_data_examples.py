"""The examples in docs/data.md read from a running portal and print what the document shows."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.web.serving.started import Started, portal, started

DOCUMENT = Path(__file__).parents[2] / "docs" / "data.md"
EXAMPLE = re.compile(
    r"```(?P<tool>sh|python|r)\n(?P<code>[^`]*127\.0\.0\.1:8000[^`]*)```\n\n```text\n(?P<output>.*?)```", re.DOTALL
)
EXAMPLES = [(found["tool"], found["code"], found["output"]) for found in EXAMPLE.finditer(DOCUMENT.read_text("utf-8"))]
RUNS = {
    "sh": ("curl", "bash", "-c"),
    "python": (sys.executable, sys.executable, "-c"),
    "r": ("Rscript", "Rscript", "-e"),
}
"""Tool of an example -> the program it needs, and how it is run."""


@pytest.fixture(scope="module")
def serving() -> Iterator[Started]:
    with started(*portal("--processes", "1")) as found:
        yield found


def there_is(program: str) -> None:
    """Skip the test where the program is absent; where CI=true it fails."""
    absent = f"no {program} on this machine: apt-get install {'r-base-core' if program == 'Rscript' else program}"
    if shutil.which(program) is None and os.environ.get("CI") == "true":
        pytest.fail(absent)
    if shutil.which(program) is None:
        pytest.skip(absent)


def test_there_is_one_in_each_language() -> None:
    assert {tool for tool, _, _ in EXAMPLES} == set(RUNS)
    assert DOCUMENT.read_text("utf-8").count("127.0.0.1:8000") == len(EXAMPLES)


@pytest.mark.parametrize(("tool", "code", "output"), EXAMPLES, ids=[f"{n} {one[0]}" for n, one in enumerate(EXAMPLES)])
def test_an_example_prints_what_is_shown(serving: Started, tool: str, code: str, output: str) -> None:
    program, *command = RUNS[tool]
    there_is(program)
    run = subprocess.run(
        [*command, code.replace("127.0.0.1:8000", f"127.0.0.1:{serving.port}")],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env={**os.environ, "LC_ALL": "C.UTF-8", "PYTHONIOENCODING": "utf-8"},
    )
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout == output
