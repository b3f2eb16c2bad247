"""An amendment that has not been read -> the sentence that says so."""

from __future__ import annotations

from overens.vocabulary.wording import Text


def unread_words(why: str) -> Text:
    """Return that what an amendment changes is not known, and why."""
    return Text("Vad den ändrar är inte känt: {why}.", "What it changes is not known: {why}.", {"why": why})
