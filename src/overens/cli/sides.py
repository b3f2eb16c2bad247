"""What is typed as a side of a comparison -> a year, an agreement, a reading or a draft."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path

import click

from overens.agreement.label import Wanted
from overens.cli.faulty import Faulty
from overens.cli.language import t
from overens.cli.options import Common, Day, find_agreement, sound_library
from overens.usecases.compare import Side, agreement_side, amendment_sides, year_side
from overens.usecases.library import Library, open_draft


class SideKind(Enum):
    """What a side of a comparison is."""

    YEAR = "year"
    AGREEMENT = "agreement"
    FILE = "file"


@dataclass(frozen=True)
class Asked:
    """A side as it was typed: what it is, and the day it is to be known on."""

    kind: SideKind
    name: str
    day: date | None

    @property
    def wanted(self) -> Wanted:
        """What of the library it needs."""
        if self.kind is SideKind.YEAR:
            return Wanted(year=int(self.name))
        return Wanted(agreement=self.name)


def read_side(typed: str, common: Common) -> Asked:
    """Return what the words mean: 2024, 2024@2023-12-31, an agreement's id, or a file."""
    name, at, words = ("", "", "") if typed.endswith(_FILES) else typed.rpartition("@")
    name, day = (name, _day(typed, words)) if at else (typed, common.as_known_on)
    if not name.strip():
        raise click.UsageError(
            t(
                "'{typed}' säger inte vad. Skriv ett år, ett avtal eller en fil, till exempel 2024{at}.",
                "'{typed}' does not say what. Write a year, an agreement or a file, for instance 2024{at}.",
                typed=typed,
                at=f"@{words}" if words else "",
            )
        )
    if name.endswith(_FILES):
        return Asked(SideKind.FILE, name, day)
    _not_a_path(name)
    kind = SideKind.YEAR if name.isascii() and name.isdigit() and len(name) == 4 else SideKind.AGREEMENT
    return Asked(kind, name, day)


_FILES = (".yaml", ".yml")
_LONGEST = 255
"""Bytes in the name of a file, on every system we know of."""


def _day(typed: str, words: str) -> date:
    """Return the day after the @, or stop and say what is wrong with it."""
    try:
        return Day().convert(words, None, None)
    except click.BadParameter as error:
        raise click.UsageError(f"{typed}: {error.message}") from None


def _not_a_path(name: str) -> None:
    """Stop where a folder, or a file of another kind, is given for a side."""
    path = Path(name)
    if len(os.fsencode(name)) > _LONGEST:  # the machine cannot even say that there is none
        return
    if path.is_dir():
        raise click.UsageError(
            t(
                "{name} är en mapp. Ge en avtalsfil (.yaml), eller ett år eller avtal och mappen med --library.",
                "{name} is a folder. Give an agreement file (.yaml), or a year or agreement and the folder with --library.",
                name=name,
            )
        )
    if path.is_file() or len(path.parts) > 1:
        raise click.UsageError(
            t(
                "{name} är ingen avtalsfil. Avtalsfiler slutar på .yaml.",
                "{name} is no agreement file. Agreement files end in .yaml.",
                name=name,
            )
        )


def open_sides(common: Common, before: Asked, after: Asked | None) -> tuple[Library, Side, Side]:
    """Return the library, and both sides of the comparison."""
    if after is None:
        return _amendment(common, before)
    if SideKind.FILE in (before.kind, after.kind):
        named = [one.wanted for one in (before, after) if one.kind is not SideKind.FILE]
        library = sound_library(common, named[0] if named else Wanted(agreement=""))
    else:
        library = sound_library(common, Wanted(either=(before.wanted, after.wanted)))
        for one, other in ((before, after), (after, before)):
            if library.amends.get(other.name) == one.name and one.day == other.day:
                sides = amendment_sides(library, other.name, other.day)
                return (library, *(sides if one is before else sides[::-1]))
    return library, _side(common, library, before), _side(common, library, after)


def _side(common: Common, library: Library, asked: Asked) -> Side:
    match asked.kind:
        case SideKind.YEAR:
            return year_side(library, int(asked.name), asked.day)
        case SideKind.FILE:
            draft = _draft(common, asked.name)
            return agreement_side(draft, draft.draft, asked.day, shown=asked.name)
        case SideKind.AGREEMENT:
            find_agreement(library, asked.name)
            return agreement_side(library, asked.name, asked.day)


def _amendment(common: Common, asked: Asked) -> tuple[Library, Side, Side]:
    """Return an agreement before and after the amendment; anything else needs a second side."""
    library = _draft(common, asked.name) if asked.kind is SideKind.FILE else sound_library(common, asked.wanted)
    name = library.draft if asked.kind is SideKind.FILE else asked.name
    if name in library.amends:
        return library, *amendment_sides(library, name, asked.day)
    if asked.kind is SideKind.AGREEMENT:
        find_agreement(library, name)
    raise click.UsageError(
        t(
            "Vad ska {name} jämföras med? Ge två år, avtal eller filer; bara en ändring kan stå för sig.",
            "What is {name} to be compared with? Give two years, agreements or files; only an amendment may stand alone.",
            name=asked.name,
        )
    )


def _draft(common: Common, name: str) -> Library:
    draft = open_draft(common.libraries, Path(name))
    if draft.faulty or not draft.readings:
        raise Faulty(draft.problems)
    return draft
