"""A pot's rule -> one sentence that says how the money is divided."""

from __future__ import annotations

from typing import assert_never

from overens.agreement.model import Pot
from overens.agreement.rules import (
    BaseKey,
    Bounds,
    CaseByCaseKey,
    EqualKey,
    FixedKey,
    Key,
    KronorBound,
    ListKey,
    MixKey,
    ShareKey,
    To,
    UnknownKey,
)
from overens.allocation.describe_performance import describe_performance
from overens.allocation.describe_recipients import describe_recipients
from overens.allocation.explain_steps import fate_words
from overens.allocation.recipients import is_single, recipients_of
from overens.vocabulary.periods import When
from overens.vocabulary.recipients import Register
from overens.vocabulary.wording import Text, join_texts, kronor, percent, plain
from overens.writing.values import Missing

_NOBODY = Register((), (), ())


def describe_rule(pot: Pot, register: Register = _NOBODY) -> Text:
    """Return the rule as a sentence: to whom, by what key, on what conditions, and what becomes of the rest.

    Args:
        register: The names of those a pot is only for, or not for.
    """
    if pot.to is None:
        return Text("Delas i potter.", "Divided into pots.")
    key = plain("") if isinstance(pot.key, EqualKey) and _is_one(pot.to, register) else _key(pot.key)
    parts = [Text("Till {group}{key}", "To {group}{key}", {"group": describe_recipients(pot.to, register), "key": key})]
    if pot.bounds is not None:
        parts.append(_bounds(pot.bounds))
    parts += [Text("om {what}", "if {what}", {"what": c.what}) for c in pot.conditions]
    if pot.performance is not None:
        parts.append(describe_performance(pot.performance))
    sentence = join_texts([join_texts(parts, ", "), plain(".")], "")
    if pot.unearned is None:
        return sentence
    if pot.unearned.count is not None and pot.unearned.count > 1:
        n: dict[str, object] = {"n": str(pot.unearned.count)}
        best = Text(
            "Det som ingen tjänat in går till de {n} bästa per invånare.",
            "What nobody earned goes to the {n} best per inhabitant.",
            n,
        )
        return join_texts([sentence, best])
    return join_texts([sentence, fate_words(pot.unearned.fate)])


def _is_one(to: To, register: Register) -> bool:
    """Tell whether it is known that the pot goes to one recipient, who then shares it with nobody."""
    return (is_single(to) or bool(register.of(to.group.kind))) and len(recipients_of(to, register)) == 1


def _key(key: Key | None) -> Text:
    if key is None:
        return plain("")
    return Text(" {words}", " {words}", {"words": describe_key(key)})


_FIGURES = {
    "befolkning": Text("befolkning", "population"),
    "landsbygdsvikt": Text("landsbygdsvikt", "rural weight"),
    "kostnadsutjamning-halso-och-sjukvard": Text(
        "hälso- och sjukvårdsmodellen i kostnadsutjämningen", "the health care model of cost equalisation"
    ),
}


def _figure(name: str) -> Text:
    """Return what the figures that most keys use are called in a sentence; others by their id."""
    return _FIGURES.get(name, plain(name))


def describe_key(key: Key) -> Text:
    """Return the key as words: 'efter befolkning per 2023-11-01'."""
    match key:
        case ShareKey():
            when = _on(key.measured_on)
            return Text("efter {figure}{when}", "by {figure}{when}", {"figure": _figure(key.figure), "when": when})
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
            return _unknown_key(key.reason)
        case CaseByCaseKey():
            return Text("prövat {how}", "decided case by case, {how}", {"how": key.how})
        case _:
            assert_never(key)


def _unknown_key(reason: str) -> Text:
    """Return that the key is not known, and why, in the file's own words where it gives a reason."""
    match reason:
        case "ej publicerad":
            return Text("efter en nyckel som inte är publicerad", "by a key that is not published")
        case "ej funnen":
            return Text("efter en nyckel som inte är funnen", "by a key that is not found")
        case _:
            why: dict[str, object] = {"why": reason.rstrip(".")}
            return Text("efter okänd nyckel ({why})", "by an unknown key ({why})", why)


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
