"""The examples of docs/api.md, run as they stand against the portal served for real; what needs a program is skipped without it."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.web.api.asked import ask
from tests.web.serving.started import Started, started

ROOT = Path(__file__).parents[3]
GUIDE = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
PORTAL = ROOT / "tests" / "web" / "browser" / "real_portal.py"
WRITTEN = "http://127.0.0.1:8000"
PLACE = "/api/v1/places/2024/region-jonkopings-lan"


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", GUIDE, re.DOTALL)


@pytest.fixture(scope="module")
def served() -> Iterator[Started]:
    with started(sys.executable, str(PORTAL)) as portal:
        yield portal


def run(program: str, option: str, code: str, served: Started) -> str:
    """Return what a program prints that is given the code; skipped where the machine has it not, failed where CI=true."""
    found = shutil.which(program)
    if found is None:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(f"no {program} on this machine")
    code = code.replace(WRITTEN, served.url)
    return subprocess.run([str(found), option, code], capture_output=True, text=True, check=True, timeout=60).stdout


def test_every_curl_answers_what_the_guide_says(served: Started) -> None:
    if shutil.which("curl") is None:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)("no curl on this machine")
    awards, mark, simulation, problem = (run("sh", "-c", code, served) for code in blocks("sh"))
    assert _cut(awards) == json.loads(blocks("json")[0].replace("[…]", '"…"'))
    assert mark.lower().startswith('etag: "')
    assert [one["name"] for one in json.loads(simulation)["recipients"]] == ["Region Gotland"]
    assert "Menade du 'region'?" in json.loads(problem)["detail"]


def _cut(answer: str) -> object:
    """Return an answer with what changes with the library, or is long, left out as the guide leaves it out."""
    return {**json.loads(answer), "run": "…", "_links": "…"}


def test_python_sums_what_the_place_gets(served: Started) -> None:
    printed = run(sys.executable, "-c", blocks("python")[0], served)
    assert printed.split() == ["22", str(ask(PLACE).json()["total_kr"])]


def test_r_sums_what_the_place_gets_for_certain(served: Started) -> None:
    assert run("Rscript", "-e", blocks("r")[0], served).split() == [str(ask(PLACE).json()["certain_kr"])]
