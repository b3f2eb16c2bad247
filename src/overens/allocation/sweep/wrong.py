"""A plan -> what is wrong in the tables given to it, before anything is worked out; or nothing."""

from __future__ import annotations

from overens.allocation.sweep.extent import extent
from overens.allocation.sweep.plan import PER_POT, PotPlan, SweepPlan, Table
from overens.vocabulary.problems import Fault
from overens.vocabulary.wording import Text, whole_number

_NAMES = {
    Table.AMOUNT: Text("belopp", "amounts"),
    Table.COEFFICIENTS: Text("figurernas vikter", "the figures' shares"),
    Table.WEIGHTS: Text("fördelningstal", "weights"),
    Table.BASE: Text("grundbelopp", "base amounts"),
    Table.FLOORS: Text("golv", "floors"),
    Table.CAPS: Text("tak", "caps"),
    Table.GATES: Text("villkor", "conditions"),
    Table.GRADES: Text("grader", "grades"),
    Table.EARNED: Text("intjänat", "what is earned"),
    Table.PRICES: Text("priser", "prices"),
    Table.BASELINES: Text("basnivåer", "baselines"),
    Table.CEILINGS: Text("högsta belopp", "ceilings"),
}


def what_is_wrong(plan: SweepPlan) -> Fault | None:
    """Return the first thing that is wrong in the plan; None if nothing is."""
    for pot in plan.pots:
        for table in Table:
            if pot.has(table) and (fault := _rows(plan, pot, table) or _numbers(pot, table)) is not None:
                return fault
    return None


def _rows(plan: SweepPlan, pot: PotPlan, table: Table) -> Fault | None:
    """Say whether there are as many rows as scenarios, and as many numbers in each as there should be."""
    rows = len(pot.varied[table]) if table in pot.varied else plan.scenarios
    if rows != plan.scenarios:
        return _fault(
            pot,
            table,
            Text("{n} rader", "{n} rows", {"n": whole_number(rows)}),
            Text("en rad för vart och ett av {n} scenarier", "a row for each of {n} scenarios", {"n": plan.scenarios}),
        )
    wanted = pot.count * (pot.terms if table in (Table.WEIGHTS, Table.BASELINES) else 1)
    if table is Table.EARNED and pot.has(Table.PRICES):
        wanted *= pot.terms
    if table in PER_POT:
        wanted = 1 if table is Table.AMOUNT else pot.terms
    found = set(pot.widths(table))
    if found - {wanted}:
        return _fault(
            pot,
            table,
            Text("{n} tal i en rad", "{n} numbers in a row", {"n": min(found - {wanted})}),
            Text("{n} tal i varje rad", "{n} numbers in each row", {"n": wanted}),
        )
    return None


def _numbers(pot: PotPlan, table: Table) -> Fault | None:
    """Say whether all numbers are whole, none below zero, and gates 0 or 1."""
    if not pot.is_whole(table):
        return _fault(
            pot, table, Text("tal som inte är hela", "numbers that are not whole"), Text("heltal", "integers")
        )
    reach = extent(pot, table)
    if reach.least < 0:
        number = Text("{n}", "{n}", {"n": whole_number(reach.least)})
        return _fault(pot, table, number, Text("tal från 0 och uppåt", "numbers from 0 up"))
    if table is Table.GATES and reach.most > 1:
        number = Text("{n}", "{n}", {"n": whole_number(reach.most)})
        return _fault(
            pot, table, number, Text("1 för den som uppfyller, 0 för övriga", "1 for who meets, 0 for others")
        )
    return None


def _fault(pot: PotPlan, table: Table, found: Text, wanted: Text) -> Fault:
    return Fault.of(
        "Potten '{pot}', {table}: {found}.",
        "Ge {wanted}.",
        "The pot '{pot}', {table}: {found}.",
        "Give {wanted}.",
        pot="/".join(pot.path),
        table=_NAMES[table],
        found=found,
        wanted=wanted,
    )
