"""Files by their paths -> a folder of whole files, each with its size and checksum."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from overens.export.folder.unfit import Unfit, in_the_way

BESIDE = ".overens-utgava.tmp"
"""Where a file is written before it is put in its place."""

Sum = tuple[int, str]
"""A file's size in bytes and its SHA-256."""


@dataclass
class Writer:
    """What writes files in one folder, each whole or not at all.

    Attributes:
        made: The folders within it that are known to be there.
    """

    root: Path
    made: set[str] = field(default_factory=set)

    def put(self, file: str, body: bytes) -> Sum:
        """Write a file; it is on the disk for certain first when all are.

        Raises:
            OSError: If the disk is full or may not be written to; the file that was there is untouched.
            Unfit: If something lies where a folder is to be.
        """
        self._make_folder(file.rpartition("/")[0])
        beside = self.root / BESIDE / str(os.getpid())
        try:
            beside.write_bytes(body)
            beside.replace(self.root / file)
        except OSError as error:
            beside.unlink(missing_ok=True)
            raise type(error)(error.errno, error.strerror, str(self.root / file)) from None
        return sum_of(body)

    def _make_folder(self, folder: str) -> None:
        if folder in self.made or not folder:
            return
        self._make_folder(folder.rpartition("/")[0])
        path = self.root / folder
        try:
            path.mkdir()
        except FileExistsError:
            if path.is_symlink() or not path.is_dir():
                raise Unfit(in_the_way(path)) from None
        self.made.add(folder)


def sum_of(body: bytes) -> Sum:
    """Return the size and the checksum."""
    return len(body), sha256(body).hexdigest()


def holds(root: Path, files: Mapping[str, Sum]) -> bool:
    """Tell whether each file is there as it was written."""
    for file, known in files.items():
        path = root / file
        try:
            if path.is_symlink() or path.stat().st_size != known[0] or sum_of(path.read_bytes()) != known:
                return False
        except OSError:
            return False
    return True


def remove_files(root: Path, files: Mapping[str, object] | set[str]) -> None:
    """Remove files by their paths in the folder, and the folders that are then empty; nothing outside it, and no links followed."""
    folders: set[Path] = set()
    for file in files:
        names = file.split("/")
        path = root.joinpath(*names)
        if any(name in ("", ".", "..") for name in names) or any(up.is_symlink() for up in _within(root, path)):
            continue
        if path.is_file() and not path.is_symlink():
            path.unlink()
        folders |= set(_within(root, path))
    for folder in sorted(folders, key=lambda one: len(one.parts), reverse=True):
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()


def _within(root: Path, path: Path) -> list[Path]:
    """Return the folders that the path goes through, within the root."""
    return [up for up in path.parents if root in up.parents]
