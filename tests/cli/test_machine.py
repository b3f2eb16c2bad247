"""What the machine refuses: full disks, locked folders, closed pipes, Ctrl-C. Nothing half-written, no traceback."""

from __future__ import annotations

import errno
import os
import signal
import stat
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.own_files import agreement, write
from tests.cli.running import SCRIPT, Answer, asked, overens, process

FULL = "Disken är full. Inget halvt har sparats; frigör plats och kör igen."
CODE = {"fine": 0, "problems": 1, "wrong use": 2, "refused": 3, "interrupted": 130}


def raising(error: int) -> Callable[..., Any]:
    """Return a stand-in for a system call that the machine refuses."""

    def refuse(*args: object, **_: object) -> None:
        name = next((str(arg) for arg in args if isinstance(arg, str | Path)), None)
        raise OSError(error, os.strerror(error), name)

    return refuse


def without_traceback(answer: Answer) -> None:
    """Fail if the user sees how the program is made."""
    for word in ("Traceback", "Errno", "Error:", 'File "'):
        assert word not in answer.out + answer.err


# --- a full disk --------------------------------------------------------------------


@pytest.mark.parametrize(
    "question",
    [("year", "2024"), ("year", "2024", "--json"), ("figures", "show", "befolkning", "--csv"), ("--help",)],
    ids=" ".join,
)
def test_printing_to_a_full_disk_is_refused(question: tuple[str, ...]) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        swedish = process(*question, stdout=full)
        english = process(*question, stdout=full, OVERENS_LANG="en")

    assert (swedish.code, swedish.err) == (CODE["refused"], f"{FULL}\n")
    assert english.code == CODE["refused"]
    assert english.err == "The disk is full. Nothing half-written was kept; free some space and run again.\n"


@pytest.mark.parametrize("away", ["2>&-", "2>/dev/full"])
def test_a_file_that_is_whole_is_no_failure_because_nobody_hears_of_it(tmp_path: Path, away: str) -> None:
    shell = f'exec "{SCRIPT}" year 2024 --csv --out "{tmp_path}/a.csv" {away}'
    done = subprocess.run(["/bin/sh", "-c", shell], stdout=subprocess.PIPE, timeout=30, check=False)
    assert done.returncode == CODE["fine"]
    assert [one.name for one in tmp_path.iterdir() if one.stat().st_size] == ["a.csv"]


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_disk_that_fills_while_writing_leaves_the_old_file_untouched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    old = tmp_path / "2024.csv"
    old.write_text("det gamla\n", encoding="utf-8")
    target = Path if call == "replace" else os
    monkeypatch.setattr(target, call, raising(errno.ENOSPC))

    answer = overens("year", "2024", "--csv", "--out", old)

    assert (answer.code, answer.out) == (CODE["refused"], "")
    assert "Disken är full" in answer.err
    assert "frigör plats och kör igen." in answer.err
    assert old.read_text(encoding="utf-8") == "det gamla\n"
    assert list(tmp_path.iterdir()) == [old]
    without_traceback(answer)


def test_a_disk_that_was_full_leaves_no_new_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", raising(errno.ENOSPC))

    answer = overens("year", "2024", "--json", "--out", tmp_path / "ny.json", "--lang", "en")

    assert answer.code == CODE["refused"]
    assert "The disk is full" in answer.err
    assert list(tmp_path.iterdir()) == []


def test_what_went_wrong_is_said_even_where_it_cannot_be_printed() -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run([str(SCRIPT), "yeer"], stdout=subprocess.PIPE, stderr=full, timeout=30, check=False)

    assert done.returncode == CODE["wrong use"]


# --- where to write -----------------------------------------------------------------


def test_out_in_a_folder_that_is_not_there_names_the_users_file(tmp_path: Path) -> None:
    target = tmp_path / "ingen mapp" / "2024.csv"

    swedish = overens("year", "2024", "--csv", "--out", target)
    english = overens("year", "2024", "--csv", "--out", target, "--lang", "en")

    assert (swedish.code, swedish.out, english.code) == (CODE["refused"], "", CODE["refused"])
    assert f"({target})" in swedish.err, "the name of a file that the user never asked for"
    assert "No such file" not in swedish.err, "English words in a Swedish sentence"
    assert f"({target})" in english.err


def test_out_in_a_folder_without_rights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.mkstemp", raising(errno.EACCES))

    answer = overens("year", "2024", "--csv", "--out", tmp_path / "2024.csv")

    assert (answer.code, answer.out) == (CODE["refused"], "")
    assert answer.err.startswith("Det går inte att läsa eller skriva")
    assert "Permission denied" not in answer.err, "English words in a Swedish sentence"
    assert list(tmp_path.iterdir()) == []


def test_out_through_a_link_keeps_the_link(tmp_path: Path) -> None:
    real, link = tmp_path / "riktig.csv", tmp_path / "länk.csv"
    real.write_text("det gamla\n", encoding="utf-8")
    link.symlink_to(real)

    assert overens("year", "2024", "--csv", "--out", link).code == CODE["fine"]

    assert link.is_symlink()
    assert real.read_text(encoding="utf-8") == asked("year", "2024", "--csv").out


