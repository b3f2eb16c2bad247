"""Sums of money one by one -> misprints, units left unsaid, and sums larger than the state's budget."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from overens.agreement.checks import LARGEST_PLAUSIBLE
from overens.drafting.findings.model import Certainty, Finding, FindingKind
from overens.drafting.model import ReadAmount, Role
from overens.drafting.page import Page
from overens.vocabulary.wording import Text, kronor

_LONGEST_SHOWN = 60


def check_mentions(amounts: Iterable[ReadAmount], page: Page) -> Iterator[Finding]:
    """Yield what is odd in how a sum is printed."""
    for amount in amounts:
        mention = amount.mention
        if mention.printed_as:
            yield _misprint(amount)
        elif not any(sign.isalpha() or sign in "€$£" for sign in mention.text) and not _begins_range(amount, page):
            yield _ellipsis(amount)
        if mention.kr > LARGEST_PLAUSIBLE and amount.role.chosen is not Role.OTHER:
            yield _too_large(amount)


MISPRINT_REMEDY = Text(
    "Jämför med beslutet eller bilagan innan beloppet används.",
    "Compare with the decision or its annex before the sum is used.",
)


def _begins_range(amount: ReadAmount, page: Page) -> bool:
    """Tell whether the number is the lower end of a range ('100–150 miljarder'), where nobody repeats the unit."""
    return page.text[amount.mention.at.end : amount.mention.at.end + 2].strip()[:1] in ("-", "–")


def _shown(amount: ReadAmount) -> dict[str, object]:
    return {
        "printed": " ".join(amount.mention.text[:_LONGEST_SHOWN].split()),
        "read": amount.mention.printed_as,
        "kr": kronor(amount.mention.kr),
    }


def _misprint(amount: ReadAmount) -> Finding:
    return Finding(
        FindingKind.MISPRINT,
        Text("'{printed}' lästes som {read}.", "'{printed}' was read as {read}.", _shown(amount)),
        (amount.mention.span,),
        Certainty.LIKELY,
        MISPRINT_REMEDY,
    )


def _ellipsis(amount: ReadAmount) -> Finding:
    return Finding(
        FindingKind.ELLIPSIS,
        Text(
            "'{printed}' står utan enhet och lästes som {kr}, efter enheten intill.",
            "'{printed}' has no unit and was read as {kr}, by the unit beside it.",
            _shown(amount),
        ),
        (amount.mention.span,),
        Certainty.POSSIBLE,
        Text("Se efter att enheten gäller båda talen.", "See that the unit is meant for both numbers."),
    )


def _too_large(amount: ReadAmount) -> Finding:
    return Finding(
        FindingKind.TOO_LARGE,
        Text(
            "'{printed}' är {kr}, mer än hela statsbudgeten.",
            "'{printed}' is {kr}, more than the whole state budget.",
            _shown(amount),
        ),
        (amount.mention.span,),
        Certainty.LIKELY,
        Text("Se efter om enheten är tryckt fel.", "See whether the unit is misprinted."),
    )
