"""A place and a year -> the page a planner can budget from."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from overens.export.csv_table import Table
from overens.export.picture import Picture
from overens.export.workbook.model import Workbook
from overens.followup.wording import when_words
from overens.notice.standing import Standing
from overens.usecases.citation import Citation
from overens.usecases.county import ILLUSTRATION
from overens.usecases.documents.place_page import place_page_document
from overens.usecases.peers import NOTHING_COMPUTED, ONLY_COMPUTED, Peers
from overens.usecases.pictures.county import county_pictures
from overens.usecases.pictures.place import place_pictures
from overens.usecases.place import Place
from overens.usecases.place_page import PlacePage, place_page_tables, show_place_page
from overens.usecases.place_parts import PlaceParts
from overens.usecases.printed.write import notice_pdf, print_page
from overens.usecases.program import Again
from overens.usecases.reproduce import name_for, place
from overens.usecases.wording.dates import need_words
from overens.usecases.wording.nothing import nothing_reaches
from overens.usecases.wording.place import has_terms, printed_row_words, terms_of
from overens.usecases.wording.place_sums import last_year_words
from overens.usecases.wording.titles import place_title
from overens.usecases.workbooks.cover import BookIdentity
from overens.usecases.workbooks.place import place_workbook
from overens.vocabulary.recipients import Recipient, RecipientKind, Register
from overens.vocabulary.wording import Language, whole_number
from overens.web.answer import Answer, Elsewhere
from overens.web.asked import Asked
from overens.web.event_grid import agreement_name
from overens.web.find import find_place, find_year
from overens.web.form import Form
from overens.web.grid import CellView, words
from overens.web.ordering import ordered
from overens.web.pages.place_beside import peers_grid, peers_picture
from overens.web.pages.place_dates import dates_grid, next_event, not_found, to_do_grids
from overens.web.pages.place_money import agreements_grid, months_grid, months_picture, pots_grid, sum_views
from overens.web.pages.place_shared import illustration_grid, members_grid, shared_views
from overens.web.pages.place_to_earn import to_earn_grid
from overens.web.taken_workbook import workbook_file


def answer(asked: Asked) -> Answer | Elsewhere:
    """Return the place's page, or its own address."""
    year = find_year(asked)
    found = find_place(asked, f"/{year}/{{}}")
    if isinstance(found, Elsewhere):
        return found
    page = show_place_page(asked.library, found, year, asked.as_known_on)
    tables = place_page_tables(page, asked.library.register)
    title, register = place_title(found, year), asked.library.register

    def book(about: BookIdentity) -> Workbook:
        return place_workbook(page, register, asked.addresses.word(found), about)

    return Answer(
        title,
        "place.html",
        {
            **_money(asked, page.place, page.parts, tables),
            **_beside(asked, page.parts, page.peers, tables),
            **_dates(asked, page.place),
            **_joint(asked, page, tables),
        },
        tables,
        lambda language: place_page_document(page, language),
        _pictures(page, asked.library.register),
        allocations=page.allocations,
        files={
            **workbook_file(asked, title, book),
            Form.PDF: lambda language, citation: _printed(asked, page, language, citation),
        },
        again=Again(place, (name_for(found, asked.library.register), year)),
    )


def _printed(asked: Asked, page: PlacePage, language: Language, citation: Citation | None) -> bytes:
    """Return the place's notice as PDF; a place without grants has an address, though nothing to cite."""
    address = citation.address if citation else asked.cited(asked.as_known_on)
    return notice_pdf(print_page(asked.library, page, citation, address, asked.seen_from), language)


def _pictures(page: PlacePage, register: Register) -> tuple[Picture, ...]:
    return (
        *place_pictures(page.place),
        *months_picture(page.months),
        *peers_picture(page.peers),
        *(county_pictures(page.county, register) if page.county else ()),
    )


def _money(asked: Asked, place: Place, parts: PlaceParts, tables: Mapping[str, Table]) -> dict[str, Any]:
    who, register = place.recipient, asked.library.register
    base = f"/{place.year}/{asked.addresses.word(who)}"
    reached = bool(place.rows or place.shared)
    sorted_pots = ordered(tables["pots"], asked.sort, asked.language)
    return {
        "place": place,
        "base": base,
        "county": register.get(RecipientKind.AREA, who.county) if who.kind is not RecipientKind.AREA else None,
        "also": _other_role(asked, who, place.year),
        "years": _years(asked, who),
        "nothing": None if reached else nothing_reaches(who, place.year, place.as_known_on),
        "sums": sum_views(parts),
        "nothing_sure": reached and not {Standing.CERTAIN, Standing.INFERRED} & set(parts.sums),
        "agreements": agreements_grid(asked, parts, base) if parts.parts else None,
        "pots": pots_grid(asked, place, sorted_pots, base) if reached else None,
        "to_earn": to_earn_grid(asked, place, tables["to-earn"]) if "to-earn" in tables else None,
        "months": months_grid(tables["months"], parts) if tables["months"].rows else None,
        "printed": printed_row_words(place.printed) if place.printed and place.printed.published_kr else None,
        "terms": [(row, terms_of(row, who, register)) for row in (*place.rows, *place.shared) if has_terms(row)],
    }


def _joint(asked: Asked, page: PlacePage, tables: Mapping[str, Table]) -> dict[str, Any]:
    table = tables.get("illustration")
    return {
        "members": members_grid(asked, page.county, tables["members"]) if page.county else None,
        "shared": shared_views(asked, page.joint, page.place.recipient),
        "illustration": illustration_grid(asked, table, page.place.year) if table and table.rows else None,
        "illustration_words": ILLUSTRATION,
    }


def _other_role(asked: Asked, who: Recipient, year: int) -> CellView | None:
    """Return the way to the region that is also a municipality, or back; None for all but Gotland's."""
    register = asked.library.register
    inside = [one for one in (*register.regions, *register.municipalities) if one.county == who.county]
    other = next((one for one in inside if one.kind is not who.kind), None)
    if who.kind is RecipientKind.AREA or len(inside) != 2 or other is None:
        return None
    return words(f"{other.name} {year}", asked.link(f"/{year}/{asked.addresses.word(other)}"))


def _years(asked: Asked, who: Recipient) -> list[tuple[int, str]]:
    word = asked.addresses.word(who)
    return [(year, asked.link(f"/{year}/{word}")) for year in asked.years]


def _beside(asked: Asked, parts: PlaceParts, peers: Peers, tables: Mapping[str, Table]) -> dict[str, Any]:
    return {
        "last_year": last_year_words(parts),
        "change": asked.link(
            f"/{parts.year}/{asked.addresses.word(parts.recipient)}/andring", fran=str(parts.year - 1)
        ),
        "peers": peers_grid(asked, peers, tables["peers"]) if peers.comparable else None,
        "no_peers": NOTHING_COMPUTED if peers.others else peers.why,
        "only_computed": ONLY_COMPUTED,
        "not_compared": whole_number(len(peers.not_compared)),
    }


def _dates(asked: Asked, place: Place) -> dict[str, Any]:
    dated, undated = to_do_grids(asked, place)
    coming = next_event(asked, place)
    named = partial(agreement_name, asked)
    return {
        "to_do": dated,
        "to_do_undated": undated,
        "need_not_found": need_words(place.calendar.need_not_found, named) if place.calendar.need_not_found else None,
        "dates": dates_grid(asked, place),
        "coming": coming,
        "coming_when": when_words(coming.when) if coming else None,
        "coming_of": agreement_name(asked, coming.agreement) if coming else None,
        "not_found": not_found(asked, place),
    }
