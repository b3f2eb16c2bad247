"""make demo: a year, a place, an explanation and the portal, and commands to try next that work as they stand."""

from __future__ import annotations

import re
import shlex
import socket
from pathlib import Path

import httpx
import pytest

from overens.cli import demo
from tests.cli.running import overens

ROOT = Path(__file__).resolve().parents[2]


def suggested() -> list[list[str]]:
    """Return the words of each command that the demo says to try, without what it says of them."""
    lines = re.findall(r"^ +\.venv/bin/overens (.*?)(?:  +.*)?$", demo.NEXT, re.MULTILINE)
    return [shlex.split(line) for line in lines]


def test_it_shows_the_year_one_place_and_one_explanation(capsys: pytest.CaptureFixture[str]) -> None:
    assert demo.show() == 0

    shown = capsys.readouterr().out
    for words in ("$ overens year 2024", "Regionerna 2024", "Region Jönköpings län 2024", "1. Potten"):
        assert words in shown
    assert shown.rstrip().endswith("docs/avtalsfilen.md")


def test_it_stops_with_the_code_of_what_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demo, "SHOWN", (("year", "x"), ("year", "2024")))

    assert demo.main() == 2


@pytest.mark.parametrize("words", suggested(), ids=" ".join)
def test_what_it_says_to_try_next_works(words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "docs").symlink_to(Path(__file__).parents[2] / "docs")  # it is to be tried beside them
    monkeypatch.chdir(tmp_path)

    assert overens(*words).code == 0


def test_it_suggests_something_and_the_guide_it_names_is_there() -> None:
    assert len(suggested()) >= 4
    assert (ROOT / "docs" / "avtalsfilen.md").is_file()


def test_then_the_portal_answers_for_as_long_as_asked_and_is_gone(capsys: pytest.CaptureFixture[str]) -> None:
    assert demo.start_portal(1) == 0

    shown = capsys.readouterr().out
    (url,) = re.findall(r"http://\S+", shown)
    assert "Portalen svarar (200, " in shown
    assert "efter 1 s" in shown
    with pytest.raises(httpx.ConnectError):
        httpx.get(url)


def test_a_taken_port_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        monkeypatch.setattr(demo, "FIRST_PORT", taken.getsockname()[1])

        assert demo.FIRST_PORT < demo._free_port() < demo.FIRST_PORT + demo.PORTS_TRIED


def test_a_portal_that_does_not_start_says_why(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        monkeypatch.setattr(demo, "_free_port", lambda: taken.getsockname()[1])

        assert demo.start_portal(1) == 3

    assert "är upptagen" in capsys.readouterr().err


@pytest.mark.parametrize(("asked", "seconds"), [("5", 5), ("0", 0), ("", 60), ("länge", 60)])
def test_where_no_one_can_stop_it_it_stops_by_itself(asked: str, seconds: int) -> None:
    assert demo._seconds(asked) == seconds
