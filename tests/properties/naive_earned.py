"""What performance earns and where the rest goes, worked out the slow way; nothing from overens is imported here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from tests.properties.naive import Exact, Kronor, by_weight, one_krona_at_a_time

Values = dict[str, int]
ZERO = Fraction(0)


@dataclass(frozen=True)
class Wanted:
    """One requirement: its share of the pot, the outcomes month by month, and those they are compared with.

    Attributes:
        level: Enough by itself; at least so much, or at most where lower is better.
        steps: (from this improvement on, this share), lowest first; none for all or nothing.
    """

    share: Fraction
    now: Sequence[Values]
    before: Sequence[Values]
    level: int | None = None
    lower_is_better: bool = False
    steps: Sequence[tuple[int, Fraction]] = ()

    def part(self, month: int, code: str) -> Fraction:
        now, before = self.now[month][code], self.before[month][code]
        if self.lower_is_better:
            now, before = -now, -before
        if self.level is not None and now >= (-self.level if self.lower_is_better else self.level):
            return Fraction(1)
        if not self.steps:
            return Fraction(1 if now > before else 0)
        given = ZERO
        for start, share in self.steps:
            if now - before >= start:
                given = share
        return given


@dataclass(frozen=True)
class Outcome:
    """What each is awarded, and what then lapses or is left."""

    awarded: Kronor
    lapsed: int
    left: int


def by_requirements(
    total: int, weights: Values, wanted: Sequence[Wanted], fate: str, able: set[str], best: int = 1
) -> Outcome:
    """Go through every requirement, month and recipient, one by one."""
    own, months = by_weight(total, weights), len(wanted[0].now)
    earned: Exact = dict.fromkeys(able, ZERO)
    shared: Exact = dict.fromkeys(able, ZERO)
    for one in wanted:
        for month in range(months):
            cell = {code: own[code] * one.share / months * one.part(month, code) for code in able}
            for code, kr in cell.items():
                earned[code] += kr
                if sum(cell.values()):
                    shared[code] += total * one.share / months * kr / sum(cell.values())
    if fate == "delas av dem som uppfyller villkoren":
        return rounded(total, shared, lapses=False)
    return settled(total, earned, fate, own, [(earned, Fraction(total) - sum(earned.values(), ZERO))], weights, best)


def by_prices(
    total: int,
    prices: Sequence[int],
    done: Sequence[Values],
    base: Sequence[Values],
    caps: Exact | None,
    fate: str,
    people: Values,
    best: int = 1,
) -> Outcome | None:
    """Pay each act beyond the base; None where more is earned than there is."""
    codes = list(done[0])
    earned = {}
    for code in codes:
        kr = ZERO
        for price, now, before in zip(prices, done, base, strict=True):
            kr += max(0, now[code] - before[code]) * price
        earned[code] = kr if caps is None else min(kr, caps[code])
    if sum(earned.values()) > total:
        return None
    volume: Exact = {code: Fraction(sum(now[code] for now in done)) for code in codes}
    own = caps if caps is not None else dict.fromkeys(codes, Fraction(1))
    return settled(total, earned, fate, own, [(volume, Fraction(total) - sum(earned.values(), ZERO))], people, best)


def settled(
    total: int,
    earned: Exact,
    fate: str,
    own: Exact,
    areas: Sequence[tuple[Exact, Fraction]],
    people: Values,
    best: int,
) -> Outcome:
    """Send what nobody earned where the fate says."""
    whole = sum(earned.values(), ZERO)
    if fate == "förfaller":
        return rounded(total, earned, lapses=True)
    if fate == "ej funnet" or not whole:
        return rounded(total, earned, lapses=False)
    if fate in ("bonuspott", "delas av dem som uppfyller villkoren"):
        return rounded(total, {code: total * kr / whole for code, kr in earned.items()}, lapses=False)
    final = dict(earned)
    for measure, rest in areas:
        chosen = the_best({c: measure[c] / people[c] for c in earned if earned[c] and measure[c]}, best)
        together = sum((own[code] for code in chosen), ZERO)
        for code in chosen:
            final[code] += rest * own[code] / together if together else 0
    return rounded(total, final, lapses=False)


def the_best(per_head: Exact, count: int) -> list[str]:
    """Whoever fewer than the count are better than."""
    return [code for code, mine in per_head.items() if sum(other > mine for other in per_head.values()) < count]


def rounded(total: int, exact: Exact, *, lapses: bool) -> Outcome:
    awarded = one_krona_at_a_time(exact) if exact else {}
    rest = total - sum(awarded.values())
    return Outcome(awarded, rest if lapses else 0, 0 if lapses else rest)
