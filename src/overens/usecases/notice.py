"""A place and a year -> what the place is told: its notice, its calendar, and what is not in the library."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from overens.followup.model import Calendar
from overens.notice.compose import Notice, compose_notice
from overens.usecases.library import Library
from overens.usecases.place import show_place
from overens.usecases.year import any_known
from overens.vocabulary.recipients import Recipient


@dataclass(frozen=True)
class Letter:
    """A notice with what must be done and by when, as it is sent.

    Attributes:
        not_found: Agreement id -> what was looked for in it and not found.
        not_yet_known: Ids of the year's agreements that were made after the day asked about.
    """

    notice: Notice
    calendar: Calendar
    not_found: tuple[tuple[str, tuple[str, ...]], ...]
    not_yet_known: tuple[str, ...] = ()


def write_notice(library: Library, who: Recipient, year: int, as_known_on: date | None = None) -> Letter:
    """Return what the recipient is told of the year."""
    place = show_place(library, who, year, as_known_on)
    notice = compose_notice(place.rows, place.shared, who, year, as_known_on)
    return Letter(
        notice,
        place.calendar,
        tuple((a.id, tuple(one.what for one in a.not_found)) for a in notice.agreements if a.not_found),
        tuple(a.id for a in library.of_year(year, as_known_on) if not any_known(a, as_known_on)),
    )
