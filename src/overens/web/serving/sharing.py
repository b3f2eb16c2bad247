"""An answer that is data -> the same with the headers by which pages of other sites may read it (CORS)."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from overens.web.api.address import is_api, is_open
from overens.web.serving.methods import allowed_at

EVERYONE = {"Access-Control-Allow-Origin": "*"}
SHOWN = "ETag, X-Request-ID, Retry-After"
"""Headers of an answer that a page of another site may see."""
TAKEN = "Accept, Content-Type, If-None-Match"
"""Headers of a question that a page of another site may set."""
REMEMBERED = "86400"
"""Seconds that a browser may remember what is allowed."""


def with_sharing(app: ASGIApp) -> ASGIApp:
    """Let everyone read data, and answer those who ask beforehand whether they may; there are no cookies to protect."""

    async def shared(scope: Scope, receive: Receive, send: Send) -> None:
        path = scope["path"]
        if scope["method"] == "OPTIONS" and is_api(path):
            methods = allowed_at(path)
            asked = {
                "Allow": methods,
                "Access-Control-Allow-Methods": methods,
                "Access-Control-Allow-Headers": TAKEN,
                "Access-Control-Max-Age": REMEMBERED,
                "Cache-Control": "no-store",
            }
            await Response(None, 204, {**EVERYONE, **asked})(scope, receive, send)
            return

        async def add(message: Message) -> None:
            if message["type"] == "http.response.start":
                found = MutableHeaders(scope=message)
                found.update({**EVERYONE, "Access-Control-Expose-Headers": SHOWN})
            await send(message)

        await app(scope, receive, add if is_open(path) else send)

    return shared
