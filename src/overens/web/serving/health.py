"""The shelf -> /healthz: whether the portal serves, and serves what its files say."""

from __future__ import annotations

from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from overens import __version__
from overens.web.shelf import Shelf

ADDRESS = "/healthz"


def health(shelf: Shelf) -> dict[str, object]:
    """Return the portal's state: degraded means that it serves, but an older library than its files."""
    now = shelf.now()
    return {
        "status": "degraded" if now.problems else "ok",
        "version": __version__,
        "library": now.version,
        "agreements": len(now.library.readings),
        "problems": len(now.problems),
    }


def with_health(app: ASGIApp, shelf: Shelf) -> ASGIApp:
    """Answer /healthz under any host name, so that whoever watches the machine can ask it by number."""

    async def healthy(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"] == ADDRESS and scope["method"] == "GET":
            await JSONResponse(health(shelf), headers={"Cache-Control": "no-store"})(scope, receive, send)
        else:
            await app(scope, receive, send)

    return healthy
