"""A sum, a performance rule and outcomes -> one divided part: shares, conditions, what was earned, the unearned, rounding."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from overens.agreement.model import Pot
from overens.agreement.performance import GivenEarned, Performance, Shortage
from overens.allocation.apportion import round_shares
from overens.allocation.divide import divide_part
from overens.allocation.earn import earn
from overens.allocation.earnings import Earnings
from overens.allocation.eligibility import eligible
from overens.allocation.model import NotComputed, Part, Shares
from overens.allocation.outcomes import SHARE
from overens.allocation.parameters import Parameter, parameters_of
from overens.allocation.rule_steps import find_series, share_out, value_of
from overens.allocation.unearned import Settled, settle
from overens.figures.model import Series, Snapshot
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Text, kronor

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
    part = _by_key(pot, total_kr, recipients, figures)
    met = eligible(pot.conditions, recipients, figures) if pot.conditions else {}
    able = [r for r in recipients if met.get(r.code, True)]
    whole = sum(part.own.values(), Fraction(0)) if part.own else Fraction(part.total_kr)
    earnings = earn(performance, part.own, whole, able, figures)
    if total_kr is None:
        part = replace(part, total_kr=sum(round_shares(earnings.earned, pot.rounding)[0].values()))
        settled = Settled(earnings.earned)
    else:
        earnings = _within_the_pot(earnings, total_kr, performance)
        settled = settle(pot, earnings, part.own, whole, able, figures)
    part = replace(part, eligible=met, earnings=earnings, read=(*part.read, *earnings.series, *settled.read))
    return award(pot, part, settled)


def divide_earned(pot: Pot, earned_by: GivenEarned, total_kr: int, recipients: Recipients, figures: Snapshot) -> Part:
    """Award what each earned, by the given table, and settle what nobody earned.

    Raises:
        NotComputed: If more is earned than the pot holds, or a value is missing.
    """
    series = find_series(earned_by.figure, earned_by.measured_on, recipients, figures)
    if series.unit == SHARE:
        return _divide_shares_earned(pot, total_kr, series, recipients, figures)
    exact = {r.code: Fraction(int(value_of(series, r))) for r in recipients}
    if min(exact.values(), default=Fraction(0)) < 0:
        raise NotComputed(
            Text("någon har tjänat in mindre än noll", "someone has earned less than zero"), impossible=True
        )
    given = _within_the_pot(Earnings((), (), (), (), exact, {}), total_kr, earned_by)
    own, ceilings = _ceilings(pot, total_kr, recipients, figures)
    part = Part(total_kr, Shares(exact, exact, exact, (), (series,)), exact, ceilings, exact, {}, earnings=given)
    settled = settle(pot, given, own, Fraction(total_kr), recipients, figures)
    awarded = award(pot, replace(part, read=settled.read), settled)
    lapsed = total_kr - sum(awarded.awarded.values()) if settled.rest_lapses else 0
    return replace(awarded, ceilings=ceilings, lapsed_kr=lapsed, earnings=None)


def _divide_shares_earned(pot: Pot, total_kr: int, series: Series, recipients: Recipients, figures: Snapshot) -> Part:
    """Award the percent of its own share that each earned; the key must be known, for there is no share without it."""
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
    return replace(award(pot, replace(part, read=read, earnings=given), settled), earnings=None)


def _ceilings(
    pot: Pot, total_kr: int, recipients: Recipients, figures: Snapshot
) -> tuple[Mapping[str, Fraction], Mapping[str, int]]:
    """Return what the key would give each; nothing where there is no key, or it cannot be used."""
    if pot.key is None:
        return {}, {}
    try:
        own = share_out(pot.key, Fraction(total_kr), recipients, figures).exact
    except NotComputed:
        return {}, {}
    return own, round_shares(own, pot.rounding)[0]


def _by_key(pot: Pot, total_kr: int | None, recipients: Recipients, figures: Snapshot) -> Part:
    """Return the pot as the key alone would divide it; undivided, where there is no key."""
    if pot.key is None or total_kr is None:
        return Part(total_kr or 0, Shares({}, {}, {}), {}, {}, {}, {})
    return divide_part(pot, pot.key, total_kr, (), recipients, figures)


def award(pot: Pot, part: Part, settled: Settled) -> Part:
    """Return the part in whole kronor, once it is settled what each is to have."""
    assert part.earnings is not None
    earned, _ = round_shares(part.earnings.earned, pot.rounding)
    awarded, rest = round_shares(settled.final, pot.rounding)
    ceilings = part.ceilings or {code: int(kr) for code, kr in part.earnings.ceilings.items()}
    lapsed = 0
    if settled.rest_lapses:
        lapsed = (sum(part.ceilings.values()) or part.total_kr) - sum(awarded.values())
    return replace(
        part,
        ceilings=ceilings,
        final=settled.final,
        awarded=awarded,
        earned=earned,
        lapsed_kr=lapsed,
        rest_kr=rest,
    )


def _within_the_pot(earnings: Earnings, total_kr: int, performance: Performance) -> Earnings:
    """Return the earnings, lessened in proportion where the file says so when the pot does not hold them."""
    whole = earnings.whole
    if whole <= total_kr:
        return earnings
    if getattr(performance, "shortage", None) is Shortage.SCALED:
        less: Mapping[str, Fraction] = {code: kr * total_kr / whole for code, kr in earnings.earned.items()}
        return replace(earnings, earned=less)
    raise NotComputed(
        Text(
            "intjänat är {earned}, mer än potten {pot}",
            "what is earned is {earned}, more than the pot {pot}",
            {"earned": kronor(int(whole)), "pot": kronor(total_kr)},
        ),
        impossible=True,
    )


def _not_known(missing: Sequence[Parameter]) -> Text:
    if len(missing) == 1:
        what: dict[str, object] = {"what": missing[0].what}
        return Text("ett värde i regeln är inte känt: {what}", "one value in the rule is not known: {what}", what)
    return Text(
        "{n} värden i regeln är inte kända, bland dem {what}",
        "{n} values in the rule are not known, among them {what}",
        {"n": str(len(missing)), "what": missing[0].what},
    )
