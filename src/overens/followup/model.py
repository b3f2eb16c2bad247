"""What happens, is to be done, may be lost and is not known about dates: the nouns of following up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from overens.agreement.terms import Source
from overens.notice.stake import Stake
from overens.vocabulary.names import fold
from overens.vocabulary.periods import When
from overens.vocabulary.wording import Text
from overens.writing.values import Missing


class EventKind(StrEnum):
    """What is to happen on a date."""

    DECISION = "beslut"
    KNOWN = "blev känt"
    APPLICATION = "ansökan"
    REQUISITION = "rekvisition"
    CONDITION = "villkor"
    DUTY = "skyldighet"
    PAYMENT = "utbetalning"
    USE_ENDS = "sista användning"
    REPAYMENT = "återbetalning"


_KINDS = {
    EventKind.DECISION: Text("beslut", "decision"),
    EventKind.KNOWN: Text("blev känt", "became known"),
    EventKind.APPLICATION: Text("ansökan", "application"),
    EventKind.REQUISITION: Text("rekvisition", "requisition"),
    EventKind.CONDITION: Text("villkor", "condition"),
    EventKind.DUTY: Text("skyldighet", "duty"),
    EventKind.PAYMENT: Text("utbetalning", "payment"),
    EventKind.USE_ENDS: Text("sista användning", "last use"),
    EventKind.REPAYMENT: Text("återbetalning", "repayment"),
}


def kind_words(kind: EventKind) -> Text:
    """Return the kind of event as words in either language."""
    return _KINDS[kind]


def find_kind(words: str) -> EventKind | None:
    """Return the kind that a person means, in Swedish or by its English name; None if there is none.

    >>> find_kind("Återbetalning"), find_kind("use_ends")
    (<EventKind.REPAYMENT: 'återbetalning'>, <EventKind.USE_ENDS: 'sista användning'>)
    """
    return next((kind for kind in EventKind if fold(words) in (fold(kind.value), fold(kind.name))), None)


@dataclass(frozen=True)
class Event:
    """Something that happens, or is to be done, on a date (händelse); the date may be missing.

    Attributes:
        when: A day, a month or a year, never sharper than its source; or how it is missing.
        pot: The pot it is about; None when it is about the whole agreement.
        n: Its number among the agreement's, or the pot's, events of the kind, in the order of the file.
        kr: Kronor paid, where that is known.
        exact: Whether those kronor are exact.
        by: Who must act, as far as the agreement says.
        own: Whether it is the recipient asked about that must act.
        if_late: What follows if it is not done in time, as written.
        met: For a condition: whether the recipient meets it; None where that is not known.
        sources: Where the date was written.
    """

    kind: EventKind
    when: When | Missing
    what: Text
    agreement: str
    pot: str | None
    n: int
    by: Text
    own: bool
    kr: int | None = None
    exact: bool = True
    if_late: str | None = None
    met: bool | None = None
    sources: tuple[Source, ...] = ()

    @property
    def name(self) -> str:
        """The agreement and the pot, as they are written in commands."""
        return f"{self.agreement}/{self.pot}" if self.pot else self.agreement

    @property
    def others_duty(self) -> bool:
        """Whether somebody else, not the recipient asked about, must report or assess."""
        return not self.own and self.kind in (EventKind.DUTY, EventKind.CONDITION)

    def passed(self, today: date) -> bool:
        """Tell whether its last possible day lies before the day; one without a date has never passed."""
        return isinstance(self.when, When) and self.when.last < today

    def within(self, first: date, last: date) -> bool:
        """Tell whether it can fall between the two days; False for one without a date."""
        return isinstance(self.when, When) and self.when.first <= last and first <= self.when.last


@dataclass(frozen=True)
class MayLapse:
    """Something the recipient must ask for or do (att begära eller göra), and the kronor it concerns."""

    event: Event
    stake: Stake


@dataclass(frozen=True)
class Gap:
    """Pots of an agreement about which nothing is found for these kinds of event (lucka)."""

    agreement: str
    pots: tuple[str, ...]
    kinds: tuple[EventKind, ...]


@dataclass(frozen=True)
class DoubtfulDate:
    """A date that sources state in different ways, or that cannot be (tveksamt datum); as the agreement's file says.

    Attributes:
        says: What the source says that is not followed.
        used: What is used in its stead.
        why: Why, as written.
        impossible: The source's days that do not exist.
    """

    agreement: str
    says: str
    used: str
    why: str
    impossible: tuple[str, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Calendar:
    """Every dated event of some agreements, for one recipient or for all (kalender).

    Attributes:
        events: By date, the undated last.
        may_lapse: What the recipient must ask for or do itself, by date; empty where all are asked about.
        need_not_found: Pots of which it is not found whether they must be requisitioned.
        gaps: Pots of which no payment, or no repayment, is found.
        checked_on: The latest day anything behind it was checked, published or decided; None without any date.
        doubtful: Dates of the agreements that sources state in different ways, or that cannot be.
    """

    events: tuple[Event, ...]
    may_lapse: tuple[MayLapse, ...]
    need_not_found: tuple[Gap, ...]
    gaps: tuple[Gap, ...]
    checked_on: date | None = None
    doubtful: tuple[DoubtfulDate, ...] = ()
