"""make demo: a year, a place and an explanation, and commands to try next that work as they stand."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from overens.cli import demo
from tests.cli.running import overens

ROOT = Path(__file__).resolve().parents[2]


def suggested() -> list[list[str]]:
    """Return the words of each command that the demo says to try, without what it says of them."""
    lines = re.findall(r"^ +\.venv/bin/overens (.*?)(?:  +.*)?$", demo.NEXT, re.MULTILINE)
    return [shlex.split(line) for line in lines]


def test_it_shows_the_year_one_place_and_one_explanation(capsys: pytest.CaptureFixture[str]) -> None:
    assert demo.main() == 0

    shown = capsys.readouterr().out
    for words in ("$ overens year 2024", "Regionerna 2024", "Region Jönköpings län 2024", "1. Potten"):
        assert words in shown
    assert shown.rstrip().endswith("docs/avtalsfilen.md")


def test_it_stops_with_the_code_of_what_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demo, "SHOWN", (("year", "x"), ("year", "2024")))

    assert demo.main() == 2


@pytest.mark.parametrize("words", suggested(), ids=" ".join)
def test_what_it_says_to_try_next_works(words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    assert overens(*words).code == 0


def test_it_suggests_something_and_the_guide_it_names_is_there() -> None:
    assert len(suggested()) >= 4
    assert (ROOT / "docs" / "avtalsfilen.md").is_file()
