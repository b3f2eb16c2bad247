"""Events, calendars and notices -> JSON documents."""

from __future__ import annotations

from overens.agreement.terms import Source
from overens.followup.model import DoubtfulDate, Event, Gap, MayLapse
from overens.notice.stake import Stake
from overens.usecases.calendar import YearCalendar
from overens.usecases.documents.parts import Document, recipient, word
from overens.vocabulary.periods import When
from overens.vocabulary.wording import Language


def calendar_document(answer: YearCalendar, language: Language) -> Document:
    """Return a calendar (overens calendar PLACE 2024 --json)."""
    asked, calendar = answer.asked, answer.calendar
    return {
        "recipient": recipient(asked.recipient) if asked.recipient else None,
        "year": asked.year,
        "during": asked.during,
        "as_known_on": asked.as_known_on.isoformat() if asked.as_known_on else None,
        "today": asked.today.isoformat() if asked.today else None,
        "events": [
            event_document(one, language) | {"passed": one.passed(asked.today) if asked.today else None}
            for one in calendar.events
        ],
        "may_lapse": [may_lapse_document(one, language) for one in calendar.may_lapse],
        "need_not_found": [gap_document(one) for one in calendar.need_not_found],
        "nothing_found": [gap_document(one) for one in calendar.gaps],
        "doubtful_dates": [doubtful_document(one) for one in calendar.doubtful],
        "undated_of_other_years": answer.undated_elsewhere,
        "not_yet_known": list(answer.not_yet_known),
    }


def event_document(one: Event, language: Language) -> Document:
    """Return an event: what, when (as written, and the days it can mean), who must act, and its sources."""
    return {
        "kind": word(one.kind),
        "when": str(one.when),
        "first": one.when.first.isoformat() if isinstance(one.when, When) else None,
        "last": one.when.last.isoformat() if isinstance(one.when, When) else None,
        "what": one.what.say(language),
        "agreement": one.agreement,
        "pot": one.pot,
        "kr": one.kr,
        "exact": one.exact,
        "by": one.by.say(language),
        "own": one.own,
        "met": one.met,
        "if_late": one.if_late,
        "sources": [source_document(source) for source in one.sources],
    }


def source_document(source: Source) -> Document:
    """Return where something was written."""
    return {"title": source.title, "publisher": source.publisher, "address": source.address}


def stake_document(stake: Stake) -> Document:
    """Return the kronor that are concerned, each way of knowing them apart; null where there are none."""
    return {
        "awarded_kr": stake.awarded_kr,
        "exact": stake.exact,
        "at_most_kr": stake.at_most_kr,
        "at_least_kr": stake.at_least_kr,
        "part_of_kr": stake.part_of_kr,
        "part_of_exact": stake.part_of_exact,
        "unknown_pots": stake.unknown,
    }


def may_lapse_document(one: MayLapse, language: Language) -> Document:
    """Return what must be asked for or done, and the kronor it concerns."""
    return event_document(one.event, language) | {"concerns": stake_document(one.stake)}


def doubtful_document(one: DoubtfulDate) -> Document:
    """Return a date that sources state in different ways, or that does not exist."""
    return {
        "agreement": one.agreement,
        "says": one.says,
        "used": one.used,
        "why": one.why,
        "impossible": list(one.impossible),
        "sources": [source_document(source) for source in one.sources],
    }


def gap_document(gap: Gap) -> Document:
    """Return the pots of an agreement about which nothing is found for some kinds of event."""
    return {"agreement": gap.agreement, "pots": list(gap.pots), "kinds": [word(kind) for kind in gap.kinds]}
