"""The whole portal within its layers, asked by programs in process, and the description it gives of itself."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

import httpx
from starlette.types import ASGIApp

from overens.web.app import create_app
from overens.web.serving.settings import Limits, Settings
from overens.web.serving.wrap import wrap
from overens.web.shelf import Shelf

TODAY = date(2024, 3, 1)
ORIGIN = "https://localhost"
BASE = "/api/v1"
ROOMY = Limits(path=100_000, query=1_000_000, parameters=10_000, per_minute=10**9)
"""What a description cannot say is lifted: how long a whole address may be, and how often it may be asked."""


@cache
def portal(limits: Limits = ROOMY) -> ASGIApp:
    """Return the portal over the shipped library, on a day in 2024."""
    return wrap(create_app(Shelf(), lambda: TODAY), Settings(frozenset({"localhost", "testserver"}), limits=limits))


def ask(path: str, method: str = "GET", limits: Limits = ROOMY, **options: Any) -> httpx.Response:
    """Return the answer to one request."""

    async def asking() -> httpx.Response:
        transport = httpx.ASGITransport(portal(limits), raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url=ORIGIN) as program:
            return await program.request(method, path, **options)

    return asyncio.run(asking())


@cache
def described(lang: str = "sv") -> dict[str, Any]:
    """Return the description."""
    found: dict[str, Any] = json.loads(ask(f"{BASE}/openapi.json?lang={lang}").content)
    return found


def operations() -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """Yield each operation's path, method and description."""
    for path, methods in described()["paths"].items():
        for method, operation in methods.items():
            yield path, method, operation


def parameters(where: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield each parameter in the query or the path, with the path it belongs to."""
    for path, _, operation in operations():
        for one in operation["parameters"]:
            if one["in"] == where:
                yield path, one


def schemas(schema: object) -> Iterator[Mapping[str, Any]]:
    """Yield a schema and every schema within it."""
    if isinstance(schema, dict):
        yield schema
        for one in schema.values():
            yield from schemas(one)
    elif isinstance(schema, list):
        for one in schema:
            yield from schemas(one)
