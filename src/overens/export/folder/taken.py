"""A folder and which edition is to be in it -> the folder taken for writing: new, gone on with, or finished already."""

from __future__ import annotations

import errno
import json
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from overens.export.folder.unfit import (
    CannotLock,
    Unfit,
    a_link,
    another,
    being_written,
    no_folder,
    no_locks,
    not_ours,
    unreadable_state,
    within_library,
)
from overens.export.folder.written import BESIDE, Sum, Writer, holds, remove_files

STATE = ".overens-utgava.json"
"""Which edition the folder has; written first."""
JOURNAL = ".overens-utgava.gjort"
"""What has been written so far, a line each; gone when all is."""
LOCK = ".overens-utgava.pid"
SUMS = "SHA256SUMS"
"""The checksums of all files; written last."""
_OWN = {STATE, JOURNAL, LOCK, BESIDE}


@dataclass
class Taken:
    """A folder that one edition is being written in.

    Attributes:
        writer: What writes its files.
        done: What earlier runs had done, by what was done: each line's own words.
        sums: Every file of a finished edition; none while it is not finished.
    """

    writer: Writer
    done: dict[str, dict[str, Any]] = field(default_factory=dict)
    sums: dict[str, Sum] = field(default_factory=dict)

    @property
    def root(self) -> Path:
        """The folder."""
        return self.writer.root

    def finish(self, files: dict[str, Sum]) -> None:
        """Write the checksums, see to it that all is on the disk, and forget how it came about."""
        lines = [f"{digest}  {file}\n" for file, (_, digest) in sorted(files.items())]
        self.writer.put(SUMS, "".join(lines).encode())
        os.sync()
        (self.root / JOURNAL).unlink(missing_ok=True)
        shutil.rmtree(self.root / BESIDE, ignore_errors=True)

    @contextmanager
    def journal(self) -> Iterator[TextIOWrapper]:
        """Yield what takes a line for each piece of work that is done; a line that was cut off is closed first."""
        flags = (
            os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_NOFOLLOW
        )  # through a link it would be written somewhere else
        with os.fdopen(os.open(self.root / JOURNAL, flags, 0o666), "a", encoding="utf-8") as file:
            file.write("\n")
            yield file


def check_apart(path: Path, libraries: Iterable[Path]) -> None:
    """Refuse a folder within a library's folder, or around it.

    Raises:
        Unfit: If it is.
    """
    mine = path.resolve()
    for folder in libraries:
        other = folder.resolve()
        if mine == other or mine in other.parents or other in mine.parents:
            raise Unfit(within_library(path, folder))


@contextmanager
def take_folder(path: Path, key: str, *, replace: bool = False) -> Iterator[Taken]:
    """Yield the folder, which no other can take meanwhile.

    Args:
        key: Which edition is to be written in it.
        replace: Remove the files of the edition that is there.

    Raises:
        Unfit: If it is no folder, holds what is not ours, or is being written by another.
        CannotLock: If the machine cannot keep others from it meanwhile.
        OSError: If it cannot be made or written to.
    """
    _check_target(path)
    _check_locks(path)
    path.mkdir(exist_ok=True)
    with _locked(path):
        known = _key_there(path)
        if known is not None and (replace or known != key):
            if not replace:
                raise Unfit(another(path, known))
            _clear(path)
        writer = Writer(path)
        shutil.rmtree(path / BESIDE, ignore_errors=True)
        (path / BESIDE).mkdir()
        writer.put(STATE, (json.dumps({"edition": key}) + "\n").encode())
        sums = _read_sums(path)
        done = _read_journal(path)
        finished = sums if sums and not (path / JOURNAL).exists() else {}
        try:
            yield Taken(writer, done, {file: _sized(path, file, digest) for file, digest in finished.items()})
        finally:
            shutil.rmtree(path / BESIDE, ignore_errors=True)


def _check_target(path: Path) -> None:
    if path.is_symlink():
        raise Unfit(a_link(path))
    if path.exists() and not path.is_dir():
        raise Unfit(no_folder(path))
    if not path.exists() and not path.absolute().parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path.parent))
    names = sorted(one.name for one in path.iterdir()) if path.exists() else []
    if names and STATE not in names and set(names) - _OWN:
        raise Unfit(not_ours(path, names))


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Hold the folder's lock, which the system takes away when the process and its children are gone, however they ended."""
    lock = path / LOCK
    while True:
        descriptor = os.open(lock, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o644)
        try:
            _lock(descriptor, path)
            if lock.exists() and os.fstat(descriptor).st_ino == lock.stat().st_ino:
                break
        except BaseException:
            os.close(descriptor)
            raise
        os.close(descriptor)  # another had it, and took it away when done
    try:
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, str(os.getpid()).encode(), 0)
        yield
    finally:
        lock.unlink(missing_ok=True)
        os.close(descriptor)


def _check_locks(path: Path) -> None:
    try:
        import fcntl  # noqa: F401 - asked for before anything is made
    except ModuleNotFoundError:
        raise CannotLock(no_locks(path)) from None


def _lock(descriptor: int, path: Path) -> None:
    import fcntl  # not on every system: see _check_locks

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        pid = os.pread(descriptor, 20, 0).decode("ascii", "replace").strip()
        if _alive(pid):
            raise Unfit(being_written(path, pid)) from None
        fcntl.flock(descriptor, fcntl.LOCK_EX)  # its children end as soon as they have finished a page


def _alive(pid: str) -> bool:
    return pid.isdigit() and Path("/proc", pid).exists() if Path("/proc/self").exists() else True


def _key_there(path: Path) -> str | None:
    """Return which edition the folder says it has; None for one that says nothing."""
    state = path / STATE
    if not state.exists() and not state.is_symlink():
        return None
    try:
        found = json.loads(state.read_text(encoding="utf-8"))
    except (ValueError, OSError):
        raise Unfit(unreadable_state(state)) from None
    if not isinstance(found, dict) or not isinstance(found.get("edition"), str):
        raise Unfit(unreadable_state(state))
    return str(found["edition"])


def _clear(path: Path) -> None:
    """Remove what the edition that is there says that it has written; nothing else.

    What says it goes last: one who is stopped here, and begins again, still knows what is left to remove.
    """
    written = {file for line in _read_journal(path).values() for file in line["files"]}
    remove_files(path, {*written, *_read_sums(path)} - {SUMS, JOURNAL, STATE})
    for last in (JOURNAL, SUMS, STATE):
        remove_files(path, {last})


def _read_journal(path: Path) -> dict[str, dict[str, Any]]:
    """Return the lines by what was done; one that was cut off counts as not written."""
    try:
        lines = (path / JOURNAL).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return {}
    found = (_line(one) for one in lines if one)
    return {str(one["done"]): one for one in found if one is not None}


def _line(written: str) -> dict[str, Any] | None:
    try:
        found = json.loads(written)
    except ValueError:
        return None
    return found if isinstance(found, dict) and isinstance(found.get("files"), dict) and "done" in found else None


def _read_sums(path: Path) -> dict[str, str]:
    try:
        lines = (path / SUMS).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return {}
    pairs = (one.partition("  ") for one in lines)
    return {file: digest for digest, _, file in pairs if file}


def _sized(path: Path, file: str, digest: str) -> Sum:
    found = path / file
    return (found.stat().st_size if found.is_file() else -1), digest


def is_whole(taken: Taken) -> bool:
    """Tell whether the folder has the whole edition already, each file as it was written."""
    return bool(taken.sums) and holds(taken.root, taken.sums)
