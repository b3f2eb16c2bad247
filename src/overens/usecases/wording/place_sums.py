"""A place's sums -> what each is called and means, between what it lies, and how all is beside last year."""

from __future__ import annotations

from overens.allocation.explain_results import interval
from overens.notice.standing import Standing
from overens.usecases.place_parts import PlaceParts
from overens.usecases.wording.compare import signed
from overens.vocabulary.money import Precision, add_up
from overens.vocabulary.wording import Text, counted, kronor

SUM_NAMES = {
    Standing.CERTAIN: Text("Säkert", "Certain"),
    Standing.INFERRED: Text("Härlett", "Inferred"),
    Standing.TO_EARN: Text("Att tjäna in", "To earn"),
    Standing.NOT_COMPUTED: Text("Ej beräknat", "Not computed"),
    Standing.SHARED: Text("Delas i länet", "Shared in the county"),
}
SUM_MEANINGS = {
    Standing.CERTAIN: Text(
        "verifierat, eller räknat ur verifierade uppgifter", "verified, or computed from what is verified"
    ),
    Standing.INFERRED: Text("nyckel, datum eller belopp är en slutsats", "key, date or amount is a conclusion"),
    Standing.TO_EARN: Text("hänger på prestation eller villkor", "hangs on performance or conditions"),
    Standing.NOT_COMPUTED: Text("nyckel eller underlag är inte funna", "key or figures are not found"),
    Standing.SHARED: Text("hur det delas är inte publicerat", "how it is divided is not published"),
}
OWN_PART = Text(
    "Vad var och en får för egen del; det som delas i länet ingår inte.",
    "What each gets for itself; what is shared in the county is not included.",
)


def between_words(parts: PlaceParts, standing: Standing) -> Text | None:
    """Return the least and the most that the rounded kronor of awards can be; None where they are exact."""
    pots = [pot.row for part in parts.parts for pot in part.pots if pot.standing is standing]
    whole = add_up(row.award.amount for row in pots if row.award)
    if standing not in (Standing.CERTAIN, Standing.INFERRED) or whole.precision is Precision.EXACT:
        return None
    if standing is Standing.CERTAIN:
        return interval(whole)
    return Text("{between}, om slutsatserna håller", "{between}, if the conclusions hold", {"between": interval(whole)})


def last_year_words(parts: PlaceParts) -> Text:
    """Return how what can be compared has changed since last year, or that nothing can."""
    values: dict[str, object] = {"before": str(parts.year - 1), "year": str(parts.year)}
    last = parts.last_year
    if last is None:
        return Text(
            "Inget som är beräknat {year} går att jämföra med {before}.",
            "Nothing that is computed for {year} can be compared with {before}.",
            values,
        )
    values |= {
        "was": kronor(last.before_kr),
        "is": kronor(last.after_kr),
        "difference": signed(last.difference_kr),
        "pots": counted(last.pots, ("pott", "potter"), ("pot", "pots")),
        "left": str(len(parts.changes.not_compared) + len(parts.changes.one_sided)),
    }
    return Text(
        "Det som går att jämföra ({pots}): {was} {before}, {is} {year}, alltså {difference}."
        " {left} potter och avtal finns eller är beräknade bara ena året och ingår inte.",
        "What can be compared ({pots}): {was} in {before}, {is} in {year}, thus {difference}."
        " {left} pots and agreements exist or are computed in one of the years only and are not included.",
        values,
    )
