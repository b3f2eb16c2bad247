"""A pot and a recipient -> what one per cent more of each figure that its key uses would give, by dividing anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import assert_never

from overens.agreement.rules import (
    BaseKey,
    CaseByCaseKey,
    EqualKey,
    FigureRef,
    FixedKey,
    Key,
    ListKey,
    MixKey,
    ShareKey,
    UnknownKey,
)
from overens.allocation.model import Allocation, PotAllocation, State
from overens.allocation.pots import allocate_pot
from overens.figures.model import Series, SeriesKey, Snapshot
from overens.figures.population import FIGURE
from overens.usecases.library import Library
from overens.vocabulary.periods import When
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Text

MORE = Fraction(1, 100)
"""How much more of a figure is tried."""


@dataclass(frozen=True)
class Sensitivity:
    """What one per cent more of one figure would give a recipient, everything else the same (känslighet).

    Attributes:
        series: The figure.
        divides: Whether the key divides by the figure, so that more of it gives less.
        value, raised: The recipient's value, and one per cent more.
        before, after: The pot as it is, and divided anew.
        before_kr, after_kr: What the recipient gets of each.
        each: Exact kronor, before rounding, that one more inhabitant would give; None where the figure does not count inhabitants.
    """

    series: Series
    divides: bool
    value: Fraction
    raised: Fraction
    before: PotAllocation
    after: PotAllocation
    before_kr: int
    after_kr: int
    each: Fraction | None = None

    @property
    def difference_kr(self) -> int:
        """What the recipient would get more; below zero, less."""
        return self.after_kr - self.before_kr


def show_sensitivity(
    library: Library, allocation: Allocation, pot: PotAllocation, who: Recipient
) -> tuple[Sensitivity, ...] | Text:
    """Return what one per cent more of each figure would give, by the figures that the allocation was made from."""
    figures = library.snapshot_for(library.reading(allocation.agreement.id, allocation.as_known_on).written)
    return sensitivity_of(pot, who, figures.known_on(allocation.as_known_on))


def sensitivity_of(pot: PotAllocation, who: Recipient, figures: Snapshot) -> tuple[Sensitivity, ...] | Text:
    """Return what one per cent more of each figure that the key uses would give; or why that cannot be said.

    The pot is divided anew with the changed figure, so bounds, conditions and rounding work as they do, and
    what one gains the others lose. A published table of amounts is no figure that can change by itself.

    Args:
        figures: Every series that the pot was divided by.
    """
    hinder = _hinder(pot, who)
    if hinder is not None:
        return hinder
    found = []
    for series, divides in _used_by_key(pot, who, figures):
        one = _try(pot, who, series, divides, figures)
        if isinstance(one, Text):
            return one
        found.append(one)
    return tuple(found) or _NO_FIGURE


_NO_FIGURE = Text("nyckeln använder inga underlag som kan ändras", "the key uses no figures that can change")


def _hinder(pot: PotAllocation, who: Recipient) -> Text | None:
    if not pot.is_for(who):
        return Text("{who} är inte med i potten", "{who} has no part in the pot", {"who": who.name})
    if pot.state is not State.COMPUTED:
        return Text(
            "potten är inte beräknad: {why}", "the pot is not computed: {why}", {"why": pot.reason or Text("", "")}
        )
    return _NO_FIGURE if pot.base is None or pot.pot.key is None or pot.base.earned else None


def _used_by_key(pot: PotAllocation, who: Recipient, figures: Snapshot) -> list[tuple[Series, bool]]:
    """Return each series that the key weighs by, once, and whether the key divides by it."""
    found: dict[SeriesKey, tuple[Series, bool]] = {}
    for name, on, divides in _figures_of(pot.pot.key):
        series = figures.get(name, who.kind, on)
        if series is not None and series.values.get(who.code) is not None:
            found.setdefault(series.key, (series, divides))
    return list(found.values())


def _figures_of(key: Key | None) -> Iterator[tuple[str, When | None, bool]]:
    match key:
        case ShareKey():
            yield key.figure, key.measured_on if isinstance(key.measured_on, When) else None, False
            if isinstance(key.divided_by, FigureRef):
                yield key.divided_by.figure, key.divided_by.measured_on, True
        case BaseKey():
            yield from _figures_of(key.rest)
        case MixKey():
            for part in key.parts:
                yield from _figures_of(part.key)
        case None | EqualKey() | FixedKey() | ListKey() | UnknownKey() | CaseByCaseKey():
            return
        case _:
            assert_never(key)


def _try(pot: PotAllocation, who: Recipient, series: Series, divides: bool, figures: Snapshot) -> Sensitivity | Text:
    value = series.values[who.code]
    assert value is not None
    raised = value * (1 + MORE)
    after = _divided(pot, who, series, raised, figures)
    if after.state is not State.COMPUTED:
        return _cannot(series, after)
    counts = series.key.figure == FIGURE and not divides
    each = _exact(_divided(pot, who, series, value + 1, figures), who) - _exact(pot, who) if counts else None
    return Sensitivity(series, divides, value, raised, pot, after, _kr(pot, who), _kr(after, who), each)


def _divided(pot: PotAllocation, who: Recipient, series: Series, value: Fraction, figures: Snapshot) -> PotAllocation:
    """Divide the pot anew; what was published of it is left out, for it would be compared with what never was."""
    changed = replace(series, values={**series.values, who.code: value})
    return allocate_pot(pot.path, pot.pot.model_copy(update={"annex": None}), figures.with_series(changed))


def _exact(pot: PotAllocation, who: Recipient) -> Fraction:
    parts = pot.payments or ((pot.base,) if pot.base else ())
    return sum((part.final.get(who.code, Fraction(0)) for part in parts), Fraction(0))


def _kr(pot: PotAllocation, who: Recipient) -> int:
    award = pot.award_to(who)
    return award.amount.kr if award else 0


def _cannot(series: Series, after: PotAllocation) -> Text:
    return Text(
        "med en procent mer av '{figure}' går potten inte att fördela: {why}",
        "with one per cent more of '{figure}' the pot cannot be divided: {why}",
        {"figure": series.key.figure, "why": after.reason or Text("", "")},
    )
