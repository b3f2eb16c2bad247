"""A plan -> kronor in every scenario, by the same exact steps as the plain engine; slower, of any size."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from overens.agreement.rules import Fate, Rounding
from overens.allocation.apportion import round_shares
from overens.allocation.bounds import fill
from overens.allocation.model import NotComputed
from overens.allocation.sweep import layout
from overens.allocation.sweep.plan import PotPlan, Shares, SweepPlan, Table
from overens.allocation.sweep.result import PLAIN, Sweep
from overens.vocabulary.money import Amount

Exact = dict[str, Fraction]


@dataclass(frozen=True)
class _Divided:
    """One pot in one scenario."""

    amount_kr: int
    awards: Sequence[int]
    lapsed_kr: int = 0
    ended: int = layout.COMPUTED

    @property
    def left_kr(self) -> int:
        return self.amount_kr - sum(self.awards) - self.lapsed_kr


class _Stopped(Exception):
    """Why a pot was not computed in a scenario."""

    def __init__(self, ended: int) -> None:
        super().__init__(ended)
        self.ended = ended


def run_plain(plan: SweepPlan, first: int, last: int, *, with_awards: bool, done: Callable[[int], None]) -> Sweep:
    """Work out the scenarios from first up to last."""
    totals, awards, divided = [], [], []
    for scenario in range(first, last):
        pots = [_pot(pot, scenario) for pot in plan.pots]
        row = [0] * len(plan.recipients)
        for pot, one in zip(plan.pots, pots, strict=True):
            assert pot.open_ended or one.amount_kr == pot.row(Table.AMOUNT, scenario)[0]
            for place, kr in enumerate(one.awards):
                row[pot.start + place] += kr
        totals.append(row)
        awards.append([kr for one in pots for kr in one.awards] if with_awards else [])
        divided.append(pots)
        done(1)
    return Sweep(
        plan,
        PLAIN,
        first,
        totals,
        awards if with_awards else None,
        [[sum(one.awards) for one in pots] for pots in divided],
        [[one.lapsed_kr for one in pots] for pots in divided],
        [[one.left_kr for one in pots] for pots in divided],
        [[one.ended for one in pots] for pots in divided],
    )


def _pot(pot: PotPlan, scenario: int) -> _Divided:
    amount = (pot.row(Table.AMOUNT, scenario) or (0,))[0]
    try:
        if pot.shares in (Shares.EARNED, Shares.PRICED):
            return _earned(pot, scenario, amount)
        return _shared(pot, scenario, amount)
    except _Stopped as stop:
        return _Divided(amount, [0] * pot.count, 0, stop.ended)


# --- own shares ---------------------------------------------------------------------


def _code(place: int) -> str:
    """Return a code that sorts as the place does."""
    return f"{place:06d}"


def _exact(shares: Sequence[int | Fraction]) -> Exact:
    return {_code(place): Fraction(share) for place, share in enumerate(shares)}


def _gates(pot: PotPlan, scenario: int) -> tuple[int, ...]:
    return pot.row(Table.GATES, scenario) or (1,) * pot.count


def _own(pot: PotPlan, scenario: int, amount: int) -> Exact:
    """Return the exact share of each, before floors and caps; of those who met the conditions, if all is theirs."""
    chosen = _gates(pot, scenario) if pot.fate is Fate.STAYS_WHOLE else (1,) * pot.count
    base = [kr * one for kr, one in zip(pot.row(Table.BASE, scenario) or (0,) * pot.count, chosen, strict=True)]
    if pot.shares is not Shares.LISTED and sum(base) > amount:
        raise _Stopped(layout.BASES_NEED_MORE)
    weights = _weights(pot, scenario, chosen)
    if pot.shares is Shares.OF_POT:
        whole = sum(weights, Fraction(0))
        if not whole:
            raise _Stopped(layout.NO_WEIGHTS)
        weights = [(amount - sum(base)) * weight / whole for weight in weights]
    else:
        weights = [weight / pot.denominator for weight in weights]
    return _exact([kr + share for kr, share in zip(base, weights, strict=True)])


def _weights(pot: PotPlan, scenario: int, chosen: Sequence[int]) -> list[Fraction]:
    """Return the sum of the figures, each by its coefficient; a mix divides each figure by its own sum first."""
    row = pot.row(Table.WEIGHTS, scenario)
    made = [Fraction(0)] * pot.count
    for term in range(len(row) // pot.count):
        coefficient = Fraction((pot.row(Table.COEFFICIENTS, scenario) or (1,))[term])
        figure = [w * one for w, one in zip(row[term * pot.count : (term + 1) * pot.count], chosen, strict=True)]
        if pot.mixed and not sum(figure):
            raise _Stopped(layout.NO_WEIGHTS)
        by = coefficient / sum(figure) if pot.mixed else coefficient
        made = [whole + by * weight for whole, weight in zip(made, figure, strict=True)]
    return made


def _within(pot: PotPlan, scenario: int, wanted: Exact, gates: Sequence[int], total: Fraction) -> Exact:
    floors, caps = (pot.row(table, scenario) for table in (Table.FLOORS, Table.CAPS))
    low, high = ({_code(i): Fraction(kr * gates[i]) for i, kr in enumerate(bound)} for bound in (floors, caps))
    try:
        return fill(total, wanted, low, high)
    except NotComputed:
        raise _Stopped(layout.FLOORS_NEED_MORE) from None


# --- what is awarded ----------------------------------------------------------------


def _shared(pot: PotPlan, scenario: int, amount: int) -> _Divided:
    gates, everyone = _gates(pot, scenario), (1,) * pot.count
    chosen = gates if pot.fate is Fate.STAYS_WHOLE else everyone
    if not any(chosen):
        return _Divided(amount, [0] * pot.count)
    own = _own(pot, scenario, amount)
    if pot.has(Table.FLOORS):
        own = _within(pot, scenario, own, chosen, min(sum(own.values(), Fraction(0)), Fraction(amount)))
    closed = pot.fate is not Fate.STAYS_WHOLE and not all(gates)
    grades = _grades(pot, scenario)
    if pot.fate is Fate.BONUS_POT and (closed or pot.grades_of):
        return _Divided(amount, _bonus(pot, scenario, own, grades, gates if closed else everyone))
    if pot.grades_of:
        graded = {code: share * grade for (code, share), grade in zip(own.items(), grades, strict=True)}
        awards = _rounded(pot, graded, everyone)
        whole = int(sum(own.values(), Fraction(0)))
        return _Divided(amount, awards, whole - sum(awards) if pot.fate is Fate.LAPSES else 0)
    shares = _rounded(pot, own, chosen)
    if not closed:
        return _Divided(amount, shares)
    unmet = sum(kr for kr, gate in zip(shares, gates, strict=True) if not gate)
    kept = [kr * gate for kr, gate in zip(shares, gates, strict=True)]
    return _Divided(amount, kept, unmet if pot.fate is Fate.LAPSES else 0)


def _grades(pot: PotPlan, scenario: int) -> list[Fraction]:
    """Return what part of its own share each earns; nothing behind a closed gate."""
    numerators = pot.row(Table.GRADES, scenario) if pot.grades_of else (1,) * pot.count
    gates = _gates(pot, scenario) if pot.fate is not Fate.STAYS_WHOLE else (1,) * pot.count
    return [Fraction(g * gate, pot.grades_of or 1) for g, gate in zip(numerators, gates, strict=True)]


def _bonus(pot: PotPlan, scenario: int, own: Exact, grades: Sequence[Fraction], gates: Sequence[int]) -> list[int]:
    whole = sum(own.values(), Fraction(0))
    earned = {code: share * grade for (code, share), grade in zip(own.items(), grades, strict=True)}
    if not sum(earned.values()):
        return [0] * pot.count
    bonus = {code: whole * share / sum(earned.values()) for code, share in earned.items()}
    if pot.bonus_within and pot.has(Table.FLOORS):
        bonus = _within(pot, scenario, bonus, gates, whole)
    return _rounded(pot, bonus, gates)


def _rounded(pot: PotPlan, exact: Exact, chosen: Sequence[int]) -> list[int]:
    """Return whole kronor by the pot's rule; only those chosen can take what rounding leaves."""
    rest_to = _code(pot.rest_to) if pot.rest_to is not None and chosen[pot.rest_to] else None
    unit = Amount.exactly(pot.unit) if pot.unit > 1 else None
    rounding = Rounding.model_construct(method=pot.method, unit=unit, rest_to=rest_to)
    shares, _ = round_shares(exact, rounding)
    return [shares[_code(place)] for place in range(pot.count)]


