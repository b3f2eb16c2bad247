"""What the documents say is what the program does."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from overens.cli.main import COMMANDS, run
from tests.architecture.consoles import CONSOLE, TUTORIAL, assert_shown

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])


def _consoles() -> list[tuple[str, str, str]]:
    return [
        (path.name, found["command"], found["output"])
        for path in DOCUMENTS
        if path != TUTORIAL  # its commands need the files it tells its reader to write
        for found in CONSOLE.finditer(path.read_text(encoding="utf-8"))
    ]


def test_readme_shows_real_commands() -> None:
    shown = {shlex.split(command)[1] for _, command, _ in _consoles()}
    assert {"year", "place", "explain", "check"} <= shown


@pytest.mark.parametrize(("document", "command", "output"), _consoles())
def test_printed_output_is_what_the_command_prints(
    document: str, command: str, output: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    assert run(shlex.split(command)[1:]) == 0
    assert_shown(document, output, capsys.readouterr().out)


def test_python_in_the_readme_prints_what_it_says() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    code = text.split("```python\n")[1].split("```")[0]
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert printed.strip() == text.split("```text\n")[1].split("\n```")[0]


def test_every_command_is_in_the_documents() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in DOCUMENTS)
    assert [name for name in COMMANDS if f"overens {name}" not in text] == []


def test_the_example_agreement_in_the_guide_is_sound(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    guide = (ROOT / "docs" / "avtalsfilen.md").read_text(encoding="utf-8")
    file = tmp_path / "exempel.yaml"
    file.write_text(guide.split("```yaml\n")[1].split("```")[0], encoding="utf-8")
    code = run(["check", str(file)])
    assert (code, "0 fel" in capsys.readouterr().out) == (0, True)


PATHS = re.compile(
    r"`((?:src/overens/|agreement/|allocation/|figures/|cli/|usecases/|writing/|intake/|export/|docs/|pages/)[\w/.*-]+)`"
)


@pytest.mark.parametrize("document", ["CONTRIBUTING.md", "ARCHITECTURE.md"])
def test_files_that_are_pointed_out_exist(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    named = {name for name in PATHS.findall(text) if "YEAR" not in name}
    absent = [n for n in named if not any(list(base.glob(n.rstrip("/"))) for base in (ROOT, ROOT / "src" / "overens"))]
    assert named
    assert absent == []


def test_names_that_are_pointed_out_exist() -> None:
    """CONTRIBUTING says which name to change in which file."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    pairs = re.findall(r"`(\w+)` in `((?:agreement|allocation|cli)/\w+\.py)`", text)
    assert len(pairs) >= 10
    for name, file in pairs:
        assert re.search(rf"\b{name}\b", (ROOT / "src" / "overens" / file).read_text(encoding="utf-8")), (name, file)
