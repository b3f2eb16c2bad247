"""A stretch of text -> who is named in it, and how much the words beside each name speak for its getting money."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from overens.drafting.model import Receiver
from overens.drafting.words.receivers import ReceiverGrammar, Side

_BEFORE = 44
_BETWEEN = 24
_AFTER = 60
_CLOSE = 14
_REST_OF_NAME = 26
_LONGEST_SUBJECT = 120
_CAPITALS = re.compile(r"(?:^|[\s(])[A-ZÅÄÖ]")
_PROPER = re.compile(r"\s{1,3}(?:[a-zåäö]++\s)?(?P<name>[A-ZÅÄÖ][\w&-]*+(?:\s[A-ZÅÄÖ][\w&-]*+)*+)")
GIVEN = 5
"""So much weigh words that say outright that money is given to the one who is named."""


@dataclass(frozen=True)
class Named:
    """Somebody named, or several together.

    Attributes:
        strength: How much the name and the words beside it speak for its getting the money.
        passes_on: Whether it is said to have the money at its disposal, be it to give to others.
        implied: Whether the words name nobody, but tell the kind (för uppdraget).
        guessed: Whether only its capitals and the words before it tell that it is somebody.
    """

    start: int
    end: int
    kind: Receiver
    strength: int
    passes_on: bool = False
    implied: bool = False
    guessed: bool = False


def named_in(text: str, start: int, end: int, grammar: ReceiverGrammar) -> list[Named]:
    """Return who is named between two places, in order; names joined by 'och' count as one."""
    together = sorted((*_together(text, start, end, grammar), *_unknown(text, start, end, grammar)), key=_start)
    found = []
    for n, named in enumerate(together):
        first = max(start, named.start - _BEFORE, together[n - 1].end if n else 0)
        opens = named.start == start
        last = end if opens else min(end, named.end + _AFTER, together[n + 1].start if n + 1 < len(together) else end)
        if named.kind is not Receiver.NONE:
            found.append(_weighed(text, named, first, last, grammar, opens))
    return found


def _together(text: str, start: int, end: int, grammar: ReceiverGrammar) -> Iterator[Named]:
    last: Named | None = None
    for name in grammar.names.find(text, start, end):
        one = Named(name.start, name.end, name.says[0].kind, name.says[0].strength, implied=name.says[0].implied)
        if last is None:
            last = one
        elif Receiver.NONE not in (last.kind, one.kind) and text[last.end : one.start].strip() in grammar.joints:
            last = replace(
                last,
                end=one.end,
                kind=_both(last.kind, one.kind),
                implied=False,
                strength=max(last.strength, one.strength),
            )
        else:
            yield last
            last = one
    if last is not None:
        yield last


def _unknown(text: str, start: int, end: int, grammar: ReceiverGrammar) -> Iterator[Named]:
    """Yield proper names that no words know, where money is said to be given: till Fågelfonden Ö, Norra Fågelfonden tilldelas."""
    for found in grammar.relations.find(text, start, end):
        sides = {relation.side for relation in found.says if relation.strength >= GIVEN}
        if Side.BEFORE in sides:
            match = _PROPER.match(text, found.end, end)
            if match and not any(grammar.names.find(text, match.start("name"), min(end, match.end() + _REST_OF_NAME))):
                yield Named(*match.span("name"), Receiver.OTHER, 0, guessed=True)
        if Side.AFTER in sides and found.start - start <= _LONGEST_SUBJECT:
            subject = text[start : found.start].rstrip()
            is_name = len(_CAPITALS.findall(subject)) >= max(2, len(subject.split()) / 2) and "," not in subject
            if is_name and not any(grammar.names.find(text, start, found.start)):
                yield Named(start, start + len(subject), Receiver.OTHER, 0, guessed=True)


def _start(named: Named) -> int:
    return named.start


def _both(one: Receiver, other: Receiver) -> Receiver:
    """Return what two kinds are together; what is joined to regions or municipalities goes with them."""
    kinds = {one, other}
    if Receiver.BOTH in kinds or kinds >= {Receiver.REGIONS, Receiver.MUNICIPALITIES}:
        return Receiver.BOTH
    return next((kind for kind in (Receiver.REGIONS, Receiver.MUNICIPALITIES) if kind in kinds), one)


def _weighed(text: str, named: Named, first: int, last: int, grammar: ReceiverGrammar, opens: bool) -> Named:
    """Return the name with what the words beside it weigh: the nearest before it, and the nearest after it.

    What opens a sentence is what its verbs are about, however far they stand.
    """
    before = after = 0
    passes_on = False
    for found in grammar.relations.find(text, first, named.start):
        if named.start - found.end <= _BETWEEN:
            before = sum(relation.strength for relation in found.says if relation.side is Side.BEFORE)
    for found in grammar.relations.find(text, named.end, last):
        said = [relation for relation in found.says if relation.side is Side.AFTER]
        weight = sum(relation.strength for relation in said)
        if weight and (found.start - named.end <= _CLOSE or (weight > 0 and opens)):
            after, passes_on = weight, any(relation.passes_on for relation in said)
            break
    return replace(named, strength=named.strength + before + after, passes_on=passes_on)
