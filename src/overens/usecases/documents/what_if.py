"""What a visitor tried in a pot's sentence -> JSON document."""

from __future__ import annotations

from typing import Any

from overens.export.csv_table import Table
from overens.usecases.documents.parts import Document, amount, recipient, say, word
from overens.usecases.documents.simulation import simulation_document
from overens.usecases.what_if.changes import ScenarioChange, as_file
from overens.usecases.what_if.what_if import FilledSlot, WhatIf
from overens.vocabulary.wording import Language


def what_if_document(what_if: WhatIf, language: Language) -> Document:
    """Return the sentence's fields, what was assumed and changed, what it moves, and the commands that say the same."""
    pot = what_if.base.pot(what_if.pot_id)
    assert pot is not None
    moved = what_if.simulation
    return {
        "agreement": what_if.agreed.agreement.id,
        "pot": what_if.pot_id,
        "name": pot.pot.name,
        "fields": [_field(one, language) for one in what_if.filled.values()],
        "assumed": [_step(step) for step in what_if.assumptions],
        "changes": [_step(step) for step in what_if.changes],
        "scenario": as_file(what_if.tried) if what_if.tried else None,
        "assumptions": as_file(what_if.assumed) if what_if.assumed else None,
        "same_total": what_if.same_total,
        "before": {
            "state": word(pot.state),
            "amount": amount(pot.amount),
            "reason": say(pot.reason, language),
            "lapsed_kr": pot.lapsed_kr,
            "undistributed_kr": pot.undistributed_kr,
            "awards": [{**recipient(one.recipient), "awarded_kr": one.amount.kr} for one in pot.awards],
        },
        "moved": simulation_document(moved, None, language) if moved else None,
    }


def _field(one: FilledSlot, language: Language) -> Document:
    return {
        "name": one.slot.name,
        "label": one.slot.label.say(language),
        "value": one.slot.words,
        "agreed": one.slot.agreed or None,
        "given": one.word or None,
        "changed": one.changed,
        "assumed": one.changed and one.slot.missing,
        "choices": [choice.word for choice in one.slot.choices if choice.word],
    }


def _step(step: ScenarioChange) -> dict[str, Any]:
    return {"change": dict(step.said), "command": step.on_a_line()}


def choices_document(table: Table) -> Document:
    """Return the pots in which changes can be tried."""
    return {"pots": [dict(zip(table.names, row, strict=True)) for row in table.rows]}
