"""What one per cent more would give -> JSON document."""

from __future__ import annotations

from overens.usecases.documents.parts import Document
from overens.usecases.documents.population import exact_or_null
from overens.usecases.sensitivity import Sensitivity
from overens.usecases.wording.sensitivity import sensitivity_words
from overens.vocabulary.wording import Language, Text, exact_decimal


def sensitivity_document(found: tuple[Sensitivity, ...] | Text, language: Language) -> Document:
    """Return what one per cent more of each figure would give; or, with no `figures`, the reason why it cannot be said."""
    if isinstance(found, Text):
        return {"figures": [], "reason": found.say(language)}
    return {"figures": [_figure(one, language) for one in found], "reason": None}


def _figure(one: Sensitivity, language: Language) -> Document:
    return {
        "figure": one.series.key.figure,
        "measured_on": one.series.key.measured_on,
        "divides": one.divides,
        "value": exact_decimal(one.value),
        "raised": exact_decimal(one.raised),
        "before_kr": one.before_kr,
        "after_kr": one.after_kr,
        "difference_kr": one.difference_kr,
        "one_more_inhabitant_kr": exact_or_null(one.each),
        "text": sensitivity_words(one).say(language),
    }
