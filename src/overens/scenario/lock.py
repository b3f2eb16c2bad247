"""An agreement before and after a scenario -> the amounts that other pots must have for the total to stay."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from overens.agreement.model import Agreement, Pot
from overens.agreement.rules import ListKey
from overens.allocation.apportion import apportion
from overens.scenario.overlay_faults import unknown_pot
from overens.vocabulary.money import Amount
from overens.vocabulary.problems import Fault
from overens.vocabulary.recipients import RecipientKind
from overens.vocabulary.wording import Text, kronor

PotPath = tuple[str, ...]


@dataclass(frozen=True)
class _Leaf:
    path: PotPath
    pot: Pot
    kr: int | None
    before_kr: int | None

    @property
    def kind(self) -> RecipientKind | None:
        return self.pot.to.group.kind if self.pot.to else None

    @property
    def moved_kr(self) -> int:
        return (self.kr or 0) - (self.before_kr or 0)


def keep_total(before: Agreement, after: Agreement, taken_from: str | None) -> dict[PotPath, int] | Fault:
    """Return the amounts, in kronor by the path of the pot, that keep what goes to each kind of recipient as it was.

    What some pots got more is taken from the other pots to the same kind of recipients, in proportion to their
    amounts, or from the one that is named; what they got less is given to those in the same way. Nothing is returned
    where nothing moved.

    Args:
        before, after: The agreement before the scenario and with all of its changes.
        taken_from: The pot that gives or takes the rest; None for all others.
    """
    leaves = [*_leaves(before, after)]
    if taken_from is not None and taken_from not in {one.path[-1] for one in leaves}:
        return unknown_pot(taken_from, after.id, [one.path[-1] for one in leaves])
    amounts: dict[PotPath, int] = {}
    for kind in dict.fromkeys(one.kind for one in leaves):
        mine = [one for one in leaves if one.kind is kind]
        moved = sum(one.moved_kr for one in mine)
        if not moved:
            continue
        others = _who_give(mine, taken_from)
        if isinstance(others, Fault):
            return others
        fault = _too_little(moved, others, _group(mine))
        if fault is not None:
            return fault
        weights = {"/".join(one.path): one.kr or 0 for one in others}
        taken = apportion(abs(moved), weights)
        sign = 1 if moved > 0 else -1
        amounts |= {one.path: (one.kr or 0) - sign * taken["/".join(one.path)] for one in others}
    return amounts


def _leaves(before: Agreement, after: Agreement) -> Iterator[_Leaf]:
    old = dict(before.leaves())
    for path, pot in after.leaves():
        yield _Leaf(path, pot, _kr(pot), _kr(old[path]) if path in old else None)


def _kr(pot: Pot) -> int | None:
    return pot.amount.kr if isinstance(pot.amount, Amount) else None


def _who_give(mine: Sequence[_Leaf], taken_from: str | None) -> list[_Leaf] | Fault:
    """Return the pots that give or take the rest: the one that is named, or all that can and were not changed."""
    if taken_from is None:
        return [one for one in mine if _hinder(one) is None]
    named = next((one for one in mine if one.path[-1] == taken_from), None)
    if named is None:
        return _cannot_give(taken_from, Text("den går till andra mottagare", "it goes to other recipients"))
    hinder = _hinder(named)
    return _cannot_give(taken_from, hinder) if hinder else [named]


def _hinder(one: _Leaf) -> Text | None:
    """Return why a pot's amount cannot give or take, or None."""
    if one.kr is None:
        return Text("beloppet är inte känt", "its amount is not known")
    if one.moved_kr:
        return Text("scenariot ändrar dess belopp", "the scenario changes its amount")
    if one.pot.open_ended:
        return Text("den har öppen ram", "it is open-ended")
    if isinstance(one.pot.key, ListKey):
        return Text("en publicerad tabell bestämmer dess kronor", "a published table fixes its kronor")
    return None


def _too_little(moved: int, others: Sequence[_Leaf], group: str) -> Fault | None:
    held = sum(one.kr or 0 for one in others)
    if held == 0:
        return _nothing_to_take_from(abs(moved), group)
    return _too_little_to_take(moved - held, [one.path[-1] for one in others]) if moved > held else None


def _group(mine: Sequence[_Leaf]) -> str:
    return next(one.pot.to.group.value for one in mine if one.pot.to) if mine[0].pot.to else "?"


def total_kr(agreement: Agreement) -> Mapping[RecipientKind | None, int]:
    """Return what the agreement's pots give to each kind of recipient, in kronor, as far as it is known."""
    sums: dict[RecipientKind | None, int] = {}
    for _, pot in agreement.leaves():
        kind = pot.to.group.kind if pot.to else None
        sums[kind] = sums.get(kind, 0) + (_kr(pot) or 0)
    return sums


def _nothing_to_take_from(missing_kr: int, group: str) -> Fault:
    return Fault.of(
        "Summan kan inte hållas: {kr} ska flyttas, och ingen annan pott till {group} kan ge eller ta emot dem.",
        "Ändra en pott till så att summan stämmer, eller ta bort 'samma summa'.",
        "The total cannot be kept: {kr} are to move, and no other pot to {group} can give or take them.",
        "Change another pot so that the sum holds, or remove 'samma summa'.",
        kr=kronor(missing_kr),
        group=group,
    )


def _too_little_to_take(missing_kr: int, pots: Sequence[str]) -> Fault:
    return Fault.of(
        "Summan kan inte hållas: det saknas {kr} i {pots}.",
        "Välj en mindre ändring, eller ta bort 'samma summa'.",
        "The total cannot be kept: {kr} are missing in {pots}.",
        "Choose a smaller change, or remove 'samma summa'.",
        kr=kronor(missing_kr),
        pots=", ".join(pots),
    )


def _cannot_give(pot: str, why: Text) -> Fault:
    return Fault.of(
        "Det går inte att ta från '{pot}': {why}.",
        "Välj en annan pott efter 'tas från'.",
        "'{pot}' cannot be taken from: {why}.",
        "Choose another pot after 'tas från'.",
        pot=pot,
        why=why,
    )
