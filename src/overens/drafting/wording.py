"""What was read -> the words that say it: roles, receivers, hedges, units, dates, and how parts add up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from fractions import Fraction
from typing import TypeVar

from overens.drafting.model import (
    AmountMention,
    DateRole,
    Hedge,
    Judged,
    ReadAmount,
    Receiver,
    Role,
    Unit,
)
from overens.drafting.sums import SumNode
from overens.vocabulary.money import add_up, may_be_equal
from overens.vocabulary.wording import Text, counted, join_texts, kronor, plain, whole_number

_E = TypeVar("_E", bound=Enum)
MILLION, _TENTH = 1_000_000, 100_000
_MOST_TERMS = 6

_WORDS: Mapping[Enum, Text] = {
    Role.TOTAL: Text("helhet", "total"),
    Role.PART: Text("del", "part"),
    Role.EARMARK: Text("öronmärkt", "earmarked"),
    Role.CHANGE: Text("ändring", "change"),
    Role.PREVIOUS: Text("tidigare", "previous"),
    Role.OUTSIDE: Text("utanför", "outside"),
    Role.PER_UNIT: Text("per enhet", "per unit"),
    Role.OTHER: Text("annat", "other"),
    Receiver.REGIONS: Text("regioner", "regions"),
    Receiver.MUNICIPALITIES: Text("kommuner", "municipalities"),
    Receiver.BOTH: Text("kommuner och regioner", "municipalities and regions"),
    Receiver.SKR: plain("SKR"),
    Receiver.RCC: plain("RCC"),
    Receiver.AGENCY: Text("en myndighet", "an agency"),
    Receiver.OTHER: Text("annan", "someone else"),
    Receiver.NONE: Text("ej sagt", "not said"),
    Hedge.EXACT: plain(""),
    Hedge.AT_LEAST: Text("minst", "at least"),
    Hedge.NEARLY: Text("nästan", "nearly"),
    Hedge.ABOUT: Text("ungefär", "about"),
    Hedge.AT_MOST: Text("högst", "at most"),
    Unit.KR: Text("kronor", "kronor"),
    Unit.TKR: Text("tusental kronor", "thousands of kronor"),
    Unit.MKR: Text("miljoner kronor", "millions of kronor"),
    Unit.MEUR: Text("miljoner euro", "millions of euros"),
    Unit.PERCENT: Text("procent", "per cent"),
    Unit.PERSONS: Text("personer", "persons"),
    Unit.COUNT: Text("antal", "count"),
    DateRole.APPLY_BY: Text("begär senast", "apply by"),
    DateRole.REPAY_BY: Text("återbetala senast", "repay by"),
    DateRole.REPORT_BY: Text("redovisa senast", "report by"),
    DateRole.PAY_BY: Text("betalas ut", "paid out"),
    DateRole.DECIDED: Text("beslutad", "decided"),
    DateRole.OTHER: Text("annat", "other"),
}
_SAID: Mapping[str, Role | Receiver] = {
    word: member for kind in (Receiver, Role) for member in kind for word in (member.name, member.value)
}


def said(member: Enum) -> Text:
    """Return a role, receiver, hedge, unit or date's role as words; a hedge that is none is no words."""
    return _WORDS[member]


def cue_says(says: str) -> Text:
    """Return what a cue speaks for as words: a role or receiver by its name or Swedish word, else as it stands."""
    return _WORDS[_SAID[says]] if says in _SAID else plain(says)


def cue_identifier(says: str) -> str:
    """Return what a cue speaks for as an English identifier."""
    return _SAID[says].name.lower() if says in _SAID else says


def judged_words(judged: Judged[_E]) -> Text:
    """Return what was chosen; where that is not sure, with a question mark and what else it may be.

    >>> judged_words(Judged(Role.PART, (Role.OUTSIDE,), sure=False)).say()
    'del? (eller utanför)'
    """
    if judged.sure:
        return said(judged.chosen)
    if not judged.others:
        return Text("{it}?", "{it}?", {"it": said(judged.chosen)})
    others = join_texts([said(other) for other in judged.others], ", ")
    return Text("{it}? (eller {others})", "{it}? (or {others})", {"it": said(judged.chosen), "others": others})


def hedge_words(mention: AmountMention) -> Text:
    """Return how near a sum is: the document's own word in Swedish, what it means in English."""
    meant = said(mention.hedge)
    return Text("{said}", "{meant}", {"said": mention.hedged_as or meant, "meant": meant})


