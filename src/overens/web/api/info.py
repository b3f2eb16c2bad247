"""The interface -> what the profile asks that it tells of itself (VER.06): its version, since when, and the way to everything."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from overens.vocabulary.wording import Language, Text
from overens.web.api.address import BASE
from overens.web.api.collection import LANGUAGE
from overens.web.api.endpoint import LINKS, Endpoint, Question, Reply
from overens.web.api.parameter import Schema

NAME = "overens-api"
VERSION = "1.0.0"
RELEASED = "2026-11-22"
"""The day that this version of the interface was made."""
STATUS = "active"


def info_endpoint(others: Sequence[Endpoint]) -> Endpoint:
    """Return the address that tells what the interface is.

    Args:
        others: Every other address; those that need no more than their own path are linked to.
    """
    return Endpoint(
        "get_api_info",
        "/api-info",
        Text("Om gränssnittet", "About the interface"),
        Text(
            "Version, datum och läge, och vägen till allt annat. Namnen på fälten är REST API-profilens.",
            "Version, date and state, and the way to all else. The names of the members are the REST API profile's.",
        ),
        _answer([one for one in others if not one.places]),
        _schema,
        "/api-info",
        takes=(LANGUAGE,),
    )


def _answer(others: Sequence[Endpoint]) -> Callable[[Question], Reply]:
    def answer(question: Question) -> Reply:
        links = [{**question.link("collection", one.route), "method": one.method} for one in others]
        return Reply(
            {
                "apiName": NAME,
                "apiVersion": VERSION,
                "apiReleased": RELEASED,
                "apiDocumentation": f"{question.origin}/api",
                "apiStatus": STATUS,
                "_links": [question.link("self"), question.link("describedby", f"{BASE}/openapi.json"), *links],
            }
        )

    return answer


def _schema(_: Language) -> Schema:
    word: Schema = {"type": "string"}
    properties: dict[str, Schema] = {
        "apiName": word,
        "apiVersion": word,
        "apiReleased": {"type": "string", "format": "date"},
        "apiDocumentation": {"type": "string", "format": "uri"},
        "apiStatus": {"type": "string", "enum": ["alpha", "beta", "active", "deprecated", "retired"]},
        "_links": LINKS,
    }
    return {"type": "object", "required": list(properties), "additionalProperties": False, "properties": properties}
