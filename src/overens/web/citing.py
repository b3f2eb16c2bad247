"""A page's answer -> how it is cited: its address with the day, so that it means the same later, and the run behind it."""

from __future__ import annotations

from overens.usecases.citation import Citation, as_known_today, cite
from overens.web.answer import Answer
from overens.web.asked import Asked


def citation_of(answer: Answer, asked: Asked) -> Citation | None:
    """Return how the page is cited; None for a page behind which nothing was computed.

    A page as it is known now is cited as known today, where that gives the same kronor.
    """
    if not answer.allocations:
        return None
    day, behind = asked.as_known_on, answer.allocations
    if day is None:
        today = as_known_today(asked.library, behind, asked.today)
        day, behind = (asked.today, today) if today is not None else (None, behind)
    return cite(asked.library, answer.title, asked.cited(day), behind, day)
