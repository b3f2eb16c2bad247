"""A change that moves no krona -> why, where that can be said."""

from __future__ import annotations

from collections.abc import Iterator

from overens.agreement.rules import KronorBound
from overens.allocation.model import Allocation, PotAllocation, State
from overens.scenario.attribute import awards_of
from overens.scenario.overlay import Edit
from overens.scenario.stack import Made, Stage
from overens.vocabulary.wording import Text, join_texts, kronor


def why_nothing(before: Stage, made: Made) -> Text:
    """Return why a change moves nothing: what it writes stood there already, or it binds nobody, or the pot is not computed.

    Args:
        before: The agreements before the change.
    """
    if made.is_lock:
        return Text("summan är redan oförändrad", "the total is unchanged already")
    found = {text.say(): text for text in _reasons(before, made)}
    return join_texts(found.values(), "; ") if found else Text("ingen krona flyttas", "no krona moves")


def moves_nothing(before: Stage, after: Stage) -> bool:
    """Tell whether every pot gives the same to the same, and leaves the same, before and after."""
    return all(_outcome(before.allocations[name]) == _outcome(one) for name, one in after.allocations.items())


def _outcome(allocation: Allocation) -> list[object]:
    return [
        (pot.state, pot.amount.kr if pot.amount else None, pot.lapsed_kr, pot.undistributed_kr, awards_of(pot))
        for pot in allocation.pots
    ]


def _reasons(before: Stage, made: Made) -> Iterator[Text]:
    if made.edits and all(edit.is_same for edit in made.edits):
        yield Text("det står redan så", "it stands so already")
        return
    if made.figures and all(edit.old == edit.new for edit in made.figures):
        yield Text("värdena är redan så", "the values are so already")
        return
    if made.figures and not made.edits:
        assumed = {edit.series for edit in made.figures}
        every = [pot for one in made.stage.allocations.values() for pot in one.pots]
        reading = [pot for pot in every if assumed & {one.key for one in pot.used}]
        if not reading:
            yield Text("ingen beräknad pott läser de värdena", "no computed pot reads those values")
        elif any(pot.pot.performance for pot in reading):
            yield Text("inget krav nås eller missas annorlunda", "no requirement is met or missed otherwise")
        return
    for edit in made.edits:
        after = made.stage.allocations[made.agreement].pot(edit.pot)
        was = before.allocations[made.agreement].pot(edit.pot)
        if after is not None and was is not None:
            yield from _of_pot(edit, was, after)


def _of_pot(edit: Edit, was: PotAllocation, after: PotAllocation) -> Iterator[Text]:
    if after.state is not State.COMPUTED and after.reason is not None:
        values: dict[str, object] = {"pot": edit.pot, "why": after.reason}
        yield Text("'{pot}' är inte beräknad: {why}", "'{pot}' is not computed: {why}", values)
        return
    if edit.at.startswith("gränser"):
        yield from _of_bounds(after)
    if edit.at.startswith("ej intjänat") and not was.lapsed_kr and not was.undistributed_kr and after.base:
        yield Text("alla tjänar in allt, så inget blir över", "everyone earns all, so nothing is left")
    if edit.at.startswith("villkor") and after.base and all(after.base.eligible.values()):
        yield Text("alla uppfyller villkoret", "everyone meets the condition")
    if edit.at.startswith("utbetalning"):
        yield Text("bara när pengarna betalas ändras", "only when the money is paid changes")


def _of_bounds(after: PotAllocation) -> Iterator[Text]:
    """Yield that a floor lies below, or a cap above, what everyone gets without it."""
    bounds, part = after.pot.bounds, after.base
    if bounds is None or part is None or not part.shares.exact:
        return
    exact = part.shares.exact
    if isinstance(bounds.floor, KronorBound) and all(exact[c] >= b for c, b in part.floors.items()):
        yield Text(
            "golvet {kr} är lägre än vad alla redan får",
            "the floor {kr} is below what everyone gets already",
            {"kr": kronor(bounds.floor.amount.kr)},
        )
    if isinstance(bounds.cap, KronorBound) and all(exact[c] <= b for c, b in part.caps.items()):
        yield Text(
            "taket {kr} är högre än vad någon får",
            "the cap {kr} is above what anyone gets",
            {"kr": kronor(bounds.cap.amount.kr)},
        )
