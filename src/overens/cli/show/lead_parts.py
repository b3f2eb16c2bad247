"""Claims that are tested -> the terminal, the same on every page about early notice."""

from __future__ import annotations

from collections.abc import Iterable

from overens.cli.show.page import Page
from overens.cli.show.parts import say
from overens.notice.claim import claim_words
from overens.usecases.lead_time import WeighedClaim
from overens.usecases.wording.early_notice import CLAIM_TESTED


def show_claims(page: Page, claims: Iterable[WeighedClaim]) -> None:
    """Print each claim as it was said, and what the series says of it."""
    for one in claims:
        page.heading(say(CLAIM_TESTED))
        page.line(f'"{one.claim.says}" ({one.source.publisher or one.source.title}, {one.claim.known_from})')
        page.line(say(claim_words(one.verdict)))
