"""The dates, names, passages and findings of a document -> HTML lists, each with its line and sentence."""

from __future__ import annotations

from overens.drafting.findings.model import Certainty
from overens.drafting.model import Span
from overens.drafting.wording import judged_words
from overens.export.html_file import Html, element, join, text
from overens.usecases.annotated.places import quoted
from overens.usecases.read import Reading
from overens.usecases.wording.reading import (
    NO_FINDINGS,
    date_day,
    dates_in_order,
    finding_words,
    lines_words,
    passage_kind,
)
from overens.vocabulary.wording import Language


def dates(reading: Reading, language: Language) -> Html:
    """Return the dates, what must be done first."""
    rows = [
        _item(
            reading,
            f"{judged_words(date.role).say(language)}: {date_day(date).say(language)}",
            date.span,
            language,
            "warning" if date.impossible else None,
        )
        for date in dates_in_order(reading.said.dates)
    ]
    return _list(rows)


def names(reading: Reading, language: Language) -> Html:
    """Return the agreements that the text names."""
    return _list(
        [
            element(
                "li",
                element("span", text(" ".join(name.text.split())), lang="sv"),
                text(f" · {lines_words(reading, [name.span]).say(language)}"),
            )
            for name in reading.said.names
        ]
    )


def passages(reading: Reading, language: Language) -> Html:
    """Return the sentences that speak of a rule, each with which kind it may be."""
    return _list([_item(reading, passage_kind(one).say(language), one.span, language) for one in reading.said.passages])


def findings(reading: Reading, language: Language) -> Html:
    """Return what does not agree in the document, with how sure that is and what to do."""
    if not reading.findings:
        return element("p", text(NO_FINDINGS.say(language)))
    return _list(
        [
            element(
                "li",
                text(f"{lines_words(reading, one.where).say(language)}: {finding_words(one).say(language)}"),
                class_=None if one.sure is Certainty.POSSIBLE else "warning",
            )
            for one in reading.findings
        ]
    )


def _item(reading: Reading, words: str, span: Span, language: Language, kind: str | None = None) -> Html:
    where = text(f"{words} · {lines_words(reading, [span]).say(language)}: ")
    return element("li", join((where, quoted(reading, span))), class_=kind)


def _list(items: list[Html]) -> Html:
    return element("ul", *items) if items else Html("")
