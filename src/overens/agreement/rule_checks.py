"""What must hold in one pot's rule: complete, of one kind, its shares summing to one."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import assert_never

from overens.agreement import rule_faults as faults
from overens.agreement.model import Pot
from overens.agreement.performance import GivenEarned
from overens.agreement.performance_checks import check_performance
from overens.agreement.rules import (
    BaseKey,
    CaseByCaseKey,
    Condition,
    EqualKey,
    Fate,
    FixedKey,
    GivenCondition,
    Group,
    Key,
    KronorBound,
    ListKey,
    Method,
    MixKey,
    ThresholdCondition,
    To,
    UnknownKey,
)
from overens.agreement.terms import Instalment
from overens.vocabulary.money import Amount, add_up, may_be_equal
from overens.vocabulary.problems import Fault
from overens.vocabulary.recipients import RecipientKind
from overens.writing.tree import Path
from overens.writing.values import Missing

Found = Iterator[tuple[Path, Fault]]
MANY = {RecipientKind.REGION, RecipientKind.MUNICIPALITY, RecipientKind.AREA}


def check_rule(pot: Pot, gone: frozenset[str] = frozenset()) -> Found:
    """Yield each fault in the pot's rule with the path, within the pot, of what is wrong.

    Args:
        pot: The pot.
        gone: Keys of which something wrong was left out; what that alone would explain is no further fault.
    """
    if pot.pots or "potter" in gone:
        yield from _check_group(pot)
        return
    if pot.to is None:
        if "till" not in gone:
            yield (), faults.pot_without_recipients()
    else:
        yield from _check_recipients(pot.to)
        if pot.to.group.kind not in MANY:
            yield from _check_single(pot, pot.to)
        if pot.to.group.kind in MANY and not (pot.key or pot.performance or gone & {"fördelning", "prestation"}):
            yield ("till",), faults.pot_without_key(pot.to.group.value)
    yield from _check_key(pot.key, ("fördelning",))
    yield from _check_fate(pot, gone)
    yield from _check_together(pot)
    if "prestation" not in gone:
        yield from check_performance(pot)
    yield from _check_bounds(pot)
    yield from _check_rounding(pot)
    if "utbetalning" not in gone:
        yield from _check_instalments(pot.instalments, pot.amount)
    for at, condition in _conditions(pot):
        yield from _check_condition(condition, at)


def _conditions(pot: Pot) -> Iterator[tuple[Path, Condition]]:
    yield from ((("villkor", n), condition) for n, condition in enumerate(pot.conditions))
    for k, instalment in enumerate(pot.instalments):
        yield from ((("utbetalning", k, "villkor", n), c) for n, c in enumerate(instalment.conditions))


def _check_condition(condition: Condition, at: Path) -> Found:
    match condition:
        case ThresholdCondition():
            if condition.at_least is None and condition.at_most is None:
                yield at, faults.threshold_without_value()
        case GivenCondition():
            said = {"who", "only", "but_not"} & condition.met_by.model_fields_set
            if len(said) > 1:
                yield (*at, "uppfylls av"), faults.met_in_two_ways()
        case _:
            assert_never(condition)


_OF_A_RULE = {
    "to": "till",
    "key": "fördelning",
    "bounds": "gränser",
    "conditions": "villkor",
    "performance": "prestation",
    "unearned": "ej intjänat",
    "annex": "bilaga",
    "instalments": "utbetalning",
}


def _check_group(pot: Pot) -> Found:
    for field, key in _OF_A_RULE.items():
        if getattr(pot, field):
            yield (key,), faults.rule_on_a_group(key)


def _check_recipients(to: To) -> Found:
    if to.only and to.but_not:
        yield ("till",), faults.only_and_but_not()
    wanted = 4 if to.group is Group.MUNICIPALITIES else 2
    for field, codes in (("endast", to.only), ("utom", to.but_not)):
        for n, code in enumerate(codes):
            if len(code) != wanted:
                yield ("till", field, n), faults.code_of_wrong_kind(code, to.group.value)
    if to.group in (Group.AGENCY, Group.OTHER) and to.name is None:
        yield ("till",), faults.recipient_without_name(to.group.value)


def _check_single(pot: Pot, to: To) -> Found:
    """Yield what would not count when the whole pot goes to one recipient."""
    parts: list[tuple[str, object]] = [("gränser", pot.bounds), ("bilaga", pot.annex)]
    if not isinstance(pot.key, UnknownKey | CaseByCaseKey | EqualKey):
        parts.append(("fördelning", pot.key))
    for name, part in parts:
        if part is not None:
            yield (name,), faults.division_for_one(name, to.group.value)
    if to.only or to.but_not:
        yield ("till",), faults.some_of_one(to.group.value)


def _check_key(key: Key | None, where: Path) -> Found:
    match key:
        case MixKey():
            total = sum((part.weight for part in key.parts), Fraction(0))
            if total != 1:
                yield (*where, "blandning"), faults.weights_sum_to(total)
            for n, part in enumerate(key.parts):
                yield from _check_key(part.key, (*where, "blandning", n, "nyckel"))
                if isinstance(part.key, FixedKey | BaseKey):
                    yield (*where, "blandning", n, "nyckel"), faults.fixed_in_a_mix()
        case BaseKey():
            yield from _check_key(key.rest, (*where, "resten"))
        case _:
            return


def _check_fate(pot: Pot, gone: frozenset[str]) -> Found:
    conditional = pot.performance is not None or pot.conditions or any(i.conditions for i in pot.instalments)
    if gone & {"villkor", "prestation", "utbetalning", "ej intjänat"}:
        return
    if conditional and pot.unearned is None:
        yield (), faults.fate_not_named()
    if not conditional and pot.unearned is not None:
        yield ("ej intjänat",), faults.fate_without_condition()
    if pot.unearned is not None and pot.unearned.fate is Fate.THE_BEST and not pot.unearned.count:
        yield ("ej intjänat",), faults.best_without_count()


def _check_together(pot: Pot) -> Found:
    """Yield parts of the rule that cannot stand together: one would silently not count."""
    conditional = pot.conditions or pot.bounds or any(i.conditions for i in pot.instalments)
    if isinstance(pot.performance, GivenEarned) and conditional:
        yield ("prestation",), faults.earned_with_more()
    if pot.bounds is not None and _gives_sums(pot.key):
        yield ("gränser",), faults.bounds_on_given_sums()


def _gives_sums(key: Key | None) -> bool:
    """Tell whether the key states sums, which bounds do not change."""
    match key:
        case FixedKey() | ListKey():
            return True
        case BaseKey():
            return _gives_sums(key.rest)
        case MixKey():
            return any(_gives_sums(part.key) for part in key.parts)
        case _:
            return False


def _check_bounds(pot: Pot) -> Found:
    bounds = pot.bounds
    if bounds is None:
        return
    floor, cap = bounds.floor, bounds.cap
    if isinstance(floor, KronorBound) and isinstance(cap, KronorBound) and floor.amount.kr > cap.amount.kr:
        yield ("gränser", "golv"), faults.floor_above_cap(floor.amount, cap.amount)
    if isinstance(floor, KronorBound) and isinstance(pot.amount, Amount) and floor.amount.kr > pot.amount.kr:
        yield ("gränser", "golv"), faults.floor_above_pot(floor.amount, pot.amount)


def _check_rounding(pot: Pot) -> Found:
    rounding = pot.rounding
    if rounding.rest_to is not None and rounding.method is Method.LARGEST_REMAINDER:
        yield ("avrundning", "resten till"), faults.rest_of_nothing()
    unit = rounding.unit.kr if rounding.unit else 1
    if unit < 1:
        yield ("avrundning", "till"), faults.no_rounding_unit()
    elif unit > 1 and pot.bounds is not None:
        for name, bound in (("golv", pot.bounds.floor), ("tak", pot.bounds.cap)):
            if (not isinstance(bound, KronorBound) and bound is not None) or (
                isinstance(bound, KronorBound) and bound.amount.kr % unit
            ):
                yield ("gränser", name), faults.bound_not_in_units(unit)


def _check_instalments(instalments: tuple[Instalment, ...], whole: Amount | Missing) -> Found:
    shares = [i.share for i in instalments if i.share is not None]
    if shares and len(shares) == len(instalments) and sum(shares, Fraction(0)) != 1:
        yield ("utbetalning",), faults.instalments_sum_to(sum(shares, Fraction(0)))
    sums = [i.amount for i in instalments if i.amount is not None]
    if sums and len(sums) == len(instalments) and isinstance(whole, Amount) and not may_be_equal(add_up(sums), whole):
        yield ("utbetalning",), faults.instalments_are(add_up(sums), whole)
    if sums and len(sums) != len(instalments):
        yield ("utbetalning",), faults.some_instalments_without_share()
    if shares and len(shares) != len(instalments):
        yield ("utbetalning",), faults.some_instalments_without_share()
