"""A document beside the library -> the terminal: which agreement it is about, and value by value what each says."""

from __future__ import annotations

from overens.cli.language import t
from overens.cli.show.page import Page
from overens.cli.show.parts import say
from overens.drafting.against.model import AgainstAgreement, Compared, Likeness
from overens.usecases.read import Reading
from overens.usecases.wording.against import (
    HEADINGS,
    MAY_BE,
    NONE_LIKE_IT,
    against_title,
    candidate_words,
    compared_row,
    unsaid_words,
)

_MOST_CANDIDATES = 3
_NARROW = 72
"""On a page narrower than this the columns of numbers leave no room for words."""


def show_against(page: Page, reading: Reading) -> None:
    """Print what the library says of the agreements that the document is about."""
    if reading.against is None:
        return
    page.heading(t("Mot biblioteket", "Against the library"))
    for n, one in enumerate(reading.against):
        if n:
            page.blank()
        _against(page, reading, one)
    if not any(one.picked or one.candidates for one in reading.against):
        page.line(say(NONE_LIKE_IT))


def _against(page: Page, reading: Reading, against: AgainstAgreement) -> None:
    title = against_title(reading, against)
    if title is None:
        if against.candidates:
            page.line(f"{say(NONE_LIKE_IT)} {say(MAY_BE)}")
        for candidate in against.candidates[:_MOST_CANDIDATES]:
            page.item("·", say(candidate_words(candidate)))
        return
    page.line(say(title))
    in_text = [one for one in against.compared if one.likeness is not Likeness.NOT_IN_DOCUMENT]
    if page.width < _NARROW:
        for value in in_text:
            page.item("·", _sentence(reading, value))
    elif in_text:
        rows = [tuple(map(say, compared_row(reading, one))) for one in in_text]
        page.table(tuple(map(say, HEADINGS)), rows, right=(1, 2, 4))
    unsaid = unsaid_words(against.compared)
    if unsaid is not None:
        page.line(say(unsaid))


def _sentence(reading: Reading, value: Compared) -> str:
    what, text, library, likeness, line = map(say, compared_row(reading, value))
    return t(
        "{what}: {likeness} (texten {text}, biblioteket {library}) · rad {line}",
        "{what}: {likeness} (the text {text}, the library {library}) · line {line}",
        what=what,
        likeness=likeness,
        text=text,
        library=library,
        line=line,
    )
