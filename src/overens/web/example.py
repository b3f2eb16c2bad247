"""Whether made-up outcomes are asked for -> the library with them beside it, read once."""

from __future__ import annotations

from overens.usecases.library import Library
from overens.usecases.performance_library import EXAMPLE, with_example
from overens.web.asked import Asked
from overens.web.parameters import choice

FIELD = "utfall"
_LAST: list[tuple[Library, Library]] = []
"""The library last asked with, and the same with the example."""


def wants_example(asked: Asked) -> bool:
    """Return whether the made-up outcomes are asked for.

    Raises:
        Refused: If other outcomes are.
    """
    return choice(asked.values, FIELD, (EXAMPLE,)) == EXAMPLE


def library_of(asked: Asked) -> Library:
    """Return the library, with the made-up outcomes where they are asked for."""
    return beside_example(asked.library) if wants_example(asked) else asked.library


def beside_example(library: Library) -> Library:
    """Return the library with the made-up outcomes, the same one each time for the same library."""
    if not _LAST or _LAST[0][0] is not library:
        _LAST[:] = [(library, with_example(library))]
    return _LAST[0][1]
