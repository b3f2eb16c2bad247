"""A document beside the library -> HTML: which agreement it is about, and a table of what each says."""

from __future__ import annotations

from collections.abc import Iterator

from overens.drafting.against.model import AgainstAgreement, Compared
from overens.export.html_file import Html, element, join, text
from overens.usecases.annotated.headings import column_heading
from overens.usecases.read import Reading
from overens.usecases.wording.against import (
    HEADINGS,
    MAY_BE,
    NONE_LIKE_IT,
    against_title,
    candidate_words,
    compared_row,
    differs,
)
from overens.vocabulary.wording import Language

_NUMBERS = (1, 2, 4)


def against_library(reading: Reading, language: Language) -> Html:
    """Return what the library says of the agreements that the document is about; nothing where that was not asked."""
    if reading.against is None:
        return Html("")
    if not any(one.picked or one.candidates for one in reading.against):
        return element("p", text(NONE_LIKE_IT.say(language)))
    return join(part for one in reading.against for part in _against(reading, one, language))


def _against(reading: Reading, against: AgainstAgreement, language: Language) -> Iterator[Html]:
    title = against_title(reading, against)
    if title is None:
        yield element("p", text(f"{NONE_LIKE_IT.say(language)} {MAY_BE.say(language)}"))
        yield element("ul", *(element("li", text(candidate_words(one).say(language))) for one in against.candidates))
        return
    caption = title.say(language)
    head = element("tr", *(column_heading(one, language, is_number=n in _NUMBERS) for n, one in enumerate(HEADINGS)))
    rows = (_row(reading, one, language) for one in against.compared)
    table = element("table", element("caption", text(caption)), element("thead", head), element("tbody", *rows))
    yield element("div", table, class_="wide", role="region", aria_label=caption, tabindex="0")


def _row(reading: Reading, one: Compared, language: Language) -> Html:
    what, *values = (text(words.say(language)) for words in compared_row(reading, one))
    kind = "unsure" if differs(one) else ""
    cells = (
        element("td", value, class_=" ".join(filter(None, ("number" if n in _NUMBERS else "", kind))) or None)
        for n, value in enumerate(values, 1)
    )
    return element("tr", element("th", what, scope="row"), *cells)
