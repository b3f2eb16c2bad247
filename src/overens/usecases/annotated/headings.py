"""What a column holds -> the heading over it as HTML, set right over numbers."""

from __future__ import annotations

from overens.export.html_file import Html, element, text
from overens.vocabulary.wording import Language, Text


def column_heading(words: Text, language: Language, *, is_number: bool = False) -> Html:
    """Return the heading of a column."""
    return element("th", text(words.say(language)), scope="col", class_="number" if is_number else None)
