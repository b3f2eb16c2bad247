"""Where a value stands -> the line's number, and the sentence, as HTML."""

from __future__ import annotations

from overens.drafting.model import Span
from overens.export.html_file import Html, element, text
from overens.usecases.read import Reading


def to_line(reading: Reading, span: Span) -> Html:
    """Return the number of the line in the document."""
    return text(str(reading.places.line(span.start)))


def quoted(reading: Reading, span: Span) -> Html:
    """Return the sentence as a quotation in the document's language."""
    return element("q", text(reading.places.sentence_words(span)), lang="sv")
