"""A library folder -> the agreement files, figure files, published tables and announcements in it, by name."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from overens.figures.header import Recipients
from overens.intake.read_text import read_text, why
from overens.vocabulary.problems import Fault, Place, Problem
from overens.vocabulary.recipients import RecipientKind

PUBLISHED = "sammanstallningar"
SERIES = "serier"
ANNOUNCEMENTS = "besked"
LEXICON = "sprak"
SCENARIOS = "scenarier"
CORRECTED = "@"
"""Stands in the name of a file that corrects a figure, before the day the correction is known from."""
_SUFFIXES = {
    ".regioner.csv": Recipients.REGIONS,
    ".kommuner.csv": Recipients.MUNICIPALITIES,
    ".lan.csv": Recipients.COUNTIES,
}


@dataclass(frozen=True)
class LibraryFile:
    """A file in a library: where it is, and the name to show for it."""

    path: Path
    shown: str


@dataclass
class LibraryFiles:
    """What a library holds, found by file names alone; nothing is opened.

    Attributes:
        own: Whether any of it comes from another folder than the shipped one.
    """

    agreements: list[LibraryFile] = field(default_factory=list)
    published: list[LibraryFile] = field(default_factory=list)
    series: list[LibraryFile] = field(default_factory=list)
    announcements: list[LibraryFile] = field(default_factory=list)
    scenarios: list[LibraryFile] = field(default_factory=list)
    figures: dict[tuple[str, RecipientKind], list[LibraryFile]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    own: bool = False


def list_library(folders: list[tuple[Path, str]]) -> LibraryFiles:
    """Return the files of one or more library folders, in order.

    Args:
        folders: Each folder, with the name to put before its files; an empty name shows paths from within.
    """
    found = LibraryFiles()
    seen: set[Path] = set()
    for folder, name in folders:
        if folder.resolve() in seen:  # the same folder named twice holds nothing new
            continue
        seen.add(folder.resolve())
        if folder.exists() and not folder.is_dir():
            found.problems.append(Problem(Place(name or str(folder)), _a_file()))
            continue
        if not folder.is_dir():
            found.problems.append(Problem(Place(name or str(folder)), _no_folder()))
            continue
        for path, shown in _walk(folder, name, found.problems):
            found.own |= add_file(found, path, shown) and bool(name)
    return found


def add_file(found: LibraryFiles, path: Path, shown: str) -> bool:
    """Add one file by its name: .yaml and .yml are agreements (or what their folder says), <id>.<mottagare>.csv figures.

    Returns:
        Whether the name says that it is one of these at all.
    """
    file = LibraryFile(path, shown)
    if path.parent.name == LEXICON:  # the words that documents are read with
        return False
    if path.suffix in (".yaml", ".yml"):
        kinds = {PUBLISHED: found.published, SERIES: found.series, ANNOUNCEMENTS: found.announcements}
        kinds[SCENARIOS] = found.scenarios
        kinds.get(path.parent.name, found.agreements).append(file)
        return True
    if path.suffix != ".csv" or path.parent.name == "mottagare":
        return False
    key = figure_name(path.name)
    if key is None:
        found.problems.append(Problem(Place(shown), _no_figure_name(path.name)))
    else:
        found.figures.setdefault(key, []).append(file)
    return True


def texts_of(files: Iterable[LibraryFile], largest: int, problems: list[Problem]) -> Iterator[tuple[LibraryFile, str]]:
    """Yield each file that can be read with its text; why another cannot be is added to the problems."""
    for file in files:
        text = read_text(file.path, shown=file.shown, largest=largest)
        if isinstance(text, Problem):
            problems.append(text)
        else:
            yield file, text


def figure_name(name: str) -> tuple[str, RecipientKind] | None:
    """Return which figure a file holds, by its name: befolkning.regioner.csv, befolkning@2024-03-15.regioner.csv."""
    for suffix, recipients in _SUFFIXES.items():
        figure = name.removesuffix(suffix).partition(CORRECTED)[0]
        if name.endswith(suffix) and figure:
            return figure, recipients.kind
    return None


def figure_version(name: str) -> str | None:
    """Return the day a correction of a figure is known from, by its file's name; None for a file that corrects none.

    >>> figure_version("befolkning@2024-03-15.regioner.csv"), figure_version("befolkning.regioner.csv")
    ('2024-03-15', None)
    """
    suffix = next((one for one in _SUFFIXES if name.endswith(one)), "")
    _, corrects, day = name.removesuffix(suffix).partition(CORRECTED)
    return day if corrects else None


def figure_file_name(figure: str, kind: RecipientKind, version: str | None = None) -> str:
    """Return the name of the file that holds a figure, or a correction of it.

    >>> figure_file_name("befolkning", RecipientKind.AREA, "2024-03-15")
    'befolkning@2024-03-15.lan.csv'
    """
    suffix = next(suffix for suffix, recipients in _SUFFIXES.items() if recipients.kind is kind)
    return f"{figure}{CORRECTED + version if version else ''}{suffix}"


def _walk(folder: Path, name: str, problems: list[Problem]) -> Iterator[tuple[Path, str]]:
    """Yield every file with the name to show for it; a pipe, which would never end, is passed over."""

    def note(error: OSError) -> None:
        at = Path(str(error.filename or folder))
        shown = str(Path(name) / at.relative_to(folder)) if at.is_relative_to(folder) else str(at)
        problems.append(Problem(Place(shown), _unreadable(error)))

    for parent, folders, names in os.walk(folder, onerror=note):
        folders.sort()
        folders[:] = [one for one in folders if not one.startswith(".")]
        within = Path(parent).relative_to(folder)
        for one in sorted(names):
            path = Path(parent, one)
            if not one.startswith(".") and not (name and path.is_fifo()):  # the shipped library has no pipes
                yield path, str(Path(name, within, one))


def _a_file() -> Fault:
    return Fault.of(
        "Det är en fil, inte en mapp.",
        "Ange en mapp med avtalsfiler (.yaml) och underlag (.csv).",
        "It is a file, not a folder.",
        "Give a folder with agreement files (.yaml) and figures (.csv).",
    )


def _no_folder() -> Fault:
    return Fault.of(
        "Mappen finns inte.",
        "Ange en mapp med avtalsfiler (.yaml) och underlag (.csv).",
        "The folder does not exist.",
        "Give a folder with agreement files (.yaml) and figures (.csv).",
    )


def _unreadable(error: OSError) -> Fault:
    return Fault.of(
        "Mappen går inte att läsa ({why}).",
        "Kontrollera dina rättigheter.",
        "The folder cannot be read ({why}).",
        "Check your permissions.",
        why=why(error),
    )


def _no_figure_name(name: str) -> Fault:
    return Fault.of(
        "Filnamnet '{name}' säger inte vilket underlag det är.",
        "Döp filen till underlagets id och mottagare: 'befolkning.regioner.csv', '.kommuner.csv' eller '.lan.csv'.",
        "The file name '{name}' does not say which figure it is.",
        "Name the file by the figure's id and recipients: 'befolkning.regioner.csv', '.kommuner.csv' or '.lan.csv'.",
        name=name,
    )
