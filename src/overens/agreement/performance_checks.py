"""What must hold in one pot's performance rule: shares that make a whole, steps that rise, comparisons that can be made."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from overens.agreement import performance_faults as faults
from overens.agreement.comparison import read_comparison, read_every
from overens.agreement.model import Pot
from overens.agreement.performance import (
    Ladder,
    Level,
    Measured,
    NamedLevels,
    Performance,
    Requirement,
    Requirements,
    Shortage,
    Step,
    StepTable,
    UnitPrice,
    UnitPrices,
    VolumeShare,
    outcomes_of,
)
from overens.agreement.rules import CaseByCaseKey, Fate, UnknownKey
from overens.vocabulary.money import Amount
from overens.vocabulary.problems import Fault
from overens.writing.tree import Path
from overens.writing.values import Missing

Found = Iterator[tuple[Path, Fault]]
MOST_YEARS = 10
_NO_YEARS = {*Missing, "tidigare år"}
"""Comparisons that a file may state although they do not say which years."""


def check_performance(pot: Pot) -> Found:
    """Yield each fault in what is measured and what it gives, with the path within the pot of what is wrong."""
    rule, at = pot.performance, ("prestation",)
    match rule:
        case None:
            return
        case Requirements():
            yield from _check_requirements(rule, (*at, "krav"))
        case Ladder():
            yield from _check_comparison(rule.better_than, rule.measured, at)
            yield from _check_steps(rule.steps, at, sums=False)
        case UnitPrices():
            yield from _check_prices(rule, (*at, "styckpriser"))
        case StepTable():
            yield from _check_baseline(rule, rule.measured, at)
            yield from _check_steps(rule.steps, at, sums=True)
        case VolumeShare():
            yield from _check_baseline(rule, rule.measured, at)
        case NamedLevels():
            yield from _check_levels(rule.levels, (*at, "nivåer"))
        case _:
            pass
    yield from _check_measured(getattr(rule, "measured", None), (*at, "mäts"))
    yield from _check_whole(pot, rule)
    yield from _check_best(pot)


def _check_requirements(rule: Requirements, at: Path) -> Found:
    yield from _check_shares([one.share for one in rule.requirements], at)
    for n, one in enumerate(rule.requirements):
        yield from _check_requirement(one, rule.measured, (*at, n))
    yield from _check_doubles(rule.requirements, _as_demanded, at)


def _check_requirement(one: Requirement, measured: Measured | None, at: Path) -> Found:
    levels = [level for level in (one.or_at_least, one.or_at_most) if level is not None]
    if one.outcome is not None and one.better_than is None and not levels:
        yield at, faults.nothing_demanded(one.indicator)
    if len(levels) == 2:
        yield (*at, "eller högst"), faults.two_levels()
    if one.plausible is not None and not any(isinstance(level, Missing) for level in levels):
        yield (*at, "rimligt"), faults.plausible_for_nothing()
    yield from _check_comparison(one.better_than, measured, at)
    yield from _check_steps(one.steps, at, sums=False)


def _as_demanded(one: Requirement) -> object:
    """Return what makes two requirements the same one; nothing where it is not said what measures it."""
    return one.outcome and (one.outcome, one.better_than, one.or_at_least, one.or_at_most, one.steps)


def _check_doubles(parts: Sequence[Requirement | UnitPrice], as_one: Callable[..., object], at: Path) -> Found:
    seen: dict[object, int] = {}
    for n, part in enumerate(parts):
        same = as_one(part)
        if same in seen and same:
            yield (*at, n), faults.stands_twice(seen[same] + 1, n + 1)
        seen.setdefault(same, n)


def _check_shares(shares: Sequence[Fraction | Missing | None], at: Path) -> Found:
    known = [share for share in shares if isinstance(share, Fraction)]
    total = sum(known, Fraction(0))
    if (len(known) == len(shares) and total != 1) or total > 1:
        yield at, faults.shares_sum_to(total)


def _check_prices(rule: UnitPrices, at: Path) -> Found:
    shares = [price.share for price in rule.prices]
    if any(share is not None for share in shares):
        if None in shares:
            yield at, faults.some_without_share()
        yield from _check_shares(shares, at)
    for n, price in enumerate(rule.prices):
        if isinstance(price.price, Amount) and price.price.kr == 0:
            yield (*at, n, "pris"), faults.no_price(price.what)
        yield from _check_baseline(price, rule.measured, (*at, n))
    yield from _check_doubles(rule.prices, lambda p: p.outcome and (p.outcome, p.above, p.better_than), at)


def _check_baseline(part: UnitPrice | StepTable | VolumeShare, measured: Measured | None, at: Path) -> Found:
    if part.above is not None and part.better_than is not None:
        yield (*at, "bättre än"), faults.two_baselines()
    yield from _check_comparison(part.better_than, measured, at)


def _check_comparison(words: str | None, measured: Measured | None, at: Path) -> Found:
    if words is None or words.strip() in _NO_YEARS:
        return
    comparison = read_comparison(words)
    if comparison is None:
        yield (*at, "bättre än"), faults.unreadable_comparison(words)
    elif measured is not None and max(comparison.years, default=0) >= measured.start.first.year:
        yield (*at, "bättre än"), faults.compared_with_itself(words, measured.start.words)


def _check_steps(steps: tuple[Step, ...], at: Path, *, sums: bool) -> Found:
    at = (*at, "steg")
    for n, step in enumerate(steps):
        if (step.share if sums else step.amount) is not None:
            yield (*at, n), faults.step_of_wrong_kind(sums=sums)
        if not sums and isinstance(step.share, Fraction) and step.share > 1:
            yield (*at, n, "andel"), faults.above_the_whole(step.share)
    starts = [step.start for step in steps if isinstance(step.start, Fraction)]
    gives = [step.amount.kr if step.amount else step.share for step in steps]
    known = [Fraction(one) for one in gives if isinstance(one, int | Fraction)]
    if any(one >= other for one, other in pairwise(starts)) or known != sorted(known):
        yield at, faults.steps_do_not_rise()


def _check_levels(levels: tuple[Level, ...], at: Path) -> Found:
    for n, level in enumerate(levels):
        if level.share is not None and level.amount is not None:
            yield (*at, n), faults.share_and_sum(level.name)
        if isinstance(level.share, Fraction) and level.share > 1:
            yield (*at, n, "andel"), faults.above_the_whole(level.share)
        if level.reached_by is None and any(one.reached_by is not None for one in levels):
            yield (*at, n), faults.level_reached_by_whom(level.name)
        if level.name in {one.name for one in levels[:n]}:
            yield (*at, n), faults.level_stands_twice(level.name)
    for gives in ([one.share for one in levels], [one.amount and one.amount.kr for one in levels]):
        known = [Fraction(one) for one in gives if isinstance(one, int | Fraction)]
        if known != sorted(known):
            yield at, faults.levels_do_not_rise()


def _check_measured(measured: Measured | None, at: Path) -> Found:
    if measured is None:
        return
    start, end = measured.start, measured.end
    if end.last < start.first:
        yield (*at, "till"), faults.measured_backwards(start.words, end.words)
    elif end.last.year - start.first.year >= MOST_YEARS:
        yield at, faults.measured_too_long(MOST_YEARS)
    for key, when in (("från", start), ("till", end)):
        if when.first == when.last:
            yield (*at, key), faults.within_a_month(when.words, when.words[:7])
    if measured.every is not None and measured.every not in set(Missing) and read_every(measured.every) is None:
        yield (*at, "varje"), faults.how_often(measured.every)


def _check_whole(pot: Pot, rule: Performance) -> Found:
    """Yield what needs a sum where there is none, and what is said of more being earned where that cannot be."""
    by_key = isinstance(rule, Requirements | Ladder | VolumeShare)
    if pot.open_ended and (by_key or (isinstance(rule, NamedLevels) and any(one.share for one in rule.levels))):
        yield ("prestation",), faults.nothing_to_share()
    if isinstance(rule, UnitPrices) and rule.shortage is Shortage.SCALED and rule.national_cap is None:
        known = pot.key is not None and not isinstance(pot.key, UnknownKey | CaseByCaseKey)
        if pot.open_ended or (known and rule.ceiling is None):
            yield ("prestation", "om potten inte räcker"), faults.never_short(open_ended=pot.open_ended)


def _check_best(pot: Pot) -> Found:
    unearned = pot.unearned
    if (
        unearned is not None
        and unearned.fate is Fate.THE_BEST
        and unearned.per is None
        and outcomes_of(pot.performance)
    ):
        yield ("ej intjänat",), faults.best_by_which_inhabitants()
