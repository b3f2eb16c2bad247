"""A plan -> what is wrong in the tables given to it, before anything is worked out; or nothing."""

from __future__ import annotations

from overens.agreement.rules import Fate
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
    Table.MEASURED: Text("det som villkoret mäter", "what the condition measures"),
    Table.AT_LEAST: Text("villkorets gräns", "the condition's threshold"),
}


def what_is_wrong(plan: SweepPlan) -> Fault | None:
    """Return the first thing that is wrong in the plan; None if nothing is."""
    for pot in plan.pots:
        clash = _clash(pot)
        if clash is not None:
            return clash
        for table in Table:
            if pot.has(table) and (fault := _rows(plan, pot, table) or _numbers(pot, table)) is not None:
                return fault
    return None


def _clash(pot: PotPlan) -> Fault | None:
    """Say whether tables or a fate were given that do not go together."""
    both = Text("både det som mäts och gränsen, eller ingetdera", "both what is measured and the threshold, or neither")
    if pot.has(Table.AT_LEAST) != pot.has(Table.MEASURED):
        given = Table.AT_LEAST if pot.has(Table.AT_LEAST) else Table.MEASURED
        return _fault(pot, given, Text("bara det ena är givet", "only the one is given"), both)
    if pot.has(Table.AT_LEAST) and pot.has(Table.GATES):
        wanted = Text("det ena: uppfyllda villkor eller en gräns", "the one: conditions met or a threshold")
        return _fault(pot, Table.GATES, Text("en gräns är också given", "a threshold is given too"), wanted)
    if pot.grades_of and pot.fate in (Fate.STAYS_WHOLE, Fate.THE_BEST):
        found = Text(
            "potten delas av dem som uppfyller eller de bästa", "the pot is shared among those who qualify or the best"
        )
        wanted = Text(
            "intjänade kronor i stället, eller räkna med den vanliga motorn",
            "earned kronor instead, or use the ordinary engine",
        )
        return _fault(pot, Table.GRADES, found, wanted)
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
        wanted = 1 if table in (Table.AMOUNT, Table.AT_LEAST) else pot.terms
    found = set(pot.widths(table))
    if table is Table.FLOORS and found == {1}:
        return None
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
