"""A written file's keys and folder -> which kind of file it is."""

from __future__ import annotations

from enum import StrEnum

from overens.writing.tree import read_tree


class FileKind(StrEnum):
    """What a YAML file of a library is (filslag)."""

    AGREEMENT = "avtal"
    AMENDMENT = "ändring"
    SERIES = "serie"
    TOTALS = "sammanställning"
    ANNOUNCEMENTS = "besked"
    SCENARIO = "scenario"


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
    if "ändringar" in keys or folder == "scenarier":
        return FileKind.SCENARIO
    if "omfattar" in keys or folder == "sammanstallningar":
        return FileKind.TOTALS
    if "besked" in keys or folder == "besked":
        return FileKind.ANNOUNCEMENTS
    if keys & {"fanns inte", "saknas"} or folder == "serier":
        return FileKind.SERIES
    return FileKind.AGREEMENT
