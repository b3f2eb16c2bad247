"""Figure files of one name -> their series, read and checked."""

from __future__ import annotations

from dataclasses import dataclass

from overens.figures.checks import check_figure
from overens.figures.header import FigureHead
from overens.figures.model import Series
from overens.figures.read_figure import LARGEST_FILE, read_figure
from overens.intake.library_folder import LibraryFile
from overens.intake.read_text import read_text
from overens.vocabulary.problems import Fault, Place, Problem, in_order
from overens.vocabulary.recipients import RecipientKind, Register

FigureKey = tuple[str, RecipientKind]


@dataclass
class ReadFigure:
    """A figure file that was read and checked."""

    file: LibraryFile
    head: FigureHead | None
    series: list[Series]
    problems: list[Problem]


def read_figure_file(file: LibraryFile, key: FigureKey, register: Register) -> ReadFigure:
    """Read one figure file; its name must be what its head says."""
    text = read_text(file.path, shown=file.shown, largest=LARGEST_FILE)
    if isinstance(text, Problem):
        return ReadFigure(file, None, [], [text])
    series, head, cells, problems = read_figure(text, file=file.shown)
    if head is not None:
        problems += check_figure(head, series, cells, register)
        if (head.id, head.recipients.kind) != key:
            problems.append(Problem(Place(file.shown), _name_differs(head)))
    return ReadFigure(file, head, series, in_order(problems))


def doubled(reads: list[ReadFigure]) -> list[Problem]:
    """Return a problem for every file but the first of one figure."""
    return [
        Problem(
            Place(read.file.shown),
            Fault.of(
                "Underlaget finns redan i {first}.",
                "Byt id, eller ta bort den ena filen.",
                "The figure is already in {first}.",
                "Change the id, or remove one of the files.",
                first=reads[0].file.shown,
            ),
        )
        for read in reads[1:]
    ]


def _name_differs(head: FigureHead) -> Fault:
    return Fault.of(
        "Filnamnet stämmer inte med huvudet: id '{id}', mottagare '{who}'.",
        "Döp om filen, eller rätta huvudet.",
        "The file name does not match the head: id '{id}', mottagare '{who}'.",
        "Rename the file, or mend the head.",
        id=head.id,
        who=head.recipients.value,
    )
