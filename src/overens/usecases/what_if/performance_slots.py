"""A pot's performance -> sentences with slots for shares, levels, steps and prices, and what must be given in a file."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from fractions import Fraction

from overens.agreement.model import Pot
from overens.agreement.performance import (
    Ladder,
    NamedLevels,
    Requirement,
    Requirements,
    Step,
    StepTable,
    UnitPrice,
    UnitPrices,
)
from overens.allocation.describe_performance import describe_comparison
from overens.allocation.parameters import Parameter, parameters_of
from overens.usecases.what_if.key_slots import percent_word
from overens.usecases.what_if.rule_slots import FULL_STOP
from overens.usecases.what_if.slots import Choice, Kind, Sentence, Slot, path_words, slots_of
from overens.vocabulary.money import Amount
from overens.vocabulary.names import slug
from overens.vocabulary.wording import Text, plain
from overens.writing.numbers import number_words
from overens.writing.tree import Path
from overens.writing.values import Missing

_AT = ("prestation",)
_MISSING = Text("ej publicerat", "not published")


def performance_sentences(pot: Pot) -> tuple[Sentence, ...]:
    """Return a sentence for each requirement, price, step or level, with a slot for every number in it."""
    needed = {one.path for one in parameters_of(pot)}
    match pot.performance:
        case Requirements(requirements=every):
            return tuple(_requirement(one, (*_AT, "krav", n), needed) for n, one in enumerate(every))
        case Ladder(indicator=what, steps=steps):
            return ((plain(f"{what}:"), *_steps(steps, _AT), FULL_STOP),) if steps else ()
        case UnitPrices(prices=prices):
            return tuple(_price(one, (*_AT, "styckpriser", n), needed) for n, one in enumerate(prices))
        case StepTable(indicator=what, steps=steps):
            return ((plain(f"{what}:"), *_steps(steps, _AT, in_kronor=True), FULL_STOP),)
        case NamedLevels(levels=levels):
            found = []
            for n, level in enumerate(levels):
                at = (*_AT, "nivåer", n)
                name = Text("Nivån {name} ger", "The level {name} gives", {"name": level.name})
                found.append((name, *_worth(level.share, level.amount, at), FULL_STOP))
            return tuple(found)
        case _:
            return ()


def _slot(
    path: Path, label: Text, kind: Kind, agreed: str, *, low: Fraction | None = None, high: Fraction | None = None
) -> Slot:
    name = slug(path_words(path[1:]))
    return Slot(
        name, label, kind, path, agreed, missing=not agreed, low=low, high=high, empty=None if agreed else _MISSING
    )


def _share(what: str, share: Fraction | Missing, at: Path) -> Slot:
    label = Text("Andel av potten för {what}", "Share of the pot for {what}", {"what": what})
    return _slot((*at, "andel av potten"), label, Kind.PERCENT, percent_word(share))


def _requirement(one: Requirement, at: Path, needed: Collection[str]) -> Sentence:
    values: dict[str, object] = {"what": one.indicator}
    share = _share(one.indicator, one.share, at)
    found: list[Text | Slot] = [share, Text("procent av potten för {what}", "per cent of the pot for {what}", values)]
    found += _comparison(one.better_than, at, needed)
    ends = (one.plausible.least, one.plausible.greatest) if one.plausible else (None, None)
    for key, said, level in (
        ("eller minst", Text("minst", "at least"), one.or_at_least),
        ("eller högst", Text("högst", "at most"), one.or_at_most),
    ):
        if level is not None:
            either = Text("eller {said}", "or {said}", {"said": said}) if one.better_than else said
            label = Text("Nivå för {what}", "Level for {what}", values)
            agreed = number_words(level) if isinstance(level, Fraction) else ""
            found += [either, _slot((*at, key), label, Kind.NUMBER, agreed, low=ends[0], high=ends[1])]
    return (*found, *_steps(one.steps, at), FULL_STOP)


_PERIODS = (
    Choice("samma-manad", Text("samma månad året före", "the same month the year before"), "samma månad året före"),
    Choice("aret-fore", Text("året före", "the year before"), "året före"),
)


def _comparison(than: str | None, at: Path, needed: Collection[str]) -> Sentence:
    """Return what an outcome must be better than; a choice where the file does not say it so that it can be computed."""
    path = (*at, "bättre än")
    if path_words(path) in needed:
        words = Text("vad är inte angivet", "what is not stated") if than is None else plain(than)
        label = Text("Bättre än när, {where}", "Better than when, {where}", {"where": path_words(at[1:])})
        choices = (Choice("", words), *_PERIODS)
        choice = Slot(slug(path_words(path[1:])), label, Kind.CHOICE, path, "", None, choices, missing=True)
        return (Text("om bättre än", "if better than"), choice)
    return () if than is None else (Text("om", "if"), describe_comparison(than))


def _steps(steps: Sequence[Step], at: Path, *, in_kronor: bool = False) -> Iterator[Text | Slot]:
    for n, step in enumerate(steps):
        mine, values = (*at, "steg", n), {"n": str(n + 1)}
        start = number_words(step.start) if isinstance(step.start, Fraction) else ""
        yield Text("; från", "; from") if n else Text("från", "from")
        yield _slot(
            (*mine, "från"), Text("Var steg {n} börjar", "Where step {n} begins", {**values}), Kind.NUMBER, start
        )
        yield Text("ger", "gives")
        yield from _worth(step.share, step.amount, mine, in_kronor=in_kronor)


def _worth(
    share: Fraction | Missing | None, amount: Amount | None, at: Path, *, in_kronor: bool = False
) -> Iterator[Text | Slot]:
    """Yield what a step or level gives: a sum, or a share."""
    label = Text("Vad {where} ger", "What {where} gives", {"where": path_words(at[1:])})
    if amount is not None or in_kronor:
        yield _slot((*at, "belopp"), label, Kind.MONEY, str(amount.kr) if amount is not None else "")
        yield Text("kr", "kr")
    else:
        yield _slot((*at, "andel"), label, Kind.PERCENT, percent_word(share))
        yield Text("procent", "per cent")


def _price(one: UnitPrice, at: Path, needed: Collection[str]) -> Sentence:
    values: dict[str, object] = {"what": one.what}
    price = str(one.price.kr) if isinstance(one.price, Amount) else ""
    label = Text("Pris för {what}", "Price of {what}", values)
    found: list[Text | Slot] = [
        _slot((*at, "pris"), label, Kind.MONEY, price),
        Text("kr per {what}", "kr per {what}", values),
    ]
    if one.better_than is not None:
        found += _comparison(one.better_than, at, needed)
    if one.share is not None:
        share = _share(one.what, one.share, at)
        found += [Text(", högst", ", at most"), share, Text("procent av potten", "per cent of the pot")]
    return (*found, FULL_STOP)


def only_in_a_file(pot: Pot, sentences: tuple[Sentence, ...]) -> tuple[Parameter, ...]:
    """Return what must be given for the pot to be computed and has no slot: an outcome, a period."""
    there = {slot.words for slot in slots_of(sentences)}
    return tuple(one for one in parameters_of(pot) if one.path not in there)
