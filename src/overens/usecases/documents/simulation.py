"""A simulation -> JSON document."""

from __future__ import annotations

from overens.allocation.model import PotAllocation
from overens.scenario.certain import Predictability
from overens.scenario.effects import PotMove
from overens.scenario.figure_changes import FigureEdit
from overens.usecases.documents.moved import balance_document, qualification
from overens.usecases.documents.parts import Document, amount, recipient, say, word
from overens.usecases.documents.population import exact_or_null, population_document
from overens.usecases.simulate import Row, Simulation, SimulationStep
from overens.usecases.simulation_tables import rows_for
from overens.usecases.wording.simulate import change_words, headline
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Language


def simulation_document(simulation: Simulation, place: Recipient | None, language: Language) -> Document:
    """Return what the scenarios move (overens simulate FILE --json); steps sum to the difference of each recipient."""
    return {
        "scenarios": [one.name for one in simulation.scenarios],
        "given": [one.name for one in simulation.given],
        "agreements": [one.agreement.id for one in simulation.before],
        "as_known_on": simulation.day.isoformat() if simulation.day else None,
        "place": recipient(place) if place else None,
        "summary": headline(simulation).say(language),
        "changes_nothing": simulation.changes_nothing,
        "not_sure": list(simulation.not_sure),
        "before_kr": simulation.before_kr,
        "after_kr": simulation.after_kr,
        "difference_kr": simulation.after_kr - simulation.before_kr,
        "balance": balance_document(simulation.balance),
        "predictability": {
            "before": _predictable(simulation.predictable_before),
            "after": _predictable(simulation.predictable_after),
        },
        "recipients": [_row(row, language) for row in rows_for(simulation, place)],
        "steps": [_step(step, language) for step in simulation.steps],
        "newly_qualified": [qualification(one) for one in simulation.newly_qualified],
        "no_longer_qualified": [qualification(one) for one in simulation.no_longer_qualified],
        "pots": [_pot(pot, language) for pot in simulation.pots],
    }


def _predictable(one: Predictability) -> Document:
    return {
        "certain_kr": one.certain_kr,
        "to_earn_kr": one.to_earn_kr,
        "not_computed_kr": one.not_computed_kr,
        "certain_share": exact_or_null(one.certain_share),
    }


def _row(row: Row, language: Language) -> Document:
    return {
        **recipient(row.who),
        "before_kr": row.before_kr,
        "after_kr": row.after_kr,
        "difference_kr": row.difference_kr,
        "difference_share": exact_or_null(row.difference_share),
        "difference_kr_per_inhabitant": exact_or_null(row.per_inhabitant),
        "population": population_document(row.population, language),
        "steps_kr": list(row.effects),
    }


def _step(step: SimulationStep, language: Language) -> Document:
    made = step.made
    return {
        "number": step.number,
        "scenario": made.scenario,
        "name": made.name or None,
        "file": made.place.file,
        "line": made.place.line,
        "column": made.place.column,
        "keeps_the_total": made.is_lock,
        "what": change_words(made).say(language),
        "values": [
            {
                "pot": f"{made.agreement}/{edit.pot}",
                "value": edit.at,
                "before": edit.old or None,
                "after": edit.new or None,
            }
            for edit in made.edits
        ],
        "figures": [_figure(edit) for edit in made.figures],
        "gained_kr": step.gained_kr,
        "lost_kr": step.lost_kr,
        "pots_kr": step.pots_kr,
        "together_with": list(step.together),
        "now_computed": list(step.now_computed),
        "no_longer_computed": list(step.no_longer_computed),
        "changes_nothing": step.nothing is not None,
        "why_nothing": say(step.nothing, language),
    }


def _figure(edit: FigureEdit) -> Document:
    return {
        "figure": edit.series.figure,
        "measured_on": edit.series.measured_on,
        **recipient(edit.who),
        "before": exact_or_null(edit.old),
        "after": exact_or_null(edit.new),
    }


def _pot(pot: PotMove, language: Language) -> Document:
    return {
        "pot": pot.name,
        "compared": pot.is_compared,
        "before": _side(pot.before, language),
        "after": _side(pot.after, language),
    }


def _side(pot: PotAllocation, language: Language) -> Document:
    return {
        "state": word(pot.state),
        "amount": amount(pot.amount),
        "awarded_kr": pot.awarded_kr,
        "lapsed_kr": pot.lapsed_kr,
        "undistributed_kr": pot.undistributed_kr,
        "reason": say(pot.reason, language),
        "awards": [{**recipient(one.recipient), "awarded_kr": one.amount.kr} for one in pot.awards],
    }
