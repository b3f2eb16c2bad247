"""What the pages about early notice share: days with signs, shares, notes and tested claims."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from overens.cli.language import t
from overens.cli.show.page import Page
from overens.cli.show.parts import say, span_of_shares
from overens.notice.claim import NEW_YEAR, claim_words, days_words
from overens.notice.lead_time import Estimate
from overens.usecases.lead_time import LeadYear, WeighedClaim
from overens.vocabulary.wording import NO_BREAK_SPACE, whole_number


def signed(days: Fraction | int) -> str:
    """Return days with their sign: +12, −165."""
    whole = int(days)
    return f"+{whole}" if whole > 0 else whole_number(whole)


def span(days: Estimate) -> str:
    """Return days and, where the sources leave them open, the interval: −165 (−180 … −151)."""
    if days.exact:
        return signed(days.middle)
    low, high = ("?" if end is None else signed(end) for end in (days.low, days.high))
    return f"{signed(days.middle)} ({low} … {high})".replace(" ", NO_BREAK_SPACE)


def share(part: Estimate) -> str:
    """Return a share in whole per cent, as an interval where the sources leave it open."""
    return span_of_shares(part.low, part.high)


def sign_note() -> str:
    """Return what the signs and the median mean."""
    return t(
        "Dagar från besked till dagen: + före, − efter. Medianen är dagen då halva summan var känd.",
        "Days from notice to the day: + before, − after. The median is the day by which half of the sum was known.",
    )


def group_notes(years: Iterable[LeadYear]) -> Iterable[str]:
    """Yield the median of the agreements that a sum was printed over."""
    for one in years:
        for group in one.groups:
            yield t(
                "{name}: medianen för dem var {days}.",
                "{name}: their median was {days}.",
                name=group.name,
                days=days_words(group.lead.median.middle, NEW_YEAR),
            )


def show_claims(page: Page, claims: Iterable[WeighedClaim]) -> None:
    """Print each claim as it was said, and what the series says of it."""
    for one in claims:
        page.heading(t("Påståendet prövat", "The claim tested"))
        page.line(f'"{one.claim.says}" ({one.source.publisher or one.source.title}, {one.claim.known_from})')
        page.line(say(claim_words(one.verdict)))
