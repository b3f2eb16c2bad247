"""Help for every command and subcommand, in both languages, short enough to read in a terminal."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from overens import __version__
from overens.cli.main import COMMANDS
from tests.cli.running import asked
from tests.cli.test_language import fragments

PATHS: tuple[tuple[str, ...], ...] = (
    (),
    *((name,) for name in COMMANDS),
    ("figures", "list"),
    ("figures", "show"),
    ("outcomes", "template"),
    ("outcomes", "check"),
    ("outcomes", "import"),
)
WITH_EXAMPLE = ("year", "place", "calendar", "notice", "agreement", "explain", "lead-time")
each_command = pytest.mark.parametrize("path", PATHS, ids=lambda path: " ".join(path) or "overens")


@each_command
def test_it_says_how_it_is_used_in_swedish_and_english(path: tuple[str, ...]) -> None:
    swedish, english = asked(*path, "--help", columns=80), asked("--lang", "en", *path, "--help", columns=80)

    for answer, usage in ((swedish, "Användning"), (english, "Usage")):
        assert (answer.code, answer.err) == (0, "")
        assert answer.lines[0].startswith(f"{usage}: {' '.join(('overens', *path))}")
    assert "Visa den här hjälpen." in swedish.said
    assert "Show this help." in english.said


@each_command
def test_it_is_of_one_language(path: tuple[str, ...]) -> None:
    swedish, english = asked(*path, "--help").said, asked("--lang", "en", *path, "--help").said

    assert {piece for piece in fragments("sv") if piece in swedish}
    assert {piece for piece in fragments("en") if piece in swedish} == set()
    assert {piece for piece in fragments("en") if piece in english}
    assert {piece for piece in fragments("sv") if piece in english} == set()


@each_command
def test_it_fits_a_terminal_of_80_columns(path: tuple[str, ...]) -> None:
    assert max(map(len, asked(*path, "--help", columns=80).lines)) <= 80


@each_command
def test_every_option_says_what_it_does(path: tuple[str, ...]) -> None:
    for language in ("sv", "en"):
        text = asked("--lang", language, *path, "--help", columns=120).out
        options = re.findall(r"^  (-.*?)(?:  +(.*))?$", text, re.MULTILINE)
        assert options
        assert [option for option, says in options if not says] == []


@each_command
def test_minus_h_is_help(path: tuple[str, ...]) -> None:
    assert asked(*path, "-h").out == asked(*path, "--help").out


def test_the_list_has_every_command_with_a_line_each() -> None:
    text = asked("--help").out

    for name in COMMANDS:
        assert re.search(rf"^  {name}  +\S.*\.$", text, re.MULTILINE), name


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_begins_with_the_line_it_has_in_the_list(name: str) -> None:
    (line,) = re.findall(rf"^  {name}  +(\S.*)$", asked("--help").out, re.MULTILINE)

    assert line in asked(name, "--help").said


@pytest.mark.parametrize("name", WITH_EXAMPLE)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_example_works_as_it_stands_and_is_not_broken_within_a_word(
    name: str, language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # where an example may write what it names
    text = asked("--lang", language, name, "--help", columns=80).out
    after = re.split(r"Exempel: |Example: ", text)[1]
    examples = [example.strip() for line in after.splitlines() for example in line.split(" · ") if example.strip()]

    assert examples
    for example in examples:
        words = [word.strip('"') for word in re.findall(r'"[^"]*"|\S+', example)]
        assert words[:2] == ["overens", name], "an example begins with the command and is not broken"
        answer = asked(*words[1:])
        assert answer.code == 0, f"{example}: {answer.err}"


@pytest.mark.parametrize("path", [(), ("figures",)], ids=["overens", "figures"])
def test_without_a_command_the_help_is_shown_and_nothing_else(path: tuple[str, ...]) -> None:
    answer = asked(*path)

    assert answer.out + answer.err == asked(*path, "--help").out


@each_command
def test_the_language_may_be_chosen_wherever_help_is_asked_for(path: tuple[str, ...]) -> None:
    answer = asked(*path, "--lang", "en", "--help")

    assert (answer.code, answer.err) == (0, "")
    assert answer.out == asked("--lang", "en", *path, "--help").out


def test_the_version_is_the_packages() -> None:
    assert asked("--version").out == f"overens {__version__}\n"
