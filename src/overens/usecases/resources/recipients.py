"""A library -> the table of recipients: the register, and others that pots go to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from overens.export.columns import Field, Row
from overens.usecases.documents.parts import word
from overens.usecases.library import Library
from overens.usecases.resources.model import make
from overens.usecases.resources.parts import RECIPIENT, TEXT, known_allocations
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Text


def _rows(library: Library, day: date | None) -> Iterator[Row]:
    known = {(one.kind, one.code): one for one in library.register.everyone}
    for allocation in known_allocations(library, day):
        for pot in allocation.pots:
            for who in (*pot.recipients, *(award.recipient for award in pot.awards)):
                known.setdefault((who.kind, who.code), who)
    return (_row(one) for one in known.values())


def _row(who: Recipient) -> Row:
    group = (who.group.code, who.group.name) if who.group else (None, None)
    return word(who.kind), who.code, who.name, who.short_name, who.county or None, *group


RESOURCE = make(
    "recipients",
    Text("Mottagare", "Recipients"),
    Text(
        "Regioner, kommuner och län, och andra som någon pott går till. Slag och kod tillsammans säger vem: "
        "'06' är både en region och ett län.",
        "Regions, municipalities and counties, and others that a pot goes to. Kind and code together say who: "
        "'06' is both a region and a county.",
    ),
    ("kind", "code"),
    (
        *RECIPIENT,
        Field("short_name", TEXT, Text("kort namn", "short name")),
        Field("county", TEXT, Text("länets kod", "code of the county"), nullable=True),
        Field("group", TEXT, Text("kommungruppens kod", "code of the municipality group"), nullable=True),
        Field("group_name", TEXT, Text("kommungruppens namn", "name of the municipality group"), nullable=True),
    ),
    _rows,
)
