"""A finding: what does not agree in a document, where it stands, how sure that is, and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from overens.drafting.model import Span
from overens.vocabulary.wording import Text


class Certainty(StrEnum):
    """How sure a finding is (säkerhet)."""

    CERTAIN = "säkert"
    LIKELY = "troligt"
    POSSIBLE = "möjligt"


class FindingKind(StrEnum):
    """What kind of thing does not agree (slag av fynd)."""

    PARTS_AGAINST_TOTAL = "delarna mot helheten"
    EARMARK_ABOVE = "öronmärkt mer än helheten"
    TABLE_AGAINST_TOTAL = "tabellen mot sin summa"
    TABLE_AGAINST_TEXT = "tabellen mot texten"
    STATED_TWICE = "samma sak, två belopp"
    PRICE_TIMES_COUNT = "pris gånger antal"
    IMPOSSIBLE_DATE = "datum som inte finns"
    DATE_ORDER = "datum i fel ordning"
    MISPRINT = "feltryck"
    ELLIPSIS = "underförstådd enhet"
    TOO_LARGE = "orimligt stort"
    MIXED_UNITS = "blandade enheter"
    RECIPIENT_MISSING = "mottagare saknas"
    RECIPIENT_TWICE = "mottagare två gånger"
    CODE_SHARED = "två rader, en kod"
    NOT_A_RECIPIENT = "ingen mottagare"


_CERTAINTIES = {
    Certainty.CERTAIN: Text("säkert", "certain"),
    Certainty.LIKELY: Text("troligt", "likely"),
    Certainty.POSSIBLE: Text("möjligt", "possible"),
}


def certainty_words(sure: Certainty) -> Text:
    """Return how sure, as a word in either language."""
    return _CERTAINTIES[sure]


@dataclass(frozen=True)
class Finding:
    """Something in a document that does not agree (fynd).

    Attributes:
        where: The places in the document that it is about, in text order.
        remedy: What to do.
    """

    kind: FindingKind
    what: Text
    where: tuple[Span, ...]
    sure: Certainty
    remedy: Text
