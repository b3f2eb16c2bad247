"""A status and what would be right -> a whole page, or a document, in the language that was asked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.types import Receive, Scope, Send

from overens.vocabulary.problems import Fault
from overens.vocabulary.wording import Language, Text, plain
from overens.web.api.address import is_api
from overens.web.api.problem import MEDIA_TYPE as PROBLEM
from overens.web.api.problem import problem_body, problem_document
from overens.web.form import Form
from overens.web.parameters import language_of
from overens.web.refused import Refused, refusal_document
from overens.web.serving.settings import Settings


async def refuse(
    settings: Settings,
    to: tuple[Scope, Receive, Send],
    status: int,
    message: Text,
    headers: Mapping[str, str] | None = None,
) -> None:
    """Answer with the portal's page for the status, as JSON where that was asked for, to programs as a problem; nothing keeps it."""
    scope, receive, send = to
    language, told = language_of(scope.get("query_string", b"")), {"Cache-Control": "no-store", **(headers or {})}
    if is_api(scope["path"]):
        document = problem_document(status, message.say(language), scope["path"], language)
        await Response(problem_body(document), status, told, PROBLEM)(scope, receive, send)
    elif scope["path"].endswith(Form.JSON.value):
        await JSONResponse(_document(status, message, language), status, told)(scope, receive, send)
    else:
        await HTMLResponse(settings.error_page(status, message, language), status, told)(scope, receive, send)


def _document(status: int, message: Text, language: Language) -> dict[str, Any]:
    return refusal_document(Refused(status, Fault(message, plain(""))), language)
