"""Events -> an .ics file that any calendar program reads: days as days, months as months, nothing made up."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from icalendar import Alarm, Calendar, vDate
from icalendar import Event as Entry

from overens import __version__
from overens.followup.model import Event, EventKind, kind_words
from overens.vocabulary.periods import When
from overens.vocabulary.wording import Language, Text, kronor

DAYS_BEFORE = 14
_REMINDED = (EventKind.APPLICATION, EventKind.REQUISITION, EventKind.CONDITION, EventKind.DUTY, EventKind.REPAYMENT)


@dataclass(frozen=True)
class CalendarFile:
    """What a calendar file says of itself.

    Attributes:
        name: Its name in the calendar program.
        whose: What sets this calendar's events apart from another's: the recipient's kind and code, or "alla".
        stamped_on: The day the file speaks from; never the clock's.
        language: The language of every text.
    """

    name: Text
    whose: str
    stamped_on: date
    language: Language


def to_ics(events: Iterable[Event], file: CalendarFile) -> str:
    """Return the calendar as iCalendar text (RFC 5545): CRLF, folded, UTF-8.

    A month or a year becomes one entry that spans it and says so. What has no date is no entry; how
    many such there are stands in the calendar's description. The same events always give the same text.
    """
    found = list(events)
    dated = [(event, event.when) for event in found if isinstance(event.when, When)]
    description = _about(len(dated), len(found) - len(dated)).say(file.language)
    calendar = Calendar()
    calendar.add("prodid", f"-//overens//overens {__version__}//{file.language.value.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    for name in ("name", "x-wr-calname"):
        calendar.add(name, file.name.say(file.language))
    for name in ("description", "x-wr-caldesc"):
        calendar.add(name, description)
    for event, when in dated:
        calendar.add_component(_entry(event, when, file))
    return bytes(calendar.to_ical()).decode("utf-8")


def _about(dated: int, undated: int) -> Text:
    return Text(
        "Händelser med datum: {n}. Händelser vars datum inte är funna, och som därför inte står här: {undated}.",
        "Events with a date: {n}. Events whose dates are not found, and which therefore are not here: {undated}.",
        {"n": str(dated), "undated": str(undated)},
    )


def _entry(event: Event, when: When, file: CalendarFile) -> Entry:
    stamp = datetime.combine(file.stamped_on, datetime.min.time(), UTC)
    entry = Entry()
    entry.add("uid", _uid(event, file.whose))
    entry.add("dtstamp", stamp)
    entry["dtstart"] = vDate(when.first, params={"VALUE": "DATE"})
    entry["dtend"] = vDate(when.last + timedelta(days=1), params={"VALUE": "DATE"})
    entry.add("summary", _summary(event, when).say(file.language))
    entry.add("description", _description(event, when).say(file.language))
    entry.add("categories", [kind_words(event.kind).say(file.language)])
    entry.add("transp", "TRANSPARENT")
    if event.own and event.kind in _REMINDED and event.met is None:
        entry.add_component(_alarm(event, file.language))
    return entry


def _uid(event: Event, whose: str) -> str:
    """Return a name that stays the same when the date is corrected, so that the entry moves."""
    parts = (whose, event.agreement, event.pot or "", event.kind.name, str(event.n))
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:32] + "@overens"


def _alarm(event: Event, language: Language) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", event.what.say(language))
    alarm.add("trigger", timedelta(days=-DAYS_BEFORE))
    return alarm


def _summary(event: Event, when: When) -> Text:
    values: dict[str, object] = {"what": event.what, "name": event.name, "when": when.words}
    if when.first == when.last:
        return Text("{what} ({name})", "{what} ({name})", values)
    if len(when.words) == 4:
        return Text(
            "Under {when}, dag ej angiven: {what} ({name})", "In {when}, no day stated: {what} ({name})", values
        )
    return Text(
        "Någon gång i {when}, dag ej angiven: {what} ({name})",
        "Some time in {when}, no day stated: {what} ({name})",
        values,
    )


def _description(event: Event, when: When) -> Text:
    kr = Text("Kronor: {kr}\n", "Kronor: {kr}\n", {"kr": kronor(event.kr)}) if event.kr is not None else ""
    late = (
        Text("Följd om det blir sent: {what}\n", "If late: {what}\n", {"what": event.if_late}) if event.if_late else ""
    )
    sources = "\n".join(", ".join(filter(None, (s.title, s.publisher, s.address))) for s in event.sources)
    return Text(
        "Datum i källan: {when}\nVem: {by}\n{kr}{late}Källa: {sources}",
        "Date in the source: {when}\nWho: {by}\n{kr}{late}Source: {sources}",
        {"when": when.words, "by": event.by, "kr": kr, "late": late, "sources": sources or "–"},
    )
