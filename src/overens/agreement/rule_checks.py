"""What must hold in one pot's rule: complete, of one kind, its shares summing to one."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from overens.agreement import rule_faults as faults
from overens.agreement.model import Pot
from overens.agreement.performance import GivenEarned
from overens.agreement.rules import (
    BaseKey,
    Fate,
    FixedKey,
    Group,
    Key,
    KronorBound,
    ListKey,
    Method,
    MixKey,
    ThresholdCondition,
    To,
)
from overens.agreement.terms import Instalment
from overens.vocabulary.money import Amount, add_up, may_be_equal
from overens.vocabulary.problems import Fault
from overens.vocabulary.recipients import RecipientKind
from overens.writing.tree import Path
from overens.writing.values import Missing

Found = Iterator[tuple[Path, Fault]]
MANY = {RecipientKind.REGION, RecipientKind.MUNICIPALITY, RecipientKind.AREA}


def check_rule(pot: Pot) -> Found:
    """Yield each fault in the pot's rule with the path, within the pot, of what is wrong."""
    if pot.pots:
        yield from _check_group(pot)
        return
    if pot.to is None:
        yield (), faults.pot_without_recipients()
    else:
        yield from _check_recipients(pot, pot.to)
    yield from _check_key(pot.key, ("fördelning",))
    yield from _check_fate(pot)
    yield from _check_together(pot)
    yield from _check_bounds(pot)
    yield from _check_rounding(pot)
    yield from _check_instalments(pot.instalments, pot.amount)
    for n, condition in enumerate(pot.conditions):
        if isinstance(condition, ThresholdCondition) and condition.at_least is None and condition.at_most is None:
            yield ("villkor", n), faults.threshold_without_value()


def _check_group(pot: Pot) -> Found:
    for field, key in (
        ("to", "till"),
        ("key", "fördelning"),
        ("performance", "prestation"),
        ("bounds", "gränser"),
        ("annex", "bilaga"),
    ):
        if getattr(pot, field) is not None:
            yield (key,), faults.rule_on_a_group(key)


def _check_recipients(pot: Pot, to: To) -> Found:
    if to.only and to.but_not:
        yield ("till",), faults.only_and_but_not()
    wanted = 4 if to.group is Group.MUNICIPALITIES else 2
    for field, codes in (("endast", to.only), ("utom", to.but_not)):
        for n, code in enumerate(codes):
            if len(code) != wanted:
                yield ("till", field, n), faults.code_of_wrong_kind(code, to.group.value)
    if to.group.kind in MANY and pot.key is None and pot.performance is None:
        yield ("till",), faults.pot_without_key(to.group.value)
    if to.group in (Group.AGENCY, Group.OTHER) and to.name is None:
        yield ("till",), faults.recipient_without_name(to.group.value)


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


def _check_fate(pot: Pot) -> Found:
    conditional = pot.performance is not None or pot.conditions or any(i.conditions for i in pot.instalments)
    if conditional and pot.unearned is None:
        yield (), faults.fate_not_named()
    if not conditional and pot.unearned is not None:
        yield ("ej intjänat",), faults.fate_without_condition()
    if pot.unearned is not None and pot.unearned.fate is Fate.THE_BEST and pot.unearned.count is None:
        yield ("ej intjänat",), faults.best_without_count()


def _check_together(pot: Pot) -> Found:
    """Yield parts of the rule that cannot stand together: one would silently not count."""
    if isinstance(pot.performance, GivenEarned) and (pot.conditions or pot.bounds):
        yield ("prestation",), faults.earned_with_more()
    if pot.bounds is not None and isinstance(pot.key, FixedKey | ListKey):
        yield ("gränser",), faults.bounds_on_given_sums()


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
    if shares and len(shares) != len(instalments):
        yield ("utbetalning",), faults.some_instalments_without_share()
