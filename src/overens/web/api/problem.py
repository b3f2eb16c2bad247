"""What is wrong with what a program asked -> a problem document (RFC 9457), in the language asked for."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from overens.vocabulary.wording import Language, Text
from overens.web.api.parameter import Schema
from overens.web.refused import Refused

MEDIA_TYPE = "application/problem+json"
KINDS: Mapping[int, tuple[str, Text]] = {
    400: ("cannot-be-read", Text("Frågan går inte att läsa", "The question cannot be read")),
    404: ("not-found", Text("Det finns inte", "It does not exist")),
    405: ("not-this-way", Text("Adressen tar inte den metoden", "The address does not take that method")),
    406: ("only-json", Text("Svaret finns bara som JSON", "The answer exists only as JSON")),
    413: ("body-too-large", Text("Det som skickats är för stort", "What was sent is too large")),
    414: ("address-too-long", Text("Adressen är för lång", "The address is too long")),
    415: ("send-json", Text("Det som skickas ska vara JSON", "What is sent is to be JSON")),
    422: ("cannot-be-meant", Text("Det som frågats går inte att mena", "What was asked cannot be meant")),
    429: ("too-often", Text("För många frågor på kort tid", "Too many questions in a short time")),
    500: ("our-fault", Text("Fel hos oss", "A fault of ours")),
}
"""Status -> the kind of problem, as its address ends, and what it is called."""
ABOUT = "/api#"
"""Where the kinds of problems are described."""


def problem_document(
    status: int, detail: str, path: str, language: Language, more: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """Return the document.

    Args:
        detail: What is wrong this time, and what would be right.
        path: The address asked for, without what stands after the question mark.
        more: Members beside those of the standard.
    """
    kind, title = KINDS.get(status, KINDS[500 if status >= 500 else 400])
    return {
        "type": f"{ABOUT}{kind}",
        "title": title.say(language),
        "status": status,
        "detail": detail,
        "instance": quote(path.encode("utf-8", "surrogateescape")[:300]),
        **(more or {}),
    }


def problem_body(document: Mapping[str, Any]) -> bytes:
    """Return the document as it is sent."""
    return (json.dumps(document, ensure_ascii=False) + "\n").encode("utf-8", "replace")


def refused_document(refused: Refused, path: str, language: Language) -> dict[str, Any]:
    """Return what a program is told that asked for what cannot be had, with what it may have meant."""
    message, remedy = refused.fault.message.say(language), refused.fault.remedy.say(language)
    meant = [{"name": way.name.say(language), "page": way.href} for way in refused.ways]
    status = 404 if refused.status == 300 else refused.status
    return problem_document(
        status, f"{message} {remedy}".strip(), path, language, {"alternatives": meant} if meant else None
    )


_SENTENCE: Schema = {"type": "string"}
_ALTERNATIVE: Schema = {
    "type": "object",
    "required": ["name", "page"],
    "properties": {"name": _SENTENCE, "page": {"type": "string", "format": "uri-reference"}},
}
_ERROR: Schema = {
    "type": "object",
    "required": ["pointer", "line", "column", "severity", "message", "remedy"],
    "properties": {
        "pointer": {"type": ["string", "null"]},
        "line": {"type": ["integer", "null"]},
        "column": {"type": ["integer", "null"]},
        "severity": {"type": "string", "enum": ["error", "warning"]},
        "message": _SENTENCE,
        "remedy": _SENTENCE,
    },
}


def problem_schema(language: Language) -> Schema:
    """Return what a problem document holds."""

    def said(about: Text, **schema: object) -> Schema:
        return {**schema, "description": about.say(language)}

    return {
        "type": "object",
        "required": ["type", "title", "status", "detail", "instance"],
        "properties": {
            "type": said(
                Text("Vilket slags fel, med beskrivning där.", "Which kind of problem, described there."),
                type="string",
                format="uri-reference",
            ),
            "title": said(Text("Vad slaget heter.", "What the kind is called."), type="string"),
            "status": said(Text("Svarets status.", "The status of the answer."), type="integer"),
            "detail": said(
                Text("Vad som är fel, och vad som vore rätt.", "What is wrong, and what would be right."), type="string"
            ),
            "instance": said(
                Text("Adressen som frågan ställdes till.", "The address that was asked."),
                type="string",
                format="uri-reference",
            ),
            "alternatives": said(
                Text(
                    "Vad som kan ha menats, med portalens sida.",
                    "What may have been meant, with the page of the portal.",
                ),
                type="array",
                items=_ALTERNATIVE,
            ),
            "errors": said(
                Text("Varje fel i det som skickats, där det står.", "Each problem in what was sent, where it stands."),
                type="array",
                items=_ERROR,
            ),
        },
    }
