"""A pot's rule -> one sentence that says how the money is divided."""

from __future__ import annotations

from typing import assert_never

from overens.agreement.model import Pot
from overens.agreement.performance import (
    GivenEarned,
    Ladder,
    NamedLevels,
    Performance,
    Requirements,
    StepTable,
    UnitPrices,
    UnknownPerformance,
)
from overens.agreement.rules import (
    BaseKey,
    Bounds,
    CaseByCaseKey,
    EqualKey,
    FixedKey,
    Group,
    Key,
    KronorBound,
    ListKey,
    MixKey,
    ShareKey,
    UnknownKey,
)
from overens.allocation.explain_steps import fate_words
from overens.vocabulary.periods import When
from overens.vocabulary.wording import Text, join_texts, kronor, percent, plain
from overens.writing.values import Missing

_GROUPS = {
    Group.REGIONS: Text("regionerna", "the regions"),
    Group.MUNICIPALITIES: Text("kommunerna", "the municipalities"),
    Group.MUNICIPALITIES_BY_COUNTY: Text("kommunerna, per län", "the municipalities, by county"),
    Group.COUNTY_JOINT: Text("län gemensamt", "counties jointly"),
    Group.SKR: plain("SKR"),
    Group.RCC: Text("regionala cancercentrum", "the regional cancer centres"),
    Group.AGENCY: Text("en myndighet", "an agency"),
    Group.REGISTER: Text("nationella kvalitetsregister", "national quality registers"),
    Group.OTHER: Text("en annan mottagare", "another recipient"),
    Group.NOT_STATED: Text("mottagare som källan inte anger", "recipients that the source does not state"),
}


def describe_rule(pot: Pot) -> Text:
    """Return the rule as a sentence: to whom, by what key, on what conditions, and what becomes of the rest."""
    if pot.to is None:
        return Text("Delas i potter.", "Divided into pots.")
    group = plain(pot.to.name) if pot.to.name else _GROUPS[pot.to.group]
    parts = [Text("Till {group}{key}", "To {group}{key}", {"group": group, "key": _key(pot.key)})]
    if pot.bounds is not None:
        parts.append(_bounds(pot.bounds))
    parts += [Text("om {what}", "if {what}", {"what": c.what}) for c in pot.conditions]
    if pot.performance is not None:
        parts.append(_performance(pot.performance))
    sentence = join_texts([join_texts(parts, ", "), plain(".")], "")
    if pot.unearned is None:
        return sentence
    return join_texts([sentence, fate_words(pot.unearned.fate)])


def _key(key: Key | None) -> Text:
    if key is None:
        return plain("")
    return Text(" {words}", " {words}", {"words": describe_key(key)})


def describe_key(key: Key) -> Text:
    """Return the key as words: 'efter befolkning per 2023-11-01'."""
    match key:
        case ShareKey():
            when = _on(key.measured_on)
            return Text("efter {figure}{when}", "by {figure}{when}", {"figure": key.figure, "when": when})
        case EqualKey():
            return Text("lika mycket till var och en", "the same to each")
        case FixedKey():
            return Text("{kr} till var och en", "{kr} to each", {"kr": kronor(key.each.kr)})
        case BaseKey():
            return Text(
                "{kr} till var och en och resten {rest}",
                "{kr} to each and the rest {rest}",
                {"kr": kronor(key.base.kr), "rest": describe_key(key.rest)},
            )
        case MixKey():
            mixed = [join_texts([percent(part.weight), describe_key(part.key)]) for part in key.parts]
            return Text("blandat: {parts}", "mixed: {parts}", {"parts": join_texts(mixed, ", ")})
        case ListKey():
            return Text("enligt tabellen {figure}", "by the table {figure}", {"figure": key.figure})
        case UnknownKey():
            return Text("efter en nyckel som inte är publicerad", "by a key that is not published")
        case CaseByCaseKey():
            return Text("prövat {how}", "decided case by case, {how}", {"how": key.how})
        case _:
            assert_never(key)


def _on(day: When | Missing | None) -> Text:
    match day:
        case None:
            return plain("")
        case Missing():
            return Text(" (datum ej funnet)", " (date not found)")
        case _:
            return Text(" per {day}", " on {day}", {"day": day.words})


def _bounds(bounds: Bounds) -> Text:
    words = []
    for sv, en, bound in (("minst", "at least", bounds.floor), ("högst", "at most", bounds.cap)):
        if bound is not None:
            of = Text("{share} av {figure}", "{share} of {figure}")
            what = (
                plain(kronor(bound.amount.kr))
                if isinstance(bound, KronorBound)
                else Text(of.sv, of.en, {"share": percent(bound.share), "figure": bound.figure})
            )
            words.append(Text(sv + " {what} var", en + " {what} each", {"what": what}))
    return join_texts(words, ", ")


def _performance(performance: Performance) -> Text:
    match performance:
        case GivenEarned():
            return Text("efter vad var och en tjänat in", "by what each has earned")
        case Requirements():
            return Text(
                "efter {n} prestationskrav",
                "by {n} performance requirements",
                {"n": str(len(performance.requirements))},
            )
        case Ladder():
            return Text("efter en förbättringstrappa", "by an improvement ladder")
        case UnitPrices():
            prices = [
                Text("{kr} per {what}", "{kr} per {what}", {"kr": kronor(p.price.kr), "what": p.what})
                for p in performance.prices
            ]
            return Text("efter styckpris: {prices}", "by unit price: {prices}", {"prices": join_texts(prices, ", ")})
        case StepTable():
            return Text("efter en stegtabell", "by a step table")
        case NamedLevels():
            return Text("efter nivå: {levels}", "by level: {levels}", {"levels": ", ".join(performance.levels)})
        case UnknownPerformance():
            return Text("efter prestation som inte är funnen i detalj", "by performance that is not found in detail")
        case _:
            assert_never(performance)
