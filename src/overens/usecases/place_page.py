"""A place and a year -> everything that its page shows, with each of its tables."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from overens.allocation.model import Allocation
from overens.export.csv_table import Table
from overens.usecases.county import County, Joint, show_county, show_shared
from overens.usecases.county_tables import illustration_table, members_table
from overens.usecases.library import Library
from overens.usecases.months import MonthsOfPlace, months_table, payments_table, show_months
from overens.usecases.peers import Peers, show_peers
from overens.usecases.peers_table import peers_table
from overens.usecases.place import Place, show_place
from overens.usecases.place_parts import PlaceParts, show_parts
from overens.usecases.place_parts_table import parts_table
from overens.usecases.tables import place_table
from overens.usecases.to_earn_table import earned_rows, to_earn_table
from overens.vocabulary.recipients import Recipient, RecipientKind, Register


@dataclass(frozen=True)
class PlacePage:
    """All that is told of a place in a year (platsens sida).

    Attributes:
        county: For a county: its region and municipalities; None for others.
        joint: Pots that the organisations of the county share.
    """

    place: Place
    parts: PlaceParts
    months: MonthsOfPlace
    peers: Peers
    county: County | None
    joint: tuple[Joint, ...]

    @property
    def allocations(self) -> tuple[Allocation, ...]:
        """What was computed for it, each agreement once."""
        rows = (*self.place.rows, *self.place.shared)
        return tuple({row.allocation.agreement.id: row.allocation for row in rows}.values())


def show_place_page(library: Library, who: Recipient, year: int, as_known_on: date | None = None) -> PlacePage:
    """Return all that is told of the place in the year."""
    county = show_county(library, who, year, as_known_on) if who.kind is RecipientKind.AREA else None
    return PlacePage(
        show_place(library, who, year, as_known_on),
        show_parts(library, who, year, as_known_on),
        show_months(library, who, year, as_known_on),
        show_peers(library, who, year, as_known_on),
        county,
        county.joint if county else show_shared(library, who, year, as_known_on),
    )


def place_page_tables(page: PlacePage, register: Register) -> dict[str, Table]:
    """Return the page's tables by name; a county's members, what is earned and an illustration only where there are any."""
    who = page.place.recipient
    tables = {
        "pots": place_table(page.place),
        "agreements": parts_table(page.parts),
        "months": months_table(page.months),
        "payments": payments_table(page.months),
        "peers": peers_table(page.peers),
    }
    if earned_rows(page.place):
        tables["to-earn"] = to_earn_table(page.place)
    area = who if page.county else register.get(RecipientKind.AREA, who.county)
    if page.county is not None:
        tables["members"] = members_table(page.county)
    if page.joint and area is not None:
        tables["illustration"] = illustration_table(area, page.joint, register, page.place.year)
    return tables
