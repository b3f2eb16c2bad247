"""A place -> the table of its pots that are earned: at most, earned so far, a range, and what it gets where computed."""

from __future__ import annotations

from overens.export.csv_table import Cell, Table
from overens.notice.rows import PlaceRow
from overens.usecases.place import Place
from overens.usecases.tables import AGREEMENT, NAME, POT
from overens.usecases.to_earn import MADE_UP
from overens.vocabulary.wording import Text


def to_earn_table(place: Place) -> Table:
    """One row for each pot that is earned by performance; kronor are integers, what is not known is empty."""
    return Table(
        Text(
            "{who} {year}: att tjäna in, pott för pott",
            "{who} {year}: to earn, pot by pot",
            {"who": place.recipient.name, "year": str(place.year)},
        ),
        (
            "agreement",
            "pot",
            "name",
            "ceiling_kr",
            "earned_kr",
            "missed_kr",
            "range_low_kr",
            "range_high_kr",
            "awarded_kr",
            "through",
            "made_up",
        ),
        (
            AGREEMENT,
            POT,
            NAME,
            Text("Högst", "At most"),
            Text("Intjänat", "Earned"),
            Text("Missat", "Missed"),
            Text("Spann, lägst", "Range, least"),
            Text("Spann, högst", "Range, most"),
            Text("Tilldelat", "Awarded"),
            Text("Till och med", "Through"),
            MADE_UP,
        ),
        tuple(_row(place, row) for row in earned_rows(place)),
    )


def earned_rows(place: Place) -> list[PlaceRow]:
    """Return the place's pots that are earned by performance."""
    return [row for row in place.rows if row.pot.pot.performance is not None]


def _row(place: Place, row: PlaceRow) -> tuple[Cell, ...]:
    named = (row.allocation.agreement.id, row.pot.id, row.pot.pot.name)
    one = place.to_earn_of(row)
    if one is None:
        award = row.award
        earned = award.earned_kr if award else None
        missed = award.withheld_kr if award and award.ceiling_kr is not None else None
        ceiling = award.ceiling_kr if award else row.ceiling_kr
        return (*named, ceiling, earned, missed, None, None, award.amount.kr if award else None, None, None)
    made_up = MADE_UP if one.synthetic else None
    kr = (one.ceiling_kr, one.earned_kr, one.missed_kr, one.low_kr, one.high_kr)
    return (*named, *kr, None, one.through or None, made_up)
