"""What each earned of a pot -> what each is awarded once the unearned has gone where the file says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import assert_never

from overens.agreement.model import Pot
from overens.agreement.rules import Fate
from overens.allocation.bounds import fill
from overens.allocation.earn_volumes import area_sums
from overens.allocation.earnings import Earnings
from overens.allocation.model import NotComputed
from overens.allocation.rule_steps import above_zero, find
from overens.figures.model import Series, Snapshot
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Text

Recipients = Sequence[Recipient]
Exact = Mapping[str, Fraction]


@dataclass(frozen=True)
class Settled:
    """What each is to have, exactly, and whether the rest of the whole lapses.

    Attributes:
        read: Figures read to find the best.
    """

    final: Exact
    rest_lapses: bool = False
    read: tuple[Series, ...] = ()


def settle(
    pot: Pot, earnings: Earnings, own: Exact, whole: Fraction, recipients: Recipients, figures: Snapshot
) -> Settled:
    """Return what each is awarded, exactly.

    Args:
        pot: Its unearned part says where the rest goes.
        earnings: What each earned; no more in all than the whole.
        own: Code -> share by the key, also of those that could not earn; empty where there is no key.
        whole: What is to be given out, if all is earned.
        recipients: Those that could earn.
        figures: Inhabitants, where the best are counted by them.
    """
    fate = fate_of(pot)
    match fate:
        case Fate.LAPSES:
            return Settled(earnings.earned, rest_lapses=True)
        case Fate.NOT_FOUND:
            return Settled(earnings.earned)
        case Fate.BONUS_POT:
            return Settled(_in_proportion(whole, earnings.earned))
        case Fate.STAYS_WHOLE:
            return Settled(_cell_by_cell(earnings, whole))
        case Fate.THE_BEST:
            return _to_the_best(pot, earnings, own, whole, recipients, figures)
        case _:
            assert_never(fate)


def fate_of(pot: Pot) -> Fate:
    """Return what becomes of what nobody earned."""
    return pot.unearned.fate if pot.unearned else Fate.NOT_FOUND


def within_caps(settled: Settled, caps: Exact, fate: Fate) -> Settled:
    """Return what was settled with no one above its cap, which is the most it may get wherever the money comes from.

    What the caps cut off is shared again among those who got something; what goes to the best goes to nobody else.
    """
    final = settled.final
    if not any(kr > caps.get(code, kr) for code, kr in final.items()):
        return settled
    if fate is Fate.THE_BEST:
        return replace(settled, final={code: min(kr, caps[code]) for code, kr in final.items()})
    got = {code: kr for code, kr in final.items() if kr}
    held = fill(sum(got.values(), Fraction(0)), got, {}, caps)
    return replace(settled, final={code: held.get(code, Fraction(0)) for code in final})


def _in_proportion(whole: Fraction, earned: Exact) -> Exact:
    """B·E/ΣE; nobody gets anything where nobody earned."""
    total = sum(earned.values(), Fraction(0))
    return {code: whole * kr / total if total else Fraction(0) for code, kr in earned.items()}


def _cell_by_cell(earnings: Earnings, whole: Fraction) -> Exact:
    """Share each requirement's part of each period among those who met it; what nobody met goes to nobody."""
    if earnings.volumes or not earnings.shares:
        return _in_proportion(whole, earnings.earned)
    final = dict.fromkeys(earnings.earned, Fraction(0))
    for n, share in enumerate(earnings.shares):
        for period in earnings.periods:
            met = {c.code: c.earned for c in earnings.cells if c.requirement == n and c.period == period}
            part = whole * (share or 0) / len(earnings.periods)
            for code, kr in _in_proportion(part, met).items():
                final[code] += kr
    return final


def _to_the_best(
    pot: Pot, earnings: Earnings, own: Exact, whole: Fraction, recipients: Recipients, figures: Snapshot
) -> Settled:
    """Share the rest among the n with the most per inhabitant, area by area where each has its part of the pot."""
    assert pot.unearned is not None
    if pot.unearned.count is None or pot.unearned.per is None:
        raise NotComputed(
            Text(
                "hur många de bästa är, eller efter vilken folkmängd de räknas, är inte angivet",
                "how many the best are, or by which population they are counted, is not stated",
            )
        )
    final = dict(earnings.earned)
    if not any(final.values()):
        return Settled(final)
    people = find(pot.unearned.per, recipients, figures)
    inhabitants = {r.code: above_zero(people, r) for r in recipients}
    for measure, rest in _areas(earnings, whole):
        per_head = {code: kr / inhabitants[code] for code, kr in measure.items() if kr > 0 and earnings.earned[code]}
        best = the_best(per_head, pot.unearned.count)
        for code, kr in _in_proportion(rest, {c: own.get(c, Fraction(1)) for c in best}).items():
            final[code] += kr
    return Settled(final, read=(people,))


def _areas(earnings: Earnings, whole: Fraction) -> list[tuple[Exact, Fraction]]:
    """Return, for each area, how much each did of it and what is left of its part of the pot."""
    if not earnings.has_areas:
        return [(_done(earnings, None), whole - earnings.whole)]
    sums = area_sums(earnings)
    left = [whole * (share or 0) - kr for share, kr in zip(earnings.shares, sums, strict=True)]
    return [(_done(earnings, n), max(Fraction(0), kr)) for n, kr in enumerate(left)]


def _done(earnings: Earnings, area: int | None) -> Exact:
    """Return each one's volume, of one area if given; kronor, where outcomes are no volumes."""
    if not earnings.volumes:
        return earnings.earned
    done = dict.fromkeys(earnings.earned, Fraction(0))
    for cell in earnings.cells:
        if area in (None, cell.requirement):
            done[cell.code] += cell.value
    return done


def the_best(per_head: Exact, count: int) -> list[str]:
    """Return the codes of the highest values; all that tie for the last place are among them.

    >>> the_best({"01": Fraction(3), "03": Fraction(2), "04": Fraction(2), "05": Fraction(1)}, 2)
    ['01', '03', '04']
    """
    ranked = sorted(per_head.values(), reverse=True)
    last = ranked[min(count, len(ranked)) - 1] if ranked else Fraction(0)
    return sorted(code for code, value in per_head.items() if value >= last)
