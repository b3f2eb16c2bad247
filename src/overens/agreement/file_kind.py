"""A written file's keys and folder -> which kind of file it is, and the reader of that kind."""

from __future__ import annotations

from enum import StrEnum

from overens.agreement.announcements import read_announcements
from overens.agreement.published import read_published
from overens.agreement.read_agreement import read_agreement
from overens.agreement.read_amendment import read_amendment
from overens.agreement.series import read_series
from overens.vocabulary.problems import Problem
from overens.writing.clauses import Clause
from overens.writing.tree import read_tree


class FileKind(StrEnum):
    """What a YAML file of a library is (filslag)."""

    AGREEMENT = "avtal"
    AMENDMENT = "ändring"
    SERIES = "serie"
    TOTALS = "sammanställning"
    ANNOUNCEMENTS = "besked"


def kind_of(text: str, *, folder: str = "") -> FileKind:
    """Return the kind that the keys show, or else the folder; an agreement where neither does.

    Args:
        text: The file's contents.
        folder: The name of the folder it stands in; empty if it stands in none.
    """
    value = read_tree(text, file="")[0].value
    keys = set(value) if isinstance(value, dict) else set()
    if "ändrar" in keys:
        return FileKind.AMENDMENT
    if "omfattar" in keys or folder == "sammanstallningar":
        return FileKind.TOTALS
    if "besked" in keys or folder == "besked":
        return FileKind.ANNOUNCEMENTS
    if keys & {"fanns inte", "saknas"} or folder == "serier":
        return FileKind.SERIES
    return FileKind.AGREEMENT


def read_as(kind: FileKind, text: str, *, file: str) -> tuple[Clause | None, list[Problem]]:
    """Read a file of the kind: what it says, or None if too little can be understood, and every problem."""
    match kind:
        case FileKind.AGREEMENT:
            agreement, problems = read_agreement(text, file=file)
            return agreement.agreement if agreement else None, problems
        case FileKind.AMENDMENT:
            amendment, problems = read_amendment(text, file=file, whole=True)
            return amendment.amendment if amendment else None, problems
        case FileKind.SERIES:
            series, problems = read_series(text, file=file)
            return series.series if series else None, problems
        case FileKind.TOTALS:
            totals, problems = read_published(text, file=file)
            return totals.totals if totals else None, problems
        case FileKind.ANNOUNCEMENTS:
            announcements, problems = read_announcements(text, file=file)
            return announcements.written if announcements else None, problems
