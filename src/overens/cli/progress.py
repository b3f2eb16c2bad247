"""Work of many parts -> how far it has come and the time left, on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click


@contextmanager
def progress(label: str, wanted: int) -> Iterator[Callable[[int], None]]:
    """Show how far it has come and the time left, on a terminal; say nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    with click.progressbar(length=wanted, label=label, file=sys.stderr, show_pos=True, show_eta=True) as bar:
        yield bar.update
