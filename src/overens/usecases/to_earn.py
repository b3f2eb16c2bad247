"""An agreement and a recipient -> what it has to earn in each pot that is not computed: at most, a range, and so far."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from overens.allocation.model import Allocation, PotAllocation, State
from overens.usecases.library import Library
from overens.usecases.performance import PotPerformance, show_pot, worked_out
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Text, join_texts, kronor


@dataclass(frozen=True)
class ToEarn:
    """What one recipient has to earn in one pot that is not computed (att tjäna in), in kronor; None where not known.

    Attributes:
        ceiling_kr: The most it can earn itself; a bonus pot may give it more.
        low_kr, high_kr: Over the plausible thresholds that no source gives: a range, never an amount.
        earned_kr: Earned in the periods for which all have outcomes.
        missed_kr: What it could have earned in those periods and did not.
        through: The last of those periods; empty where there is none.
        requirements: How many requirements there are.
        synthetic: Whether any outcome is made up.
    """

    pot: PotAllocation
    ceiling_kr: int | None
    low_kr: int | None
    high_kr: int | None
    earned_kr: int | None
    missed_kr: int | None
    through: str
    requirements: int
    synthetic: bool

    @property
    def in_kronor(self) -> bool:
        """Whether anything at all is known in kronor."""
        return any(kr is not None for kr in (self.ceiling_kr, self.low_kr, self.earned_kr))


def to_earn(
    library: Library, allocation: Allocation, who: Recipient, as_known_on: date | None = None
) -> tuple[ToEarn, ...]:
    """Return what the recipient has to earn in each of the agreement's pots that are earned and not computed."""
    pots = [
        pot
        for pot in allocation.pots
        if pot.state is State.NOT_COMPUTED and pot.pot.performance is not None and pot.is_for(who)
    ]
    if not pots:
        return ()
    found = []
    for pot in pots:
        shown = _shown(library, allocation, pot, as_known_on)
        line = shown.line_of(who)
        assert line is not None, who
        through = shown.progress.counted[-1] if shown.progress and shown.progress.counted else ""
        found.append(
            ToEarn(
                pot,
                line.ceiling_kr,
                line.low_kr,
                line.high_kr,
                line.earned_kr,
                line.missed_kr,
                through,
                len(shown.requirements),
                bool(shown.synthetic),
            )
        )
    return tuple(found)


def _shown(library: Library, allocation: Allocation, pot: PotAllocation, day: date | None) -> PotPerformance:
    """Return how far the pot has come, which is the same for every place and worked out once."""
    kept, key = library.kept.on(day).progress, (allocation.agreement.id, pot.id)
    figures = library.snapshot_for(library.reading(allocation.agreement.id, day).written).known_on(day)
    if key not in kept or kept[key][0] is not pot:
        kept[key] = (pot, *worked_out(pot, figures))
    return show_pot(allocation, pot, figures, known=kept[key][1:])


def to_earn_words(one: ToEarn) -> Text:
    """Return what there is to earn in kronor, as far as it is known."""
    parts = []
    if one.earned_kr is not None and one.through:
        values: dict[str, object] = {"kr": kronor(one.earned_kr), "through": one.through}
        parts.append(Text("intjänat till och med {through}: {kr}", "earned through {through}: {kr}", values))
    if one.ceiling_kr is not None:
        parts.append(Text("högst {kr} av egen prestation", "at most {kr} by its own performance", _kr(one.ceiling_kr)))
    if one.low_kr is not None and one.high_kr is not None:
        ends: dict[str, object] = {"low": kronor(one.low_kr), "high": kronor(one.high_kr)}
        parts.append(
            Text("spann med rimliga trösklar: {low}–{high}", "range by plausible thresholds: {low}–{high}", ends)
        )
    if one.synthetic:
        parts.append(MADE_UP)
    if not parts:
        return Text("inget av det är känt i kronor", "none of it is known in kronor")
    return join_texts(parts, "; ")


MADE_UP = Text("påhittade utfall", "made-up outcomes")
"""Said of outcomes that are synthetic, wherever they or what follows from them are shown."""


def _kr(kr: int) -> dict[str, object]:
    return {"kr": kronor(kr)}


def to_earn_by_pot(
    library: Library, allocations: Iterable[Allocation], who: Recipient, as_known_on: date | None = None
) -> dict[str, ToEarn]:
    """Return what there is to earn by pot, 'AVTAL/POTT', over several agreements."""
    return {
        f"{allocation.agreement.id}/{one.pot.id}": one
        for allocation in allocations
        for one in to_earn(library, allocation, who, as_known_on)
    }
