"""Pots as whole numbers, and what differs between scenarios -> one plan that either engine can work out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, IntEnum
from fractions import Fraction
from math import lcm
from typing import Protocol

from overens.agreement.rules import Fate, Method
from overens.allocation.sweep import layout
from overens.vocabulary.recipients import Recipient


class Shares(Enum):
    """How the own share of each comes about."""

    OF_POT = layout.SHARED
    LISTED = layout.LISTED
    FIXED = layout.FIXED
    EARNED = layout.EARNED
    PRICED = layout.PRICED


class Table(IntEnum):
    """What can be given for each recipient, and differ between scenarios."""

    AMOUNT = layout.AMOUNT
    COEFFICIENTS = layout.COEFFICIENT
    WEIGHTS = layout.WEIGHT
    BASE = layout.BASE
    FLOORS = layout.FLOOR
    CAPS = layout.CAP
    GATES = layout.GATE
    GRADES = layout.GRADE
    EARNED = layout.GIVEN
    PRICES = layout.PRICE
    BASELINES = layout.BASELINE
    CEILINGS = layout.CEILING
    MEASURED = layout.MEASURED
    AT_LEAST = layout.AT_LEAST


PER_POT = (Table.AMOUNT, Table.COEFFICIENTS, Table.PRICES, Table.AT_LEAST)
"""Tables whose rows are not one number for each recipient."""


class Rows(Protocol):
    """One row of whole numbers for each scenario: a list of lists, or a NumPy array."""

    def __len__(self) -> int: ...
    def __getitem__(self, scenario: int, /) -> Iterable[int]: ...


@dataclass(frozen=True)
class PotPlan:
    """One pot, as whole numbers for the recipients from start on; a recipient that takes no part has weight 0.

    The own share of i is base_i + (B - Σ base) · w_i/Σw, where w = Σ_k coefficient_k · weight_k, each weight_k divided
    by its own sum first where the key is a mix of keys. It is then brought within floors and caps.

    Attributes:
        path: The pot's path in its agreement.
        start, count: Which part of the plan's recipients.
        shares: OF_POT; LISTED (base + weight/denominator, whatever the pot holds); FIXED (base, which the pot must
            hold); EARNED (Table.EARNED is what each earned); PRICED (Table.EARNED is volumes, kind after kind).
        tables: What holds in every scenario, one row each: Table.AMOUNT (B), COEFFICIENTS (one per figure), WEIGHTS
            (figure after figure), BASE, FLOORS (or one number, for everyone), CAPS, GATES (0 or 1) or in their stead
            MEASURED and AT_LEAST (one number that the measured must reach), GRADES (numerators), PRICES, BASELINES,
            CEILINGS.
        varied: What differs: a row for each scenario, in the stead of the one in tables.
        mixed: Each figure is divided by its own sum before it is mixed.
        denominator: Of listed shares.
        grades_of: The common denominator of the grades; 0 where there are none.
        fate: What becomes of what nobody earned.
        bonus_within: Floors and caps hold for what others did not earn as well.
        rest_to: Who takes what rounding leaves, counted from start; None for nobody.
        reduced: More earned than the pot holds is reduced in proportion.
        open_ended: The pot is what is earned.
    """

    path: tuple[str, ...]
    start: int
    count: int
    shares: Shares = Shares.OF_POT
    tables: Mapping[Table, tuple[int, ...]] = field(default_factory=dict)
    varied: Mapping[Table, Rows] = field(default_factory=dict)
    mixed: bool = False
    denominator: int = 1
    grades_of: int = 0
    fate: Fate = Fate.NOT_FOUND
    bonus_within: bool = False
    method: Method = Method.LARGEST_REMAINDER
    unit: int = 1
    rest_to: int | None = None
    reduced: bool = False
    open_ended: bool = False

    @property
    def terms(self) -> int:
        """How many figures are mixed, or how many kinds of acts have a price."""
        return self.width(Table.PRICES) if self.shares is Shares.PRICED else self.width(Table.COEFFICIENTS) or 1

    def width(self, table: Table) -> int:
        """Return how many numbers a row of the table holds; 0 where the pot has no such table."""
        if table in self.varied:
            return len(list(self.varied[table][0])) if len(self.varied[table]) else 0
        return len(self.tables.get(table, ()))

    def has(self, table: Table) -> bool:
        """Tell whether the pot has the table, the same for all or a row for each."""
        return table in self.tables or table in self.varied

    @property
    def gated(self) -> bool:
        """Tell whether some may not meet the conditions, as gates or as a threshold."""
        return self.has(Table.GATES) or self.has(Table.AT_LEAST)

    def widths(self, table: Table) -> set[int]:
        """Return how many numbers the table's rows hold; one answer, unless some row is amiss."""
        rows = self.varied.get(table)
        if rows is None:
            return {len(self.tables[table])}
        shape = getattr(rows, "shape", None)
        return {shape[1] if len(shape) == 2 else 0} if shape else {len(tuple(rows[n])) for n in range(len(rows))}

    def is_whole(self, table: Table) -> bool:
        """Tell whether every number of the table is an integer."""
        rows = self.varied.get(table)
        if rows is None:
            return all(isinstance(number, int) for number in self.tables[table])
        kind = getattr(rows, "dtype", None)
        if kind is not None:
            return str(kind).lstrip("u").startswith(("int", "bool"))
        return all(isinstance(number, int) for n in range(len(rows)) for number in rows[n])

    def row(self, table: Table, scenario: int) -> tuple[int, ...]:
        """Return the scenario's row of the table, a threshold as the gates it makes; nothing where there is no such."""
        if table is Table.GATES and self.has(Table.AT_LEAST):
            least = self.row(Table.AT_LEAST, scenario)[0]
            return tuple(int(number >= least) for number in self.row(Table.MEASURED, scenario))
        row = self.tables.get(table, ())
        if table in self.varied:
            row = tuple(int(number) for number in self.varied[table][scenario])
        return row * self.count if table is Table.FLOORS and len(row) == 1 else row