def _earned(pot: PotPlan, scenario: int, amount: int) -> _Divided:
    earned = [kr * gate for kr, gate in zip(_in_kronor(pot, scenario), _gates(pot, scenario), strict=True)]
    whole = sum(earned)
    if pot.open_ended:
        return _Divided(whole, earned)
    if whole > amount and not pot.reduced:
        raise _Stopped(layout.EARNED_MORE)
    if whole > amount or (pot.fate is Fate.BONUS_POT and whole):
        scaled = _exact([Fraction(amount * kr, whole) for kr in earned])
        return _Divided(amount, _rounded(pot, scaled, (1,) * pot.count))
    if pot.fate in (Fate.STAYS_WHOLE, Fate.THE_BEST) and whole != amount:
        raise _Stopped(layout.FATE_NOT_SERVED)
    return _Divided(amount, earned, amount - whole if pot.fate is Fate.LAPSES else 0)


def _in_kronor(pot: PotPlan, scenario: int) -> Sequence[int]:
    """Return what each earned: as given, or Σ price · max(0, volume - baseline), at most the ceiling."""
    given = pot.row(Table.EARNED, scenario)
    if pot.shares is Shares.EARNED:
        return given
    prices, baselines = pot.row(Table.PRICES, scenario), pot.row(Table.BASELINES, scenario) or (0,) * len(given)
    kronor = [
        sum(price * max(0, given[k * pot.count + i] - baselines[k * pot.count + i]) for k, price in enumerate(prices))
        for i in range(pot.count)
    ]
    ceilings = pot.row(Table.CEILINGS, scenario) or kronor
    return [min(kr, ceiling) for kr, ceiling in zip(kronor, ceilings, strict=True)]
