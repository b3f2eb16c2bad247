"""Pots of an agreement + figures -> a plan, or for each pot that has no place in one the reason why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from overens.agreement.model import Pot
from overens.agreement.performance import GivenEarned
from overens.agreement.rules import Fate, Group, To
from overens.allocation.divide import bounds_of, stated_key
from overens.allocation.eligibility import eligible
from overens.allocation.model import NotComputed
from overens.allocation.recipients import is_single, recipients_of
from overens.allocation.rule_steps import find_series, value_of
from overens.allocation.sweep.from_keys import KeyTables, key_tables
from overens.allocation.sweep.plan import PER_POT, PotPlan, Shares, SweepPlan, Table
from overens.figures.model import Snapshot
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Text
from overens.writing.values import Missing

Paths = Sequence[tuple[tuple[str, ...], Pot]]


@dataclass(frozen=True)
class NotPlanned:
    """Why pots have no place in a plan: each path with its reason."""

    reasons: tuple[tuple[tuple[str, ...], Text], ...]


def plan_of(pots: Paths, figures: Snapshot) -> SweepPlan | NotPlanned:
    """Return one plan of the pots, as they stand, in one scenario.

    Args:
        pots: Each pot with its path (see Agreement.leaves).
        figures: The recipients, and every series that the pots name.
    """
    groups = {path: recipients_of(pot.to or To(grupp=Group.NOT_STATED), figures.register) for path, pot in pots}
    axis = _axis([one for group in groups.values() for one in group])
    made: list[PotPlan] = []
    reasons: list[tuple[tuple[str, ...], Text]] = []
    for path, pot in pots:
        try:
            made.append(_pot_plan(path, pot, groups[path], axis, figures))
        except NotComputed as stop:
            reasons.append((path, stop.reason))
    return NotPlanned(tuple(reasons)) if reasons else SweepPlan(axis, tuple(made))


def _axis(recipients: Sequence[Recipient]) -> tuple[Recipient, ...]:
    """Return everyone once, each kind by itself and in the order of their codes."""
    once = {(one.kind, one.code): one for one in recipients}
    return tuple(once[name] for name in sorted(once))


def _pot_plan(
    path: tuple[str, ...], pot: Pot, recipients: Sequence[Recipient], axis: Sequence[Recipient], figures: Snapshot
) -> PotPlan:
    if isinstance(pot.amount, Missing) or pot.open_ended:
        raise NotComputed(Text("pottens belopp är inte en fast summa", "the pot's amount is not a fixed sum"))
    if not recipients:
        raise NotComputed(Text("mottagarna är inte angivna", "the recipients are not stated"))
    if any(instalment.conditions for instalment in pot.instalments):
        raise NotComputed(_own_conditions())
    where = {(one.kind, one.code): place for place, one in enumerate(axis)}
    places = [where[one.kind, one.code] for one in recipients]
    start, count = min(places), max(places) - min(places) + 1
    at = [place - start for place in places]
    made = (_earned if pot.performance else _shared)(pot, recipients, figures)
    tables = {table: row if table in PER_POT else _spread(row, count, at) for table, row in made.tables.items()}
    codes = {one.code: place for one, place in zip(recipients, at, strict=True)}
    return PotPlan(
        path,
        start,
        count,
        made.shares,
        {Table.AMOUNT: (pot.amount.kr,), **{table: tuple(row) for table, row in tables.items()}},
        mixed=made.mixed,
        denominator=made.denominator,
        fate=pot.unearned.fate if pot.unearned else Fate.NOT_FOUND,
        bonus_within=pot.bounds is not None and pot.bounds.cap is not None,
        method=pot.rounding.method,
        unit=pot.rounding.unit.kr if pot.rounding.unit else 1,
        rest_to=codes.get(pot.rounding.rest_to) if pot.rounding.rest_to else None,
    )


def _earned(pot: Pot, recipients: Sequence[Recipient], figures: Snapshot) -> KeyTables:
    """Return the given earnings as tables; other kinds of performance are given to the plan as grades or kronor."""
    if not isinstance(pot.performance, GivenEarned):
        raise NotComputed(_given_apart())
    if pot.unearned is not None and pot.unearned.fate in (Fate.STAYS_WHOLE, Fate.THE_BEST):
        raise NotComputed(_shared_again())
    series = find_series(pot.performance.figure, pot.performance.measured_on, recipients, figures)
    kronor = [int(value_of(series, one)) for one in recipients]
    if min(kronor) < 0:
        raise NotComputed(
            Text("någon har tjänat in mindre än noll", "someone has earned less than zero"), impossible=True
        )
    return KeyTables({Table.EARNED: kronor}, Shares.EARNED)


def _shared(pot: Pot, recipients: Sequence[Recipient], figures: Snapshot) -> KeyTables:
    """Return key, bounds and conditions as tables; a pot to one that is no region or municipality is all its own."""
    alone = pot.to is not None and is_single(pot.to)
    if alone and not pot.conditions:
        return KeyTables({Table.COEFFICIENTS: [1], Table.WEIGHTS: [1]})
    made = key_tables(stated_key(pot), recipients, figures)
    tables = dict(made.tables)
    floors, caps = bounds_of(pot, recipients, figures)
    if floors or caps:
        tables[Table.FLOORS] = [int(floors.get(one.code, 0)) for one in recipients]
    if caps:
        tables[Table.CAPS] = [int(caps[one.code]) for one in recipients]
    if pot.conditions:
        met = eligible(pot.conditions, recipients, figures)
        tables[Table.GATES] = [int(met[one.code]) for one in recipients]
        if pot.unearned is not None and pot.unearned.fate is Fate.THE_BEST:
            raise NotComputed(_the_best())
    if made.denominator > 1 and (floors or caps or (pot.unearned and pot.unearned.fate is Fate.BONUS_POT)):
        raise NotComputed(_parts_of_kronor())
    return replace(made, tables=tables)


def _spread(numbers: Sequence[int], count: int, places: Sequence[int]) -> tuple[int, ...]:
    """Return the row of a table, each figure's numbers in their places, with 0 for those who take no part."""
    figures = len(numbers) // len(places)
    made = [0] * (figures * count)
    for at, number in enumerate(numbers):
        figure, one = divmod(at, len(places))
        made[figure * count + places[one]] = number
    return tuple(made)


def _own_conditions() -> Text:
    return Text(
        "utbetalningar med egna villkor räknas av den vanliga motorn",
        "payments with conditions of their own are computed by the ordinary engine",
    )


def _given_apart() -> Text:
    return Text(
        "prestation av det här slaget ges till planen som grader eller intjänade kronor",
        "performance of this kind is given to the plan as grades or earned kronor",
    )


def _shared_again() -> Text:
    return Text(
        "hur det som ingen tjänat in delas av dem som uppfyller eller de bästa räknas av den vanliga motorn",
        "how the unearned is shared among those who qualify or the best is computed by the ordinary engine",
    )


def _the_best() -> Text:
    return Text(
        "hur det som ingen tjänat in delas bland de bästa räknas av den vanliga motorn",
        "how the unearned is shared among the best is computed by the ordinary engine",
    )


def _parts_of_kronor() -> Text:
    return Text(
        "en lista med delar av kronor, och gränser eller bonuspott, räknas av den vanliga motorn",
        "a list with parts of kronor, and bounds or a bonus pot, are computed by the ordinary engine",
    )
