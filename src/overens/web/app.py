"""A shelf with the library -> the portal as an application: its routes, its files, its error pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping
from datetime import date
from typing import Any

from fastapi import FastAPI, Request, Response
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Receive, Scope, Send

from overens.web.answer import Elsewhere
from overens.web.api.address import is_api
from overens.web.api.routes import add_routes
from overens.web.clock import today
from overens.web.files import DRAWING, MEDIA_TYPES, drawing_script, file_address, own_files
from overens.web.find import nothing_here
from overens.web.finished import Finished
from overens.web.form import Target, read_target
from overens.web.framing import FRAMED, SHOWN_ELSEWHERE
from overens.web.portal import Portal
from overens.web.refused import Refused
from overens.web.respond import Sent
from overens.web.shelf import Shelf
from overens.web.views import VIEWS, View

UNCHANGED = "public, max-age=31536000, immutable"
CHANGING = "public, max-age=60"


def create_app(shelf: Shelf, clock: Callable[[], date] = today) -> FastAPI:
    """Return the portal.

    Args:
        shelf: Where the library is.
        clock: Tells which day it is.
    """
    app = FastAPI(title="Överens", docs_url=None, redoc_url=None, openapi_url=None)
    portal = Portal(shelf, clock, Finished())
    app.state.portal = portal
    app.add_api_route("/static/{mark}/{name}", _static, methods=["GET", "HEAD"])
    app.add_api_route("/oembed", _oembed(portal), methods=["GET", "HEAD"])
    add_routes(app, shelf, clock)
    for view in VIEWS:
        app.add_api_route(view.path, _handler(view, portal), methods=["GET", "HEAD"], name=view.name)
    app.add_exception_handler(Refused, _refused(portal))
    app.add_exception_handler(HTTPException, _no_such_address(portal))
    app.add_middleware(FormInPath)
    return app


class FormInPath:
    """Take the form and the picture out of an address, so that each page has one route."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, with the page's own address."""
        if scope["type"] == "http":
            path: str = scope["path"]
            target = Target(path) if path.startswith("/static/") or is_api(path) else read_target(path)
            state: MutableMapping[str, Any] = scope.setdefault("state", {})
            state["target"] = target
            scope = {**scope, "path": target.path}
        await self.app(scope, receive, send)


def _handler(view: View, portal: Portal) -> Callable[[Request], Response]:
    def handle(request: Request) -> Response:
        sent = portal.answer(view, request)
        return _response(sent, 200 if isinstance(sent, Elsewhere) else sent.status)

    return handle


def _oembed(portal: Portal) -> Callable[[Request], Response]:
    """Return what tells a program how to embed an address: also what is wrong, and to programs on any site."""

    def handle(request: Request) -> Response:
        if request.state.target != Target("/oembed"):
            raise HTTPException(404)
        sent = portal.oembed(request)
        return _response(sent, sent.status, {"Access-Control-Allow-Origin": "*"})

    return handle


def _refused(portal: Portal) -> Callable[[Request, Exception], Response]:
    def handle(request: Request, error: Exception) -> Response:
        assert isinstance(error, Refused)
        return _response(portal.refusal(error, request), error.status)

    return handle


def _no_such_address(portal: Portal) -> Callable[[Request, Exception], Response]:
    def handle(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        refused = Refused(error.status_code, nothing_here(request.url.path))
        return _response(portal.refusal(refused, request), refused.status, error.headers)

    return handle


def _response(sent: Sent | Elsewhere, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    if isinstance(sent, Elsewhere):
        return Response(status_code=307 if sent.for_now else 308, headers={"Location": sent.href})
    found = {"Cache-Control": CHANGING if status == 200 else "no-store", **(headers or {})}
    if sent.framed:
        found |= FRAMED
    elif sent.media_type.startswith("image/"):
        found |= SHOWN_ELSEWHERE
    if sent.file_name:
        found["Content-Disposition"] = f'attachment; filename="{sent.file_name}"'
    return Response(sent.body, status, found, sent.media_type)


def _static(mark: str, name: str) -> Response:
    if (name not in own_files() and name != DRAWING) or file_address(name) != f"/static/{mark}/{name}":
        raise HTTPException(404)
    media_type = next(kind for suffix, kind in MEDIA_TYPES.items() if name.endswith(suffix))
    return Response(
        drawing_script() if name == DRAWING else own_files()[name],
        headers={"Cache-Control": UNCHANGED},
        media_type=media_type,
    )
