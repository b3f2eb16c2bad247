"""A sum, its rule and figures -> one divided part: shares, bounds, conditions, the unearned, rounding."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from math import ceil, floor
from typing import assert_never

from overens.agreement.model import Pot
from overens.agreement.rules import Bound, Condition, EqualKey, Fate, Key, KronorBound, ShareBound, ThresholdCondition
from overens.allocation.apportion import round_shares
from overens.allocation.bounds import fill
from overens.allocation.eligibility import eligible
from overens.allocation.instalments import divide
from overens.allocation.model import NotComputed, Part, Shares
from overens.allocation.recipients import is_single
from overens.allocation.rule_steps import find_series, share_out, value_of
from overens.figures.model import Series, Snapshot
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Text

Recipients = Sequence[Recipient]
Exact = Mapping[str, Fraction]


def divide_part(
    pot: Pot, key: Key, total_kr: int, conditions: tuple[Condition, ...], recipients: Recipients, figures: Snapshot
) -> Part:
    """Divide a sum among the recipients by the pot's rule.

    Raises:
        NotComputed: If something the rule needs is not known, or the floors need more than there is.
    """
    read = _read(pot, conditions, recipients, figures)
    if conditions and pot.unearned is not None and pot.unearned.fate is Fate.STAYS_WHOLE:
        met = eligible(conditions, recipients, figures)
        return replace(_stay_whole(pot, key, total_kr, met, recipients, figures), read=read)
    shares = share_out(key, Fraction(total_kr), recipients, figures)
    floors, caps = bounds_of(pot, recipients, figures)
    own = _within_bounds(total_kr, shares.exact, floors, caps)
    ceilings, rest = round_shares(own, pot.rounding)
    part = Part(total_kr, shares, own, ceilings, own, ceilings, 0, rest, floors, caps, read=read)
    if not conditions:
        return part
    return _settle_conditions(pot, part, eligible(conditions, recipients, figures))


def stated_key(pot: Pot) -> Key:
    """Return the key that divides the pot; what goes to one recipient that is no region or municipality needs none.

    Raises:
        NotComputed: If no key is stated.
    """
    key = pot.key or (EqualKey.model_construct(equal="lika") if pot.to is not None and is_single(pot.to) else None)
    if key is None:
        raise NotComputed(Text("fördelningen är inte angiven", "the allocation is not stated"))
    return key


def _read(pot: Pot, conditions: tuple[Condition, ...], recipients: Recipients, figures: Snapshot) -> tuple[Series, ...]:
    """Return the series that decide bounds and conditions; they belong to the run like those of the key."""
    bounds = (pot.bounds.floor, pot.bounds.cap) if pot.bounds else ()
    refs = [(b.figure, b.measured_on) for b in bounds if isinstance(b, ShareBound)]
    bound = tuple(find_series(name, day, recipients, figures) for name, day in refs)
    return (*bound, *read_by_conditions(conditions, recipients, figures))


def read_by_conditions(
    conditions: tuple[Condition, ...], recipients: Recipients, figures: Snapshot
) -> tuple[Series, ...]:
    """Return the series that decide who meets the conditions."""
    refs = [(c.figure, c.measured_on) for c in conditions if isinstance(c, ThresholdCondition)]
    return tuple(find_series(name, day, recipients, figures) for name, day in refs)


def _within_bounds(total_kr: int, exact: Exact, floors: Exact, caps: Exact) -> Exact:
    """Fill floors and caps with what the key gives out; a bound that binds nobody changes nothing."""
    if not floors and not caps:
        return exact
    given = min(sum(exact.values(), Fraction(0)), Fraction(total_kr))
    return fill(given, exact, floors, caps)


def bounds_of(pot: Pot, recipients: Recipients, figures: Snapshot) -> tuple[Exact, Exact]:
    """Return code -> floor and code -> cap, in whole kronor; empty where the pot has none."""
    if pot.bounds is None:
        return {}, {}
    return (
        _bound(pot.bounds.floor, ceil, recipients, figures),
        _bound(pot.bounds.cap, floor, recipients, figures),
    )


def _bound(bound: Bound | None, to_kr: Callable[[Fraction], int], recipients: Recipients, figures: Snapshot) -> Exact:
    match bound:
        case None:
            return {}
        case KronorBound():
            return {r.code: Fraction(bound.amount.kr) for r in recipients}
        case ShareBound():
            series = find_series(bound.figure, bound.measured_on, recipients, figures)
            return {r.code: Fraction(to_kr(value_of(series, r) * bound.share)) for r in recipients}
        case _:
            assert_never(bound)


# --- conditions and the fate of what nobody earned ----------------------------------


def _settle_conditions(pot: Pot, part: Part, met: Mapping[str, bool]) -> Part:
    """Settle, when each has a share of its own, what becomes of the shares of those who did not meet the conditions."""
    part = replace(part, eligible=met)
    if all(met.values()):
        return part
    kept = {code: share for code, share in part.own.items() if met[code]}
    kept_kr = {code: kr for code, kr in part.ceilings.items() if met[code]}
    fate = pot.unearned.fate if pot.unearned else Fate.NOT_FOUND
    match fate:
        case Fate.LAPSES:
            lapsed = sum(kr for code, kr in part.ceilings.items() if not met[code])
            return replace(part, final=kept, awarded=kept_kr, lapsed_kr=lapsed)
        case Fate.NOT_FOUND:
            return replace(part, final=kept, awarded=kept_kr, rest_kr=0)
        case Fate.BONUS_POT:
            bonus = _scaled(sum(part.own.values(), Fraction(0)), kept)
            floors, caps = ({c: b for c, b in bound.items() if met[c]} for bound in (part.floors, part.caps))
            return _rounded(pot, part, fill(sum(bonus.values(), Fraction(0)), bonus, floors, caps) if caps else bonus)
        case Fate.THE_BEST:
            raise NotComputed(_no_best())
        case Fate.STAYS_WHOLE:
            raise AssertionError("the whole pot is divided by _stay_whole")
        case _:
            assert_never(fate)


def _stay_whole(
    pot: Pot, key: Key, total_kr: int, met: Mapping[str, bool], recipients: Recipients, figures: Snapshot
) -> Part:
    """Divide the whole sum among those who met the conditions; the others' figures need not be known."""
    chosen = [r for r in recipients if met[r.code]]
    if not chosen:
        return Part(total_kr, Shares({}, {}, {}), {}, {}, {}, {}, eligible=met)
    shares = share_out(key, Fraction(total_kr), chosen, figures)
    floors, caps = bounds_of(pot, chosen, figures)
    final = _within_bounds(total_kr, shares.exact, floors, caps)
    own = if_all_had_met(pot, key, total_kr, recipients, figures)
    ceilings = round_shares(own, pot.rounding)[0] if own else {}
    awarded, rest = round_shares(final, pot.rounding)
    return Part(total_kr, shares, own or final, ceilings, final, awarded, 0, rest, floors, caps, met)


