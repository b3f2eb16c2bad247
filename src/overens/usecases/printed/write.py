"""A place and a year -> its notice as it is printed, with its address and the run behind it; and as PDF."""

from __future__ import annotations

from datetime import date

from overens.export.pdf import typeset
from overens.usecases.citation import Citation, cite
from overens.usecases.last_known import speaks_from
from overens.usecases.library import Library
from overens.usecases.place_page import PlacePage, show_place_page
from overens.usecases.printed.appendix import appendix
from overens.usecases.printed.first_page import ToldPlace, first_page
from overens.usecases.printed.model import PrintedNotice
from overens.usecases.printed.sheet import sheet_of
from overens.usecases.wording.notice import notice_title
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Language

TEMPLATE = "notice"


def print_notice(
    library: Library,
    who: Recipient,
    year: int,
    as_known_on: date | None = None,
    address: str = "",
    seen_from: date | None = None,
) -> PrintedNotice:
    """Return the place's printed notice of the year.

    Args:
        address: Where the place's page is read; empty where no portal is known.
        seen_from: The day from which to tell what has passed; None for the day it is known on, else the library's last.
    """
    page = show_place_page(library, who, year, as_known_on)
    behind = page.allocations
    citation = cite(library, notice_title(who, year), address, behind, as_known_on) if behind else None
    return print_page(library, page, citation, address, speaks_from(library, seen_from, as_known_on))


def print_page(
    library: Library, page: PlacePage, citation: Citation | None, address: str, seen_from: date
) -> PrintedNotice:
    """Return the notice of a place whose page is shown.

    Args:
        citation: How the page is cited; its day is the notice's own.
        seen_from: The day from which to tell what has passed.
    """
    place = page.place
    day = citation.as_known_on if citation else place.as_known_on
    told = ToldPlace(library, place, page.parts, seen_from)
    return PrintedNotice(
        place.recipient,
        place.year,
        day,
        seen_from,
        notice_title(place.recipient, place.year),
        first_page(told, day),
        appendix(told, page.months, page.county, page.joint),
        address,
        citation,
    )


def notice_pdf(notice: PrintedNotice, language: Language) -> bytes:
    """Return the notice as PDF.

    Raises:
        ImportError: If what sets type, or makes QR codes, is not installed.
    """
    return typeset(TEMPLATE, sheet_of(notice, language), notice.seen_from)
