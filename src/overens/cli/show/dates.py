"""Events and what is not found about dates -> tables and lists in the terminal, the same on every page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from overens.cli.language import count, t
from overens.cli.show.page import Page
from overens.cli.show.parts import kr, say
from overens.followup.model import Event, EventKind, Gap, MayLapse, kind_words
from overens.followup.wording import when_words
from overens.notice.stake import stake_words
from overens.vocabulary.periods import When


def show_dates(
    page: Page, events: Sequence[Event], gaps: Sequence[Gap], today: date | None = None, listed: Sequence[Event] = ()
) -> None:
    """Print what happens and is to be done, by date; what has no date, and what others are to do, apart.

    Args:
        listed: Events that stand on the page already, and need not be repeated among the undated.
    """
    mine = [event for event in events if not event.others_duty]
    _show_dated(page, mine, gaps, today)
    show_undated(page, [e for e in mine if not isinstance(e.when, When) and e not in listed], gaps)
    others = [event for event in events if event.others_duty]
    if others:
        page.heading(t("Vad andra ska göra", "What others are to do"))
        page.notes(f"{say(when_words(event.when))}  {say(event.what)} ({event.name})" for event in others)


def show_own_dates(page: Page, events: Sequence[Event], gaps: Sequence[Gap]) -> None:
    """Print what concerns the place itself, by date; pots about which nothing is found are only counted."""
    mine = [event for event in events if not event.others_duty]
    _show_dated(page, mine, gaps, None)
    undated = [event for event in mine if not isinstance(event.when, When)]
    if undated or gaps:
        page.heading(_undated_heading())
        page.notes((*undated_words(undated, ()), *_gaps_counted(gaps)))


def _show_dated(page: Page, events: Iterable[Event], gaps: Sequence[Gap], today: date | None) -> None:
    dated = [event for event in events if isinstance(event.when, When)]
    if dated or gaps:
        page.heading(t("Vad som händer och ska göras, när", "What happens and must be done, when"))
    if dated:
        show_events(page, dated, today)
    elif gaps:
        page.line(t("Inga datum är funna för dessa avtal.", "No dates are found for these agreements."))


def show_events(page: Page, events: Iterable[Event], today: date | None = None) -> None:
    """Print dated events as a table; with a day to count from, also how far away each is."""
    rows = [
        (
            say(when_words(event.when)),
            *((_distance(event, today),) if today else ()),
            say(event.what),
            event.name,
            paid_words(event),
        )
        for event in events
    ]
    headings = (
        t("När", "When"),
        *((t("Läge", "State"),) if today else ()),
        t("Vad", "What"),
        t("Avtal", "Agreement"),
        t("Kronor", "Kronor"),
    )
    page.table(headings, rows, right=(len(headings) - 1,), whole=(0,))


def paid_words(event: Event) -> str:
    """Return the kronor of a payment; nothing where they are not known."""
    if event.kr is None:
        return ""
    return kr(event.kr) if event.exact else f"≈\u00a0{kr(event.kr)}"


def show_undated(page: Page, events: Sequence[Event], gaps: Sequence[Gap]) -> None:
    """Print events whose dates are missing, and the pots about which nothing is found."""
    if events or gaps:
        page.heading(_undated_heading())
        page.notes(undated_words(events, gaps))


def _undated_heading() -> str:
    return t("Datum ej funna", "Dates not found")


def undated_words(events: Iterable[Event], gaps: Sequence[Gap]) -> Iterator[str]:
    """Yield a sentence for each event whose date is missing, and for the pots about which nothing is found."""
    yield from (f"{say(event.what)} ({event.name})" for event in events)
    for kinds in dict.fromkeys(gap.kinds for gap in gaps):
        yield _gap_words(kinds, [gap for gap in gaps if gap.kinds == kinds])


def _gaps_counted(gaps: Sequence[Gap]) -> Iterator[str]:
    """Yield, for each kind of date of which nothing is found, of how many pots that is so."""
    for kinds in dict.fromkeys(gap.kinds for gap in gaps):
        pots = sum(len(gap.pots) for gap in gaps if gap.kinds == kinds)
        yield t(
            "Inget är funnet om {kinds} för {pots}.",
            "Nothing is found about {kinds} for {pots}.",
            kinds=_kinds(kinds),
            pots=count(pots, ("pott", "potter"), ("pot", "pots")),
        )


def _gap_words(kinds: tuple[EventKind, ...], gaps: Iterable[Gap]) -> str:
    return t(
        "Inget är funnet om {kinds} för {pots}.",
        "Nothing is found about {kinds} for {pots}.",
        kinds=_kinds(kinds),
        pots=pots_words(gaps),
    )


def _kinds(kinds: tuple[EventKind, ...]) -> str:
    return t(" eller ", " or ").join(say(kind_words(kind)) for kind in kinds)


def pots_words(gaps: Iterable[Gap]) -> str:
    """Return the pots by agreement: 'a-2024 (x, y), b-2024 (z)'."""
    return ", ".join(f"{gap.agreement} ({', '.join(gap.pots)})" for gap in gaps)


def show_may_lapse(page: Page, found: Sequence[MayLapse], today: date | None) -> None:
    """Print what the recipient must ask for or do, by when, and the kronor that it concerns."""
    rows = [
        (
            say(when_words(one.event.when)),
            say(one.event.what) + _passed(one.event, today),
            one.event.name,
            say(stake_words(one.stake)),
        )
        for one in found
    ]
    headings = (t("Senast", "By"), t("Vad", "What"), t("Avtal", "Agreement"), t("Gäller", "Concerns"))
    page.table(headings, rows, whole=(0,))


def nothing_to_ask_for() -> str:
    """Return the sentence where no term says that anything must be asked for or done."""
    return t(
        "Inget är funnet som måste begäras eller lämnas in.",
        "Nothing is found that must be asked for or handed in.",
    )


def need_words(gaps: Iterable[Gap]) -> str:
    """Return the sentence about pots of which it is not found whether they must be requisitioned."""
    return t(
        "Om rekvisition krävs är inte funnet för {pots}.",
        "Whether a requisition is needed is not found for {pots}.",
        pots=pots_words(gaps),
    )


def _passed(event: Event, today: date | None) -> str:
    return t(" [passerat]", " [passed]") if today and event.passed(today) else ""


def _distance(event: Event, today: date) -> str:
    """Return how far an event is from the day; for a month or a year, to its first and to its last day."""
    assert isinstance(event.when, When)
    if event.passed(today):
        return t("passerat", "passed")
    first, last = (event.when.first - today).days, (event.when.last - today).days
    if first == last:
        days = count(first, ("dag", "dagar"), ("day", "days"))
        return t("om {days}", "in {days}", days=days) if first else t("samma dag", "that day")
    if first > 0:
        return t("om {first}–{last} dagar", "in {first}–{last} days", first=str(first), last=str(last))
    return t("pågår", "now")
