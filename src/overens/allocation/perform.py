"""A sum, a performance rule and outcomes -> one divided part: shares, conditions, what was earned, the unearned, rounding."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from overens.agreement.model import Pot
from overens.agreement.performance import GivenEarned, Performance, UnitPrices, VolumeShare
from overens.agreement.rules import CaseByCaseKey, EqualKey, Fate, Key, UnknownKey
from overens.allocation.apportion import round_shares
from overens.allocation.divide import divide_part, read_by_conditions
from overens.allocation.earn import earn, is_capped_by_key
from overens.allocation.earnings import Earnings
from overens.allocation.eligibility import eligible
from overens.allocation.model import NotComputed, Part, Shares
from overens.allocation.outcomes import SHARE
from overens.allocation.parameters import Parameter, needs_key, parameters_of
from overens.allocation.recipients import is_single
from overens.allocation.rule_steps import find_series, share_out, value_of
from overens.allocation.shortage import within_the_pot
from overens.allocation.unearned import Settled, fate_of, settle, within_caps
from overens.figures.model import Series, Snapshot
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Text

Recipients = Sequence[Recipient]


def divide_performed(
    pot: Pot, performance: Performance, total_kr: int | None, recipients: Recipients, figures: Snapshot
) -> Part:
    """Award what each earned by the outcomes, and settle what nobody earned.

    Args:
        total_kr: The pot; None where it is open-ended, and then the pot is what is earned.

    Raises:
        NotComputed: If a value must be given first, an outcome is missing, or more is earned than the pot holds.
    """
    missing = parameters_of(pot)
    if missing:
        raise NotComputed(_not_known(missing), missing=missing)
    if total_kr is None and (needs_key(pot) or isinstance(performance, VolumeShare)):
        raise NotComputed(_no_sum_to_share(), impossible=True)
    part = _by_key(pot, total_kr, recipients, figures)
    met = eligible(pot.conditions, recipients, figures) if pot.conditions else {}
    whole = min(sum(part.own.values(), Fraction(0)), Fraction(part.total_kr)) if part.own else Fraction(part.total_kr)
    able = [r for r in recipients if met.get(r.code, True)]
    earnings = _earn(pot, performance, part, whole, recipients, able, figures)
    read = (*part.read, *read_by_conditions(pot.conditions, recipients, figures))
    part = replace(part, eligible=met, read=read)
    if total_kr is None:
        kr = sum(round_shares(earnings.earned, pot.rounding)[0].values())
        part = replace(part, total_kr=kr, earnings=earnings, read=(*read, *earnings.series))
        return _award(pot, _capped(part, performance), Settled(earnings.earned), kr)
    return settle_earnings(pot, performance, part, earnings, able, figures)


def settle_earnings(
    pot: Pot, performance: Performance, part: Part, earnings: Earnings, able: Recipients, figures: Snapshot
) -> Part:
    """Award what each earned, and what nobody earned as the file says.

    Args:
        part: The pot as the key divides it.
        able: Those who could earn.

    Raises:
        NotComputed: If more is earned than the pot holds, or who is the best cannot be told.
    """
    whole = min(sum(part.own.values(), Fraction(0)), Fraction(part.total_kr)) if part.own else Fraction(part.total_kr)
    earnings = within_the_pot(earnings, whole, performance)
    settled = within_caps(settle(pot, earnings, part.own, whole, able, figures), part.caps, fate_of(pot))
    given_out = _given_out(part)
    part = replace(part, earnings=earnings, read=(*part.read, *earnings.series, *settled.read))
    return _award(pot, _capped(part, performance), settled, given_out)


def _given_out(part: Part) -> int:
    """Return what is given out if all is earned: what the key gives out, or the pot."""
    return min(part.total_kr, sum(part.ceilings.values())) if part.own else part.total_kr


def _capped(part: Part, performance: Performance) -> Part:
    """Return the part with the most that each can earn."""
    assert part.earnings is not None
    if is_capped_by_key(performance):
        return part
    return replace(part, ceilings=_printed_ceilings(performance, part.earnings))


def _printed_ceilings(performance: Performance, earnings: Earnings) -> Mapping[str, int]:
    """Return the most each can earn by a table of its own, which then counts in the stead of the key."""
    if not isinstance(performance, UnitPrices) or performance.ceiling is None:
        return {}
    return {code: int(kr) for code, kr in earnings.ceilings.items()}


def _earn(
    pot: Pot,
    performance: Performance,
    part: Part,
    whole: Fraction,
    recipients: Recipients,
    able: Recipients,
    figures: Snapshot,
) -> Earnings:
    """Return what those earned who met the conditions.

    A volume is shared by all that did it, so that what the others would have had is known to be unearned; where it is
    shared again, only the volumes of those who met the conditions count.
    """
    if not isinstance(performance, VolumeShare) or fate_of(pot) in (Fate.STAYS_WHOLE, Fate.BONUS_POT):
        return earn(performance, part.own, whole, able, figures)
    codes = {r.code for r in able}
    of_all = earn(performance, part.own, whole, recipients, figures)
    return replace(
        of_all,
        cells=tuple(cell for cell in of_all.cells if cell.code in codes),
        earned={code: kr for code, kr in of_all.earned.items() if code in codes},
    )


def divide_earned(
    pot: Pot, earned_by: GivenEarned, total_kr: int | None, recipients: Recipients, figures: Snapshot
) -> Part:
    """Award what each earned, by the given table, and settle what nobody earned.

    Args:
        total_kr: The pot; None where it is open-ended, and then the pot is what is earned.

    Raises:
        NotComputed: If more is earned than the pot holds, or a value is missing.
    """
    series = find_series(earned_by.figure, earned_by.measured_on, recipients, figures)
    if series.unit == SHARE and total_kr is not None:
        return _divide_shares_earned(pot, total_kr, series, recipients, figures)
    half = Fraction(series.rounded_to, 2)
    exact = {r.code: Fraction(int(value_of(series, r))) for r in recipients}
    if min(exact.values(), default=Fraction(0)) < 0:
        raise NotComputed(
            Text("någon har tjänat in mindre än noll", "someone has earned less than zero"), impossible=True
        )
    whole = sum(exact.values(), Fraction(0)) if total_kr is None else Fraction(total_kr)
    given = within_the_pot(Earnings((), (), (), (), exact, {}), whole, earned_by)
    shares = Shares(
        exact,
        {code: max(Fraction(0), kr - half) for code, kr in exact.items()},
        {code: kr + half for code, kr in exact.items()},
        (),
        (series,),
    )
    key = _ceilings(pot, int(whole), recipients, figures) if total_kr is not None else Shares({}, {}, {})
    settled = settle(pot, given, key.exact, whole, recipients, figures)
    read = (*settled.read, *(key.series if settled.read else ()))
    ceilings = round_shares(key.exact, pot.rounding)[0]
    part = Part(int(whole), shares, exact, ceilings, exact, {}, read=read, earnings=given)
    return replace(_award(pot, part, settled, int(whole)), earnings=None)


def _divide_shares_earned(pot: Pot, total_kr: int, series: Series, recipients: Recipients, figures: Snapshot) -> Part:
    """Award the per cent of its own share that each earned; the key must be known, for there is no share without it."""
    part = _by_key(pot, total_kr, recipients, figures)
    if not part.own:
        raise NotComputed(
            Text(
                "andelarna är av en egen del, men ingen nyckel är angiven",
                "the percentages are of a share, but no key is stated",
            )
        )
    exact = {r.code: part.own[r.code] * value_of(series, r) / 100 for r in recipients}
    given = Earnings((), (), (), (), exact, {})
    settled = settle(pot, given, part.own, sum(part.own.values(), Fraction(0)), recipients, figures)
    read = (*part.read, series, *settled.read)
    return replace(_award(pot, replace(part, read=read, earnings=given), settled, _given_out(part)), earnings=None)


def _ceilings(pot: Pot, total_kr: int, recipients: Recipients, figures: Snapshot) -> Shares:
    """Return what the key would give each; nothing where there is no key, or it cannot be used."""
    if pot.key is None:
        return Shares({}, {}, {})
    try:
        return share_out(pot.key, Fraction(total_kr), recipients, figures)
    except NotComputed:
        return Shares({}, {}, {})


def _by_key(pot: Pot, total_kr: int | None, recipients: Recipients, figures: Snapshot) -> Part:
    """Return the pot as the key alone would divide it; undivided, where there is none or nothing hangs on it."""
    key = _key(pot)
    if key is None or total_kr is None:
        return Part(total_kr or 0, Shares({}, {}, {}), {}, {}, {}, {})
    return divide_part(pot, key, total_kr, (), recipients, figures)


def _key(pot: Pot) -> Key | None:
    if pot.to is not None and is_single(pot.to):
        return EqualKey.model_construct(equal="lika")
    return None if isinstance(pot.key, UnknownKey | CaseByCaseKey) else pot.key


def _award(pot: Pot, part: Part, settled: Settled, given_out: int) -> Part:
    """Round what each earned and what each is to have; what then is left of what would be given out may lapse."""
    assert part.earnings is not None
    awarded, rest = round_shares(settled.final, pot.rounding)
    lapsed = max(0, given_out - sum(awarded.values())) if settled.rest_lapses else 0
    earned = round_shares(part.earnings.earned, pot.rounding)[0]
    return replace(part, final=settled.final, awarded=awarded, earned=earned, lapsed_kr=lapsed, rest_kr=rest)


def _not_known(missing: Sequence[Parameter]) -> Text:
    if len(missing) == 1:
        what: Mapping[str, object] = {"what": missing[0].what}
        return Text("ett värde i regeln är inte känt: {what}", "one value in the rule is not known: {what}", {**what})
    return Text(
        "{n} värden i regeln är inte kända, bland dem {what}",
        "{n} values in the rule are not known, among them {what}",
        {"n": str(len(missing)), "what": missing[0].what},
    )


def _no_sum_to_share() -> Text:
    return Text(
        "en öppen ram har ingen summa att dela efter en nyckel eller en volym",
        "an open-ended pot has no sum to share by a key or a volume",
    )
