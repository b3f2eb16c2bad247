"""Figure files of one name -> their series, read and checked."""

from __future__ import annotations

from dataclasses import dataclass

from overens.figures.checks import check_figure
from overens.figures.header import FigureHead
from overens.figures.model import Series
from overens.figures.read_figure import LARGEST_FILE, read_figure
from overens.figures.version_checks import check_corrections, check_version, same_day
from overens.intake.library_folder import LibraryFile, figure_file_name, figure_name, figure_version
from overens.intake.read_text import read_text
from overens.vocabulary.problems import Fault, Place, Problem, in_order
from overens.vocabulary.recipients import RecipientKind, Register

FigureKey = tuple[str, RecipientKind]


@dataclass
class ReadFigure:
    """A figure file that was read and checked.

    Attributes:
        version: The day that a correction is known from, as its file is named; None for a file that corrects none.
    """

    file: LibraryFile
    head: FigureHead | None
    series: list[Series]
    problems: list[Problem]
    version: str | None = None


def read_figure_file(file: LibraryFile, key: FigureKey, register: Register) -> ReadFigure:
    """Read one figure file; its name must be what its head says."""
    version = figure_version(file.path.name)
    text = read_text(file.path, shown=file.shown, largest=LARGEST_FILE)
    if isinstance(text, Problem):
        return ReadFigure(file, None, [], [text], version)
    series, head, cells, problems = read_figure(text, file=file.shown)
    if head is not None:
        problems += check_figure(head, series, cells, register, correction=version is not None)
        if (head.id, head.recipients.kind) != key:
            problems.append(Problem(Place(file.shown), _name_differs(head)))
        if version is not None:
            problems += check_version(version, series, file.shown)
    return ReadFigure(file, head, series, in_order(problems), version)


def doubled(reads: list[ReadFigure], register: Register) -> list[Problem]:
    """Return what is wrong with the files of one figure together: a second one, or versions that cannot be told apart."""
    if len(reads) < 2 and all(read.version is None for read in reads):
        return []
    whole = [read for read in reads if read.version is None]
    problems = [Problem(Place(read.file.shown), _already(whole[0])) for read in whole[1:]]
    by_day: dict[str, ReadFigure] = {}
    for read in reads:
        if read.version is not None and by_day.setdefault(read.version, read) is not read:
            problems.append(Problem(Place(read.file.shown), same_day(read.version, by_day[read.version].file.shown)))
    corrections = [by_day[day] for day in sorted(by_day)]
    return problems + check_corrections([whole[0].series] if whole else [], [r.series for r in corrections], register)


def _already(first: ReadFigure) -> Fault:
    name = figure_name(first.file.path.name)
    return Fault.of(
        "Underlaget finns redan i {first}.",
        "Byt id, eller ta bort den ena filen; en rättelse heter '{correction}'.",
        "The figure is already in {first}.",
        "Change the id, or remove one of the files; a correction is named '{correction}'.",
        first=first.file.shown,
        correction=figure_file_name(*name, "2024-03-15") if name else "",
    )


def _name_differs(head: FigureHead) -> Fault:
    return Fault.of(
        "Filnamnet stämmer inte med huvudet: id '{id}', mottagare '{who}'.",
        "Döp om filen, eller rätta huvudet.",
        "The file name does not match the head: id '{id}', mottagare '{who}'.",
        "Rename the file, or mend the head.",
        id=head.id,
        who=head.recipients.value,
    )
