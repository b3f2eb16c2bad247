"""Draws -> a file that they are added to block by block, and that can be gone on from wherever it was stopped."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from overens.scenario.draw_record import as_bytes, head_of, size_of

Rows = Sequence[Sequence[int]]


@contextmanager
def kept_in(path: Path, fingerprint: str, width: int, draws: int) -> Iterator[Callable[[Rows], None]]:
    """Open the file after its whole draws, and return what adds a block of more to it.

    Args:
        draws: How many whole draws it has; what stands after them was cut off and is written over.

    Raises:
        OSError: If it cannot be written to, or the disk is full; its whole draws are left.
    """
    head = head_of(fingerprint, width)
    with path.open("r+b" if path.exists() else "x+b") as file:
        if not draws:
            file.write(head)
        file.seek(len(head) + size_of(draws, width))
        file.truncate()

        def keep(rows: Rows) -> None:
            file.write(as_bytes(rows))
            file.flush()

        yield keep
        os.fsync(file.fileno())
