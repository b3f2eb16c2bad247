"""A sum, its rule and figures -> one divided part: shares, bounds, conditions, the unearned, rounding."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import assert_never

from overens.agreement.model import Pot
from overens.agreement.rules import Bound, Condition, Fate, GivenEarned, Key, KronorBound, ShareBound
from overens.allocation.apportion import round_shares
from overens.allocation.bounds import fill
from overens.allocation.eligibility import eligible
from overens.allocation.model import NotComputed, Part, Shares
from overens.allocation.rule_steps import find_series, share_out, value_of
from overens.figures.model import Snapshot
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Text, kronor

Recipients = Sequence[Recipient]
Exact = Mapping[str, Fraction]


def divide_part(
    pot: Pot, key: Key, total_kr: int, conditions: tuple[Condition, ...], recipients: Recipients, figures: Snapshot
) -> Part:
    """Divide a sum among the recipients by the pot's rule.

    Raises:
        NotComputed: If something the rule needs is not known, or the floors need more than there is.
    """
    shares = share_out(key, Fraction(total_kr), recipients, figures)
    floors, caps = _bounds(pot, recipients, figures)
    own = _within_bounds(total_kr, shares.exact, floors, caps)
    ceilings, rest = round_shares(own, pot.rounding)
    part = Part(total_kr, shares, own, ceilings, own, ceilings, 0, rest, floors, caps)
    if not conditions:
        return part
    met = eligible(conditions, recipients, figures)
    return _settle_conditions(pot, key, part, met, recipients, figures)


def _within_bounds(total_kr: int, exact: Exact, floors: Exact, caps: Exact) -> Exact:
    return fill(Fraction(total_kr), exact, floors, caps) if floors or caps else exact


def _bounds(pot: Pot, recipients: Recipients, figures: Snapshot) -> tuple[Exact, Exact]:
    if pot.bounds is None:
        return {}, {}
    return (
        _bound(pot.bounds.floor, recipients, figures),
        _bound(pot.bounds.cap, recipients, figures),
    )


def _bound(bound: Bound | None, recipients: Recipients, figures: Snapshot) -> Exact:
    match bound:
        case None:
            return {}
        case KronorBound():
            return {r.code: Fraction(bound.amount.kr) for r in recipients}
        case ShareBound():
            series = find_series(bound.figure, bound.measured_on, recipients, figures)
            return {r.code: Fraction(int(value_of(series, r) * bound.share)) for r in recipients}
        case _:
            assert_never(bound)


# --- conditions and the fate of what nobody earned ----------------------------------


def _settle_conditions(
    pot: Pot, key: Key, part: Part, met: Mapping[str, bool], recipients: Recipients, figures: Snapshot
) -> Part:
    """Divide again by who met the conditions and by what becomes of the rest."""
    fate = pot.unearned.fate if pot.unearned else Fate.NOT_FOUND
    if all(met.values()):
        return _replaced(part, met, part.own, part.ceilings, 0, part.rest_kr)
    kept = {code: share for code, share in part.own.items() if met[code]}
    kept_kr = {code: kr for code, kr in part.ceilings.items() if met[code]}
    match fate:
        case Fate.LAPSES:
            lapsed = sum(kr for code, kr in part.ceilings.items() if not met[code])
            return _replaced(part, met, kept, kept_kr, lapsed, part.rest_kr)
        case Fate.NOT_FOUND:
            return _replaced(part, met, kept, kept_kr, 0, 0)
        case Fate.STAYS_WHOLE:
            chosen = [r for r in recipients if met[r.code]]
            if not chosen:
                return _replaced(part, met, {}, {}, 0, 0)
            exact = share_out(key, Fraction(part.total_kr), chosen, figures).exact
            floors, caps = ({c: b for c, b in bound.items() if met[c]} for bound in (part.floors, part.caps))
            return _rounded(pot, part, met, _within_bounds(part.total_kr, exact, floors, caps))
        case Fate.BONUS_POT:
            return _rounded(pot, part, met, _scaled(part.total_kr, kept))
        case Fate.THE_BEST:
            raise NotComputed(_best_later())
        case _:
            assert_never(fate)


def _scaled(total_kr: int, kept: Exact) -> Exact:
    """B·E/ΣE: what others did not earn follows what each earned, so that the pot is emptied."""
    whole = sum(kept.values(), Fraction(0))
    return {code: total_kr * share / whole for code, share in kept.items()} if whole else {}


def _rounded(pot: Pot, part: Part, met: Mapping[str, bool], exact: Exact) -> Part:
    awarded, rest = round_shares(exact, pot.rounding) if exact else ({}, 0)
    return _replaced(part, met, exact, awarded, 0, rest)


def _replaced(
    part: Part, met: Mapping[str, bool], final: Exact, awarded: Mapping[str, int], lapsed_kr: int, rest_kr: int
) -> Part:
    return Part(
        part.total_kr,
        part.shares,
        part.own,
        part.ceilings,
        final,
        awarded,
        lapsed_kr,
        rest_kr,
        part.floors,
        part.caps,
        met,
        part.earned,
    )


# --- performance whose outcome is given ---------------------------------------------


def divide_earned(pot: Pot, earned_by: GivenEarned, total_kr: int, recipients: Recipients, figures: Snapshot) -> Part:
    """Award what each earned, by the given table, and settle what nobody earned.

    Raises:
        NotComputed: If more is earned than the pot holds, or the fate of the rest cannot be computed here.
    """
    series = find_series(earned_by.figure, earned_by.measured_on, recipients, figures)
    earned = {r.code: int(value_of(series, r)) for r in recipients}
    whole = sum(earned.values())
    if whole > total_kr:
        raise NotComputed(
            Text(
                "intjänat är {earned}, mer än potten {pot}",
                "what is earned is {earned}, more than the pot {pot}",
                {"earned": kronor(whole), "pot": kronor(total_kr)},
            ),
            impossible=True,
        )
    exact = {code: Fraction(kr) for code, kr in earned.items()}
    shares = Shares(exact, exact, exact, (), (series,))
    part = Part(total_kr, shares, exact, _ceilings(pot, total_kr, recipients, figures), exact, earned, earned=earned)
    fate = pot.unearned.fate if pot.unearned else Fate.NOT_FOUND
    match fate:
        case Fate.LAPSES:
            return _replaced(part, {}, exact, earned, total_kr - whole, 0)
        case Fate.BONUS_POT:
            return _rounded(pot, part, {}, _scaled(total_kr, exact))
        case Fate.NOT_FOUND:
            return part
        case Fate.THE_BEST | Fate.STAYS_WHOLE:
            if whole == total_kr:
                return part
            raise NotComputed(_best_later())
        case _:
            assert_never(fate)


def _ceilings(pot: Pot, total_kr: int, recipients: Recipients, figures: Snapshot) -> Mapping[str, int]:
    if pot.key is None:
        return {}
    try:
        return round_shares(share_out(pot.key, Fraction(total_kr), recipients, figures).exact, pot.rounding)[0]
    except NotComputed:
        return {}


def _best_later() -> Text:
    return Text(
        "hur det som ingen tjänat in delas bland de bästa beräknas inte ännu",
        "how the unearned is shared among the best is not computed yet",
    )
