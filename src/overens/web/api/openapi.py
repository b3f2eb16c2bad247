"""Every address and an answered example of each -> the description that programs read (OpenAPI 3.1)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from overens.vocabulary.wording import Language, Text
from overens.web.api.address import BASE
from overens.web.api.collection import MOST_ROWS
from overens.web.api.endpoint import LINK, Endpoint
from overens.web.api.info import RELEASED, STATUS, VERSION
from overens.web.api.parameter import Parameter, Schema
from overens.web.api.problem import KINDS, MEDIA_TYPE, problem_document, problem_schema

JSON_TYPE = "application/json"
DIALECT = "https://json-schema.org/draft/2020-12/schema"
LICENCE = "https://www.apache.org/licenses/LICENSE-2.0"
READING_CAN_FAIL = (400, 404, 405, 406, 414, 422, 429, 500)
SENDING_CAN_FAIL = (400, 405, 406, 413, 414, 415, 422, 429, 500)

ABOUT = Text(
    "Statsbidragen till Sveriges regioner och kommuner: avtal, potter, tilldelningar, händelser, underlag och källor, på kronan, "
    "och som det var känt varje dag. Allt är öppet att läsa, utan nyckel. Samlingar svarar i kolumner: fält → celler. Okänt är null, "
    "aldrig 0. Begränsningar: högst {most} rader per sida, ett begränsat antal frågor per minut och adress (429 säger när man kan fråga "
    "igen), och ingen utlovad servicenivå. Allt på en gång finns som filer: `overens export` och portalens CSV.",
    "State grants to Sweden's regions and municipalities: agreements, pots, awards, events, figures and sources, to the krona, "
    "and as known on any day. All is open to read, without a key. Collections answer in columns: field → cells. What is unknown is null, "
    "never 0. Limits: at most {most} rows a page, a limited number of questions a minute and address (429 says when to ask "
    "again), and no promised level of service. Everything at once exists as files: `overens export` and the portal's CSV.",
    {"most": MOST_ROWS},
)

_SUMMARY = Text("Statsbidrag på kronan", "State grants to the krona")
_WHO = Text("Den som driver portalen", "Whoever runs the portal")
_LEVEL = Text("Servicenivå, fel och begränsningar", "Service level (SLA), problems and limits")

Answered = Callable[[Endpoint], Mapping[str, Any]]
"""An address -> what it answers to its example."""


def describe(endpoints: Sequence[Endpoint], origin: str, language: Language, answered: Answered) -> dict[str, Any]:
    """Return the description.

    Args:
        origin: How the portal is reached: https://statsbidrag.example.
        language: Of what is said of addresses and fields; the description of the whole is in both.
        answered: Gives the answer to each example.
    """
    paths: dict[str, Any] = {}
    for one in endpoints:
        paths.setdefault(one.path, {})[one.method.lower()] = _operation(one, language, answered(one))
    return {
        "openapi": "3.1.0",
        "info": _info(origin),
        "jsonSchemaDialect": DIALECT,
        "servers": [{"url": origin + BASE}],
        "externalDocs": {
            "description": _both(_LEVEL),
            "url": f"{origin}/api",
        },
        "tags": [{"name": name, "description": about.say(language)} for name, about in _TAGS.items()],
        "paths": paths,
        "components": {
            "schemas": {"Link": LINK, "Problem": problem_schema(language), **_schemas(endpoints, language)},
            "responses": {_response_name(status): _failure(status, language) for status in KINDS},
        },
    }


def _info(origin: str) -> dict[str, Any]:
    return {
        "title": "Överens",
        "version": VERSION,
        "summary": _both(_SUMMARY),
        "description": _both(ABOUT, "\n\n"),
        "termsOfService": f"{origin}/api#terms",
        "contact": {"name": _both(_WHO), "url": f"{origin}/om"},
        "license": {"name": "Apache 2.0", "url": LICENCE},
        "x-api-status": STATUS,
        "x-api-released": RELEASED,
    }


def _both(text: Text, between: str = " · ") -> str:
    """Return a sentence in both languages: the description of the whole is for all (DOK.06)."""
    return between.join(text.say(one) for one in Language)


_TAGS = {
    "tables": Text("Biblioteket som tabeller, i kolumner.", "The library as tables, in columns."),
    "documents": Text("Samma dokument som portalens sidor ger.", "The same documents as the portal's pages give."),
    "scenarios": Text("Pröva andra villkor.", "Try other terms."),
    "about": Text("Om gränssnittet.", "About the interface."),
}


def _tag(one: Endpoint) -> str:
    if one.sends is not None:
        return "scenarios"
    return "documents" if one.places else "tables" if one.name.startswith("list_") else "about"


def _operation(one: Endpoint, language: Language, example: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {
        "operationId": one.name,
        "tags": [_tag(one)],
        "summary": one.title.say(language),
        "description": f"{one.about.say(language)}\n\n`{one.method} {BASE}{one.example}`",
        "parameters": [
            *(_parameter(place, "path", language) for place in one.places),
            *(_parameter(taken, "query", language) for taken in one.takes),
        ],
    }
    if one.sends is not None:
        found["requestBody"] = {
            "required": True,
            "content": {JSON_TYPE: {"schema": one.sends, "examples": {"example": {"value": one.sends_example}}}},
        }
    return {**found, "responses": _responses(one, language, example)}


def _parameter(one: Parameter, where: str, language: Language) -> dict[str, Any]:
    array = {"style": "form", "explode": False} if one.is_list else {}
    example: Any = one.value_of(one.example) if one.schema["type"] in ("integer", "boolean") else one.example
    return {
        "name": one.name,
        "in": where,
        "required": where == "path",
        "description": one.about.say(language),
        **array,
        "schema": one.schema,
        "example": example.split(",") if array else example,
    }


def _responses(one: Endpoint, language: Language, example: Mapping[str, Any]) -> dict[str, Any]:
    read = one.sends is None
    schema: Schema = {"$ref": f"#/components/schemas/{schema_name(one)}"}
    right = {
        "description": one.title.say(language),
        "headers": {"ETag": _ETAG} if read else {},
        "content": {JSON_TYPE: {"schema": schema, "examples": {"example": {"value": example}}}},
    }
    not_changed = Text("Samma svar som det du har", "The same answer as the one you have").say(language)
    fails = READING_CAN_FAIL if read else SENDING_CAN_FAIL
    return {
        "200": right,
        **({"304": {"description": not_changed, "headers": {"ETag": _ETAG}}} if read else {}),
        **{str(status): {"$ref": f"#/components/responses/{_response_name(status)}"} for status in fails},
    }


_ETAG = {"required": True, "schema": {"type": "string", "pattern": '^"[0-9a-f-]+(-gzip)?"$'}}


def _response_name(status: int) -> str:
    return "".join(part.capitalize() for part in KINDS[status][0].split("-"))


def _failure(status: int, language: Language) -> dict[str, Any]:
    said = KINDS[status][1].say(language)
    example = problem_document(status, said, f"{BASE}/awards", language)
    schema: Schema = {"$ref": "#/components/schemas/Problem"}
    return {
        "description": said,
        "content": {MEDIA_TYPE: {"schema": schema, "examples": {"example": {"value": example}}}},
    }


def _schemas(endpoints: Sequence[Endpoint], language: Language) -> dict[str, Schema]:
    return {schema_name(one): one.schema(language) for one in endpoints}


def schema_name(one: Endpoint) -> str:
    """Return what the answer is called in the description: list_awards -> Awards."""
    return "".join(part.capitalize() for part in one.name.split("_")[1:])
