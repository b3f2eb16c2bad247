"""A request -> passed on if it reads; nothing here can be written to."""

from __future__ import annotations

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from overens.vocabulary.wording import Text
from overens.web.serving.refusal import refuse
from overens.web.serving.settings import Settings

ALLOWED = "GET, HEAD"


def only_reading(app: ASGIApp, settings: Settings) -> ASGIApp:
    """Answer 405 to all but GET and HEAD."""

    async def reading(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["method"] == "GET":
            await app(scope, receive, send)
        else:
            await refuse(settings, (scope, receive, send), 405, _only_reading(scope["method"]), {"Allow": ALLOWED})

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
