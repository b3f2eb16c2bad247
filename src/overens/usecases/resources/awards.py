"""A library -> the table of awards: each recipient of each pot, with what it gets, or how much it can be."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from overens.allocation.allocate import known_from
from overens.export.columns import Field, Row, closed
from overens.notice.rows import PlaceRow, rows_of_pots
from overens.notice.standing import Standing, standing_of
from overens.usecases.documents.parts import word
from overens.usecases.library import Library
from overens.usecases.resources.model import make
from overens.usecases.resources.parts import (
    AGREEMENT,
    FIRST_YEAR,
    INTERVAL,
    KNOWN,
    KRONOR,
    MADE_UP,
    POT,
    RECIPIENT,
    STATUS,
    TEXT,
    interval,
    known,
    known_allocations,
    made_up,
    names,
)
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Text


def _rows(library: Library, day: date | None) -> Iterator[Row]:
    return (_row(row, who) for row, who in rows_of_pots(known_allocations(library, day)))


def _row(row: PlaceRow, who: Recipient) -> Row:
    agreement, pot, award = row.allocation.agreement, row.pot.pot, row.award
    own = (
        (award.ceiling_kr, award.earned_kr, award.bonus_kr, award.withheld_kr)
        if award
        else (row.ceiling_kr, *[None] * 3)
    )
    return (
        agreement.years[0],
        agreement.id,
        row.pot.id,
        word(who.kind),
        who.code,
        who.name,
        row.awarded_kr,
        *interval(award.amount if award else None),
        word(standing_of(row)),
        *own,
        row.at_least_kr,
        row.least_if_met_kr,
        (pot.status or agreement.status).value,
        *known(known_from(agreement, pot)),
        names(made_up(row.pot)) or None,
    )


RESOURCE = make(
    "awards",
    Text("Tilldelningar", "Awards"),
    Text(
        "Varje mottagare av varje pott som var känd. Där potten inte kan beräknas är kronorna okända, aldrig 0, "
        "och taket står där det är känt.",
        "Each recipient of each pot that was known. Where the pot cannot be computed the kronor are unknown, never 0, "
        "and the ceiling stands where it is known.",
    ),
    ("year", "agreement", "pot", "kind", "code"),
    (
        FIRST_YEAR,
        AGREEMENT,
        POT,
        *RECIPIENT,
        Field("awarded_kr", KRONOR, Text("tilldelat, kronor", "awarded, kronor"), nullable=True),
        *INTERVAL,
        Field("standing", TEXT, Text("hur säkert", "how sure"), closed(Standing)),
        Field("ceiling_kr", KRONOR, Text("det mesta den kan få, kronor", "the most it can get, kronor"), nullable=True),
        Field("earned_kr", KRONOR, Text("själv intjänat, kronor", "earned by itself, kronor"), nullable=True),
        Field("bonus_kr", KRONOR, Text("av det andra inte tjänat in", "of what others did not earn"), nullable=True),
        Field("withheld_kr", KRONOR, Text("ej intjänat, kronor", "not earned, kronor"), nullable=True),
        Field("at_least_kr", KRONOR, Text("minst, enligt golv", "at least, by a floor"), nullable=True),
        Field(
            "least_if_met_kr",
            KRONOR,
            Text("minst om villkoren uppfylls", "at least if conditions are met"),
            nullable=True,
        ),
        STATUS,
        *KNOWN,
        MADE_UP,
    ),
    _rows,
)
