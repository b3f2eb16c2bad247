"""A pot before and after -> what of each recipient's difference comes from its amount, figures, rule and performance."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from overens.agreement.model import Pot
from overens.agreement.performance import outcomes_of
from overens.agreement.rules import Bounds, Key, ListKey, MixKey
from overens.allocation.model import PotAllocation, State
from overens.allocation.pots import allocate_pot
from overens.figures.model import Snapshot
from overens.vocabulary.recipients import RecipientKind
from overens.writing.clauses import as_plain

Who: TypeAlias = tuple[RecipientKind, str]
Kronor: TypeAlias = Mapping[Who, int]


class Cause(StrEnum):
    """Where a difference comes from (orsak)."""

    ENVELOPE = "belopp"
    FIGURE = "underlag"
    RULE = "regel"
    PERFORMANCE = "prestation"
    POT = "pott"


@dataclass(frozen=True)
class Effect:
    """What one cause gives (above zero) or takes from each recipient, in kronor.

    Attributes:
        together: Causes before it that cannot be told apart from it: with them alone the pot could not be divided.
    """

    cause: Cause
    kr: Kronor
    together: tuple[Cause, ...] = ()


def awards_of(pot: PotAllocation | None) -> Kronor:
    """Return each recipient's award in kronor; none where there is no pot."""
    return {(a.recipient.kind, a.recipient.code): a.amount.kr for a in pot.awards} if pot else {}


def attribute(before: PotAllocation, after: PotAllocation, figures: Snapshot) -> tuple[Effect, ...]:
    """Return what each cause gives or takes, in order: amount, figures, rule, performance.

    The pot is changed one part at a time from the one into the other, and divided anew after each; what a
    step moves is its effect. So the effects of each recipient sum to its difference, to the krona. The order is
    part of the answer: figures work on the new amount, the rule on the new figures. A step at which the pot
    cannot be divided is taken together with the next.

    Args:
        before, after: The pot on either side, both computed.
        figures: Every series that either side names.
    """
    effects = []
    together: tuple[Cause, ...] = ()
    at = awards_of(before)
    steps = _steps(before.pot, after.pot)
    if _only_outcomes_differ(before, after):
        steps = [(Cause.PERFORMANCE, None)]
    for cause, pot in steps:
        there = awards_of(after) if pot is None else _divided(after.path, pot, figures)
        if there is None:
            together = (*together, cause)
            continue
        moved = {who: there.get(who, 0) - at.get(who, 0) for who in {*at, *there}}
        if any(moved.values()):
            effects.append(Effect(cause, {who: kr for who, kr in moved.items() if kr}, together))
        at, together = there, ()
    return tuple(effects)


def _steps(before: Pot, after: Pot) -> list[tuple[Cause, Pot | None]]:
    """Return the pot after each step; None is the pot as it is in the end. A step that changes nothing is left out."""
    amount = before.model_copy(update={"amount": after.amount, "mark": after.mark, "annex": None})
    figures = amount.model_copy(
        update={
            "key": after.key if same_but_figures(before.key, after.key) else before.key,
            "bounds": after.bounds if same_but_figures(before.bounds, after.bounds) else before.bounds,
        }
    )
    performance = ("conditions", "performance", "unearned", "instalments")
    rule = after.model_copy(update={"annex": None, **{name: getattr(before, name) for name in performance}})
    steps: list[tuple[Cause, Pot | None]] = []
    if before.amount != after.amount and not _given_in_kronor(before.key):
        steps.append((Cause.ENVELOPE, amount))
    if any(_differ(figures, before, name) for name in ("key", "bounds")):
        steps.append((Cause.FIGURE, figures))
    if any(_differ(figures, rule, name) for name in ("to", "key", "bounds", "rounding")):
        steps.append((Cause.RULE, rule))
    if any(getattr(before, name) != getattr(after, name) for name in performance):
        return [*steps, (Cause.PERFORMANCE, None)]
    return [*steps[:-1], (steps[-1][0], None)] if steps else [(Cause.FIGURE, None)]


def _only_outcomes_differ(before: PotAllocation, after: PotAllocation) -> bool:
    """Tell whether two pots with the same rule were measured differently, and nothing else they read differs."""
    outcomes = set(outcomes_of(after.pot.performance))
    if before.pot != after.pot or not outcomes:
        return False
    sides = [{s.key: s.values for s in pot.used if s.key.figure not in outcomes} for pot in (before, after)]
    return sides[0] == sides[1]


def _divided(path: tuple[str, ...], pot: Pot, figures: Snapshot) -> Kronor | None:
    divided = allocate_pot(path, pot, figures)
    return awards_of(divided) if divided.state is State.COMPUTED else None


def _given_in_kronor(key: Key | None) -> bool:
    """Tell whether a published table fixes the kronor, so that the amount cannot change by itself."""
    match key:
        case ListKey():
            return True
        case MixKey():
            return any(_given_in_kronor(part.key) for part in key.parts)
        case _:
            return False


_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NO_RULE = {"härlett", "känd från"}
"""What is said of a rule and is no part of it."""
FIGURE_NAMES = {"andel av", "underlag", "lista", "av"}
"""Keys that name a figure; the year in the name of a table is its date."""


def _differ(one: Pot, other: Pot, name: str) -> bool:
    return _without(as_plain(getattr(one, name)), _NO_RULE) != _without(as_plain(getattr(other, name)), _NO_RULE)


def same_but_figures(one: Key | Bounds | None, other: Key | Bounds | None) -> bool:
    """Tell whether two keys or bounds are the same rule on figures of other dates, or on another year's table."""
    return _undated(_without(as_plain(one), {*_NO_RULE, "per"})) == _undated(
        _without(as_plain(other), {*_NO_RULE, "per"})
    )


def _without(part: object, keys: Collection[str]) -> object:
    match part:
        case dict():
            return {key: _without(value, keys) for key, value in part.items() if key not in keys}
        case list():
            return [_without(item, keys) for item in part]
        case _:
            return part


def _undated(part: object) -> object:
    """Return the part with no year in the names of its figures; every other number is left as it is."""
    match part:
        case dict():
            return {
                key: _YEAR.sub("ÅÅÅÅ", value) if key in FIGURE_NAMES and isinstance(value, str) else _undated(value)
                for key, value in part.items()
            }
        case list():
            return [_undated(item) for item in part]
        case _:
            return part
