"""A request -> one line in the log, and a number that the visitor may give us."""

from __future__ import annotations

import re
import secrets
import time
from typing import Any
from urllib.parse import unquote_plus

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from overens.web.log import note
from overens.web.parameters import language_of

LONGEST_PATH = 200
_NAME = re.compile(r"[a-z_-]{1,20}")


def with_log(app: ASGIApp) -> ASGIApp:
    """Number each request and write when, what, how it went and how long it took.

    Of the query only the names of parameters are written; of the visitor nothing.
    """

    async def logged(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":  # the server's own start and stop
            await app(scope, receive, send)
            return
        start, status, sent = time.perf_counter(), 0, 0
        number = secrets.token_hex(6)
        scope.setdefault("state", {})["request_id"] = number

        async def counted(message: Message) -> None:
            nonlocal status, sent
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)["X-Request-ID"] = number
            sent += len(message.get("body", b""))
            await send(message)

        try:
            await app(scope, receive, counted)
        finally:
            took = round((time.perf_counter() - start) * 1000, 1)
            note("request", **_asked(scope), request=number, status=status, ms=took, bytes=sent)

    return logged


def _asked(scope: Scope) -> dict[str, Any]:
    asked = {
        "method": scope["method"],
        "path": scope["path"][:LONGEST_PATH],
        "lang": str(language_of(scope.get("query_string", b""))),
    }
    names = parameter_names(bytes(scope["query_string"]))
    return {**asked, "parameters": names} if names else asked


def parameter_names(query: bytes) -> list[str]:
    """Return the names in a query that look like ours; never a value, which may be what someone searched for.

    >>> parameter_names(b"q=nora&lang=en&N%C3%B6dnummer=1")
    ['lang', 'q']
    """
    if not query:
        return []
    pieces = query[:4096].decode("utf-8", "replace").split("&", 40)[:40]
    names = {unquote_plus(piece.partition("=")[0]) for piece in pieces}
    return sorted(name for name in names if _NAME.fullmatch(name))
