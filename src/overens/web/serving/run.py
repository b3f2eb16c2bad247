"""A shelf, a socket and settings -> the portal, answering in several processes until it is told to stop."""

from __future__ import annotations

import gc
import os
import resource
import signal
import socket
from collections.abc import Callable
from dataclasses import replace
from http.client import HTTPConnection
from threading import Thread, Timer

import uvicorn
from starlette.types import ASGIApp

from overens.export.picture import prepare_drawing
from overens.web.log import take_over_server_log
from overens.web.serving.connection import Connection
from overens.web.serving.health import ADDRESS
from overens.web.serving.processes import run_processes
from overens.web.serving.settings import Settings
from overens.web.serving.wrap import wrap
from overens.web.shelf import Shelf

OPEN_FILES = 4_096
WAITING_CONNECTIONS = 2_048
IDLE_SECONDS = 10
STOP_SECONDS = 10
PREPARE_AFTER_SECONDS = 0.5
NEAR = ["127.0.0.0/8", "::1", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"]
"""From where a proxy is believed when it says who the visitor is: this machine and private networks."""


def bind(host: str, port: int) -> socket.socket:
    """Return a socket that holds the address; it is not listened to yet.

    Raises:
        OSError: If the host is unknown (gaierror), is not this machine, or the port is taken or not allowed.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    family, kind, protocol, _, address = found[0]
    taken = socket.socket(family, kind, protocol)
    try:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        taken.bind(address)
    except OSError:
        taken.close()
        raise
    return taken


def serve(shelf: Shelf, at: socket.socket, settings: Settings, processes: int, on_ready: Callable[[], None]) -> int:
    """Serve until told to stop; return the exit code.

    Args:
        shelf: A library without errors.
        at: From `bind`.
        settings: Names and limits.
        processes: How many; each has the whole library, shared with the others until it changes.
        on_ready: Called when the portal has answered.
    """
    from overens.web.app import create_app
    from overens.web.clock import today
    from overens.web.serving.own_page import own_page

    settings = replace(settings, error_page=own_page(shelf, today))
    app = wrap(create_app(shelf), settings, shelf)
    return serve_app(app, at, settings, processes, on_ready, lambda: _begin(shelf))


def _begin(shelf: Shelf) -> None:
    """Begin what each process does beside answering: watch the library and, when it has answered, prepare to draw."""
    shelf.watch()
    later = Timer(PREPARE_AFTER_SECONDS, prepare_drawing)
    later.daemon = True
    later.start()


def serve_app(
    app: ASGIApp,
    at: socket.socket,
    settings: Settings,
    processes: int,
    on_ready: Callable[[], None],
    in_each: Callable[[], object],
) -> int:
    """Serve an app as the portal is served; return the exit code.

    Args:
        app: An app that answers /healthz.
        at: From `bind`.
        settings: Who may say who the visitor is.
        processes: How many.
        on_ready: Called when the app has answered.
        in_each: Called in each process before it listens.
    """
    take_over_server_log()
    _allow_many_files()
    gc.collect()
    gc.freeze()  # what is read by now stays, and is shared by the processes
    gc.enable()

    def work(ready: Callable[[], None], alive: int) -> None:
        in_each()
        _serve_one(app, at, settings, ready, alive)

    def answered() -> None:
        _ask(at)
        on_ready()

    return run_processes(processes, work, answered)


class _Server(uvicorn.Server):
    """A server that says when it listens, and stops when the process that started it is gone."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to listen, and say so."""
        await super().startup(sockets)
        self._ready()

    def stop(self, *_: object) -> None:
        """Stop when what is being answered is answered."""
        self.should_exit = True


def _serve_one(app: ASGIApp, at: socket.socket, settings: Settings, ready: Callable[[], None], alive: int) -> None:
    server = _Server(_config(app, settings), ready)
    for one in (signal.SIGTERM, signal.SIGINT):
        signal.signal(one, server.stop)  # before and after uvicorn's own
    Thread(target=_stop_after, args=(alive, server), name="alive", daemon=True).start()
    server.run(sockets=[at])


def _stop_after(alive: int, server: _Server) -> None:
    """Wait until the process that started this one is gone, and stop."""
    os.read(alive, 1)
    server.stop()


def _config(app: ASGIApp, settings: Settings) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        http=Connection,
        loop="asyncio",
        ws="none",
        interface="asgi3",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=settings.behind_proxy,
        forwarded_allow_ips=NEAR if settings.behind_proxy else [],
        backlog=WAITING_CONNECTIONS,
        timeout_keep_alive=IDLE_SECONDS,
        timeout_graceful_shutdown=STOP_SECONDS,
    )


def _ask(at: socket.socket) -> None:
    """Ask the portal how it is, so that its address is not given before it answers."""
    host, port = at.getsockname()[:2]
    near = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)
    connection = HTTPConnection(near, port, timeout=10)
    try:
        connection.request("GET", ADDRESS)
        connection.getresponse().read()
    finally:
        connection.close()


def _allow_many_files() -> None:
    """Let this process have as many connections open as it may serve."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = OPEN_FILES if hard == resource.RLIM_INFINITY else min(OPEN_FILES, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
