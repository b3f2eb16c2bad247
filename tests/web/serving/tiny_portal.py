"""A tiny portal served as the real one is, in a process of its own: python tests/web/serving/tiny_portal.py PROCESSES."""

from __future__ import annotations

import os
import sys
import time

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from overens.web.serving.connection import Connection
from overens.web.serving.run import bind, serve_app
from overens.web.serving.settings import Settings
from overens.web.serving.wrap import wrap

BIG = b"stor " * 2_000_000
SLOW_SECONDS = 0.6


def pid(request: Request) -> Response:
    return PlainTextResponse(str(os.getpid()))


def slow(request: Request) -> Response:
    time.sleep(SLOW_SECONDS)
    return PlainTextResponse("till slut")


def big(request: Request) -> Response:
    return Response(BIG)


def die(request: Request) -> Response:
    os._exit(9)


def visitor(request: Request) -> Response:
    assert request.client is not None
    return PlainTextResponse(f"{request.client.host} {request.url.scheme}")


def main() -> int:
    """Serve on a free port, printed when it answers."""
    Connection.patience = 0.4
    at = bind("127.0.0.1", 0)
    views = {"/": pid, "/healthz": pid, "/slow": slow, "/big": big, "/die": die, "/visitor": visitor}
    settings = Settings(behind_proxy="--behind-proxy" in sys.argv)
    Connection.most = 20 if "--small" in sys.argv else Connection.most
    app = wrap(Starlette(routes=[Route(path, view) for path, view in views.items()]), settings)

    def say() -> None:
        sys.stdout.write(f"{at.getsockname()[1]}\n")
        sys.stdout.flush()

    return serve_app(app, at, settings, int(sys.argv[1]), say, lambda: None)


if __name__ == "__main__":
    sys.exit(main())
