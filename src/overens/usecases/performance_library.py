"""A library, the user's own and a file or folder of outcomes -> all of it read as one, the made-up example only when asked for."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from overens.agreement.label import Wanted
from overens.intake.library_folder import add_file, figure_name, list_library
from overens.intake.register import shipped_library
from overens.usecases.library import Library, read_library
from overens.vocabulary.problems import Fault, Place, Problem

EXAMPLE = "exempel"
"""The name shown for the outcomes that come with the program and are made up."""


def example_library() -> Path:
    """Return the folder of made-up outcomes, which is no part of the library."""
    return shipped_library().parent / EXAMPLE


def open_with_outcomes(
    own: Iterable[Path], outcomes: Iterable[Path], wanted: Wanted, *, example: bool = False
) -> Library:
    """Read and check the library with these outcomes on top of it.

    Args:
        own: Library folders of the user's own.
        outcomes: Folders of figure files, or single ones: <id>.regioner.csv.
        example: Whether to add the made-up outcomes that come with the program.
    """
    given = list(outcomes)
    folders = [(shipped_library(), ""), *((folder, str(folder)) for folder in own)]
    folders += [(example_library(), EXAMPLE)] if example else []
    folders += [(path, str(path)) for path in given if not path.is_file()]
    files = list_library(folders)
    for path in (one for one in given if one.is_file()):
        if figure_name(path.name) is None:
            files.problems.append(Problem(Place(str(path)), _no_outcomes(path.name)))
        else:
            files.own |= add_file(files, path, str(path))
    return read_library(files, wanted)


def _no_outcomes(name: str) -> Fault:
    return Fault.of(
        "'{name}' är ingen fil med utfall.",
        "Ett utfall är ett underlag: <id>.regioner.csv (docs/underlag.md).",
        "'{name}' is no file of outcomes.",
        "An outcome is a figure: <id>.regioner.csv (docs/underlag.md).",
        name=name[:120],
    )
