"""A notice -> JSON document."""

from __future__ import annotations

from overens.notice.compose import NoticePart
from overens.notice.standing import Standing
from overens.usecases.documents.calendar import (
    event_document,
    gap_document,
    may_lapse_document,
    source_document,
    stake_document,
)
from overens.usecases.documents.parts import Document, recipient, run_document, say, word
from overens.usecases.documents.peers import sums_document
from overens.usecases.notice import Letter
from overens.vocabulary.wording import Language


def notice_document(letter: Letter, language: Language) -> Document:
    """Return a notice (overens notice PLACE 2024 --json); a sum of which there is nothing is null."""
    notice, calendar = letter.notice, letter.calendar
    sums = {standing: stake for standing in Standing if (stake := notice.sum_of(standing))}
    return {
        "recipient": recipient(notice.recipient),
        "year": notice.year,
        "as_known_on": notice.as_known_on.isoformat() if notice.as_known_on else None,
        "sums": sums_document(sums),
        "parts": [_part(part, language) for part in notice.parts],
        "may_lapse": [may_lapse_document(one, language) for one in calendar.may_lapse],
        "events": [event_document(one, language) for one in calendar.events],
        "need_not_found": [gap_document(one) for one in calendar.need_not_found],
        "nothing_found": [gap_document(one) for one in calendar.gaps],
        "not_found": [{"agreement": name, "what": list(what)} for name, what in letter.not_found],
        "not_yet_known": list(letter.not_yet_known),
        "run": run_document(notice.run),
    }


def _part(part: NoticePart, language: Language) -> Document:
    row = part.row
    return {
        "agreement": row.allocation.agreement.id,
        "pot": row.pot.id,
        "name": row.pot.pot.name,
        "standing": word(part.standing),
        "status": part.status.value,
        "kronor": stake_document(part.stake),
        "why": part.why.say(language),
        "reason": say(row.pot.reason, language),
        "sources": [source_document(source) for source in part.sources],
    }
