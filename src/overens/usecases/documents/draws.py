"""Draws -> JSON document."""

from __future__ import annotations

from overens.scenario.variables import Variable
from overens.usecases.documents.parts import Document, recipient
from overens.usecases.draws import Between, Draws
from overens.usecases.draws_tables import places_of
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Language


def draws_document(draws: Draws, place: Recipient | None, language: Language) -> Document:
    """Return what the draws give (overens simulate FILE --draws N --json), in kronor."""
    return {
        "seed": draws.draw.seed,
        "draws": draws.done,
        "wanted": draws.wanted,
        "resumed": draws.resumed,
        "stopped": draws.stopped,
        "engine": draws.engine.say(language),
        "fingerprint": draws.draw.fingerprint,
        "uncertain": [_outcome(name, draws.draw.variables) for name in _names(draws.draw.variables)],
        "synthetic": list(draws.draw.synthetic),
        "places": [
            {**recipient(one.who), "certain_kr": one.certain_kr, **_between(one.between)}
            for one in places_of(draws, place)
        ],
        "pots": [
            {
                "pot": one.name,
                "amount_kr": one.amount_kr,
                "lapsed": _between(one.lapsed),
                "undistributed": _between(one.undistributed),
            }
            for one in draws.pots
        ],
        "total": _between(draws.total),
        "not_computed": list(draws.draw.not_computed),
    }


def _between(one: Between) -> Document:
    return {
        "least_kr": one.least,
        "p10_kr": one.p10,
        "p50_kr": one.p50,
        "p90_kr": one.p90,
        "greatest_kr": one.greatest,
    }


def _names(variables: tuple[Variable, ...]) -> list[str]:
    return list(dict.fromkeys(one.series.figure for one in variables))


def _outcome(name: str, variables: tuple[Variable, ...]) -> Document:
    mine = [one for one in variables if one.series.figure == name]
    months = sorted({one.series.measured_on for one in mine})
    return {"outcome": name, "from": months[0], "to": months[-1], "values": len(mine)}
