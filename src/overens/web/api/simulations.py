"""A scenario that a program sends -> what it moves, to the krona; nothing of it is kept."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from overens.usecases.documents.parts import problem, run_document
from overens.usecases.documents.simulation import simulation_document
from overens.usecases.sent_scenario import read_sent
from overens.usecases.simulate import simulate
from overens.vocabulary.names import did_you_mean
from overens.vocabulary.problems import Fault, Place, Problem, blocking
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Language, Text, whole_number
from overens.web.api.collection import AS_KNOWN_ON, LANGUAGE
from overens.web.api.documents import NAME, find_place, type_schema
from overens.web.api.endpoint import LINKS, Endpoint, Question, Reply
from overens.web.api.parameter import DAY, LONGEST, Schema
from overens.web.refused import Refused

LARGEST_BODY = 64_000
"""Bytes of what is sent; the largest scenario in the documentation is a fiftieth."""
MOST_CHANGES = 40
"""Each divides its agreement anew, and others wait meanwhile."""
SENT = Path(__file__).with_name("example-scenario.json")
"""A scenario that may be sent."""
_TYPES = {
    "scenarios": "array", "agreements": "array", "as_known_on": "string?", "place": "object?", "summary": "string",
    "changes_nothing": "boolean", "before_kr": "integer", "after_kr": "integer", "difference_kr": "integer",
    "balance": "object", "recipients": "array", "steps": "array", "pots": "array", "run": "object",
}  # fmt: skip


class BadScenario(Refused):
    """A scenario that cannot be tried, with every problem in it and the pointer to where it stands."""

    def __init__(self, problems: Sequence[Problem], pointers: Mapping[Place, str] | None) -> None:
        super().__init__(422, _faulty(len(problems)))
        self.problems = problems
        self.pointers = pointers

    def errors(self, language: Language) -> list[dict[str, Any]]:
        """Return each problem: line and column of a text, a pointer (RFC 6901) into an object."""
        return [self._error(one, language) for one in self.problems]

    def _error(self, one: Problem, language: Language) -> dict[str, Any]:
        said = problem(one, language)
        if self.pointers is None:
            return {"pointer": None, **{name: value for name, value in said.items() if name != "file"}}
        at = {"pointer": self.pointers.get(one.place, "/scenario"), "line": None, "column": None}
        return {**at, **{name: said[name] for name in ("severity", "message", "remedy")}}


def simulation_endpoint() -> Endpoint:
    """Return the address that a scenario is sent to."""
    return Endpoint(
        "create_simulation",
        "/simulations",
        Text("Pröva ett scenario", "Try a scenario"),
        Text(
            "Skicka ett scenario, som text (YAML, docs/scenarier.md) eller som ett objekt med samma nycklar. Svaret är vem som får mer och "
            "mindre, ändring för ändring, till kronan. Ingenting sparas. Högst {bytes} byte och {changes} ändringar; osäkra "
            "storheter (osäkert) dras inte här utan med `overens simulate --draws`.",
            "Send a scenario, as text (YAML, docs/scenarier.md) or as an object with the same keys. The answer is who gets more and "
            "less, change by change, to the krona. Nothing is kept. At most {bytes} bytes and {changes} changes; what is uncertain "
            "(osäkert) is not drawn here but by `overens simulate --draws`.",
            {"bytes": whole_number(LARGEST_BODY), "changes": MOST_CHANGES},
        ),
        _answer,
        _schema,
        "/simulations",
        takes=(LANGUAGE,),
        sends=_sends(),
        sends_example=json.loads(SENT.read_bytes()),
    )


def _answer(question: Question) -> Reply:
    sent = _members(_json(question.sent))
    try:
        read = read_sent(sent["scenario"], MOST_CHANGES)
    except RecursionError as error:  # what JSON still holds may be too deep to be written as a scenario
        raise Refused(400, _no_json(error)) from None
    if read.written is None:
        raise BadScenario(read.problems, read.pointers)
    who = _place(question, sent["place"]) if sent.get("place") is not None else None
    day = AS_KNOWN_ON.value_of(sent["as_known_on"]) if sent.get("as_known_on") is not None else None
    made, problems = simulate(question.library, [read.written], day=day)
    if made is None:
        raise BadScenario(blocking(problems), read.pointers)
    run = question.library.run(made.before)
    document = {"run": run_document(run), **simulation_document(made, who, question.language)}
    return Reply({**document, "_links": [question.link("self") | {"method": "POST"}]}, run.whole)


def _place(question: Question, word: str) -> Recipient:
    try:
        return find_place(question, word)
    except Refused as refused:
        raise Refused(422, refused.fault) from None  # the address is right; what was sent is not


# --- reading what is sent -----------------------------------------------------------


def _json(body: bytes) -> object:
    """Return what the JSON says; a doubled key, a number that JSON has not, and what is no UTF-8 are refused."""
    try:
        return json.loads(body.decode("utf-8"), object_pairs_hook=_once, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise Refused(400, _no_json(error)) from None


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(f"'{next(name for name in names if names.count(name) > 1)[:60]}' ×2")
    return found


def _no_number(words: str) -> object:
    raise ValueError(words)


def _members(sent: object) -> dict[str, Any]:
    """Return what is sent by name, each of the type it is to have."""
    if not isinstance(sent, dict):
        raise Refused(422, _no_object())
    for name in sent:
        if name not in _MEMBERS:
            raise Refused(422, _unknown(name))
    for name, types in _MEMBERS.items():
        value = sent.get(name)
        if (name == "scenario" or value is not None) and not isinstance(value, types):
            raise Refused(422, _wrong(name))
        if isinstance(value, str) and name != "scenario" and not _WORD.fullmatch(value):
            raise Refused(422, _wrong(name))
    return sent


_MEMBERS: Mapping[str, type | tuple[type, ...]] = {"scenario": (str, dict), "place": str, "as_known_on": str}
_WORD = re.compile(rf"[a-z0-9-]{{1,{LONGEST}}}")


# --- describing ---------------------------------------------------------------------


def _sends() -> Schema:
    return {
        "type": "object",
        "required": ["scenario"],
        "additionalProperties": False,
        "properties": {
            "scenario": {"anyOf": [{"type": "string", "minLength": 1}, {"type": "object"}]},
            "place": {"type": ["string", "null"], "minLength": 1, "maxLength": LONGEST, "pattern": NAME},
            "as_known_on": {"type": ["string", "null"], "format": "date", "pattern": DAY},
        },
    }


def _schema(_: Language) -> Schema:
    properties = {name: type_schema(kind) for name, kind in _TYPES.items()}
    return {"type": "object", "required": [*properties, "_links"], "properties": {**properties, "_links": LINKS}}


# --- faults -------------------------------------------------------------------------


def _faulty(n: int) -> Fault:
    return Fault.of(
        "Scenariot går inte att pröva: {n} fel.",
        "Rätta dem; varje fel och vad som vore rätt står i errors.",
        "The scenario cannot be tried: {n} problems.",
        "Mend them; each, and what would be right, stands in errors.",
        n=n,
    )


def _no_json(error: Exception) -> Fault:
    what = f"{type(error).__name__} {error}"[:120].encode("utf-8", "replace").decode()
    return Fault.of(
        "Det som skickats är inte JSON ({what}).",
        'Skicka ett objekt: {{"scenario": …}}, i UTF-8.',
        "What was sent is no JSON ({what}).",
        'Send an object: {{"scenario": …}}, in UTF-8.',
        what=what,
    )


def _no_object() -> Fault:
    return Fault.of(
        "Det som skickats är inget objekt.",
        'Skicka {{"scenario": …}}.',
        "What was sent is no object.",
        'Send {{"scenario": …}}.',
    )


def _unknown(name: str) -> Fault:
    near = did_you_mean(name, _MEMBERS)
    return Fault.of(
        "'{name}' är inget som tas emot.",
        "Menade du '{near}'?" if near else "Skicka {known}.",
        "'{name}' is nothing that is taken.",
        "Did you mean '{near}'?" if near else "Send {known}.",
        name=name[:60],
        near=near,
        known=", ".join(_MEMBERS),
    )


def _wrong(name: str) -> Fault:
    right = {
        "scenario": Text("text (YAML) eller ett objekt", "text (YAML) or an object"),
        "place": Text("en plats, som region-gotland", "a place, as region-gotland"),
        "as_known_on": Text("en dag, som 2024-01-31", "a day, as 2024-01-31"),
    }
    return Fault.of(
        "'{name}' saknas eller går inte att mena.",
        "Skriv {right}.",
        "'{name}' is missing or cannot be meant.",
        "Write {right}.",
        name=name,
        right=right[name],
    )
