"""A population to divide by -> JSON document."""

from __future__ import annotations

from fractions import Fraction

from overens.figures.population import Population
from overens.usecases.documents.parts import Document, word
from overens.vocabulary.wording import Language, Text, exact_decimal


def population_document(found: Population | Text, language: Language) -> Document:
    """Return the inhabitants with date, kind and source; or, with `inhabitants` null, the reason why there are none."""
    if isinstance(found, Text):
        return {"inhabitants": None, "reason": found.say(language)}
    return {
        "inhabitants": found.inhabitants,
        "measured_on": found.measured_on,
        "kind": word(found.kind),
        "date_inferred": found.date_inferred,
        "source": {"title": found.source, "publisher": found.publisher},
        "before_the_year": found.before_the_year,
        "municipalities": found.municipalities,
        "reason": None,
    }


def exact_or_null(number: Fraction | None) -> str | None:
    """Return an exact number as text, or null."""
    return None if number is None else exact_decimal(number)
