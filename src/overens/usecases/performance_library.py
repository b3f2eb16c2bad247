"""A library, the user's own and a file or folder of outcomes -> all of it read as one, the made-up example only when asked for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from overens.agreement.label import Wanted
from overens.intake.library_folder import add_file, figure_name, list_library
from overens.intake.register import shipped_library
from overens.usecases.kept import KeptDays
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


def with_example(library: Library) -> Library:
    """Return the library with the made-up outcomes beside what it has read; an outcome that it has stands as it is."""
    files = replace(library.files, figures=dict(library.files.figures))
    for path in sorted(example_library().glob("*.csv")):
        if figure_name(path.name) not in library.files.figures:
            add_file(files, path, f"{EXAMPLE}/{path.name}")
    found = {key: read for key, read in library.figures.items() if key in library.files.figures}
    return replace(library, files=files, figures=found, snapshots={}, kept=KeptDays())


def _no_outcomes(name: str) -> Fault:
    return Fault.of(
        "'{name}' är ingen fil med utfall.",
        "Ett utfall är ett underlag: <id>.regioner.csv (docs/underlag.md).",
        "'{name}' is no file of outcomes.",
        "An outcome is a figure: <id>.regioner.csv (docs/underlag.md).",
        name=name[:120],
    )