def if_all_had_met(pot: Pot, key: Key, total_kr: int, recipients: Recipients, figures: Snapshot) -> Exact:
    """Return the shares had everyone met the conditions; nothing if someone's figure is not known."""
    try:
        exact = share_out(key, Fraction(total_kr), recipients, figures).exact
        return _within_bounds(total_kr, exact, *bounds_of(pot, recipients, figures))
    except NotComputed:
        return {}


def _scaled(total_kr: Fraction, kept: Exact) -> Exact:
    """B·E/ΣE: what others did not earn follows what each earned, so that the pot is emptied."""
    whole = sum(kept.values(), Fraction(0))
    return {code: total_kr * share / whole for code, share in kept.items()} if whole else {}


def _rounded(pot: Pot, part: Part, exact: Exact) -> Part:
    awarded, rest = round_shares(exact, pot.rounding) if exact else ({}, 0)
    return replace(part, final=exact, awarded=awarded, rest_kr=rest)


# --- payments with conditions of their own ------------------------------------------


def settle_payments(pot: Pot, base: Part, recipients: Recipients, figures: Snapshot) -> tuple[Part, ...]:
    """Split what each was awarded over the payments, and settle each payment by its own conditions.

    What a recipient does not earn of a payment lapses, stays, or is shared by those who earned theirs, in
    proportion to their own part of that payment.
    """
    split = {code: divide(kr, pot.instalments) for code, kr in base.awarded.items()}
    parts = []
    for n, instalment in enumerate(pot.instalments):
        kr = {code: paid[n] for code, paid in split.items()}
        exact = {code: Fraction(amount) for code, amount in kr.items()}
        part = Part(sum(kr.values()), base.shares, exact, kr, exact, kr)
        if instalment.conditions:
            among = [r for r in recipients if r.code in kr]
            met = eligible(instalment.conditions, among, figures)
            read = _read(pot, instalment.conditions, recipients, figures)
            part = replace(_settle_payment(pot, replace(part, eligible=met), met), read=read)
        parts.append(part)
    return tuple(parts)


def _settle_payment(pot: Pot, part: Part, met: Mapping[str, bool]) -> Part:
    """Settle one payment; the whole of it stays with those who met its conditions as a bonus pot does."""
    if pot.unearned is not None and pot.unearned.fate is Fate.STAYS_WHOLE and not all(met.values()):
        kept = {code: share for code, share in part.own.items() if met[code]}
        return _rounded(pot, part, _scaled(Fraction(part.total_kr), kept))
    return _settle_conditions(pot, part, met)


def _no_best() -> Text:
    return Text(
        "vilka som är bäst framgår inte av villkor som bara är uppfyllda eller inte",
        "who is best does not follow from conditions that are only met or not",
    )
