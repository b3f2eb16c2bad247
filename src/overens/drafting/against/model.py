"""A document beside an agreement: which it may be, and value by value what each of them says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from overens.agreement.model import Agreement
from overens.drafting.findings.model import Certainty
from overens.drafting.model import Span
from overens.drafting.sums import SumNode
from overens.vocabulary.money import Amount
from overens.vocabulary.periods import When
from overens.vocabulary.wording import Text

Value = Amount | When


class Likeness(StrEnum):
    """How what a document says stands to what the library says (likhet)."""

    SAME = "samma"
    OTHER = "annat"
    NOT_IN_LIBRARY = "saknas i biblioteket"
    NOT_IN_DOCUMENT = "saknas i dokumentet"


_LIKENESSES = {
    Likeness.SAME: Text("samma", "same"),
    Likeness.OTHER: Text("annat", "other"),
    Likeness.NOT_IN_LIBRARY: Text("saknas i biblioteket", "not in the library"),
    Likeness.NOT_IN_DOCUMENT: Text("saknas i dokumentet", "not in the document"),
}


def likeness_words(likeness: Likeness) -> Text:
    """Return how alike, as words in either language."""
    return _LIKENESSES[likeness]


@dataclass(frozen=True)
class Candidate:
    """An agreement that the document may be about (kandidat), and why.

    Attributes:
        points: What speaks for it, added up; only to be held against other candidates.
        sure: How sure it is that it is this one and none of the others.
    """

    agreement: Agreement
    points: int
    reasons: tuple[Text, ...]
    sure: Certainty


@dataclass(frozen=True)
class Compared:
    """One value as the document says it and as the library does.

    Attributes:
        span: Where the document says it, or None if it does not.
        path: Where the agreement file says it, or "" if it does not.
    """

    what: Text
    likeness: Likeness
    document: Value | None
    library: Value | None
    span: Span | None
    path: str


@dataclass(frozen=True)
class AgainstAgreement:
    """One whole of a document beside the agreement that it is of.

    Attributes:
        whole: The sum that it is about, or None for all of the document.
        candidates: The agreements it may be, the likeliest first.
        picked: The one it was held against; None where several are as likely, or none is.
        compared: What each says; empty without one.
    """

    whole: SumNode | None
    candidates: tuple[Candidate, ...]
    picked: Agreement | None
    compared: tuple[Compared, ...]
