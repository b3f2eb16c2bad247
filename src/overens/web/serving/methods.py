"""A request -> passed on if it reads, or sends a scenario to try; nothing here can be written to."""

from __future__ import annotations

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from overens.vocabulary.wording import Text
from overens.web.api.address import SIMULATIONS, is_api
from overens.web.serving.refusal import refuse
from overens.web.serving.settings import Settings

ALLOWED = "GET, HEAD"
SENT_TO = (SIMULATIONS,)
"""Addresses that are asked by sending something; it is answered, and nothing of it is kept."""


def allowed_at(path: str) -> str:
    """Return the methods that an address takes, as a header says them.

    >>> allowed_at("/2024"), allowed_at("/api/v1/simulations"), allowed_at("/api/v1/pots")
    ('GET, HEAD', 'POST, OPTIONS', 'GET, HEAD, OPTIONS')
    """
    if path in SENT_TO:
        return "POST, OPTIONS"
    return f"{ALLOWED}, OPTIONS" if is_api(path) else ALLOWED


def only_reading(app: ASGIApp, settings: Settings) -> ASGIApp:
    """Answer 405 to all but GET and HEAD, or all but POST where something is to be sent."""

    async def reading(scope: Scope, receive: Receive, send: Send) -> None:
        path, method = scope["path"], scope["method"]
        if method == ("POST" if path in SENT_TO else "GET"):
            await app(scope, receive, send)
        else:
            said = _only_sending(method) if path in SENT_TO else _only_reading(method)
            await refuse(settings, (scope, receive, send), 405, said, {"Allow": allowed_at(path)})

    return reading


def head_as_get(app: ASGIApp) -> ASGIApp:
    """Answer HEAD as GET, with the same headers and without the body."""

    async def either(scope: Scope, receive: Receive, send: Send) -> None:
        async def bare(message: Message) -> None:
            await send({**message, "body": b""} if message["type"] == "http.response.body" else message)

        if scope["method"] == "HEAD":
            await app({**scope, "method": "GET"}, receive, bare)
        else:
            await app(scope, receive, send)

    return either


def _only_reading(method: str) -> Text:
    return Text(
        "Sidan går bara att läsa (GET), inte att ändra ({method}). Öppna adressen i en webbläsare.",
        "The page can only be read (GET), not changed ({method}). Open the address in a browser.",
        {"method": method[:20]},
    )


def _only_sending(method: str) -> Text:
    return Text(
        "Hit skickas ett scenario (POST); adressen går inte att öppna ({method}).",
        "A scenario is sent here (POST); the address cannot be opened ({method}).",
        {"method": method[:20]},
    )
