"""Text or bytes -> a file that is either whole or as it was before."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from collections.abc import Sequence
from pathlib import Path

_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
_LONGEST = 50
"""Characters of the file's name that the one beside it borrows; with all of them it could be too long."""


def write_whole(path: Path, content: str | bytes) -> None:
    """Write the content beside the file, then put it in its place, so that nothing half-written is left.

    A link is written through, and a file that was there keeps its rights.

    Raises:
        OSError: If the folder cannot be written to, or the disk is full; the old file is untouched.
    """
    target = path.resolve()
    raw = _raw(content)
    if target.exists() and not target.is_file():  # a pipe or a device is written to, never replaced
        with target.open("wb") as out:
            out.write(raw)
        return
    if not target.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path))
    if target.exists() and not target.stat().st_mode & _WRITABLE:  # to put a file in its place would go round the lock
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    beside = _beside(target, raw, path)
    try:
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def write_new(files: Sequence[tuple[Path, str | bytes]]) -> None:
    """Write files that are not there yet, all of them or none: each beside its place, then each in its place.

    Raises:
        OSError: If one of them is there already, a folder cannot be written to, or the disk is full; none is left then.
    """
    staged: list[tuple[Path, Path]] = []
    placed: list[Path] = []
    try:
        for path, content in files:
            path.parent.mkdir(parents=True, exist_ok=True)
            staged.append((_beside(path, _raw(content), path), path))
        for beside, path in staged:
            _put_new(beside, path)
            placed.append(path)
    except BaseException:
        for path in placed:
            path.unlink(missing_ok=True)
        raise
    finally:
        for beside, _ in staged:
            beside.unlink(missing_ok=True)


def _raw(content: str | bytes) -> bytes:
    return content.encode("utf-8") if isinstance(content, str) else content


def _put_new(beside: Path, path: Path) -> None:
    """Put a file in its place, which must be empty."""
    try:
        os.link(beside, path)  # unlike a renaming it refuses to write over
    except FileExistsError:
        raise
    except OSError:  # a disk without links
        if path.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path)) from None
        beside.rename(path)


def _beside(target: Path, raw: bytes, asked: Path) -> Path:
    """Return a file beside the target that holds the content, on the disk, with the rights the target is to have."""
    try:
        descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:_LONGEST]}.")
    except OSError as error:  # the name of the file beside it is not one that was asked for
        raise type(error)(error.errno, error.strerror, str(asked)) from None
    beside = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as out:
            out.write(raw)
            out.flush()
            os.fsync(out.fileno())
        beside.chmod(_rights(target))
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    return beside


def _rights(target: Path) -> int:
    """Return the rights of the file that was there, or those that the user gives new files."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