@dataclass(frozen=True)
class SweepPlan:
    """Pots over the same recipients, in so many scenarios.

    Attributes:
        recipients: Everyone that some pot goes to, each kind by itself and in the order of their codes.
        scenarios: How many.
    """

    recipients: tuple[Recipient, ...]
    pots: tuple[PotPlan, ...]
    scenarios: int = 1

    def place_of(self, path: Sequence[str]) -> int:
        """Return which pot it is."""
        return next(place for place, pot in enumerate(self.pots) if pot.path == tuple(path))

    def recipients_of(self, pot: int) -> tuple[Recipient, ...]:
        """Return the recipients that the rows of the pot's tables stand for, in order."""
        one = self.pots[pot]
        return self.recipients[one.start : one.start + one.count]


# --- what differs between scenarios -------------------------------------------------


def vary(plan: SweepPlan, pot: int, table: Table, rows: Rows) -> SweepPlan:
    """Return the plan where the pot's table has a row for each scenario.

    Args:
        plan: The plan; if nothing differs in it yet, the rows decide how many scenarios there are.
        pot: Which pot (see SweepPlan.place_of).
        table: What differs.
        rows: Scenario by scenario: one number for AMOUNT, one per figure for COEFFICIENTS, one for FLOORS that are the
            same for everyone, else one per recipient.
    """
    old = plan.pots[pot]
    tables = dict(old.tables)
    if table is Table.CAPS and not old.has(Table.FLOORS):
        tables[Table.FLOORS] = (0,) * old.count
    return _put(plan, pot, replace(old, tables=tables, varied={**old.varied, table: rows}), len(rows))


def vary_amount(plan: SweepPlan, pot: int, amounts: Sequence[int]) -> SweepPlan:
    """Return the plan where the pot holds another sum in each scenario."""
    return vary(plan, pot, Table.AMOUNT, [(int(kr),) for kr in amounts])


def vary_weights(plan: SweepPlan, pot: int, rows: Rows) -> SweepPlan:
    """Return the plan where the pot's one figure has other values in each scenario."""
    return vary(plan, pot, Table.WEIGHTS, rows)


def vary_gates(plan: SweepPlan, pot: int, rows: Rows) -> SweepPlan:
    """Return the plan where other recipients meet the conditions in each scenario: 1 who does, 0 who does not."""
    return vary(plan, pot, Table.GATES, rows)


def vary_threshold(plan: SweepPlan, pot: int, measured: Sequence[int], rows: Rows) -> SweepPlan:
    """Return the plan where those whose measured figure is at least the scenario's one number meet the conditions."""
    old = plan.pots[pot]
    tables: dict[Table, tuple[int, ...]] = {table: row for table, row in old.tables.items() if table != Table.GATES}
    varied: dict[Table, Rows] = {table: given for table, given in old.varied.items() if table != Table.GATES}
    changed = replace(old, tables={**tables, Table.MEASURED: tuple(measured)}, varied={**varied, Table.AT_LEAST: rows})
    return _put(plan, pot, changed, len(rows))


def vary_grades(plan: SweepPlan, pot: int, numerators: Rows, of: int) -> SweepPlan:
    """Return the plan where each recipient earns numerator/of of its own share in each scenario."""
    made = vary(plan, pot, Table.GRADES, numerators)
    return _put(made, pot, replace(made.pots[pot], grades_of=of), len(numerators))


def vary_earned(plan: SweepPlan, pot: int, rows: Rows) -> SweepPlan:
    """Return the plan where each earns other kronor (or, with unit prices, has other volumes) in each scenario."""
    return vary(plan, pot, Table.EARNED, rows)


def with_grades(plan: SweepPlan, pot: int, grades: Sequence[Sequence[Fraction]]) -> SweepPlan:
    """Return the plan with grades as shares, one row for each scenario or one row for all."""
    of = lcm(*(grade.denominator for row in grades for grade in row))
    rows = [tuple(int(grade * of) for grade in row) for row in grades]
    if len(rows) > 1:
        return vary_grades(plan, pot, rows, of)
    old = plan.pots[pot]
    return _put(plan, pot, replace(old, tables={**old.tables, Table.GRADES: rows[0]}, grades_of=of), 1)


def _put(plan: SweepPlan, pot: int, changed: PotPlan, scenarios: int) -> SweepPlan:
    pots = (*plan.pots[:pot], changed, *plan.pots[pot + 1 :])
    return SweepPlan(plan.recipients, pots, max(plan.scenarios, scenarios))
