"""A notice -> its title, what it is computed from, and what it leaves out, as every form of it says."""

from __future__ import annotations

from datetime import date

from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Text

TO_DO = Text("Vad ni måste begära eller göra", "What you must ask for or do")
LOOKED_FOR = Text("Sökt men inte funnet", "Looked for and not found")
NOT_ALL = Text(
    "Biblioteket rymmer inte alla statsbidrag. Att ett bidrag saknas här betyder inte att inga pengar ges.",
    "The library does not hold every state grant. That a grant is missing here does not mean that no money is given.",
)


def notice_title(who: Recipient, year: int) -> Text:
    """Return the notice's heading."""
    return Text("Statsbidrag {year}: {who}", "State grants {year}: {who}", {"year": str(year), "who": who.name})


def seen_words(day: date) -> Text:
    """Return from which day it is told what has passed."""
    return Text(
        "Sett från {day}: det som låg före den dagen är passerat.",
        "Seen from {day}: what lay before that day has passed.",
        {"day": day.isoformat()},
    )


def computed_from(as_known_on: date | None) -> Text:
    """Return what the notice is computed from, and that it is no decision."""
    known = Text("allt som står där", "all that it holds")
    if as_known_on is not None:
        known = Text("det som var känt {day}", "what was known on {day}", {"day": str(as_known_on)})
    return Text(
        "Besked räknat ur Överens bibliotek, på {known}. Det ersätter inget beslut.",
        "A notice computed from the library of Överens, on {known}. It replaces no decision.",
        {"known": known},
    )
