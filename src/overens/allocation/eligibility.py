"""Conditions + figures -> who is eligible, 0 or 1 for each recipient."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from overens.agreement.rules import Condition, GivenCondition, Met, MetBy, ThresholdCondition
from overens.allocation.model import NotComputed
from overens.allocation.rule_steps import find_series, value_of
from overens.figures.model import Snapshot
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Text


def eligible(conditions: tuple[Condition, ...], recipients: Sequence[Recipient], figures: Snapshot) -> dict[str, bool]:
    """Return whether each recipient meets every condition.

    Raises:
        NotComputed: If it is not known who meets a condition.
    """
    return {r.code: all(_meets(c, r, recipients, figures) for c in conditions) for r in recipients}


def _meets(condition: Condition, who: Recipient, recipients: Sequence[Recipient], figures: Snapshot) -> bool:
    match condition:
        case GivenCondition():
            return is_met(condition.met_by, who, condition.what)
        case ThresholdCondition():
            series = find_series(condition.figure, condition.measured_on, recipients, figures)
            value = value_of(series, who)
            low_enough = condition.at_most is None or value <= condition.at_most
            return low_enough and (condition.at_least is None or value >= condition.at_least)
        case _:
            assert_never(condition)


def is_met(met_by: MetBy, who: Recipient, what: str) -> bool:
    """Tell whether the recipient meets a condition, or reached a level, whose outcome is given.

    Raises:
        NotComputed: If that is not known.
    """
    met = met_by_one(met_by, who)
    if met is None:
        raise NotComputed(
            Text(
                "det är inte känt vilka som uppfyller villkoret '{what}'",
                "it is not known who meets the condition '{what}'",
                {"what": what},
            )
        )
    return met


def met_by_one(met_by: MetBy, who: Recipient) -> bool | None:
    """Tell whether the recipient meets a condition whose outcome is given; None where that is not known."""
    if met_by.only:
        return who.code in met_by.only
    if met_by.but_not:
        return who.code not in met_by.but_not
    match met_by.who:
        case Met.ALL:
            return True
        case Met.NONE:
            return False
        case Met.NOT_KNOWN:
            return None
        case _:
            assert_never(met_by.who)
