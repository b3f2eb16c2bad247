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

_MOST = 160
_LEAST = 3
_SAME_SUM, _SAME_RECEIVER, _OTHER_RECEIVER = 4, 2, -3


@dataclass(frozen=True)
class Item:
    """One sum of either side: what it is called, what it is for, who gets it as the file says, and where it stands.

    Attributes:
        kind: What it is of the agreement: a pot, an earmark, or outside it.
    """

    label: Text
    subject: str
    money: Amount | None
    receiver: str = ""
    span: Span | None = None
    path: str = ""
    kind: str = ""


def pair(said: Sequence[Item], written: Sequence[Item]) -> tuple[Compared, ...]:
    """Return each sum with its fellow; the surest pairs are made first, and nothing has two fellows.

    Sums of two kinds are fellows only where nothing of their own kind is, and the sums are the same. Where the file has
    several that are as like one sum, any of them may be meant, and it stands beside them all.
    """
    said, written = said[:_MOST], written[:_MOST]
    mine, theirs = [subject_words(one.subject) for one in said], [subject_words(one.subject) for one in written]
    likely = sorted(
        (one.kind != other.kind, -points, n, k)
        for n, one in enumerate(said)
        for k, other in enumerate(written)
        if (points := _points(one, other, mine[n], theirs[k])) >= _LEAST
    )
    fellows: dict[int, int] = {}
    taken: set[int] = set()
    for *_, n, k in likely:
        if n not in fellows and k not in taken:
            fellows[n] = k
            taken.add(k)
    rank = {(n, k): (is_other, points) for is_other, points, n, k in likely}
    either: dict[int, list[Item]] = {}
    for _, _, n, k in likely:
        if n in fellows and k not in taken and rank[n, k] == rank[n, fellows[n]] and _same(said[n], written[k]):
            either.setdefault(n, []).append(written[k])
            taken.add(k)
    found = [
        _compared(one, written[fellows[n]] if n in fellows else None, either.get(n, ())) for n, one in enumerate(said)
    ]
    return (*found, *(_compared(None, written[k]) for k in range(len(written)) if k not in taken))


def _same(one: Item, other: Item) -> bool:
    return likeness(one.money, other.money) is Likeness.SAME


def likeness(one: Amount | None, other: Amount | None) -> Likeness:
    """Return how two sums stand to each other; None is one that is not said."""
    if one is None or other is None:
        return Likeness.NOT_IN_DOCUMENT if one is None else Likeness.NOT_IN_LIBRARY
    return Likeness.SAME if may_be_equal(one, other) and near_enough(one, other) else Likeness.OTHER


def _points(one: Item, other: Item, mine: frozenset[str], theirs: frozenset[str]) -> int:
    points = _SAME_SUM if one.money is not None and other.money is not None and _same(one, other) else 0
    if one.receiver and other.receiver:
        points += _SAME_RECEIVER if one.receiver == other.receiver else _OTHER_RECEIVER
    if one.kind != other.kind:
        return points if points >= _SAME_SUM else 0
    shared = len(shared_words(mine, theirs))
    return points + (_LEAST if shared and shared >= min(len(mine), len(theirs)) else min(_LEAST, shared))


def _compared(one: Item | None, other: Item | None, either: Sequence[Item] = ()) -> Compared:
    label = other.label if other is not None else one.label if one is not None else Text("", "")
    if either:
        values = {f"n{n}": item.label for n, item in enumerate(either)}
        sv, en = (word.join(f"{{{name}}}" for name in ("label", *values)) for word in (" eller ", " or "))
        label = Text(sv, en, {"label": label, **values})
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
