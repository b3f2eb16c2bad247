"""A pot's performance rule -> words for a sentence: what is required, what it is compared with, what it gives."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import assert_never

from overens.agreement.comparison import Every, read_comparison, read_every
from overens.agreement.performance import (
    GivenEarned,
    Ladder,
    Level,
    Measured,
    NamedLevels,
    Performance,
    Requirement,
    Requirements,
    Step,
    StepTable,
    UnitPrice,
    UnitPrices,
    UnknownPerformance,
    VolumeShare,
)
from overens.agreement.rules import FigureRef
from overens.vocabulary.money import Amount
from overens.vocabulary.wording import Text, join_texts, kronor, percent, plain
from overens.writing.values import Missing, missing_words

_MOST_LISTED = 3
_NOTHING = plain("")


def describe_performance(performance: Performance) -> Text:
    """Return the rule as a part of a sentence: 'efter 2 prestationskrav varje månad 2024-02–2024: …'."""
    match performance:
        case GivenEarned():
            return Text("efter vad var och en tjänat in", "by what each has earned")
        case Requirements():
            return _requirements(performance)
        case Ladder():
            words = [describe_comparison(performance.better_than)] if performance.better_than else []
            first = Text("efter en förbättringstrappa{when}", "by an improvement ladder{when}")
            return _with(
                first, _when(performance.measured), join_texts([*words, describe_steps(performance.steps)], ", ")
            )
        case UnitPrices():
            prices = join_texts([_price(one) for one in performance.prices], ", ")
            return Text("efter styckpris: {prices}", "by unit price: {prices}", {"prices": prices})
        case StepTable():
            beyond = describe_beyond(performance.above, performance.better_than)
            first = Text("efter en stegtabell för {what}{beyond}{when}", "by a step table for {what}{beyond}{when}")
            values: dict[str, object] = {"what": performance.indicator, "beyond": beyond}
            return _with(
                Text(first.sv, first.en, values), _when(performance.measured), describe_steps(performance.steps)
            )
        case VolumeShare():
            beyond = describe_beyond(performance.above, performance.better_than)
            return Text(
                "efter volym: {what}{beyond}", "by volume: {what}{beyond}", {"what": performance.what, "beyond": beyond}
            )
        case NamedLevels():
            levels = join_texts([_level(one) for one in performance.levels], ", ")
            return Text("efter nivå: {levels}", "by level: {levels}", {"levels": levels})
        case UnknownPerformance():
            return Text("efter prestation som inte är funnen i detalj", "by performance that is not found in detail")
        case _:
            assert_never(performance)


def describe_requirement(one: Requirement) -> Text:
    """Return one requirement in words: 'besök i tid bättre än samma månad 2023 eller minst 90 (1/3 av potten)'."""
    wanted = [describe_comparison(one.better_than)] if one.better_than else []
    for sv, en, level in (("minst", "at least", one.or_at_least), ("högst", "at most", one.or_at_most)):
        if level is not None:
            words: dict[str, object] = {"level": missing_words(level) if isinstance(level, Missing) else level}
            wanted.append(Text(sv + " {level}", en + " {level}", words))
    required = either(wanted) if wanted else _NOTHING
    share = (
        Text("{share} av potten", "{share} of the pot", {"share": percent(one.share)})
        if isinstance(one.share, Fraction)
        else Text("andel av potten: {share}", "share of the pot: {share}", {"share": missing_words(one.share)})
    )
    steps = describe_steps(one.steps)
    return Text(
        "{what}{space}{required}{comma}{steps} ({share})",
        "{what}{space}{required}{comma}{steps} ({share})",
        {
            "what": one.indicator,
            "space": " " if wanted else "",
            "required": required,
            "comma": ", " if one.steps else "",
            "steps": steps,
            "share": share,
        },
    )


def either(wanted: list[Text]) -> Text:
    """Return the ways to meet a requirement, with 'or' between them."""
    first, *others = wanted
    for other in others:
        first = Text("{one} eller {other}", "{one} or {other}", {"one": first, "other": other})
    return first


def describe_comparison(words: str) -> Text:
    """Return what is compared with, in words: 'bättre än samma period 2023'."""
    comparison = read_comparison(words)
    if comparison is None and words in [one.value for one in Missing]:
        return Text("bättre än en jämförelse som inte är känd", "better than a comparison not known")
    if comparison is None:
        unknown = Text(
            "bättre än en jämförelse som inte är känd ({words})", "better than a comparison not known ({words})"
        )
        return Text(unknown.sv, unknown.en, {"words": words})
    match comparison.years:
        case ():
            return Text("bättre än samma period året före", "better than the same period of the year before")
        case (year,):
            return Text("bättre än samma period {year}", "better than the same period of {year}", {"year": str(year)})
        case (first, *_, last):
            return Text(
                "bättre än samma period i medeltal {first}–{last}",
                "better than the same period of {first}–{last} on average",
                {"first": str(first), "last": str(last)},
            )
        case _:
            raise AssertionError(comparison)


def _requirements(rule: Requirements) -> Text:
    n = len(rule.requirements)
    number = Text("efter ett prestationskrav{when}", "by one performance requirement{when}")
    if n > 1:
        number = Text("efter {n} prestationskrav{when}", "by {n} performance requirements{when}", {"n": str(n)})
    listed = [describe_requirement(one) for one in rule.requirements] if n <= _MOST_LISTED else []
    return _with(number, _when(rule.measured), join_texts(listed, "; ") if listed else _NOTHING)


def _with(first: Text, when: Text, rest: Text) -> Text:
    """Return the words with the period in them, and what they are more closely after a colon."""
    head = Text(first.sv, first.en, {**first.values, "when": when})
    return head if rest is _NOTHING else join_texts([head, rest], ": ")


def _when(measured: Measured | None) -> Text:
    """Return over which period, and how often: ' varje månad 2024-02–2024-12'."""
    if measured is None:
        return _NOTHING
    start, end = measured.start.words, measured.end.words
    span: dict[str, object] = {"span": start if start == end else f"{start}–{end}"}
    match read_every(measured.every):
        case Every.MONTH:
            return Text(" varje månad {span}", " every month {span}", span)
        case Every.YEAR:
            return Text(" varje år {span}", " every year {span}", span)
        case None:
            return Text(" för {span}", " for {span}", span)


def describe_steps(steps: Sequence[Step]) -> Text:
    """Return what each step gives: 'från 1: 50 %, från 3: 100 %'."""
    if not steps:
        return _NOTHING
    words = []
    for step in steps:
        start = missing_words(step.start) if isinstance(step.start, Missing) else step.start
        gives = _gives(step.share, step.amount)
        words.append(Text("från {start}: {gives}", "from {start}: {gives}", {"start": start, "gives": gives}))
    return join_texts(words, ", ")


def _gives(share: Fraction | Missing | None, amount: Amount | None) -> Text:
    if amount is not None:
        return plain(kronor(amount.kr))
    if isinstance(share, Fraction):
        return percent(share)
    return missing_words(share or Missing.NOT_STATED)


def _price(one: UnitPrice) -> Text:
    price = plain(kronor(one.price.kr)) if isinstance(one.price, Amount) else missing_words(one.price)
    return Text(
        "{kr} per {what}{beyond}",
        "{kr} per {what}{beyond}",
        {"kr": price, "what": one.what, "beyond": describe_beyond(one.above, one.better_than)},
    )


def describe_beyond(above: FigureRef | None, better_than: str | None) -> Text:
    """Return what only counts when there is more of it, a table's or another year's: ' utöver samma period 2022'."""
    if above is not None:
        return Text(" utöver {figure}", " beyond {figure}", {"figure": above.figure})
    if better_than is None:
        return _NOTHING
    comparison = read_comparison(better_than)
    if comparison is None:
        return Text(" utöver {words}", " beyond {words}", {"words": better_than})
    if not comparison.years:
        return Text(" utöver samma period året före", " beyond the same period of the year before")
    years = "–".join(dict.fromkeys(str(year) for year in (comparison.years[0], comparison.years[-1])))
    return Text(" utöver samma period {years}", " beyond the same period of {years}", {"years": years})


def _level(one: Level) -> Text:
    if one.share is None and one.amount is None:
        return plain(one.name)
    return Text("{name} ({gives})", "{name} ({gives})", {"name": one.name, "gives": _gives(one.share, one.amount)})
