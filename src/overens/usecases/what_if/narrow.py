"""A simulation of an agreement -> only the pots that it is about: the one asked for, and those that moved with it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from overens.scenario.certain import predictability
from overens.scenario.effects import PotMove
from overens.scenario.moved import balance
from overens.usecases.simulate import Row, Simulation


def narrowed(simulation: Simulation, name: str) -> Simulation:
    """Return the simulation with the pot, as agreement/pot, and every other that gives anyone more or less.

    What is left out moved nothing, so that every difference and every step is the same; only what is got before and
    after is that of these pots.
    """
    kept = tuple(pot for pot in simulation.pots if pot.name == name or any(pot.effects))
    compared = [pot for pot in kept if pot.is_compared]
    names = {pot.name for pot in kept}
    everyone = {who for pot in compared for who in pot.recipients}
    rows = tuple(_row(row, compared) for row in simulation.rows if (row.who.kind, row.who.code) in everyone)
    return replace(
        simulation,
        pots=kept,
        rows=rows,
        newly_qualified=tuple(one for one in simulation.newly_qualified if one.pot in names),
        no_longer_qualified=tuple(one for one in simulation.no_longer_qualified if one.pot in names),
        balance=balance([pot.sides for pot in compared]),
        predictable_before=predictability(pot.before for pot in kept),
        predictable_after=predictability(pot.after for pot in kept),
    )


def _row(row: Row, pots: Collection[PotMove]) -> Row:
    who = (row.who.kind, row.who.code)
    return replace(
        row, before_kr=sum(pot.before_kr(who) for pot in pots), after_kr=sum(pot.after_kr(who) for pot in pots)
    )
