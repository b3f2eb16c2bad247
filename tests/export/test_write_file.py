"""Text -> a file that is whole, or as it was before."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from pathlib import Path
from typing import Any

import pytest

from overens.export.write_file import write_whole


def full_disk(*_: object, **__: object) -> Any:
    """Stand in for a system call on a full disk."""
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_new_file_holds_the_text_as_utf_8_with_its_line_ends(tmp_path: Path) -> None:
    write_whole(tmp_path / "å.csv", "\ufeffHåbo\r\nGotland\n")

    assert (tmp_path / "å.csv").read_bytes() == "\ufeffHåbo\r\nGotland\n".encode()


def test_an_old_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("x" * 10_000, encoding="utf-8")

    write_whole(path, "ny")

    assert path.read_text(encoding="utf-8") == "ny"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("call", ["fsync", "fdopen", "replace", "chmod"])
def test_whatever_fails_the_old_file_is_as_it_was_and_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    path = tmp_path / "a"
    path.write_text("det gamla", encoding="utf-8")
    monkeypatch.setattr(Path if call in ("replace", "chmod") else os, call, full_disk)

    with pytest.raises(OSError, match="No space left"):
        write_whole(path, "ny" * 1_000_000)

    monkeypatch.undo()
    assert path.read_text(encoding="utf-8") == "det gamla"
    assert list(tmp_path.iterdir()) == [path]


def test_ctrl_c_while_writing_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a"
    path.write_text("det gamla", encoding="utf-8")

    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)

    with pytest.raises(KeyboardInterrupt):
        write_whole(path, "ny")

    assert path.read_text(encoding="utf-8") == "det gamla"
    assert list(tmp_path.iterdir()) == [path]


def test_the_text_is_on_the_disk_before_the_old_file_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []
    fsync, replace = os.fsync, Path.replace

    def noted_fsync(descriptor: int) -> None:
        order.append("fsync")
        fsync(descriptor)

    def noted_replace(path: Path, target: Path) -> Path:
        order.append("replace")
        return replace(path, target)

    monkeypatch.setattr(os, "fsync", noted_fsync)
    monkeypatch.setattr(Path, "replace", noted_replace)

    write_whole(tmp_path / "a", "ny")

    assert order == ["fsync", "replace"]


def test_the_file_is_made_beside_the_old_one_not_on_another_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders: list[object] = []
    mkstemp = tempfile.mkstemp

    def noted(*args: Any, **options: Any) -> Any:
        folders.append(options.get("dir"))
        return mkstemp(*args, **options)

    monkeypatch.setattr(tempfile, "mkstemp", noted)

    write_whole(tmp_path / "a", "ny")

    assert [Path(str(folder)) for folder in folders] == [tmp_path]


def test_a_folder_that_is_not_there_is_an_error_that_names_the_file_asked_for(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught:
        write_whole(tmp_path / "saknas" / "a.csv", "ny")

    assert Path(str(caught.value.filename)).name == "a.csv"


def test_a_private_file_stays_private(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("hemligt", encoding="utf-8")
    path.chmod(0o600)

    write_whole(path, "ny")

    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_new_file_has_the_rights_the_user_gives_new_files(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        write_whole(tmp_path / "a", "ny")
    finally:
        os.umask(before)

    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o600


def test_a_link_is_written_through(tmp_path: Path) -> None:
    (tmp_path / "riktig").write_text("det gamla", encoding="utf-8")
    (tmp_path / "länk").symlink_to("riktig")

    write_whole(tmp_path / "länk", "ny")

    assert (tmp_path / "länk").is_symlink()
    assert (tmp_path / "riktig").read_text(encoding="utf-8") == "ny"


def test_a_refused_file_is_named_as_it_was_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**_: object) -> None:
        raise OSError(errno.EACCES, os.strerror(errno.EACCES), str(tmp_path / ".prov.txt.tillfällig"))

    monkeypatch.setattr("tempfile.mkstemp", refuse)

    with pytest.raises(PermissionError) as refused:
        write_whole(tmp_path / "prov.txt", "hej")

    assert refused.value.filename == str(tmp_path / "prov.txt")


def test_a_name_as_long_as_a_name_may_be(tmp_path: Path) -> None:
    path = tmp_path / ("a" * 251 + ".txt")

    write_whole(path, "hej")

    assert path.read_text(encoding="utf-8") == "hej"
