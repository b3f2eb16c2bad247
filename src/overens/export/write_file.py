"""Text -> a file that is either whole or as it was before."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from pathlib import Path

_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
_LONGEST = 50
"""Characters of the file's name that the one beside it borrows; with all of them it could be too long."""


def write_whole(path: Path, text: str) -> None:
    """Write the text beside the file, then put it in its place, so that nothing half-written is left.

    A link is written through, and a file that was there keeps its rights.

    Raises:
        OSError: If the folder cannot be written to, or the disk is full; the old file is untouched.
    """
    target = path.resolve()
    if target.exists() and not target.is_file():  # a pipe or a device is written to, never replaced
        with target.open("w", encoding="utf-8", newline="") as out:
            out.write(text)
        return
    if not target.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path))
    if target.exists() and not target.stat().st_mode & _WRITABLE:  # to put a file in its place would go round the lock
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    try:
        descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:_LONGEST]}.")
    except OSError as error:  # the name of the file beside it is not one that was asked for
        raise type(error)(error.errno, error.strerror, str(path)) from None
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as out:
            out.write(text)
            out.flush()
            os.fsync(out.fileno())
        Path(name).chmod(_rights(target))
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _rights(target: Path) -> int:
    """Return the rights of the file that was there, or those that the user gives new files."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
