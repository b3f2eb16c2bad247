"""Sums of a document and sums of an agreement -> which is which: by size, receiver and what they are for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from overens.drafting.against.model import Compared, Likeness
from overens.drafting.model import Span
from overens.drafting.subject import shared_words, subject_words
from overens.drafting.sums import near_enough
from overens.vocabulary.money import Amount, may_be_equal
from overens.vocabulary.wording import Text

_MOST = 80
_LEAST = 3
_SAME_SUM, _SAME_RECEIVER, _OTHER_RECEIVER = 4, 2, -3


@dataclass(frozen=True)
class Item:
    """One sum of either side: what it is called, what it is for, who gets it as the file says, and where it stands."""

    label: Text
    subject: str
    money: Amount | None
    receiver: str = ""
    span: Span | None = None
    path: str = ""


def pair(said: Sequence[Item], written: Sequence[Item]) -> tuple[Compared, ...]:
    """Return each sum with its fellow; the surest pairs are made first, and nothing has two fellows."""
    said, written = said[:_MOST], written[:_MOST]
    likely = sorted(
        (-points, n, k)
        for n, one in enumerate(said)
        for k, other in enumerate(written)
        if (points := _points(one, other)) >= _LEAST
    )
    fellows: dict[int, int] = {}
    for _, n, k in likely:
        if n not in fellows and k not in fellows.values():
            fellows[n] = k
    left = [k for k in range(len(written)) if k not in fellows.values()]
    found = [_compared(one, written[fellows[n]] if n in fellows else None) for n, one in enumerate(said)]
    return (*found, *(_compared(None, written[k]) for k in left))


def likeness(one: Amount | None, other: Amount | None) -> Likeness:
    """Return how two sums stand to each other; None is one that is not said."""
    if one is None or other is None:
        return Likeness.NOT_IN_DOCUMENT if one is None else Likeness.NOT_IN_LIBRARY
    return Likeness.SAME if may_be_equal(one, other) and near_enough(one, other) else Likeness.OTHER


def _points(one: Item, other: Item) -> int:
    points = 0
    if one.money is not None and other.money is not None:
        points += _SAME_SUM if likeness(one.money, other.money) is Likeness.SAME else 0
    if one.receiver and other.receiver:
        points += _SAME_RECEIVER if one.receiver == other.receiver else _OTHER_RECEIVER
    mine, theirs = subject_words(one.subject), subject_words(other.subject)
    shared = len(shared_words(mine, theirs))
    return points + (_LEAST if shared and shared >= min(len(mine), len(theirs)) else min(_LEAST, shared))


def _compared(one: Item | None, other: Item | None) -> Compared:
    label = other.label if other is not None else one.label if one is not None else Text("", "")
    said = one.money if one is not None else None
    written = other.money if other is not None else None
    return Compared(
        label,
        likeness(said, written),
        said,
        written,
        one.span if one is not None else None,
        other.path if other is not None else "",
    )
