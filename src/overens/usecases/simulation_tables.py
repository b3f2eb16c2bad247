"""A simulation -> tables: each recipient before and after with every step, and each pot with its identity."""

from __future__ import annotations

from collections.abc import Sequence

from overens.allocation.model import PotAllocation
from overens.export.csv_table import Cell, Table
from overens.usecases.simulate import Row, Simulation
from overens.usecases.tables import CODE, KIND, NAME, POT
from overens.usecases.wording.simulate import change_words
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Text, plain

_BEFORE, _AFTER, _DIFFERENCE = Text("Före", "Before"), Text("Efter", "After"), Text("Skillnad", "Difference")


def recipients_table(simulation: Simulation, place: Recipient | None = None) -> Table:
    """Everyone before and after, in kronor, who gains most first; the steps sum to the difference.

    The per cent is of what was got before; kronor per inhabitant are of the difference, both exact.
    """
    steps = simulation.steps
    return Table(
        _title(simulation),
        (
            "kind",
            "code",
            "name",
            "before_kr",
            "after_kr",
            "difference_kr",
            "difference_percent",
            "difference_kr_per_inhabitant",
            *(f"step_{step.number}_kr" for step in steps),
        ),
        (
            KIND,
            CODE,
            NAME,
            _BEFORE,
            _AFTER,
            _DIFFERENCE,
            Text("Skillnad, %", "Difference, %"),
            Text("kr per invånare", "kr per inhabitant"),
            *(change_words(step.made) for step in steps),
        ),
        tuple(_row(row) for row in rows_for(simulation, place)),
    )


def rows_for(simulation: Simulation, place: Recipient | None) -> Sequence[Row]:
    """Return everyone's rows, or the one of the place."""
    if place is None:
        return simulation.rows
    row = simulation.row_of(place)
    return () if row is None else (row,)


def _row(row: Row) -> tuple[Cell, ...]:
    share = row.difference_share
    return (
        row.who.kind.name.lower(),
        row.who.code,
        row.who.name,
        row.before_kr,
        row.after_kr,
        row.difference_kr,
        None if share is None else share * 100,
        row.per_inhabitant,
        *row.effects,
    )


def pots_table(simulation: Simulation) -> Table:
    """Every pot before and after, in kronor: awarded + lapsed + undistributed = pot, on both sides."""
    return Table(
        _title(simulation),
        (
            "pot",
            *(
                f"{side}_{name}_kr"
                for side in ("before", "after")
                for name in ("pot", "awarded", "lapsed", "undistributed")
            ),
            "state",
        ),
        (
            POT,
            *(
                Text("{what}, {side}", "{what}, {side}", {"what": what, "side": side})
                for side in (_BEFORE, _AFTER)
                for what in IDENTITY
            ),
            Text("Läge", "State"),
        ),
        tuple(
            (pot.name, *identity_of(pot.before), *identity_of(pot.after), pot.after.state.name.lower())
            for pot in simulation.pots
        ),
    )


IDENTITY = (
    Text("Potten", "The pot"),
    Text("Delas ut", "Awarded"),
    Text("Förfaller", "Lapses"),
    Text("Ej fördelat", "Undistributed"),
)
"""The parts of the identity, as headings."""


def identity_of(pot: PotAllocation) -> tuple[int | None, int, int, int]:
    """Return the pot, what is awarded, what lapses and what reaches nobody, in kronor; the last three sum to the first."""
    return pot.amount.kr if pot.amount else None, pot.awarded_kr, pot.lapsed_kr, pot.undistributed_kr


def _title(simulation: Simulation) -> Text:
    return plain(", ".join(one.name for one in simulation.scenarios))
