"""A pot's rule -> the values in it that no source gives, which whoever computes it must give."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import assert_never

from overens.agreement.comparison import read_comparison, read_every
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
from overens.agreement.rules import (
    BaseKey,
    CaseByCaseKey,
    Fate,
    Key,
    Met,
    MetBy,
    MixKey,
    ShareKey,
    Unearned,
    UnknownKey,
)
from overens.allocation.recipients import is_single
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
    return (*_of_key(pot), *_of_performance(pot.performance), *_of_unearned(pot.unearned))


SHORTAGE = Parameter(
    "prestation/om potten inte räcker",
    Text("vad som görs när potten inte räcker", "what is done when the pot does not hold what is earned"),
)
"""What is asked for only when outcomes turn out to earn more than there is."""


def needs_key(pot: Pot) -> bool:
    """Tell whether nothing can be earned until it is known how much each can earn by the key."""
    match pot.performance:
        case Requirements() | Ladder():
            return True
        case NamedLevels():
            return any(level.amount is None for level in pot.performance.levels)
        case UnitPrices():
            return pot.key is not None and pot.performance.ceiling is None and not pot.open_ended
        case _:
            return False


def _of_key(pot: Pot) -> Iterator[Parameter]:
    if not needs_key(pot) or (pot.to is not None and is_single(pot.to)):
        return
    if pot.key is None:
        yield Parameter("fördelning", _KEY)
    else:
        yield from _unknown_in(pot.key, "fördelning")


_KEY = Text("nyckeln", "the key")


def _unknown_in(key: Key, at: str) -> Iterator[Parameter]:
    """Yield what is not known of the key, or of the keys within it."""
    match key:
        case UnknownKey() | CaseByCaseKey():
            yield Parameter(at, _KEY)
        case ShareKey() if isinstance(key.measured_on, Missing):
            yield Parameter(f"{at}/per", Text("nyckelns datum", "the date of the key"))
        case BaseKey():
            yield from _unknown_in(key.rest, f"{at}/resten")
        case MixKey():
            for n, part in enumerate(key.parts, 1):
                yield from _unknown_in(part.key, f"{at}/blandning/{n}/nyckel")
        case _:
            return


def _of_unearned(unearned: Unearned | None) -> Iterator[Parameter]:
    if unearned is not None and unearned.fate is Fate.THE_BEST:
        if unearned.count is None:
            yield Parameter("ej intjänat/antal", Text("hur många de bästa är", "how many the best are"))
        if unearned.per is None:
            yield Parameter(
                "ej intjänat/per invånare enligt",
                Text("efter vilken folkmängd de bästa räknas", "by which population the best are counted"),
            )


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
        yield from _of_measured(performance.measured, compared=_compares(performance))


def _of_requirement(one: Requirement, at: str) -> Iterator[Parameter]:
    yield from _outcome(one.outcome, one.indicator, at)
    levels = (one.or_at_least, one.or_at_most)
    yield from _comparison(one.better_than, at, needed=bool(one.steps) or levels == (None, None))
    words: dict[str, object] = {"what": one.indicator}
    ends = (one.plausible.least, one.plausible.greatest) if one.plausible else (None, None)
    for key, level in (("eller minst", one.or_at_least), ("eller högst", one.or_at_most)):
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
        if level.reached_by is None or _is_unknown(level.reached_by):
            yield Parameter(f"{at}/nådd av", Text("vilka som nått {what}", "who reached {what}", {**words}))


def _is_unknown(reached_by: MetBy) -> bool:
    return reached_by.who is Met.NOT_KNOWN and not (reached_by.only or reached_by.but_not)


def _compares(performance: Performance) -> bool:
    """Tell whether it matters if each month is measured by itself: it does not for a plain sum of volumes."""
    match performance:
        case UnitPrices():
            return any(price.better_than is not None for price in performance.prices)
        case VolumeShare():
            return performance.better_than is not None
        case _:
            return True


def _of_measured(measured: Measured | None, *, compared: bool) -> Iterator[Parameter]:
    if measured is None:
        yield Parameter("prestation/mäts", Text("mätperioden", "the period of measurement"))
    elif compared and measured.every is not None and read_every(measured.every) is None:
        words = Text("om varje månad mäts för sig", "whether each month is measured by itself")
        yield Parameter("prestation/mäts/varje", words)


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
        given = step.amount is not None if gives == "belopp" else isinstance(step.share, Fraction)
        if not given:
            yield Parameter(f"{at}/steg/{n}/{gives}", Text("vad steg {n} ger", "what step {n} gives", words))


def _share_of(what: str) -> Text:
    return Text("andelen av potten för {what}", "the share of the pot for {what}", {"what": what})
