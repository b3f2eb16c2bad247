"""What a change in a pot's rule moves -> words: who most, which change, what becomes of the pot, what must be given."""

from __future__ import annotations

from collections.abc import Iterator

from overens.allocation.model import PotAllocation, State
from overens.allocation.parameters import Parameter
from overens.scenario.moved import Qualification
from overens.usecases.simulate import Row, Simulation, SimulationStep
from overens.usecases.what_if.slots import Slot
from overens.usecases.what_if.what_if import FilledSlot, WhatIf
from overens.usecases.wording.compare import signed
from overens.usecases.wording.simulate import change_words
from overens.vocabulary.recipients import RecipientKind
from overens.vocabulary.wording import Text, counted, decimal_number, join_texts, percent

_KINDS = {
    RecipientKind.REGION: (("region", "regioner"), ("region", "regions")),
    RecipientKind.MUNICIPALITY: (("kommun", "kommuner"), ("municipality", "municipalities")),
    RecipientKind.AREA: (("län", "län"), ("county", "counties")),
}


def how_many(simulation: Simulation, rows: tuple[Row, ...]) -> Text:
    """Return how many they are, by what all who share the money are."""
    kinds = {row.who.kind for row in simulation.rows}
    sv, en = _KINDS.get(next(iter(kinds)), _ANYONE) if len(kinds) == 1 else _ANYONE
    return counted(len(rows), sv, en)


_ANYONE = (("mottagare", "mottagare"), ("recipient", "recipients"))


def moves(simulation: Simulation) -> Text:
    """Return the one sentence: how many get more and less, how much moves, and who most."""
    more, less = simulation.gaining, simulation.losing
    values: dict[str, object] = {"more": how_many(simulation, more), "less": how_many(simulation, less)}
    if more and less:
        said = Text("{more} får mer och {less} får mindre.", "{more} get more and {less} get less.", values)
    elif more:
        said = Text("{more} får mer och ingen mindre.", "{more} get more and nobody less.", values)
    elif less:
        said = Text("{less} får mindre och ingen mer.", "{less} get less and nobody more.", values)
    else:
        return Text("Ingen får mer eller mindre.", "Nobody gets more or less.")
    return join_texts([said, *_most(simulation)])


def _most(simulation: Simulation) -> Iterator[Text]:
    for rows, text in (
        (simulation.gaining, Text("Mest får {who}: {kr}{share}.", "Most goes to {who}: {kr}{share}.")),
        (simulation.losing, Text("Mest förlorar {who}: {kr}{share}.", "Most is lost by {who}: {kr}{share}.")),
    ):
        if rows:
            row = rows[0]
            share = Text(" ({share})", " ({share})", {"share": signed_percent(row)}) if row.before_kr else ""
            yield Text(text.sv, text.en, {"who": row.who.name, "kr": signed(row.difference_kr), "share": share})


def signed_percent(row: Row) -> Text:
    """Return the difference in per cent of what was got before, with its sign; a dash where nothing was."""
    share = row.difference_share
    if share is None:
        return Text("–", "–")
    return Text("+{p}", "+{p}", {"p": percent(share, 1)}) if share > 0 else percent(share, 1)


# --- changes ------------------------------------------------------------------------


def step_words(what_if: WhatIf, step: SimulationStep) -> Text:
    """Return a step of the answer in the words of the sentence's fields."""
    if step.made.is_lock:
        return change_words(step.made)
    slots = what_if.changes[step.number - 1].slots
    return join_texts([changed_words(what_if.filled[slot.name]) for slot in slots], "; ")


def changed_words(one: FilledSlot) -> Text:
    """Return a field with what was agreed and what stands there now."""
    values: dict[str, object] = {"label": _label(one.slot), "was": one.was, "now": one.now}
    return Text("{label}: {was} → {now}", "{label}: {was} → {now}", values)


def _label(slot: Slot) -> Text:
    """Return the field's name up to its explanation."""
    return Text(
        slot.label.sv.partition(":")[0].partition(",")[0],
        slot.label.en.partition(":")[0].partition(",")[0],
        slot.label.values,
    )


def assumed_words(what_if: WhatIf) -> list[Text]:
    """Return what was assumed, field by field."""
    slots = [slot for step in what_if.assumptions for slot in step.slots]
    return [changed_words(what_if.filled[slot.name]) for slot in slots]


# --- the pot ------------------------------------------------------------------------


def cannot(pot: PotAllocation) -> Text | None:
    """Return why a pot is not computed; None where it is."""
    if pot.state is State.COMPUTED:
        return None
    return pot.reason or Text("den är ännu inte känd", "it is not known yet")


def plausible_words(slot: Slot) -> Text | None:
    """Return between which values a slot is plausible; None where nothing is said of that."""
    if slot.low is None or slot.high is None:
        return None
    values: dict[str, object] = {"low": decimal_number(slot.low), "high": decimal_number(slot.high)}
    return Text("rimligt {low}–{high}", "plausible {low}–{high}", values)


def to_give(parameter: Parameter) -> Text:
    """Return a value that must be given in a scenario file, with the path it is written at."""
    return Text("{what} ({path})", "{what} ({path})", {"what": parameter.what, "path": parameter.path})


def qualified(one: Qualification) -> Text:
    """Return a recipient that gets the pot on one side only, with what that means in kronor."""
    values: dict[str, object] = {"who": one.who.name, "kr": signed(one.after_kr - one.before_kr)}
    return Text("{who} ({kr})", "{who} ({kr})", values)
