"""Sums of money on a page -> the same with role, receiver and purpose, each with what spoke for it."""

from __future__ import annotations

from collections.abc import Sequence

from overens.drafting.lexicon import Lexicon
from overens.drafting.model import AmountMention, Judged, ReadAmount, Receiver, Role
from overens.drafting.page import Page
from overens.drafting.roles.purpose import purposes_of, section_of
from overens.drafting.roles.receiver import judge_receivers
from overens.drafting.roles.role import judge_roles
from overens.drafting.roles.surroundings import look_around


def judge_amounts(page: Page, mentions: Sequence[AmountMention], lexicon: Lexicon) -> list[ReadAmount]:
    """Return each mention with what it is, in the same order."""
    if not page.sentences:
        return [ReadAmount(mention, Judged(Role.OTHER), Judged(Receiver.NONE), None, "") for mention in mentions]
    around = look_around(page, mentions)
    roles = judge_roles(page, around, lexicon.roles)
    receivers = judge_receivers(page, around, roles, lexicon.receivers)
    purposes = purposes_of(page, around, lexicon)
    return [
        ReadAmount(one.mention, role, receiver, explicit, purpose, section_of(page, one))
        for one, role, (receiver, explicit), purpose in zip(around, roles, receivers, purposes, strict=True)
    ]
