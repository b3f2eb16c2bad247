"""A question that cannot be answered -> the page that says why, and where to go instead."""

from __future__ import annotations

from dataclasses import replace

from overens.vocabulary.wording import Text
from overens.web.answer import Answer
from overens.web.asked import Asked
from overens.web.form import Target
from overens.web.refused import Refused

_TITLES = {
    404: Text("Sidan finns inte", "There is no such page"),
    300: Text("Vilken menar du?", "Which one do you mean?"),
    422: Text("Frågan går inte att läsa", "The question cannot be read"),
}
_OTHER = Text("Det gick inte att svara", "No answer could be given")


def refusal(refused: Refused) -> Answer:
    """Return the page."""
    title = _TITLES.get(refused.status, _OTHER)
    return Answer(title, "refusal.html", {"fault": refused.fault, "ways": refused.ways, "status": refused.status})


def as_page(asked: Asked) -> Asked:
    """Return the question as one for a page, whatever form was asked for."""
    return replace(asked, target=Target(asked.target.path))
