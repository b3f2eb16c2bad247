"""The pages -> the pages within all that a request meets on its way in and out."""

from __future__ import annotations

from starlette.types import ASGIApp, Receive, Scope, Send

from overens.web.serving.asked import within_limits
from overens.web.serving.compress import with_compression
from overens.web.serving.headers import with_safe_headers
from overens.web.serving.health import with_health
from overens.web.serving.hosts import only_for
from overens.web.serving.last_resort import with_last_resort
from overens.web.serving.methods import head_as_get, only_reading
from overens.web.serving.rate import not_too_often
from overens.web.serving.requests import with_log
from overens.web.serving.settings import Settings
from overens.web.serving.sharing import with_sharing
from overens.web.shelf import Shelf


def wrap(app: ASGIApp, settings: Settings, shelf: Shelf | None = None) -> ASGIApp:
    """Put the layers around the pages; the last named is met first.

    Args:
        app: The pages.
        settings: Names, limits, and how to say no.
        shelf: Whose state /healthz tells; without it the pages are asked for that address too.
    """
    inner = not_too_often(app, settings)
    inner = within_limits(inner, settings)
    inner = only_reading(inner, settings)
    inner = only_for(inner, settings)
    inner = with_health(inner, shelf) if shelf is not None else inner
    inner = with_last_resort(inner, settings)
    inner = head_as_get(with_safe_headers(with_sharing(with_compression(inner))))
    return with_log(_only_http(app, inner))


def _only_http(app: ASGIApp, inner: ASGIApp) -> ASGIApp:
    """Let the server's start and stop through to the pages, and refuse all else that is not http."""

    async def chosen(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await app(scope, receive, send)
        elif scope["type"] == "http":
            await inner(scope, receive, send)

    return chosen
