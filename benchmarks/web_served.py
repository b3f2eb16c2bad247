"""The portal beside a route that only says hello, served alike: same server, same layers. Prints its port."""

from __future__ import annotations

import sys

from fastapi import FastAPI
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from overens.web.app import create_app
from overens.web.serving.run import bind, serve_app
from overens.web.serving.settings import Limits, Settings
from overens.web.serving.wrap import wrap
from overens.web.shelf import Shelf

HELLO = "/hello"


def _hello() -> FastAPI:
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    app.add_api_route(HELLO, lambda: PlainTextResponse("hej"))
    return app


def _beside(hello: ASGIApp, portal: ASGIApp) -> ASGIApp:
    async def either(scope: Scope, receive: Receive, send: Send) -> None:
        app = hello if scope.get("path") == HELLO else portal
        await app(scope, receive, send)

    return either


def main() -> int:
    """Serve, with as many processes as asked for and no limit on how often one visitor may ask."""
    shelf, settings = Shelf(), Settings(limits=Limits(per_minute=1_000_000))
    at = bind("127.0.0.1", 0)
    app = wrap(_beside(_hello(), create_app(shelf)), settings, shelf)

    def say() -> None:
        print(at.getsockname()[1], flush=True)

    return serve_app(app, at, settings, int(sys.argv[1]), say, shelf.watch)


if __name__ == "__main__":
    sys.exit(main())
