"""The compiled kernel, once for all tests of the sweep."""

from __future__ import annotations

import sys

import pytest

from overens.allocation.sweep.machine import Machine, load_machine
from overens.vocabulary.wording import Text


@pytest.fixture(scope="session")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Machine | None:
    """Return the compiled kernel, or None where Numba is not installed: then the kernel runs as plain Python."""
    loaded = load_machine(str(tmp_path_factory.getbasetemp().parent / "kernel"), _say)
    if isinstance(loaded, Machine):
        return loaded
    _say(loaded)
    return None


def _say(text: Text) -> None:
    sys.stderr.write(f"{text.say()}\n")
