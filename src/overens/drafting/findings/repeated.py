"""Sums for the same thing in different places -> those that are not the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from overens.drafting.findings.model import Certainty, Finding, FindingKind
from overens.drafting.model import ReadAmount, Receiver, Role
from overens.drafting.money import money_of
from overens.drafting.page import Page
from overens.drafting.reading import ReadDocument
from overens.drafting.subject import shared_words, subject_of, subject_words
from overens.drafting.sums import SumNode, walk_sums
from overens.vocabulary.money import may_be_equal
from overens.vocabulary.wording import Text, kronor, plain

_NEXT = 3
"""How many sums of the next sizes each is held against."""
_NEAR = 20
"""Sums further apart than a twentieth are taken for different things."""


def check_repeated(document: ReadDocument, trees: Sequence[SumNode]) -> Iterator[Finding]:
    """Yield two sums with the same role, receiver, time and purpose, in different sentences, that are near and yet not equal.

    What another sum of the document explains, as an agency's own cost within the larger of them, is no finding.
    """
    known = {amount.mention.kr for amount in document.amounts}
    alike: defaultdict[tuple[Role, Receiver, str, bool], list[ReadAmount]] = defaultdict(list)
    for node in walk_sums(trees):
        one = node.amount
        if one.role.chosen in (Role.TOTAL, Role.PART) and not one.mention.per_unit:
            key = (one.role.chosen, one.receiver.chosen, one.mention.period, one.mention.per_year)
            alike[key].append(one)
    for amounts in alike.values():
        amounts.sort(key=lambda amount: (amount.mention.kr, amount.mention.span))
        for n, one in enumerate(amounts):
            for other in amounts[n + 1 : n + 1 + _NEXT]:
                if other.mention.kr - one.mention.kr not in known and _is_same_thing(one, other, document.page):
                    yield _finding(one, other)


def _is_same_thing(one: ReadAmount, other: ReadAmount, page: Page) -> bool:
    """Tell whether the two, of which the second is the larger, are near and for the same, and stand in different places."""
    here, there = (page.block_at(amount.mention.at.start) for amount in (one, other))
    if here is None or there is None or here == there or here.group == there.group:
        return False
    gap = other.mention.kr - one.mention.kr
    if gap * _NEAR > other.mention.kr or may_be_equal(money_of(one.mention), money_of(other.mention)):
        return False
    mine, theirs = subject_words(subject_of(one, page)), subject_words(subject_of(other, page))
    shared = shared_words(mine, theirs)
    return bool(shared) and len(shared) * 2 >= min(len(mine), len(theirs))


def _finding(one: ReadAmount, other: ReadAmount) -> Finding:
    first, second = sorted((one, other), key=lambda amount: amount.mention.span)
    sure = one.purpose and one.purpose == other.purpose and one.role.sure and other.role.sure
    return Finding(
        FindingKind.STATED_TWICE,
        Text(
            "{purpose}: {first} på ett ställe, {second} på ett annat.",
            "{purpose}: {first} in one place, {second} in another.",
            {
                "purpose": plain(first.purpose) if first.purpose else Text("Samma sak", "The same thing"),
                "first": kronor(first.mention.kr),
                "second": kronor(second.mention.kr),
            },
        ),
        (first.mention.span, second.mention.span),
        Certainty.LIKELY if sure else Certainty.POSSIBLE,
        Text(
            "Se efter vilket som gäller; skriv båda under 'motsägelser' i avtalsfilen.",
            "See which holds; write both under 'motsägelser' in the agreement file.",
        ),
    )
