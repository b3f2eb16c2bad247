"""An agreement's allocation -> tables: the pots as a tree that sums, who gets what of each pot, and what was printed."""

from __future__ import annotations

from collections.abc import Iterator

from overens.agreement.model import walk
from overens.allocation.describe import describe_rule
from overens.allocation.model import Allocation, GroupSum, PotAllocation, State
from overens.export.csv_table import Cell, Table
from overens.usecases.tables import CODE, KIND, NAME, POT
from overens.vocabulary.money import Amount
from overens.vocabulary.recipients import Recipient, RecipientKind, Register
from overens.vocabulary.wording import Text, plain, swedish_order

Level = GroupSum | PotAllocation
"""A pot, or the sum of those it holds."""


def levels(allocation: Allocation) -> Iterator[Level]:
    """Yield every pot, those that are sums of pots before what they hold."""
    every: tuple[Level, ...] = (*allocation.groups, *allocation.pots)
    of = {one.path: one for one in every}
    return (of[path] for path, _ in walk(allocation.agreement.pots))


def known_amount(one: Level) -> Amount | None:
    """Return the amount; None where it is not known, or was not yet."""
    return None if isinstance(one, PotAllocation) and one.state is State.NOT_YET_KNOWN else one.amount


def tree_table(allocation: Allocation, register: Register) -> Table:
    """Pots as a tree; awarded + lapsed + undistributed = amount in each row, in kronor. The last row is the whole."""
    rows = [_level(one, register) for one in levels(allocation)]
    return Table(
        Text("Potter, kronor", "Pots, kronor"),
        ("path", "name", "level", "state", "awarded_kr", "lapsed_kr", "undistributed_kr", "amount_kr", "rule"),
        (
            POT,
            NAME,
            Text("Nivå", "Level"),
            Text("Läge", "State"),
            Text("Tilldelat", "Awarded"),
            Text("Förfallet", "Lapsed"),
            Text("Ej fördelat", "Undistributed"),
            Text("Belopp", "Amount"),
            Text("Regel", "Rule"),
        ),
        (*rows, _sums(allocation.whole, Text("Hela avtalet", "The whole agreement"), 0, "", None)),
    )


def _level(one: Level, register: Register) -> tuple[Cell, ...]:
    level = len(one.path)
    if isinstance(one, GroupSum):
        return _sums(one, plain(one.name), level, "", None)
    return _sums(one, plain(one.pot.name), level, one.state.name.lower(), describe_rule(one.pot, register))


def _sums(one: Level, name: Text, level: int, state: str, rule: Text | None) -> tuple[Cell, ...]:
    amount = known_amount(one)
    left = one.undistributed_kr if amount is not None else None
    return (
        "/".join(one.path),
        name,
        level,
        state,
        one.awarded_kr,
        one.lapsed_kr,
        left,
        amount.kr if amount else None,
        rule,
    )


def pot_column(pot: PotAllocation) -> str:
    """Return the name of the pot's column among who gets what."""
    return f"{pot.id}_kr"


def recipients_table(allocation: Allocation) -> Table:
    """Who gets what: a row for each recipient, a column for each pot that is computed, and their sum, in kronor."""
    pots = [pot for pot in allocation.pots if pot.awards]
    who = {(a.recipient.kind, a.recipient.code): a.recipient for pot in pots for a in pot.awards}
    ordered = sorted(who.values(), key=lambda one: (list(RecipientKind).index(one.kind), swedish_order(one.short_name)))
    return Table(
        Text("{name}, kronor", "{name}, kronor", {"name": allocation.agreement.name}),
        ("kind", "code", "name", *map(pot_column, pots), "sum_kr"),
        (KIND, CODE, NAME, *(plain(pot.pot.name) for pot in pots), Text("Summa", "Total")),
        tuple(_recipient(one, pots) for one in ordered),
    )


def _recipient(who: Recipient, pots: list[PotAllocation]) -> tuple[Cell, ...]:
    awards = [pot.award_to(who) for pot in pots]
    kr = [award.amount.kr if award else None for award in awards]
    return who.kind.name.lower(), who.code, who.name, *kr, sum(one or 0 for one in kr)


def annexes_table(allocation: Allocation) -> Table:
    """Published amounts that the rules do not give, to the krona, and why as far as known."""
    return Table(
        Text("Avvikelser från publicerade bilagor, kronor", "Deviations from published annexes, kronor"),
        ("pot", "code", "name", "published_kr", "computed_kr", "difference_kr", "reason"),
        (
            POT,
            CODE,
            NAME,
            Text("Publicerat", "Published"),
            Text("Regeln ger", "The rule gives"),
            Text("Skillnad", "Difference"),
            Text("Skäl", "Reason"),
        ),
        tuple(
            (
                pot.id,
                d.recipient.code,
                d.recipient.name,
                d.published_kr,
                d.computed_kr,
                d.published_kr - d.computed_kr,
                d.reason,
            )
            for pot in allocation.pots
            if pot.annex is not None
            for d in pot.annex.deviations
        ),
    )
