"""A plan -> why its numbers would pass 64 bits, bounded in unlimited integers before the run; or nothing."""

from __future__ import annotations

from math import prod

from overens.agreement.rules import Fate
from overens.allocation.sweep.extent import extent, most_in_a_row
from overens.allocation.sweep.plan import PotPlan, Shares, SweepPlan, Table
from overens.vocabulary.problems import Fault
from overens.vocabulary.wording import Text, whole_number

KRONOR = 2**48
"""The greatest sum: below it the guess of a quotient, six roundings of 2^-53 away, is wrong by one at most."""

ROOM = 2**61
"""The greatest denominator: twice it, and a remainder that is wrong by one denominator, have room in int64."""


def why_too_large(plan: SweepPlan) -> Fault | None:
    """Return what has no room in the kernel, with its size and what to do; None if all is exact there."""
    whole = 0
    for pot in plan.pots:
        kronor, denominator = _earned(pot) if pot.shares in (Shares.EARNED, Shares.PRICED) else _shared(pot)
        whole += kronor * pot.count
        if kronor > KRONOR:
            return _too_large(pot, Text("beloppet", "the amount"), kronor, KRONOR)
        if denominator > ROOM:
            return _too_large(pot, Text("nämnaren", "the denominator"), denominator, ROOM)
        measured = max(_most(pot, Table.MEASURED), _most(pot, Table.AT_LEAST))
        if measured > ROOM:
            return _too_large(pot, Text("villkorets tal", "the condition's number"), measured, ROOM)
    if whole > ROOM and plan.pots:
        return _too_large(plan.pots[0], Text("summan av alla potter", "the sum of all pots"), whole, ROOM)
    return None


def _shared(pot: PotPlan) -> tuple[int, int]:
    """Return the greatest sum in kronor and the greatest denominator, of those in every step of the kernel."""
    amount, bases = _most(pot, Table.AMOUNT), _most(pot, Table.BASE)
    listed = bases * pot.count if pot.shares is not Shares.OF_POT else 0
    total = max(amount, listed, bases, 1)
    d = max(_weights(pot) if pot.shares is Shares.OF_POT else pot.denominator * pot.count, 1)
    bounded, grade = pot.has(Table.FLOORS), max(_most(pot, Table.GRADES), 1)
    sums = [d]
    if bounded:
        d = d * total if pot.has(Table.BASE) else d
        bounds = max(_most(pot, Table.FLOORS), _most(pot, Table.CAPS))
        sums += [bounds * pot.count, d * pot.count if pot.has(Table.CAPS) else d]
    if pot.fate is Fate.BONUS_POT and (pot.grades_of or pot.gated):
        d *= (total if bounded or pot.has(Table.BASE) else 1) * grade
        sums += [d, d * pot.count if pot.has(Table.CAPS) else d]
    elif pot.grades_of:
        d *= pot.grades_of
        sums += [d * pot.count]
    kronor = max(total, total * grade // pot.grades_of if pot.grades_of else total)
    return max(kronor, pot.unit), max(*sums, d * pot.unit)


def _weights(pot: PotPlan) -> int:
    """Return the greatest sum of the weights, as the key mixes them."""
    terms = range(pot.terms)
    shares = [extent(pot, Table.COEFFICIENTS, k, pot.terms).most for k in terms]
    sums = [most_in_a_row(pot, Table.WEIGHTS, k, pot.terms) for k in terms]
    if pot.mixed:
        return sum(shares) * prod(max(one, 1) for one in sums)
    return sum(share * whole for share, whole in zip(shares, sums, strict=True))


def _earned(pot: PotPlan) -> tuple[int, int]:
    most = _most(pot, Table.EARNED)
    if pot.shares is Shares.PRICED:
        most = _most(pot, Table.PRICES) * pot.terms * (most + _most(pot, Table.BASELINES))
    kronor = max(_most(pot, Table.AMOUNT), most, _most(pot, Table.CEILINGS), pot.unit)
    return kronor, kronor * pot.count * pot.unit


def _most(pot: PotPlan, table: Table) -> int:
    return extent(pot, table).most


def _too_large(pot: PotPlan, what: Text, size: int, limit: int) -> Fault:
    return Fault.of(
        "Potten '{pot}' får inte plats i den snabba räkningens 64 bitar: {what} kan bli {size}, gränsen är {limit}.",
        "Räkna med den enkla räkningen, som klarar alla tal, eller ge vikter och tabeller i större enheter.",
        "The pot '{pot}' has no room in the 64 bits of the fast engine: {what} can be {size}, the limit is {limit}.",
        "Use the plain engine, which takes any number, or give weights and tables in larger units.",
        pot="/".join(pot.path),
        what=what,
        size=whole_number(size),
        limit=whole_number(limit),
    )
