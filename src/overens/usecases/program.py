"""A question -> the short Python program that answers it with this package, to the krona."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Again:
    """How a page's kronor are computed again (gör om): a function of `usecases/reproduce.py`, and what it is given.

    Attributes:
        given: Its arguments after the library: names and years, written into the program as Python writes them.
    """

    task: Callable[..., Any]
    given: tuple[str | int, ...]


def program(again: Again, as_known_on: date | None, *, own_files: bool = False) -> str:
    """Return the program; it prints each sum in kronor, and the run that they came of.

    Args:
        as_known_on: The day to compute as known on; None for all that is known.
        own_files: Whether the library holds more than the shipped files, which the program then must be told of.

    >>> def place(library, name, year): ...
    >>> print(program(Again(place, ("Nässjö kommun", 2024)), date(2024, 3, 1)))
    from overens.usecases.reproduce import open_library, place
    <BLANKLINE>
    found = place(open_library(), 'Nässjö kommun', 2024, as_known_on='2024-03-01')
    for name, kr in found.kronor.items():
        print(name, kr)
    print(found.run)
    """
    name = again.task.__name__
    day = [f"as_known_on={as_known_on.isoformat()!r}"] if as_known_on else []
    given = ", ".join([f"open_library({'OWN' if own_files else ''})", *map(repr, again.given), *day])
    lines = [f"from overens.usecases.reproduce import {', '.join(sorted(('open_library', name)))}", ""]
    if own_files:
        lines = ["from pathlib import Path", "", *lines, "OWN = [Path('library')]", ""]
    lines += [
        f"found = {name}({given})",
        "for name, kr in found.kronor.items():",
        "    print(name, kr)",
        "print(found.run)",
    ]
    return "\n".join(lines)


def table_program(address: str) -> str:
    """Return the program that prints the rows of a table, or of what a picture is drawn from, by its address.

    >>> print(table_program("/2024/nassjo/tabell/pots"))
    from overens.web.table_at import table_at
    <BLANKLINE>
    for row in table_at('/2024/nassjo/tabell/pots'):
        print(row)
    """
    return f"from overens.web.table_at import table_at\n\nfor row in table_at({address!r}):\n    print(row)"
