"""Sums of money on a page -> the same with role, receiver and purpose, each with what spoke for it."""

from __future__ import annotations

from collections.abc import Sequence

from overens.drafting.lexicon import Lexicon
from overens.drafting.model import AmountMention, Judged, ReadAmount, Receiver, Role
from overens.drafting.page import Page


def judge_amounts(page: Page, mentions: Sequence[AmountMention], lexicon: Lexicon) -> list[ReadAmount]:
    """Return each mention with what it is, in the same order."""
    return [ReadAmount(mention, Judged(Role.OTHER), Judged(Receiver.NONE), None, "") for mention in mentions]
