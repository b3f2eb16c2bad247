"""What must hold in every file of the house."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = sorted((ROOT / "src" / "overens").rglob("*.py"))
PURE = [
    p
    for p in SOURCE
    if p.parts[p.parts.index("overens") + 1]
    in {"vocabulary", "writing", "figures", "agreement", "allocation", "notice", "scenario", "followup"}
]


@pytest.mark.parametrize("path", SOURCE, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_module_says_in_one_line_what_it_is(path: Path) -> None:
    doc = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert doc
    assert len(doc.splitlines()[0]) <= 130


def test_no_float_on_the_pure_floors() -> None:
    """Money and shares are int and Fraction; a float literal or float() has no way in."""
    found = [
        f"{path.name}:{node.lineno}"
        for path in PURE
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if (isinstance(node, ast.Constant) and isinstance(node.value, float))
        or (isinstance(node, ast.Name) and node.id == "float")
    ]
    assert [f for f in found if not f.startswith("names.py")] == []  # how near two names are is no money


def test_files_stay_small() -> None:
    long = {str(p.relative_to(ROOT)): n for p in SOURCE if (n := len(p.read_text(encoding="utf-8").splitlines())) > 350}
    assert long == {}


def test_no_empty_names_for_folders() -> None:
    empty = {"utils", "common", "core", "helpers", "misc", "manager", "service"}
    assert [str(p) for p in SOURCE if empty & {part.removesuffix(".py") for part in p.parts}] == []


def _tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    names = listed.stdout.split("\0") if listed.returncode == 0 else []
    return [ROOT / name for name in names if name and (ROOT / name).is_file()]


def test_no_registry_address_stands_in_any_file() -> None:
    tracked = _tracked()
    if not tracked:
        pytest.skip("not a git checkout: which files belong to the project cannot be asked")
    hosts = re.compile(
        "|".join([r"index-" + "url =", r"pypi\." + "org", r"files\.python" + "hosted", r"registry\.npm" + "js"])
    )
    wrong = [str(p.relative_to(ROOT)) for p in tracked if hosts.search(p.read_text(encoding="utf-8", errors="ignore"))]
    assert wrong == []


def test_every_locked_package_has_a_hash() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    packages = re.findall(r"^([\w.-]+)==\S+.*?(?=^\S|\Z)", lock, re.MULTILINE | re.DOTALL)
    blocks = re.split(r"^(?=[\w.-]+==)", lock, flags=re.MULTILINE)[1:]
    assert len(packages) > 20
    assert [block.splitlines()[0] for block in blocks if "--hash=sha256:" not in block] == []
