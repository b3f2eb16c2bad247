"""Dates, and what is not found about them -> words and sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from overens.followup.model import Event, EventKind, Gap, kind_words
from overens.usecases.wording.amounts import kr_words
from overens.vocabulary.periods import When
from overens.vocabulary.wording import Text, counted, join_texts

UNDATED = Text("Datum ej funna", "Dates not found")
NO_DATES = Text("Inga datum är funna för dessa avtal.", "No dates are found for these agreements.")
NOTHING_TO_ASK_FOR = Text(
    "Inget är funnet som måste begäras eller lämnas in.", "Nothing is found that must be asked for or handed in."
)
PASSED = Text("passerat", "passed")


def paid_words(event: Event) -> str:
    """Return the kronor of a payment; nothing where they are not known."""
    return "" if event.kr is None else kr_words(event.kr, exact=event.exact)


def undated_words(
    events: Iterable[Event], gaps: Sequence[Gap], about: Callable[[Event], str] = lambda event: event.name
) -> Iterator[Text]:
    """Yield a sentence for each event whose date is missing, and for the pots about which nothing is found.

    Args:
        about: What an event is about; its id as in commands where no names are at hand.
    """
    yield from (Text("{what} ({name})", "{what} ({name})", {"what": one.what, "name": about(one)}) for one in events)
    for kinds in dict.fromkeys(gap.kinds for gap in gaps):
        yield _nothing_found(kinds, pots_words(gap for gap in gaps if gap.kinds == kinds))


def gaps_counted(gaps: Sequence[Gap]) -> Iterator[Text]:
    """Yield, for each kind of date of which nothing is found, of how many pots that is so."""
    for kinds in dict.fromkeys(gap.kinds for gap in gaps):
        pots = sum(len(gap.pots) for gap in gaps if gap.kinds == kinds)
        yield _nothing_found(kinds, counted(pots, ("pott", "potter"), ("pot", "pots")))


def _nothing_found(kinds: tuple[EventKind, ...], pots: Text | str) -> Text:
    return Text(
        "Inget är funnet om {kinds} för {pots}.",
        "Nothing is found about {kinds} for {pots}.",
        {"kinds": _either(kinds), "pots": pots},
    )


def _either(kinds: tuple[EventKind, ...]) -> Text:
    first, *rest = (kind_words(kind) for kind in kinds)
    for one in rest:
        first = Text("{a} eller {b}", "{a} or {b}", {"a": first, "b": one})
    return join_texts([first])


def pots_words(gaps: Iterable[Gap]) -> str:
    """Return the pots by agreement: 'a-2024 (x, y), b-2024 (z)'."""
    return ", ".join(f"{gap.agreement} ({', '.join(gap.pots)})" for gap in gaps)


def need_words(gaps: Iterable[Gap], name: Callable[[str], str] | None = None) -> Text:
    """Return the sentence about pots of which it is not found whether they must be requisitioned.

    Args:
        name: An agreement's id -> its name, with which its pots are counted; None for the ids of both.
    """
    pots: Text | str = pots_words(gaps) if name is None else join_texts([_counted(one, name) for one in gaps], ", ")
    return Text(
        "Om rekvisition krävs är inte funnet för {pots}.",
        "Whether a requisition is needed is not found for {pots}.",
        {"pots": pots},
    )


def _counted(gap: Gap, name: Callable[[str], str]) -> Text:
    pots = counted(len(gap.pots), ("pott", "potter"), ("pot", "pots"))
    return Text("{name} ({pots})", "{name} ({pots})", {"name": name(gap.agreement), "pots": pots})


def distance_words(event: Event, today: date) -> Text:
    """Return how far an event is from the day; for a month or a year, to its first and to its last day."""
    assert isinstance(event.when, When)
    if event.passed(today):
        return PASSED
    first, last = (event.when.first - today).days, (event.when.last - today).days
    if first == last:
        days = counted(first, ("dag", "dagar"), ("day", "days"))
        return Text("om {days}", "in {days}", {"days": days}) if first else Text("samma dag", "that day")
    if first > 0:
        return Text("om {first}–{last} dagar", "in {first}–{last} days", {"first": str(first), "last": str(last)})
    return Text("pågår", "now")
