"""A place's pots -> the sheet that its sums count from: what each gives, or at most, at least or is a part of, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from overens.allocation.allocate import known_from
from overens.allocation.model import State
from overens.export.csv_table import Cell, Table
from overens.notice.rows import PlaceRow
from overens.notice.standing import Standing, standing_of, standing_words
from overens.usecases.place import Place
from overens.usecases.tables import AGREEMENT, LEAST, MOST, POT, WHAT
from overens.usecases.wording.place import certainty_of
from overens.usecases.workbooks.cover import BookIdentity
from overens.usecases.workbooks.pot.of_book import OfPots, award_cell, first_cell
from overens.usecases.workbooks.table_sheet import Live, Plan, chosen, live
from overens.usecases.workbooks.words import REASON, ROUGH, SURENESS, roughly
from overens.vocabulary.wording import Text

STAKES = ("awarded_kr", "at_most_kr", "at_least_kr", "part_of_kr")
"""The ways that a pot's kronor are known, each a column of its own."""
STAKE_HEADINGS = (
    Text("Tilldelat", "Awarded"),
    Text("Tak, högst", "Ceiling, at most"),
    Text("Golv, minst", "Floor, at least"),
    Text("Del av", "Part of"),
)
WHY = Text("Varför: sidans adress", "Why: the page's address")
_NOTE = Text(
    "Tilldelat är formler till pottens blad, som namnet leder till; gula tal är värden.",
    "Awarded are formulas that lead to the pot's sheet, to which its name leads; yellow numbers are values.",
)


def place_pots_sheet(place: Place, of: OfPots, path: Callable[[PlaceRow], str], about: BookIdentity, name: str) -> Live:
    """Return every pot that reaches the place, its award read from the pot's sheet.

    Args:
        path: A pot -> the path of the page that tells why.
    """
    who = (place.recipient.kind, place.recipient.code)
    plan = Plan(
        name,
        "pots",
        (_NOTE,),
        {"awarded_kr": lambda _, values: award_cell(of, values["agreement"], values["pot"], who)},
        STAKES,
        links={"why": lambda values: str(values["why"])},
        inside={"name": lambda values: first_cell(of, values["agreement"], values["pot"])},
        inputs=STAKES,
        widths={"reason": 60, "why": 50},
        frozen=4,
        filtered=True,
    )
    table = place_pots_table(place, lambda row: about.href(path(row)))
    shown = table if about.leads else chosen(table, table.names[:-1])
    return live(shown, plan, about.language)


def place_pots_table(place: Place, path: Callable[[PlaceRow], str]) -> Table:
    """Pots of the place, those shared in the county last; unknown kronor are empty, and the reason stands beside.

    Args:
        path: A pot -> the address of the page that tells why.
    """
    return Table(
        Text(
            "{who} {year}: potter, kronor",
            "{who} {year}: pots, kronor",
            {"who": place.recipient.name, "year": str(place.year)},
        ),
        (
            *("agreement", "agreement_name", "pot", "name", "sureness", *STAKES[:1], "rough", "low_kr", "high_kr"),
            *(*STAKES[1:], "reason", "known_from", "why"),
        ),
        (
            AGREEMENT,
            Text("Avtalets namn", "The agreement's name"),
            POT,
            WHAT,
            SURENESS,
            *STAKE_HEADINGS[:1],
            ROUGH,
            LEAST,
            MOST,
            *STAKE_HEADINGS[1:],
            REASON,
            Text("Blev känt", "Became known"),
            WHY,
        ),
        tuple(_rows(place, path)),
    )


def _rows(place: Place, path: Callable[[PlaceRow], str]) -> Iterator[tuple[Cell, ...]]:
    for row in place.rows:
        yield _row(row, standing_of(row), _stake(row), path)
    for row in place.shared:
        amount = row.award.amount if row.award else row.pot.amount
        yield _row(row, Standing.SHARED, (None, None, None, amount.kr if amount else None), path)


def _row(
    row: PlaceRow, standing: Standing, stake: tuple[int | None, ...], path: Callable[[PlaceRow], str]
) -> tuple[Cell, ...]:
    agreement = row.allocation.agreement
    known = known_from(agreement, row.pot.pot)
    amount = row.award.amount if row.award else row.pot.amount if any(stake[1:]) else None
    return (
        agreement.id,
        agreement.name,
        row.pot.id,
        row.pot.pot.name,
        standing_words(standing),
        stake[0],
        *roughly(amount),
        *stake[1:],
        certainty_of(row) if stake[0] is None or standing is not Standing.CERTAIN else None,
        known.words if known else None,
        path(row),
    )


def _stake(row: PlaceRow) -> tuple[int | None, ...]:
    """Return the pot's kronor as `notice.stake` counts them: awarded, or at most, or at least, or a part of the whole."""
    if row.pot.state is State.COMPUTED:
        return row.award.amount.kr if row.award else 0, None, None, None
    if row.ceiling_kr is not None:
        return None, row.ceiling_kr, None, None
    if row.at_least_kr is not None:
        return None, None, row.at_least_kr, None
    return None, None, None, row.pot.amount.kr if row.pot.amount else None
