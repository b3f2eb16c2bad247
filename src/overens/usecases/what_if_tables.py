"""What a change in a pot moves -> tables: who gets more and less, the pots' identity, the steps, the pots to choose among."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from overens.allocation.model import Allocation, PotAllocation, State
from overens.export.csv_table import Table
from overens.usecases.simulate import Row, Simulation
from overens.usecases.simulation_tables import recipients_table
from overens.usecases.tables import AGREEMENT, NAME, POT, WHAT
from overens.usecases.what_if.what_if import WhatIf
from overens.usecases.wording.what_if import step_words
from overens.vocabulary.wording import Text

MORE, LESS, SAME = "more", "less", "same"


def direction(row: Row) -> str:
    """Return whether the recipient gets more, less or the same."""
    return MORE if row.difference_kr > 0 else LESS if row.difference_kr < 0 else SAME


def moved_table(simulation: Simulation) -> Table:
    """Everyone before and after, in kronor, and whether they get more or less; the steps sum to the difference."""
    table = recipients_table(simulation)
    at = table.names.index("before_kr")
    return replace(
        table,
        names=(*table.names[:at], "direction", *table.names[at:]),
        headings=(*table.headings[:at], Text("Mer eller mindre", "More or less"), *table.headings[at:]),
        rows=tuple(
            (*cells[:at], direction(row), *cells[at:]) for cells, row in zip(table.rows, simulation.rows, strict=True)
        ),
    )


def steps_table(what_if: WhatIf, simulation: Simulation) -> Table:
    """Every change in its order, with what it gives and takes, in kronor."""
    return Table(
        Text("Ändring för ändring", "Change by change"),
        ("number", "change", "gained_kr", "lost_kr", "pots_kr"),
        (
            Text("Nr", "No."),
            Text("Ändring", "Change"),
            Text("Ger", "Gives"),
            Text("Tar", "Takes"),
            Text("Potten", "The pot"),
        ),
        tuple(
            (step.number, step_words(what_if, step), step.gained_kr, -step.lost_kr, step.pots_kr)
            for step in simulation.steps
        ),
    )


def choices_table(allocations: Sequence[Allocation]) -> Table:
    """Every pot that several share, newest year first: its kronor, and whether it is computed as agreed."""
    return Table(
        Text("Potter att pröva ändringar i", "Pots to try changes in"),
        ("year", "agreement", "agreement_name", "pot", "name", "amount_kr", "recipients", "state"),
        (
            Text("År", "Year"),
            AGREEMENT,
            NAME,
            POT,
            WHAT,
            Text("Belopp", "Amount"),
            Text("Mottagare", "Recipients"),
            Text("Läge", "State"),
        ),
        tuple(
            (
                one.agreement.years[0],
                one.agreement.id,
                one.agreement.name,
                pot.id,
                pot.pot.name,
                pot.amount.kr if pot.amount else None,
                len(pot.recipients),
                pot.state.name.lower(),
            )
            for one in allocations
            for pot in one.pots
            if is_shared(pot)
        ),
    )


def is_shared(pot: PotAllocation) -> bool:
    """Tell whether several may share the pot; a sum to one recipient has nothing to divide."""
    return len(pot.recipients) > 1 and pot.state is not State.NOT_YET_KNOWN
