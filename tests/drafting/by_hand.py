"""A text with its sums marked by hand -> what was read of it, so that what shows and adds is tested without what finds."""

from __future__ import annotations

import re
from collections.abc import Sequence

from overens.drafting.model import (
    AmountMention,
    Cue,
    Hedge,
    Judged,
    Passage,
    ReadAmount,
    ReadDate,
    ReadName,
    ReadTable,
    Receiver,
    Role,
    Span,
)
from overens.drafting.page import Page, lay_out_page
from overens.drafting.reading import ReadDocument
from overens.intake.lexicon import shipped_lexicon

_MARK = re.compile(r"\{([^|{}]+)\|([^{}]*)\}")
_UNITS = {"miljarder": 10**9, "miljard": 10**9, "miljoner": 10**6, "miljon": 10**6}
_HEDGES = {"drygt": Hedge.AT_LEAST, "knappt": Hedge.NEARLY, "cirka": Hedge.ABOUT, "högst": Hedge.AT_MOST}


def by_hand(
    marked: str,
    *,
    tables: Sequence[ReadTable] = (),
    dates: Sequence[ReadDate] = (),
    names: Sequence[ReadName] = (),
    passages: Sequence[Passage] = (),
) -> ReadDocument:
    """Return the reading of a text in which sums stand as {5,5 miljarder kronor|total regions 2021 ?outside for=vad}.

    Of the words after the bar one is a role, one may be a receiver, one a period, and what begins with ? another role it may be.
    """
    text, marks = "", []
    last = 0
    for found in _MARK.finditer(marked):
        text += marked[last : found.start()]
        marks.append((len(text), found[1], found[2]))
        text += found[1]
        last = found.end()
    text += marked[last:]
    page = lay_out_page(text, shipped_lexicon().text)
    assert page.text == text, "only a text that is clean already has the same positions in the clean text"
    amounts = tuple(_amount(page, start, words, says) for start, words, says in marks)
    return ReadDocument(page, amounts, tuple(tables), tuple(dates), tuple(names), tuple(passages))


def _amount(page: Page, start: int, words: str, says: str) -> ReadAmount:
    span = Span(start, start + len(words))
    kr, exact_to = _kronor(words)
    said, _, purpose = says.partition("for=")
    role, others, receiver, period = Role.OTHER, [], Receiver.NONE, ""
    for word in said.split():
        if word.startswith("?"):
            others.append(Role[word[1:].upper()])
        elif word.upper() in Role.__members__:
            role = Role[word.upper()]
        elif word.upper() in Receiver.__members__:
            receiver = Receiver[word.upper()]
        else:
            period = word
    before = page.text[:start].split()
    mention = AmountMention(
        span,
        span,
        words,
        kr,
        _HEDGES.get(before[-1].casefold() if before else "", Hedge.EXACT),
        period=period,
        exact_to=exact_to,
    )
    cues = tuple(Cue(words, other.name, 1, span) for other in others)
    return ReadAmount(
        mention,
        Judged(role, tuple(others), cues, sure=not others),
        Judged(receiver),
        None if receiver is Receiver.NONE else True,
        purpose,
    )


def _kronor(words: str) -> tuple[int, int]:
    """Return kronor and what the last printed digit is worth."""
    digits = re.match(r"[0-9 ]+(?:,[0-9]+)?", words)
    assert digits, words
    whole, _, decimals = digits[0].replace(" ", "").partition(",")
    unit = next((_UNITS[word] for word in words.split() if word in _UNITS), 1)
    return int(whole + decimals) * unit // 10 ** len(decimals), unit // 10 ** len(decimals)
