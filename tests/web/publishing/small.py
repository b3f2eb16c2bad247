"""A small edition of the shipped library, published once: the first year, one region."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from overens.web.publishing.publish import Published, Wanted, publish
from overens.web.shelf import Shelved, read_shelved

WANTED = Wanted(years=(2017,), places=frozenset({"region-gotland"}), address="https://bidrag.example/sub")
ARGUMENTS = ("2017", "--place", "region-gotland", "--address", "https://bidrag.example/sub")
"""The same on the command line."""
EARLY = replace(WANTED, as_known_on=date(2018, 3, 1))
"""The same kinds of pages and files, of which those that hold the whole library are light: what is written many times over."""
ARGUMENTS_EARLY = (*ARGUMENTS, "--as-known-on", "2018-03-01")


@cache
def shelved() -> Shelved:
    """Return the shipped library."""
    return read_shelved(())


def publish_small(folder: Path, wanted: Wanted = WANTED) -> Published:
    """Write the edition; pictures are not drawn twice in one process, for they are kept."""
    return publish(replace(shelved()), wanted, folder)


def files_in(folder: Path) -> dict[str, bytes]:
    """Return every file in the folder by its path."""
    found = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}
