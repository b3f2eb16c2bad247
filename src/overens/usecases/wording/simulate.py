"""A simulation -> what moves, which change moved it, who pays, and what is in no sum, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from overens.scenario.certain import Predictability
from overens.scenario.figure_changes import FigureEdit
from overens.scenario.overlay import Edit
from overens.scenario.stack import Made
from overens.usecases.simulate import Simulation, SimulationStep
from overens.usecases.wording.compare import counted_recipients, signed
from overens.vocabulary.wording import Text, decimal_number, join_texts, kronor, percent, plain

MOST_NAMED = 5
"""How many are named where they may be many."""

CHANGES_NOTHING = Text("Scenariot ändrar ingenting.", "The scenario changes nothing.")
NOT_IN_SUMS = Text(
    "Inte beräknat före eller efter; i ingen summa.",
    "Not computed before or not after; in no sum.",
)


def headline(simulation: Simulation) -> Text:
    """Return the one sentence that says what moves: how many gain and lose, how much, and the total."""
    if simulation.changes_nothing:
        return CHANGES_NOTHING
    if not simulation.compared and not any(step.now_computed for step in simulation.steps):
        return Text(
            "Ingen pott är beräknad både före och efter; inget går att jämföra.",
            "No pot is computed both before and after; nothing can be compared.",
        )
    moved = simulation.balance
    if not moved.gained_kr and not moved.lost_kr:
        pots = ", ".join(pot for step in simulation.steps for pot in step.now_computed)
        if pots:
            return Text("{pots} går att beräkna med scenariot.", "{pots} can be computed with it.", {"pots": pots})
        lost = ", ".join(pot for step in simulation.steps for pot in step.no_longer_computed)
        if lost:
            return Text(
                "{pots} går inte att beräkna med scenariot.", "{pots} cannot be computed with it.", {"pots": lost}
            )
        return Text("Ingen mottagare får mer eller mindre.", "No recipient gets more or less.")
    parts = []
    if moved.gained_kr:
        more: dict[str, object] = {"who": counted_recipients(len(simulation.gaining)), "kr": signed(moved.gained_kr)}
        parts.append(Text("{who} får mer ({kr})", "More to {who} ({kr})", more))
    if moved.lost_kr:
        less: dict[str, object] = {"who": counted_recipients(len(simulation.losing)), "kr": signed(-moved.lost_kr)}
        parts.append(Text("{who} får mindre ({kr})", "less to {who} ({kr})", less))
    return Text("{who}; {total}.", "{who}; {total}.", {"who": join_texts(parts, ", "), "total": _total(simulation)})


def _total(simulation: Simulation) -> Text:
    before, after = simulation.before_kr, simulation.after_kr
    if before == after:
        return Text("summan är oförändrad, {kr}", "the total is unchanged, {kr}", {"kr": kronor(after)})
    values: dict[str, object] = {"before": kronor(before), "after": kronor(after)}
    return Text("summan går från {before} till {after}", "the total goes from {before} to {after}", values)


def extremes(simulation: Simulation) -> Text | None:
    """Return who gains most and who loses most, in kronor; None where only one side is there to name."""
    if not (simulation.gaining and simulation.losing):
        return None
    most, least = simulation.gaining[0], simulation.losing[0]
    values: dict[str, object] = {
        "most": most.who.name,
        "most_kr": signed(most.difference_kr),
        "least": least.who.name,
        "least_kr": signed(least.difference_kr),
    }
    return Text(
        "Störst ökning: {most} ({most_kr}). Störst minskning: {least} ({least_kr}).",
        "Largest gain: {most} ({most_kr}). Largest loss: {least} ({least_kr}).",
        values,
    )


def tried_on(simulation: Simulation) -> Text:
    """Return what the scenarios are tried on, and what was assumed before."""
    names = [one.agreement.id for one in simulation.before]
    words = Text("Prövat på {names}", "Tried on {names}", {"names": ", ".join(names)})
    parts = [words]
    if simulation.given:
        given = ", ".join(one.name for one in simulation.given)
        parts.append(Text("givet {given}", "given {given}", {"given": given}))
    if simulation.day is not None:
        day = str(simulation.day)
        parts.append(Text("som det var känt {day}", "as known on {day}", {"day": day}))
    return join_texts([join_texts(parts, ", "), plain(".")], "")


# --- changes ------------------------------------------------------------------------


def not_sure_words(simulation: Simulation) -> Text | None:
    """Return which amounts are no surer than what they rest on; None where all are exact and sure."""
    if not simulation.not_sure:
        return None
    return Text(
        "Härlett eller ungefärligt redan som det är avtalat: {pots}.",
        "Inferred or approximate already as agreed: {pots}.",
        {"pots": ", ".join(simulation.not_sure)},
    )


def change_words(made: Made) -> Text:
    """Return what a change writes anew: which value of which pot, from what, to what."""
    if made.is_lock:
        where: dict[str, object] = {"where": made.agreement, "what": _edits(made.edits)}
        if not made.edits:
            return Text("Samma summa i {where}", "Same total in {where}", where)
        return Text("Samma summa i {where}: {what}", "Same total in {where}: {what}", where)
    what = _edits(made.edits) if made.edits else join_texts([*_figures(made.figures)], "; ")
    if made.name:
        return Text("{name}: {what}", "{name}: {what}", {"name": made.name, "what": what})
    return what


def _edits(edits: Sequence[Edit]) -> Text:
    return join_texts([_edit(one) for one in edits], "; ")


def _edit(edit: Edit) -> Text:
    values: dict[str, object] = {"pot": edit.pot, "at": edit.at, "old": edit.old, "new": edit.new}
    if not edit.new:
        return Text("{pot}, {at} {old} tas bort", "{pot}, {at} {old} is removed", values)
    if not edit.old:
        return Text("{pot}, {at} {new} (stod inte förut)", "{pot}, {at} {new} (was not there)", values)
    return Text("{pot}, {at} {old} → {new}", "{pot}, {at} {old} → {new}", values)


def _figures(edits: Sequence[FigureEdit]) -> Iterator[Text]:
    """Yield what is assumed of each figure: value by value where they are few, else of which dates and for whom."""
    for figure, some in groupby(edits, lambda one: one.series.figure):
        mine = list(some)
        dates = list(dict.fromkeys(one.series.measured_on for one in mine))
        when = dates[0] if len(dates) == 1 else f"{dates[0]}–{dates[-1]}"
        values: dict[str, object] = {"figure": f"{figure} {when}", "what": _values(mine)}
        if len(mine) > MOST_NAMED or len(dates) > 1:
            who = list(dict.fromkeys(one.who.name for one in mine))
            values["what"] = counted_recipients(len(who)) if len(who) > MOST_NAMED else ", ".join(who)
            yield Text("{figure} antas för {what}", "{figure} is assumed for {what}", values)
        else:
            yield Text("{figure} antas: {what}", "{figure} is assumed: {what}", values)


def _values(edits: Sequence[FigureEdit]) -> str:
    return ", ".join(
        f"{one.who.name} {'–' if one.old is None else decimal_number(one.old)} → {decimal_number(one.new)}"
        for one in edits
    )


def effect_words(step: SimulationStep) -> Text:
    """Return what a step moves, or that it changes nothing and why."""
    if step.nothing is not None:
        if step.made.is_lock:
            return Text("inget behöver flyttas: {why}", "nothing need move: {why}", {"why": step.nothing})
        return Text("ändrar ingenting: {why}", "changes nothing: {why}", {"why": step.nothing})
    parts = []
    if step.gained_kr:
        parts.append(_side(step, 1))
    if step.lost_kr:
        parts.append(_side(step, -1))
    for pots, words in (
        (step.now_computed, Text("{pots} går nu att beräkna", "{pots} can now be computed")),
        (step.no_longer_computed, Text("{pots} går inte längre att beräkna", "{pots} can no longer be computed")),
    ):
        if pots:
            parts.append(Text(words.sv, words.en, {"pots": ", ".join(pots)}))
    if not parts:
        parts.append(Text("flyttar inget mellan mottagarna", "moves nothing between recipients"))
    if step.pots_kr:
        parts.append(Text("potterna {kr}", "the pots {kr}", {"kr": signed(step.pots_kr)}))
    if step.together:
        numbers = ", ".join(map(str, step.together))
        parts.append(
            Text(
                "tillsammans med {n}, som inte kan skiljas från det", "with {n}, not told apart from it", {"n": numbers}
            )
        )
    return join_texts(parts, "; ")


def _side(step: SimulationStep, sign: int) -> Text:
    some = [kr for kr in step.kr.values() if kr * sign > 0]
    values: dict[str, object] = {"n": str(len(some)), "kr": signed(sum(some))}
    if sign > 0:
        return Text("{n} får mer, {kr}", "more to {n}, {kr}", values)
    return Text("{n} får mindre, {kr}", "less to {n}, {kr}", values)


# --- how predictable ----------------------------------------------------------------


def predictable_words(before: Predictability, after: Predictability) -> Text | None:
    """Return how much of the money is certain whatever is measured, before and after; None where all always is."""
    one, other = before.certain_share, after.certain_share
    if one is None or other is None or (one == other == 1):
        return None
    values: dict[str, object] = {"before": percent(one, 1), "after": percent(other, 1)}
    if one == other:
        return Text(
            "Säkert oavsett villkor och prestation: {after} av pengarna, som förut.",
            "Certain whatever conditions and performance: {after} of the money, as before.",
            values,
        )
    return Text(
        "Säkert oavsett villkor och prestation: {before} av pengarna före, {after} efter.",
        "Certain whatever conditions and performance: {before} of the money before, {after} after.",
        values,
    )
