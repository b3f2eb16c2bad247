"""An event -> the names of the agreement and the pot it is about, as they were called on a day."""

from __future__ import annotations

from datetime import date

from overens.followup.model import Event
from overens.usecases.library import Library


def agreement_name(library: Library, agreement_id: str, day: date | None) -> str:
    """Return what the agreement was called on the day; as it is called now, if no day is given."""
    return library.reading(agreement_id, day).written.agreement.name


def pot_name(library: Library, event: Event, day: date | None) -> str:
    """Return what the event's pot is called; empty where it is of the whole agreement."""
    agreement = library.reading(event.agreement, day).written.agreement
    return next((pot.name for path, pot in (*agreement.groups(), *agreement.leaves()) if path[-1] == event.pot), "")


def event_about(library: Library, event: Event, day: date | None) -> str:
    """Return the agreement that an event is about, and its pot where it is about one."""
    name, pot = agreement_name(library, event.agreement, day), pot_name(library, event, day)
    return f"{name}: {pot}" if pot else name
