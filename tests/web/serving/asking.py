"""A tiny portal within all its layers, and a way to ask it in this process."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp

from overens.web.serving.settings import Settings
from overens.web.serving.wrap import wrap

WORDS = "ord på svenska " * 1_000


def page(request: Request) -> Response:
    """Answer with the way the address was understood."""
    return PlainTextResponse(f"{request.method} {request.url.path} {sorted(request.query_params.items())}")


def words(request: Request) -> Response:
    return PlainTextResponse(WORDS)


def pieces(request: Request) -> Response:
    return StreamingResponse(iter(["ett " * 500, "två " * 500]), media_type="text/plain")


def picture(request: Request) -> Response:
    return Response(b"\x89PNG" * 1_000, media_type="image/png")


def fault(request: Request) -> Response:
    raise ValueError("hemligheten")


def says_500(request: Request) -> Response:
    return PlainTextResponse("eget fel", 500)


TINY = Starlette(
    routes=[
        Route("/", page),
        Route("/static/{name}", page),
        Route("/words", words),
        Route("/pieces", pieces),
        Route("/picture", picture),
        Route("/fault", fault),
        Route("/says-500", says_500),
        Route("/{name}", page),
    ]
)


def tiny(settings: Settings | None = None) -> ASGIApp:
    """Return the tiny portal within its layers."""
    return wrap(TINY, settings or Settings())


def ask(url: str, method: str = "GET", app: ASGIApp | None = None, **options: Any) -> httpx.Response:
    """Return the answer to one request, by default to a tiny portal of its own."""
    return ask_all([url], method, app, **options)[0]


def ask_all(
    urls: list[str], method: str = "GET", app: ASGIApp | None = None, *, client: str = "192.0.2.1", **options: Any
) -> list[httpx.Response]:
    """Return the answers to requests one after the other."""

    async def asking() -> list[httpx.Response]:
        transport = httpx.ASGITransport(app or tiny(), raise_app_exceptions=False, client=(client, 1))
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost:8000") as visitor:
            return [await visitor.request(method, url, **options) for url in urls]

    return asyncio.run(asking())


def logged(capsys: pytest.CaptureFixture[str], event: str = "request") -> list[dict[str, Any]]:
    """Return the lines of the log about one kind of event."""
    lines = [json.loads(line) for line in capsys.readouterr().err.splitlines() if line.startswith("{")]
    return [line for line in lines if line["event"] == event]
