"""What is typed as a side of a comparison -> a year, an agreement, a reading or a draft."""

from __future__ import annotations

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
    if typed.endswith((".yaml", ".yml")):
        return Asked(SideKind.FILE, typed, common.as_known_on)
    name, at, words = typed.partition("@")
    day = Day().convert(words, None, None) if at else common.as_known_on
    if not name.strip():
        raise click.UsageError(t("'{typed}' säger inte vad.", "'{typed}' does not say what.", typed=typed))
    kind = SideKind.YEAR if name.isascii() and name.isdigit() and len(name) == 4 else SideKind.AGREEMENT
    return Asked(kind, name, day)


def open_sides(common: Common, before: Asked, after: Asked | None) -> tuple[Library, Side, Side]:
    """Return the library, and both sides of the comparison."""
    if after is None:
        return _amendment(common, before)
    if SideKind.FILE in (before.kind, after.kind):
        named = [one.wanted for one in (before, after) if one.kind is not SideKind.FILE]
        library = sound_library(common, named[0] if named else Wanted(agreement=""))
    else:
        library = sound_library(common, Wanted(either=(before.wanted, after.wanted)))
    return library, _side(common, library, before), _side(common, library, after)


def _side(common: Common, library: Library, asked: Asked) -> Side:
    match asked.kind:
        case SideKind.YEAR:
            return year_side(library, int(asked.name), asked.day)
        case SideKind.FILE:
            draft = _draft(common, asked.name)
            return agreement_side(draft, next(iter(draft.readings)), asked.day, shown=Path(asked.name).name)
        case SideKind.AGREEMENT:
            return agreement_side(library, find_agreement(library, asked.name), asked.day)


def _amendment(common: Common, asked: Asked) -> tuple[Library, Side, Side]:
    """Return an agreement before and after the amendment; anything else needs a second side."""
    library = _draft(common, asked.name) if asked.kind is SideKind.FILE else sound_library(common, asked.wanted)
    name = library.draft if asked.kind is SideKind.FILE else asked.name
    if name in library.amends:
        return library, *amendment_sides(library, name)
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
