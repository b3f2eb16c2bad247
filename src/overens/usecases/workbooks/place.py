"""A place and a year -> its workbook: pots and payments, and every sum of its page a formula over them."""

from __future__ import annotations

from collections.abc import Iterator

from overens.export.workbook.model import Formula, Sheet, Workbook
from overens.notice.rows import PlaceRow
from overens.usecases.calendar_tables import events_table
from overens.usecases.county import ILLUSTRATION
from overens.usecases.place_page import PlacePage, place_page_tables
from overens.usecases.wording.nothing import nothing_reaches
from overens.usecases.workbooks.cover import COVER, EMPTY, ROUGH, BookIdentity, Check, workbook
from overens.usecases.workbooks.dates import dates_sheet
from overens.usecases.workbooks.place_pots import place_pots_sheet
from overens.usecases.workbooks.place_sheets import (
    agreements_sheet,
    members_sheet,
    months_sheet,
    payments_sheet,
    peers_sheet,
    sums_sheet,
)
from overens.usecases.workbooks.pot.of_book import OfPots, how_live, names_of, pots_checks, sheets_of_pots
from overens.usecases.workbooks.sources import SOURCES, sources_sheet
from overens.usecases.workbooks.table_sheet import Live, Plan, live, named_sheets
from overens.vocabulary.recipients import Register
from overens.vocabulary.wording import Text

_SHEETS = {
    "cover": COVER,
    "sums": Text("Vad vi får", "What we get"),
    "agreements": Text("Avtal för avtal", "Agreement by agreement"),
    "pots": Text("Potter", "Pots"),
    "to-earn": Text("Att tjäna in", "To earn"),
    "members": Text("Regionen och kommunerna", "Region and municipalities"),
    "illustration": Text("Delas i länet, illustration", "Shared in county, illustration"),
    "months": Text("När pengarna kommer", "When the money comes"),
    "payments": Text("Utbetalningar", "Payments"),
    "peers": Text("Mot liknande platser", "Beside similar places"),
    "dates": Text("Vad som händer, när", "What happens, when"),
    "sources": SOURCES,
}


def place_workbook(page: PlacePage, register: Register, word: str, about: BookIdentity) -> Workbook:
    """Return the place's workbook; changing the amount or a figure of a pot changes every sum.

    Args:
        word: The place's word in addresses.
    """
    place, language = page.place, about.language

    def path(row: PlaceRow) -> str:
        return f"/{place.year}/{word}/{row.allocation.agreement.id}/{row.pot.id}"

    names = named_sheets(_SHEETS, language)
    found = [(row.allocation, row.pot) for row in place.rows]
    of = sheets_of_pots(found, register, language, [*names.values()], of_many=True)
    pots = place_pots_sheet(place, of, path, about, names["pots"])
    payments = payments_sheet(page.months, pots, names["payments"], language)
    months = months_sheet(page.months, payments, names["months"], language)
    sums = sums_sheet(page.parts, pots, names["sums"], language)
    first = (sums, agreements_sheet(page.parts, pots, names["agreements"], language), pots)
    last = (sources_sheet(page.allocations, names["sources"], language),)
    own = _own(page, pots, register, names, about)
    own_sheets = [sheet for one in of.values() for sheet in one.sheets]
    nothing = [] if place.rows or place.shared else [nothing_reaches(place.recipient, place.year, place.as_known_on)]
    notes = [*nothing, *how_live(of), EMPTY, ROUGH]
    sheets: tuple[Live | Sheet, ...] = (*first, *own, months, payments, *own_sheets, *last)
    return workbook(about, sheets, _checks(pots, months, of), notes, names_of(of))


def _own(page: PlacePage, pots: Live, register: Register, names: dict[str, str], about: BookIdentity) -> Iterator[Live]:
    """Yield the page's tables that stand by themselves."""
    tables, language = place_page_tables(page, register), about.language
    if "to-earn" in tables:
        yield live(tables["to-earn"], Plan(names["to-earn"], "to-earn"), language)
    if "members" in tables:
        yield members_sheet(tables["members"], names["members"], language)
    if "illustration" in tables:
        yield live(tables["illustration"], Plan(names["illustration"], "illustration", (ILLUSTRATION,)), language)
    yield peers_sheet(page.peers, pots, names["peers"], language)
    events = [event for event in page.place.deadlines if not event.others_duty]
    title = Text(
        "{who} {year}: vad som händer, när",
        "{who} {year}: what happens, when",
        {"who": page.place.recipient.name, "year": str(page.place.year)},
    )
    yield dates_sheet(events_table(title, events), title, names["dates"], language)


def _checks(pots: Live, months: Live, of: OfPots) -> Iterator[Check]:
    """Yield what a reader can check: what is computed, and that the months hold all of it."""
    if not pots.table.rows:
        return
    yield Check(Text("Säkert och härlett", "Certain and inferred"), pots.sum("awarded_kr"))
    if months.table.rows:
        there = [name for name in ("certain_kr", "inferred_kr") if name in months.table.names]
        paid = "+".join(f"SUM({months.column(name)})" for name in there) or "0"
        formula = Formula(f"=SUM({pots.column('awarded_kr')})-({paid})", 0)
        yield Check(
            Text("Kontroll: potterna minus månaderna, ska vara 0", "Check: the pots minus the months, to be 0"),
            formula,
            wrong=Text("månaderna ger inte potterna", "the months do not give the pots"),
        )
        yield from pots_checks(of)
