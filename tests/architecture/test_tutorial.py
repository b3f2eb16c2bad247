"""The tutorial is carried out as it is written: its files are saved, its commands run, its mistakes made."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.architecture.consoles import CONSOLE, TUTORIAL, assert_shown
from tests.cli.running import overens

_STEP = re.compile(
    r"Spara som `(?P<save>[^`]+)`:\n\n```\w+\n(?P<text>.*?)```"
    r"|Lägg till sist i `(?P<append>[^`]+)`:\n\n```\w+\n(?P<more>.*?)```"
    r"|Byt `(?P<old>[^`]+)`\s+mot\s+`(?P<new>[^`]+)`\s+i\s+`(?P<change>[^`]+)`\."
    r"|Skriver\s+du\s+`(?P<wrong>[^`]+)`\s+i\s+stället\s+för\s+`(?P<right>[^`]+)`:"
    r"|Glömmer\s+du\s+raden\s+`(?P<forgotten>[^`]+)`:"
    rf"|{CONSOLE.pattern}",
    re.DOTALL,
)


@dataclass
class Reader:
    """Someone who does what the tutorial says, in an empty folder.

    Attributes:
        current: The file that was saved or changed last.
        before: How that file read before a mistake was made in it, until the mistake is mended.
        done: How many times each kind of step was taken.
    """

    folder: Path
    current: Path | None = None
    before: str | None = None
    done: dict[str, int] = field(default_factory=dict)

    def take(self, step: re.Match[str]) -> None:
        """Take one step."""
        kind = next(name for name in ("save", "append", "change", "wrong", "forgotten", "command") if step[name])
        self.done[kind] = self.done.get(kind, 0) + 1
        match kind:
            case "save":
                self.write(step["save"], step["text"])
            case "append":
                self.write(step["append"], self.read(step["append"]) + step["more"])
            case "change":
                self.replace(step["change"], step["old"], step["new"])
            case "wrong" | "forgotten":
                self.err(step["right"] or f"{step['forgotten']}\n", step["wrong"] or "")
            case _:
                self.run(step["command"], step["output"])

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        if path.suffix == ".yaml":
            self.current = path

    def read(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8")

    def replace(self, name: str, old: str, new: str) -> None:
        text = self.read(name)
        assert text.count(old) == 1, f"{name}: '{old}' stands {text.count(old)} times"
        self.write(name, text.replace(old, new))

    def err(self, right: str, wrong: str) -> None:
        assert self.current is not None
        assert self.before is None, "the mistake before was never run"
        self.before = self.current.read_text(encoding="utf-8")
        self.replace(str(self.current.relative_to(self.folder)), right, wrong)

    def run(self, command: str, shown: str) -> None:
        answer = overens(*shlex.split(command)[1:])
        assert_shown(f"{TUTORIAL.name}: {command}", shown, answer.out + answer.err)
        if self.before is not None and self.current is not None:
            assert answer.code == 1, f"no mistake: {shown}"
            self.current.write_text(self.before, encoding="utf-8")
            self.before = None


def steps() -> Iterator[re.Match[str]]:
    """Yield what the tutorial tells its reader to do, in order."""
    return _STEP.finditer(TUTORIAL.read_text(encoding="utf-8"))


def test_every_step_gives_what_the_tutorial_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    reader = Reader(tmp_path)
    for step in steps():
        reader.take(step)

    assert {"save", "append", "change", "wrong", "forgotten", "command"} == set(reader.done)
    assert overens("check", "mitt-bibliotek").code == 0


def test_no_block_of_the_tutorial_is_left_out() -> None:
    """Every file and every command that is shown is one that the test above saves or runs."""
    text = TUTORIAL.read_text(encoding="utf-8")
    taken = sum(bool(step["save"] or step["append"] or step["command"]) for step in steps())
    shown = len(re.findall(r"^```(?:yaml|csv|console)$", text, re.MULTILINE))
    assert taken == shown