def test_out_to_a_pipe_or_device_does_not_replace_it(tmp_path: Path) -> None:
    pipe = tmp_path / "rör"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        answer = overens("year", "2024", "--csv", "--out", pipe)
        assert stat.S_ISFIFO(pipe.lstat().st_mode), "as root, --out /dev/null would replace the device"
        assert answer.code != CODE["fine"] or os.read(reader, 100_000).decode() == asked("year", "2024", "--csv").out
    finally:
        os.close(reader)


# --- where to read ------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["missing", "file"])
def test_a_library_that_is_no_folder(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "bibliotek"
    if kind == "file":
        path.write_text("hej", encoding="utf-8")

    for question in (("year", "2024"), ("figures", "list"), ("agreement", "cancer-2024"), ("check",)):
        answer = overens(*question, "--library", path)
        assert answer.code == CODE["problems"], question
        what = "Det är en fil, inte en mapp." if kind == "file" else "Mappen finns inte."
        there = "It is a file, not a folder." if kind == "file" else "The folder does not exist."
        assert f"{path}:1:1: {what} Ange en mapp med avtalsfiler (.yaml) och underlag (.csv)." in answer.said
    english = overens("year", "2024", "--library", path, "--lang", "en")
    assert f"{there} Give a folder with agreement files (.yaml) and figures (.csv)." in english.said


@pytest.mark.parametrize("place", ["nässjö", "Östergötland"])
def test_a_machine_whose_locale_is_not_utf8(place: str) -> None:
    answer = process("place", place, "2024", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")

    assert answer == process("place", place, "2024")


def test_an_argument_that_is_no_text_is_told() -> None:
    done = subprocess.run(
        [str(SCRIPT), "place", b"n\xe4ssj\xf6\xff", "2024"],
        capture_output=True,
        timeout=30,
        check=False,
    )

    assert (done.returncode, done.stdout) == (2, b"")
    assert "finns inte" in done.stderr.decode()


def test_a_library_folder_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    locked = write(tmp_path / "låst", prov_yaml=agreement())
    real = os.scandir

    def scandir(path: Any = ".") -> Any:
        if isinstance(path, str | Path) and Path(path) == locked:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)

    answer = overens("year", "2024", "--library", locked)
    english = overens("year", "2024", "--library", locked, "--lang", "en")

    assert (answer.code, answer.out, english.code) == (CODE["problems"], "", CODE["problems"])
    assert f"{locked}:1:1: Mappen går inte att läsa" in answer.err, "the folder the user named"
    assert "Kontrollera dina rättigheter." in answer.err
    assert "Check your permissions." in english.err
    without_traceback(answer)


def test_a_file_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, prov_yaml=agreement())
    real = Path.open

    def opened(path: Path, *args: Any, **options: Any) -> Any:
        if path.name == "prov.yaml":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return real(path, *args, **options)

    monkeypatch.setattr(Path, "open", opened)

    answer = overens("check", tmp_path)

    assert answer.code == CODE["problems"]
    assert f"{tmp_path}/prov.yaml:1:1: Filen går inte att läsa" in answer.said
    assert "Kontrollera sökvägen och dina rättigheter." in answer.said
    assert "Permission denied" not in answer.said, "English words in a Swedish sentence"


# --- pipes and Ctrl-C ---------------------------------------------------------------


@pytest.mark.parametrize("question", [("schema",), ("year", "2024"), ("figures", "show", "befolkning", "--csv")])
def test_a_reader_that_has_seen_enough_is_no_error(question: tuple[str, ...]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    try:
        answer = process(*question, stdout=writer)
    finally:
        os.close(writer)

    assert (answer.code, answer.err) == (CODE["fine"], "")


def test_the_first_line_may_be_taken_and_the_rest_left() -> None:
    with subprocess.Popen([str(SCRIPT), "schema"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        assert running.stdout.readline() == b"{\n"
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait(timeout=30) == CODE["fine"]


def test_a_process_without_any_stdout_ends_without_a_traceback() -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", f'exec "{SCRIPT}" year 2024 >&-'], stderr=subprocess.PIPE, timeout=30, check=False
    )

    assert done.returncode in (CODE["fine"], CODE["refused"])
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(("language", "said"), [("sv", "Avbrutet. Inget har skrivits."), ("en", "Interrupted.")])
def test_ctrl_c_in_the_middle_ends_with_130_and_a_sentence(tmp_path: Path, language: str, said: str) -> None:
    table, result = tmp_path / "tabell.csv", tmp_path / "svar.txt"
    os.mkfifo(table)
    question = ("check-annex", str(table), "kvinnors-halsa-2024/befolkning", "--out", str(result), "--lang", language)
    with (
        subprocess.Popen([str(SCRIPT), *question], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running,
        table.open("w", encoding="utf-8"),  # opens when the command has begun to read
    ):
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=30)

    assert running.returncode == CODE["interrupted"]
    assert out == b""
    assert err.decode().strip().startswith(said)
    assert b"Traceback" not in err
    assert list(tmp_path.iterdir()) == [table]
