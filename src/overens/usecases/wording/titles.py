"""What a page and the file that is taken from it are called, whichever door it is asked for at."""

from __future__ import annotations

from overens.usecases.compare import Changes
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Text


def year_title(year: int) -> Text:
    """Return the title of a year."""
    return Text("Statsbidragen {year}", "State grants {year}", {"year": str(year)})


def place_title(who: Recipient, year: int) -> Text:
    """Return the title of a place in a year."""
    return Text("{who} {year}", "{who} {year}", {"who": who.name, "year": str(year)})


def change_title(changes: Changes) -> Text:
    """Return the title of a comparison."""
    values: dict[str, object] = {"a": changes.before.name, "b": changes.after.name}
    if changes.place is None:
        return Text("Från {a} till {b}", "From {a} to {b}", values)
    values["who"] = changes.place.name
    return Text("{who}: från {a} till {b}", "{who}: from {a} to {b}", values)


def grants_title(year: int) -> Text:
    """Return the title of all grants of a year and the next."""
    values: dict[str, object] = {"a": str(year), "b": str(year + 1)}
    return Text("Alla riktade bidrag {a} och {b}", "All targeted grants {a} and {b}", values)
