"""The kinds of written file -> JSON Schema, so that an editor can help the author."""

from __future__ import annotations

from typing import Any

from overens.agreement.amendment import Amendment
from overens.agreement.announcements import AnnouncementList
from overens.agreement.model import Agreement
from overens.agreement.published import PublishedTotals
from overens.agreement.series import GrantSeries
from overens.figures.header import FigureHead
from overens.scenario.scenario_file import Scenario
from overens.writing.clauses import Clause

KINDS: dict[str, type[Clause]] = {
    "avtal": Agreement,
    "ändring": Amendment,
    "serie": GrantSeries,
    "sammanställning": PublishedTotals,
    "besked": AnnouncementList,
    "underlag": FigureHead,
    "scenario": Scenario,
}


def schema_of(what: str) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a kind of written file; of a figure file, that of its head."""
    schema = KINDS[what].model_json_schema(by_alias=True, mode="validation")
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **_with_shorthand(schema)}
    found = _any_of(schema)
    assert isinstance(found, dict)
    return found


def _with_shorthand(schema: dict[str, Any]) -> dict[str, Any]:
    """Let a bare word stand where the clause has a shorthand: 'till: regioner'."""
    definitions = schema.get("$defs", {})
    short = {one.__name__: one for one in _clauses(Clause) if one.shorthand is not None}
    for name, definition in definitions.items():
        if name in short:
            definitions[name] = {"anyOf": [{"type": "string"}, definition], "title": definition.get("title", name)}
    return schema


def _any_of(part: object) -> object:
    """Let one of several kinds do: a bare word may stand for more than one of them."""
    if isinstance(part, dict):
        return {"anyOf" if key == "oneOf" else key: _any_of(value) for key, value in part.items()}
    return [_any_of(item) for item in part] if isinstance(part, list) else part


def _clauses(kind: type[Clause]) -> list[type[Clause]]:
    return [one for sub in kind.__subclasses__() for one in (sub, *_clauses(sub))]
