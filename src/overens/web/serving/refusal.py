"""A status and what would be right -> a whole page, in the language that was asked for."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.responses import HTMLResponse
from starlette.types import Receive, Scope, Send

from overens.vocabulary.wording import Language, Text
from overens.web.serving.settings import Settings


def language_of(scope: Scope) -> Language:
    """Return the language that the address asks for; Swedish where it asks for none, or for nothing readable."""
    asked = bytes(scope.get("query_string", b"")).split(b"&")
    return Language.ENGLISH if b"lang=en" in asked else Language.SWEDISH


async def refuse(
    settings: Settings,
    to: tuple[Scope, Receive, Send],
    status: int,
    message: Text,
    headers: Mapping[str, str] | None = None,
) -> None:
    """Answer with the portal's page for the status; nothing keeps it."""
    scope, receive, send = to
    page = settings.error_page(status, message, language_of(scope))
    response = HTMLResponse(page, status, {"Cache-Control": "no-store", **(headers or {})})
    await response(scope, receive, send)
