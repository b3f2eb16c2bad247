"""A question that cannot be answered -> the page, or the document, that says why, and where to go instead."""

from __future__ import annotations

from dataclasses import replace

from overens.vocabulary.wording import Text
from overens.web.answer import Answer
from overens.web.asked import Asked
from overens.web.form import Form, Target
from overens.web.refused import Refused, refusal_document

_TITLES = {
    404: Text("Sidan finns inte", "There is no such page"),
    300: Text("Vilken menar du?", "Which one do you mean?"),
    422: Text("Frågan går inte att läsa", "The question cannot be read"),
}
_OTHER = Text("Det gick inte att svara", "No answer could be given")


def refusal(refused: Refused, *, embedded: bool = False) -> Answer:
    """Return the page.

    Args:
        embedded: Whether it is shown within another site's page, and therefore bare.
    """
    title = _TITLES.get(refused.status, _OTHER)
    template = "embed_refusal.html" if embedded else "refusal.html"
    shown = {"fault": refused.fault, "ways": refused.ways, "status": refused.status}
    return Answer(title, template, shown, document=lambda language: refusal_document(refused, language))


def as_page_or_document(asked: Asked) -> Asked:
    """Return the question as one for a page, or for JSON if that was asked for; a refusal has no other form."""
    form = Form.JSON if asked.target.form in (Form.JSON, Form.JSONSTAT) else Form.PAGE
    return replace(asked, target=Target(asked.target.path, form))
