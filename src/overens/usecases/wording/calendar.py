"""A calendar as it was asked for -> its title, the names of its months, and the sentences that every door says of it."""

from __future__ import annotations

from overens.followup.model import DoubtfulDate
from overens.usecases.calendar import Asked
from overens.vocabulary.periods import month_words
from overens.vocabulary.wording import Text, counted

MUST = Text(
    "Måste begäras eller göras, annars kan pengar gå förlorade", "Must be asked for or done, or money may be lost"
)
HAPPENS = Text("Vad som händer och ska göras, när", "What happens and must be done, when")
OTHERS = Text("Vad andra ska göra", "What others are to do")
NO_SUCH_EVENTS = Text("Inga sådana händelser är funna.", "No such events are found.")
DOUBTFUL = Text("Datum som källorna inte är överens om", "Dates that the sources do not agree on")


def month_of_year(month: str) -> Text:
    """Return a month written as 2024-12 in words.

    >>> month_of_year("2024-12").say()
    'december 2024'
    """
    year, _, number = month.partition("-")
    return Text("{month} {year}", "{month} {year}", {"month": month_words(int(number)), "year": year})


def calendar_title(asked: Asked) -> Text:
    """Return whose calendar it is, and of what."""
    who = asked.recipient.name if asked.recipient else Text("Alla avtal", "All agreements")
    values: dict[str, object] = {"who": who, "year": str(asked.year)}
    if asked.during:
        return Text(
            "{who}: vad som infaller under {year}, vilket års pengar det än gäller",
            "{who}: what falls in {year}, whatever year's money it is",
            values,
        )
    return Text("{who}: kalender för {year} års pengar", "{who}: calendar of the money for {year}", values)


def undated_elsewhere(n: int, year: int) -> Text:
    """Return how many events of other years' money lack a date, and so may fall in the year."""
    return Text(
        "Dessutom saknar {events} om andra års pengar datum; de kan infalla {year}.",
        "Besides, {events} about other years' money have no date; they may fall in {year}.",
        {"events": counted(n, ("händelse", "händelser"), ("event", "events")), "year": str(year)},
    )


def doubtful_words(one: DoubtfulDate) -> Text:
    """Return what the source says, what is used in its stead, and why."""
    values: dict[str, object] = {"says": one.says, "used": one.used, "why": one.why}
    if one.impossible:
        return Text(
            "Källan säger '{says}', en dag som inte finns. Vi använder: {used}. Skäl: {why}.",
            "The source says '{says}', a day that does not exist. We use: {used}. Reason: {why}.",
            values,
        )
    return Text(
        "En källa säger '{says}'. Vi använder: {used}. Skäl: {why}.",
        "One source says '{says}'. We use: {used}. Reason: {why}.",
        values,
    )