def kronor_words(mention: AmountMention) -> Text:
    """Return a sum in kronor, with what the document says of how near it is and what it is counted per."""
    sv = en = "{kr}" if mention.hedge is Hedge.EXACT else "{hedge} {kr}"
    if mention.per_unit:
        sv, en = sv + " per {unit}", en + " per {unit}"
    elif mention.per_year:
        sv, en = sv + " per år", en + " a year"
    return Text(sv, en, {"hedge": hedge_words(mention), "kr": kronor(mention.kr), "unit": mention.per_unit})


def period_words(period: str) -> Text:
    """Return the years of a sum as words.

    >>> period_words("2024-2026").say(), period_words("2025-").say(), period_words("2024").say()
    ('2024–2026', 'från 2025', '2024')
    """
    if period.endswith("-"):
        return Text("från {year}", "from {year}", {"year": period[:-1]})
    return plain(period.replace("-", "–"))


def receiver_sentence(amount: ReadAmount) -> Text:
    """Return who gets the sum, and that it is by the context where the document does not say so in the same sentence."""
    words = judged_words(amount.receiver)
    if amount.receiver.chosen is Receiver.NONE or amount.explicit:
        return words
    return Text("{who} (av sammanhanget)", "{who} (by the context)", {"who": words})


def addition_words(node: SumNode) -> Text | None:
    """Return the parts of a sum as an addition, and what the difference means; None where it has no parts to add."""
    parts, outcome = _added(node)
    if not parts:
        return None
    whole, total = node.amount.mention.kr, sum(part.amount.mention.kr for part in parts)
    terms = [part.amount.mention.kr for part in parts]
    unit = MILLION if all(kr % _TENTH == 0 for kr in (*terms, whole)) else 1
    rough = sum(one.amount.mention.hedge is not Hedge.EXACT for one in (node, *parts))
    values: dict[str, object] = {
        "terms": _terms([_number(kr, unit) for kr in terms]),
        "sum": _number(total, unit),
        "whole": _number(whole, unit),
        "unit": Text("miljoner kronor", "million kronor") if unit == MILLION else plain("kr"),
        "gap": _number(abs(whole - total), unit),
        "rough": _rough(rough),
    }
    sv, en = _OUTCOMES[outcome]
    equation = "{terms} = {sum}" if len(terms) > 1 else "{terms}"
    return Text(equation + sv, equation + en, values)


class Outcome(Enum):
    """How parts add up against their whole."""

    EQUAL = "equal"
    ROUNDED = "rounded"
    LESS = "less"
    DIFFERENT = "different"


def _added(node: SumNode) -> tuple[Sequence[SumNode], Outcome]:
    """Return what was added, and how it came out: parts, with earmarks only where that makes it add up."""
    readings = [node.parts, (*node.parts, *node.earmarks), node.earmarks]
    for parts in readings if node.compatible else ():
        if len(parts) > 1 and may_be_equal(add_up(part.money for part in parts), node.money):
            same = sum(part.amount.mention.kr for part in parts) == node.amount.mention.kr
            return parts, Outcome.EQUAL if same else Outcome.ROUNDED
    return node.parts, Outcome.LESS if node.compatible is None else Outcome.DIFFERENT


_OUTCOMES: Mapping[Outcome, tuple[str, str]] = {
    Outcome.EQUAL: (" {unit}: stämmer.", " {unit}: it adds up."),
    Outcome.ROUNDED: (
        ", av {whole} {unit}: skillnad {gap}, ryms i avrundningen{rough}.",
        ", of {whole} {unit}: difference {gap}, within the rounding{rough}.",
    ),
    Outcome.LESS: (
        ", av {whole} {unit}: {gap} står inte som del.",
        ", of {whole} {unit}: {gap} does not stand as a part.",
    ),
    Outcome.DIFFERENT: (
        ", mot {whole} {unit}: skillnad {gap}, mer än avrundning. Något är fel i texten eller fel läst.",
        ", against {whole} {unit}: difference {gap}, more than rounding. Something is wrong in the text or read wrongly.",
    ),
}


def _terms(numbers: Sequence[Text]) -> Text:
    """Return numbers with plus between; of many, how many they are."""
    if len(numbers) > _MOST_TERMS:
        return counted(len(numbers), ("del", "delar"), ("part", "parts"))
    return join_texts(numbers, " + ")


def _number(kr: int, unit: int) -> Text:
    return plain(whole_number(kr)) if unit == 1 else Text("{n}", "{n}", {"n": Fraction(kr, unit)})


def _rough(n: int) -> Text:
    if not n:
        return plain("")
    return Text(" ({n} sagda ungefär)" if n > 1 else " ({n} sagd ungefär)", " ({n} said roughly)", {"n": str(n)})
