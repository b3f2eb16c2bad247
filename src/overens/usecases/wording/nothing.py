"""A place or year that nothing in the library reaches -> the sentence that says so, and what that does not mean."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from overens.usecases.year import Year
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Text


def nothing_reaches(who: Recipient, year: int, as_known_on: date | None) -> Text:
    """Return the sentence for a place without grants."""
    if as_known_on is not None:
        return Text(
            "Inget i biblioteket som var känt {day} når {who} {year}. Mer kan ha blivit känt senare.",
            "Nothing in the library that was known on {day} reaches {who} in {year}. More may have become known later.",
            {"day": str(as_known_on), "who": who.name, "year": str(year)},
        )
    return Text(
        "Inget i biblioteket når {who} {year}. Det betyder inte att inga pengar gavs.",
        "Nothing in the library reaches {who} in {year}. That does not mean that no money was given.",
        {"who": who.name, "year": str(year)},
    )


def no_agreements(year: int, years_in_library: Iterable[int]) -> Text:
    """Return the sentence for a year without agreements."""
    return Text(
        "Inget avtal för {year} finns i biblioteket, som har avtal för {years}. Det betyder inte att inga pengar gavs.",
        "No agreement for {year} is in the library, which has {years}. That does not mean that no money was given.",
        {"year": str(year), "years": ", ".join(map(str, years_in_library))},
    )


def nothing_of(year: Year) -> Text | None:
    """Return why a year is empty: nothing of it was known on the day, or the library has no agreement; None if it is not."""
    if year.allocations:
        return None
    if year.not_yet_known:
        day: dict[str, object] = {"day": str(year.as_known_on), "n": str(len(year.not_yet_known)), "year": year.year}
        return Text(
            "Inget av bibliotekets {n} avtal för {year} var känt {day}.",
            "None of the library's {n} agreements for {year} was known on {day}.",
            day,
        )
    return no_agreements(year.year, year.years_in_library)


def not_known_then(ids: Iterable[str], day: date | None) -> Text:
    """Return the sentence that names agreements made after the day asked about."""
    return Text("Inte kända den {day}: {ids}.", "Not known on {day}: {ids}.", {"day": str(day), "ids": ", ".join(ids)})
