"""A pot, its figures + a day -> the pot and the figures as they were known that day."""

from __future__ import annotations

from datetime import date

from overens.agreement.model import Pot
from overens.agreement.performance import outcomes_of
from overens.agreement.rules import BaseKey, Condition, GivenCondition, Key, Met, MetBy, MixKey, UnknownKey
from overens.figures.model import Series, Snapshot
from overens.vocabulary.periods import When, parse_when


def as_known(pot: Pot, day: date | None) -> Pot:
    """Return the pot without what became known after the day: who met a condition, and by what key."""
    if day is None:
        return pot
    instalments = tuple(
        i.model_copy(update={"conditions": _conditions(i.conditions, day)}) if i.conditions else i
        for i in pot.instalments
    )
    update = {"conditions": _conditions(pot.conditions, day), "key": _key(pot.key, day), "instalments": instalments}
    return pot.model_copy(update=update)


def figures_known(pot: Pot, figures: Snapshot, day: date | None) -> Snapshot:
    """Return the figures without what became known after the day, nor outcomes of a period that was not over by then.

    A plan for a year may be known before it; what was achieved in it cannot.
    """
    known = figures.known_on(day)
    names = set(outcomes_of(pot.performance))
    if day is None or not names:
        return known
    over = {key: one for key, one in known.series.items() if key.figure not in names or _is_over(one, day)}
    return Snapshot(known.register, over, known.versions)


def _is_over(outcome: Series, day: date) -> bool:
    measured = parse_when(outcome.key.measured_on)
    return outcome.known_from is not None or not isinstance(measured, When) or measured.last < day


def _conditions(conditions: tuple[Condition, ...], day: date) -> tuple[Condition, ...]:
    return tuple(_condition(condition, day) for condition in conditions)


def _condition(condition: Condition, day: date) -> Condition:
    if isinstance(condition, GivenCondition) and condition.known_from and not condition.known_from.known_on(day):
        return condition.model_copy(update={"met_by": MetBy.model_construct(who=Met.NOT_KNOWN)})
    return condition


def _key(key: Key | None, day: date) -> Key | None:
    since = getattr(key, "known_from", None)
    if since is not None and not since.known_on(day):
        return UnknownKey.model_construct(reason=f"känd först {since}")
    match key:
        case BaseKey():
            return key.model_copy(update={"rest": _key(key.rest, day)})
        case MixKey():
            return key.model_copy(
                update={"parts": tuple(part.model_copy(update={"key": _key(part.key, day)}) for part in key.parts)}
            )
        case _:
            return key
