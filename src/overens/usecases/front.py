"""A library and a day -> the newest year at a glance, what is due next over all grants, and what became known last."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from overens.agreement.model import Agreement
from overens.allocation.allocate import known_from
from overens.followup.calendar import compose_calendar
from overens.followup.model import Event, EventKind
from overens.notice.rows import rows_for_everyone
from overens.usecases.counted_sums import CountedSum, counted_sums
from overens.usecases.glance import Glance, show_glance
from overens.usecases.library import Library
from overens.vocabulary.periods import When
from overens.vocabulary.wording import Text

MOST_DUE, MOST_KNOWN = 12, 6
"""How many events, and how many sums, are shown."""
_TOLD = (EventKind.DECISION, EventKind.KNOWN)


@dataclass(frozen=True)
class Front:
    """The front page (förstasidan).

    Attributes:
        glance: The newest year with agreements; None where the library has none that were known.
        before: The year before it; None where it has no agreements.
        due: What comes next from today, by date, over all grants.
        due_more: How many dated events come after those.
        last: The last dated event of all, where nothing is due any more.
        known: Sums that became known last, the newest first.
    """

    today: date
    as_known_on: date | None
    glance: Glance | None
    before: Glance | None
    due: tuple[Event, ...]
    due_more: int
    last: Event | None
    known: tuple[CountedSum, ...]

    @property
    def nothing_due(self) -> Text | None:
        """That nothing more is due, and what was the last; None where something is."""
        if self.due:
            return None
        if self.last is None:
            return Text(
                "Inget i biblioteket har något datum från {today} och framåt.",
                "Nothing in the library has a date from {today} on.",
                {"today": str(self.today)},
            )
        return Text(
            "Inget förfaller efter {today}, så långt biblioteket vet. Det sista var {when}: {what}.",
            "Nothing is due after {today}, as far as the library knows. The last was on {when}: {what}.",
            {"today": str(self.today), "when": str(self.last.when), "what": self.last.what},
        )


def show_front(library: Library, today: date, as_known_on: date | None = None) -> Front:
    """Return what the front page shows.

    Args:
        today: The day from which what is due is told; what may still come on a month or year counts until its end.
    """
    agreements = [a for a in library.agreements_on(as_known_on) if _surely_known(a, as_known_on)]
    years = {a.years[0] for a in agreements} & library.years
    newest = max(years, default=None)
    dated = _dated(library, [a.id for a in agreements], as_known_on)
    due = [event for event in dated if not event.passed(today)]
    return Front(
        today,
        as_known_on,
        None if newest is None else show_glance(library, newest, as_known_on),
        None if newest is None or newest - 1 not in years else show_glance(library, newest - 1, as_known_on),
        tuple(due[:MOST_DUE]),
        max(0, len(due) - MOST_DUE),
        dated[-1] if dated and not due else None,
        _known(library, min(today, as_known_on or today)),
    )


def _surely_known(agreement: Agreement, day: date | None) -> bool:
    """Tell whether any of the agreement was known on the day; one without any date may have come at any time."""
    dates = [known_from(agreement, pot) for _, pot in agreement.leaves()]
    return day is None or any(since is not None and since.known_on(day) for since in dates)


def _dated(library: Library, ids: list[str], day: date | None) -> list[Event]:
    """Return what has a date, by date, of all agreements together; a decision is nothing that falls due."""
    allocations = [library.allocation(name, day) for name in ids]
    events = compose_calendar(tuple(rows_for_everyone(allocations)), as_known_on=day).events
    return [event for event in events if isinstance(event.when, When) and event.kind not in _TOLD]


def _known(library: Library, day: date) -> tuple[CountedSum, ...]:
    sums = counted_sums(library.read_announcements(), library.agreements_on(day))
    known = [one for one in sums if one.known.known_on(day)]
    newest = sorted(known, key=lambda one: (one.known.last, one.known.first, one.amount.kr), reverse=True)
    return tuple(newest[:MOST_KNOWN])
