"""overens publish: what it refuses, what it says, and how it is stopped."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from overens.export.folder.taken import JOURNAL
from tests.cli.running import SCRIPT, overens

SMALL = ("2017", "--place", "region-gotland", "--processes", "1")


def test_a_folder_with_other_things_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "mitt.txt").write_text("mitt")

    swedish, english = overens("publish", tmp_path, *SMALL), overens("publish", tmp_path, *SMALL, language="en")

    assert (swedish.code, english.code) == (2, 2)
    assert "är inte tom och ingen utgåva: där finns mitt.txt. Ange en mapp som är tom" in swedish.said
    assert "is not empty and no edition: it holds mitt.txt. Name a folder that is empty" in english.said
    assert [path.name for path in tmp_path.iterdir()] == ["mitt.txt"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("2030",), "Biblioteket har inga avtal för 2030. Det har: 2017, 2018"),
        (("2017", "--place", "xyzzy"), "Platsen 'xyzzy' finns inte."),
        (("2017", "--address", "ftp://x.example"), "'ftp://x.example' är ingen adress"),
        (("2017", "--address", "https://x.example/?a"), "är ingen adress"),
        (("2017", "--address", "https://"), "är ingen adress"),
        (("2017", "--today", "i morgon"), "--today"),
        (("2017", "--processes", "0"), "--processes"),
    ],
)
def test_what_cannot_be_published_is_wrong_use(tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    answer = overens("publish", tmp_path / "x", *arguments)

    assert answer.code == 2
    assert said in answer.said
    assert not (tmp_path / "x").exists()


def test_a_folder_that_cannot_be_made_is_refused_by_the_machine(tmp_path: Path) -> None:
    answer = overens("publish", tmp_path / "no" / "x", *SMALL)

    assert answer.code == 3
    assert str(tmp_path / "no") in answer.said


def test_a_machine_that_cannot_lock_the_folder_refuses_before_it_makes_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "fcntl", None)

    answer = overens("publish", tmp_path / "x", *SMALL)

    assert answer.code == 3
    assert "kan inte låsas på den här maskinen" in answer.said
    assert not (tmp_path / "x").exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_is_not_to_be_written_to_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)

    assert overens("publish", tmp_path, *SMALL).code == 3


def test_a_full_disk_is_told_and_leaves_what_can_be_gone_on_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put = Path.replace

    def full(self: Path, target: Path) -> Path:
        if str(target).endswith("2017/index.html"):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(target))
        return put(self, target)

    monkeypatch.setattr(Path, "replace", full)
    answer = overens("publish", tmp_path / "x", *SMALL)

    assert answer.code == 3
    assert "Disken är full" in answer.said
    assert (tmp_path / "x" / JOURNAL).exists()
    assert (tmp_path / "x" / "index.html").exists()
    assert not (tmp_path / "x" / "2017" / "index.html").exists()


def test_it_can_be_stopped(tmp_path: Path) -> None:
    folder = tmp_path / "x"
    command = [str(SCRIPT), "publish", str(folder), "2017", "--place", "region-gotland", "--processes", "2"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as run:
        until = time.monotonic() + 60
        while time.monotonic() < until and not (folder / "index.html").exists():
            time.sleep(0.05)
        run.send_signal(signal.SIGINT)
        _, said = run.communicate(timeout=60)

    assert run.returncode == 130
    assert "samma kommando fortsätter" in said
    assert "Traceback" not in said
