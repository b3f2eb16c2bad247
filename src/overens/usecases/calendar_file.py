"""A calendar as it was asked for -> its .ics file."""

from __future__ import annotations

from datetime import date

from overens.usecases.calendar import YearCalendar
from overens.vocabulary.wording import Language, Text


def calendar_file(answer: YearCalendar, language: Language) -> str:
    """Return the calendar as iCalendar text, stamped with the day asked about or, without one, the latest in its sources."""
    from overens.export.calendar_file import (  # takes a tenth of a second to read, and is seldom asked for
        CalendarFile,
        to_ics,
    )

    asked = answer.asked
    who = asked.recipient
    name = Text(
        "Statsbidrag {year}: {who}",
        "State grants {year}: {who}",
        {"year": str(asked.year), "who": who.name if who else Text("alla avtal", "all agreements")},
    )
    stamp = asked.today or answer.calendar.checked_on or date(asked.year, 1, 1)
    whose = f"{who.kind.value} {who.code}" if who else "alla"
    return to_ics(answer.calendar.events, CalendarFile(name, whose, stamp, language))
