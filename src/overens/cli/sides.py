"""What is typed as a side of a comparison -> a year, an agreement, a reading or a draft."""

from __future__ import annotations

import os
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

import click

from overens.agreement.label import Wanted
from overens.cli.faulty import Faulty
from overens.cli.language import language, t
from overens.cli.options import Common, find_agreement, sound_library
from overens.usecases.compare import Side, agreement_side, amendment_sides
from overens.usecases.library import Library, open_draft
from overens.usecases.sides import NamedSide, named_side, read_named_side, sides_between
from overens.vocabulary.problems import Fault


class SideKind(Enum):
    """What a side of a comparison is."""

    YEAR = "year"
    AGREEMENT = "agreement"
    FILE = "file"


@dataclass(frozen=True)
class Asked:
    """A side as it was typed: what it is, and the day it is to be known on."""

    kind: SideKind
    named: NamedSide

    @property
    def name(self) -> str:
        """The year, the agreement's id, or the file."""
        return self.named.name

    @property
    def wanted(self) -> Wanted:
        """What of the library it needs."""
        year = self.named.year
        return Wanted(agreement=self.name) if year is None else Wanted(year=year)


def read_side(typed: str, common: Common) -> Asked:
    """Return what the words mean: 2024, 2024@2023-12-31, an agreement's id, or a file."""
    if typed.endswith(_FILES):
        return Asked(SideKind.FILE, NamedSide(typed, common.as_known_on))
    named = read_named_side(typed, common.as_known_on)
    if isinstance(named, Fault):
        raise click.UsageError(f"{named.message.say(language())} {named.remedy.say(language())}")
    if named.name.endswith(_FILES):
        return Asked(SideKind.FILE, named)
    _not_a_path(named.name)
    return Asked(SideKind.AGREEMENT if named.year is None else SideKind.YEAR, named)


_FILES = (".yaml", ".yml")
_LONGEST = 255
"""Bytes in the name of a file, on every system we know of."""


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
        for one in (before, after):
            if one.kind is SideKind.AGREEMENT:
                find_agreement(library, one.name)
        return (library, *sides_between(library, before.named, after.named))
    return library, _side(common, library, before), _side(common, library, after)


def _side(common: Common, library: Library, asked: Asked) -> Side:
    if asked.kind is SideKind.FILE:
        draft = _draft(common, asked.name)
        return agreement_side(draft, draft.draft, asked.named.day, shown=asked.name)
    if asked.kind is SideKind.AGREEMENT:
        find_agreement(library, asked.name)
    return named_side(library, asked.named)


def _amendment(common: Common, asked: Asked) -> tuple[Library, Side, Side]:
    """Return an agreement before and after the amendment; anything else needs a second side."""
    library = _draft(common, asked.name) if asked.kind is SideKind.FILE else sound_library(common, asked.wanted)
    name = library.draft if asked.kind is SideKind.FILE else asked.name
    if name in library.amends:
        return library, *amendment_sides(library, name, asked.named.day)
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
