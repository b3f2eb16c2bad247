"""A pot's rule -> the values in it that no source gives, which whoever computes it must give."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import assert_never

from overens.agreement.comparison import read_comparison
from overens.agreement.model import Pot
from overens.agreement.performance import (
    GivenEarned,
    Ladder,
    Measured,
    NamedLevels,
    Performance,
    Requirement,
    Requirements,
    Step,
    StepTable,
    UnitPrices,
    UnknownPerformance,
    VolumeShare,
)
from overens.agreement.rules import CaseByCaseKey, UnknownKey
from overens.vocabulary.money import Amount
from overens.vocabulary.wording import Text
from overens.writing.values import Missing


@dataclass(frozen=True)
class Parameter:
    """A value that no source gives (parameter), by its path in the pot: 'prestation/krav/1/eller minst', lists from 1.

    Attributes:
        what: What it is, in words.
        low, high: The least and the greatest that is plausible, where the file says so.
    """

    path: str
    what: Text
    low: Fraction | None = None
    high: Fraction | None = None


def parameters_of(pot: Pot) -> tuple[Parameter, ...]:
    """Return every value that must be given before the pot's performance can be computed, in the order of the file."""
    if pot.performance is None or isinstance(pot.performance, GivenEarned | UnknownPerformance):
        return ()
    return (*_of_key(pot), *_of_performance(pot.performance))


def _of_key(pot: Pot) -> Iterator[Parameter]:
    shared = isinstance(pot.performance, Requirements | Ladder | NamedLevels)
    if isinstance(pot.key, UnknownKey | CaseByCaseKey) or (pot.key is None and shared):
        yield Parameter("fördelning", Text("nyckeln", "the key"))


def _of_performance(performance: Performance) -> Iterator[Parameter]:
    match performance:
        case Requirements():
            for n, one in enumerate(performance.requirements, 1):
                yield from _of_requirement(one, f"prestation/krav/{n}")
        case Ladder():
            yield from _outcome(performance.outcome, performance.indicator, "prestation")
            yield from _comparison(performance.better_than, "prestation", needed=True)
            if not performance.steps:
                yield Parameter("prestation/steg", Text("stegen i trappan", "the steps of the ladder"))
            yield from _steps(performance.steps, "prestation")
        case UnitPrices():
            for n, price in enumerate(performance.prices, 1):
                at = f"prestation/styckpriser/{n}"
                yield from _outcome(price.outcome, price.what, at)
                yield from _comparison(price.better_than, at)
                if isinstance(price.price, Missing):
                    yield Parameter(
                        f"{at}/pris", Text("priset för {what}", "the price of {what}", {"what": price.what})
                    )
                if isinstance(price.share, Missing):
                    yield Parameter(f"{at}/andel av potten", _share_of(price.what))
        case StepTable():
            yield from _outcome(performance.outcome, performance.indicator, "prestation")
            yield from _comparison(performance.better_than, "prestation")
            yield from _steps(performance.steps, "prestation", gives="belopp")
        case VolumeShare():
            yield from _outcome(performance.outcome, performance.what, "prestation")
            yield from _comparison(performance.better_than, "prestation")
        case NamedLevels():
            yield from _of_levels(performance)
        case GivenEarned() | UnknownPerformance():
            return
        case _:
            assert_never(performance)
    if not isinstance(performance, NamedLevels):
        yield from _of_measured(performance.measured)


def _of_requirement(one: Requirement, at: str) -> Iterator[Parameter]:
    yield from _outcome(one.outcome, one.indicator, at)
    levels = (one.or_at_least, one.or_at_most)
    yield from _comparison(one.better_than, at, needed=bool(one.steps) or levels == (None, None))
    words: dict[str, object] = {"what": one.indicator}
    ends = (one.plausible.least, one.plausible.greatest) if one.plausible else (None, None)
    for key, level in zip(("eller minst", "eller högst"), levels, strict=True):
        if isinstance(level, Missing):
            yield Parameter(f"{at}/{key}", Text("nivån för {what}", "the level for {what}", words), *ends)
    if isinstance(one.share, Missing):
        yield Parameter(f"{at}/andel av potten", _share_of(one.indicator))
    yield from _steps(one.steps, at)


def _of_levels(performance: NamedLevels) -> Iterator[Parameter]:
    for n, level in enumerate(performance.levels, 1):
        at, words = f"prestation/nivåer/{n}", {"what": level.name}
        if level.amount is None and not isinstance(level.share, Fraction):
            yield Parameter(f"{at}/andel", Text("vad nivån {what} ger", "what the level {what} gives", {**words}))
        if level.reached_by is None:
            yield Parameter(f"{at}/nådd av", Text("vilka som nått {what}", "who reached {what}", {**words}))


def _of_measured(measured: Measured | None) -> Iterator[Parameter]:
    if measured is None:
        yield Parameter("prestation/mäts", Text("mätperioden", "the period of measurement"))


def _outcome(outcome: str | None, what: str, at: str) -> Iterator[Parameter]:
    if outcome is None:
        words: dict[str, object] = {"what": what}
        yield Parameter(f"{at}/utfall", Text("vilket utfall som mäter {what}", "which outcome measures {what}", words))


def _comparison(words: str | None, at: str, *, needed: bool = False) -> Iterator[Parameter]:
    if (words is None and needed) or (words is not None and read_comparison(words) is None):
        yield Parameter(f"{at}/bättre än", Text("vilka år jämförelsen gäller", "which years it is compared with"))


def _steps(steps: tuple[Step, ...], at: str, *, gives: str = "andel") -> Iterator[Parameter]:
    for n, step in enumerate(steps, 1):
        words: dict[str, object] = {"n": str(n)}
        if isinstance(step.start, Missing):
            yield Parameter(f"{at}/steg/{n}/från", Text("var steg {n} börjar", "where step {n} begins", words))
        if not isinstance(step.amount if gives == "belopp" else step.share, Amount | Fraction):
            yield Parameter(f"{at}/steg/{n}/{gives}", Text("vad steg {n} ger", "what step {n} gives", words))


def _share_of(what: str) -> Text:
    return Text("hur stor del av potten {what} är", "how large a part of the pot {what} is", {"what": what})
