"""A pot of which some was not earned -> what each got of it, by whose misses; sums to the krona."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from overens.agreement.rules import Fate
from overens.allocation.apportion import apportion
from overens.allocation.earnings import Earnings
from overens.allocation.model import Part, PotAllocation, State
from overens.allocation.unearned import fate_of

Exact = Mapping[str, Fraction]


def missed_by(pot: PotAllocation) -> Exact:
    """Return what each could have earned and did not, in kronor before rounding; only of those that have a ceiling."""
    part = pot.base
    if part is None or part.earnings is None:
        return {award.recipient.code: Fraction(award.withheld_kr) for award in pot.awards if award.withheld_kr}
    ceilings = {**part.own, **part.earnings.ceilings}
    missed = {code: most - part.earnings.earned.get(code, Fraction(0)) for code, most in ceilings.items()}
    return {code: kr for code, kr in missed.items() if kr > 0}


def bonus_to(pot: PotAllocation, code: str) -> dict[str, int]:
    """Return what the misses of each gave the recipient: code -> kronor, which sum to its bonus.

    What a recipient missed itself comes back to it in part, and stands under its own code. It follows what each missed;
    where a requirement is shared month by month among those who met it, what each missed of that month. Where nobody has
    a ceiling the bonus is of nobody's misses, and nothing is returned.
    """
    award = next((one for one in pot.awards if one.recipient.code == code), None)
    if award is None or not award.bonus_kr or pot.state is not State.COMPUTED:
        return {}
    weights = _weights(pot, code)
    given = apportion(award.bonus_kr, weights) if sum(weights.values(), Fraction(0)) > 0 else {}
    return {giver: kr for giver, kr in given.items() if kr}


def bonus_from(pot: PotAllocation, code: str) -> dict[str, int]:
    """Return what the recipient's misses gave each of the others: code -> kronor."""
    if not missed_by(pot).get(code):
        return {}
    others = [one.recipient.code for one in pot.awards if one.recipient.code != code]
    given = {other: bonus_to(pot, other).get(code, 0) for other in others}
    return {other: kr for other, kr in given.items() if kr}


def _weights(pot: PotAllocation, code: str) -> Exact:
    part = pot.base
    stays = fate_of(pot.pot) is Fate.STAYS_WHOLE
    if part is not None and part.earnings is not None and stays and _has_shares(part.earnings):
        return _by_cell(part, part.earnings, code)
    return missed_by(pot)


def _has_shares(earnings: Earnings) -> bool:
    return bool(earnings.shares) and not earnings.volumes


def _by_cell(part: Part, earnings: Earnings, code: str) -> Exact:
    """Return how much of each one's misses reached the recipient, requirement by requirement and month by month."""
    weights: dict[str, Fraction] = {}
    outside = {c: kr for c, kr in part.own.items() if c not in earnings.earned}
    for n, share in enumerate(earnings.shares):
        for period in earnings.periods:
            cells = [c for c in earnings.cells if c.requirement == n and c.period == period]
            met = sum((c.earned for c in cells), Fraction(0))
            mine = sum((c.earned for c in cells if c.code == code), Fraction(0))
            if not mine:
                continue
            missed = {c.code: c.missed for c in cells}
            missed |= {c: kr * (share or 0) / len(earnings.periods) for c, kr in outside.items()}
            for giver, kr in missed.items():
                weights[giver] = weights.get(giver, Fraction(0)) + kr * mine / met
    return {giver: kr for giver, kr in weights.items() if kr > 0}
